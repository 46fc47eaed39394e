//! Requests and drafts as stored: JSON of structs that may be added to, whose new fields have a default.

use serde::{Deserialize, Serialize};
use shared::calendar::{Day, Instant};
use shared::ids::{CompanyId, DraftId, PersonId, RequestId};
use shared::offices::OfficeCode;
use shared::register::Registered;
use shared::requests::topics::{TopicId, Unit};
use shared::requests::{About, Draft, Pause, Rating, Side, State, What};

pub(super) use crate::codec::Json;
use crate::statistics::service::{Answered, Rated};
use crate::store::{Index, Table};

/// A draft, of one person.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Kept {
    pub version: u64,
    pub at: Instant,
    pub content: Draft,
}

/// All of a request but its conversation.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Head {
    pub version: u64,
    pub company: CompanyId,
    pub matricola: Option<String>,
    pub topic: TopicId,
    pub about: Option<About>,
    pub subject: String,
    pub state: State,
    pub office: OfficeCode,
    pub unit: Unit,
    /// Who is in charge, and since when.
    pub charge: Option<(PersonId, Instant)>,
    pub phone: Option<String>,
    /// Whether nobody waits for a call there any more, see [`Kind::ends_call`](shared::requests::Kind::ends_call).
    #[serde(default)]
    pub called: bool,
    pub opened: Instant,
    /// When something last happened that a customer may know of.
    pub updated: Instant,
    pub closed: Option<Instant>,
    /// What was counted when it was closed.
    #[serde(default)]
    pub answered: Option<Answered>,
    pub reopened: bool,
    pub pauses: Vec<Pause>,
    /// How many lines the conversation has.
    pub lines: u32,
    /// The last of them that a customer may see.
    #[serde(default)]
    pub public: u32,
    pub stars: Option<u8>,
    /// What was counted of that.
    #[serde(default)]
    pub rated: Option<Rated>,
    /// How it was to send it, if somebody said so.
    #[serde(default)]
    pub sending: Option<Rating>,
    /// What the clock has said.
    #[serde(default)]
    pub told: Told,
    pub receipt: Sent,
}

impl Head {
    /// By what its clock goes: where it is, and about what.
    pub fn matter(&self) -> (OfficeCode, TopicId) {
        (self.office, self.topic)
    }

    /// Who began it: its number says so.
    pub fn begun(&self) -> Side {
        Side::that_began(self.receipt.registered.number)
    }

    /// Whether the customer waits to be called.
    pub fn waits_for_call(&self) -> bool {
        self.phone.is_some() && !self.called && self.state.is_open()
    }
}

/// What the clock has said of a request, once each.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(super) struct Told {
    pub reminded: bool,
    pub escalated: bool,
    #[serde(default)]
    pub late: bool,
}

/// What the receipt said.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Sent {
    pub registered: Registered,
    pub office: OfficeCode,
    pub unit: Unit,
    pub expected: Day,
    pub due: Day,
}

/// A line of a conversation.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct LineRow {
    pub at: Instant,
    pub side: Side,
    pub person: Option<PersonId>,
    pub what: What,
    /// What the office said to the customer beside it.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub comment: String,
    pub state: State,
    pub registered: Option<Registered>,
}

impl LineRow {
    /// What happened and was not registered, with nothing said beside it.
    pub const fn of(
        at: Instant,
        side: Side,
        person: Option<PersonId>,
        what: What,
        state: State,
    ) -> Self {
        Self { at, side, person, what, comment: String::new(), state, registered: None }
    }
}

/// Whose draft, and which.
pub(super) const DRAFTS: Table<(PersonId, DraftId), Json> = Table::new("requests.drafts");
/// What became of drafts that were sent, and of what an office wrote first, and whose they were: sending one again gives the same.
pub(super) const SENT: Table<(DraftId, PersonId), u128> = Table::new("requests.sent");
pub(super) const REQUESTS: Table<RequestId, Json> = Table::new("requests");
/// By request and number of the line.
pub(super) const LINES: Table<(RequestId, u32), Json> = Table::new("requests.lines");
/// By company and request: what it is found by, its number and then its words, with blanks between them. Here rather than in rows of
/// their own, so that sending a request writes no other place for it.
pub(super) const BY_COMPANY: Table<(CompanyId, RequestId), String> =
    Table::new("requests.by_company");
/// Office, shelf by how it stands, when something last happened, request: where it is now, see [`super::list`]. What is sent comes last on
/// its shelf, so that requests that are sent at about the same time write the same pages.
pub(super) const LATEST: Index<(u16, u8, i64, RequestId)> = Index::new("requests.latest");
/// Request, then one that follows it.
pub(super) const FOLLOWED: Index<(RequestId, RequestId)> = Index::new("requests.followed");
/// Those of them that are open.
pub(super) const OPEN: Index<(u16, RequestId)> = Index::new("requests.open");
/// Up to which line a person has looked at a request.
pub(super) const LOOKS: Table<(RequestId, PersonId), u32> = Table::new("requests.looks");
/// Up to which line a person put a request away.
pub(super) const ARCHIVED: Table<(RequestId, PersonId), u32> = Table::new("requests.archived");
/// How often what is counted of a company's requests became different: whoever keeps a count knows by it that it still holds.
pub(super) const COUNTED: Table<CompanyId, u64> = Table::new("requests.counted");
/// What a person writes in a conversation and has not sent.
pub(super) const UNSENT: Table<(RequestId, PersonId), Json> = Table::new("requests.unsent");
/// Person, then request in which they have such words.
pub(super) const UNSENT_OF: Index<(PersonId, RequestId)> = Index::new("requests.unsent_of");
/// The day for which the clock has spoken.
pub(super) const LOOKED: Table<(), i64> = Table::new("requests.looked");
