//! The grid: every client, column by column.

use serde::{Deserialize, Serialize};

use super::wire::{ids, matricole, others, tax_codes};
use super::{ROLES, Tag};
use crate::calendar::{Day, Instant, Month};
use crate::companies::PositionState;
use crate::deadlines::Kind;
use crate::declarations::DmState;
use crate::durc::Light;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::fiscal::Matricola;
use crate::ids::{CompanyId, PersonId};
use crate::money::Euro;

/// All companies the caller works for, by name.
///
/// Column by column, since ten thousand rows of thirty names would be mostly names: every list below has one value for each company,
/// in the same order. Accents and case do not matter to that order. Lists of numbers stand together, which Brotli packs a hundredth tighter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Clients {
    /// Their names.
    pub name: Vec<String>,
    /// Their tax codes, 11 or 16 characters: of the first kind without the last digit, which follows from the others.
    #[serde(with = "tax_codes")]
    #[cfg_attr(feature = "openapi", schemars(with = "Vec<String>"))]
    pub tax_code: Vec<String>,
    /// State of the position that `matricola` names.
    pub state: Vec<PositionState>,
    /// The latest month declared.
    pub declared: Vec<Option<Month>>,
    /// The worst state of that month's virtual DMs.
    pub dm: Vec<Option<DmState>>,
    /// The next deadline that is not done, overdue ones included.
    pub deadline: Vec<Option<Day>>,
    /// What is due then.
    pub deadline_kind: Vec<Option<Kind>>,
    /// The last day of the delegation by which the caller acts; none if it has no end, or there is no delegation.
    pub delegation: Vec<Option<Day>>,
    /// The collaborators it is assigned to, by their places in `staff`.
    pub assigned: Vec<Vec<u16>>,
    /// Its tags, by their places in `tags`.
    pub tagged: Vec<Vec<u16>>,
    /// The day of the latest change.
    pub changed: Vec<Option<Day>>,
    /// The light of the DURC when it was checked last.
    pub durc: Vec<Option<Light>>,
    /// The last day of the latest document, valid or not.
    pub durc_until: Vec<Option<Day>>,
    /// Months of the last twelve whose payment term has passed that are not wholly paid.
    pub months_short: Vec<u32>,
    /// Declarations of the same twelve months that are not balanced.
    pub not_balanced: Vec<u32>,
    /// Returns of the same twelve months that were due and did not come.
    pub not_declared: Vec<u32>,
    /// Open debts of the section `crediti`.
    pub debts: Vec<u32>,
    /// Open rectification notices.
    pub notices: Vec<u32>,
    /// Pieces of evidence that are open.
    pub evidence: Vec<u32>,
    /// Those of them that stop the DURC.
    pub evidence_durc: Vec<u32>,
    /// Open requests that the caller may read.
    pub requests: Vec<u32>,
    /// Requests in which there is something that the caller has not read, open or not, but for those that they put away.
    pub unread: Vec<u32>,
    /// The office competent for it, by its place in `offices`.
    pub office: Vec<Option<u16>>,
    /// Changes that the caller has not seen.
    pub changes: Vec<u32>,
    /// Employees last declared, over all positions.
    pub workforce: Vec<Option<u32>>,
    /// What is missing over the months of `months_short`.
    pub missing: Vec<Euro>,
    /// The sum of `debts`.
    pub debt: Vec<Euro>,
    /// The first active matricola, or the first of all: its first eight digits as a number, since the other two follow from them.
    #[serde(with = "matricole")]
    #[cfg_attr(feature = "openapi", schemars(with = "Vec<Option<u32>>"))]
    pub matricola: Vec<Option<Matricola>>,
    /// The other matricole of those companies that have several, in their order: the place of the company, and the matricola as there.
    #[serde(with = "others")]
    #[cfg_attr(feature = "openapi", schemars(with = "Vec<(u32, u32)>"))]
    pub others: Vec<(u32, Matricola)>,
    /// The companies: what all their ids begin with, then the rest of each, one after another. Their randomness, a third of the whole, stands
    /// apart from what can be packed.
    #[serde(with = "ids")]
    #[cfg_attr(feature = "openapi", schemars(with = "(String, String)"))]
    pub id: Vec<CompanyId>,
    /// The offices.
    pub offices: Vec<Office>,
    /// The collaborators of the practice, by name.
    pub staff: Vec<Colleague>,
    /// The tags of the desk, by name.
    pub tags: Vec<Tag>,
    /// The moment of these figures.
    pub at: Instant,
}

impl Clients {
    /// How many companies there are.
    pub fn len(&self) -> usize {
        self.id.len()
    }

    /// How much of a company wants a look. Nothing of a row that there is not.
    pub fn attention(&self, row: usize) -> Option<u32> {
        let concerns = Concerns {
            months_short: *self.months_short.get(row)?,
            not_balanced: *self.not_balanced.get(row)?,
            not_declared: *self.not_declared.get(row)?,
            debts: *self.debts.get(row)?,
            notices: *self.notices.get(row)?,
            durc: *self.durc.get(row)?,
        };
        Some(concerns.count())
    }

    /// All matricole of a company: the one that `matricola` names, then its others.
    pub fn matricole(&self, row: usize) -> impl Iterator<Item = &Matricola> {
        let main = self.matricola.get(row).and_then(Option::as_ref);
        let first = self.others.partition_point(|(of, _)| (*of as usize) < row);
        let others = self.others.get(first..).unwrap_or_default().iter();
        let others = others.take_while(move |(of, _)| *of as usize == row);
        main.into_iter().chain(others.map(|(_, matricola)| matricola))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.id.is_empty()
    }
}

/// What makes a client one to look at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Concerns {
    /// Months not wholly paid.
    pub months_short: u32,
    /// Declarations not balanced.
    pub not_balanced: u32,
    /// Returns that did not come.
    pub not_declared: u32,
    /// Open debts.
    pub debts: u32,
    /// Open rectification notices.
    pub notices: u32,
    /// The light of the DURC, of which a red one counts.
    pub durc: Option<Light>,
}

impl Concerns {
    /// How many there are.
    pub fn count(self) -> u32 {
        let Self { months_short, not_balanced, not_declared, debts, notices, durc } = self;
        let red = u32::from(durc == Some(Light::Red));
        [months_short, not_balanced, not_declared, debts, notices, red]
            .into_iter()
            .fold(0, u32::saturating_add)
    }
}

/// An office that companies have their positions at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Office {
    /// Its digits, which stay when it is called something else.
    pub code: String,
    /// What it is called.
    pub name: String,
}

/// A collaborator of the practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Colleague {
    /// The person.
    pub id: PersonId,
    /// First name and surname.
    pub name: String,
}

/// All companies the caller works for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Grid {}

impl Endpoint for Grid {
    const SPEC: Spec = Spec {
        name: "practice.grid",
        summary: "All companies the caller works for, column by column (C1).",
        method: Method::Get,
        path: "/api/v1/practice/grid",
        access: Access::Roles(ROLES),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Clients;
}
