//! What a person wishes to be told, and how.

use serde::{Deserialize, Serialize};

use super::{Channel, Contact, Digest, Event, Quiet};
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};

/// Whether a channel carries an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The event.
    pub event: Event,
    /// The channel.
    pub channel: Channel,
    /// Whether it does.
    pub on: bool,
}

/// What a person wishes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Wishes {
    /// What was chosen; where nothing was, [`Event::is_usual`] holds.
    pub choices: Vec<Choice>,
    /// How much is gathered.
    pub digest: Digest,
    /// When nothing leaves.
    pub quiet: Option<Quiet>,
}

impl Wishes {
    /// Whether a channel carries an event.
    pub fn wants(&self, event: Event, channel: Channel) -> bool {
        let chosen = self.choices.iter().rev();
        let mut chosen = chosen.filter(|choice| choice.event == event && choice.channel == channel);
        chosen.next().map_or_else(|| event.is_usual(channel), |choice| choice.on)
    }

    /// Whether somebody else's wishes come to the same, in whatever order they were chosen.
    pub fn is_same(&self, other: &Self) -> bool {
        let mut chosen = self.choices.iter().chain(&other.choices);
        let agrees = |choice: &Choice| {
            self.wants(choice.event, choice.channel) == other.wants(choice.event, choice.channel)
        };
        (self.digest, self.quiet) == (other.digest, other.quiet) && chosen.all(agrees)
    }
}

/// What the caller wishes, and the ways by which they can be reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Reachable {
    /// What they wish.
    pub wishes: Wishes,
    /// Their addresses, verified or not.
    pub contacts: Vec<Contact>,
    /// Channels that this installation has.
    pub channels: Vec<Channel>,
}

/// What the caller wishes to be told, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {}

impl Endpoint for Settings {
    const SPEC: Spec = Spec {
        name: "notifications.settings",
        summary: "What the caller wishes to be told, by which channels and when.",
        method: Method::Get,
        path: "/api/v1/notifications/settings",
        access: Access::SignedIn,
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Reachable;
}

/// Changes what the caller wishes: choices that are not named stay.
///
/// Faults: `invalid` on `quiet`: `not_hours`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Prefer {
    /// Choices that change.
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// How much is gathered.
    pub digest: Digest,
    /// When nothing leaves; at no time if none are given.
    #[serde(default)]
    pub quiet: Option<Quiet>,
}

impl Endpoint for Prefer {
    const SPEC: Spec = Spec {
        name: "notifications.prefer",
        summary: "Changes what the caller wishes to be told, by which channels and when.",
        method: Method::Put,
        path: "/api/v1/notifications/settings",
        access: Access::SignedIn,
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Wishes;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wishes_that_come_to_the_same_are_the_same() {
        let choice = |event, on| Choice { event, channel: Channel::Sms, on };
        let usual = Event::RequestClosed.is_usual(Channel::Sms);
        let of = |choices| Wishes { choices, ..Wishes::default() };
        let none = of(Vec::new());
        assert!(of(vec![choice(Event::RequestClosed, usual)]).is_same(&none));
        let changed = of(vec![choice(Event::RequestClosed, !usual)]);
        assert!(!changed.is_same(&none) && !none.is_same(&changed));
        let back =
            of(vec![choice(Event::RequestClosed, !usual), choice(Event::RequestClosed, usual)]);
        assert!(back.is_same(&none));
        let quiet = Some(Quiet { from: 60, to: 120 });
        assert!(!Wishes { quiet, ..Wishes::default() }.is_same(&none));
        assert!(!Wishes { digest: Digest::Daily, ..Wishes::default() }.is_same(&none));
    }
}
