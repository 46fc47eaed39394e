//! Reading the parameters, and replacing them without a new release.

use serde::{Deserialize, Serialize};

use super::{Set, Subject};
use crate::auth::Role;
use crate::calendar::Instant;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, Format};
use crate::lang::Lang;
use crate::page::{Cursor, Page};

/// Longest note on a replacement, in characters.
pub const NOTE: usize = 200;

/// Who may see what was replaced, by whom and why.
const READERS: &[Role] = &[Role::Administrator, Role::Auditor];

/// All parameters as they are now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Current {}

impl Endpoint for Current {
    const SPEC: Spec = Spec {
        name: "parameters.current",
        summary: "All dated parameters as they are now, with their version.",
        method: Method::Get,
        path: "/api/v1/parameters",
        access: Access::SignedIn,
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Set;
}

/// One subject as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// Which.
    #[serde(skip, default = "first")]
    pub subject: Subject,
    /// As it was with this change; as it is now without.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub number: Option<u64>,
}

/// A subject as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Text {
    /// Which.
    pub subject: Subject,
    /// Its JSON.
    pub json: String,
    /// Number of the change that made it so; 0 where there was none.
    pub number: u64,
    /// Whether it is what the program came with.
    pub shipped: bool,
}

impl Endpoint for Show {
    const SPEC: Spec = Spec {
        name: "parameters.show",
        summary: "The JSON of one subject of the parameters, now or as an earlier change made it.",
        method: Method::Get,
        path: "/api/v1/parameters/subjects/{subject}",
        access: Access::Roles(READERS),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Text;

    fn segments(&self) -> Vec<String> {
        vec![self.subject.name().to_owned()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [subject] = values else { return None };
        Some(Self { subject: Subject::of(subject)?, ..self })
    }
}

/// Replaces one subject from now on. What was there stays in the history.
///
/// `json:LINE:COLUMN` is the field of what is wrong with the text, or `json` where that has no place; the reason is what the reader
/// expected, in English. `note` is refused as `empty` or `too_long`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Replace {
    /// Which.
    #[serde(skip, default = "first")]
    pub subject: Subject,
    /// Its JSON, whole; nothing goes back to what the program came with.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub json: Option<String>,
    /// What changes, and the law or circular that says so.
    pub note: String,
    /// [`Text::number`] of what is replaced.
    pub number: u64,
}

impl Endpoint for Replace {
    const SPEC: Spec = Spec {
        name: "parameters.replace",
        summary: "Replaces one subject of the parameters, from now on and for everybody.",
        method: Method::Put,
        path: "/api/v1/parameters/subjects/{subject}",
        access: Access::Roles(&[Role::Administrator]),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Bulk,
    };
    type Reply = Change;

    fn segments(&self) -> Vec<String> {
        vec![self.subject.name().to_owned()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [subject] = values else { return None };
        Some(Self { subject: Subject::of(subject)?, ..self })
    }
}

/// A change of the parameters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Change {
    /// From 1, in the order in which they were made.
    pub number: u64,
    /// Of what.
    pub subject: Subject,
    /// When.
    pub at: Instant,
    /// Who, by name, where that is still known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub by: Option<String>,
    /// What changed, and why.
    pub note: String,
    /// Whether it went back to what the program came with.
    pub shipped: bool,
}

/// The changes, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct History {
    /// Where to go on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cursor: Option<Cursor>,
    /// Changes a page.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub limit: Option<u16>,
}

impl Endpoint for History {
    const SPEC: Spec = Spec {
        name: "parameters.history",
        summary: "What was replaced in the parameters, when, by whom and why; the latest first.",
        method: Method::Get,
        path: "/api/v1/parameters/history",
        access: Access::Roles(READERS),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Page<Change>;
}

/// The changes of [`History`], as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// As what.
    #[serde(default)]
    pub format: Format,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for Export {
    const SPEC: Spec = Spec {
        name: "parameters.export",
        summary: "What was replaced in the parameters, when, by whom and why, as a file.",
        method: Method::Get,
        path: "/api/v1/export/parameters",
        access: Access::Roles(READERS),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}

/// Any subject, until the path says which.
const fn first() -> Subject {
    Subject::Rates
}
