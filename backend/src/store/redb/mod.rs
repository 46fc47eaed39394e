//! The embedded engine: one file, one writing thread, readers on snapshots. No other folder names
//! the redb crate.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use ::redb::{Builder, Database};

use super::engine::{CheckReport, CompactReport, Engine, Job, Stats, TableRows};
use super::{Options, ReadTx, StoreError};

mod copy;
mod failure;
mod file;
mod reads;
mod shared;
mod writer;

pub(super) use file::{create_private, refuse_if_in_use, sync_folder_of};
use reads::Snapshot;
use shared::Shared;

/// The engine over one database. Dropping it finishes the writes that wait.
pub(super) struct Redb {
    shared: Arc<Shared>,
    queue: Mutex<Option<Sender<Box<dyn Job>>>>,
    writer: Mutex<Option<JoinHandle<()>>>,
}

/// Opens the database in `path`, made if it is not there.
pub(super) fn open_file(path: &Path, options: &Options) -> Result<Redb, StoreError> {
    file::create_missing(path)?;
    let (path, options) = (path.to_owned(), options.clone());
    Redb::start(path.clone(), Box::new(move || file::open(&path, &options)))
}

/// A database in memory.
pub(super) fn open_memory() -> Result<Redb, StoreError> {
    Redb::start(
        PathBuf::new(),
        Box::new(|| {
            Builder::new()
                .create_with_backend(::redb::backends::InMemoryBackend::new())
                .map_err(|error| failure::translate(Path::new(""), error))
        }),
    )
}

impl Redb {
    /// Opens by `open`, which is called again to recover from a full disk.
    fn start(path: PathBuf, open: shared::Open) -> Result<Redb, StoreError> {
        let shared = Arc::new(Shared::open(path, open)?);
        let (queue, jobs) = channel();
        let of_writer = Arc::clone(&shared);
        let writer = std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || writer::run(&of_writer, &jobs))
            .map_err(|error| StoreError::io(&shared.path, &error))?;
        Ok(Redb { shared, queue: Mutex::new(Some(queue)), writer: Mutex::new(Some(writer)) })
    }

    /// Lets the writer finish what is queued, and waits for it.
    fn drain(&self) {
        drop(self.queue.lock().unwrap_or_else(PoisonError::into_inner).take());
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
        // The last handle may go inside a transaction: the writer cannot wait for itself.
        if let Some(writer) = writer.filter(|it| it.thread().id() != std::thread::current().id()) {
            let _ = writer.join();
        }
    }
}

impl Drop for Redb {
    fn drop(&mut self) {
        self.drain();
    }
}

impl Engine for Redb {
    fn read(&self, f: &mut dyn FnMut(&dyn ReadTx)) -> Result<(), StoreError> {
        f(&Snapshot::begin(&self.shared)?);
        Ok(())
    }

    fn submit(&self, job: Box<dyn Job>) {
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        // Without a queue, or with the writer gone, dropping the job tells its writer.
        if let Some(queue) = queue.as_ref() {
            let _ = queue.send(job);
        }
    }

    fn generation(&self) -> u64 {
        self.shared.counts.generation()
    }

    fn stats(&self) -> Result<Stats, StoreError> {
        Ok(Stats {
            file_bytes: self.shared.file_bytes(),
            tables: Snapshot::begin(&self.shared)?.tables()?,
            commits: self.shared.counts.generation(),
            transactions: self.shared.counts.transactions(),
            read_only: self.shared.refusal().err().map(|error| error.to_string()),
        })
    }

    fn check(&self) -> Result<CheckReport, StoreError> {
        let clean = self.shared.alone(Database::check_integrity)?;
        let snapshot = Snapshot::begin(&self.shared)?;
        Ok(CheckReport { repaired: !clean, tables: snapshot.tables()? })
    }

    fn compact(&self) -> Result<CompactReport, StoreError> {
        let bytes_before = self.shared.file_bytes();
        self.shared.alone(Database::compact)?;
        Ok(CompactReport { bytes_before, bytes_after: self.shared.file_bytes() })
    }

    fn copy_to(&self, file: &Path) -> Result<Vec<TableRows>, StoreError> {
        copy::copy(&Snapshot::begin(&self.shared)?, file)
    }

    fn close(&self) -> Result<(), StoreError> {
        self.drain();
        self.shared.close()
    }
}
