//! A request with its whole conversation, as it travels.

use serde::{Deserialize, Serialize};

use super::topics::{TopicId, Unit};
use super::{About, Action, Aspect, Clock, Kind, Outcome, Standing, State, Unsent, Words};
use crate::attachments::Attachment;
use crate::calendar::{Day, Instant};
use crate::ids::{AttachmentId, CompanyId, PersonId, RequestId};
use crate::lang::Lang;
use crate::offices::OfficeCode;
use crate::register::{Annulled, Direction, ProtocolNumber, Registered};

/// An answer of an office: not only words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// What was decided, and why.
    pub decision: String,
    /// By which law or circular.
    #[serde(default)]
    pub law: String,
    /// What the customer does next.
    #[serde(default)]
    pub next: String,
    /// Until when it can be contested.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub contestable: Option<Day>,
}

/// On which side of the counter somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The company and who acts for it.
    Customer,
    /// The institute.
    Office,
    /// Nobody: the clock did it.
    Clock,
}

impl Side {
    /// Who began what has this number: the office, where it is one of something that was sent.
    pub const fn that_began(number: ProtocolNumber) -> Self {
        match number.direction {
            Direction::In => Self::Customer,
            Direction::Out => Self::Office,
        }
    }
}

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct By {
    /// On which side.
    pub side: Side,
    /// Their name; none where the clock did it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub name: Option<String>,
    /// Whether it was the caller.
    #[serde(default)]
    pub me: bool,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The request itself was received and registered, or sent by the office that began.
    Opened {
        /// What was asked, or what the office wrote.
        text: String,
        /// Documents.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        attachments: Vec<AttachmentId>,
    },
    /// Somebody did something.
    Done(Action),
    /// Another request of the company was merged into this one.
    Joined {
        /// Which.
        from: RequestId,
    },
    /// The clock reminded the office.
    Reminded,
    /// The clock told the head of the office.
    Escalated,
    /// The last day for the answer passed without one.
    Late,
}

/// A line of the conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Line {
    /// Which of those that the caller sees, from 1.
    pub number: u32,
    /// When.
    pub at: Instant,
    /// Who.
    pub by: By,
    /// What.
    pub what: What,
    /// What the office said to the customer beside it.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub comment: String,
    /// The state that it led to.
    pub state: State,
    /// For whom it was, where that was an operator or an office: the name. Which request it is about, where that is another one: its number.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub to: Option<String>,
    /// What the unit is called, where it was for one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub to_unit: Option<Words>,
    /// Under which number it was registered, where it was.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub registered: Option<Registered>,
    /// That the registration was annulled, where it was.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub annulled: Option<Annulled>,
    /// The documents that go with it.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub attachments: Vec<Attachment>,
}

/// Where and when an operator is to be reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Desk {
    /// In which unit.
    pub unit: Unit,
    /// On which days of the week: 1 is Monday.
    pub days: Vec<u8>,
    /// From when on, in minutes after midnight in Rome.
    pub from: u16,
    /// Until when, likewise.
    pub to: u16,
    /// By which number or address, for everybody to read.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub contact: String,
    /// The last day of an absence that has begun.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub away: Option<Day>,
}

impl Desk {
    /// As it is today: without an absence that is over.
    #[must_use]
    pub fn on(self, today: Day) -> Self {
        Self { away: self.away.filter(|last| today <= *last), ..self }
    }
}

/// Who is in charge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Charge {
    /// The operator.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Since when.
    pub since: Instant,
    /// Where and when they are to be reached, if the office says so.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub desk: Option<Desk>,
    /// What their unit is called.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unit_name: Option<Words>,
}

/// The receipt of a request: what the customer keeps, and others can verify by its number and digest. Where the office began, its days
/// are those of a reply on the day on which it wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Receipt {
    /// Number, moment and digest.
    pub registered: Registered,
    /// The documents that were sent, each with its digest.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub attachments: Vec<Attachment>,
    /// The office that is responsible.
    pub office: OfficeCode,
    /// Its name.
    pub office_name: String,
    /// And within it.
    pub unit: Unit,
    /// What that is called; nothing in a receipt that was kept before units had names of their own.
    #[serde(default)]
    pub unit_name: Words,
    /// When the answer is expected.
    pub expected: Day,
    /// The last day for it.
    pub due: Day,
}

/// What a customer says of how it was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// Stars, from 1 to 5.
    pub stars: u8,
    /// What was good or hard, if they say.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub aspect: Option<Aspect>,
    /// Details, if any, at most [`super::LONGEST_DETAILS`] characters.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub comment: String,
}

/// A request that follows another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Follower {
    /// Which.
    pub request: RequestId,
    /// Its protocol number.
    pub protocol: ProtocolNumber,
}

/// A request with its whole conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Thread {
    /// The request.
    pub id: RequestId,
    /// For whoever answers: grows with every change, and an action names the one it was decided by. A customer, who needs none, would learn
    /// by it that the office wrote something for itself.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub version: Option<u64>,
    /// Whose.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// Its tax code.
    pub tax_code: String,
    /// The position, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub matricola: Option<String>,
    /// About what.
    pub topic: TopicId,
    /// What it was opened from.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub about: Option<About>,
    /// Later requests that follow this one, the oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub followed: Vec<Follower>,
    /// In a few words.
    pub subject: String,
    /// Where it stands.
    pub state: State,
    /// What the customer sees of that.
    pub standing: Standing,
    /// How it ended.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub outcome: Option<Outcome>,
    /// The office that it is with now.
    pub office: OfficeCode,
    /// Its name.
    pub office_name: String,
    /// Where it is, if that was said.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub office_address: Option<String>,
    /// And the unit.
    pub unit: Unit,
    /// What that is called.
    pub unit_name: Words,
    /// The language of whoever asked: in it they are answered.
    #[serde(default)]
    pub lang: Lang,
    /// Who is in charge.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub charge: Option<Charge>,
    /// The number to call, where the customer asked to be called.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub phone: Option<String>,
    /// Whether they wait for that.
    #[serde(default)]
    pub call: bool,
    /// The clock.
    pub clock: Clock,
    /// When the answer is expected: as the receipt says, later by the time in which the office waited for the customer.
    pub expected: Day,
    /// The receipt.
    pub receipt: Receipt,
    /// What was said and done, the oldest first; what is internal is not among it for a customer.
    pub lines: Vec<Line>,
    /// Whether something is among it that the caller has not looked at.
    #[serde(default)]
    pub unread: bool,
    /// Whether the caller put it away, and nothing happened since.
    #[serde(default)]
    pub archived: bool,
    /// What the caller wrote and has not sent.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unsent: Option<Unsent>,
    /// What the caller may do now.
    pub allowed: Vec<Kind>,
    /// The last day on which they may reopen it, where they may.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reopens_until: Option<Day>,
    /// Stars that the customer gave.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub stars: Option<u8>,
    /// How it was to send it, if they said so.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sending: Option<Rating>,
}
