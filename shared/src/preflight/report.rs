//! What is said of a file that was checked.

use serde::{Deserialize, Serialize};

use super::Totals;
use crate::calendar::{Day, Instant, Month};
use crate::declarations::{BalancingLine, CompanyItem, DmState, Group, Scheme, Section, Worker};
use crate::evidence::Evidence;
use crate::ids::CompanyId;
use crate::intake::{Counts, Issue};
use crate::money::Euro;
use crate::notices::{F24Row, Notice};
use crate::parameters::{Confidence, Version};
use crate::rates::Unrated;

/// What was found in a file before it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Tax code of who transmits.
    pub sender: String,
    /// Their name.
    pub sender_name: Option<String>,
    /// What the file holds, counted.
    pub counts: Counts,
    /// How many errors: with any, the import stores nothing.
    pub errors: u32,
    /// How many warnings.
    pub warnings: u32,
    /// Errors first, then warnings, each in the order of the file, as the report of an import lists them.
    pub issues: Vec<Issue>,
    /// The parameters that notices and evidence follow from.
    pub parameters: Version,
    /// Whether it was known what the archives hold. Without it positions, rates, evidence and the month before were not looked at.
    pub asked: bool,
    /// What it declares, in the order of the file.
    pub checked: Vec<Checked>,
    /// Positions that were active in a month of the file, and neither it nor the archives have their return.
    pub absent: Vec<Absent>,
}

/// A declaration of the file: one position, or a company's collaborators, in one month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// Tax code of the company.
    pub tax_code: String,
    /// The company, if it is known.
    pub company: Option<CompanyId>,
    /// Its name, if it is known.
    pub name: Option<String>,
    /// Month of competence.
    pub month: Month,
    /// Scheme.
    pub scheme: Scheme,
    /// The position; none for collaborators.
    pub matricola: Option<String>,
    /// Line on which it is named.
    pub line: u32,
    /// Employees as the company counts them.
    pub workforce: Option<u32>,
    /// Its workers, wages and contributions.
    pub totals: Totals,
    /// The debit section; none if the company totals are missing.
    pub debit: Option<Section>,
    /// The credit section.
    pub credit: Option<Section>,
    /// What would be added to balance.
    pub balancing: Vec<BalancingLine>,
    /// Individual data by kind.
    pub groups: Vec<Group>,
    /// Company items.
    pub items: Vec<CompanyItem>,
    /// What is to be paid.
    pub due: Euro,
    /// State of the virtual DM.
    pub state: DmState,
    /// Errors in it.
    pub errors: u32,
    /// Warnings about it.
    pub warnings: u32,
    /// The last day to send it.
    pub send_by: Day,
    /// The last day to pay it.
    pub pay_by: Day,
    /// The F24 row that pays it.
    pub row: Option<F24Row>,
    /// The rectification notice to be expected.
    pub notice: Forecast,
    /// Evidence that would arise.
    pub evidence: Vec<Evidence>,
    /// Evidence that would be settled.
    pub settled: Vec<Evidence>,
    /// When the return whose place it would take was transmitted.
    pub replaces: Option<Instant>,
    /// The month before; none where that is not known.
    pub before: Option<Before>,
}

/// The notice to be expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Forecast {
    /// Contributions could not be reckoned again: position, classification or headcount are not known, or no rate is, for this reason.
    Unknown(Option<Unrated>),
    /// None: what was declared is what is due, or differs by no more than notices begin at.
    None {
        /// Whether every group of workers was reckoned again.
        whole: bool,
    },
    /// This one, were it issued on the first day on which it can be.
    Notice {
        /// The notice.
        notice: Box<Notice>,
        /// Whether every group of workers was reckoned again.
        whole: bool,
        /// How well the worst is known of the rates that it is made with.
        confidence: Confidence,
    },
}

/// The month before, of the same position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// Which.
    pub month: Month,
    /// What was declared for it; none where nothing was.
    pub declared: Option<(Totals, Euro)>,
    /// The groups of workers that are not as they were.
    pub groups: Vec<GroupChange>,
    /// Who came and who is gone; none where there are too many to be compared one by one.
    pub people: Option<People>,
}

/// Workers who are in one month only, in the order of their names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct People {
    /// Now, and not the month before.
    pub joined: Vec<Worker>,
    /// The month before, and not now.
    pub left: Vec<Worker>,
}

/// A group of workers, before and now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupChange {
    /// Its code.
    pub code: String,
    /// The month before.
    pub before: Totals,
    /// Now.
    pub now: Totals,
}

/// A return that is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absent {
    /// The company.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// The position.
    pub matricola: String,
    /// The month.
    pub month: Month,
}
