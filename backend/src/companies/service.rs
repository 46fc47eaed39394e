//! Storing register extracts and finding companies.

use shared::calendar::{Day, Instant, Month};
use shared::companies::PositionState;
use shared::evidence::Period;
use shared::fault::Fault;
use shared::fiscal::{Ca, Csc};
use shared::ids::CompanyId;

use super::differ;
use super::extract::{Extract, state_of};
use super::search;
use super::table::{
    BY_MATRICOLA, BY_OFFICE, BY_REPRESENTATIVE, BY_TAX_CODE, COMPANIES, Company, Position,
};
use crate::fault;
use crate::store::{Index, Order, ReadTx, Span, StoreError, WriteTx};

/// The table with one row for each of them.
pub const TABLE: &str = COMPANIES.name();

pub use super::extract::{ExtractPeriod, ExtractPerson, ExtractPosition, Particulars, StateEntry};

/// Stores an extract under the company's id, or under `new_id` if its tax code is new. What was known before is replaced, and
/// what is different is noted as a change at `now`.
///
/// # Errors
/// [`Fault::Busy`] if a newer extract is there, or another company has one of the positions: whoever reads extracts asks
/// [`extracted`] and [`is_elsewhere`] first, so somebody else was faster. Those of the store.
pub fn store_extract(
    tx: &mut dyn WriteTx,
    new_id: CompanyId,
    extract: &Extract,
    now: Instant,
) -> fault::Result<CompanyId> {
    let newer = extracted(tx, &extract.tax_code)?.is_some_and(|day| day > extract.extracted);
    let mut elsewhere = false;
    for position in &extract.positions {
        elsewhere |= is_elsewhere(tx, position.matricola.as_str(), &extract.tax_code)?;
    }
    if newer || elsewhere {
        return Err(Fault::Busy.into());
    }
    let company = by_tax_code(tx, &extract.tax_code)?.unwrap_or(new_id);
    let before = COMPANIES.get(tx, &company)?;
    if let Some(before) = &before {
        unlist(tx, company, before)?;
    }
    let record = extract.record();
    list(tx, company, &record)?;
    differ::note_differences(tx, now, company, before.as_ref(), &record)?;
    COMPANIES.put(tx, &company, &record)?;
    search::index(tx, company, before.as_ref(), &record)?;
    Ok(company)
}

/// The day of the extract by which the company with a tax code is known; none if it is not known.
///
/// # Errors
/// Those of the store.
pub fn extracted(tx: &dyn ReadTx, tax_code: &str) -> Result<Option<Day>, StoreError> {
    let Some(company) = by_tax_code(tx, tax_code)? else { return Ok(None) };
    Ok(COMPANIES.get(tx, &company)?.map(|company| Day::from_epoch_days(company.extracted)))
}

