//! The end of a day: nothing is added to its register any more, and its digest is kept (art. 7 c. 5 DPCM 3 December 2013: by the next
//! working day).

use shared::calendar::{Day, Instant};

use super::days::{DIRECTIONS, digest, stored};
use super::table::{CLOSED, CLOSED_TO, Closing, DAYS};
use crate::app::App;
use crate::audit::{self, NewEntry};
use crate::clock::HOUR;
use crate::fault::Result;
use crate::jobs::Duty;
use crate::store::{Order, ReadTx, Span, WriteTx};

/// Looks every hour whether a day is over, so that a server that was stopped catches up.
pub const CLOSE: Duty =
    Duty { name: "register.close", every: HOUR, run: |app| Box::pin(close(app)) };

async fn close(app: App) -> Result<()> {
    let (now, last) = (app.now(), app.today().plus_days(-1).epoch_days());
    for office in app.store().read(|tx| behind(tx, last))? {
        app.store().transact(move |tx| close_to(tx, now, office, last)).await?;
    }
    Ok(())
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
