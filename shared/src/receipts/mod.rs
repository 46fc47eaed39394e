//! The receipt of a request as a document to keep. Whoever has it verifies it with [`crate::register::Verify`].

use serde::{Deserialize, Serialize};

use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::File;
use crate::ids::RequestId;
use crate::lang::Lang;
use crate::practice::ROLES;

/// The receipt of a request as a PDF: number, moment, digest of the message and of each document, office and unit, the day the answer is
/// expected and the last one, and how it is verified (art. 18-bis L. 241/1990).
///
/// Faults: `not_found` for a request that is not the caller's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Download {
    /// Of which request.
    #[serde(skip)]
    pub request: RequestId,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for Download {
    const SPEC: Spec = Spec {
        name: "receipts.download",
        summary: "The receipt of a request as a document to keep.",
        method: Method::Get,
        path: "/api/v1/requests/{request}/receipt",
        access: Access::Roles(ROLES),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;

    fn segments(&self) -> Vec<String> {
        vec![self.request.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [request] = values else { return None };
        Some(Self { request: request.parse().ok()?, ..self })
    }
}
