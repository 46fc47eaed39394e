//! What is done to many clients at once.

use serde::{Deserialize, Serialize};

use super::{ASSIGNERS, ROLES};
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::{CompanyId, PersonId, TagId};

/// Companies that one call may name.
pub const MOST_COMPANIES: usize = 10_000;

/// How many companies were changed; the others were so already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Changed {
    /// How many.
    pub changed: u32,
}

/// Puts a tag on companies, or takes it off: on all of them or, if one is not the caller's, on none.
///
/// Faults: `not_found` for the tag or any of the companies; `invalid` on `companies`: `empty`, `too_many`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SetTag {
    /// Which tag.
    #[serde(skip)]
    pub tag: TagId,
    /// On which companies, at most [`MOST_COMPANIES`].
    pub companies: Vec<CompanyId>,
    /// Put it on; otherwise take it off.
    pub on: bool,
}

impl Endpoint for SetTag {
    const SPEC: Spec = Spec {
        name: "practice.tag_set",
        summary: "Puts a tag on companies, or takes it off them.",
        method: Method::Post,
        path: "/api/v1/practice/tags/{tag}/companies",
        access: Access::Roles(ROLES),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Bulk,
    };
    type Reply = Changed;

    fn segments(&self) -> Vec<String> {
        vec![self.tag.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [tag] = values else { return None };
        Some(Self { tag: tag.parse().ok()?, ..self })
    }
}

/// Assigns companies to a collaborator of the practice, or takes them from them: all of them or none.
///
/// Faults: `not_found` for the person or any of the companies; `invalid` on `companies`: `empty`, `too_many`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Assign {
    /// The collaborator.
    #[serde(skip)]
    pub person: PersonId,
    /// Which companies, at most [`MOST_COMPANIES`].
    pub companies: Vec<CompanyId>,
    /// Assign them; otherwise take them away.
    pub on: bool,
}

impl Endpoint for Assign {
    const SPEC: Spec = Spec {
        name: "practice.assign",
        summary: "Assigns companies to a collaborator, or takes them away (C7).",
        method: Method::Post,
        path: "/api/v1/practice/staff/{person}/companies",
        access: Access::Roles(ASSIGNERS),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Bulk,
    };
    type Reply = Changed;

    fn segments(&self) -> Vec<String> {
        vec![self.person.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [person] = values else { return None };
        Some(Self { person: person.parse().ok()?, ..self })
    }
}
