//! What measurements have in common.

use std::fs::{self, File};
use std::io::{Result as IoResult, Seek, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Context;
use backend::delegations::{Grant, Kind, Practice, service as delegations};
use backend::fault::Result;
use backend::people::{Person, Place, service as people};
use shared::auth::Role;
use shared::calendar::Day;
use shared::ids::{CompanyId, PersonId, PracticeId};
use shared::lang::Lang;

use crate::app::TestApp;

/// How long one read of one record takes, the median of so many.
///
/// # Errors
/// Those of the store.
pub fn floor(app: &TestApp, times: usize) -> Result<Duration> {
    let mut taken = Vec::with_capacity(times);
    for _ in 0..times {
        let began = Instant::now();
        app.app().store().read(|tx| people::by_id(tx, PersonId::from_u128(1)))?;
        taken.push(began.elapsed());
    }
    Ok(median(taken))
}

/// A practice with these clients; the persona of its consultant.
pub async fn practice(app: &TestApp, number: u128, clients: Vec<CompanyId>) -> String {
    let id = PracticeId::from_u128(number);
    let persona = format!("bench{number}");
    let person = Person {
        id: PersonId::from_u128(number),
        name: "Studio".to_owned(),
        tax_code: format!("BNCHMR80A0{number}H501X"),
        role: Role::Consultant,
        place: Place::Practice(id),
        lang: Lang::It,
        email: None,
        persona: Some(persona.clone()),
    };
    let from = Day::new(2024, 1, 1).unwrap_or(Day::LAST);
    app.write(move |tx| {
        let practice = Practice { id, name: "Studio".to_owned(), kind: Kind::Consultants };
        delegations::record_practice(tx, &practice)?;
        people::record(tx, &person)?;
        clients.iter().try_for_each(|company| {
            let (practice, company) = (id, *company);
            delegations::grant(tx, &Grant { practice, company, from, to: None })
        })
    })
    .await;
    persona
}

/// How long something took: the middle one, and the one that one in a hundred exceeds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Times {
    /// The middle one.
    pub median: Duration,
    /// What 99 of a hundred keep within.
    pub p99: Duration,
}

impl Times {
    /// Of so many.
    pub fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or_default();
        Self { median: at(50), p99: at(99) }
    }
}

/// How long the disk takes to make one overwritten page of a file in `folder` durable.
///
/// # Errors
/// Those of the file.
pub fn sync_times(folder: &Path, span: Duration) -> IoResult<Times> {
    let mut file = File::create(folder.join("page"))?;
    file.write_all(&[0; 4096])?;
    file.sync_all()?;
    let end = Instant::now() + span;
    let mut times = Vec::new();
    for fill in (0..=u8::MAX).cycle() {
        let start = Instant::now();
        file.rewind()?;
        file.write_all(&[fill; 4096])?;
        file.sync_data()?;
        times.push(start.elapsed());
        if Instant::now() >= end {
            break;
        }
    }
    Ok(Times::of(times))
}

/// Peak of the memory in use, in MB; a part of Linux tells.
///
/// # Errors
/// Where it is not told.
pub fn peak() -> anyhow::Result<f64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("no VmHWM")?;
    let kilobytes: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kilobytes / 1024.0)
}

/// Lets the peak begin anew from what is in use.
///
/// # Errors
/// Where that cannot be asked for.
pub fn forget_peak() -> IoResult<()> {
    fs::write("/proc/self/clear_refs", "5")
}

/// The middle one.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Milliseconds to the tenth of a microsecond: what is kept is answered in a few of them.
pub fn milliseconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 10_000_000.0).round() / 10_000.0
}
