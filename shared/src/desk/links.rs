//! Requests of one company that belong together: the office ties them, and only the office sees it.

use serde::{Deserialize, Serialize};

use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::RequestId;
use crate::requests::{RequestRow, STAFF};

/// The other requests of the same company that are with the caller's office.
///
/// Faults: `not_found` for a request that is not with the caller's office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Related {
    /// Beside which.
    #[serde(skip)]
    pub request: RequestId,
}

/// They, the one in which something happened last first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct RelatedRows {
    /// Those that are linked.
    pub linked: Vec<RequestRow>,
    /// The others, at most fifty.
    pub others: Vec<RequestRow>,
}

impl Endpoint for Related {
    const SPEC: Spec = Spec {
        name: "desk.related",
        summary: "The other requests of the company at this office: those linked, and those that are not.",
        method: Method::Get,
        path: "/api/v1/desk/requests/{request}/related",
        access: Access::Roles(STAFF),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = RelatedRows;

    fn segments(&self) -> Vec<String> {
        vec![self.request.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [request] = values else { return None };
        Some(Self { request: request.parse().ok()? })
    }
}

/// Links two requests of the same company, or takes the link away.
///
/// Faults: `not_found` for a request that is not with the caller's office; `invalid` on `other`: `unknown` (not with the office, of
/// another company, or the same request).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// One.
    #[serde(skip)]
    pub request: RequestId,
    /// The other.
    pub other: RequestId,
    /// Whether they are linked from now on.
    pub linked: bool,
}

impl Endpoint for Link {
    const SPEC: Spec = Spec {
        name: "desk.link",
        summary: "Links two requests of a company, or takes the link away.",
        method: Method::Put,
        path: "/api/v1/desk/requests/{request}/related",
        access: Access::Roles(STAFF),
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
