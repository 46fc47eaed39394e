//! Deadlines of one company or of all, by day.

use std::collections::BTreeMap;

use shared::calendar::{Day, Month};
use shared::deadlines::{DaySum, Days, DeadlineRow, Kind, List, State};
use shared::ids::CompanyId;
use shared::page::{Page, limit};
use shared::sections::Subject;

use super::terms::{Due, Terms};
use crate::access::Caller;
use crate::app::App;
use crate::changes::marks::Marks;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::keys::{cursor, from_cursor};
use crate::practice::clients::one_of_caller;
use crate::practice::grid::{AHEAD, BACK, Row, row, rows};
use crate::store::ReadTx;

/// Days ahead for which deadlines are known.
const FURTHEST: i64 = 400;

/// What tells a deadline from all others: day, company, kind, month, record and term.
type Place = (Day, CompanyId, u8, i32, String);

/// A deadline of one of the companies.
pub struct Item<'a> {
    /// Whose.
    pub row: &'a Row,
    /// What is due.
    pub due: Due<'a>,
}

impl Item<'_> {
    fn place(&self) -> Place {
        let month = self.due.month.map_or(0, Month::index);
        let key = self.due.record.map(|record| {
            let Subject { section, key } = &record.subject;
            format!("{section}~{key}~{:?}", record.term)
        });
        (
            self.due.day,
            self.row.client.company,
            kind_number(self.due.kind),
            month,
            key.unwrap_or_default(),
        )
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

fn kind_number(kind: Kind) -> u8 {
    match kind {
        Kind::F24 => 1,
        Kind::Uniemens => 2,
        Kind::Delegation => 3,
        Kind::Record => 4,
        Kind::Durc => 5,
    }
}

/// What is due from these companies between the days, by day and then in the order of the companies.
pub fn items<'a>(
    rows: &'a [Row],
    (from, to): (Day, Day),
    today: Day,
    keep: impl Fn(&Due<'a>) -> bool,
) -> Vec<Item<'a>> {
    let terms = Terms::between(from, to);
    let mut items = Vec::new();
    for row in rows {
        let mut add = |due: Due<'a>| {
            if (from..=to).contains(&due.day) && keep(&due) {
                items.push(Item { row, due });
            }
        };
        terms.each(&row.summary, Month::of(today), &mut add);
        if let Some(day) = row.client.until {
            add(Due::of(Kind::Delegation, day));
        }
    }
    // Stable, so companies stay in their order.
    items.sort_by_key(|item| item.due.day);
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
    let client = one_of_caller(tx, caller, company, today)?;
    let (marks, reading) = (Marks::of(tx, caller.person)?, kept.on(tx, today)?);
    Ok(row(tx, &reading, &marks, client)?.into_iter().collect())
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
    let after: Option<Place> = request.cursor.as_ref().map(from_cursor).transpose()?;
    let span = span(request.from, request.to, today);
    app.store().read(|tx| {
        let rows = asked(tx, &app, &call.caller, request.company)?;
        let items = items(&rows, span, today, wanted(request.kind, request.state, today));
        let start = match &after {
            None => 0,
            // One that is not there any more was on a page before the next day.
            Some(after) => items.iter().position(|item| item.place() == *after).map_or_else(
                || items.partition_point(|item| item.due.day <= after.0),
                |place| place + 1,
            ),
        };
        let page = items.get(start..).unwrap_or_default();
        let size = limit(request.limit);
        let next = (page.len() > size).then(|| page.get(size - 1)).flatten();
        Ok(Page {
            next: next.map(|item| cursor(&item.place())),
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
