//! The office's queue, and what an office begins.

use serde::{Deserialize, Serialize};

use super::topics::{NamedUnit, TopicId, Unit};
use super::{Draft, Kind, Problem, RequestRow, Submitted, check};
use crate::auth::{Resource, Role, Verb};
use crate::calendar::Day;
use crate::desk::unfilled;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, list_and_file};
use crate::ids::{AttachmentId, CompanyId, DraftId, PersonId};
use crate::page::Page;

/// Whoever answers.
pub const STAFF: &[Role] = &[Role::Operator, Role::Manager];

impl Kind {
    /// Whether nobody waits to be called any more after it: they were called, or were answered in writing, or it is over. Whoever still wants
    /// a call asks for one again.
    pub const fn ends_call(self) -> bool {
        matches!(self, Self::Called | Self::Answer | Self::Close | Self::Merge | Self::Withdraw)
    }
}

/// A part of the queue (O1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// All that is open.
    #[default]
    Open,
    /// Those the caller is in charge of.
    Mine,
    /// Those nobody is in charge of.
    Unassigned,
    /// Those whose reminder is past or within two days.
    Due,
    /// Those that wait for the customer.
    Awaiting,
    /// Those that were reopened.
    Reopened,
    /// Those with the second level.
    Second,
    /// Those whose customer waits to be called.
    Call,
}

/// How long a request has been waiting, in working days that count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Age {
    /// Up to five.
    Five,
    /// Six to ten.
    Ten,
    /// Eleven to twenty.
    Twenty,
    /// More.
    More,
}

impl Age {
    /// Every age, the youngest first.
    pub const ALL: [Self; 4] = [Self::Five, Self::Ten, Self::Twenty, Self::More];

    /// Of so many working days.
    pub const fn of(elapsed: u16) -> Self {
        match elapsed {
            0..=5 => Self::Five,
            6..=10 => Self::Ten,
            11..=20 => Self::Twenty,
            _ => Self::More,
        }
    }
}

/// How many requests each view has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "see the views of the same names")]
pub struct Counters {
    pub open: u32,
    pub mine: u32,
    pub unassigned: u32,
    pub due: u32,
    pub awaiting: u32,
    pub reopened: u32,
    pub second: u32,
    pub call: u32,
}

/// Somebody to whom a request can be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Colleague {
    /// The person.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// How many open requests they are in charge of.
    pub open: u32,
}

/// A page of the queue, and how the whole stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct QueuePage {
    /// The requests.
    pub page: Page<RequestRow>,
    /// How many there are.
    pub counters: Counters,
    /// Who works here.
    pub colleagues: Vec<Colleague>,
    /// The units that there are, and the one that was asked for.
    pub units: Vec<NamedUnit>,
}

list_and_file! {
    /// The queue of the caller's office: the clock that runs out first is first, those that wait for the customer last.
    Queue,
    /// The rows of [`Queue`], as a file.
    ExportQueue,
    {
        /// Which part of it.
        #[serde(default)]
        view: View,
        /// Only of this unit.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        unit: Option<Unit>,
        /// Only those this colleague is in charge of.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        charge: Option<PersonId>,
        /// Only of this age.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        age: Option<Age>,
        /// Only those of which a term of the clock runs out on this day.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        term: Option<Day>,
    }
}

impl Endpoint for Queue {
    const SPEC: Spec = Spec {
        name: "requests.queue",
        summary: "The queue of the caller's office by the time that is left.",
        method: Method::Get,
        path: "/api/v1/requests/queue",
        access: Access::Roles(STAFF),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = QueuePage;
}

impl Endpoint for ExportQueue {
    const SPEC: Spec = Spec {
        name: "requests.export_queue",
        summary: "The queue of the caller's office by the time that is left, as a file.",
        method: Method::Get,
        path: "/api/v1/export/requests/queue",
        access: Access::Roles(STAFF),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}

/// Writes to a company first: what is written is sent under a number of the caller's office, which waits for the reply; whoever wrote is in
/// charge. From then on it is a request as any other, but that its customer cannot withdraw it.
///
/// What has an id is sent once: whoever sends theirs to the company again, with whatever key, is given what was sent, with its number. So it is
/// where the words are others by now: they who had no answer and changed one would otherwise have a second number beside the first, which the
/// company may have read. What there is to add is said in the conversation.
///
/// Faults: `invalid` with what [`Begin::problems`] finds, on `topic`: `closed` (not offered by that office, or no longer), on `matricola`:
/// `unknown` (no position of the company), on `attachments`: `unknown` (not the caller's, or with another message) and `not_ready`, on
/// `draft`: `taken` (sent by somebody else, or to another company).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Begin {
    /// To which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// The id of what is written, made by whoever writes it: any that nothing else has. Without one, the idempotency key alone keeps it from
    /// being sent twice.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub draft: Option<DraftId>,
    /// The position it is about; none for the company as a whole.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub matricola: Option<String>,
    /// About what.
    pub topic: TopicId,
    /// In a few words, at most [`super::LONGEST_SUBJECT`] characters.
    pub subject: String,
    /// What the company reads, at most [`super::LONGEST_TEXT`] characters.
    pub text: String,
    /// Documents, at most [`super::MOST_ATTACHMENTS`].
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub attachments: Vec<AttachmentId>,
}

impl Begin {
    /// The same as a customer would have drafted it.
    pub fn drafted(&self) -> Draft {
        Draft {
            company: Some(self.company),
            matricola: self.matricola.clone(),
            topic: Some(self.topic),
            subject: self.subject.clone(),
            text: self.text.clone(),
            attachments: self.attachments.clone(),
            ..Draft::default()
        }
    }

    /// What keeps it from being sent: what would keep a draft, but that an office need not say why no other topic fits, and leaves no placeholder.
    pub fn problems(&self, is_topic: impl Fn(TopicId) -> bool) -> Vec<Problem> {
        let mut problems = check(&self.drafted(), is_topic);
        problems.retain(|problem| *problem != Problem::NoReason);
        problems.extend(unfilled(&self.text).map(|_| Problem::Unfilled));
        problems
    }
}

impl Endpoint for Begin {
    const SPEC: Spec = Spec {
        name: "requests.begin",
        summary: "Writes to a company first, for the caller's office, which waits for the reply.",
        method: Method::Post,
        path: "/api/v1/companies/{company}/requests",
        access: Access::Company(Resource::Requests, Verb::Correct),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Submitted;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company] = values else { return None };
        Some(Self { company: company.parse().ok()?, ..self })
    }
}
