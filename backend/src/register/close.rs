//! The end of a day: nothing is added to its register any more, its digest is kept, and it is handed over to whoever preserves it (art. 7
//! c. 5 DPCM 3 December 2013: by the next working day).

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use anyhow::Context;
use sha2::{Digest, Sha256};
use shared::calendar::{Day, Instant};
use shared::offices::OfficeCode;

use super::days::{DIRECTIONS, digest, stored};
use super::export::handed_over;
use super::table::{CLOSED, CLOSED_TO, Closing, DAYS, HANDED_TO};
use crate::app::App;
use crate::audit::{self, NewEntry};
use crate::clock::HOUR;
use crate::fault::Result;
use crate::files::{hexadecimal, sync};
use crate::jobs::Duty;
use crate::store::{Order, ReadTx, Span, WriteTx, manifest_path};

/// Looks every hour whether a day is over, so that a server that was stopped catches up.
pub const CLOSE: Duty =
    Duty { name: "register.close", every: HOUR, run: |app| Box::pin(close(app)) };

/// Under this name it is audited that a day was handed over.
pub(super) const HAND_OVER: &str = "register.hand_over";

async fn close(app: App) -> Result<()> {
    let (now, last) = (app.now(), app.today().plus_days(-1).epoch_days());
    for office in app.store().read(|tx| behind(tx, last))? {
        app.store().transact(move |tx| close_to(tx, now, office, last)).await?;
    }
    hand_over(&app).await
}

/// Writes each day that is closed, once, into the folder of the set-up. One that was stopped in between is written again, the same to the
/// byte: a closed day does not change.
async fn hand_over(app: &App) -> Result<()> {
    let Some(folder) = app.config().register.folder.clone() else { return Ok(()) };
    let now = app.now();
    for ((number, day), closing) in app.store().read(not_handed_over)? {
        let Some(office) = OfficeCode::from_number(number) else { continue };
        let day = Day::from_epoch_days(day);
        let bytes = app.store().read(|tx| handed_over(tx, office, day, &closing))?;
        let file = folder.join(format!("{office}-{day}.csv"));
        let written = tokio::task::spawn_blocking(move || write(&file, &bytes)).await;
        let written = written.map_err(anyhow::Error::from)?;
        written.context("a day of the register cannot be written")?;
        let noted = move |tx: &mut dyn WriteTx| {
            HANDED_TO.put(tx, &number, &day.epoch_days())?;
            audit::append(tx, now, NewEntry::of(HAND_OVER).about(format_args!("{office}/{day}")))
        };
        app.store().transact(noted).await?;
    }
    Ok(())
}

/// The days that are closed and were not handed over yet, by office.
fn not_handed_over(tx: &dyn ReadTx) -> Result<Vec<((u16, i64), Closing)>> {
    let mut days = Vec::new();
    for (office, _) in CLOSED_TO.collect(tx, &Span::all(), Order::Ascending)? {
        let first = HANDED_TO.get(tx, &office)?.map_or(i64::MIN, |last| last + 1);
        let left = Span::between(&(office, first), &(office, i64::MAX));
        days.extend(CLOSED.collect(tx, &left, Order::Ascending)?);
    }
    Ok(days)
}

/// Writes a file, and then its SHA-256 beside it in the form of `sha256sum`: what has one is whole.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let (beside, sum) =
        (manifest_path(path), format!("{}  {name}\n", hexadecimal(&Sha256::digest(bytes))));
    for (path, bytes) in [(path, bytes), (beside.as_path(), sum.as_bytes())] {
        let part = path.with_extension("part");
        let mut file = File::create(&part)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&part, path)?;
    }
    // Only then is it noted that it was handed over.
    sync(folder)
}

/// The offices whose register is not closed up to a day.
fn behind(tx: &dyn ReadTx, last: i64) -> Result<Vec<u16>> {
    let mut offices = Vec::new();
    let mut first = DAYS.first(tx, &Span::all(), Order::Ascending)?;
    while let Some(((office, ..), _)) = first {
        if CLOSED_TO.get(tx, &office)?.is_none_or(|day| day < last) {
            offices.push(office);
        }
        let Some(next) = office.checked_add(1) else { break };
        first = DAYS.first(tx, &Span::from(&next), Order::Ascending)?;
    }
    Ok(offices)
}

/// Closes every day of an office up to one, those on which nothing happened without a digest.
pub(super) fn close_to(tx: &mut dyn WriteTx, now: Instant, office: u16, last: i64) -> Result<()> {
    let from = match CLOSED_TO.get(tx, &office)? {
        Some(day) => Some(day + 1),
        None => first_day(tx, office)?,
    };
    for number in from.unwrap_or(last)..=last {
        let day = Day::from_epoch_days(number);
        let Some(digest) = digest(tx, office, day)? else { continue };
        CLOSED.put(tx, &(office, number), &Closing { at: now, digest })?;
        let entry = NewEntry::of(CLOSE.name).about(format_args!("{office:04}/{day}"));
        audit::append(tx, now, entry)?;
    }
    Ok(CLOSED_TO.put(tx, &office, &last)?)
}

/// The first day on which an office gave a number.
fn first_day(tx: &dyn ReadTx, office: u16) -> Result<Option<i64>> {
    let mut days = Vec::new();
    for direction in DIRECTIONS {
        let series = Span::prefix(&(office, stored(direction)));
        days.extend(DAYS.first(tx, &series, Order::Ascending)?.map(|((.., day), _)| day));
    }
    Ok(days.into_iter().min())
}
