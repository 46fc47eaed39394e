//! The embedded engine: one file, one thread that runs the writes and one that commits them, readers on snapshots. No other folder names
//! the redb crate.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{SendError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle, ThreadId};

use ::redb::{Builder, Database};

use super::engine::{CheckReport, CompactReport, Engine, Job, Stats, TableRows};
use super::{Options, ReadTx, StoreError, closed};

mod committer;
mod copy;
mod failure;
mod file;
mod reads;
mod shared;
#[cfg(test)]
mod tests;
mod writer;

pub(super) use file::{create_private, refuse_if_in_use, sync_folder_of};
use reads::Snapshot;
use shared::Shared;
use writer::Message;

/// The engine over one database. Dropping it finishes the writes that wait.
pub(super) struct Redb {
    shared: Arc<Shared>,
    queue: Mutex<Option<Sender<Message>>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
    ids: Vec<ThreadId>,
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
        let (queue, heard) = channel();
        let (committer, groups) = channel();
        let (of_writer, of_committer) = (Arc::clone(&shared), Arc::clone(&shared));
        let free = queue.clone();
        let writer = spawn("store-writer", move || writer::run(&of_writer, &heard, &committer));
        let committer = spawn("store-committer", move || {
            committer::run(&of_committer, &groups, &free);
        });
        let threads = writer.and_then(|writer| Ok(vec![writer, committer?]));
        let threads = threads.map_err(|error| StoreError::io(&shared.path, &error))?;
        let ids = threads.iter().map(|thread| thread.thread().id()).collect();
        Ok(Redb { shared, queue: Mutex::new(Some(queue)), threads: Mutex::new(threads), ids })
    }

    /// True inside a transaction, where waiting for the writer would be waiting for oneself.
    fn inside_a_transaction(&self) -> bool {
        self.ids.contains(&thread::current().id())
    }

    /// Lets the writer finish what is queued, and waits for it.
    fn drain(&self) {
        if let Some(queue) = self.queue.lock().unwrap_or_else(PoisonError::into_inner).take() {
            let _ = queue.send(Message::Close);
        }
        let mut threads = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        // The last handle on the store may go inside a transaction.
        for thread in threads.drain(..).filter(|_| !self.inside_a_transaction()) {
            let _ = thread.join();
        }
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<JoinHandle<()>> {
    thread::Builder::new().name(name.to_owned()).spawn(work)
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
        if self.inside_a_transaction() {
            let detail = "a transaction was started inside another";
            return job.answer(Err(StoreError::internal(detail)));
        }
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(open) = queue.as_ref() else { return job.answer(Err(closed())) };
        if let Err(SendError(Message::Job(job))) = open.send(Message::Job(job)) {
            job.answer(Err(closed()));
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
        if self.inside_a_transaction() {
            return Err(StoreError::Busy);
        }
        self.drain();
        self.shared.close()
    }
}
