//! The grid, column by column.

use std::collections::HashMap;
use std::sync::Arc;

use shared::auth::Role;
use shared::calendar::{Day, Instant, Month};
use shared::deadlines::Kind;
use shared::evidence::State;
use shared::ids::CompanyId;
use shared::practice::{Clients, Colleague, Grid, Office, fold};

use super::clients::{Client, of_caller, one_of_caller};
use super::summary::{Reading, Summaries, Summary};
use super::{desk, tags};
use crate::access::Caller;
use crate::app::App;
use crate::changes::marks::{Marks, Standing};
use crate::deadlines::terms::Terms;
use crate::delegations::service as delegations;
use crate::evidence::{self, Board};
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::people::{Place, service as people};
use crate::requests::service::{Counted, Tallies};
use crate::store::ReadTx;

/// Days ahead for which the grid knows the next deadline: a quarter of a year.
pub const AHEAD: i64 = 92;
/// Days back from which overdue terms are told: a year and what a term may be moved by.
pub const BACK: i64 = 370;

/// What this process keeps in memory of companies.
#[derive(Clone, Copy)]
pub struct Memory<'a> {
    /// What their data say.
    pub summaries: &'a Summaries,
    /// Their evidence.
    pub evidence: &'a Board,
    /// How many requests of theirs are open or to be read.
    pub requests: &'a Counted,
}

impl<'a> Memory<'a> {
    /// As it is now.
    pub fn of(app: &'a App) -> Self {
        let (summaries, evidence, requests) = (app.summaries(), app.evidence(), app.requests());
        Self { summaries, evidence, requests }
    }
}

/// The open evidence of a company.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// How many pieces.
    pub all: u32,
    /// Those that stop the DURC.
    pub durc: u32,
    /// Those that nobody has seen.
    pub new: u32,
}

impl Open {
    /// That of one of the companies.
    ///
    /// # Errors
    /// Those of the store.
    pub fn of(evidence: &evidence::Reading<'_>, company: CompanyId) -> Result<Self> {
        let held = evidence.of(company)?;
        let pieces = held.iter().flat_map(|held| &held.pieces);
        let mut open = Self::default();
        for piece in pieces.filter(|piece| piece.tracked.state.is_open()) {
            open.all += 1;
            open.durc += u32::from(piece.severity.durc);
            open.new += u32::from(piece.tracked.state == State::New);
        }
        Ok(open)
    }
}

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

/// One of them; nothing of one that is not there.
///
/// # Errors
/// `NotFound` if it is none of the caller's; those of the store.
pub fn of_one(
    tx: &dyn ReadTx,
    kept: &Summaries,
    caller: &Caller,
    company: CompanyId,
    today: Day,
) -> Result<Option<Row>> {
    let client = one_of_caller(tx, caller, company, today)?;
    row(tx, &kept.on(tx, today)?, &Marks::of(tx, caller.person)?, client)
}

/// What there is to say of a client.
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
    let memory = Memory::of(&app);
    app.store().read(|tx| Ok(clients(tx, memory, &call.caller, today, at)?.into()))
}

/// The whole grid.
///
/// # Errors
/// Those of the store.
pub fn clients(
    tx: &dyn ReadTx,
    memory: Memory<'_>,
    caller: &Caller,
    today: Day,
    at: Instant,
) -> Result<Clients> {
    let desks = desk::all(tx, caller, today)?;
    let tags = tags::of_desks(tx, &desks)?;
    let mut tagged = tags::tagged(tx, &desks, &tags)?;
    let (staff, mut assigned) = staff(tx, caller)?;
    let mut grid = Clients { at, tags, staff, ..Clients::default() };
    let mut offices: HashMap<String, u16> = HashMap::new();
    let terms = Terms::between(today.plus_days(-BACK), today.plus_days(AHEAD));
    let tallies = Tallies::of(tx, memory.requests, caller, today)?;
    let evidence = memory.evidence.on(tx, today)?;
    for Row { client, standing, summary } in rows(tx, memory.summaries, caller, today)? {
        let office = summary.office.as_ref().map(|(code, name)| {
            *offices.entry(code.clone()).or_insert_with(|| {
                grid.offices.push(Office { code: code.clone(), name: name.clone() });
                u16::try_from(grid.offices.len() - 1).unwrap_or(u16::MAX)
            })
        });
        let next = next_due(&terms, &summary, today);
        let company = client.company;
        let (open, requests) = (Open::of(&evidence, company)?, tallies.company(tx, company)?);
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
        grid.evidence.push(open.all);
        grid.evidence_durc.push(open.durc);
        grid.requests.push(requests.open);
        grid.unread.push(requests.unread);
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
