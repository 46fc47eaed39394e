//! What the writing thread and the readers share: the open database and the state of its health.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError, RwLock, RwLockReadGuard};
use std::time::{Duration, Instant};

use ::redb::{Database, Error};

use super::failure::{guarded, translate};
use crate::store::{StoreError, closed};

/// Opens the database, the first time and after a failure that passes.
pub(super) type Open = Box<dyn Fn() -> Result<Database, StoreError> + Send + Sync>;

/// How long maintenance waits for readers and writers to leave.
const PATIENCE: Duration = Duration::from_secs(2);

/// The open database.
pub(super) struct Shared {
    /// Its file, for messages; empty for one in memory.
    pub(super) path: PathBuf,
    /// What was done since it was opened.
    pub(super) counts: Counts,
    open: Open,
    /// `None` once closed. Held only while a transaction begins or, by the committer, for one group.
    database: RwLock<Option<Database>>,
    failure: Mutex<Option<StoreError>>,
    /// How many groups could not be committed.
    failures: AtomicU64,
}

/// Counters that only grow.
#[derive(Default)]
pub(super) struct Counts {
    generation: AtomicU64,
    transactions: AtomicU64,
}

impl Counts {
    pub(super) fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    pub(super) fn transactions(&self) -> u64 {
        self.transactions.load(Ordering::Relaxed)
    }

    pub(super) fn add_commit(&self, transactions: usize) {
        self.transactions.fetch_add(transactions as u64, Ordering::Relaxed);
        self.generation.fetch_add(1, Ordering::Release);
    }
}

impl Shared {
    pub(super) fn open(path: PathBuf, open: Open) -> Result<Shared, StoreError> {
        let database = RwLock::new(Some(open()?));
        let (counts, failure, failures) = <_>::default();
        Ok(Shared { path, counts, open, database, failure, failures })
    }

    /// The database while the guard lives.
    pub(super) fn database(&self) -> RwLockReadGuard<'_, Option<Database>> {
        self.database.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Size of the file in bytes, nought without one.
    pub(super) fn file_bytes(&self) -> u64 {
        std::fs::metadata(&self.path).map_or(0, |file| file.len())
    }

    /// Refuses when an earlier failure forbids writing.
    pub(super) fn refusal(&self) -> Result<(), StoreError> {
        match &*self.failure.lock().unwrap_or_else(PoisonError::into_inner) {
            None => Ok(()),
            Some(error) => Err(StoreError::ReadOnly { reason: error.to_string() }),
        }
    }

    /// Takes note that a group could not be committed.
    ///
    /// redb serves nothing more after a failed operation, so after a full disk it is opened anew:
    /// the last commit is readable again, and the next group finds out whether there is room. After
    /// any other failure what is on disk is uncertain, and writing ends here.
    pub(super) fn note_failure(&self, error: &StoreError) {
        self.failures.fetch_add(1, Ordering::SeqCst);
        if *error == StoreError::Full {
            self.reopen();
            return;
        }
        let mut failure = self.failure.lock().unwrap_or_else(PoisonError::into_inner);
        failure.get_or_insert_with(|| error.clone());
    }

    /// How many groups could not be committed so far.
    pub(super) fn failures(&self) -> u64 {
        self.failures.load(Ordering::SeqCst)
    }

    /// Opens the database again if a failed reopening left it closed.
    pub(super) fn revive(&self) {
        if self.database().is_none() {
            self.reopen();
        }
    }

    fn reopen(&self) {
        let mut database = self.database.write().unwrap_or_else(PoisonError::into_inner);
        // Closing a failed database fails; what matters is that it lets go of the file.
        let _ = guarded(&self.path, || database.take().map_or(Ok(()), Database::close));
        *database = (self.open)().ok();
    }

    /// Runs `maintenance` when no transaction is under way.
    ///
    /// It asks again and again instead of queueing for the lock, since a queue would make readers
    /// inside readers wait for one that waits for them.
    pub(super) fn alone<T, E: Into<Error>>(
        &self,
        maintenance: impl Fn(&mut Database) -> Result<T, E>,
    ) -> Result<T, StoreError> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Ok(mut database) = self.database.try_write() {
                let database = database.as_mut().ok_or_else(closed)?;
                match guarded(&self.path, || maintenance(database)) {
                    Err(StoreError::Busy) => {}
                    outcome => return outcome,
                }
            }
            if Instant::now() >= deadline {
                return Err(StoreError::Busy);
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Closes the database; every later transaction finds it closed.
    pub(super) fn close(&self) -> Result<(), StoreError> {
        let mut database = self.database.write().unwrap_or_else(PoisonError::into_inner);
        let Some(database) = database.take() else { return Ok(()) };
        database.close().map_err(|error| translate(&self.path, error))
    }
}
