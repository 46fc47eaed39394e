//! How an office stands, for whoever heads it (S43, O10).

use serde::{Deserialize, Serialize};

use crate::auth::Role;
use crate::calendar::Day;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, Format};
use crate::ids::PersonId;
use crate::lang::Lang;
use crate::requests::{Age, Aspect};

/// Weeks of coming and going that are told.
pub const WEEKS: usize = 12;
/// Working days ahead of which is said what runs out.
pub const AHEAD: usize = 5;
/// Days back in which what an operator closed is counted.
pub const RECENT: i64 = 30;

/// Whoever heads an office.
pub const HEADS: &[Role] = &[Role::Manager];

/// How the caller's office stands now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Report {}

/// How many open requests are of an age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct OfAge {
    /// Which.
    pub age: Age,
    /// How many.
    pub open: u32,
}

/// What came to an office and what left it in a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Week {
    /// Its Monday.
    pub from: Day,
    /// Requests that were sent, transferred here or reopened.
    pub came: u32,
    /// Requests that were closed, withdrawn or transferred elsewhere.
    pub went: u32,
}

/// What was answered in this month and the one before, and how much of it in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct InTime {
    /// The first day that counts.
    pub from: Day,
    /// Requests with their last answer since.
    pub answered: u64,
    /// Those of them that took no more working days than their topic has at the office today.
    pub in_time: u64,
}

/// What runs out on a working day, unless something is done: a request whose clock stands still is not among it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Ahead {
    /// The day.
    pub day: Day,
    /// Requests of which the office is reminded.
    pub reminded: u32,
    /// Those of which its head is told.
    pub escalated: u32,
    /// Those whose last day it is.
    pub due: u32,
}

/// What somebody at the office has to do and has done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Load {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Open requests they are in charge of, those that wait for the customer included.
    pub open: u32,
    /// Those of them that wait for the customer.
    pub awaiting: u32,
    /// Requests with their last answer in the last [`RECENT`] days.
    pub closed: u64,
    /// Working days within which half of those were answered.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub median: Option<u16>,
}

/// How many customers said the same of how it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct OfRating {
    /// Stars.
    pub stars: u8,
    /// What was good or hard, where they said.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub aspect: Option<Aspect>,
    /// How many.
    pub count: u32,
}

/// How an office stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Reported {
    /// The name of the office.
    pub office_name: String,
    /// On which day.
    pub day: Day,
    /// How much was answered in time.
    pub in_time: InTime,
    /// Open requests.
    pub open: u32,
    /// Those nobody is in charge of.
    pub unassigned: u32,
    /// Those that wait for the customer.
    pub awaiting: u32,
    /// Those with the second level.
    pub second: u32,
    /// Those that were reopened.
    pub reopened: u32,
    /// By working days that count so far.
    pub ages: Vec<OfAge>,
    /// The last [`WEEKS`] weeks, the oldest first; the last one is not over.
    pub weeks: Vec<Week>,
    /// The next [`AHEAD`] working days of the office, today among them where it is one.
    pub ahead: Vec<Ahead>,
    /// Everybody who works there, by name.
    pub loads: Vec<Load>,
    /// What customers said in the last [`RECENT`] days, the most stars first.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub ratings: Vec<OfRating>,
    /// What they said of how it was to send a request, likewise.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub sendings: Vec<OfRating>,
}

impl Endpoint for Report {
    const SPEC: Spec = Spec {
        name: "statistics.report",
        summary: "How the caller's office stands: answers in time, backlog by age, what comes and goes, what runs out, who has how much to do.",
        method: Method::Get,
        path: "/api/v1/statistics/office",
        access: Access::Roles(HEADS),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Reported;
}

/// The same as a file: a row for each figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// As what.
    #[serde(default)]
    pub format: Format,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for Export {
    const SPEC: Spec = Spec {
        name: "statistics.export",
        summary: "How the caller's office stands, as a file.",
        method: Method::Get,
        path: "/api/v1/export/office",
        access: Access::Roles(HEADS),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}
