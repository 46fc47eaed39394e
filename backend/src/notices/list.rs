//! Lists of notices, and what they share.

use std::sync::Arc;

use shared::calendar::Day;
use shared::ids::CompanyId;
use shared::notices::{
    Count, Counted, List, NoticeRow, Place, Side, Sort, Which, clocks, group_by_cause, in_order,
};
use shared::page::{Page, limit};

use super::board::{Held, held};
use crate::app::App;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::keys::{cursor, from_cursor};
use crate::parameters::service as parameters;

/// Days ahead in which a term is soon.
const SOON: i64 = 7;

/// A place as a cursor holds it.
type Kept = (i64, String, CompanyId, String);

/// A notice with its place in the order of a list, and its company.
pub struct Placed<'a> {
    place: Place<'a>,
    pub row: &'a NoticeRow,
    pub held: &'a Held,
}

/// The notices meant with their places, in no order.
pub fn placed<'a>(all: &'a [Arc<Held>], which: &Which, sort: Sort, today: Day) -> Vec<Placed<'a>> {
    let mut placed = Vec::new();
    for held in all {
        let (name, tax_code) = (held.folded.as_str(), held.tax_code.as_str());
        let meant = held.rows.iter().filter(|row| which.admits(row, name, tax_code, today));
        placed.extend(meant.map(|row| Placed {
            place: in_order(row, name, sort, today),
            row,
            held,
        }));
    }
    placed
}

/// Puts notices in the order of the list.
pub fn sort(rows: &mut [Placed<'_>]) {
    rows.sort_unstable_by(|one, other| one.place.cmp(&other.place));
}

pub(super) async fn list(app: App, call: Call, request: List) -> Result<Answer<Page<NoticeRow>>> {
    let after: Option<Kept> = request.cursor.as_ref().map(from_cursor).transpose()?;
    let (today, generation) = (app.today(), app.store().generation());
    let (which, order) = (request.which(), request.sort.unwrap_or_default());
    let size = limit(request.limit);
    app.store().read(|tx| {
        let all = held(tx, &app, generation, &call.caller, request.company)?;
        let mut rows = placed(&all, &which, order, today);
        let total = rows.len() as u64;
        if let Some((number, text, company, key)) = &after {
            let after: Place<'_> = (*number, text, *company, key);
            rows.retain(|one| one.place > after);
        }
        // Of very many only those of the page are put in order.
        if rows.len() > size + 1 {
            rows.select_nth_unstable_by(size, |one, other| one.place.cmp(&other.place));
            rows.truncate(size + 1);
        }
        sort(&mut rows);
        let more = rows.len() > size;
        rows.truncate(size);
        let next = rows.last().filter(|_| more).map(|one| {
            let (number, text, company, key) = one.place;
            cursor(&(number, text.to_owned(), company, key.to_owned()))
        });
        let items = rows.into_iter().map(|one| one.row.clone()).collect();
        Ok(Page { items, next, total: Some(total) }.into())
    })
}

pub(super) async fn count(app: App, call: Call, request: Count) -> Result<Answer<Counted>> {
    let (today, generation) = (app.today(), app.store().generation());
    app.store().read(|tx| {
        let all = held(tx, &app, generation, &call.caller, request.company)?;
        let parameters = Some(parameters::current(tx)?.version);
        let mut counted = Counted { parameters, ..counted(&all, today) };
        if request.company.is_some() {
            let clocks = clocks(open(&all), today).into_iter();
            counted.clocks = clocks.map(|(row, _)| row.clone()).collect();
        }
        Ok(counted.into())
    })
}

/// The open notices of companies, counted and gathered on a day.
pub fn counted(all: &[Arc<Held>], today: Day) -> Counted {
    let mut counted = Counted::default();
    for held in all {
        let mut any = false;
        for row in &held.rows {
            if !row.stage.is_open() {
                counted.settled += 1;
                continue;
            }
            any = true;
            counted.open += 1;
            let soon = |next: Day| next.days_since(today) <= SOON;
            counted.soon += u32::from(row.next(today).is_some_and(soon));
            counted.spared += row.spared(today);
            match row.side {
                Side::ToPay => {
                    counted.to_pay += row.difference + row.sanctions - row.part_paid;
                }
                Side::InFavour => counted.in_favour += row.difference - row.part_paid,
            }
        }
        counted.companies += u32::from(any);
    }
    counted.groups = group_by_cause(open(all), today);
    counted
}

/// The notices about which something is still to be done.
fn open(all: &[Arc<Held>]) -> impl Iterator<Item = &NoticeRow> {
    all.iter().flat_map(|held| &held.rows).filter(|row| row.stage.is_open())
}
