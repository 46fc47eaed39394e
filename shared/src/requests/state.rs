//! Where a request stands, and what leads from there to where: a pure function over state, action and actor.

use core::fmt::{Display, Formatter, Result as FmtResult};

use serde::{Deserialize, Serialize};

use super::topics::Unit;
use super::{Answer, LONGEST_TEXT, Side};
use crate::ids::{AttachmentId, PersonId, RequestId};
use crate::offices::OfficeCode;

/// Most characters of the details of a rating, as the component has it.
pub const LONGEST_DETAILS: usize = 200;

/// Who looks into a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The unit of its topic.
    First,
    /// Whoever the unit asked for help; the clock goes on.
    Second,
}

/// How a request ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// What was asked for was done.
    Accepted,
    /// A part of it was.
    Partly,
    /// It was not, and why was said.
    Rejected,
    /// It was no matter of the office's.
    NotPertinent,
    /// The customer took it back.
    Withdrawn,
    /// It asked what another one asks, and goes on there.
    Merged,
}

impl Outcome {
    /// Whether nothing follows any more: neither another look nor stars.
    const fn is_final(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Merged)
    }
}

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Registered, and at a unit where nobody has taken it yet.
    Routed,
    /// Somebody is in charge of it.
    InCharge(Level),
    /// The customer is waited for, by whoever is in charge or, since it went to another unit, by nobody yet; the clock stands still.
    Awaiting(Option<Level>),
    /// It is over.
    Closed(Outcome),
}

/// What the customer sees of it (S001).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// *Aperta*.
    Open,
    /// *In carico*.
    InCharge,
    /// *Chiusa*.
    Closed,
}

/// What a customer was content with or, by the stars that they give, found hard: one of the answers that the rating component of Italian
/// public services has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// What was said was clear, or was not.
    Clear,
    /// It was all of it, or was not.
    Complete,
    /// One knew that one went on rightly, or did not.
    Guided,
    /// Nothing failed, or something did.
    Working,
    /// Something else.
    Other,
}

impl Aspect {
    /// Every answer, in the order of the component.
    pub const ALL: [Self; 5] =
        [Self::Clear, Self::Complete, Self::Guided, Self::Working, Self::Other];
}

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// The company, or who acts for it.
    Customer,
    /// An operator of the office who is not in charge of it.
    Colleague,
    /// The operator in charge.
    InCharge,
    /// The head of the office.
    Head,
}

/// What is done about a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Action {
    /// The customer writes, or adds documents.
    Reply {
        /// What they say; may be empty beside documents.
        text: String,
        /// Documents.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        attachments: Vec<AttachmentId>,
    },
    /// The customer asks to be called.
    CallBack {
        /// The number.
        phone: String,
        /// When it suits them, in their words.
        when: String,
    },
    /// The customer takes it back.
    Withdraw {
        /// Why, if they say.
        reason: String,
    },
    /// The customer is not content with the end of it.
    Reopen {
        /// Why.
        reason: String,
        /// Documents.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        attachments: Vec<AttachmentId>,
    },
    /// The customer says how it was, from 1 to 5.
    Rate {
        /// Stars.
        stars: u8,
        /// What was good or hard, if they say.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        aspect: Option<Aspect>,
        /// Details, if any, at most [`LONGEST_DETAILS`] characters.
        comment: String,
    },
    /// An operator takes charge.
    Take,
    /// The head, or who is in charge, gives it to an operator of the office.
    Assign {
        /// To whom.
        person: PersonId,
    },
    /// It goes to another unit or office, where nobody has it yet; the clock goes on, or stands still as before.
    Transfer {
        /// Office.
        office: OfficeCode,
        /// Unit.
        unit: Unit,
        /// Why.
        reason: String,
    },
    /// The customer is asked for something; the clock stands still.
    Ask {
        /// For what.
        text: String,
        /// Documents, such as a form to be filled in.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        attachments: Vec<AttachmentId>,
    },
    /// The office answers; with an outcome, and then the request is closed, or on the way.
    Answer {
        /// The answer.
        answer: Answer,
        /// The outcome, if this is the end of it.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        outcome: Option<Outcome>,
        /// Documents.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        attachments: Vec<AttachmentId>,
    },
    /// The office closes it.
    Close {
        /// How it ended.
        outcome: Outcome,
        /// Why.
        comment: String,
        /// Documents.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        attachments: Vec<AttachmentId>,
    },
    /// The office called the customer, who reads what was said; whoever asked to be called waits no longer.
    Called {
        /// What was said.
        text: String,
    },
    /// The office notes something for itself; no customer ever sees it.
    Note {
        /// What.
        text: String,
    },
    /// Whoever is in charge asks the second level.
    Escalate {
        /// What about.
        reason: String,
    },
    /// The second level gives it back.
    Return {
        /// With what.
        reason: String,
    },
    /// The office closes a duplicate: it goes on in another request of the company.
    Merge {
        /// In which.
        into: RequestId,
        /// What is to be said of it, if anything.
        comment: String,
    },
}

