//! What is asked about the DURC of a company: how it stands, a check, links by which others verify its document.

use serde::{Deserialize, Serialize};

use super::{Check, MonthlyCheck, Outcome, Situation, Stage};
use crate::auth::{Resource, Verb};
use crate::calendar::{Day, Instant};
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::{CompanyId, LinkId};
use crate::money::Euro;
use crate::parameters::Version;
use crate::requests::topics::TopicId;

/// Characters of the secret of a link: hexadecimal digits.
pub const SECRET: usize = 64;

/// A document with its days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Held {
    /// Its protocol.
    pub protocol: String,
    /// The first day it is valid.
    pub issued: Day,
    /// The last day it is valid.
    pub expires: Day,
    /// Days left after today; below zero once it has expired.
    pub days_left: i64,
    /// How far it is from its end.
    pub stage: Stage,
}

/// A check on file: one that was asked for here, or that a feed brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct PastCheck {
    /// Its protocol.
    pub protocol: String,
    /// Its record in the archive `durc`.
    pub key: String,
    /// The day of the query.
    pub checked: Day,
    /// What it says as of today.
    pub outcome: Outcome,
    /// What was open then, over all gestioni.
    pub open: Euro,
    /// The day of its invitation, where there was one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub invited: Option<Day>,
    /// The first day of its document, where it issued one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub issued: Option<Day>,
    /// The last day of its document.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub expires: Option<Day>,
}

/// A link by which whoever has it verifies a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct LinkRow {
    /// The link; never its secret.
    pub id: LinkId,
    /// Protocol of the document.
    pub protocol: String,
    /// Since when.
    pub made: Instant,
    /// The last day it opens.
    pub until: Day,
    /// Whether it opens today.
    pub open: bool,
    /// When it was revoked.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub revoked: Option<Instant>,
}

/// How a company stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Regularity {
    /// What a check made today would say.
    pub check: Check,
    /// All that it looks at: simulations begin from here, on any device.
    pub situation: Situation,
    /// The document issued last, valid or not.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub document: Option<Held>,
    /// The checks on file, the latest first.
    pub history: Vec<PastCheck>,
    /// The monthly checks of the internal DURC that are known, the oldest first.
    pub internal: Vec<MonthlyCheck>,
    /// Links to verify its documents, the latest first.
    pub links: Vec<LinkRow>,
    /// The secret of a link that an invented world comes with; there is none in earnest.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sample: Option<String>,
    /// The parameters that the check follows from.
    pub parameters: Version,
    /// The topic under which one writes to the office about the outcome.
    pub topic: TopicId,
}

/// How the company stands with the DURC today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// Which company.
    #[serde(skip)]
    pub company: CompanyId,
}

impl Endpoint for Show {
    const SPEC: Spec = Spec {
        name: "durc.show",
        summary: "The DURC of a company: what a check would say and why, document, history (M40).",
        method: Method::Get,
        path: "/api/v1/companies/{company}/durc",
        access: Access::Company(Resource::Contributions, Verb::Read),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Regularity;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company] = values else { return None };
        Some(Self { company: company.parse().ok()? })
    }
}

/// Asks for a check now. A document that is valid is given again; a regular outcome issues one; a gap is told to the company, which is
/// invited to cure it. While an invitation runs there is no other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// Of which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// Whether the caller is also told the outcome by mail.
    #[serde(default)]
    pub mail: bool,
}

/// What asking for a check brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Asked {
    /// The outcome.
    pub outcome: Outcome,
    /// The document, where it is regular.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub document: Option<Held>,
    /// Whether that document was there already.
    pub again: bool,
    /// The last day to cure, where an invitation runs or has run out.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cure_by: Option<Day>,
}

impl Endpoint for Ask {
    const SPEC: Spec = Spec {
        name: "durc.ask",
        summary: "Asks for a check of regularity: issues a document, or invites to regularise.",
        method: Method::Post,
        path: "/api/v1/companies/{company}/durc/checks",
        access: Access::Company(Resource::Regularity, Verb::Create),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Asked;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company] = values else { return None };
        Some(Self { company: company.parse().ok()?, ..self })
    }
}

/// Makes a link by which others verify the document that is valid. Its secret is kept nowhere, so repeating this makes another link.
///
/// Faults: `invalid` on `until`: `no_document`, `past`, `after_document`; on `link`: `too_many`, more than [`MOST_LINKS`] that open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Of which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// The last day it opens; without it, the last day of the document.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub until: Option<Day>,
}

/// Links of a company that open at the same time, at most.
pub const MOST_LINKS: usize = 50;

/// A link just made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct NewLink {
    /// Its secret: shown this once.
    pub secret: String,
    /// The link.
    pub link: LinkRow,
}

impl Endpoint for Share {
    const SPEC: Spec = Spec {
        name: "durc.share",
        summary: "Makes a link by which others verify the valid document (B08).",
        method: Method::Post,
        path: "/api/v1/companies/{company}/durc/links",
        access: Access::Company(Resource::Regularity, Verb::Create),
        effect: Effect::Session,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = NewLink;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company] = values else { return None };
        Some(Self { company: company.parse().ok()?, ..self })
    }
}

/// What anybody with a link is told: what the document says, and whether it is valid now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Verified {
    /// Name of the company.
    pub name: String,
    /// Its tax code.
    pub tax_code: String,
    /// What the document says: documents are issued where a check is regular.
    pub outcome: Outcome,
    /// Its protocol.
    pub protocol: String,
    /// The first day it is valid.
    pub issued: Day,
    /// The last day it is valid.
    pub expires: Day,
    /// Whether it is valid today.
    pub valid: bool,
    /// When that was looked up.
    pub checked: Instant,
    /// Whether all of it is invented: this server is a simulator.
    pub simulated: bool,
}

/// Verifies a document by the secret of a link. One that is none, has run out or was revoked is not found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Verify {
    /// The secret.
    #[serde(skip)]
    pub secret: String,
}

impl Endpoint for Verify {
    const SPEC: Spec = Spec {
        name: "durc.verify",
        summary: "Verifies a document by a link that somebody was given (B08).",
        method: Method::Get,
        path: "/api/v1/verify/{secret}",
        access: Access::Public,
        effect: Effect::Read,
        rate: RateClass::Feed,
        payload: Payload::Query,
    };
    type Reply = Verified;

    fn segments(&self) -> Vec<String> {
        vec![self.secret.clone()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [secret] = values else { return None };
        let is_one = secret.len() == SECRET && secret.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_one.then(|| Self { secret: (*secret).to_owned() })
    }
}

/// Revokes a link: it opens no more. Revoking it again changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Revoke {
    /// Of which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// Which link.
    #[serde(skip)]
    pub link: LinkId,
}

impl Endpoint for Revoke {
    const SPEC: Spec = Spec {
        name: "durc.revoke",
        summary: "Revokes a link to verify a document.",
        method: Method::Delete,
        path: "/api/v1/companies/{company}/durc/links/{link}",
        access: Access::Company(Resource::Regularity, Verb::Create),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = LinkRow;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string(), self.link.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company, link] = values else { return None };
        Some(Self { company: company.parse().ok()?, link: link.parse().ok()? })
    }
}
