//! Looking at sections: which there are, a list, a record.

use serde::{Deserialize, Serialize};

use super::{Cells, Subject};
use crate::auth::{Resource, Verb};
use crate::calendar::{Day, Instant};
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, Format};
use crate::ids::{CompanyId, DeclarationId, ImportId, PaymentId};
use crate::lang::Lang;
use crate::page::{Cursor, Page};

/// How full the sections of a company are, in the order of [`super::SECTIONS`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Entries {
    /// One for each section the caller may read.
    pub sections: Vec<SectionCount>,
}

/// How full a section is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct SectionCount {
    /// Its slug.
    pub section: String,
    /// What it is called, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub title: Option<String>,
    /// Records.
    pub count: u32,
    /// Those whose state wants attention.
    pub attention: u32,
    /// When a record last changed; absent in empty and in derived sections.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub changed: Option<Instant>,
}

/// The sections of a company.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Index {
    /// Which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// With what the sections are called in this language, for whoever does not hold their descriptions.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub titles: Option<Lang>,
}

impl Endpoint for Index {
    const SPEC: Spec = Spec {
        name: "sections.index",
        summary: "The sections of a company's file, with how many records each has.",
        method: Method::Get,
        path: "/api/v1/companies/{company}/sections",
        access: Access::Company(Resource::Registry, Verb::Read),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Entries;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company] = values else { return None };
        Some(Self { company: company.parse().ok()?, ..self })
    }
}

/// A record in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Row {
    /// What names it within the section.
    pub key: String,
    /// Canonical texts in the order of the section's fields. Lists leave out what only the detail shows.
    pub cells: Cells,
    /// What another source says differently.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub differs: Vec<Difference>,
    /// What offices of it and of its history are called today, by their digits, where the table of offices does not say so.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub offices: Vec<(String, String)>,
}

impl Row {
    /// A record of which no other source says anything.
    pub const fn new(key: String, cells: Cells) -> Self {
        Self { key, cells, differs: Vec::new(), offices: Vec::new() }
    }
}

/// A cell for which another source has another value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Difference {
    /// The field's name.
    pub field: String,
    /// The slug of the section that says so.
    pub section: String,
    /// What it says, canonical; none where it says nothing.
    pub other: Option<String>,
    /// The day from which it is so, where it is the later of the two.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub day: Option<Day>,
}

/// The records of a section.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Of which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// Which section, by its slug.
    #[serde(skip)]
    pub section: String,
    /// Words that all must occur in the record; accents and case do not matter.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub search: Option<String>,
    /// Conditions that all must hold, parted by commas: `state:open,competence_from:2025-01..2025-12`, see [`super::Filter`].
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub filter: Option<String>,
    /// The field to order by, with `-` before it for the greatest first.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sort: Option<String>,
    /// Where to go on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cursor: Option<Cursor>,
    /// Rows a page.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub limit: Option<u16>,
}

impl Endpoint for List {
    const SPEC: Spec = Spec {
        name: "sections.list",
        summary: "The records of a section: searched, filtered, ordered, in pages.",
        method: Method::Get,
        path: "/api/v1/companies/{company}/sections/{section}",
        access: Access::Company(Resource::Registry, Verb::Read),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Page<Row>;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string(), self.section.clone()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company, section] = values else { return None };
        Some(Self { company: company.parse().ok()?, section: (*section).to_owned(), ..self })
    }
}

/// A record with where it comes from, what became of it and where it leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Record {
    /// The record, all its cells.
    pub row: Row,
    /// What the system calls it.
    pub subject: Subject,
    /// Its version, from 1, for [`super::Correct`] and [`super::Remove`]; 0 of what is computed.
    pub version: u64,
    /// Whether it was removed; what is shown is what it last said.
    pub removed: bool,
    /// What happened to it, the latest first; empty of what is computed.
    pub revisions: Vec<Revision>,
    /// Where it leads.
    pub links: Vec<Linked>,
}

