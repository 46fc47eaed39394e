//! What can be said of an office from a day on.

use serde::{Deserialize, Serialize};

use super::{OfficeCode, OfficeParameters};
use crate::calendar::Day;
use crate::requests::topics::Unit;
use crate::sections::{Phrase, phrase};

/// Most characters of a name, an address and a reason (DESIGN).
pub const LONGEST_LINE: usize = 200;

/// The day of a year on which a municipality keeps its patron saint's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "see the words")]
pub struct Patron {
    pub month: u8,
    pub day: u8,
}

impl Patron {
    pub(super) fn falls_on(self, day: Day) -> bool {
        (u32::from(self.month), u32::from(self.day)) == (day.month(), day.day())
    }

    /// Whether a leap year has it.
    pub fn exists(self) -> bool {
        Day::new(2024, self.month.into(), self.day.into()).is_some()
    }
}

/// What an office is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OfficeKind {
    /// One to which contributions are paid.
    Seat,
    /// An agency, which usually takes none.
    Agency,
}

impl OfficeKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Seat, Self::Agency];

    /// Its name.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Seat => phrase("Sede", "Office", "Stelle"),
            Self::Agency => phrase("Agenzia", "Agency", "Agentur"),
        }
    }
}

/// What is said of an office from a day on; what it leaves out stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OfficeChange {
    /// The first day.
    pub from: Day,
    /// Which office.
    pub office: OfficeCode,
    /// What it is. An office that the table does not have begins with the first change that says so, and its name.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub kind: Option<OfficeKind>,
    /// The office that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub parent: Option<OfficeCode>,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub name: Option<String>,
    /// Where it is.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub address: Option<String>,
    /// Which units it has; all of them where this was never said.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub units: Option<Vec<Unit>>,
    /// When its municipality keeps its patron saint's day.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub patron: Option<Patron>,
    /// It is closed, and this one has taken over.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub into: Option<OfficeCode>,
    /// Why, or by which decision.
    pub source: String,
}

impl OfficeChange {
    /// Whether it says what cannot be, with what else is said.
    pub(super) fn is_wrong(&self, set: &OfficeParameters) -> bool {
        let is_other = |office| office != self.office && set.is_there(office, self.from);
        let is_unsaid = |text: &String| !is_line(text);
        !is_line(&self.source)
            || !set.is_there(self.office, self.from)
            || set.name(self.office, self.from).is_none()
            || self.name.as_ref().is_some_and(is_unsaid)
            || self.address.as_ref().is_some_and(is_unsaid)
            || self.units.as_ref().is_some_and(|units| !units.contains(&Unit::FRONT_OFFICE))
            || self.patron.is_some_and(|patron| !patron.exists())
            || self.into.is_some_and(|into| !is_other(into))
            || self.parent.is_some_and(|parent| {
                !is_other(parent) || set.parent(parent, self.from) == Some(self.office)
            })
    }
}

/// Whether somebody wrote a line, and not too long a one.
fn is_line(text: &str) -> bool {
    !text.trim().is_empty()
        && text.chars().count() <= LONGEST_LINE
        && !text.chars().any(char::is_control)
}
