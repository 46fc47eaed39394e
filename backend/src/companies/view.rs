//! Companies as they travel.

use shared::auth::Relation;
use shared::calendar::{Day, Month};
use shared::companies::{
    Address, CompanyBrief, CompanyRow, ConnectedPerson, Position, PositionState,
};
use shared::declarations::DmState;
use shared::fiscal::Matricola;
use shared::ids::CompanyId;
use shared::payments::PaidState;

use super::service::{main_position, state_now};
use super::table::{COMPANIES, Company, Position as StoredPosition};
use crate::fault::Result;
use crate::ledger::service as ledger;
use crate::offices::service as offices;
use crate::store::ReadTx;

/// A company's row, with the figures of the past year.
///
/// # Errors
/// Those of the store.
pub fn row(tx: &dyn ReadTx, id: CompanyId, today: Day) -> Result<Option<CompanyRow>> {
    let Some(company) = COMPANIES.get(tx, &id)? else { return Ok(None) };
    let (first, last) = ledger::past_year(today);
    let accounts = ledger::accounts(tx, id, first, last)?;
    let months = ledger::by_month(&accounts, first, last, today);
    let short = |state: &PaidState| matches!(state, PaidState::Short | PaidState::Unpaid);
    let position = main_position(&company);
    let office =
        position.map(|position| offices::called(tx, &position.office, today)).transpose()?;
    Ok(Some(CompanyRow {
        id,
        name: company.name.clone(),
        tax_code: company.tax_code.clone(),
        matricola: position.and_then(|position| Matricola::parse(&position.matricola).ok()),
        office,
        state: position.map_or(PositionState::Ceased, |position| state_now(position).0),
        last_declared: ledger::last_declared(tx, id, Month::of(today))?,
        due: months.iter().map(|month| month.due).sum(),
        paid: months.iter().map(|month| month.paid).sum(),
        months_short: count(months.iter().filter(|month| short(&month.state))),
        not_balanced: count(accounts.iter().filter(|account| {
            account.declared.is_some_and(|(_, state)| state != DmState::Balanced)
        })),
        missing: accounts.iter().map(|account| account.missing(today)).sum(),
    }))
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

/// A company's brief data.
///
/// # Errors
/// Those of the store.
pub fn brief(
    tx: &dyn ReadTx,
    id: CompanyId,
    relation: Relation,
    intermediaries: Vec<String>,
    today: Day,
) -> Result<Option<CompanyBrief>> {
    let Some(company) = COMPANIES.get(tx, &id)? else { return Ok(None) };
    let mut positions = Vec::with_capacity(company.positions.len());
    for position in &company.positions {
        positions.extend(position_view(tx, id, position, today)?);
    }
    positions.sort_by_key(|position: &Position| !position.state.is_active());
    Ok(Some(CompanyBrief {
        id,
        positions,
        persons: persons(&company),
        address: company.address.map(|(street, postcode, town, province)| Address {
            street,
            postcode,
            town,
            province,
        }),
        name: company.name,
        tax_code: company.tax_code,
        vat: company.vat,
        legal_form: company.legal_form,
        rea: company.rea,
        ateco: company.ateco,
        started: company.started.map(Day::from_epoch_days),
        pec: company.pec,
        email: company.email,
        phone: company.phone,
        principal: company.principal,
        intermediaries,
        relation,
        extracted: Day::from_epoch_days(company.extracted),
    }))
}

fn position_view(
    tx: &dyn ReadTx,
    company: CompanyId,
    position: &StoredPosition,
    today: Day,
) -> Result<Option<Position>> {
    let Ok(matricola) = Matricola::parse(&position.matricola) else { return Ok(None) };
    let (state, since) = state_now(position);
    let period = position.periods.last();
    Ok(Some(Position {
        matricola,
        office: position.office.clone(),
        office_name: offices::called(tx, &position.office, today)?,
        csc: period.map(|period| period.csc.clone()).unwrap_or_default(),
        cas: period.map(|period| period.cas.clone()).unwrap_or_default(),
        ateco: period.and_then(|period| period.ateco.clone()),
        state,
        since,
        opened: Day::from_epoch_days(position.opened),
        workforce: workforce(tx, company, &position.matricola, today)?,
    }))
}

/// Employees in the latest declaration of the last year.
fn workforce(
    tx: &dyn ReadTx,
    company: CompanyId,
    matricola: &str,
    today: Day,
) -> Result<Option<(u32, Month)>> {
    let last = Month::of(today);
    let accounts = ledger::accounts(tx, company, last.plus(-12), last)?;
    let latest =
        accounts.iter().rfind(|account| account.account == matricola && account.declared.is_some());
    Ok(latest.map(|account| (account.workers, account.month)))
}

fn persons(company: &Company) -> Vec<ConnectedPerson> {
    let mut persons: Vec<ConnectedPerson> = company
        .persons
        .iter()
        .filter(|person| person.until.is_none())
        .map(|person| ConnectedPerson {
            name: person.name.clone(),
            tax_code: person.tax_code.clone(),
            charge: person.charge.clone(),
            representative: person.representative,
            since: Day::from_epoch_days(person.since),
        })
        .collect();
    persons.sort_by_key(|person| !person.representative);
    persons
}
