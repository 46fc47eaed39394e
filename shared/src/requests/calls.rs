//! Sending a request, finding it again, and everything that is done about it.

use serde::{Deserialize, Serialize};

use super::topics::{TopicId, Unit};
use super::{Action, Clock, Kind, Outcome, Rating, Receipt, Side, Standing, State, Thread, Words};
use crate::auth::Role;
use crate::calendar::{Day, Instant};
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, list_and_file};
use crate::ids::{CompanyId, DraftId, RequestId};
use crate::lang::Lang;
use crate::offices::OfficeCode;
use crate::page::Page;
use crate::practice::ROLES;
use crate::register::ProtocolNumber;

/// Requests of an office that are looked through for one page of [`List`], where what is asked for stands in no index.
pub const MOST_LOOKED_THROUGH: usize = 10_000;

/// Whoever asks.
pub const CUSTOMERS: &[Role] =
    &[Role::Owner, Role::Employee, Role::Consultant, Role::Collaborator, Role::Association];

/// Sends a draft: it becomes a request with a protocol number, and is a draft no more. Sending the same draft again, with whatever key,
/// gives the same receipt.
///
/// Faults: `not_found` for a draft that is not the caller's or a company that is not; `conflict` with the version that is kept; `invalid`
/// with what [`super::check`] finds, on `topic`: `closed` (one can ask about it no longer, or not that office), on `about` (an earlier
/// request that is not the company's): `unknown`, on `attachments`: `unknown` (not the caller's, or with another message) and `not_ready`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Submit {
    /// The draft.
    pub draft: DraftId,
    /// Its version.
    pub version: u64,
}

/// What was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Submitted {
    /// The request.
    pub id: RequestId,
    /// Its receipt.
    pub receipt: Receipt,
}

impl Endpoint for Submit {
    const SPEC: Spec = Spec {
        name: "requests.submit",
        summary: "Sends a draft to the office: registered, routed, with a receipt.",
        method: Method::Post,
        path: "/api/v1/requests",
        access: Access::Roles(CUSTOMERS),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Submitted;
}

/// Says how it was to send a request, beside its receipt: once for each.
///
/// Faults: `not_found` for one that is not the caller's; `not_now` where it was said already, and where the office began: nobody sent it;
/// `invalid` on `rating`, for the same reasons as stars that are given at the end ([`Act`]): `stars`, `too_long`, `characters`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RateSending {
    /// Which.
    #[serde(skip)]
    pub request: RequestId,
    /// How it was.
    pub rating: Rating,
}

