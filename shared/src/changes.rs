//! What changed in the companies one works for, and what of it one has seen (C2).
//!
//! Whatever stores data about a company notes what became different. For each person and company there is a mark: what lies before it was
//! seen. Who has no mark yet begins where their delegation began, or thirty days ago, whichever is later.

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Instant};
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, Format};
use crate::ids::CompanyId;
use crate::lang::Lang;
use crate::page::{Cursor, Page};
use crate::practice::ROLES;

pub use crate::sections::Subject;

/// Months for which changes are kept (DESIGN).
pub const KEPT_MONTHS: i32 = 24;

/// What happened to a datum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It was not there before.
    Added,
    /// Some of its fields are different.
    Changed,
    /// It is not there any more.
    Removed,
}

/// A field that is different.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct FieldChange {
    /// The field's name in its section.
    pub field: String,
    /// Canonical text before; none if there was nothing.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub before: Option<String>,
    /// Canonical text now; none if there is nothing any more.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub after: Option<String>,
}

/// Something that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ChangeRow {
    /// In which company.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// Its number among the changes of that company.
    pub number: u64,
    /// When.
    pub at: Instant,
    /// What happened.
    pub kind: ChangeKind,
    /// To what.
    pub subject: Subject,
    /// What that is called, in no language: a name, a code, a month.
    pub title: String,
    /// The fields that are different; of what was added or removed, those that tell it apart.
    pub fields: Vec<FieldChange>,
    /// What offices among them are called today, by their digits, where the table of offices does not say so.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub offices: Vec<(String, String)>,
    /// Whether the caller has seen it.
    pub seen: bool,
}

/// Changes of the companies one works for, company by company: the company that changed last comes first, and in each the latest change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Since {
    /// Only of this company; one that is not the caller's is not found.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub company: Option<CompanyId>,
    /// Everything from this day on, seen or not; without it, what the caller has not seen.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub since: Option<Day>,
    /// Only of this section, by number.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub section: Option<u8>,
    /// Where to go on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cursor: Option<Cursor>,
    /// Rows a page.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub limit: Option<u16>,
}

impl Endpoint for Since {
    const SPEC: Spec = Spec {
        name: "changes.since",
        summary: "What changed since the caller looked last, or since a day (C2).",
        method: Method::Get,
        path: "/api/v1/changes",
        access: Access::Roles(ROLES),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Page<ChangeRow>;
}

/// The changes of [`Since`], as a file: a line for each field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// Only of this company; one that is not the caller's is not found.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub company: Option<CompanyId>,
    /// Everything from this day on, seen or not; without it, what the caller has not seen.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub since: Option<Day>,
    /// Only of this section, by number.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub section: Option<u8>,
    /// As what.
    #[serde(default)]
    pub format: Format,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for Export {
    const SPEC: Spec = Spec {
        name: "changes.export",
        summary: "What changed since the caller looked last, or since a day, as a file.",
        method: Method::Get,
        path: "/api/v1/export/changes",
        access: Access::Roles(ROLES),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}

/// Marks changes as seen: one, those of some companies, or all. Doing it again changes nothing.
///
/// Companies that are not the caller's are passed over: a client may go while a list of hundreds is on the screen.
///
/// Faults: `not_found` when none of the companies is the caller's, or for the change; `invalid` on `companies`: `empty`, `too_many`;
/// on `change`: `without_company`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// Of which companies, at most [`MOST_COMPANIES`](crate::practice::MOST_COMPANIES); without them, of all.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub companies: Option<Vec<CompanyId>>,
    /// Only the one with this number, of the one company named.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub change: Option<u64>,
    /// Only those up to this moment: when the list was fetched, so that nothing newer is missed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub until: Option<Instant>,
}

impl Endpoint for Seen {
    const SPEC: Spec = Spec {
        name: "changes.seen",
        summary: "Marks one change, those of some companies, or all as seen.",
        method: Method::Post,
        path: "/api/v1/changes/seen",
        access: Access::Roles(ROLES),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Bulk,
    };
    type Reply = Unseen;
}

/// How much is left to be seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Unseen {
    /// Changes that the caller has not seen, over all companies.
    pub changes: u32,
    /// Companies that have any.
    pub companies: u32,
}
