//! The grid as a file.

use serde::{Deserialize, Serialize};

use super::ROLES;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, Format};
use crate::ids::ViewId;
use crate::lang::Lang;

/// The grid as a file: with the columns, order and filter of a saved view or of a layout, or all of it.
///
/// Faults: `not_found` for the view; `invalid` on `layout`: `not_a_layout`, or what [`super::CreateView`] says of one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// As this view shows it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub view: Option<ViewId>,
    /// As this [`super::Layout`] does, written as JSON; it goes before the view.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub layout: Option<String>,
    /// Only companies whose name, tax code or matricola has this part; accents and case do not matter.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub search: Option<String>,
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
        summary: "The grid of clients as a file.",
        method: Method::Get,
        path: "/api/v1/export/practice",
        access: Access::Roles(ROLES),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}