impl Endpoint for RateSending {
    const SPEC: Spec = Spec {
        name: "requests.rate_sending",
        summary: "Says how it was to send a request, once for each.",
        method: Method::Post,
        path: "/api/v1/requests/{request}/sending",
        access: Access::Roles(CUSTOMERS),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = ();

    fn segments(&self) -> Vec<String> {
        vec![self.request.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [request] = values else { return None };
        Some(Self { request: request.parse().ok()?, ..self })
    }
}

/// A request in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct RequestRow {
    /// The request.
    pub id: RequestId,
    /// Its protocol number: one of what was sent, where the office began.
    pub protocol: ProtocolNumber,
    /// Whose.
    pub company: CompanyId,
    /// Their name.
    pub name: String,
    /// The position, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub matricola: Option<String>,
    /// About what.
    pub topic: TopicId,
    /// In a few words.
    pub subject: String,
    /// Where it stands.
    pub state: State,
    /// The office it is with.
    pub office: OfficeCode,
    /// And the unit.
    pub unit: Unit,
    /// What that is called.
    pub unit_name: Words,
    /// Who is in charge.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub charge: Option<String>,
    /// When it was opened.
    pub opened: Instant,
    /// When something last happened that the caller may know of.
    pub updated: Instant,
    /// When it ended, if it has.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub closed: Option<Instant>,
    /// The clock.
    pub clock: Clock,
    /// When the answer is expected, to the customer who asked and as long as it still can be: the clock says when it must be there.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub expected: Option<Day>,
    /// Whether it was reopened.
    pub reopened: bool,
    /// Whether the customer waits to be called.
    #[serde(default)]
    pub call: bool,
    /// Whether something was said or done that the caller has not looked at.
    #[serde(default)]
    pub unread: bool,
}

list_and_file! {
    /// Requests of one company or of all the caller works for, or of the caller's office: the one in which something happened last first, and
    /// for a customer before all of them those that they have not looked at.
    /// By the five parameters of M55, by what came in or went out last, by words, and by who answers and how it ended.
    ///
    /// Of all that an office has, a page reads about as many as it shows, by how they stand or ended and by the days on which something last
    /// happened too. By anything else they are looked through, [`MOST_LOOKED_THROUGH`] for one page: it may have fewer rows than were asked
    /// for, or none, and the list goes on as long as it has a `next`. Its `total` is known where nothing is looked through, up to 10,000, and
    /// where one page has everything.
    List,
    /// The requests of [`List`], as a file.
    Export,
    {
        /// Only of this company; one that is not the caller's is not found.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        company: Option<CompanyId>,
        /// Only about a position with these digits; blanks among them are none.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        matricola: Option<String>,
        /// Only about this topic or one whose place it has taken, or one of this group.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        topic: Option<TopicId>,
        /// Only what stands so.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        standing: Option<Standing>,
        /// Only what ended so.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        outcome: Option<Outcome>,
        /// Only what this side did something in last: for a company, what came in from the office or went out to it.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        last: Option<Side>,
        /// Only with an office that is called so, or has these digits.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        office: Option<String>,
        /// Only what somebody of this name is in charge of.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        charge: Option<String>,
        /// Opened from this day on.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        opened_from: Option<Day>,
        /// Opened up to this day.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        opened_to: Option<Day>,
        /// Updated from this day on.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        updated_from: Option<Day>,
        /// Updated up to this day.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        updated_to: Option<Day>,
        /// Only with each of these words in the subject line, the protocol number or the name of the company; a whole protocol number may
        /// also be that of anything said in the conversation.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        text: Option<String>,
        /// Only what the caller put away, or only what they did not; see [`Archive`].
        #[serde(skip_serializing_if = "Option::is_none", default)]
        archived: Option<bool>,
    }
}

impl Endpoint for List {
    const SPEC: Spec = Spec {
        name: "requests.list",
        summary: "Requests of one company, of all the caller works for, or of their office.",
        method: Method::Get,
        path: "/api/v1/requests",
        access: Access::Roles(ROLES),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Page<RequestRow>;
}

impl Endpoint for Export {
    const SPEC: Spec = Spec {
        name: "requests.export",
        summary: "Requests of one company, of all the caller works for, or of their office, as a file.",
        method: Method::Get,
        path: "/api/v1/export/requests",
        access: Access::Roles(ROLES),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}

/// Shows a request with its whole conversation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// Which.
    #[serde(skip)]
    pub request: RequestId,
}

impl Endpoint for Show {
    const SPEC: Spec = Spec {
        name: "requests.show",
        summary: "A request with its conversation, its clock, who is in charge, and what the caller may do.",
        method: Method::Get,
        path: "/api/v1/requests/{request}",
        access: Access::Roles(ROLES),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Thread;

    fn segments(&self) -> Vec<String> {
        vec![self.request.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [request] = values else { return None };
        Some(Self { request: request.parse().ok()? })
    }
}

/// Notes that the caller has looked at a conversation up to a line: for them it is no longer unread. Looking at less than before changes nothing.
///
/// Faults: `not_found` for a request that is not the caller's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// Which.
    #[serde(skip)]
    pub request: RequestId,
    /// The number of the last line that was seen.
    pub line: u32,
}

impl Endpoint for Look {
    const SPEC: Spec = Spec {
        name: "requests.look",
        summary: "Notes up to which line the caller has looked at a conversation.",
        method: Method::Post,
        path: "/api/v1/requests/{request}/looks",
        access: Access::Roles(ROLES),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = ();

    fn segments(&self) -> Vec<String> {
        vec![self.request.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [request] = values else { return None };
        Some(Self { request: request.parse().ok()?, ..self })
    }
}

/// Puts a request away for the caller alone, or takes it back. It comes back by itself when something happens that they may know of.
///
/// Faults: `not_found` for a request that is not the caller's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Archive {
    /// Which.
    #[serde(skip)]
    pub request: RequestId,
    /// Whether it is put away from now on.
    pub archived: bool,
}

impl Endpoint for Archive {
    const SPEC: Spec = Spec {
        name: "requests.archive",
        summary: "Puts a request away for the caller, until something happens in it, or takes it back.",
        method: Method::Put,
        path: "/api/v1/requests/{request}/archived",
        access: Access::Roles(CUSTOMERS),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = ();

    fn segments(&self) -> Vec<String> {
        vec![self.request.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [request] = values else { return None };
        Some(Self { request: request.parse().ok()?, ..self })
    }
}

/// A whole conversation as one archive: what was said and done as a PDF, and all documents with the number that the line of each has there.
/// What only the office reads is in it for the office alone.
///
/// Faults: `not_found` for a request that is not the caller's; `too_large` beyond 60 MiB.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Files {
    /// Of which request.
    #[serde(skip)]
    pub request: RequestId,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for Files {
    const SPEC: Spec = Spec {
        name: "requests.files",
        summary: "A conversation with all its documents as one compressed file.",
        method: Method::Get,
        path: "/api/v1/requests/{request}/files",
        access: Access::Roles(ROLES),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;

    fn segments(&self) -> Vec<String> {
        vec![self.request.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [request] = values else { return None };
        Some(Self { request: request.parse().ok()?, ..self })
    }
}

/// Does something about a request.
///
/// Faults: `not_found` for one that is not the caller's; `not_now` with what they may do instead, where the action does not fit the state
/// or the caller; `conflict` with the version now current, for what an office does by an old one; `invalid` on `action`: `empty`,
/// `too_long`, `characters`, `stars`, `not_a_number`, `past` (a last day to contest that is over), `unknown_person`, `unknown_office`,
/// `unknown_unit`, `unknown_request`; on `comment` and `note`: `not_here` beside what takes none, `too_long`, `characters`; on
/// `attachments`: `too_many`, `unknown`, `not_ready`; of an office, on what [`crate::desk::left_in`] names: `unfilled` (a placeholder of a
/// text module is left in what the customer would read).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// Which.
    #[serde(skip)]
    pub request: RequestId,
    /// The version by which it was decided; needed of an office, so that two do not answer at once.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub version: Option<u64>,
    /// What.
    pub action: Action,
    /// What the office says to the customer beside taking or giving charge: they read it in the line that says who did.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub comment: String,
    /// What the office notes for itself beside giving charge: a line of its own, which no customer ever sees.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub note: String,
}

impl Act {
    /// One thing about one request, and nothing said beside it.
    #[must_use]
    pub const fn of(request: RequestId, version: Option<u64>, action: Action) -> Self {
        Self { request, version, action, comment: String::new(), note: String::new() }
    }
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Acted {
    /// The version now, for whoever answers.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub version: Option<u64>,
    /// The state now.
    pub state: State,
    /// What the caller may do now.
    pub allowed: Vec<Kind>,
    /// The number under which it was registered, where it was.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub protocol: Option<ProtocolNumber>,
}

impl Endpoint for Act {
    const SPEC: Spec = Spec {
        name: "requests.act",
        summary: "Replies, takes charge, transfers, asks, answers, closes, reopens: one thing about one request.",
        method: Method::Post,
        path: "/api/v1/requests/{request}",
        access: Access::Roles(ROLES),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Acted;

    fn segments(&self) -> Vec<String> {
        vec![self.request.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [request] = values else { return None };
        Some(Self { request: request.parse().ok()?, ..self })
    }
}
