//! Tags: words that a desk puts on its clients.

use serde::{Deserialize, Serialize};

use super::HEADS;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::TagId;

/// Tags of a desk at most.
pub const MOST_TAGS: usize = 100;
/// Characters of a tag's name.
pub const TAG_NAME: usize = 30;

/// A tag's colour, by the name of its tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TagColor {
    /// Grey.
    #[default]
    Grey,
    /// Blue.
    Blue,
    /// Green.
    Green,
    /// Orange.
    Orange,
    /// Red.
    Red,
}

impl TagColor {
    /// Every colour.
    pub const ALL: [TagColor; 5] =
        [TagColor::Grey, TagColor::Blue, TagColor::Green, TagColor::Orange, TagColor::Red];
}

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Tag {
    /// The tag.
    pub id: TagId,
    /// Its name.
    pub name: String,
    /// Its colour.
    pub color: TagColor,
    /// Grows with each replacement.
    pub version: u64,
}

/// Makes a tag.
///
/// Faults: `invalid` on `name`: `empty`, `too_long`, `taken`, `too_many`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CreateTag {
    /// Its name, unique at the desk whatever accents and case.
    pub name: String,
    /// Its colour.
    pub color: TagColor,
}

impl Endpoint for CreateTag {
    const SPEC: Spec = Spec {
        name: "practice.tag_create",
        summary: "Makes a tag for the clients of the practice (C3).",
        method: Method::Post,
        path: "/api/v1/practice/tags",
        access: Access::Roles(HEADS),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Tag;
}

/// Renames or recolours a tag; the faults of [`CreateTag`], and `conflict` with the current version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReplaceTag {
    /// Which.
    #[serde(skip)]
    pub tag: TagId,
    /// Its name.
    pub name: String,
    /// Its colour.
    pub color: TagColor,
    /// The version that was looked at.
    pub version: u64,
}

impl Endpoint for ReplaceTag {
    const SPEC: Spec = Spec {
        name: "practice.tag_replace",
        summary: "Renames or recolours a tag.",
        method: Method::Put,
        path: "/api/v1/practice/tags/{tag}",
        access: Access::Roles(HEADS),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Tag;

    fn segments(&self) -> Vec<String> {
        vec![self.tag.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [tag] = values else { return None };
        Some(Self { tag: tag.parse().ok()?, ..self })
    }
}

/// Deletes a tag, and takes it off every client; `conflict` with the current version if another one was looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DeleteTag {
    /// Which.
    #[serde(skip)]
    pub tag: TagId,
    /// The version that was looked at.
    pub version: u64,
}

impl Endpoint for DeleteTag {
    const SPEC: Spec = Spec {
        name: "practice.tag_delete",
        summary: "Deletes a tag and takes it off every client.",
        method: Method::Delete,
        path: "/api/v1/practice/tags/{tag}",
        access: Access::Roles(HEADS),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = ();

    fn segments(&self) -> Vec<String> {
        vec![self.tag.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [tag] = values else { return None };
        Some(Self { tag: tag.parse().ok()?, ..self })
    }
}
