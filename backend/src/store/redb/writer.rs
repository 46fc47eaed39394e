//! The writing thread: takes what waits, runs it, commits once, answers everybody.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::rc::Rc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use ::redb::{Database, Table, WriteTransaction};

use super::failure::{guarded, words};
use super::reads::{self, Bytes, definition};
use super::shared::Shared;
use crate::store::engine::Job;
use crate::store::overlay::{Changes, Overlay, lay_over};
use crate::store::{KeyRange, Order, ReadTx, StoreError, Visit, closed};

/// Most transactions in one commit: beyond, waiting longer costs more than the commit saved.
const LARGEST_GROUP: usize = 512;

/// How long a group waits for the writers that shared the last one. They were answered a moment ago
/// and are about to write again; without the wait they would split into two groups that alternate,
/// each waiting for the other's commit.
const GATHERING: Duration = Duration::from_micros(500);

/// Bytes of changes that a group gathers before they go into their tables, all at once and in order: what several writers changed
/// goes in once.
const MOST_PENDING: usize = 1024 * 1024;

/// Serves `queue` until nobody can fill it any more and it is empty.
pub(super) fn run(shared: &Shared, queue: &Receiver<Box<dyn Job>>) {
    let mut last_group = 1;
    while let Ok(first) = queue.recv() {
        let jobs = gather(first, queue, last_group);
        last_group = jobs.len();
        serve(shared, jobs);
    }
}

fn gather(
    first: Box<dyn Job>,
    queue: &Receiver<Box<dyn Job>>,
    expected: usize,
) -> Vec<Box<dyn Job>> {
    let mut jobs = vec![first];
    jobs.extend(queue.try_iter().take(LARGEST_GROUP - 1));
    let deadline = Instant::now() + GATHERING;
    while jobs.len() < expected {
        match queue.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(job) => jobs.push(job),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
        }
    }
    jobs
}

fn serve(shared: &Shared, mut jobs: Vec<Box<dyn Job>>) {
    let outcome = shared.refusal().and_then(|()| {
        // redb panics on some damaged files: that must not end the thread every writer waits for.
        let outcome = catch_unwind(AssertUnwindSafe(|| commit(shared, &mut jobs)));
        let outcome = outcome.unwrap_or_else(|panic| {
            Err(StoreError::Corrupt { path: shared.path.clone(), detail: words(&*panic) })
        });
        outcome.map_err(|error| {
            tracing::error!(%error, "a group of writes could not be committed");
            shared.note_failure(&error);
            unconfirmed(error)
        })
    });
    for job in jobs {
        job.answer(outcome.clone());
    }
}

/// What the writers of a failed group are told.
fn unconfirmed(error: StoreError) -> StoreError {
    match error {
        StoreError::Full | StoreError::Unavailable { .. } => error,
        other => StoreError::Unavailable { reason: other.to_string() },
    }
}

fn commit(shared: &Shared, jobs: &mut [Box<dyn Job>]) -> Result<(), StoreError> {
    shared.revive();
    let database = shared.database();
    let database = database.as_ref().ok_or_else(closed)?;
    let path = shared.path.as_path();
    let transaction = begin(path, database)?;
    let changed = run_jobs(path, &transaction, jobs)?;
    if !changed {
        return guarded(path, || transaction.abort());
    }
    guarded(path, || transaction.commit())?;
    shared.counts.add_commit(jobs.len());
    Ok(())
}

/// A transaction that is durable when committed and leaves nothing to repair after a crash.
fn begin(path: &Path, database: &Database) -> Result<WriteTransaction, StoreError> {
    let mut transaction = guarded(path, || database.begin_write())?;
    transaction.set_quick_repair(true);
    Ok(transaction)
}

/// Runs the jobs one after another, each over what those before it left, and tells whether any of them changed anything.
fn run_jobs(
    path: &Path,
    transaction: &WriteTransaction,
    jobs: &mut [Box<dyn Job>],
) -> Result<bool, StoreError> {
    let mut tables =
        Tables { transaction, open: RefCell::default(), failure: RefCell::default(), path };
    let (mut changed, mut pending, mut bytes) = (false, Changes::new(), 0);
    for job in jobs {
        let group = Overlay::over(&tables, pending);
        let mut own = Overlay::new(&group);
        let keep = job.run(&mut own);
        let changes = own.into_changes();
        pending = group.into_changes();
        tables.stop_if_failed()?;
        if keep {
            changed |= !changes.is_empty();
            bytes += lay_over(&mut pending, changes);
        }
        if bytes > MOST_PENDING {
            tables.apply(std::mem::take(&mut pending))?;
            bytes = 0;
        }
    }
    tables.apply(pending)?;
    Ok(changed)
}

type OpenTable<'a> = Rc<Table<'a, Bytes, Bytes>>;

/// The tables of the open transaction, each opened when first asked for.
struct Tables<'a> {
    transaction: &'a WriteTransaction,
    open: RefCell<BTreeMap<&'static str, OpenTable<'a>>>,
    /// The first failure of the disk that a job met. It would name the cause to its job alone, and
    /// the commit would only say that something went wrong before.
    failure: RefCell<Option<StoreError>>,
    path: &'a Path,
}

impl<'a> Tables<'a> {
    fn table(&self, name: &'static str) -> Result<OpenTable<'a>, StoreError> {
        if let Some(table) = self.open.borrow().get(name) {
            return Ok(Rc::clone(table));
        }
        let table = guarded(self.path, || self.transaction.open_table(definition(name)))?;
        let table = Rc::new(table);
        self.open.borrow_mut().insert(name, Rc::clone(&table));
        Ok(table)
    }

    fn note<T>(&self, outcome: Result<T, StoreError>) -> Result<T, StoreError> {
        if let Err(error @ (StoreError::Full | StoreError::Io { .. })) = &outcome {
            self.failure.borrow_mut().get_or_insert_with(|| error.clone());
        }
        outcome
    }

    fn stop_if_failed(&self) -> Result<(), StoreError> {
        self.failure.borrow_mut().take().map_or(Ok(()), Err)
    }

    fn apply(&mut self, changes: Changes) -> Result<(), StoreError> {
        for (name, rows) in changes {
            self.table(name)?;
            let table = self.open.get_mut().get_mut(name).and_then(Rc::get_mut);
            let table = table.ok_or_else(|| StoreError::internal("a table is still being read"))?;
            for (key, value) in rows {
                guarded(self.path, || match value {
                    Some(value) => table.insert(key.as_slice(), value.as_slice()).map(drop),
                    None => table.remove(key.as_slice()).map(drop),
                })?;
            }
        }
        Ok(())
    }
}

impl ReadTx for Tables<'_> {
    fn get(&self, table: &'static str, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.note(self.table(table).and_then(|table| reads::get(self.path, &*table, key)))
    }

    fn scan(
        &self,
        table: &'static str,
        range: KeyRange<'_>,
        order: Order,
        visit: &mut Visit<'_>,
    ) -> Result<(), StoreError> {
        let table = self.note(self.table(table))?;
        self.note(reads::scan(self.path, &*table, range, order, visit))
    }
}
