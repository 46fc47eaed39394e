//! The committing thread: writes what the writer gathered, makes it durable and tells everybody. Groups come one after another, and the
//! writer runs the next one meanwhile.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

use ::redb::{Database, WriteTransaction};

use super::failure::{guarded, words};
use super::reads::definition;
use super::shared::Shared;
use super::writer::Message;
use crate::store::engine::Job;
use crate::store::overlay::Changes;
use crate::store::{StoreError, closed};

/// Transactions that are committed together.
pub(super) struct Group {
    /// They, run.
    pub(super) jobs: Vec<Box<dyn Job>>,
    /// What they changed, or why they could not be run.
    pub(super) changes: Result<Arc<Changes>, StoreError>,
    /// How many groups had failed when the first of them was run: one that fails meanwhile may be what they judged by.
    pub(super) failures: u64,
}

/// Commits groups until none can come any more; says to `writer` after each that it is free.
pub(super) fn run(shared: &Shared, groups: &Receiver<Group>, writer: &Sender<Message>) {
    for Group { jobs, changes, failures } in groups {
        let outcome = serve(shared, changes, failures, jobs.len());
        for job in jobs {
            job.answer(outcome.clone());
        }
        // A writer that is gone needs nobody.
        let _ = writer.send(Message::Free);
    }
}

fn serve(
    shared: &Shared,
    changes: Result<Arc<Changes>, StoreError>,
    failures: u64,
    jobs: usize,
) -> Result<(), StoreError> {
    shared.refusal()?;
    if failures != shared.failures() {
        // Only after a full disk writing goes on. It could not be opened anew as long as this was run over it.
        shared.revive();
        return Err(StoreError::Full);
    }
    let outcome = changes.and_then(|changes| {
        // redb panics on some damaged files: that must not end the thread every writer waits for.
        let outcome = catch_unwind(AssertUnwindSafe(|| commit(shared, &changes, jobs)));
        outcome.unwrap_or_else(|panic| {
            Err(StoreError::Corrupt { path: shared.path.clone(), detail: words(&*panic) })
        })
    });
    outcome.map_err(|error| {
        tracing::error!(%error, "a group of writes could not be committed");
        shared.note_failure(&error);
        unconfirmed(error)
    })
}

/// What the writers of a failed group are told.
fn unconfirmed(error: StoreError) -> StoreError {
    match error {
        StoreError::Full | StoreError::Unavailable { .. } => error,
        other => StoreError::Unavailable { reason: other.to_string() },
    }
}

fn commit(shared: &Shared, changes: &Changes, jobs: usize) -> Result<(), StoreError> {
    if changes.is_empty() {
        return Ok(());
    }
    shared.revive();
    let database = shared.database();
    let database = database.as_ref().ok_or_else(closed)?;
    let path = shared.path.as_path();
    let transaction = begin(path, database)?;
    apply(path, &transaction, changes)?;
    guarded(path, || transaction.commit())?;
    shared.counts.add_commit(jobs);
    Ok(())
}

/// A transaction that is durable when committed and leaves nothing to repair after a crash.
fn begin(path: &Path, database: &Database) -> Result<WriteTransaction, StoreError> {
    let mut transaction = guarded(path, || database.begin_write())?;
    transaction.set_quick_repair(true);
    Ok(transaction)
}

/// Writes all changes, those of a table in the order of their keys.
fn apply(path: &Path, transaction: &WriteTransaction, changes: &Changes) -> Result<(), StoreError> {
    for (name, rows) in changes {
        let mut table = guarded(path, || transaction.open_table(definition(name)))?;
        for (key, value) in rows {
            guarded(path, || match value {
                Some(value) => table.insert(key.as_slice(), value.as_slice()).map(drop),
                None => table.remove(key.as_slice()).map(drop),
            })?;
        }
    }
    Ok(())
}
