//! Correcting a record: what the competent office may do, with a reason that stays with it.

use core::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::{Cells, Record};
use crate::auth::{Resource, Verb};
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::CompanyId;

/// How many characters a reason has.
pub const REASON: RangeInclusive<usize> = 5..=500;

/// Replaces the cells of a record. Faults: `reason` with `missing` or `too_long`, each field by its name with the name of its
/// [`super::Problem`] (`key` for a field of the record's key), a conflict with the version now current.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Correct {
    /// Of which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// Of which section, by its slug.
    #[serde(skip)]
    pub section: String,
    /// Which, by its key.
    #[serde(skip)]
    pub key: String,
    /// The version one looked at.
    pub version: u64,
    /// Why, for the history and the audit log.
    pub reason: String,
    /// What it shall say, as written; one for each of the section's fields, in their order.
    pub cells: Cells,
}

impl Endpoint for Correct {
    const SPEC: Spec = Spec {
        name: "sections.correct",
        summary: "Corrects a record, by the competent office and with a reason; what it said before stays in its history.",
        method: Method::Put,
        path: "/api/v1/companies/{company}/sections/{section}/{key}",
        access: Access::Company(Resource::Contributions, Verb::Correct),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Record;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string(), self.section.clone(), self.key.clone()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company, section, key] = values else { return None };
        Some(Self {
            company: company.parse().ok()?,
            section: (*section).to_owned(),
            key: (*key).to_owned(),
            ..self
        })
    }
}

/// Removes a record from its list. Faults as [`Correct`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Remove {
    /// Of which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// Of which section, by its slug.
    #[serde(skip)]
    pub section: String,
    /// Which, by its key.
    #[serde(skip)]
    pub key: String,
    /// The version one looked at.
    pub version: u64,
    /// Why, for the history and the audit log.
    pub reason: String,
}

impl Endpoint for Remove {
    const SPEC: Spec = Spec {
        name: "sections.remove",
        summary: "Removes a record, by the competent office and with a reason; its history stays.",
        method: Method::Delete,
        path: "/api/v1/companies/{company}/sections/{section}/{key}",
        access: Access::Company(Resource::Contributions, Verb::Correct),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Record;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string(), self.section.clone(), self.key.clone()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company, section, key] = values else { return None };
        Some(Self {
            company: company.parse().ok()?,
            section: (*section).to_owned(),
            key: (*key).to_owned(),
            ..self
        })
    }
}
