//! Finding: companies, records, declarations, payments, requests, their documents and the caller's imports by whatever somebody remembers
//! of them.

use serde::{Deserialize, Serialize};

use crate::auth::Role;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::{AttachmentId, CompanyId, ImportId, RequestId};
use crate::register::ProtocolNumber;
use crate::sections::Subject;

/// Most characters of a query.
pub const MAX_QUERY: usize = 100;
/// Hits of a group unless the request says how many.
pub const HITS: u16 = 20;
/// Most hits of a group.
pub const MAX_HITS: u16 = 60;

/// Why something was found, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// It has exactly the code that was asked for.
    Code,
    /// Its title begins with what was asked for.
    Title,
    /// It has words or codes that begin with what was asked for.
    Words,
    /// It has them up to one typo.
    Typo,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Hit {
    /// Whose it is.
    pub company: CompanyId,
    /// How that company is called.
    pub company_name: String,
    /// What it is; nothing for the company itself.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub subject: Option<Subject>,
    /// Its title; for a company its name, for a record the canonical text of its section's title field.
    pub title: String,
    /// What tells it from its like, the same in every language; for a company its matricola, or its tax code.
    pub detail: String,
    /// Why it was found.
    pub rank: Rank,
}

/// Hits of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Group {
    /// Number of the section they are of; nothing for companies.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub section: Option<u8>,
    /// The best first, then by company.
    pub hits: Vec<Hit>,
    /// Whether there are more than these.
    pub more: bool,
}

/// A request that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct RequestHit {
    /// The request.
    pub request: RequestId,
    /// Its protocol number.
    pub protocol: ProtocolNumber,
    /// What it is about, in a few words.
    pub subject: String,
    /// Whose it is.
    pub company: CompanyId,
    /// How that company is called.
    pub company_name: String,
    /// Why it was found.
    pub rank: Rank,
}

/// A document of a request that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct AttachmentHit {
    /// The document.
    pub attachment: AttachmentId,
    /// Its name.
    pub name: String,
    /// The request in whose conversation it is.
    pub request: RequestId,
    /// That request's protocol number.
    pub protocol: ProtocolNumber,
    /// Whose it is.
    pub company: CompanyId,
    /// How that company is called.
    pub company_name: String,
    /// Why it was found.
    pub rank: Rank,
}

/// A file of the caller's that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ImportHit {
    /// The import.
    pub id: ImportId,
    /// The file's name.
    pub name: String,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Found {
    /// Companies first, then records, the section with the best hit first.
    pub groups: Vec<Group>,
    /// Requests, the best first, then the latest.
    pub requests: Vec<RequestHit>,
    /// Documents of requests, the best first, then those of the latest request.
    pub attachments: Vec<AttachmentHit>,
    /// Files the caller handed in, the latest first.
    pub imports: Vec<ImportHit>,
    /// Whether everything was looked at: a query of few letters over very many companies is cut short, and longer words help.
    pub complete: bool,
}

/// Looks among everything that the caller may see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Find {
    /// Words, codes, months, amounts: all of them must be found. At least two letters or digits, at most [`MAX_QUERY`] characters.
    pub q: String,
    /// Most hits of a group, at most [`MAX_HITS`]; [`HITS`] if it is not said.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub limit: Option<u16>,
}

impl Endpoint for Find {
    const SPEC: Spec = Spec {
        name: "search.find",
        summary: "Companies, records, requests and files that the caller may see, by words, codes, months or amounts.",
        method: Method::Get,
        path: "/api/v1/search",
        access: Access::Roles(&[
            Role::Owner,
            Role::Employee,
            Role::Consultant,
            Role::Collaborator,
            Role::Association,
            Role::Operator,
            Role::Manager,
        ]),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Found;
}
