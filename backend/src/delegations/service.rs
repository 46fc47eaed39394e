//! Granting delegations, and asking who may act for whom today.

use std::ops::ControlFlow;

use shared::calendar::Day;
use shared::ids::{CompanyId, PersonId, PracticeId};

use super::table::{ASSIGNED, BY_COMPANY, DELEGATIONS, PRACTICES, Practice, Terms};
use crate::fault::Result;
use crate::store::{Order, ReadTx, Span, WriteTx};

/// Records a practice or an association, or what changed about one.
///
/// # Errors
/// Those of the store.
pub fn record_practice(tx: &mut dyn WriteTx, practice: &Practice) -> Result<()> {
    Ok(PRACTICES.put(tx, &practice.id, practice)?)
}

/// The practice with this id.
///
/// # Errors
/// Those of the store.
pub fn practice(tx: &dyn ReadTx, id: PracticeId) -> Result<Option<Practice>> {
    Ok(PRACTICES.get(tx, &id)?)
}

/// A delegation as it is granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Who may act.
    pub practice: PracticeId,
    /// For whom.
    pub company: CompanyId,
    /// First day.
    pub from: Day,
    /// Last day, if it has one.
    pub to: Option<Day>,
}

/// Grants a delegation; one of the same practice, company and first day is replaced.
///
/// # Errors
/// Those of the store.
pub fn grant(tx: &mut dyn WriteTx, grant: &Grant) -> Result<()> {
    let terms = Terms { to: grant.to, revoked: None };
    DELEGATIONS.put(tx, &(grant.practice, grant.company, grant.from), &terms)?;
    Ok(BY_COMPANY.put(tx, &(grant.company, grant.practice))?)
}

/// Revokes what the practice holds of the company: from `day` on it is not active. Tells whether there was anything to revoke.
///
/// # Errors
/// Those of the store.
pub fn revoke(
    tx: &mut dyn WriteTx,
    practice: PracticeId,
    company: CompanyId,
    day: Day,
) -> Result<bool> {
    let mut found = false;
    for (key, mut terms) in
        DELEGATIONS.collect(tx, &Span::prefix(&(practice, company)), Order::Ascending)?
    {
        if terms.revoked.is_none_or(|revoked| day < revoked) {
            terms.revoked = Some(day);
            DELEGATIONS.put(tx, &key, &terms)?;
            found = true;
        }
    }
    Ok(found)
}

