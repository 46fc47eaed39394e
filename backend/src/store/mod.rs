//! The persistent store: ordered byte tables and a retryable closure transaction.
//!
//! # The boundary
//! An engine offers named tables that map byte keys to byte values in key order, and no more than
//! the verbs of [`ReadTx`] and [`WriteTx`]. All that the program knows about records, indexes,
//! queues and audit trails stands above it, once, in [`Table`] and [`Index`]. The embedded engine is
//! redb (the folder `redb`); one that speaks the PostgreSQL protocol can serve the same verbs.
//!
//! # Why writers are committed in groups
//! A durable commit costs two `fdatasync`s whatever it holds, so the disk allows some hundreds of
//! commits a second and no more. One thread runs the closures that wait, one after another, each
//! over what those before it left in memory. Another commits all of them at once and only then
//! answers; meanwhile the first runs the next ones, over what is not on the disk yet. Many writers
//! share the price of one, and nobody is told "done" before it is on disk.
//!
//! # Where rows lie
//! The disk takes pages in a row ten times as fast as pages here and there. So a key begins with what
//! happened (a request, an idempotency key: their ids begin with the time), unless somebody asks for
//! all of a person or a company: what is written at about the same time then lies in the same pages.
//!
//! # What always holds
//! - *Serializable*: a closure sees the effects of all closures before it and of none beside it.
//! - *All or nothing*: a closure writes into an overlay of its own. `Ok` merges it, `Err` or a panic
//!   drops it, and the others of the group never notice.
//! - *Acknowledged means durable*: `Ok` is returned after the commit reached the disk. A commit that
//!   fails is reported to every writer of its group and of the group that was run over it, their own
//!   errors included, since they may have judged by writes that never came to be.
//! - *After a failed commit no write is accepted* until the store is reopened; a full disk is the
//!   one failure it recovers from by itself, by reopening as soon as there is room.
//! - *Readers never wait*: each [`Store::read`] sees one snapshot. Keep it short, since a snapshot
//!   keeps the pages it sees from being reused.
//! - *Damage is reported, not served*: a damaged file is [`StoreError::Corrupt`], never a panic.
//!
//! Closures may be run again by engines that resolve conflicts by retrying: they must have no
//! effect but through the transaction they are given.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use tokio::sync::{Semaphore, oneshot};

mod backup;
mod engine;
mod error;
mod index;
pub mod key;
pub mod migrate;
mod overlay;
mod redb;
mod span;
mod table;
mod tuple;

pub use backup::{BackupReport, manifest_path};
pub use engine::{CheckReport, CompactReport, Stats, TableRows};
pub use error::StoreError;
pub use index::Index;
pub use key::Key;
pub use span::{KeyRange, Order, Span};
pub use table::{Page, Record, Table};
pub use tuple::PrefixOf;

use engine::{Closure, Engine};

/// Longest key, in bytes. Other engines keep keys in index pages and could take no more.
pub const MAX_KEY_BYTES: usize = 2_000;

/// Longest value, in bytes. Larger things are attachments, which do not live here.
pub const MAX_VALUE_BYTES: usize = 16 * 1024 * 1024;

/// What a scan calls for each pair of key and value; `Break` ends the scan.
pub type Visit<'a> = dyn FnMut(&[u8], &[u8]) -> Result<ControlFlow<()>, StoreError> + 'a;

/// Reading: a consistent view of all tables. A table never written to is empty.
pub trait ReadTx {
    /// The value under `key`.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] or [`StoreError::Unavailable`] when the engine cannot read.
    fn get(&self, table: &'static str, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError>;

    /// Shows the pairs of `range` to `visit` in `order` until it breaks or fails.
    ///
    /// # Errors
    /// Those of [`ReadTx::get`], and whatever `visit` fails with.
    fn scan(
        &self,
        table: &'static str,
        range: KeyRange<'_>,
        order: Order,
        visit: &mut Visit<'_>,
    ) -> Result<(), StoreError>;
}

/// Writing: what is put or deleted is seen at once by this transaction and by nobody else before it
/// is committed. `&mut dyn WriteTx` serves wherever `&dyn ReadTx` is wanted.
pub trait WriteTx: ReadTx {
    /// Puts `value` under `key`, in place of what was there.
    ///
    /// # Errors
    /// [`StoreError::TooLarge`] beyond [`MAX_KEY_BYTES`] or [`MAX_VALUE_BYTES`].
    fn put(&mut self, table: &'static str, key: &[u8], value: &[u8]) -> Result<(), StoreError>;

    /// Deletes `key` and tells whether it was there.
    ///
    /// # Errors
    /// Those of [`ReadTx::get`].
    fn delete(&mut self, table: &'static str, key: &[u8]) -> Result<bool, StoreError>;
}

/// How to open a store.
#[derive(Debug, Clone)]
pub struct Options {
    /// Memory for cached pages, in bytes.
    pub cache_bytes: usize,
    /// Files up to this many bytes have every page verified when they are opened; larger ones only
    /// by [`Store::check`], since reading them whole would delay the start.
    pub verify_up_to_bytes: u64,
    /// The schema's history.
    pub steps: &'static [migrate::Step],
}

impl Default for Options {
    fn default() -> Options {
        Options {
            cache_bytes: 24 * 1024 * 1024,
            verify_up_to_bytes: 32 * 1024 * 1024,
            steps: migrate::STEPS,
        }
    }
}

/// Writers of one process that may wait for their commit at a time; more wait to be let in.
const WAITING_WRITERS: usize = 1024;

/// A cheap handle on an open store. The store closes when its last handle goes, or by
/// [`Store::close`].
#[derive(Clone)]
pub struct Store {
    engine: Arc<dyn Engine>,
    slots: Arc<Semaphore>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("generation", &self.generation()).finish_non_exhaustive()
    }
}

impl Store {
    /// Opens the store in the file `path`, made if it is not there, and brings its schema up to date.
    ///
    /// # Errors
    /// [`StoreError::InUse`], [`StoreError::NewerSchema`], [`StoreError::Corrupt`],
    /// [`StoreError::Full`] or [`StoreError::Io`].
    #[expect(clippy::needless_pass_by_value, reason = "options read best built in place")]
    pub fn open(path: &Path, options: Options) -> Result<Store, StoreError> {
        let store = Store::over(redb::open_file(path, &options)?);
        migrate::bring_up_to_date(&store, path, options.steps)?;
        Ok(store)
    }

