//! The grid, column by column.

use std::collections::HashMap;
use std::sync::Arc;

use shared::auth::Role;
use shared::calendar::{Day, Instant, Month};
use shared::deadlines::Kind;
use shared::ids::CompanyId;
use shared::money::Euro;
use shared::practice::{Clients, Colleague, Grid, fold};

use super::clients::{Client, of_caller};
use super::summary::{Reading, Summaries, Summary};
use super::{desk, tags};
use crate::access::Caller;
use crate::app::App;
use crate::changes::marks::{Marks, Standing};
use crate::deadlines::terms::Terms;
use crate::delegations::service as delegations;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::people::{Place, service as people};
use crate::store::ReadTx;

/// Days ahead for which the grid knows the next deadline: a quarter of a year.
pub const AHEAD: i64 = 92;
/// Days back from which overdue terms are told: a year and what a term may be moved by.
pub const BACK: i64 = 370;

/// A company somebody works for, with all there is to say of it.
#[derive(Clone, Debug)]
pub struct Row {
    /// The company, since when and until when.
    pub client: Client,
    /// How its changes stand.
    pub standing: Standing,
    /// What its data say.
    pub summary: Arc<Summary>,
}

/// The caller's companies by name.
///
/// # Errors
/// Those of the store.
pub fn rows(tx: &dyn ReadTx, kept: &Summaries, caller: &Caller, today: Day) -> Result<Vec<Row>> {
    let (marks, reading) = (Marks::of(tx, caller.person)?, kept.on(tx, today)?);
    let clients = of_caller(tx, caller, today)?;
    let mut rows = Vec::with_capacity(clients.len());
    for client in clients {
        rows.extend(row(tx, &reading, &marks, client)?);
    }
    rows.sort_by(|a, b| {
        (&a.summary.folded, a.client.company).cmp(&(&b.summary.folded, b.client.company))
    });
    Ok(rows)
}

/// One of them.
///
/// # Errors
/// Those of the store.
pub fn row(
    tx: &dyn ReadTx,
    reading: &Reading<'_>,
    marks: &Marks,
    client: Client,
) -> Result<Option<Row>> {
    let standing = marks.standing(tx, client.company, client.since, reading.today)?;
    let summary = reading.of(tx, client.company, standing.version)?;
    Ok(summary.map(|summary| Row { client, standing, summary }))
}

pub(super) async fn show(app: App, call: Call, _: Grid) -> Result<Answer<Clients>> {
    let (today, at) = (app.today(), app.now());
    app.store().read(|tx| Ok(clients(tx, app.summaries(), &call.caller, today, at)?.into()))
}

/// The whole grid.
///
/// # Errors
/// Those of the store.
pub fn clients(
    tx: &dyn ReadTx,
    kept: &Summaries,
    caller: &Caller,
    today: Day,
    at: Instant,
) -> Result<Clients> {
    let desk = desk::of(caller);
    let tags = tags::of_desk(tx, desk)?;
    let mut tagged = tags::tagged(tx, desk, &tags)?;
    let (staff, mut assigned) = staff(tx, caller)?;
    let mut grid = Clients { at, tags, staff, ..Clients::default() };
    let mut offices: HashMap<String, u16> = HashMap::new();
    let terms = Terms::between(today.plus_days(-BACK), today.plus_days(AHEAD));
    for Row { client, standing, summary } in rows(tx, kept, caller, today)? {
        let office = summary.office.as_ref().map(|name| {
            *offices.entry(name.clone()).or_insert_with(|| {
                grid.offices.push(name.clone());
                u16::try_from(grid.offices.len() - 1).unwrap_or(u16::MAX)
            })
        });
        let next = next_due(&terms, &summary, today);
        let company = client.company;
        grid.id.push(company);
        grid.name.push(summary.name.clone());
        grid.tax_code.push(summary.tax_code.clone());
        let place = u32::try_from(grid.matricola.len()).unwrap_or(u32::MAX);
        grid.others.extend(summary.others.iter().map(|matricola| (place, *matricola)));
        grid.matricola.push(summary.matricola);
        grid.office.push(office);
        grid.state.push(summary.state);
        grid.declared.push(summary.declared.map(|(month, _)| month));
        grid.dm.push(summary.declared.map(|(_, state)| state));
        grid.months_short.push(summary.months_short);
        grid.missing.push(summary.missing);
        grid.not_balanced.push(summary.not_balanced);
        grid.not_declared.push(summary.not_declared);
        grid.debts.push(summary.archives.debts);
        grid.debt.push(summary.archives.debt);
        grid.notices.push(summary.archives.notices);
        grid.workforce.push(summary.workforce);
        grid.deadline.push(next.map(|(day, _)| day));
        grid.deadline_kind.push(next.map(|(_, kind)| kind));
        grid.delegation.push(client.until);
        grid.assigned.push(assigned.remove(&company).unwrap_or_default());
        grid.tagged.push(tagged.remove(&company).unwrap_or_default());
        grid.changes.push(standing.unseen());
        grid.changed.push(standing.at.map(Instant::day_in_rome));
        grid.durc.push(summary.durc.light);
        grid.durc_until.push(summary.durc.until);
    }
    Ok(grid)
}

