//! What an engine offers to [`super::Store`], and the form in which closures travel to it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use super::{ReadTx, StoreError, WriteTx};

/// An ordered byte store. See the module documentation for what it must hold to.
pub(super) trait Engine: Send + Sync {
    /// Runs `f` once over a snapshot.
    fn read(&self, f: &mut dyn FnMut(&dyn ReadTx)) -> Result<(), StoreError>;

    /// Queues `job`, which is answered in any case.
    fn submit(&self, job: Box<dyn Job>);

    /// See [`super::Store::generation`].
    fn generation(&self) -> u64;

    /// See [`super::Store::stats`].
    fn stats(&self) -> Result<Stats, StoreError>;

    /// See [`super::Store::check`].
    fn check(&self) -> Result<CheckReport, StoreError>;

    /// See [`super::Store::compact`].
    fn compact(&self) -> Result<CompactReport, StoreError>;

    /// Writes one snapshot into `file`, which must not exist, as a store that can be opened, synced.
    fn copy_to(&self, file: &Path) -> Result<Vec<TableRows>, StoreError>;

    /// See [`super::Store::close`].
    fn close(&self) -> Result<(), StoreError>;
}

/// A table and how much it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRows {
    /// The table's name.
    pub name: String,
    /// How many keys it has.
    pub rows: u64,
}

/// Sizes and counts of a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stats {
    /// Size of the file, in bytes; nought without a file.
    pub file_bytes: u64,
    /// Tables by name.
    pub tables: Vec<TableRows>,
    /// Commits since the store was opened.
    pub commits: u64,
    /// Transactions these commits carried, the failed ones included.
    pub transactions: u64,
    /// Why writes are refused, if they are.
    pub read_only: Option<String>,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckReport {
    /// True when something was wrong and has been put right.
    pub repaired: bool,
    /// Tables by name, all of their keys read.
    pub tables: Vec<TableRows>,
}

/// What compaction gained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CompactReport {
    /// Size of the file before, in bytes.
    pub bytes_before: u64,
    /// Size of the file after, in bytes.
    pub bytes_after: u64,
}

/// A transaction on its way through an engine.
pub(super) trait Job: Send {
    /// Runs it and tells whether its writes are to be kept.
    fn run(&mut self, tx: &mut dyn WriteTx) -> bool;

    /// Tells its writer, after the commit or its failure.
    fn answer(self: Box<Self>, commit: Result<(), StoreError>);
}

/// A closure, what came of it, and whom to tell.
pub(super) struct Closure<F, T, E, R> {
    run: F,
    result: Option<Result<T, E>>,
    reply: R,
}

impl<F, T, E, R> Closure<F, T, E, R>
where
    F: FnMut(&mut dyn WriteTx) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
    R: FnOnce(Result<T, E>) + Send + 'static,
{
    /// A job that runs `run` and gives its outcome to `reply`.
    pub(super) fn boxed(run: F, reply: R) -> Box<dyn Job> {
        Box::new(Closure { run, result: None, reply })
    }
}

impl<F, T, E, R> Job for Closure<F, T, E, R>
where
    F: FnMut(&mut dyn WriteTx) -> Result<T, E> + Send,
    T: Send,
    E: From<StoreError> + Send,
    R: FnOnce(Result<T, E>) + Send,
{
    fn run(&mut self, tx: &mut dyn WriteTx) -> bool {
        // The overlay behind `tx` is thrown away after a panic, so nothing half done is ever seen.
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.run)(tx)));
        let result =
            outcome.unwrap_or_else(|_| Err(StoreError::internal("a transaction panicked").into()));
        let keep = result.is_ok();
        self.result = Some(result);
        keep
    }

    fn answer(self: Box<Self>, commit: Result<(), StoreError>) {
        let result = match (commit, self.result) {
            (Ok(()), Some(result)) => result,
            (Ok(()), None) => Err(StoreError::internal("a transaction was never run").into()),
            (Err(error), _) => Err(error.into()),
        };
        (self.reply)(result);
    }
}
