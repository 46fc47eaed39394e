//! Files beside the store: what is too large to be a record. Each lies under its SHA-256, is written once and never changed.
//!
//! A record names a file by its hash. So a file is there before the record that names it, and goes after the last one that did; who
//! brings files and who takes them away keep out of each other's way by [`Files::keep`] and [`Files::clear`].

mod backup;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
#[cfg(target_os = "linux")]
use std::num::NonZeroU64;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use tokio::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};

pub use backup::{back_up, prune, restore};

/// A SHA-256.
pub type Hash = [u8; 32];

/// Name of the folder in the data folder.
pub const FOLDER: &str = "files";
/// Name of the folder of what is still arriving.
const PARTS: &str = "parts";
/// Bytes read at once.
const PIECE: usize = 64 * 1024;

/// The files of an installation.
#[derive(Debug)]
pub struct Files {
    folder: PathBuf,
    /// Whether they go with the program: those of an app in memory.
    temporary: bool,
    order: RwLock<()>,
    /// Held while a folder below is made: whoever finds it there finds it on the disk.
    making: Mutex<()>,
}

/// Why a file that should be there is not handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It is not there.
    Missing,
    /// Its content is not what was written.
    Changed,
}

impl Files {
    /// Those of a data folder; without one, in a folder of their own that goes with them.
    pub fn of(data: Option<&Path>) -> Self {
        let folder = match data {
            Some(data) => data.join(FOLDER),
            None => {
                let name = getrandom::u64().unwrap_or_default();
                std::env::temp_dir().join(format!("cassetto-{}-{name:016x}", std::process::id()))
            }
        };
        Self { folder, temporary: data.is_none(), order: <_>::default(), making: <_>::default() }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Held while a file is brought and until the record that names it is stored.
    pub async fn keep(&self) -> RwLockReadGuard<'_, ()> {
        self.order.read().await
    }

    /// Held while files are taken away.
    pub async fn clear(&self) -> RwLockWriteGuard<'_, ()> {
        self.order.write().await
    }

    /// As [`Files::keep`], for threads that may wait.
    pub fn keep_blocking(&self) -> RwLockReadGuard<'_, ()> {
        self.order.blocking_read()
    }

    /// Where something that is still arriving is kept, under a name of one's own; the folder is made.
    ///
    /// # Errors
    /// If the folder cannot be made.
    pub fn part(&self, name: &str) -> io::Result<PathBuf> {
        let folder = self.folder.join(PARTS);
        fs::create_dir_all(&folder)?;
        Ok(folder.join(name))
    }

    /// What is arriving, by its names.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub fn parts(&self) -> io::Result<Vec<String>> {
        names(&self.folder.join(PARTS))
    }

    /// Gives a part that has arrived its place, on the disk for good. That there is one already is as well: it is the same.
    ///
    /// # Errors
    /// If it cannot be moved or synced.
    pub fn adopt(&self, part: &Path, hash: &Hash) -> Result<()> {
        let place = self.place(hash);
        let folder = place.parent().unwrap_or(&self.folder);
        let moved = self
            .make(folder)
            .and_then(|()| File::open(part)?.sync_data())
            .and_then(|()| fs::rename(part, &place))
            .and_then(|()| sync(folder));
        moved.context("a file cannot be kept")
    }

    /// Makes a folder below, on the disk for good, if it is not there.
    fn make(&self, folder: &Path) -> io::Result<()> {
        let _making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        match folder.is_dir() {
            true => Ok(()),
            false => fs::create_dir_all(folder).and_then(|()| sync(&self.folder)),
        }
    }

    /// The whole of a file, if it is what was written. For files that are small.
    ///
    /// # Errors
    /// If it cannot be read; what is missing or changed is no error of reading.
    pub fn read(&self, hash: &Hash) -> io::Result<Result<Vec<u8>, Damage>> {
        match fs::read(self.place(hash)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Err(Damage::Missing)),
            Err(error) => Err(error),
            Ok(bytes) if Hash::from(Sha256::digest(&bytes)) == *hash => Ok(Ok(bytes)),
            Ok(_) => Ok(Err(Damage::Changed)),
        }
    }

    /// Takes a file away.
    ///
    /// # Errors
    /// If it is there and cannot be removed.
    pub fn remove(&self, hash: &Hash) -> io::Result<()> {
        gone(fs::remove_file(self.place(hash)))
    }

    /// The hashes of all files.
    ///
    /// # Errors
    /// If a folder cannot be read.
    pub fn all(&self) -> io::Result<Vec<Hash>> {
        let mut all = Vec::new();
        for folder in names(&self.folder)?.iter().filter(|name| name.len() == 2) {
            let files = names(&self.folder.join(folder))?;
            all.extend(files.iter().filter_map(|name| parse(name)));
        }
        Ok(all)
    }

    /// Where a file lies.
    fn place(&self, hash: &Hash) -> PathBuf {
        self.folder.join(relative(hash))
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        if self.temporary {
            // What is left in the system's temporary folder is the system's to clear.
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// A new file that only its owner reads, open for writing and reading. One that is there is gone on with.
///
/// # Errors
/// If it cannot be opened.
pub fn open_part(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Tells the system to begin with bringing some bytes of a file to the disk, where it can be told. Nothing is waited for, and nothing is sure
/// before the file is synced; so it is no matter if it does not.
pub fn begin(file: &File, bytes: Range<u64>) {
    #[cfg(target_os = "linux")]
    if let Some(length) = NonZeroU64::new(bytes.end.saturating_sub(bytes.start)) {
        // Linux writes what it is told will not be read again (`mm/fadvise.c`); what it has not written yet stays in memory.
        let _ = rustix::fs::fadvise(file, bytes.start, Some(length), rustix::fs::Advice::DontNeed);
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (file, bytes);
}

/// That a file is not there is as good as that it was removed.
///
/// # Errors
/// Any other error.
pub fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// A hash in hexadecimal.
pub fn hexadecimal(hash: &[u8]) -> String {
    use std::fmt::Write;
    hash.iter().fold(String::with_capacity(2 * hash.len()), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The hash of 64 hexadecimal digits.
pub fn parse(text: &str) -> Option<Hash> {
    let digits = text.as_bytes();
    if digits.len() != 64 || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let mut hash = [0; 32];
    for (byte, pair) in hash.iter_mut().zip(digits.chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(hash)
}

/// Where a file lies below the folder: not all in one, which some file systems are slow with.
fn relative(hash: &Hash) -> PathBuf {
    let name = hexadecimal(hash);
    Path::new(name.get(..2).unwrap_or_default()).join(&name)
}

/// Names of what is in a folder; none if there is no folder.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
        Ok(entries) => {
            entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
        }
    }
}

/// The SHA-256 of what a reader still holds.
fn digest(mut reader: impl Read) -> io::Result<Hash> {
    let (mut hash, mut piece) = (Sha256::new(), vec![0; PIECE]);
    loop {
        let read = reader.read(&mut piece)?;
        if read == 0 {
            return Ok(hash.finalize().into());
        }
        hash.update(piece.get(..read).unwrap_or_default());
    }
}

/// Has a folder's entries on the disk.
///
/// # Errors
/// If they cannot be brought there.
pub fn sync(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

#[cfg(test)]
mod tests;
