//! The register as an office reads it: a day, with what was annulled, and whether the day is closed.

use serde::{Deserialize, Serialize};

use super::{Emergency, ProtocolNumber};
use crate::auth::Role;
use crate::calendar::{Day, Instant};
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, Format, list_and_file};
use crate::lang::Lang;
use crate::offices::OfficeCode;
use crate::page::{Cursor, Page};

/// Whoever reads a register: those of the office, and the auditor.
pub const READERS: &[Role] = &[Role::Operator, Role::Manager, Role::Auditor];
/// Most characters of the reason of an annulment.
pub const LONGEST_REASON: usize = 500;

/// A document in the register. What it says is never changed; one that is annulled stays readable (art. 54 DPR 445/2000).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Line {
    /// Its number.
    pub number: ProtocolNumber,
    /// When it was registered.
    pub at: Instant,
    /// Who sent it, or to whom it was sent.
    pub party: String,
    /// The subject line.
    pub subject: String,
    /// How many files came with it.
    pub attachments: u8,
    /// They, where the register says which they were.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub files: Vec<Enclosed>,
    /// SHA-256 of text and files, in hexadecimal.
    pub digest: String,
    /// The id of the request that it belongs to.
    pub about: String,
    /// Where it stood by hand, if the system was down.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub emergency: Option<Emergency>,
    /// By whom and why it was annulled, if it was.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub annulled: Option<Annulled>,
}

/// A file that came with a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Enclosed {
    /// What it is called; empty for what was registered before names were.
    pub name: String,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
}

/// An annulment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Annulled {
    /// When.
    pub at: Instant,
    /// Who did it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub by: Option<String>,
    /// Why.
    pub reason: String,
}

/// The end of a day's register: nothing is added to it any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Closed {
    /// When it was closed.
    pub at: Instant,
    /// SHA-256 of everything that was registered and annulled on that day, chained to the day closed before it; in hexadecimal.
    pub digest: String,
    /// Whether the register says today what it said then.
    pub intact: bool,
}

/// The register of a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Shown {
    /// The name of the office.
    pub office_name: String,
    /// What was registered: received first, each by number.
    pub page: Page<Line>,
    /// What was annulled on that day, whenever it was registered.
    pub annulled: Vec<Line>,
    /// Its end; none while the day lasts, and for a day on which nothing happened.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub closed: Option<Closed>,
}

/// The register of an office on a day.
///
/// Faults: `not_found` for the register of another office; `invalid` on `office`: `empty`, for an auditor who names none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// Whose; one's own where one works at an office, and no other.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub office: Option<OfficeCode>,
    /// Which day, in Rome.
    pub day: Day,
    /// Where to go on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cursor: Option<Cursor>,
    /// Rows a page.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub limit: Option<u16>,
}