/// One thing that happened to a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Revision {
    /// The version that came of it.
    pub version: u64,
    /// When.
    pub at: Instant,
    /// What was done.
    pub done: Done,
    /// By whom.
    pub origin: Origin,
    /// What it changed; empty for the first and for a removal.
    pub changes: Vec<CellChange>,
}

/// What was done to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Done {
    /// Added, for the first time or after a removal.
    Added,
    /// Changed.
    Changed,
    /// Removed.
    Removed,
}

/// Who did something to a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A feed.
    Feed {
        /// The import that brought it.
        import: ImportId,
    },
    /// A check of regularity that was asked for here.
    Check,
    /// Somebody at the competent office.
    Office {
        /// Their name, for the staff alone.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        name: Option<String>,
        /// Why.
        reason: String,
    },
}

/// What a revision changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct CellChange {
    /// The field's name.
    pub field: String,
    /// What it said, canonical.
    pub before: Option<String>,
    /// What it says since, canonical.
    pub after: Option<String>,
}

/// A value of the record that leads somewhere, or another record that names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Linked {
    /// The name of the field that leads there; empty where the other record names this one.
    pub field: String,
    /// Where it leads.
    pub target: Target,
    /// What is there, canonical: the month of a declaration, the day of a payment, the title of a record, the name of a company.
    pub title: String,
}

/// Where a value leads; only to what the caller may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// A declaration of this company.
    Declaration {
        /// Which.
        id: DeclarationId,
    },
    /// An F24 form of this company.
    Payment {
        /// Which.
        id: PaymentId,
    },
    /// A record of this company.
    Record {
        /// The section's slug.
        section: String,
        /// The record's key.
        key: String,
    },
    /// Another company the caller works for.
    Company {
        /// Which.
        id: CompanyId,
    },
}

/// One record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// Of which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// Of which section, by its slug.
    #[serde(skip)]
    pub section: String,
    /// Which, by its key.
    #[serde(skip)]
    pub key: String,
}

impl Endpoint for Show {
    const SPEC: Spec = Spec {
        name: "sections.show",
        summary: "One record of a section, with its history and where it leads.",
        method: Method::Get,
        path: "/api/v1/companies/{company}/sections/{section}/{key}",
        access: Access::Company(Resource::Registry, Verb::Read),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Record;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string(), self.section.clone(), self.key.clone()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company, section, key] = values else { return None };
        Some(Self {
            company: company.parse().ok()?,
            section: (*section).to_owned(),
            key: (*key).to_owned(),
        })
    }
}

/// The records of a section as a file: those that [`List`] would show with the same search, filter and order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// Of which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// Which section, by its slug.
    #[serde(skip)]
    pub section: String,
    /// As in [`List`].
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub search: Option<String>,
    /// As in [`List`].
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub filter: Option<String>,
    /// As in [`List`].
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sort: Option<String>,
    /// As what.
    #[serde(default)]
    pub format: Format,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for Export {
    const SPEC: Spec = Spec {
        name: "sections.export",
        summary: "The records of a section, as a file.",
        method: Method::Get,
        path: "/api/v1/companies/{company}/export/sections/{section}",
        access: Access::Company(Resource::Registry, Verb::Read),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string(), self.section.clone()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company, section] = values else { return None };
        Some(Self { company: company.parse().ok()?, section: (*section).to_owned(), ..self })
    }
}

/// One record as a document to keep: what the archive says of it at that moment, as a PDF. Of a letter that is its data, not the letter.
///
/// Faults: `not_found` for a record that the company does not have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Of which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// Which section, by its slug.
    #[serde(skip)]
    pub section: String,
    /// Which record.
    #[serde(skip)]
    pub key: String,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for Document {
    const SPEC: Spec = Spec {
        name: "sections.document",
        summary: "What a record of a section says, as a document to keep.",
        method: Method::Get,
        path: "/api/v1/companies/{company}/export/sections/{section}/{key}",
        access: Access::Company(Resource::Registry, Verb::Read),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string(), self.section.clone(), self.key.clone()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company, section, key] = values else { return None };
        Some(Self {
            company: company.parse().ok()?,
            section: (*section).to_owned(),
            key: (*key).to_owned(),
            ..self
        })
    }
}
