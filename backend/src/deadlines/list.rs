//! Deadlines of one company or of all: the open ones by day, then those that are done.

use std::collections::BTreeMap;

use shared::calendar::{Day, Month};
use shared::deadlines::{DaySum, Days, DeadlineRow, Kind, List, State};
use shared::ids::CompanyId;
use shared::page::{Page, limit};

use super::archives::Dated;
use super::terms::{Due, Terms};
use crate::access::Caller;
use crate::app::App;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::keys::{cursor, from_cursor};
use crate::practice::grid::{AHEAD, BACK, Row, of_one, rows};
use crate::store::ReadTx;

/// Days ahead for which deadlines are known.
const FURTHEST: i64 = 400;

/// Where a deadline stands in the list: what is open by day, then what is done, the latest first; on a day in the order of the companies, and
/// in one of them by kind, term, month and record. No two stand at one place.
type Place<'a> = (bool, i64, usize, (u8, u8, i32), (u8, &'a str));

/// A place as a cursor holds it. It names the company: others may come before it by the next page.
type Kept = (bool, i64, CompanyId, (u8, u8, i32), (u8, String));

/// A deadline of one of the companies.
pub struct Item<'a> {
    /// Whose.
    pub row: &'a Row,
    /// What is due.
    pub due: Due<'a>,
    /// Where the company stands among those asked about.
    at: usize,
}

impl Item<'_> {
    fn place(&self) -> Place<'_> {
        let Due { kind, term, day, done, month, record, .. } = &self.due;
        let (day, term) = (day.epoch_days(), term.map_or(0, |term| term as u8 + 1));
        let of_company = (*kind as u8, term, month.map_or(0, Month::index));
        let record =
            record.map_or((0, ""), |Dated { subject, .. }| (subject.section, &subject.key));
        (*done, if *done { -day } else { day }, self.at, of_company, record)
    }

    fn kept(&self) -> Kept {
        let (done, day, _, of_company, (section, key)) = self.place();
        (done, day, self.row.client.company, of_company, (section, key.to_owned()))
    }

    /// As it is shown.
    pub(super) fn shown(&self, today: Day) -> DeadlineRow {
        let Due { kind, term, source, day, done, month, amount, record } = &self.due;
        DeadlineRow {
            company: self.row.client.company,
            name: self.row.summary.name.clone(),
            kind: *kind,
            day: *day,
            term: *term,
            source: source.map(str::to_owned),
            state: State::of(*day, *done, today),
            month: *month,
            amount: amount.filter(|_| !done),
            subject: record.map(|record| record.subject.clone()),
            title: record.map(|record| record.title.clone()),
        }
    }
}

/// What is due from these companies between the days, each at its [`Place`].
pub fn items<'a>(
    rows: &'a [Row],
    (from, to): (Day, Day),
    today: Day,
    keep: impl Fn(&Due<'a>) -> bool,
) -> Vec<Item<'a>> {
    let terms = Terms::between(from, to);
    let mut items = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let mut add = |due: Due<'a>| {
            if (from..=to).contains(&due.day) && keep(&due) {
                items.push(Item { row, due, at });
            }
        };
        terms.each(&row.summary, Month::of(today), &mut add);
        if let Some(day) = row.client.until {
            add(Due::of(Kind::Delegation, day));
        }
    }
    items.sort_unstable_by(|one, other| one.place().cmp(&other.place()));
    items
}

/// The caller's companies by name, or one of them.
pub(super) fn asked(
    tx: &dyn ReadTx,
    app: &App,
    caller: &Caller,
    company: Option<CompanyId>,
) -> Result<Vec<Row>> {
    let (today, kept) = (app.today(), app.summaries());
    let Some(company) = company else { return rows(tx, kept, caller, today) };
    Ok(of_one(tx, kept, caller, company, today)?.into_iter().collect())
}

/// Whether something due is of the kind and in the state asked for; what is done and past only where that is asked for.
pub(super) fn wanted<'a>(
    kind: Option<Kind>,
    state: Option<State>,
    today: Day,
) -> impl Fn(&Due<'a>) -> bool {
    move |due| {
        let stands = State::of(due.day, due.done, today);
        kind.is_none_or(|kind| kind == due.kind)
            && state.map_or(!due.done || due.day >= today, |state| state == stands)
    }
}

/// The days asked for, within what is known.
pub(super) fn span(from: Option<Day>, to: Option<Day>, today: Day) -> (Day, Day) {
    let (first, last) = (today.plus_days(-BACK), today.plus_days(FURTHEST));
    let from = from.map_or(first, |from| from.max(first));
    let to = to.map_or(today.plus_days(AHEAD), |to| to.min(last));
    (from, to)
}

pub(super) async fn list(app: App, call: Call, request: List) -> Result<Answer<Page<DeadlineRow>>> {
    let today = app.today();
    let after: Option<Kept> = request.cursor.as_ref().map(from_cursor).transpose()?;
    let span = span(request.from, request.to, today);
    app.store().read(|tx| {
        let rows = asked(tx, &app, &call.caller, request.company)?;
        let items = items(&rows, span, today, wanted(request.kind, request.state, today));
        let start = after.as_ref().map_or(0, |after| {
            let (done, day, company, of_company, (section, key)) = after;
            // Of a company that is not theirs any more the day is told anew, rather than the others' be passed over.
            let at = rows.iter().position(|row| row.client.company == *company);
            let after =
                (*done, *day, at.unwrap_or_default(), *of_company, (*section, key.as_str()));
            items.partition_point(|item| item.place() <= after)
        });
        let page = items.get(start..).unwrap_or_default();
        let size = limit(request.limit);
        let next = (page.len() > size).then(|| page.get(size - 1)).flatten();
        Ok(Page {
            next: next.map(|item| cursor(&item.kept())),
            total: Some(items.len() as u64),
            items: page.iter().take(size).map(|item| item.shown(today)).collect(),
        }
        .into())
    })
}

pub(super) async fn days(app: App, call: Call, request: Days) -> Result<Answer<Vec<DaySum>>> {
    let today = app.today();
    let span = span(request.from, request.to, today);
    app.store().read(|tx| {
        let rows = asked(tx, &app, &call.caller, request.company)?;
        let mut sums: BTreeMap<(Day, Kind), (u32, u32)> = BTreeMap::new();
        for item in items(&rows, span, today, |_| true) {
            let sum = sums.entry((item.due.day, item.due.kind)).or_default();
            *(if item.due.done { &mut sum.1 } else { &mut sum.0 }) += 1;
        }
        let sums = sums.into_iter();
        let sums = sums.map(|((day, kind), (open, done))| DaySum { day, kind, open, done });
        Ok(sums.collect::<Vec<_>>().into())
    })
}