/// The kind of an action: what a screen offers, and what a refusal lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "see the actions of the same names")]
pub enum Kind {
    Reply,
    CallBack,
    Withdraw,
    Reopen,
    Rate,
    Take,
    Assign,
    Transfer,
    Ask,
    Answer,
    Close,
    Called,
    Note,
    Escalate,
    Return,
    Merge,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 16] = [
        Self::Reply,
        Self::CallBack,
        Self::Withdraw,
        Self::Reopen,
        Self::Rate,
        Self::Take,
        Self::Assign,
        Self::Transfer,
        Self::Ask,
        Self::Answer,
        Self::Close,
        Self::Called,
        Self::Note,
        Self::Escalate,
        Self::Return,
        Self::Merge,
    ];

    /// Its name on the wire and in the audit log.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::CallBack => "call_back",
            Self::Withdraw => "withdraw",
            Self::Reopen => "reopen",
            Self::Rate => "rate",
            Self::Take => "take",
            Self::Assign => "assign",
            Self::Transfer => "transfer",
            Self::Ask => "ask",
            Self::Answer => "answer",
            Self::Close => "close",
            Self::Called => "called",
            Self::Note => "note",
            Self::Escalate => "escalate",
            Self::Return => "return",
            Self::Merge => "merge",
        }
    }

    /// Most characters of its words.
    pub const fn longest(self) -> usize {
        match self {
            Self::Rate => LONGEST_DETAILS,
            _ => LONGEST_TEXT,
        }
    }

    /// Whether the office can say something to the customer beside it.
    pub const fn takes_comment(self) -> bool {
        matches!(self, Self::Take | Self::Assign)
    }

    /// Whether the office can note something for itself beside it: it is between colleagues.
    pub const fn takes_note(self) -> bool {
        matches!(self, Self::Assign)
    }

    /// Whether documents can go with it.
    pub const fn takes_documents(self) -> bool {
        matches!(self, Self::Reply | Self::Reopen | Self::Ask | Self::Answer | Self::Close)
    }

    /// Whether only customers do it.
    pub const fn is_of_customer(self) -> bool {
        matches!(self, Self::Reply | Self::CallBack | Self::Withdraw | Self::Reopen | Self::Rate)
    }
}

impl Action {
    /// Its kind.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Reply { .. } => Kind::Reply,
            Self::CallBack { .. } => Kind::CallBack,
            Self::Withdraw { .. } => Kind::Withdraw,
            Self::Reopen { .. } => Kind::Reopen,
            Self::Rate { .. } => Kind::Rate,
            Self::Take => Kind::Take,
            Self::Assign { .. } => Kind::Assign,
            Self::Transfer { .. } => Kind::Transfer,
            Self::Ask { .. } => Kind::Ask,
            Self::Answer { .. } => Kind::Answer,
            Self::Close { .. } => Kind::Close,
            Self::Called { .. } => Kind::Called,
            Self::Note { .. } => Kind::Note,
            Self::Escalate { .. } => Kind::Escalate,
            Self::Return { .. } => Kind::Return,
            Self::Merge { .. } => Kind::Merge,
        }
    }

    /// The documents that go with it, where it is of a kind that takes some.
    pub fn attachments(&self) -> &[AttachmentId] {
        match self {
            Self::Reply { attachments, .. }
            | Self::Reopen { attachments, .. }
            | Self::Ask { attachments, .. }
            | Self::Answer { attachments, .. }
            | Self::Close { attachments, .. } => attachments,
            _ => &[],
        }
    }

    /// The same with other documents, where it is of a kind that takes some.
    #[must_use]
    pub fn with_attachments(mut self, others: Vec<AttachmentId>) -> Self {
        match &mut self {
            Self::Reply { attachments, .. }
            | Self::Reopen { attachments, .. }
            | Self::Ask { attachments, .. }
            | Self::Answer { attachments, .. }
            | Self::Close { attachments, .. } => *attachments = others,
            _ => {}
        }
        self
    }

    /// The outcome with which it closes the request, if it does.
    pub const fn outcome(&self) -> Option<Outcome> {
        match self {
            Self::Withdraw { .. } => Some(Outcome::Withdrawn),
            Self::Merge { .. } => Some(Outcome::Merged),
            Self::Close { outcome, .. } => Some(*outcome),
            Self::Answer { outcome, .. } => *outcome,
            _ => None,
        }
    }
}

