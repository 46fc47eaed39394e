//! What the grid and the deadlines say of one company, kept in memory for as long as it is true.
//!
//! A summary depends on the company's data, on the day and on the parameters in force. Whatever stores data about a company notes a change in the same transaction,
//! which raises the version of the company's data; so a version tells whether a summary is still good. Nothing derived is stored.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use shared::calendar::{Day, Month, uniemens_due};
use shared::companies::{CompanyRow, PositionState};
use shared::declarations::DmState;
use shared::durc::OnFile;
use shared::fiscal::Matricola;
use shared::ids::CompanyId;
use shared::money::Euro;
use shared::practice::{Concerns, fold};

use crate::companies::{row, service as companies};
use crate::deadlines::archives::{self, Archives};
use crate::deadlines::terms::{self, MonthTerms, Reduced, Request};
use crate::durc::service as durc;
use crate::evidence::facts::Interruptions;
use crate::fault::Result;
use crate::ledger::{COLLABORATORS, service as ledger};
use crate::parameters::service as parameters;
use crate::store::ReadTx;

/// Summaries kept at most; beyond, all are made anew as they are asked for.
const MOST: usize = 250_000;

/// What the grid and the deadlines say of one company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Its name.
    pub name: String,
    /// The name as it is ordered by.
    pub folded: String,
    /// Its tax code.
    pub tax_code: String,
    /// First active matricola, or the first of all.
    pub matricola: Option<Matricola>,
    /// Its other matricole, in the register's order.
    pub others: Vec<Matricola>,
    /// The digits and the name of the office competent for it.
    pub office: Option<(String, String)>,
    /// State of that position.
    pub state: PositionState,
    /// The latest month declared and the worst state of its virtual DMs.
    pub declared: Option<(Month, DmState)>,
    /// Months of the past year not wholly paid.
    pub months_short: u32,
    /// What is missing over them.
    pub missing: Euro,
    /// Due and paid in each month of the past year, the oldest first.
    pub year: Vec<(Euro, Euro)>,
    /// Declarations of the past year not balanced.
    pub not_balanced: u32,
    /// Returns of the past year that did not come.
    pub not_declared: u32,
    /// Employees last declared.
    pub workforce: Option<u32>,
    /// Whether a position is active now, and not interrupted.
    pub active: bool,
    /// Its terms of the past year and of this month.
    pub months: Vec<MonthTerms>,
    /// Until when those that are late cost less.
    pub reduced: Vec<Reduced>,
    /// What it can ask for until a day.
    pub requests: Vec<Request>,
    /// What its archives say.
    pub archives: Archives,
    /// How it stands with the DURC.
    pub durc: OnFile,
}

impl Summary {
    /// How much of it wants a look.
    pub fn attention(&self) -> u32 {
        let Self { months_short, not_balanced, not_declared, .. } = *self;
        let Archives { debts, notices, .. } = self.archives;
        let durc = self.durc.light;
        Concerns { months_short, not_balanced, not_declared, debts, notices, durc }.count()
    }

    /// Whether anything does.
    pub fn wants_a_look(&self) -> bool {
        self.attention() > 0
    }

    /// Whether something typed, folded, is in its name, one of its matricole or its tax code.
    pub fn matches(&self, wanted: &str) -> bool {
        let digits: String = wanted.chars().filter(char::is_ascii_alphanumeric).collect();
        let mut matricole = self.matricola.iter().chain(&self.others);
        self.folded.contains(wanted)
            || (!digits.is_empty()
                && (matricole.any(|matricola| matricola.as_str().contains(&digits))
                    || fold(&self.tax_code).contains(&digits)))
    }
}

/// The summaries that this process keeps.
#[derive(Default)]
pub struct Summaries(Mutex<HashMap<CompanyId, Kept>>);

struct Kept {
    day: Day,
    parameters: u64,
    version: u64,
    summary: Arc<Summary>,
}

/// The summaries of a day under the parameters then in force, read once for a list of companies.
pub struct Reading<'a> {
    kept: &'a Summaries,
    /// The day.
    pub today: Day,
    parameters: u64,
}

impl Reading<'_> {
    /// The summary of a company whose data have this version, as this transaction sees them; nothing of one that is not there.
    ///
    /// # Errors
    /// Those of the store.
    pub fn of(
        &self,
        tx: &dyn ReadTx,
        company: CompanyId,
        version: u64,
    ) -> Result<Option<Arc<Summary>>> {
        let Self { today: day, parameters, .. } = *self;
        if let Some(kept) = self.kept.lock().get(&company)
            && (kept.day, kept.parameters, kept.version) == (day, parameters, version)
        {
            return Ok(Some(Arc::clone(&kept.summary)));
        }
        let Some(summary) = made(tx, company, day)?.map(Arc::new) else { return Ok(None) };
        let mut kept = self.kept.lock();
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(company, Kept { day, parameters, version, summary: Arc::clone(&summary) });
        Ok(Some(summary))
    }
}

impl Summaries {
    /// Those of a day, as this transaction sees them.
    ///
    /// # Errors
    /// Those of the store.
    pub fn on(&self, tx: &dyn ReadTx, today: Day) -> Result<Reading<'_>> {
        let parameters = parameters::current(tx)?.version.number;
        Ok(Reading { kept: self, today, parameters })
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<CompanyId, Kept>> {
        // What a panic elsewhere left is a map of whole entries.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn made(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Option<Summary>> {
    let Some(row) = row(tx, company, today)? else { return Ok(None) };
    let positions = companies::positions(tx, company)?;
    let (first, past) = ledger::past_year(today);
    let this_month = Month::of(today);
    let accounts = ledger::accounts(tx, company, first, this_month)?;
    let interruptions = Interruptions::of(tx, company, today)?;
    let months = terms::months(&positions, &interruptions, &accounts, first, this_month, today);
    let not_declared = months
        .iter()
        .filter(|month| month.month < past || (month.month == past && uniemens_due(past) < today))
        .map(|month| u32::from(month.undeclared))
        .sum();
    let workforce = positions.iter().filter_map(|(matricola, _)| {
        let mut of_position = accounts.iter().filter(|account| account.account == *matricola);
        of_position.rfind(|account| account.declared.is_some())
    });
    let workforce: Vec<u32> = workforce
        .filter(|account| account.account != COLLABORATORS)
        .map(|account| account.workers)
        .collect();
    let archives = archives::of(tx, company, today)?;
    let set = parameters::current(tx)?;
    let reduced = terms::reduced(&months, &archives.asked, &set.sanctions, today);
    let requests = terms::requests(&positions, &set.terms, today);
    let CompanyRow { name, tax_code, matricola, office, state, last_declared, .. } = row;
    let all = positions.iter().filter_map(|(code, _)| Matricola::parse(code).ok());
    Ok(Some(Summary {
        folded: fold(&name),
        name,
        tax_code,
        others: all.filter(|code| Some(*code) != matricola).collect(),
        matricola,
        office: companies::card(tx, company)?.and_then(|card| card.office).zip(office),
        state,
        declared: last_declared,
        months_short: row.months_short,
        missing: row.missing,
        year: ledger::by_month(&accounts, first, past, today)
            .iter()
            .map(|month| (month.due, month.paid))
            .collect(),
        not_balanced: row.not_balanced,
        not_declared,
        workforce: (!workforce.is_empty()).then(|| workforce.iter().sum()),
        active: positions.iter().any(|position| interruptions.is_due(position, this_month)),
        months,
        reduced,
        requests,
        archives,
        durc: durc::on_file(tx, company, today)?,
    }))
}
