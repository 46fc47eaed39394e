//! The audit log as an auditor reads it.

use serde::{Deserialize, Serialize};

use crate::auth::Role;
use crate::calendar::{Day, Instant};
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, Format};
use crate::ids::{CompanyId, PersonId};
use crate::lang::Lang;
use crate::page::{Cursor, Page};

/// One thing somebody did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Entry {
    /// Its place in the log, from 1 without gaps.
    pub number: u64,
    /// When.
    pub at: Instant,
    /// Who; nobody when the system itself or the command line did it.
    pub person: Option<PersonId>,
    /// The endpoint's name, or `command.…`.
    pub action: String,
    /// The company it concerned.
    pub company: Option<CompanyId>,
    /// The id of what was made or changed.
    pub subject: Option<String>,
    /// A few words or codes more: how many rows a file had, and which filter chose them.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub detail: Option<String>,
    /// First eight bytes of the chain's hash up to and with this entry, in hexadecimal.
    pub chain: String,
}

/// The log, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Where to go on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cursor: Option<Cursor>,
    /// Rows a page.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub limit: Option<u16>,
}

impl Endpoint for List {
    const SPEC: Spec = Spec {
        name: "audit.list",
        summary: "The audit log, the latest entry first.",
        method: Method::Get,
        path: "/api/v1/audit",
        access: Access::Roles(&[Role::Auditor]),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Page<Entry>;
}

/// The audit log, as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// From this day on, in Rome.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<Day>,
    /// To this day, in Rome.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub to: Option<Day>,
    /// As what.
    #[serde(default)]
    pub format: Format,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for Export {
    const SPEC: Spec = Spec {
        name: "audit.export",
        summary: "The audit log, the latest entry first, as a file.",
        path: "/api/v1/export/audit",
        access: Access::Roles(&[Role::Auditor]),
        method: Method::Get,
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}