/// Why an action is refused: it does not fit the state, or is not for this actor. What they may do instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What they may do now.
    pub allowed: Vec<Kind>,
}

impl Display for Refusal {
    fn fmt(&self, f: &mut Formatter<'_>) -> FmtResult {
        f.write_str("not in this state, or not by this actor")
    }
}

impl core::error::Error for Refusal {}

impl State {
    /// Where it stands at first: asked, it is at a unit; where the office writes first, whoever wrote waits for the customer.
    pub const fn begun(by: Side) -> Self {
        match by {
            Side::Office => Self::Awaiting(Some(Level::First)),
            Side::Customer | Side::Clock => Self::Routed,
        }
    }

    /// Whether it still wants something.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Closed(_))
    }

    /// What the customer sees.
    pub const fn standing(self) -> Standing {
        match self {
            Self::Routed | Self::Awaiting(None) => Standing::Open,
            Self::InCharge(_) | Self::Awaiting(Some(_)) => Standing::InCharge,
            Self::Closed(_) => Standing::Closed,
        }
    }

    /// What the actor may do now in what a side has `begun`; `may_reopen` says whether the days for it have not passed.
    pub fn allowed(self, by: Actor, begun: Side, may_reopen: bool) -> Vec<Kind> {
        let may = |kind: &Kind| self.admits(*kind, by, begun, may_reopen);
        Kind::ALL.into_iter().filter(may).collect()
    }

    fn admits(self, kind: Kind, by: Actor, begun: Side, may_reopen: bool) -> bool {
        let is_customer = by == Actor::Customer;
        if kind.is_of_customer() != is_customer {
            return false;
        }
        let answers = matches!(by, Actor::InCharge | Actor::Head);
        match (self, kind) {
            (_, Kind::Note) => true,
            (Self::Closed(outcome), Kind::Reopen) => may_reopen && !outcome.is_final(),
            (Self::Closed(outcome), Kind::Rate) => !outcome.is_final(),
            (Self::Closed(_), _) | (_, Kind::Reopen | Kind::Rate) => false,
            (_, Kind::Reply | Kind::CallBack) => true,
            // Nobody takes back what another one asked.
            (_, Kind::Withdraw) => begun == Side::Customer,
            (_, Kind::Take) => by != Actor::InCharge,
            (Self::Routed | Self::Awaiting(None), Kind::Transfer) => true,
            (_, Kind::Assign) => answers,
            (
                Self::InCharge(_) | Self::Awaiting(Some(_)),
                Kind::Transfer | Kind::Answer | Kind::Close | Kind::Called | Kind::Merge,
            ) => answers,
            (Self::InCharge(_), Kind::Ask) => answers,
            (Self::InCharge(Level::First), Kind::Escalate)
            | (Self::InCharge(Level::Second), Kind::Return) => answers,
            _ => false,
        }
    }

    /// The state after an action.
    ///
    /// # Errors
    /// [`Refusal`] with what the actor may do instead; also of an office that would close as withdrawn, or as merged into nothing.
    pub fn after(
        self,
        action: &Action,
        by: Actor,
        begun: Side,
        may_reopen: bool,
    ) -> Result<Self, Refusal> {
        let kind = action.kind();
        let is_false_end = match action.outcome() {
            Some(Outcome::Withdrawn) => by != Actor::Customer,
            Some(Outcome::Merged) => kind != Kind::Merge,
            _ => false,
        };
        if is_false_end || !self.admits(kind, by, begun, may_reopen) {
            return Err(Refusal { allowed: self.allowed(by, begun, may_reopen) });
        }
        if let Some(outcome) = action.outcome() {
            return Ok(Self::Closed(outcome));
        }
        Ok(match (kind, self) {
            (Kind::Reply | Kind::Answer, Self::Awaiting(level)) => {
                level.map_or(Self::Routed, Self::InCharge)
            }
            (Kind::Take | Kind::Assign, Self::Routed) => Self::InCharge(Level::First),
            (Kind::Take | Kind::Assign, Self::Awaiting(None)) => Self::Awaiting(Some(Level::First)),
            (Kind::Transfer, Self::Awaiting(_)) => Self::Awaiting(None),
            (Kind::Transfer | Kind::Reopen, _) => Self::Routed,
            (Kind::Ask, Self::InCharge(level)) => Self::Awaiting(Some(level)),
            (Kind::Escalate, _) => Self::InCharge(Level::Second),
            (Kind::Return, _) => Self::InCharge(Level::First),
            (_, state) => state,
        })
    }
}
