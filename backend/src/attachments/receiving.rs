//! Content on its way in: written to a part as it arrives. The disk and the hash follow meanwhile, so that little of either is left when the
//! last of it is here.
//!
//! What the part holds on the disk is the truth; what is kept here (how far, and the hash so far) is made anew from it when the program
//! was restarted. A request that begins takes the upload over from one whose connection nobody knows to be broken yet.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Context;
use sha2::{Digest, Sha256};
use shared::fault::Fault;
use shared::ids::AttachmentId;

use crate::fault::Result;
use crate::files::{self, Files, Hash};

/// Bytes read at once.
const PIECE: usize = 64 * 1024;
/// Bytes after which the disk and the hash begin with what arrived.
const STRETCH: u64 = 512 * 1024;

/// The uploads that arrive in this process.
#[derive(Debug, Default)]
pub struct Receiving(Mutex<HashMap<AttachmentId, Arc<Part>>>);

/// What of an upload is here.
#[derive(Debug)]
pub(super) struct Part {
    path: PathBuf,
    arrived: Mutex<Arrived>,
    hashed: Mutex<Hashed>,
    /// The file once more, to sync it. The system tells an error once, so one sync is over before the next begins.
    disk: Arc<tokio::sync::Mutex<File>>,
    /// Held by whoever finishes it.
    pub finishing: tokio::sync::Mutex<()>,
}

#[derive(Debug)]
struct Arrived {
    file: File,
    /// Bytes written.
    offset: u64,
    /// Bytes that the disk was told to begin with.
    begun: u64,
    /// How often something that had been written was taken back.
    cuts: u64,
    /// How often a request took it over; only the latest may write.
    turn: u64,
}

/// The hash of the first bytes, as they were after so many cuts.
#[derive(Debug, Default)]
struct Hashed {
    hash: Sha256,
    bytes: u64,
    cuts: u64,
}

/// The right to write to a part, until another request takes over.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn(u64);

impl Receiving {
    /// The part of an upload, made or read anew if it is not known here.
    ///
    /// # Errors
    /// If it cannot be opened or read.
    pub(super) fn part(&self, files: &Files, id: AttachmentId) -> Result<Arc<Part>> {
        let mut parts = self.lock();
        if let Some(part) = parts.get(&id) {
            return Ok(Arc::clone(part));
        }
        let part = Arc::new(Part::open(files, id).context("an upload cannot be kept")?);
        parts.insert(id, Arc::clone(&part));
        Ok(part)
    }