/// What is due next, overdue or not.
fn next_due(terms: &Terms, summary: &Summary, today: Day) -> Option<(Day, Kind)> {
    let mut next: Option<(Day, Kind)> = None;
    let (from, to) = (today.plus_days(-BACK), today.plus_days(AHEAD));
    terms.each(summary, Month::of(today), |due| {
        if !due.done && (from..=to).contains(&due.day) {
            let due = (due.day, due.kind);
            next = Some(next.map_or(due, |next| next.min(due)));
        }
    });
    next
}

/// By company, places in a list.
type Places = HashMap<CompanyId, Vec<u16>>;

/// The collaborators of the caller's practice by name, and which companies are assigned to whom.
fn staff(tx: &dyn ReadTx, caller: &Caller) -> Result<(Vec<Colleague>, Places)> {
    let Place::Practice(practice) = &caller.place else { return Ok((Vec::new(), Places::new())) };
    let mut staff: Vec<Colleague> = people::of_practice(tx, *practice)?
        .into_iter()
        .filter(|person| person.role == Role::Collaborator)
        .map(|person| Colleague { id: person.id, name: person.name })
        .collect();
    staff.sort_by_cached_key(|colleague| (fold(&colleague.name), colleague.id));
    let mut assigned = Places::new();
    for (place, colleague) in (0_u16..).zip(&staff) {
        for company in delegations::assigned(tx, colleague.id)? {
            assigned.entry(company).or_default().push(place);
        }
    }
    Ok((staff, assigned))
}

/// What a home counts over all clients.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// Changes not seen.
    pub changes: u32,
    /// Deadlines of the next seven days that are not done.
    pub soon: u32,
    /// Delegations that end within thirty days.
    pub expiring: u32,
    /// Clients that want a look.
    pub attention: u32,
    /// What is missing over all of them.
    pub missing: Euro,
}

impl Counters {
    /// Over these rows.
    pub fn of(rows: &[Row], today: Day) -> Self {
        let terms = Terms::between(today, today.plus_days(7));
        let mut counters = Self::default();
        for Row { client, standing, summary } in rows {
            counters.changes = counters.changes.saturating_add(standing.unseen());
            let ends_soon = |until: Day| until.days_since(today) <= 30;
            counters.expiring += u32::from(client.until.is_some_and(ends_soon));
            counters.attention += u32::from(summary.wants_a_look());
            counters.missing += summary.missing;
            terms.each(summary, Month::of(today), |due| {
                let soon = !due.done && (0..=7).contains(&due.day.days_since(today));
                counters.soon += u32::from(soon);
            });
        }
        counters
    }
}
