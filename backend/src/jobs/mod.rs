//! The outbox: what is to happen outside the store, promised in the transaction that makes it due.
//!
//! A job is enqueued with the write it belongs to, so neither happens without the other. The worker leases a job, does it and then
//! removes it; if it dies between, the lease ends and the job is done again. So an effect happens at least once, and effects are written
//! to be harmless when repeated: they carry the job's number. A job that fails comes back later and later, and after [`MAX_ATTEMPTS`]
//! rests among the dead letters for somebody to look at.

pub mod backup;
pub mod mail;
mod table;
mod worker;

use std::future::Future;
use std::ops::ControlFlow;
use std::pin::Pin;

use shared::calendar::Instant;

use crate::app::App;
use crate::clock::{DAY, HOUR};
use crate::fault::{Error, Result};
use crate::store::{Order, ReadTx, Span, WriteTx};
use table::{DEAD, DEDUPE, DUE, JOBS, NEXT, Row};

pub use worker::{run, run_until_idle};

/// Attempts after which a job is given up.
pub const MAX_ATTEMPTS: u32 = 8;

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The name of its [`Kind`].
    pub kind: &'static str,
    /// What its kind reads.
    pub payload: Vec<u8>,
    /// Not before this moment; at once if nothing is said.
    pub not_before: Option<Instant>,
    /// Names the event: a second job with the same name is not enqueued, so one event is one message.
    pub dedupe: Option<String>,
}

/// A job on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Its number, the same at each attempt.
    pub number: u64,
    /// When it was promised.
    pub since: Instant,
    /// What its kind reads.
    pub payload: Vec<u8>,
}

/// What an effect or a duty returns.
pub type Running = Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// A kind of job.
#[derive(Clone, Copy)]
pub struct Kind {
    /// Its name, kept with each job: it never changes.
    pub name: &'static str,
    /// Does it; doing it again must be harmless.
    pub run: fn(App, Delivery) -> Running,
}

/// Something done again and again; missing it or doing it twice is harmless.
#[derive(Clone, Copy)]
pub struct Duty {
    /// Its name, for the log.
    pub name: &'static str,
    /// Milliseconds from one time to the next.
    pub every: i64,
    /// Does it.
    pub run: fn(App) -> Running,
}

/// Promises a job.
///
/// # Errors
/// Those of the store.
pub fn enqueue(tx: &mut dyn WriteTx, now: Instant, job: Job) -> Result<()> {
    if let Some(name) = &job.dedupe {
        if DEDUPE.exists(tx, name)? {
            return Ok(());
        }
        DEDUPE.put(tx, name, &now.millis())?;
    }
    let number = NEXT.get(tx, &())?.unwrap_or(1);
    NEXT.put(tx, &(), &(number + 1))?;
    let due = job.not_before.unwrap_or(now);
    let row = Row {
        kind: job.kind.to_owned(),
        payload: job.payload,
        since: now,
        due,
        attempts: 0,
        last_error: None,
    };
    DUE.put(tx, &(due.millis(), number))?;
    Ok(JOBS.put(tx, &number, &row)?)
}

/// Takes back every job of a kind.
///
/// # Errors
/// Those of the store.
pub fn withdraw(tx: &mut dyn WriteTx, kind: &str) -> Result<()> {
    let mut found = Vec::new();
    JOBS.scan(tx, &Span::all(), Order::Ascending, |number, row| {
        if row.kind == kind {
            found.push((row.due.millis(), number));
        }
        Ok(ControlFlow::Continue(()))
    })?;
    for place in found {
        DUE.delete(tx, &place)?;
        JOBS.delete(tx, &place.1)?;
    }
    Ok(())
}

/// How the queue stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backlog {
    /// Jobs that should have been done by now, the ones that failed and come back later included.
    pub undelivered: usize,
    /// Jobs for a later moment.
    pub later: usize,
    /// Jobs given up.
    pub dead: usize,
}

/// How the queue stands now.
///
/// # Errors
/// Those of the store.
pub fn backlog(tx: &dyn ReadTx, now: Instant) -> Result<Backlog> {
    let mut backlog =
        Backlog { dead: DEAD.count(tx, &Span::all(), usize::MAX)?, ..Backlog::default() };
    JOBS.scan(tx, &Span::all(), Order::Ascending, |_, row| {
        let waiting = row.attempts > 0 || row.due <= now;
        *(if waiting { &mut backlog.undelivered } else { &mut backlog.later }) += 1;
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(backlog)
}

/// How many jobs wait, for whatever moment, and how many were given up.
///
/// # Errors
/// Those of the store.
pub fn counts(tx: &dyn ReadTx) -> Result<(u64, u64)> {
    Ok((
        JOBS.count(tx, &Span::all(), usize::MAX)? as u64,
        DEAD.count(tx, &Span::all(), usize::MAX)? as u64,
    ))
}

/// How long an event's name is remembered, in milliseconds.
const DEDUPE_KEPT: i64 = 30 * DAY;

/// Forgets events long past.
pub const PURGE: Duty = Duty { name: "jobs.purge", every: HOUR, run: |app| Box::pin(purge(app)) };

async fn purge(app: App) -> Result<()> {
    let before = app.now().millis() - DEDUPE_KEPT;
    let old = app.store().read(|tx| {
        let mut old = Vec::new();
        DEDUPE.scan(tx, &Span::all(), Order::Ascending, |name, at| {
            if at < before {
                old.push(name);
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok::<_, Error>(old)
    })?;
    if old.is_empty() {
        return Ok(());
    }
    app.store()
        .transact(move |tx| {
            old.iter().try_for_each(|name| Ok(DEDUPE.delete(tx, name).map(drop)?))
        })
        .await
}

#[cfg(test)]
mod tests;