    /// An empty store without a file, for tests: the same engine over memory.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn in_memory() -> Result<Store, StoreError> {
        let store = Store::over(redb::open_memory()?);
        migrate::bring_up_to_date(&store, Path::new(""), migrate::STEPS)?;
        Ok(store)
    }

    fn over(engine: impl Engine + 'static) -> Store {
        Store { engine: Arc::new(engine), slots: Arc::new(Semaphore::new(WAITING_WRITERS)) }
    }

    /// Runs `f` over a snapshot of the last commit. It does not wait for writers.
    ///
    /// # Errors
    /// What `f` fails with, or the engine's failure to begin.
    pub fn read<T, E: From<StoreError>>(
        &self,
        f: impl FnOnce(&dyn ReadTx) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut f = Some(f);
        let mut result = None;
        self.engine.read(&mut |tx| result = f.take().map(|f| f(tx)))?;
        result.unwrap_or_else(|| Err(StoreError::internal("a reader was never run").into()))
    }

    /// Runs `f` in a transaction and waits until it is durable.
    ///
    /// `Err` from `f` drops what it wrote. `f` may be run again and must have no other effects.
    /// Dropping the future once it was polled does not take the transaction back.
    ///
    /// # Errors
    /// What `f` fails with; [`StoreError::Unavailable`] or [`StoreError::Full`] when the commit could
    /// not be confirmed, [`StoreError::ReadOnly`] when none is tried any more;
    /// [`StoreError::Internal`] when `f` panicked.
    pub async fn transact<T, E>(
        &self,
        f: impl FnMut(&mut dyn WriteTx) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let Ok(slot) = Arc::clone(&self.slots).acquire_owned().await else {
            return Err(closed().into());
        };
        let (reply, answer) = oneshot::channel();
        // A writer that stopped waiting has nobody to tell: its transaction stands all the same.
        self.engine.submit(Closure::boxed(f, move |result| {
            drop(slot);
            let _ = reply.send(result);
        }));
        answer.await.unwrap_or_else(|_| Err(closed().into()))
    }

    /// [`Store::transact`] for the command line and for blocking threads.
    ///
    /// # Errors
    /// Those of [`Store::transact`].
    pub fn transact_blocking<T, E>(
        &self,
        f: impl FnMut(&mut dyn WriteTx) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (reply, answer) = std::sync::mpsc::sync_channel(1);
        self.engine.submit(Closure::boxed(f, move |result| {
            let _ = reply.send(result);
        }));
        answer.recv().unwrap_or_else(|_| Err(closed().into()))
    }

    /// A number that grows by one with each commit that changed something. One who caches a view of
    /// the data takes the number first and reads then: an unchanged number means an unchanged view.
    pub fn generation(&self) -> u64 {
        self.engine.generation()
    }

    /// Sizes and counts, cheap enough to be asked for every few seconds.
    ///
    /// # Errors
    /// As [`ReadTx::get`].
    pub fn stats(&self) -> Result<Stats, StoreError> {
        self.engine.stats()
    }

    /// Verifies every page of the store and repairs what can be repaired.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when it cannot be repaired, [`StoreError::Busy`] when readers or
    /// writers do not leave within some seconds.
    pub fn check(&self) -> Result<CheckReport, StoreError> {
        self.engine.check()
    }

    /// Gives unused pages back to the file system.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when readers or writers do not leave within some seconds.
    pub fn compact(&self) -> Result<CompactReport, StoreError> {
        self.engine.compact()
    }

    /// Copies one snapshot into the new file `dest` while work goes on, and writes its SHA-256
    /// beside it.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when `dest` is there, [`StoreError::Full`] or [`StoreError::Io`].
    pub fn backup(&self, dest: &Path) -> Result<BackupReport, StoreError> {
        if dest.exists() {
            return Err(StoreError::Exists { path: dest.to_owned() });
        }
        backup::write(self.engine.as_ref(), dest)
    }

    /// Puts the backup `from` in place as the store `to`, having verified it against its manifest.
    /// With `replace` a store that is there is set aside under `to` with `.replaced` added.
    ///
    /// # Errors
    /// [`StoreError::BadBackup`], [`StoreError::Exists`], [`StoreError::InUse`],
    /// [`StoreError::NewerSchema`], [`StoreError::Full`] or [`StoreError::Io`]; `to` is then as it
    /// was before.
    pub fn restore(from: &Path, to: &Path, replace: bool) -> Result<BackupReport, StoreError> {
        backup::restore(from, to, replace)
    }

    /// Finishes the writes that wait, commits them and closes the file. Other handles find the
    /// store closed.
    ///
    /// # Errors
    /// What the engine reports while closing; every acknowledged write is safe all the same.
    pub fn close(self) -> Result<(), StoreError> {
        self.engine.close()
    }
}

fn closed() -> StoreError {
    StoreError::Unavailable { reason: "the store is closed".to_owned() }
}
