//! Finding lines, and the days that are closed.

use std::ops::{ControlFlow, Range};

use shared::calendar::Day;
use shared::offices::OfficeCode;
use shared::page::{Page, limit};
use shared::register::{
    ClosedDay, Days, Direction, Find, LONGEST_SEARCH, Line, ProtocolNumber, USUAL_SEARCH,
};

use super::days::{DIRECTIONS, annulled_on, line, numbers, place, stored, year};
use super::show::office_of;
use super::table::{CLOSED, Closing, Place};
use crate::access::Caller;
use crate::app::App;
use crate::fault::{Error, Result};
use crate::files::hexadecimal;
use crate::http::call::{Answer, Call};
use crate::keys::{cursor, from_cursor};
use crate::store::{Order, ReadTx, Span};

/// Where a search goes on: day, direction and number of the last line that was found. It goes from the latest to the oldest.
pub(super) type At = (i64, u8, u64);

pub(super) async fn find(app: App, call: Call, request: Find) -> Result<Answer<Page<Line>>> {
    let search = Search::of(&app, &call.caller, &request)?;
    let after: Option<At> = request.cursor.as_ref().map(from_cursor).transpose()?;
    let size = limit(request.limit);
    app.store().read(|tx| {
        let mut found = Vec::new();
        search.each(tx, after, |at, line| {
            // One more than wanted says that there are more.
            found.push((at, line));
            if found.len() > size { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
        let more = found.len() > size;
        found.truncate(size);
        let next = found.last().filter(|_| more).map(|(at, _)| cursor(at));
        let items: Vec<Line> = found.into_iter().map(|(_, line)| line).collect();
        let total = search.number.map(|_| items.len() as u64);
        Ok(Page { items, next, total }.into())
    })
}

/// What is looked for.
pub(super) struct Search {
    pub office: OfficeCode,
    /// What was typed is a number: that line, of whatever day.
    pub number: Option<ProtocolNumber>,
    text: String,
    pub from: Day,
    pub to: Day,
}

impl Search {
    pub(super) fn of(app: &App, caller: &Caller, request: &Find) -> Result<Self> {
        let today = app.today();
        let office = app.store().read(|tx| office_of(tx, caller, request.office, today))?;
        let text = request.text.trim();
        if text.is_empty() {
            return Err(Error::field("text", "empty"));
        }
        let to = request.to.unwrap_or(today).min(today);
        let from = request.from.unwrap_or(to.plus_days(-USUAL_SEARCH));
        if to.days_since(from) > LONGEST_SEARCH {
            return Err(Error::field("from", "too_long"));
        }
        let (number, text) = (text.to_uppercase().parse().ok(), text.to_lowercase());
        Ok(Self { office, number, text, from, to })
    }

    /// Hands over the lines that fit, the latest first, until `take` breaks; where `after` is given, only those after it.
    pub(super) fn each(
        &self,
        tx: &dyn ReadTx,
        after: Option<At>,
        mut take: impl FnMut(At, Line) -> ControlFlow<()>,
    ) -> Result<()> {
        if let Some(number) = self.number {
            let found = (number.office == self.office).then(|| line(tx, place(number)));
            if let Some(line) = found.transpose()?.flatten() {
                let day = line.at.day_in_rome().epoch_days();
                let _ = take((day, stored(number.direction), number.number), line);
            }
            return Ok(());
        }
        for day in days_back(self.from, self.to, after) {
            for direction in DIRECTIONS.into_iter().rev() {
                let Range { start, end } = numbers(tx, self.office.number(), direction, day)?;
                for number in (start..end).rev() {
                    let way = stored(direction);
                    let at = (day.epoch_days(), way, number);
                    if after.is_some_and(|after| at >= after) {
                        continue;
                    }
                    let place: Place = (self.office.number(), way, year(day), number);
                    let found = line(tx, place)?.filter(|line| self.fits(line));
                    if found.is_some_and(|line| take(at, line).is_break()) {
                        return Ok(());
                    }
                }
            }
        }
        Ok(())
    }

    fn fits(&self, line: &Line) -> bool {
        let says = |said: &str| said.to_lowercase().contains(&self.text);
        says(&line.party) || says(&line.subject) || says(&line.number.to_string())
    }
}

/// The days from the last one, or from the one at which a page ended, back to the first.
fn days_back(from: Day, to: Day, after: Option<At>) -> impl Iterator<Item = Day> {
    let last = after.map_or(to.epoch_days(), |(day, ..)| day.min(to.epoch_days()));
    (from.epoch_days()..=last).rev().map(Day::from_epoch_days)
}

pub(super) async fn days(app: App, call: Call, request: Days) -> Result<Answer<Page<ClosedDay>>> {
    let after: Option<(u16, i64)> = request.cursor.as_ref().map(from_cursor).transpose()?;
    let size = limit(request.limit);
    let today = app.today();
    app.store().read(|tx| {
        let office = office_of(tx, &call.caller, request.office, today)?.number();
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
