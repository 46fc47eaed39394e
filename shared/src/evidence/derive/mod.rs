//! Evidence follows from facts: one pass over each kind of fact, so that ten thousand companies take seconds.

mod comparisons;
mod covers;
mod debts;
mod durc;
mod index;
mod notices;
mod payments;
mod rated;
mod returns;
mod settled;

use index::Index;
pub use rated::{group_rates, lawful_due, recomputed};
pub use settled::Settled;

pub use notices::notice_key;

use durc::{Counted, Seen};
use std::collections::HashMap;

use super::{Cause, Deadline, Evidence, Facts, Kind, NextStep, Petition, Term};
use crate::calendar::{Day, Month};
use crate::durc::{DurcParameters, Gestione};
use crate::interest;
use crate::money::Euro;
use crate::notices::{F24Row, NoticeParameters};
use crate::parameters::{Missing, Set};
use crate::sanctions;
use crate::terms::{self, Event};

/// The dated values that evidence depends on.
#[derive(Clone, Copy, Debug)]
pub struct Parameters<'a> {
    /// By when something is to be done.
    pub terms: &'a terms::Parameters,
    /// Of rectification notices.
    pub notices: &'a NoticeParameters,
    /// Of the DURC.
    pub durc: &'a DurcParameters,
    /// Of what lateness costs, which the DURC counts.
    pub sanctions: &'a sanctions::Parameters,
    /// The rates that this depends on.
    pub interest: &'a interest::Parameters,
}

impl<'a> From<&'a Set> for Parameters<'a> {
    fn from(set: &'a Set) -> Self {
        Self {
            terms: &set.terms,
            notices: &set.notices,
            durc: &set.durc,
            sanctions: &set.sanctions,
            interest: &set.interest,
        }
    }
}

/// What follows from the facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Derived {
    /// Evidence by key, each key once.
    pub evidence: Vec<Evidence>,
    /// Values that were not known for a day that needed them: evidence that depends on one is left out, a term is left open.
    pub missing: Vec<Missing>,
}

/// The evidence of one company on a day.
pub fn derive(parameters: Parameters<'_>, facts: &Facts, day: Day) -> Derived {
    let mut derivation = Derivation::of_returns(parameters, facts, day);
    derivation.payments();
    derivation.debts();
    derivation.appeals();
    derivation.durc();
    derivation.wages();
    derivation.letters();
    derivation.ended()
}

/// The same for facts of nothing but positions, returns, transmissions and rates: who knows no others need not link what follows from them.
pub fn derive_returns(parameters: Parameters<'_>, facts: &Facts, day: Day) -> Derived {
    Derivation::of_returns(parameters, facts, day).ended()
}

/// One derivation under way.
struct Derivation<'a> {
    parameters: Parameters<'a>,
    facts: &'a Facts,
    index: Index<'a>,
    day: Day,
    /// What checks of the DURC make of each debt, by its key.
    checked: HashMap<String, Seen>,
    /// The last day to cure what an invitation is about, while its case goes on and is not cured.
    cure_by: Option<Day>,
    derived: Derived,
}

impl<'a> Derivation<'a> {
    /// One with what returns give, and the notices and rates that they are compared with.
    fn of_returns(parameters: Parameters<'a>, facts: &'a Facts, day: Day) -> Self {
        let mut derivation = Self {
            parameters,
            index: Index::new(facts),
            facts,
            day,
            checked: HashMap::new(),
            cure_by: None,
            derived: Derived::default(),
        };
        // The check of the DURC looks at what these find, and the others at what the check says.
        derivation.returns();
        derivation.check();
        derivation.notices();
        derivation.unpaid();
        derivation.transmissions();
        derivation.rates();
        derivation
    }

    fn ended(self) -> Derived {
        let mut derived = self.derived;
        derived.evidence.sort_by(|one, other| one.key.cmp(&other.key));
        // Facts that are there twice say the same thing.
        derived.evidence.dedup_by(|one, other| one.key == other.key);
        derived.missing.sort_by_key(|missing| (missing.day, missing.parameter));
        derived.missing.dedup();
        derived
    }

    fn add(&mut self, mut evidence: Evidence) {
        evidence.deadlines.sort_unstable();
        evidence.key = in_address(&evidence.key);
        self.derived.evidence.push(evidence);
    }

    /// A value, or none with a note that it is missing.
    fn known<T>(&mut self, value: Result<T, Missing>) -> Option<T> {
        value.map_err(|missing| self.derived.missing.push(missing)).ok()
    }

    /// What the DURC makes of debts, given by their keys, that it counts from a day on.
    fn counted(&self, debts: &[String], from: Day) -> Counted {
        Counted::of(debts.iter().filter_map(|key| self.checked.get(key)), from)
    }

    /// The last day that something notified on a day leaves.
    fn by(&mut self, event: Event, notified: Day) -> Option<Day> {
        let term = terms::term(self.parameters.terms, event, notified);
        self.known(term.map(|term| term.last()))
    }

    /// Evidence of a kind about a position and month, its key made of both.
    fn about(
        &self,
        kind: Kind,
        gestione: Gestione,
        code: &str,
        month: Month,
        cause: Cause,
    ) -> Evidence {
        let key = format!("{}:{code}:{month}", prefix(kind));
        Evidence {
            code: Some(code.to_owned()),
            office: self.index.office(code),
            months: Some((month, month)),
            ..bare(key, kind, gestione, cause)
        }
    }

    /// A row that pays or sets off an amount, where the position's office is known.
    fn row(&self, causale: &str, code: &str, month: Month, amount: Euro) -> Option<F24Row> {
        let office = self.index.office(code)?;
        Some(F24Row::of_month(office, causale, code, month, amount))
    }
}

/// Evidence about nothing in particular yet.
fn bare(key: String, kind: Kind, gestione: impl Into<Option<Gestione>>, cause: Cause) -> Evidence {
    Evidence {
        key,
        kind,
        gestione: gestione.into(),
        code: None,
        office: None,
        months: None,
        cause,
        amount: None,
        deadlines: Vec::new(),
        durc_from: None,
        tolerated: false,
        covers: Vec::new(),
        steps: Vec::new(),
    }
}

/// A key as it stands in addresses: its parts joined by `~`, and whatever is not a letter, a digit, `-` or `.` as `_` and two hexadecimal
/// digits a byte.
fn in_address(key: &str) -> String {
    let mut written = String::with_capacity(key.len());
    for byte in key.bytes() {
        match byte {
            b':' => written.push('~'),
            b'-' | b'.' => written.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => written.push(char::from(byte)),
            _ => written.push_str(&format!("_{byte:02X}")),
        }
    }
    written
}

/// How keys of a kind begin: `E01` to `E14`.
fn prefix(kind: Kind) -> String {
    format!("E{:02}", kind.number())
}

fn deadline(term: Term, day: Day) -> Deadline {
    Deadline { day, term }
}

fn pay(row: Option<F24Row>, by: Option<Day>) -> Option<NextStep> {
    row.map(|row| NextStep::PayRow { row, by })
}

fn instalments() -> NextStep {
    NextStep::Petition(Petition::Instalments)
}
