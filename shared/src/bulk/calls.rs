//! Writing a bulk request, looking at it, sending it.

use serde::{Deserialize, Serialize};

use super::row::{Row, Stage};
use super::{Content, SENDERS};
use crate::calendar::Instant;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, Format};
use crate::ids::{BulkId, CompanyId};
use crate::lang::Lang;
use crate::page::Page;

/// The path of one, in which `{bulk}` is its id; `alone` where a request says no more.
macro_rules! one {
    (with alone) => {
        fn with_segments(self, values: &[&str]) -> Option<Self> {
            let [bulk] = values else { return None };
            Some(Self { bulk: bulk.parse().ok()? })
        }
    };
    (with) => {
        fn with_segments(self, values: &[&str]) -> Option<Self> {
            let [bulk] = values else { return None };
            Some(Self { bulk: bulk.parse().ok()?, ..self })
        }
    };
    ($($alone:ident)?) => {
        fn segments(&self) -> Vec<String> {
            vec![self.bulk.to_string()]
        }
        one!(with $($alone)?);
    };
}

/// Begins a bulk request about companies chosen from one's clients, or named by their tax codes; each company once.
///
/// Faults: `invalid` on `companies`: `empty`, `too_many` (of both together), on `bulk`: `too_many` for whoever keeps that many.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Open {
    /// Companies.
    #[serde(default)]
    pub companies: Vec<CompanyId>,
    /// Tax codes; see [`super::codes`].
    #[serde(default)]
    pub codes: Vec<String>,
}

/// What was begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Opened {
    /// The bulk request.
    pub bulk: BulkId,
}

impl Endpoint for Open {
    const SPEC: Spec = Spec {
        name: "bulk.open",
        summary: "Begins one request to the offices of many companies.",
        method: Method::Post,
        path: "/api/v1/bulk",
        access: Access::Roles(SENDERS),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Bulk,
    };
    type Reply = Opened;
}

/// A bulk request in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Summary {
    /// Which.
    pub bulk: BulkId,
    /// When it was last written, or sent.
    pub at: Instant,
    /// Its subject line, with placeholders.
    pub subject: String,
    /// How far it is.
    pub stage: Stage,
    /// How many companies it is about.
    pub total: u32,
    /// About how many of them something was sent.
    pub sent: u32,
    /// About how many nothing is sent.
    pub refused: u32,
}

/// The caller's bulk requests, the latest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct List {}

impl Endpoint for List {
    const SPEC: Spec = Spec {
        name: "bulk.list",
        summary: "The caller's requests to many offices.",
        method: Method::Get,
        path: "/api/v1/bulk",
        access: Access::Roles(SENDERS),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Page<Summary>;
}

/// A bulk request with its companies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Shown {
    /// Which.
    pub bulk: BulkId,
    /// Grows with every change while it is written.
    pub version: u64,
    /// When it was last written, or sent.
    pub at: Instant,
    /// How far it is.
    pub stage: Stage,
    /// What is asked.
    pub content: Content,
    /// The companies, in the order in which they were given.
    pub rows: Vec<Row>,
}

/// Shows one. While it is written every row says what would become of it today.
///
/// Faults: `not_found` for one that is not the caller's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// Which.
    #[serde(skip)]
    pub bulk: BulkId,
}

impl Endpoint for Show {
    const SPEC: Spec = Spec {
        name: "bulk.show",
        summary: "A request to many offices, with what becomes of it for each company.",
        method: Method::Get,
        path: "/api/v1/bulk/{bulk}",
        access: Access::Roles(SENDERS),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Shown;
    one!(alone);
}

/// Keeps what is written, and leaves companies out.
///
/// Faults: `not_found`; `conflict` with the version that is kept; `not_now` for one that is sent already; `invalid` on `subject` and
/// `text`: `too_long`, on `without`: `empty` where no company would be left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Write {
    /// Which.
    #[serde(skip)]
    pub bulk: BulkId,
    /// The version that was looked at.
    pub version: u64,
    /// What is asked.
    pub content: Content,
    /// Numbers of rows to be left out.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub without: Vec<u32>,
}

impl Endpoint for Write {
    const SPEC: Spec = Spec {
        name: "bulk.write",
        summary: "Keeps what is asked of many offices, and leaves companies out.",
        method: Method::Put,
        path: "/api/v1/bulk/{bulk}",
        access: Access::Roles(SENDERS),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Shown;
    one!();
}

/// Sends it: a request with a protocol number of its own for each company about which one can be sent; the others say why not. It goes on by
/// itself, also after a stop of the server, and each company gets one.
///
/// Faults: `not_found`; `conflict` with the version that is kept; `not_now` for one that is sent already; `invalid` with what
/// [`super::check`] finds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Send {
    /// Which.
    #[serde(skip)]
    pub bulk: BulkId,
    /// The version that was looked at.
    pub version: u64,
}

impl Endpoint for Send {
    const SPEC: Spec = Spec {
        name: "bulk.send",
        summary: "Sends a request to many offices: one for each company, with a number of its own.",
        method: Method::Post,
        path: "/api/v1/bulk/{bulk}",
        access: Access::Roles(SENDERS),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Shown;
    one!();
}

/// Forgets one that is not being sent. What was sent stays.
///
/// Faults: `not_found`; `not_now` while it is being sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Discard {
    /// Which.
    #[serde(skip)]
    pub bulk: BulkId,
}

impl Endpoint for Discard {
    const SPEC: Spec = Spec {
        name: "bulk.discard",
        summary: "Forgets a request to many offices; what was sent stays.",
        method: Method::Delete,
        path: "/api/v1/bulk/{bulk}",
        access: Access::Roles(SENDERS),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = ();
    one!(alone);
}

/// The companies of one as a file, with the number of each request or why there is none.
///
/// Faults: `not_found` for one that is not the caller's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// Which.
    #[serde(skip)]
    pub bulk: BulkId,
    /// As what.
    #[serde(default)]
    pub format: Format,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for Export {
    const SPEC: Spec = Spec {
        name: "bulk.export",
        summary: "What became of a request to many offices, company by company, as a file.",
        method: Method::Get,
        path: "/api/v1/export/bulk/{bulk}",
        access: Access::Roles(SENDERS),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
    one!();
}

/// The bulk requests of [`List`], as a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExportList {
    /// As what.
    #[serde(default)]
    pub format: Format,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for ExportList {
    const SPEC: Spec = Spec {
        name: "bulk.export_list",
        summary: "The caller's requests to many offices, as a file.",
        method: Method::Get,
        path: "/api/v1/export/bulk",
        access: Access::Roles(SENDERS),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}