/// Whether the practice may act for the company today.
///
/// # Errors
/// Those of the store.
pub fn active(
    tx: &dyn ReadTx,
    practice: PracticeId,
    company: CompanyId,
    today: Day,
) -> Result<bool> {
    let mut active = false;
    DELEGATIONS.scan(
        tx,
        &Span::prefix(&(practice, company)),
        Order::Descending,
        |(.., from), terms| {
            active = terms.active(from, today);
            Ok(if active { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
        },
    )?;
    Ok(active)
}

/// The companies for which the practice may act today, in the order of their ids.
///
/// # Errors
/// Those of the store.
pub fn companies_of_practice(
    tx: &dyn ReadTx,
    practice: PracticeId,
    today: Day,
) -> Result<Vec<CompanyId>> {
    let mut companies = Vec::new();
    DELEGATIONS.scan(
        tx,
        &Span::prefix(&practice),
        Order::Ascending,
        |(_, company, from), terms| {
            if terms.active(from, today) && companies.last() != Some(&company) {
                companies.push(company);
            }
            Ok(ControlFlow::Continue(()))
        },
    )?;
    Ok(companies)
}

/// A client: for whom a practice may act today, since when and until when without interruption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client {
    /// The company.
    pub company: CompanyId,
    /// First day.
    pub since: Day,
    /// Last day, if there is one.
    pub until: Option<Day>,
}

/// The clients of a practice today, in the order of their ids. Delegations that follow each other count as one.
///
/// # Errors
/// Those of the store.
pub fn clients(tx: &dyn ReadTx, practice: PracticeId, today: Day) -> Result<Vec<Client>> {
    clients_in(tx, &Span::prefix(&practice), today)
}

/// The company as a client of the practice, if it is one today.
///
/// # Errors
/// Those of the store.
pub fn client(
    tx: &dyn ReadTx,
    practice: PracticeId,
    company: CompanyId,
    today: Day,
) -> Result<Option<Client>> {
    Ok(clients_in(tx, &Span::prefix(&(practice, company)), today)?.pop())
}

fn clients_in(
    tx: &dyn ReadTx,
    delegations: &Span<(PracticeId, CompanyId, Day)>,
    today: Day,
) -> Result<Vec<Client>> {
    let mut clients: Vec<Client> = Vec::new();
    // By company and first day, so whatever goes on after this one comes next.
    let mut before: Option<Client> = None;
    DELEGATIONS.scan(tx, delegations, Order::Ascending, |(_, company, from), terms| {
        let next = Client { company, since: from, until: terms.last_day() };
        if next.until.is_some_and(|until| until < from) {
            return Ok(ControlFlow::Continue(()));
        }
        before = match before.filter(|before| before.company == company && before.reaches(from)) {
            Some(before) => Some(Client { until: later(before.until, next.until), ..before }),
            None => {
                clients.extend(before.filter(|before| before.lasts(today)));
                Some(next)
            }
        };
        Ok(ControlFlow::Continue(()))
    })?;
    clients.extend(before.filter(|before| before.lasts(today)));
    Ok(clients)
}

impl Client {
    fn lasts(&self, today: Day) -> bool {
        self.since <= today && self.until.is_none_or(|until| today <= until)
    }

    /// Whether a delegation from this day on goes on without a day between.
    fn reaches(&self, from: Day) -> bool {
        self.until.is_none_or(|until| from <= until.plus_days(1))
    }
}

/// The later of two last days; none is the latest.
fn later(a: Option<Day>, b: Option<Day>) -> Option<Day> {
    a.zip(b).map(|(a, b)| a.max(b))
}

/// Names of the practices and associations that may act for the company today.
///
/// # Errors
/// Those of the store.
pub fn practices_for(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for id in practices_of(tx, company, today)? {
        names.extend(practice(tx, id)?.map(|practice| practice.name));
    }
    Ok(names)
}

/// The practices and associations that may act for the company today.
///
/// # Errors
/// Those of the store.
pub fn practices_of(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Vec<PracticeId>> {
    let mut practices = Vec::new();
    for (_, id) in BY_COMPANY.collect(tx, &Span::prefix(&company), Order::Ascending)? {
        if active(tx, id, company, today)? {
            practices.push(id);
        }
    }
    Ok(practices)
}

/// Assigns a company to a collaborator.
///
/// # Errors
/// Those of the store.
pub fn assign(tx: &mut dyn WriteTx, person: PersonId, company: CompanyId) -> Result<()> {
    Ok(ASSIGNED.put(tx, &(person, company))?)
}

/// Takes a company from a collaborator.
///
/// # Errors
/// Those of the store.
pub fn unassign(tx: &mut dyn WriteTx, person: PersonId, company: CompanyId) -> Result<()> {
    Ok(ASSIGNED.delete(tx, &(person, company)).map(drop)?)
}

/// The companies assigned to a collaborator, whether or not their practice still may act for them.
///
/// # Errors
/// Those of the store.
pub fn assigned(tx: &dyn ReadTx, person: PersonId) -> Result<Vec<CompanyId>> {
    let keys = ASSIGNED.collect(tx, &Span::prefix(&person), Order::Ascending)?;
    Ok(keys.into_iter().map(|(_, company)| company).collect())
}

/// Whether the company is assigned to the collaborator.
///
/// # Errors
/// Those of the store.
pub fn is_assigned(tx: &dyn ReadTx, person: PersonId, company: CompanyId) -> Result<bool> {
    Ok(ASSIGNED.exists(tx, &(person, company))?)
}