impl Endpoint for Show {
    const SPEC: Spec = Spec {
        name: "register.show",
        summary: "What an office received and sent on a day, what it annulled, and whether the day is closed.",
        method: Method::Get,
        path: "/api/v1/register",
        access: Access::Roles(READERS),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Shown;
}

/// Longest stretch of days that is looked through.
pub const LONGEST_SEARCH: i64 = 366;
/// Days back that are looked through where nobody says from when.
pub const USUAL_SEARCH: i64 = 92;

list_and_file! {
    /// Lines of an office's register: the one of a number, or those that name a company or a subject, the latest first.
    ///
    /// Faults: as of [`Show`]; `invalid` on `text`: `empty`; on `from`: `too_long` beyond [`LONGEST_SEARCH`] days.
    Find,
    /// The lines of [`Find`], as a file. Faults as of it.
    ExportFound,
    {
        /// Whose; one's own where one works at an office, and no other.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        office: Option<OfficeCode>,
        /// A protocol number, of any day; or a part of a name or of a subject.
        text: String,
        /// Registered from this day on; [`USUAL_SEARCH`] days before the last one unless said.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        from: Option<Day>,
        /// Registered up to this day; today unless said.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        to: Option<Day>,
    }
}

impl Endpoint for Find {
    const SPEC: Spec = Spec {
        name: "register.find",
        summary: "Lines of an office's register by number, company or subject.",
        method: Method::Get,
        path: "/api/v1/register/lines",
        access: Access::Roles(READERS),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Page<Line>;
}

/// A day that is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ClosedDay {
    /// Which.
    pub day: Day,
    /// When it was closed.
    pub at: Instant,
    /// Its digest, as of [`Closed`].
    pub digest: String,
    /// How much was received.
    pub received: u64,
    /// How much was sent.
    pub sent: u64,
    /// How much was annulled.
    pub annulled: u64,
}

list_and_file! {
    /// The days of an office's register that are closed, the latest first; those on which nothing happened are not among them. Whether a
    /// digest still fits is said by [`Show`]. Faults as of [`Show`].
    Days,
    /// The closed days of [`Days`], as a file. Faults as of [`Show`].
    ExportDays,
    {
        /// Whose; one's own where one works at an office, and no other.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        office: Option<OfficeCode>,
    }
}

impl Endpoint for Days {
    const SPEC: Spec = Spec {
        name: "register.days",
        summary: "The closed days of an office's register, with their digests.",
        method: Method::Get,
        path: "/api/v1/register/days",
        access: Access::Roles(READERS),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Page<ClosedDay>;
}

/// Annuls a line of the register of the caller's office. The number is not given again, the line stays, and what it belongs to goes on.
///
/// Faults: `not_found` for a number that is not of the caller's office; `invalid` on `number`: `annulled` already; on `reason`: `empty`,
/// `too_long`, `characters`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Annul {
    /// Which.
    pub number: ProtocolNumber,
    /// Why: at most [`LONGEST_REASON`] characters.
    pub reason: String,
}

impl Endpoint for Annul {
    const SPEC: Spec = Spec {
        name: "register.annul",
        summary: "Annuls a line of the register, with a reason; the line stays readable.",
        method: Method::Post,
        path: "/api/v1/register/annulments",
        access: Access::Roles(&[Role::Manager]),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Line;
}

/// The register of a day as a file: what was registered, and what was annulled. Faults as of [`Show`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// Whose; one's own where one works at an office, and no other.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub office: Option<OfficeCode>,
    /// Which day, in Rome.
    pub day: Day,
    /// As what.
    #[serde(default)]
    pub format: Format,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for Export {
    const SPEC: Spec = Spec {
        name: "register.export",
        summary: "The register of an office on a day, as a file.",
        method: Method::Get,
        path: "/api/v1/export/register",
        access: Access::Roles(READERS),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}

impl Endpoint for ExportDays {
    const SPEC: Spec = Spec {
        name: "register.export_days",
        summary: "The closed days of an office's register with their digests, as a file.",
        method: Method::Get,
        path: "/api/v1/export/register/days",
        access: Access::Roles(READERS),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}

impl Endpoint for ExportFound {
    const SPEC: Spec = Spec {
        name: "register.export_found",
        summary: "Lines of an office's register by number, company or subject, as a file.",
        method: Method::Get,
        path: "/api/v1/export/register/lines",
        access: Access::Roles(READERS),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}

/// What a receipt is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Verified {
    /// When the document was registered.
    pub at: Instant,
    /// The name of the office.
    pub office_name: String,
    /// SHA-256 of text and files, in hexadecimal.
    pub digest: String,
    /// How many files came with it.
    pub attachments: u8,
    /// Whether the file that was asked about is one of them; nothing where none was.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub file: Option<bool>,
    /// Whether the line was annulled since.
    pub annulled: bool,
    /// Whether all of it is invented: this server is a simulator.
    pub simulated: bool,
}

/// Verifies a receipt by what it says: its number and the digest of the document, or the code that is its beginning. Only what is on paper
/// is answered; a number that was not given and one that was given to another document are the same answer, `not_found`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Verify {
    /// The number.
    pub number: ProtocolNumber,
    /// SHA-256 of text and files, in hexadecimal, or its [`super::code`].
    pub digest: String,
    /// SHA-256 of a file, in hexadecimal: whether it came with the document.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub file: Option<String>,
}

impl Endpoint for Verify {
    const SPEC: Spec = Spec {
        name: "register.verify",
        summary: "Verifies a receipt by its protocol number and its digest or code, and a file that came with it.",
        method: Method::Get,
        path: "/api/v1/register/verification",
        access: Access::Public,
        effect: Effect::Read,
        rate: RateClass::Feed,
        payload: Payload::Query,
    };
    type Reply = Verified;
}
