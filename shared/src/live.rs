//! What the server tells open tabs: that something they may see is different now. Never what it says: that is asked for.

use serde::{Deserialize, Serialize};

use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};

/// Name of the first event of a stream, with the number after which it goes on.
pub const READY: &str = "ready";
/// Name of the stream's event that something changed; its data is a [`Topic`].
pub const CHANGED: &str = "changed";
/// Name of the event that some were missed: whatever is shown must be asked for again.
pub const RESYNC: &str = "resync";
/// Name of the event that the session is over, or works for somebody else; nothing follows.
pub const ENDED: &str = "ended";

/// What changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// What sort of thing.
    pub kind: TopicKind,
    /// Which one, where there are several: its identifier.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub id: Option<String>,
}

/// Sorts of things that change under somebody's eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TopicKind {
    /// A request and its conversation, and so the lists and the queue that it is in; the id is the request's.
    Request,
    /// The caller's drafts.
    Drafts,
    /// The caller's notifications.
    Notifications,
}

impl Topic {
    /// A thing of which there is one for everybody who hears of it.
    pub const fn of(kind: TopicKind) -> Self {
        Self { kind, id: None }
    }

    /// One of several things.
    #[expect(clippy::needless_pass_by_value, reason = "ids are small, and copied")]
    pub fn about(kind: TopicKind, id: impl ToString) -> Self {
        Self { kind, id: Some(id.to_string()) }
    }
}

/// In place of a reply: a stream of events (`text/event-stream`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Stream {}

/// Listens to what changes. The header `Last-Event-ID`, or `after`, says what was heard last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Listen {
    /// The number of the last event that was heard; from now on unless said.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub after: Option<u64>,
    /// For how many seconds to listen; as long as the session lasts unless said. With nought: what was missed, and no more.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub seconds: Option<u32>,
}

impl Endpoint for Listen {
    const SPEC: Spec = Spec {
        name: "live.listen",
        summary: "A stream of server-sent events: which things that the caller may see have changed.",
        method: Method::Get,
        path: "/api/v1/live",
        access: Access::SignedIn,
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Stream;
}
