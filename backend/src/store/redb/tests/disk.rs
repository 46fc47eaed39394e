//! A disk in memory that loses power, fails or runs full when told.

use std::collections::HashSet;
use std::io::{Error, ErrorKind};
use std::sync::{Arc, Mutex, MutexGuard};

use ::redb::StorageBackend;

/// A handle on the disk; clones are the same disk.
#[derive(Debug, Clone, Default)]
pub(super) struct Disk(Arc<Mutex<State>>);

/// What survives a power cut for certain, and what may survive in part.
#[derive(Debug, Clone, Default)]
pub(super) struct Cut {
    synced: Vec<u8>,
    unsynced: Vec<Change>,
}

#[derive(Debug, Default)]
struct State {
    bytes: Vec<u8>,
    since_sync: Cut,
    operations: u64,
    cut_at: Option<u64>,
    cut: Option<Cut>,
    failure: Option<(u64, ErrorKind)>,
    blocks: HashSet<usize>,
    capacity: Option<usize>,
}

#[derive(Debug, Clone)]
enum Change {
    Length(usize),
    Write(usize, Vec<u8>),
}

const BLOCK: usize = 4096;
/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

impl Disk {
    /// A disk that holds `bytes`, synced.
    pub(super) fn holding(bytes: Vec<u8>) -> Disk {
        let disk = Disk::default();
        disk.state().since_sync.synced.clone_from(&bytes);
        disk.state().bytes = bytes;
        disk
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// How many operations there were.
    pub(super) fn operations(&self) -> u64 {
        self.state().operations
    }

    /// Remembers what a power cut just before operation `number` would have left.
    pub(super) fn cut_at(&self, number: u64) {
        self.state().cut_at = Some(number);
    }

    /// The remembered power cut, if it came to that.
    pub(super) fn cut(&self) -> Option<Cut> {
        self.state().cut.clone()
    }

    /// What a power cut now would leave.
    pub(super) fn cut_now(&self) -> Cut {
        self.state().since_sync.clone()
    }

    /// Makes operation `number` fail, and no other.
    pub(super) fn fail_at(&self, number: u64, kind: ErrorKind) {
        self.state().failure = Some((number, kind));
    }

    /// Lets the disk hold `blocks` blocks and no more.
    pub(super) fn limit(&self, blocks: Option<usize>) {
        self.state().capacity = blocks;
    }

    /// How many blocks were ever written.
    pub(super) fn blocks(&self) -> usize {
        self.state().blocks.len()
    }
}

impl State {
    fn begin_operation(&mut self) -> Result<(), Error> {
        self.operations += 1;
        if self.cut_at == Some(self.operations) {
            self.cut = Some(self.since_sync.clone());
        }
        match self.failure {
            Some((number, kind)) if number == self.operations => Err(kind.into()),
            _ => Ok(()),
        }
    }

    fn take_blocks(&mut self, offset: usize, length: usize) -> Result<(), Error> {
        for block in offset / BLOCK..(offset + length).div_ceil(BLOCK) {
            let full = self.capacity.is_some_and(|capacity| self.blocks.len() >= capacity);
            if full && !self.blocks.contains(&block) {
                return Err(ErrorKind::StorageFull.into());
            }
            self.blocks.insert(block);
        }
        Ok(())
    }
}

impl Cut {
    /// What a disk may hold after this cut: of what was not synced, `survives` chooses sectors.
    pub(super) fn leaves(&self, mut survives: impl FnMut() -> bool) -> Vec<u8> {
        let mut bytes = self.synced.clone();
        for change in &self.unsynced {
            match change {
                Change::Length(length) if survives() => bytes.resize(*length, 0),
                Change::Length(_) => {}
                Change::Write(offset, data) => {
                    for (number, sector) in data.chunks(SECTOR).enumerate() {
                        if survives() {
                            overwrite(&mut bytes, offset + number * SECTOR, sector);
                        }
                    }
                }
            }
        }
        bytes
    }
}

fn overwrite(bytes: &mut Vec<u8>, offset: usize, data: &[u8]) {
    let end = offset + data.len();
    if bytes.len() < end {
        bytes.resize(end, 0);
    }
    bytes[offset..end].copy_from_slice(data);
}

impl StorageBackend for Disk {
    fn len(&self) -> Result<u64, Error> {
        Ok(self.state().bytes.len() as u64)
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> Result<(), Error> {
        let mut state = self.state();
        state.begin_operation()?;
        let start = offset as usize;
        let stored = state.bytes.get(start..start + out.len());
        out.copy_from_slice(stored.ok_or(ErrorKind::UnexpectedEof)?);
        Ok(())
    }

    fn set_len(&self, length: u64) -> Result<(), Error> {
        let mut state = self.state();
        state.begin_operation()?;
        state.bytes.resize(length as usize, 0);
        state.since_sync.unsynced.push(Change::Length(length as usize));
        Ok(())
    }

    fn sync_data(&self) -> Result<(), Error> {
        let mut state = self.state();
        state.begin_operation()?;
        state.since_sync = Cut { synced: state.bytes.clone(), unsynced: Vec::new() };
        Ok(())
    }

    fn write(&self, offset: u64, data: &[u8]) -> Result<(), Error> {
        let mut state = self.state();
        let offset = offset as usize;
        let outcome = state.begin_operation().and_then(|()| state.take_blocks(offset, data.len()));
        // A failed write may have got half-way.
        let written = if outcome.is_ok() { data } else { &data[..data.len() / 2] };
        overwrite(&mut state.bytes, offset, written);
        state.since_sync.unsynced.push(Change::Write(offset, written.to_vec()));
        outcome
    }
}
