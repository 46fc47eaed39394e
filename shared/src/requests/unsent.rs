//! What somebody writes in a conversation and has not sent: kept on the server, so that it survives a reload, signing out and another
//! device.

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::attachments::Attachment;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::{AttachmentId, RequestId};
use crate::page::Page;
use crate::practice::ROLES;

/// What was not sent. Words stay what they are for: none of what is for the office alone, or of a rating, goes with anything else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unsent {
    /// The act that they are for.
    pub kind: Kind,
    /// The words for the other side.
    pub text: String,
    /// Those of an office for itself.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub note: String,
    /// What is said beside a rating, or to the company by whoever takes or gives charge.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub comment: String,
    /// Of an answer: by which law.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub law: String,
    /// Of an answer: what comes next.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub next: String,
    /// The documents that go with it.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub attachments: Vec<AttachmentId>,
}

impl Unsent {
    /// Nothing, for an act.
    #[must_use]
    pub fn nothing(kind: Kind) -> Self {
        let (text, note, comment, law, next, attachments) = Default::default();
        Self { kind, text, note, comment, law, next, attachments }
    }

    /// All of its words.
    #[must_use]
    pub fn words(&self) -> [&str; 5] {
        [&self.text, &self.note, &self.comment, &self.law, &self.next]
    }

    /// Whether nothing was written, so that nothing is to be kept.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.attachments.is_empty() && self.words().iter().all(|words| words.trim().is_empty())
    }
}

/// What the caller wrote and has not sent in a conversation that they may no longer read. Nothing of the request itself is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct LeftRow {
    /// In which.
    pub request: RequestId,
    /// What.
    pub unsent: Unsent,
    /// Those of its documents that are still there, which their uploader may read like any of theirs.
    pub attachments: Vec<Attachment>,
}

/// What the caller wrote and has not sent in conversations that they may no longer read, as after the end of a delegation: it stays
/// theirs, to be read and copied. [`Keep`] with nothing takes it away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Left {}

impl Endpoint for Left {
    const SPEC: Spec = Spec {
        name: "requests.left",
        summary: "What the caller wrote and has not sent in conversations that they may no longer read.",
        method: Method::Get,
        path: "/api/v1/requests/unsent",
        access: Access::Roles(ROLES),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Page<LeftRow>;
}

/// Keeps what the caller writes in a conversation, in place of what they wrote there before; of what is blank nothing is kept. Any act of
/// theirs in it ends it. Nobody else ever sees it. Where the caller may no longer read, what they had kept can only be taken away, and its
/// documents go with it.
///
/// Faults: `not_found` for a request that is not the caller's; `invalid` on `text`: `too_long`, on `attachments`: `too_many`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Keep {
    /// In which.
    #[serde(skip)]
    pub request: RequestId,
    /// The number of the last line that is an act of the caller's, as far as they know; 0 for none. Where there is a later one, this was
    /// on its way while it was sent: nothing is kept.
    pub after: u32,
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
