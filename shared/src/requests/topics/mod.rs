//! What a request can be about, in two levels, and how it is found by one's own words.

use serde::{Deserialize, Serialize};

/// The number of a topic: never used for another one.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct TopicId(pub u16);

/// The part of an office that answers about a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Registry data and classification.
    Registry,
    /// Returns.
    Returns,
    /// Payments, credits, refunds.
    Accounting,
    /// Rectification notices.
    Management,
    /// DURC.
    Regularity,
    /// Recovery of what is owed.
    Recovery,
    /// Contribution benefits.
    Benefits,
    /// Wage support.
    WageSupport,
    /// Inspections and disputes.
    Inspections,
    /// Whatever has no unit of its own.
    FrontOffice,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 10] = [
        Self::Registry,
        Self::Returns,
        Self::Accounting,
        Self::Management,
        Self::Regularity,
        Self::Recovery,
        Self::Benefits,
        Self::WageSupport,
        Self::Inspections,
        Self::FrontOffice,
    ];
}

/// Something a request can be about.
#[derive(Clone, Copy, Debug)]
pub struct Topic {
    /// Its number.
    pub id: TopicId,
    /// The number of the group it is in.
    pub parent: TopicId,
    /// Its name in addresses.
    pub slug: &'static str,
    /// Who answers.
    pub unit: Unit,
}

const ALL: &[Topic] = &[
    Topic { id: TopicId(201), parent: TopicId(200), slug: "dm-trasmessi", unit: Unit::Returns },
    Topic { id: TopicId(1101), parent: TopicId(1100), slug: "altro", unit: Unit::FrontOffice },
];

/// The topic of a number.
pub fn by_id(id: TopicId) -> Option<&'static Topic> {
    ALL.iter().find(|topic| topic.id == id)
}
