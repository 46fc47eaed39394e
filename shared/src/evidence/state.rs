//! What somebody has done about evidence.

use core::error::Error;
use core::fmt::{Display, Formatter, Result as FmtResult};

use serde::{Deserialize, Serialize};

use crate::calendar::Day;

/// What takes care of evidence: our own identifier of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// A request to the office.
    Request(String),
    /// An appointment.
    Appointment(String),
    /// A petition.
    Petition(String),
    /// An F24 that was prepared.
    Payment(String),
    /// Something done elsewhere, in the words of whoever did it.
    Note(String),
}

/// Where evidence stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nobody has seen it.
    New,
    /// Seen.
    Seen,
    /// Somebody has done something about it.
    InHand {
        /// What.
        link: Link,
    },
    /// The facts no longer give it.
    Resolved,
    /// Put away by a person.
    Archived {
        /// Why.
        reason: String,
    },
}

impl State {
    /// Whether it still wants something.
    pub const fn is_open(&self) -> bool {
        matches!(self, State::New | State::Seen | State::InHand { .. })
    }
}

/// What a person does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Looks at it.
    See,
    /// Does something about it.
    TakeInHand {
        /// What.
        link: Link,
    },
    /// Puts it away.
    Archive {
        /// Why; not blank.
        reason: String,
    },
    /// Takes it back from the archive.
    Reopen,
}

/// Why an action was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// It is resolved: only the facts bring it back.
    Resolved,
    /// It is archived: it must be reopened first.
    Archived,
    /// It is not archived.
    NotArchived,
    /// Archiving needs a reason.
    NoReason,
}

impl Display for Refusal {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        formatter.write_str(match self {
            Self::Resolved => "resolved: only the facts bring it back",
            Self::Archived => "archived: reopen it first",
            Self::NotArchived => "not archived",
            Self::NoReason => "archiving needs a reason",
        })
    }
}

impl Error for Refusal {}

impl State {
    /// The state after an action.
    ///
    /// # Errors
    /// The [`Refusal`] that says why it cannot be done.
    pub fn after(self, action: Action) -> Result<Self, Refusal> {
        match (self, action) {
            (State::Resolved, Action::See) => Ok(State::Resolved),
            (State::Resolved, _) => Err(Refusal::Resolved),
            (State::Archived { reason }, Action::See) => Ok(State::Archived { reason }),
            (State::Archived { .. }, Action::Reopen) => Ok(State::Seen),
            (State::Archived { .. }, _) => Err(Refusal::Archived),
            (_, Action::Reopen) => Err(Refusal::NotArchived),
            (State::New, Action::See) => Ok(State::Seen),
            (open, Action::See) => Ok(open),
            (_, Action::TakeInHand { link }) => Ok(State::InHand { link }),
            (_, Action::Archive { reason }) if reason.trim().is_empty() => Err(Refusal::NoReason),
            (_, Action::Archive { reason }) => Ok(State::Archived { reason }),
        }
    }
}

/// Evidence that is kept, with its state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Tracked {
    /// As last derived.
    pub evidence: super::Evidence,
    /// Its state.
    pub state: State,
    /// The day it was first derived, or came back.
    pub since: Day,
    /// The day its state or content last changed by derivation.
    pub changed: Day,
}
