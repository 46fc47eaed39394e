//! Doing what was promised.

use std::sync::PoisonError;
use std::time::Duration;

use shared::calendar::Instant;
use tokio_util::sync::CancellationToken;

use super::table::{DEAD, DUE, JOBS, Row};
use super::{Delivery, Duty, MAX_ATTEMPTS};
use crate::app::{App, DUTIES, KINDS};
use crate::clock::MINUTE;
use crate::fault::Result;
use crate::store::{Order, Span, WriteTx};

/// How long a worker may take for a job before another one tries, in milliseconds.
const LEASE: i64 = 5 * MINUTE;
/// First wait after a failure, in milliseconds; each further one is twice as long.
const FIRST_WAIT: i64 = MINUTE / 2;
/// The worker looks again after this long even if nobody woke it.
const LOOK_AGAIN: Duration = Duration::from_secs(20);

/// Works until told to stop; what is being done then is finished first.
pub async fn run(app: App, stop: CancellationToken) {
    loop {
        if let Err(error) = run_until_idle(&app).await {
            let (fault, log) = error.fault();
            tracing::error!(code = fault.code(), detail = log, "the job queue cannot be worked on");
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = app.jobs_waiting().notified() => {}
            () = tokio::time::sleep(LOOK_AGAIN) => {}
        }
    }
}

/// Does the duties and jobs that are due, until there are none; how many jobs were done.
///
/// # Errors
/// Those of the store; a job that fails is no error but comes back later.
pub async fn run_until_idle(app: &App) -> Result<usize> {
    for duty in DUTIES.iter().filter(|duty| is_due(app, duty)) {
        // One that fails is tried again at its time, and must not keep jobs from being done.
        if let Err(error) = (duty.run)(app.clone()).await {
            let (fault, log) = error.fault();
            tracing::error!(duty = duty.name, code = fault.code(), detail = log, "a duty failed");
        }
    }
    let mut done = 0;
    while let Some((delivery, row)) = lease(app).await? {
        let number = delivery.number;
        let outcome = attempt(app, &row, delivery).await;
        if outcome.is_ok() {
            done += 1;
        }
        finish(app, number, row, outcome).await?;
    }
    Ok(done)
}

/// Whether it is time for the duty; if so, it counts as done.
fn is_due(app: &App, duty: &Duty) -> bool {
    let now = app.now();
    let mut done = app.duties_done().lock().unwrap_or_else(PoisonError::into_inner);
    let due = done.get(duty.name).is_none_or(|last| now.millis() - last.millis() >= duty.every);
    if due {
        done.insert(duty.name, now);
    }
    due
}

/// Takes the job that has been due longest, for [`LEASE`].
async fn lease(app: &App) -> Result<Option<(Delivery, Row)>> {
    let now = app.now();
    let due = Span::until(&(now.millis() + 1));
    // Most of the time there is nothing, and finding that out must not cost a commit.
    if app.store().read(|tx| DUE.first(tx, &due, Order::Ascending))?.is_none() {
        return Ok(None);
    }
    app.store()
        .transact(move |tx| {
            let Some((at, number)) = DUE.first(tx, &due, Order::Ascending)? else {
                return Ok(None);
            };
            DUE.delete(tx, &(at, number))?;
            let Some(mut row) = JOBS.get(tx, &number)? else { return Ok(None) };
            row.attempts += 1;
            reschedule(tx, number, &mut row, now.plus_millis(LEASE))?;
            Ok(Some((Delivery { number, since: row.since, payload: row.payload.clone() }, row)))
        })
        .await
}

async fn attempt(app: &App, row: &Row, delivery: Delivery) -> std::result::Result<(), String> {
    let Some(kind) = KINDS.iter().find(|kind| kind.name == row.kind) else {
        return Err(format!("this program knows no job of kind {}", row.kind));
    };
    // A task of its own, so that a panic is one failed attempt and not the end of the worker.
    match tokio::spawn((kind.run)(app.clone(), delivery)).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(error.to_string()),
        Err(_) => Err("the job panicked".to_owned()),
    }
}

async fn finish(
    app: &App,
    number: u64,
    row: Row,
    outcome: std::result::Result<(), String>,
) -> Result<()> {
    let now = app.now();
    if let Err(error) = &outcome {
        tracing::warn!(
            job = number,
            kind = row.kind,
            attempts = row.attempts,
            error,
            "a job failed"
        );
    }
    app.store()
        .transact(move |tx| {
            DUE.delete(tx, &(row.due.millis(), number))?;
            let Err(error) = &outcome else {
                JOBS.delete(tx, &number)?;
                return Ok(());
            };
            let mut row = Row { last_error: Some(error.clone()), ..row.clone() };
            if row.attempts >= MAX_ATTEMPTS {
                JOBS.delete(tx, &number)?;
                return Ok(DEAD.put(tx, &number, &row)?);
            }
            let wait = FIRST_WAIT << row.attempts.saturating_sub(1).min(16);
            reschedule(tx, number, &mut row, now.plus_millis(wait))
        })
        .await
}

fn reschedule(tx: &mut dyn WriteTx, number: u64, row: &mut Row, due: Instant) -> Result<()> {
    row.due = due;
    DUE.put(tx, &(due.millis(), number))?;
    Ok(JOBS.put(tx, &number, row)?)
}
