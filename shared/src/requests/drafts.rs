//! Drafts on the server: they survive a reload, signing out and another device.

use serde::{Deserialize, Serialize};

use super::topics::TopicId;
use super::{CUSTOMERS, Draft};
use crate::calendar::{Day, Instant};
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::{CompanyId, DraftId};
use crate::page::Page;

/// Drafts that a person can keep.
pub const MOST_DRAFTS: usize = 100;

/// Keeps a draft: a new one, or in place of the version that it was changed from. Anything may still be missing from it.
///
/// Faults: `not_found` for one that is not the caller's; `conflict` with the current version when another device was faster; `invalid` on
/// `subject`, `text` and `about`: `too_long`; on `draft` and `attachments`: `too_many`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SaveDraft {
    /// Which; a new one without.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub draft: Option<DraftId>,
    /// The version it was changed from; 0 for a new one.
    #[serde(default)]
    pub version: u64,
    /// What is to be kept.
    pub content: Draft,
}

/// A draft as it is kept now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct SavedDraft {
    /// Which.
    pub draft: DraftId,
    /// Its version.
    pub version: u64,
    /// When it was kept.
    pub at: Instant,
    /// What is in it.
    pub content: Draft,
}

impl Endpoint for SaveDraft {
    const SPEC: Spec = Spec {
        name: "requests.draft_save",
        summary: "Keeps a draft of a request.",
        method: Method::Post,
        path: "/api/v1/requests/drafts",
        access: Access::Roles(CUSTOMERS),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = SavedDraft;
}

/// A draft in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct DraftRow {
    /// Which.
    pub draft: DraftId,
    /// When it was kept.
    pub at: Instant,
    /// The last day for which it is kept if nobody goes on with it, where drafts are kept for so long and no longer.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub until: Option<Day>,
    /// For whom.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub company: Option<CompanyId>,
    /// Their name, while the caller may act for them.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub name: Option<String>,
    /// About what.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub topic: Option<TopicId>,
    /// In a few words: as much of it as can be sent.
    pub subject: String,
}

/// The caller's drafts, the one kept last first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Drafts {}

impl Endpoint for Drafts {
    const SPEC: Spec = Spec {
        name: "requests.drafts",
        summary: "The caller's drafts.",
        method: Method::Get,
        path: "/api/v1/requests/drafts",
        access: Access::Roles(CUSTOMERS),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Page<DraftRow>;
}

/// Shows a draft of the caller's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ShowDraft {
    /// Which.
    #[serde(skip)]
    pub draft: DraftId,
}

impl Endpoint for ShowDraft {
    const SPEC: Spec = Spec {
        name: "requests.draft_show",
        summary: "A draft of the caller's.",
        method: Method::Get,
        path: "/api/v1/requests/drafts/{draft}",
        access: Access::Roles(CUSTOMERS),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = SavedDraft;

    fn segments(&self) -> Vec<String> {
        vec![self.draft.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [draft] = values else { return None };
        Some(Self { draft: draft.parse().ok()? })
    }
}

/// Throws a draft of the caller's away, with the documents that were uploaded for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DiscardDraft {
    /// Which.
    #[serde(skip)]
    pub draft: DraftId,
}

impl Endpoint for DiscardDraft {
    const SPEC: Spec = Spec {
        name: "requests.draft_discard",
        summary: "Throws a draft away.",
        method: Method::Delete,
        path: "/api/v1/requests/drafts/{draft}",
        access: Access::Roles(CUSTOMERS),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Query,
    };
    type Reply = ();

    fn segments(&self) -> Vec<String> {
        vec![self.draft.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [draft] = values else { return None };
        Some(Self { draft: draft.parse().ok()? })
    }
}