/// Whether a position is that of a company with another tax code. Where it has ceased for good it holds nobody up.
///
/// # Errors
/// Those of the store.
pub fn is_elsewhere(tx: &dyn ReadTx, matricola: &str, tax_code: &str) -> Result<bool, StoreError> {
    let held = |position: &Position| {
        position.matricola == matricola && state_now(position).0 != PositionState::Ceased
    };
    for company in listed(tx, &BY_MATRICOLA, matricola)? {
        let company = COMPANIES.get(tx, &company)?;
        if company.is_some_and(|company| {
            company.tax_code != tax_code && company.positions.iter().any(held)
        }) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn list(tx: &mut dyn WriteTx, id: CompanyId, company: &Company) -> Result<(), StoreError> {
    BY_TAX_CODE.put(tx, &(company.tax_code.clone(), id))?;
    for position in &company.positions {
        BY_MATRICOLA.put(tx, &(position.matricola.clone(), id))?;
        BY_OFFICE.put(tx, &(position.office.clone(), id))?;
    }
    for person in
        company.persons.iter().filter(|person| person.representative && person.until.is_none())
    {
        BY_REPRESENTATIVE.put(tx, &(person.tax_code.clone(), id))?;
    }
    Ok(())
}

fn unlist(tx: &mut dyn WriteTx, id: CompanyId, company: &Company) -> Result<(), StoreError> {
    BY_TAX_CODE.delete(tx, &(company.tax_code.clone(), id))?;
    for position in &company.positions {
        BY_MATRICOLA.delete(tx, &(position.matricola.clone(), id))?;
        BY_OFFICE.delete(tx, &(position.office.clone(), id))?;
    }
    for person in &company.persons {
        BY_REPRESENTATIVE.delete(tx, &(person.tax_code.clone(), id))?;
    }
    Ok(())
}

/// What the register's latest extract says of a company.
///
/// # Errors
/// Those of the store.
pub fn extract(tx: &dyn ReadTx, company: CompanyId) -> Result<Option<Extract>, StoreError> {
    Ok(COMPANIES.get(tx, &company)?.map(Company::extract))
}

/// The company that has a matricola now.
///
/// # Errors
/// Those of the store.
pub fn by_matricola(tx: &dyn ReadTx, matricola: &str) -> Result<Option<CompanyId>, StoreError> {
    let span = Span::prefix(&matricola.to_owned());
    Ok(BY_MATRICOLA.first(tx, &span, Order::Descending)?.map(|(_, id)| id))
}

/// The company with a tax code.
///
/// # Errors
/// Those of the store.
pub fn by_tax_code(tx: &dyn ReadTx, code: &str) -> Result<Option<CompanyId>, StoreError> {
    Ok(BY_TAX_CODE.first(tx, &Span::prefix(&code.to_owned()), Order::Descending)?.map(|(_, id)| id))
}

/// The companies that a person represents, by their tax code.
///
/// # Errors
/// Those of the store.
pub fn represented_by(tx: &dyn ReadTx, tax_code: &str) -> Result<Vec<CompanyId>, StoreError> {
    listed(tx, &BY_REPRESENTATIVE, tax_code)
}

/// Whether a person represents a company.
///
/// # Errors
/// Those of the store.
pub fn represents(tx: &dyn ReadTx, tax_code: &str, company: CompanyId) -> Result<bool, StoreError> {
    BY_REPRESENTATIVE.exists(tx, &(tax_code.to_owned(), company))
}

/// The companies with a position at an office, by its four digits.
///
/// # Errors
/// Those of the store.
pub fn at_office(tx: &dyn ReadTx, office: &str) -> Result<Vec<CompanyId>, StoreError> {
    listed(tx, &BY_OFFICE, office)
}

/// Whether a company has a position at an office.
///
/// # Errors
/// Those of the store.
pub fn is_at_office(tx: &dyn ReadTx, office: &str, company: CompanyId) -> Result<bool, StoreError> {
    BY_OFFICE.exists(tx, &(office.to_owned(), company))
}

fn listed(
    tx: &dyn ReadTx,
    index: &Index<(String, CompanyId)>,
    key: &str,
) -> Result<Vec<CompanyId>, StoreError> {
    let keys = index.collect(tx, &Span::prefix(&key.to_owned()), Order::Ascending)?;
    Ok(keys.into_iter().map(|(_, id)| id).collect())
}

/// How a representative is called in the newest extract that names them.
///
/// # Errors
/// Those of the store.
pub fn representative_name(tx: &dyn ReadTx, tax_code: &str) -> Result<Option<String>, StoreError> {
    let Some(company) = represented_by(tx, tax_code)?.pop() else { return Ok(None) };
    let persons = COMPANIES.get(tx, &company)?.map_or_else(Vec::new, |company| company.persons);
    Ok(persons.into_iter().find(|person| person.tax_code == tax_code).map(|person| person.name))
}

/// How a company presents itself where one works for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its name.
    pub name: String,
    /// First active matricola, or the first of all.
    pub matricola: Option<String>,
    /// Its office, four digits as the archive has them.
    pub office: Option<String>,
}

/// A company's card.
///
/// # Errors
/// Those of the store.
pub fn card(tx: &dyn ReadTx, company: CompanyId) -> Result<Option<Card>, StoreError> {
    Ok(COMPANIES.get(tx, &company)?.map(|company| card_of(&company)))
}

pub(super) fn card_of(company: &Company) -> Card {
    let position = main_position(company);
    Card {
        name: company.name.clone(),
        matricola: position.map(|position| position.matricola.clone()),
        office: position.map(|position| position.office.clone()),
    }
}

/// The first active position, or the first of all.
pub(super) fn main_position(company: &Company) -> Option<&Position> {
    let active = |position: &&Position| state_now(position).0.is_active();
    company.positions.iter().find(active).or_else(|| company.positions.first())
}

/// The latest state of a position and since when.
pub(super) fn state_now(position: &Position) -> (PositionState, Day) {
    let (number, since) = position.states.last().copied().unwrap_or((1, position.opened));
    (state_of(number), Day::from_epoch_days(since))
}

/// What the checks of a declaration need to know of a position.
#[derive(Clone, Debug)]
pub struct PositionFacts {
    /// Whose it is.
    pub company: CompanyId,
    position: Position,
}

impl PositionFacts {
    /// Whether a return was due for the month: the position was active on some day of it that lies in none of its interruptions, which
    /// come by their first day.
    pub fn worked_in(&self, month: Month, interruptions: &[Period]) -> bool {
        self.active_in(month)
            && (interruptions.is_empty()
                || self.active().any(|active| active.is_worked(month, interruptions)))
    }

    /// The times in which the position was active.
    fn active(&self) -> impl Iterator<Item = Period> {
        let states = &self.position.states;
        let ends = states.iter().skip(1).map(|(_, next)| Some(Day::from_epoch_days(next - 1)));
        let times = states.iter().zip(ends.chain([None]));
        times
            .filter(|((number, _), _)| state_of(*number).is_active())
            .map(|((_, from), to)| Period { from: Day::from_epoch_days(*from), to })
    }

    /// Whether the position was active on some day of the month.
    pub fn active_in(&self, month: Month) -> bool {
        let (first, last) = (month.first_day().epoch_days(), month.last_day().epoch_days());
        if self.position.opened > last {
            return false;
        }
        let mut active = false;
        for (number, since) in &self.position.states {
            if *since > last {
                break;
            }
            // A state that began before the month only counts if no later one began before it too.
            if *since <= first {
                active = state_of(*number).is_active();
            } else {
                active |= state_of(*number).is_active();
            }
        }
        active
    }

    /// The competent office, four digits.
    pub fn office(&self) -> &str {
        &self.position.office
    }

    /// The statistical contribution code in force at the end of the month.
    pub fn csc_in(&self, month: Month) -> Option<Csc> {
        Csc::parse(&self.period(month)?.csc).ok()
    }

    /// The authorisation codes in force at the end of the month.
    pub fn cas_in(&self, month: Month) -> Vec<Ca> {
        let codes = self.period(month).map_or(&[][..], |period| &period.cas);
        codes.iter().filter_map(|code| Ca::parse(code).ok()).collect()
    }

    fn period(&self, month: Month) -> Option<&super::table::Period> {
        let last = month.last_day().epoch_days();
        self.position
            .periods
            .iter()
            .rfind(|period| period.from <= last && period.to.is_none_or(|to| to >= last))
    }
}

/// All positions of a company.
///
/// # Errors
/// Those of the store.
pub fn positions(
    tx: &dyn ReadTx,
    company: CompanyId,
) -> Result<Vec<(String, PositionFacts)>, StoreError> {
    let positions = COMPANIES.get(tx, &company)?.map_or_else(Vec::new, |company| company.positions);
    Ok(positions
        .into_iter()
        .map(|position| (position.matricola.clone(), PositionFacts { company, position }))
        .collect())
}

/// Whether the company has this position.
///
/// # Errors
/// Those of the store.
pub fn has_position(
    tx: &dyn ReadTx,
    company: CompanyId,
    matricola: &str,
) -> Result<bool, StoreError> {
    BY_MATRICOLA.exists(tx, &(matricola.to_owned(), company))
}

/// All companies, in the order of their ids.
///
/// # Errors
/// Those of the store.
pub fn all(tx: &dyn ReadTx) -> Result<Vec<CompanyId>, StoreError> {
    let rows = COMPANIES.collect(tx, &Span::all(), Order::Ascending)?;
    Ok(rows.into_iter().map(|(id, _)| id).collect())
}

/// Whether there is such a company.
///
/// # Errors
/// Those of the store.
pub fn exists(tx: &dyn ReadTx, company: CompanyId) -> Result<bool, StoreError> {
    COMPANIES.exists(tx, &company)
}

/// A company's name and tax code.
///
/// # Errors
/// Those of the store.
pub fn name_and_code(
    tx: &dyn ReadTx,
    company: CompanyId,
) -> Result<Option<(String, String)>, StoreError> {
    Ok(COMPANIES.get(tx, &company)?.map(|company| (company.name, company.tax_code)))
}
