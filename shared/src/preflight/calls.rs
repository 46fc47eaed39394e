//! What is asked about the companies of a file: what is known of them for its months, nothing of what the file says.

use serde::{Deserialize, Serialize};

use crate::auth::Role;
use crate::calendar::{Instant, Month};
use crate::declarations::{DmState, Group, Worker};
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::CompanyId;
use crate::intake::register::PositionFacts;
use crate::money::Euro;
use crate::offices::OfficeCode;

/// Companies and months asked about at once.
pub const MAX_ASKED: usize = 50;

/// A company in a month.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct About {
    /// Its tax code.
    pub tax_code: String,
    /// The month.
    pub month: Month,
}

/// What is known of companies in months, for whoever may hand in files for them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// Tax codes and months, `12345678903~2025-09`, parted by commas: at most [`MAX_ASKED`].
    pub about: String,
}

impl Known {
    /// The request about some companies and months.
    pub fn of(about: &[About]) -> Self {
        let one = |about: &About| format!("{}~{}", about.tax_code, about.month);
        Self { about: about.iter().map(one).collect::<Vec<_>>().join(",") }
    }

    /// What is asked about; `None` where it cannot be read or is more than [`MAX_ASKED`].
    pub fn asked(&self) -> Option<Vec<About>> {
        let one = |text: &str| {
            let (tax_code, month) = text.split_once('~')?;
            Some(About { tax_code: tax_code.to_owned(), month: Month::parse(month)? })
        };
        let all = self.about.split(',').map(one).collect::<Option<Vec<_>>>()?;
        (all.len() <= MAX_ASKED).then_some(all)
    }
}

/// Who hands in files of contributions.
const SUBMITTERS: &[Role] = &[Role::Owner, Role::Consultant, Role::Collaborator, Role::Association];

impl Endpoint for Known {
    const SPEC: Spec = Spec {
        name: "preflight.known",
        summary: "What is known of companies in months, to check a file before it is sent.",
        method: Method::Get,
        path: "/api/v1/preflight/known",
        access: Access::Roles(SUBMITTERS),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Vec<KnownMonth>;
}

/// What is known of a company in a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct KnownMonth {
    /// The tax code asked about.
    pub tax_code: String,
    /// The month asked about.
    pub month: Month,
    /// The company; none if there is none, or none that one may hand in files for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub company: Option<KnownCompany>,
}

/// A company as it is known in a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct KnownCompany {
    /// The company.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
    /// Its positions.
    pub positions: Vec<KnownPosition>,
    /// What is declared for the month and for the one before.
    pub returns: Vec<KnownReturn>,
}

/// A position as it is known in a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct KnownPosition {
    /// Its number.
    pub matricola: String,
    /// Competent office.
    pub office: OfficeCode,
    /// Whether it was active, and its classification.
    pub facts: PositionFacts,
}

/// The return in force for a position and month, and what was paid for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct KnownReturn {
    /// Matricola of the position; absent for collaborators.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub matricola: Option<String>,
    /// Month of competence.
    pub month: Month,
    /// When it was transmitted.
    pub transmitted: Instant,
    /// Employees as the company counted them.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub workforce: Option<u32>,
    /// Individual data by kind.
    pub groups: Vec<Group>,
    /// Its workers, where they are few enough to be compared one by one: only of the month before.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub workers: Option<Vec<Worker>>,
    /// State of its virtual DM.
    pub state: DmState,
    /// To be paid for it.
    pub due: Euro,
    /// Paid for it.
    pub paid: Euro,
}

/// Workers, wages and contributions, summed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Totals {
    /// Individual declarations.
    pub workers: u32,
    /// Wages.
    pub base: Euro,
    /// Contributions.
    pub contribution: Euro,
}

impl Totals {
    /// The sums over groups.
    pub fn of<'a>(groups: impl IntoIterator<Item = &'a Group>) -> Self {
        groups.into_iter().fold(Self::default(), |sum, group| Self {
            workers: sum.workers.saturating_add(group.workers),
            base: sum.base + group.base,
            contribution: sum.contribution + group.contribution,
        })
    }
}
