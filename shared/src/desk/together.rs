//! One thing done about several requests of an office in one call, each by itself.

use serde::{Deserialize, Serialize};

use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::fault::Problem;
use crate::ids::RequestId;
use crate::requests::{Acted, Action, STAFF};

/// Most requests of one call (DESIGN): each is read, and shown, before anything is sent.
pub const MOST_TOGETHER: usize = 40;

/// What is done about one of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Each {
    /// About which.
    pub request: RequestId,
    /// The version by which it was decided.
    pub version: u64,
    /// What, as of [`crate::requests::Act`]. Its documents are uploads of the caller's, and may be the same for several: each request gets
    /// its own, and the upload stays the caller's until it is forgotten like any that belongs to no message.
    pub action: Action,
}

/// Does one thing about each of several requests. Each is done in a transaction of its own, so that one that fails stops none, and once
/// for each key, so that the same call may be sent again whatever became of it. What was begun goes on when its caller is gone.
///
/// Faults: `invalid` on `each`: `empty`, `too_many` beyond [`MOST_TOGETHER`], `twice` (a request that stands there twice). What is wrong
/// with one request stands beside it, as of [`crate::requests::Act`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Together {
    /// Each of them.
    pub each: Vec<Each>,
}

/// What came of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Came {
    /// Of which.
    pub request: RequestId,
    /// How it stands now, if it was done.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub acted: Option<Acted>,
    /// Why it was not.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub problem: Option<Problem>,
}

impl Endpoint for Together {
    const SPEC: Spec = Spec {
        name: "desk.together",
        summary: "Does one thing about each of several requests of the office: one result for each.",
        method: Method::Post,
        path: "/api/v1/desk/together",
        access: Access::Roles(STAFF),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Bulk,
    };
    type Reply = Vec<Came>;
}
