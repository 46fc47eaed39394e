//! Where a request can go: the offices of today as they are called, each with its units.

use serde::{Deserialize, Serialize};

use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::offices::OfficeCode;
use crate::requests::STAFF;
use crate::requests::topics::{NamedUnit, Unit};

/// The offices that a request can be transferred to, by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Destinations {}

/// An office that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Destination {
    /// Which.
    pub office: OfficeCode,
    /// What it is called today.
    pub name: String,
    /// The units that it has today.
    pub units: Vec<Unit>,
}

/// Where a request can go.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Places {
    /// What units are called, in the order in which they are offered.
    pub units: Vec<NamedUnit>,
    /// The offices that are open, by name.
    pub offices: Vec<Destination>,
}

impl Endpoint for Destinations {
    const SPEC: Spec = Spec {
        name: "desk.destinations",
        summary: "The offices that a request can be transferred to, by name, each with its units.",
        method: Method::Get,
        path: "/api/v1/desk/destinations",
        access: Access::Roles(STAFF),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Places;
}
