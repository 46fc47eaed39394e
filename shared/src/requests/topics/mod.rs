//! What a request can be about, in two levels, and how it is found by one's own words.

mod find;
mod groups;
#[cfg(test)]
mod tests;

pub use find::{Hit, find};

use serde::{Deserialize, Serialize};

use crate::sections::{Phrase, phrase};

/// The number of a topic: never used for another one.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct TopicId(pub u16);

/// The topic of whatever has none: its text must say why, and a person dispatches it.
pub const OTHER: TopicId = TopicId(1101);
/// Fewest characters of such a text (DESIGN).
pub const SHORTEST_REASON: usize = 30;

impl TopicId {
    /// The group that it is in: its hundred.
    pub const fn group(self) -> Self {
        Self(self.0 / 100 * 100)
    }

    /// Whether the text must say why no other topic fits.
    pub fn needs_reason(self) -> bool {
        self == OTHER
    }
}

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

    /// Its name.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Registry => {
                phrase("Anagrafica e flussi", "Registry and returns", "Stammdaten und Meldungen")
            }
            Self::Returns => phrase("Flussi", "Returns", "Meldungen"),
            Self::Accounting => {
                phrase("Contabilità contributiva", "Contribution accounting", "Beitragsbuchhaltung")
            }
            Self::Management => {
                phrase("Gestione contributiva", "Contribution management", "Beitragsverwaltung")
            }
            Self::Regularity => phrase("Regolarità", "Regularity", "Ordnungsmäßigkeit"),
            Self::Recovery => phrase("Recupero crediti", "Recovery of debts", "Eintreibung"),
            Self::Benefits => phrase("Agevolazioni", "Reliefs", "Begünstigungen"),
            Self::WageSupport => phrase("Ammortizzatori", "Wage support", "Lohnausgleich"),
            Self::Inspections => phrase("Vigilanza", "Inspections", "Aufsicht"),
            Self::FrontOffice => phrase("Front office", "Front office", "Schalter"),
        }
    }
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
    /// What it is called.
    pub title: Phrase,
    /// When it is the right one.
    pub help: Phrase,
    /// How people say it.
    pub examples: [Phrase; 2],
    /// What to attach.
    pub attach: Phrase,
    /// Other words for it, in all languages.
    words: &'static str,
}

/// A group of topics: the first level.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// Its number: a hundred, and its topics follow.
    pub id: u16,
    /// Its name in addresses.
    pub slug: &'static str,
    /// What it is called.
    pub title: Phrase,
    /// Its topics.
    pub topics: &'static [Topic],
}

/// A topic without its words; its group is its hundred.
const fn topic(id: u16, slug: &'static str, unit: Unit, attach: Phrase) -> Topic {
    const UNSAID: Phrase = phrase("", "", "");
    Topic {
        id: TopicId(id),
        parent: TopicId(id / 100 * 100),
        slug,
        unit,
        title: UNSAID,
        help: UNSAID,
        examples: [UNSAID; 2],
        attach,
        words: "",
    }
}

impl Topic {
    /// What to attach, one by one; nothing where no document is needed.
    pub fn documents(&self) -> Vec<Phrase> {
        groups::documents(self.attach)
    }

    const fn named(
        self,
        title: Phrase,
        help: Phrase,
        examples: [Phrase; 2],
        words: &'static str,
    ) -> Self {
        Self { title, help, examples, words, ..self }
    }
}

/// The groups, in the order in which they are offered.
pub fn groups() -> impl Iterator<Item = &'static Group> {
    groups::GROUPS.into_iter()
}

/// Every topic, by group.
pub fn all() -> impl Iterator<Item = &'static Topic> {
    groups().flat_map(|group| group.topics)
}

/// The topic of a number.
pub fn by_id(id: TopicId) -> Option<&'static Topic> {
    all().find(|topic| topic.id == id)
}

/// The topic of a name in addresses.
pub fn by_slug(slug: &str) -> Option<&'static Topic> {
    all().find(|topic| topic.slug == slug)
}
