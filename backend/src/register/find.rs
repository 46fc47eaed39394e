//! Finding lines, and the days that are closed.

use std::ops::Range;

use shared::calendar::Day;
use shared::page::{Page, limit};
use shared::register::{
    ClosedDay, Days, Direction, Find, LONGEST_SEARCH, Line, ProtocolNumber, USUAL_SEARCH,
};

use super::days::{DIRECTIONS, annulled_on, line, numbers, place, stored, year};
use super::show::office_of;
use super::table::{CLOSED, Closing, Place};
use crate::app::App;
use crate::fault::{Error, Result};
use crate::files::hexadecimal;
use crate::http::call::{Answer, Call};
use crate::keys::{cursor, from_cursor};
use crate::store::{Order, ReadTx, Span};

/// Where a search goes on: day, direction and number of the last line that was found. It goes from the latest to the oldest.
type At = (i64, u8, u64);

pub(super) async fn find(app: App, call: Call, request: Find) -> Result<Answer<Page<Line>>> {
    let (office, today) = (office_of(&call.caller, request.office)?, app.today());
    let text = request.text.trim().to_lowercase();
    if text.is_empty() {
        return Err(Error::field("text", "empty"));
    }
    let to = request.to.unwrap_or(today).min(today);
    let from = request.from.unwrap_or(to.plus_days(-USUAL_SEARCH));
    if to.days_since(from) > LONGEST_SEARCH {
        return Err(Error::field("from", "too_long"));
    }
    let after: Option<At> = request.cursor.as_ref().map(from_cursor).transpose()?;
    let size = limit(request.limit);
    app.store().read(|tx| {
        if let Ok(number) = request.text.trim().to_uppercase().parse::<ProtocolNumber>() {
            let found = (number.office == office).then(|| line(tx, place(number))).transpose()?;
            let items: Vec<Line> = found.flatten().into_iter().collect();
            return Ok(Page { total: Some(items.len() as u64), items, next: None }.into());
        }
        let mut found = Vec::new();
        for day in days_back(from, to, after) {
            lines_of(tx, office.number(), day, after, &text, size, &mut found)?;
            if found.len() > size {
                break;
            }
        }
        let more = found.len() > size;
        found.truncate(size);
        let next = found.last().filter(|_| more).map(|(at, _)| cursor(at));
        let items = found.into_iter().map(|(_, line)| line).collect();
        Ok(Page { items, next, total: None }.into())
    })
}

/// The days from the last one, or from the one at which a page ended, back to the first.
fn days_back(from: Day, to: Day, after: Option<At>) -> impl Iterator<Item = Day> {
    let last = after.map_or(to.epoch_days(), |(day, ..)| day.min(to.epoch_days()));
    (from.epoch_days()..=last).rev().map(Day::from_epoch_days)
}

/// Adds the lines of a day that fit and were not shown, the last number first, one more than wanted at most.
fn lines_of(
    tx: &dyn ReadTx,
    office: u16,
    day: Day,
    after: Option<At>,
    text: &str,
    size: usize,
    found: &mut Vec<(At, Line)>,
) -> Result<()> {
    for direction in DIRECTIONS.into_iter().rev() {
        let (way, Range { start, end }) = (stored(direction), numbers(tx, office, direction, day)?);
        for number in (start..end).rev() {
            let at = (day.epoch_days(), way, number);
            if found.len() > size {
                return Ok(());
            }
            if after.is_some_and(|after| at >= after) {
                continue;
            }
            let place: Place = (office, way, year(day), number);
            let fits = |line: &Line| {
                [&line.party, &line.subject].iter().any(|said| said.to_lowercase().contains(text))
                    || line.number.to_string().to_lowercase().contains(text)
            };
            found.extend(line(tx, place)?.filter(fits).map(|line| (at, line)));
        }
    }
    Ok(())
}

pub(super) async fn days(app: App, call: Call, request: Days) -> Result<Answer<Page<ClosedDay>>> {
    let office = office_of(&call.caller, request.office)?.number();
    let after: Option<(u16, i64)> = request.cursor.as_ref().map(from_cursor).transpose()?;
    let size = limit(request.limit);
    app.store().read(|tx| {
        let span = Span::prefix(&office);
        // A cursor of another office leads nowhere.
        let after = after.filter(|(of, _)| *of == office);
        let page = CLOSED.page(tx, span, Order::Descending, after.as_ref(), size, |_, _| true)?;
        let days = page.items.into_iter().map(|day| closed_day(tx, day));
        let items = days.collect::<Result<_>>()?;
        let next = page.next.map(|key| cursor(&key));
        Ok(Page { items, next, total: None }.into())
    })
}

/// All days of an office's register that are closed, the latest first.
pub(super) fn closed_days(tx: &dyn ReadTx, office: u16) -> Result<Vec<ClosedDay>> {
    let days = CLOSED.collect(tx, &Span::prefix(&office), Order::Descending)?;
    days.into_iter().map(|day| closed_day(tx, day)).collect()
}

fn closed_day(
    tx: &dyn ReadTx,
    ((office, number), closing): ((u16, i64), Closing),
) -> Result<ClosedDay> {
    let day = Day::from_epoch_days(number);
    let count = |direction: Direction| -> Result<u64> {
        let Range { start, end } = numbers(tx, office, direction, day)?;
        Ok(end - start)
    };
    Ok(ClosedDay {
        day,
        at: closing.at,
        digest: hexadecimal(&closing.digest),
        received: count(Direction::In)?,
        sent: count(Direction::Out)?,
        annulled: annulled_on(tx, office, day)?.len() as u64,
    })
}
