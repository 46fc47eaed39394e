//! The documents that a request needs, ticked off by whoever answers: the office's own matter, which no customer sees.

use serde::{Deserialize, Serialize};

use crate::calendar::Instant;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::RequestId;
use crate::lang::Lang;
use crate::requests::STAFF;

/// Most documents that an office asks for beside those of the topic (DESIGN).
pub const MOST_OWN: usize = 10;
/// Most characters of the name of such a one (DESIGN).
pub const LONGEST_OWN: usize = 120;

/// A document of a checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Document {
    /// One that the topic asks for, by its place from 0.
    Topic(u8),
    /// One that the office asks for besides, in its words.
    Own(String),
}

/// How it stands with a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Nobody has looked.
    #[default]
    Unseen,
    /// It is there.
    Present,
    /// It is not.
    Missing,
    /// It is not needed here.
    NotNeeded,
}

impl Mark {
    /// Every mark.
    pub const ALL: [Self; 4] = [Self::Unseen, Self::Present, Self::Missing, Self::NotNeeded];
}

/// A document with its mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ticked {
    /// Which.
    pub document: Document,
    /// How it stands with it.
    pub mark: Mark,
}

/// A document as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Item {
    /// Which, and how it stands with it.
    pub ticked: Ticked,
    /// What it is called in the language that was asked for.
    pub label: String,
    /// What it is called in the language of whoever asked.
    pub asked: String,
}

/// The checklist of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Checklist {
    /// Grows with every change; 0 before the first.
    pub version: u64,
    /// The language of whoever asked.
    pub lang: Lang,
    /// The documents: those of the topic, then the others.
    pub items: Vec<Item>,
    /// When it was changed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub at: Option<Instant>,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub by: Option<String>,
}

/// What keeps a checklist from being kept: `too_many`, `twice`, `unknown` (no such document of the topic, which has so many), `empty`,
/// `too_long` or `characters`.
pub fn check_list(items: &[Ticked], of_topic: usize) -> Option<&'static str> {
    let own = items.iter().filter(|one| matches!(one.document, Document::Own(_))).count();
    if own > MOST_OWN || items.len() > MOST_OWN + of_topic {
        return Some("too_many");
    }
    items.iter().enumerate().find_map(|(at, Ticked { document, .. })| {
        if items.iter().take(at).any(|before| before.document == *document) {
            return Some("twice");
        }
        match document {
            Document::Topic(place) => (usize::from(*place) >= of_topic).then_some("unknown"),
            Document::Own(name) if name.trim().is_empty() => Some("empty"),
            Document::Own(name) if name.chars().count() > LONGEST_OWN => Some("too_long"),
            Document::Own(name) => name.chars().any(char::is_control).then_some("characters"),
        }
    })
}

/// Shows the checklist of a request.
///
/// Faults: `not_found` for a request that is not with the caller's office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ShowChecklist {
    /// Of which request.
    #[serde(skip)]
    pub request: RequestId,
    /// In which language.
    #[serde(default)]
    pub lang: Lang,
}

impl Endpoint for ShowChecklist {
    const SPEC: Spec = Spec {
        name: "desk.checklist",
        summary: "The documents that a request needs, and which of them are there.",
        method: Method::Get,
        path: "/api/v1/desk/requests/{request}/checklist",
        access: Access::Roles(STAFF),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Checklist;

    fn segments(&self) -> Vec<String> {
        vec![self.request.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [request] = values else { return None };
        Some(Self { request: request.parse().ok()?, ..self })
    }
}

/// Keeps the checklist of a request; documents of the topic that are not named are not looked at yet.
///
/// Faults: `not_found` for a request that is not with the caller's office; `conflict` with the version now; `invalid` on `items` with what
/// [`check_list`] finds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SaveChecklist {
    /// Of which request.
    #[serde(skip)]
    pub request: RequestId,
    /// The version it was changed from.
    pub version: u64,
    /// The documents.
    pub items: Vec<Ticked>,
}

/// A checklist that was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Checked {
    /// Its version now.
    pub version: u64,
}

impl Endpoint for SaveChecklist {
    const SPEC: Spec = Spec {
        name: "desk.check",
        summary: "Ticks off the documents of a request.",
        method: Method::Put,
        path: "/api/v1/desk/requests/{request}/checklist",
        access: Access::Roles(STAFF),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Checked;

    fn segments(&self) -> Vec<String> {
        vec![self.request.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [request] = values else { return None };
        Some(Self { request: request.parse().ok()?, ..self })
    }
}