    /// Forgets an upload, and what of it had arrived.
    pub(super) fn forget(&self, files: &Files, id: AttachmentId) {
        self.lock().remove(&id);
        let removed =
            files.part(&id.to_string()).and_then(|path| files::gone(fs::remove_file(path)));
        if let Err(error) = removed {
            tracing::warn!(%error, "an upload cannot be removed");
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<AttachmentId, Arc<Part>>> {
        // The map is whole after every statement.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Part {
    fn open(files: &Files, id: AttachmentId) -> io::Result<Self> {
        let path = files.part(&id.to_string())?;
        let file = files::open_part(&path)?;
        let offset = file.metadata()?.len();
        let disk = Arc::new(tokio::sync::Mutex::new(file.try_clone()?));
        let mut arrived = Arrived { file, offset, begun: offset, cuts: 0, turn: 0 };
        arrived.go_back(offset)?;
        let (arrived, hashed, finishing) = (Mutex::new(arrived), Mutex::default(), <_>::default());
        Ok(Self { path, arrived, hashed, disk, finishing })
    }

    /// Where it lies.
    pub fn path(&self) -> &std::path::Path {
        &self.path
    }

    /// Takes the upload over, to write from `offset` on.
    ///
    /// # Errors
    /// [`Fault::Conflict`] with how far it is, if that would leave a gap; if it cannot be written.
    pub fn begin(&self, offset: u64) -> Result<Turn> {
        let mut arrived = self.lock();
        if offset > arrived.offset {
            return Err(Fault::Conflict(arrived.offset).into());
        }
        arrived.turn += 1;
        if offset < arrived.offset {
            arrived.go_back(offset).context("an upload cannot be written")?;
        }
        Ok(Turn(arrived.turn))
    }

    /// Writes a piece of a file that has so many bytes in all.
    ///
    /// # Errors
    /// [`Fault::Conflict`] if another request took over; [`Fault::TooLarge`] beyond the size; if it cannot be written.
    pub fn write(self: &Arc<Self>, turn: Turn, piece: &[u8], size: u64) -> Result<()> {
        let mut arrived = self.lock();
        if arrived.turn != turn.0 {
            return Err(Fault::Conflict(arrived.offset).into());
        }
        let end = arrived.offset + piece.len() as u64;
        if end > size {
            return Err(Fault::TooLarge(size).into());
        }
        if let Err(error) = arrived.file.write_all(piece) {
            // Whatever of the piece was written is not counted.
            let offset = arrived.offset;
            arrived.go_back(offset).context("an upload cannot be written")?;
            return Err(match error.kind() {
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Fault::Full.into(),
                _ => anyhow::Error::from(error).context("an upload cannot be written").into(),
            });
        }
        arrived.offset = end;
        if end - arrived.begun >= STRETCH {
            files::begin(&arrived.file, arrived.begun..end);
            arrived.begun = end;
            let part = Arc::clone(self);
            tokio::task::spawn_blocking(move || part.follow());
        }
        Ok(())
    }

    /// Has what arrived on the disk for good, and hashes the rest of it meanwhile; how much that is, and its hash.
    ///
    /// # Errors
    /// If it cannot be synced or read.
    pub async fn durable(self: &Arc<Self>) -> Result<(u64, Hash)> {
        loop {
            let turn = self.lock().turn;
            // Either takes as long as it takes, and other tasks must not wait for it.
            let disk = Arc::clone(&self.disk).lock_owned().await;
            let part = Arc::clone(self);
            let synced = tokio::task::spawn_blocking(move || part.synced(&disk));
            let part = Arc::clone(self);
            let hashed = tokio::task::spawn_blocking(move || part.hashed());
            let synced = synced.await.map_err(anyhow::Error::from)?;
            let synced = synced.context("an upload cannot be synced")?;
            let hashed = hashed.await.map_err(anyhow::Error::from)?;
            let (hashed, hash) = hashed.context("an upload cannot be read")?;
            // Whoever took it over meanwhile may have put other bytes in the place of those that were synced.
            if self.lock().turn == turn {
                return Ok((synced.min(hashed), hash));
            }
        }
    }

    /// Has what is here on the disk; how much that is. What the disk may have lost did not arrive: all of it is to be brought again.
    fn synced(&self, disk: &File) -> io::Result<u64> {
        let offset = self.lock().offset;
        let synced = disk.sync_data();
        if synced.is_err() {
            let mut arrived = self.lock();
            arrived.turn += 1;
            arrived.go_back(0)?;
        }
        synced.map(|()| offset)
    }

    /// Hashes what has arrived, if nobody else does.
    fn follow(&self) {
        if let Ok(mut hashed) = self.hashed.try_lock() {
            // What cannot be read now is read by whoever asks for the hash, who is told.
            let _ = self.hash_on(&mut hashed);
        }
    }

    /// How much is here, and its hash.
    fn hashed(&self) -> io::Result<(u64, Hash)> {
        // A panic leaves a hash of fewer bytes than it says only if hashing itself panics.
        let mut hashed = self.hashed.lock().unwrap_or_else(PoisonError::into_inner);
        self.hash_on(&mut hashed)?;
        Ok((hashed.bytes, hashed.hash.clone().finalize().into()))
    }

    /// Hashes on until it is as far as what arrived.
    fn hash_on(&self, hashed: &mut Hashed) -> io::Result<()> {
        // With a place of its own: that of the other is where the next piece goes.
        let mut file = File::open(&self.path)?;
        let mut piece = vec![0; PIECE];
        loop {
            let (offset, cuts) = self.reached();
            if hashed.cuts != cuts {
                *hashed = Hashed { cuts, ..Hashed::default() };
            }
            if hashed.bytes == offset {
                return Ok(());
            }
            file.seek(SeekFrom::Start(hashed.bytes))?;
            let mut rest = (&mut file).take(offset - hashed.bytes);
            while hashed.bytes < offset {
                let count = rest.read(&mut piece)?;
                if count == 0 {
                    break;
                }
                hashed.hash.update(piece.get(..count).unwrap_or_default());
                hashed.bytes += count as u64;
            }
            if hashed.bytes < offset && self.reached().1 == cuts {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
    }

    /// How far it is, after how many cuts.
    fn reached(&self) -> (u64, u64) {
        let arrived = self.lock();
        (arrived.offset, arrived.cuts)
    }

    fn lock(&self) -> MutexGuard<'_, Arrived> {
        // A panic between writing and counting leaves bytes that the next request overwrites.
        self.arrived.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Arrived {
    /// Cuts what was written to so many bytes.
    fn go_back(&mut self, offset: u64) -> io::Result<()> {
        self.cuts += 1;
        self.file.set_len(offset)?;
        self.file.seek(SeekFrom::Start(offset))?;
        (self.offset, self.begun) = (offset, self.begun.min(offset));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::Error;

    #[tokio::test]
    async fn an_upload_goes_on_where_it_was_and_only_the_latest_request_writes() {
        let files = Files::of(None);
        let receiving = Receiving::default();
        let id = AttachmentId::from_u128(7);
        let part = receiving.part(&files, id).unwrap();
        let first = part.begin(0).unwrap();
        part.write(first, b"una ", 12).unwrap();
        assert!(matches!(part.begin(5), Err(Error::Fault(Fault::Conflict(4)))), "a gap");
        let second = part.begin(4).unwrap();
        let late = part.write(first, b"no", 12);
        assert!(matches!(late, Err(Error::Fault(Fault::Conflict(4)))), "taken over");
        part.write(second, b"domanda", 12).unwrap();
        let beyond = part.write(second, b"..", 12);
        assert!(matches!(beyond, Err(Error::Fault(Fault::TooLarge(12)))));
        let hash = |bytes: &[u8]| Hash::from(Sha256::digest(bytes));
        assert_eq!(part.durable().await.unwrap(), (11, hash(b"una domanda")));
        drop(part);

        // As after a restart: what the disk has counts.
        let again = Receiving::default();
        let part = again.part(&files, id).unwrap();
        assert_eq!(part.durable().await.unwrap(), (11, hash(b"una domanda")));
        let turn = part.begin(4).unwrap();
        part.write(turn, b"mano", 12).unwrap();
        assert_eq!(part.durable().await.unwrap(), (8, hash(b"una mano")));
        again.forget(&files, id);
        assert!(files.parts().unwrap().is_empty());
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn the_hash_that_follows_is_that_of_what_was_written_last() {
        let files = Files::of(None);
        let receiving = Receiving::default();
        let content: Vec<u8> = (0..5 * STRETCH + 7).map(|at| (at % 251) as u8).collect();
        let size = content.len() as u64;
        for number in 0..20 {
            let part = receiving.part(&files, AttachmentId::from_u128(number)).unwrap();
            // Something else first, taken back at any moment while it is followed.
            let kept = number as usize * PIECE / 2;
            let first = part.begin(0).unwrap();
            for piece in content[..kept].chunks(PIECE) {
                part.write(first, piece, size).unwrap();
            }
            for piece in vec![0; 3 * STRETCH as usize].chunks(PIECE) {
                part.write(first, piece, size).unwrap();
            }
            let second = part.begin(kept as u64).unwrap();
            for piece in content[kept..].chunks(PIECE) {
                part.write(second, piece, size).unwrap();
            }
            let whole = (size, Hash::from(Sha256::digest(&content)));
            assert_eq!(part.durable().await.unwrap(), whole, "{number}");
        }
    }

    #[tokio::test]
    async fn nothing_of_what_could_not_be_synced_arrived() {
        let files = Files::of(None);
        let receiving = Receiving::default();
        let part = receiving.part(&files, AttachmentId::from_u128(7)).unwrap();
        let first = part.begin(0).unwrap();
        part.write(first, b"una domanda", 11).unwrap();
        // What is no file on a disk cannot be synced.
        assert!(part.synced(&File::open("/dev/null").unwrap()).is_err());
        assert_eq!(part.durable().await.unwrap().0, 0);
        let late = part.write(first, b"no", 11);
        assert!(matches!(late, Err(Error::Fault(Fault::Conflict(0)))), "to be brought again");
        let second = part.begin(0).unwrap();
        part.write(second, b"una domanda", 11).unwrap();
        let whole = (11, Hash::from(Sha256::digest(b"una domanda")));
        assert_eq!(part.durable().await.unwrap(), whole);
    }
}
