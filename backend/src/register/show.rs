//! The register of a day on a screen.

use shared::calendar::Day;
use shared::fault::Fault;
use shared::offices::OfficeCode;
use shared::page::{Page, limit};
use shared::register::{Closed, Line, Show, Shown};

use super::days::{DIRECTIONS, annulled_on, digest, line, numbers, stored, year};
use super::table::{CLOSED, Place as Key};
use crate::access::Caller;
use crate::app::App;
use crate::fault::{Error, Result};
use crate::files::hexadecimal;
use crate::http::call::{Answer, Call};
use crate::keys::{cursor, from_cursor};
use crate::offices::service as offices;
use crate::people::Place;
use crate::store::ReadTx;

pub(super) async fn show(app: App, call: Call, request: Show) -> Result<Answer<Shown>> {
    let (today, day, size) = (app.today(), request.day, limit(request.limit));
    let after: Option<(u8, u64)> = request.cursor.as_ref().map(from_cursor).transpose()?;
    app.store().read(|tx| {
        let office = office_of(tx, &call.caller, request.office, today)?;
        let mut places = registered(tx, office.number(), day)?;
        let total = Some(places.len() as u64);
        if let Some(after) = after {
            places.retain(|(_, way, _, number)| (*way, *number) > after);
        }
        let more = places.len() > size;
        places.truncate(size);
        let last = places.last().filter(|_| more);
        let next = last.map(|(_, way, _, number)| cursor(&(*way, *number)));
        let shown = Shown {
            office_name: offices::name(tx, office, day)?,
            page: Page { items: lines(tx, places)?, next, total },
            annulled: lines(tx, annulled_on(tx, office.number(), day)?)?,
            closed: closed(tx, office.number(), day)?,
        };
        Ok(shown.into())
    })
}

/// The office whose register is asked for: of whoever works at one only that one, and those that it has taken over.
pub(super) fn office_of(
    tx: &dyn ReadTx,
    caller: &Caller,
    asked: Option<OfficeCode>,
    today: Day,
) -> Result<OfficeCode> {
    match (&caller.place, asked) {
        (Place::Office(office), None) => Ok(*office),
        (place @ Place::Office(_), Some(asked)) => match offices::is_of(tx, place, asked, today)? {
            true => Ok(asked),
            false => Err(Fault::NotFound.into()),
        },
        (_, Some(asked)) => match offices::knows(tx, asked)? {
            true => Ok(asked),
            false => Err(Fault::NotFound.into()),
        },
        (_, None) => Err(Error::field("office", "empty")),
    }
}

/// Where the lines of a day are: received first, each by number.
pub(super) fn registered(tx: &dyn ReadTx, office: u16, day: Day) -> Result<Vec<Key>> {
    let mut places = Vec::new();
    for direction in DIRECTIONS {
        let given = numbers(tx, office, direction, day)?;
        places.extend(given.map(|number| (office, stored(direction), year(day), number)));
    }
    Ok(places)
}

/// The lines that are there.
pub(super) fn lines(tx: &dyn ReadTx, places: Vec<Key>) -> Result<Vec<Line>> {
    let mut lines = Vec::with_capacity(places.len());
    for place in places {
        lines.extend(line(tx, place)?);
    }
    Ok(lines)
}

/// How the day was closed, if it was.
pub(super) fn closed(tx: &dyn ReadTx, office: u16, day: Day) -> Result<Option<Closed>> {
    let Some(closing) = CLOSED.get(tx, &(office, day.epoch_days()))? else { return Ok(None) };
    let intact = digest(tx, office, day)? == Some(closing.digest);
    Ok(Some(Closed { at: closing.at, digest: hexadecimal(&closing.digest), intact }))
}
