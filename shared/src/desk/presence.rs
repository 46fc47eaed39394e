//! Who else has a request open, and who is writing: known to the colleagues who have it open too, kept nowhere.

use serde::{Deserialize, Serialize};

use crate::calendar::Instant;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::RequestId;
use crate::live::{Topic, TopicKind};
use crate::requests::STAFF;

/// How often an open page says that it is there (DESIGN).
pub const BEAT_SECONDS: u32 = 10;
/// After how many seconds without a word somebody is gone (DESIGN).
pub const GONE_SECONDS: u32 = 25;

/// What somebody does with a request that they have open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Doing {
    /// They have it open.
    #[default]
    Reading,
    /// They write something to the customer.
    Writing,
    /// They have closed it.
    Gone,
}

/// Says that the caller has a request of their office open, and learns who else does. It is kept in memory only, for [`GONE_SECONDS`].
///
/// Faults: `not_found` for a request that is not with the caller's office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Here {
    /// Which.
    #[serde(skip)]
    pub request: RequestId,
    /// What the caller does with it.
    #[serde(default)]
    pub doing: Doing,
}

/// A colleague who has it open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Other {
    /// Their name.
    pub name: String,
    /// Whether they write to the customer.
    pub writing: bool,
    /// Since when they have it open.
    pub since: Instant,
}

/// Everybody else who has it open, whoever came first first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Present {
    /// They.
    pub others: Vec<Other>,
}

/// What those who have a request open are told when somebody comes, goes or begins to write: a thing of its own, so that nobody asks for
/// the conversation again because of it.
pub fn presence(request: RequestId) -> Topic {
    Topic { kind: TopicKind::Request, id: Some([&request.to_string(), "/presence"].concat()) }
}

impl Endpoint for Here {
    const SPEC: Spec = Spec {
        name: "desk.here",
        summary: "Says that the caller has a request open, and tells who else of the office does.",
        method: Method::Get,
        path: "/api/v1/desk/requests/{request}/here",
        access: Access::Roles(STAFF),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Present;

    fn segments(&self) -> Vec<String> {
        vec![self.request.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [request] = values else { return None };
        Some(Self { request: request.parse().ok()?, ..self })
    }
}
