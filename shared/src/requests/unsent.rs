//! What somebody writes in a conversation and has not sent: kept on the server, so that it survives a reload, signing out and another
//! device.

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::RequestId;
use crate::practice::ROLES;

/// Words that were not sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unsent {
    /// The act that they are for.
    pub kind: Kind,
    /// They.
    pub text: String,
}

/// Keeps what the caller writes in a conversation, in place of what they wrote there before; without words nothing is kept. Any act of
/// theirs in it ends it. Nobody else ever sees it.
///
/// Faults: `not_found` for a request that is not the caller's; `invalid` on `text`: `too_long`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Keep {
    /// In which.
    #[serde(skip)]
    pub request: RequestId,
    /// What.
    pub unsent: Unsent,
}

impl Endpoint for Keep {
    const SPEC: Spec = Spec {
        name: "requests.keep",
        summary: "Keeps what the caller writes in a conversation.",
        method: Method::Post,
        path: "/api/v1/requests/{request}/unsent",
        access: Access::Roles(ROLES),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = ();

    fn segments(&self) -> Vec<String> {
        vec![self.request.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [request] = values else { return None };
        Some(Self { request: request.parse().ok()?, ..self })
    }
}
