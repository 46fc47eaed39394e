//! The grid as a file.

use serde::{Deserialize, Serialize};

use super::ROLES;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, Format};
use crate::lang::Lang;

/// Clients that an export may name one by one: as many as fit into an address. A filter names as many as there are.
pub const MOST_NAMED: usize = 200;

/// The clients of the grid as a file: those that a filter and a search leave, or those named.
///
/// Faults: `invalid` on `companies` and on `except`: `too_many`, `not_a_value`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// The columns by their names, joined by `,`; without it all.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub columns: Option<String>,
    /// The conditions, as `column:test:value,value` joined by `;`; what makes no sense is left out.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub filter: Option<String>,
    /// The order, as columns joined by `,`, each with `-` before it to begin with the greatest.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sort: Option<String>,
    /// Words and codes that name, tax code or matricola have.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub search: Option<String>,
    /// Only these, by id, joined by `,`; at most [`MOST_NAMED`]. Those that are not the caller's are left out, as if they were not there.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub companies: Option<String>,
    /// All but these, as in `companies`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub except: Option<String>,
    /// As what.
    #[serde(default)]
    pub format: Format,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for Export {
    const SPEC: Spec = Spec {
        name: "practice.export",
        summary: "The clients of the grid, or those selected, as a file (C16).",
        method: Method::Get,
        path: "/api/v1/export/practice",
        access: Access::Roles(ROLES),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}
