//! What people are told of, by which channels, and what it is about.

use serde::{Deserialize, Serialize};

use crate::ids::CompanyId;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A request was registered: it has its protocol number.
    RequestRegistered,
    /// A request was given to somebody at the office, who answers it.
    RequestRouted,
    /// Somebody at the office took charge of a request.
    RequestTaken,
    /// The other side of a request wrote.
    RequestMessage,
    /// The company of a request asks to be called.
    RequestCall,
    /// The office waits for something from the company.
    RequestAwaiting,
    /// A request went to another unit or office.
    RequestTransferred,
    /// A request was closed with its outcome.
    RequestClosed,
    /// A request was opened again.
    RequestReopened,
    /// A request has waited for as long as its first term says.
    RequestReminder,
    /// A request went up to whoever heads the office.
    RequestEscalated,
    /// The last day for the answer to a request passed without one.
    RequestLate,
    /// The office annulled the registration of something that was said in a request.
    RequestAnnulled,
    /// A DURC is about to run out.
    DurcExpiring,
}

impl Event {
    /// Every event, in the order of the settings.
    pub const ALL: [Event; 14] = [
        Event::RequestRegistered,
        Event::RequestRouted,
        Event::RequestTaken,
        Event::RequestMessage,
        Event::RequestCall,
        Event::RequestAwaiting,
        Event::RequestTransferred,
        Event::RequestClosed,
        Event::RequestReopened,
        Event::RequestReminder,
        Event::RequestEscalated,
        Event::RequestLate,
        Event::RequestAnnulled,
        Event::DurcExpiring,
    ];

    /// By which it is stored: never changes, never means anything else.
    pub const fn number(self) -> u8 {
        match self {
            Event::RequestRegistered => 1,
            Event::RequestRouted => 2,
            Event::RequestTaken => 3,
            Event::RequestMessage => 4,
            Event::RequestAwaiting => 5,
            Event::RequestTransferred => 6,
            Event::RequestClosed => 7,
            Event::RequestReminder => 8,
            Event::RequestEscalated => 9,
            Event::DurcExpiring => 10,
            Event::RequestReopened => 11,
            Event::RequestLate => 12,
            Event::RequestCall => 13,
            Event::RequestAnnulled => 14,
        }
    }

    /// The event of a number.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|event| event.number() == number)
    }

    /// Whether a channel carries it for whoever has not chosen: mail carries everything; SMS what the institute itself sends by SMS, at
    /// registration and routing, which are one moment here, and at closing (S001); PEC only what somebody asks for.
    pub const fn is_usual(self, channel: Channel) -> bool {
        match channel {
            Channel::Email => true,
            Channel::Pec => false,
            Channel::Sms => matches!(self, Event::RequestRegistered | Event::RequestClosed),
        }
    }
}

/// A way out of the app. What is inside the app is always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Ordinary mail.
    Email,
    /// Certified mail.
    Pec,
    /// A text message to a mobile.
    Sms,
}

impl Channel {
    /// Every channel, in the order of the settings.
    pub const ALL: [Channel; 3] = [Channel::Email, Channel::Pec, Channel::Sms];

    /// By which it is stored: never changes.
    pub const fn number(self) -> u8 {
        match self {
            Channel::Email => 1,
            Channel::Pec => 2,
            Channel::Sms => 3,
        }
    }

    /// The channel of a number.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.number() == number)
    }
}

/// What a notification opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A request, as its sender sees it, by its id.
    Request(String),
    /// A request in the queue of an office, by its id.
    Desk(String),
    /// The regularity of a company.
    Durc(CompanyId),
}
