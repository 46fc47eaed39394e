//! The office's queue.

use serde::{Deserialize, Serialize};

use super::RequestRow;
use super::topics::{NamedUnit, Unit};
use crate::auth::Role;
use crate::calendar::Day;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, list_and_file};
use crate::ids::PersonId;
use crate::page::Page;

/// Whoever answers.
pub const STAFF: &[Role] = &[Role::Operator, Role::Manager];

/// A part of the queue (O1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// All that is open.
    #[default]
    Open,
    /// Those the caller is in charge of.
    Mine,
    /// Those nobody is in charge of.
    Unassigned,
    /// Those whose reminder is past or within two days.
    Due,
    /// Those that wait for the customer.
    Awaiting,
    /// Those that were reopened.
    Reopened,
    /// Those with the second level.
    Second,
    /// Those whose customer waits to be called.
    Call,
}

/// How long a request has been waiting, in working days that count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Age {
    /// Up to five.
    Five,
    /// Six to ten.
    Ten,
    /// Eleven to twenty.
    Twenty,
    /// More.
    More,
}

impl Age {
    /// Every age, the youngest first.
    pub const ALL: [Self; 4] = [Self::Five, Self::Ten, Self::Twenty, Self::More];

    /// Of so many working days.
    pub const fn of(elapsed: u16) -> Self {
        match elapsed {
            0..=5 => Self::Five,
            6..=10 => Self::Ten,
            11..=20 => Self::Twenty,
            _ => Self::More,
        }
    }
}

/// How many requests each view has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "see the views of the same names")]
pub struct Counters {
    pub open: u32,
    pub mine: u32,
    pub unassigned: u32,
    pub due: u32,
    pub awaiting: u32,
    pub reopened: u32,
    pub second: u32,
    pub call: u32,
}

/// Somebody to whom a request can be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Colleague {
    /// The person.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// How many open requests they are in charge of.
    pub open: u32,
}

/// A page of the queue, and how the whole stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct QueuePage {
    /// The requests.
    pub page: Page<RequestRow>,
    /// How many there are.
    pub counters: Counters,
    /// Who works here.
    pub colleagues: Vec<Colleague>,
    /// The units that there are, and the one that was asked for.
    pub units: Vec<NamedUnit>,
}

list_and_file! {
    /// The queue of the caller's office: the clock that runs out first is first, those that wait for the customer last.
    Queue,
    /// The rows of [`Queue`], as a file.
    ExportQueue,
    {
        /// Which part of it.
        #[serde(default)]
        view: View,
        /// Only of this unit.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        unit: Option<Unit>,
        /// Only those this colleague is in charge of.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        charge: Option<PersonId>,
        /// Only of this age.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        age: Option<Age>,
        /// Only those of which a term of the clock runs out on this day.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        term: Option<Day>,
    }
}

impl Endpoint for Queue {
    const SPEC: Spec = Spec {
        name: "requests.queue",
        summary: "The queue of the caller's office by the time that is left.",
        method: Method::Get,
        path: "/api/v1/requests/queue",
        access: Access::Roles(STAFF),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = QueuePage;
}

impl Endpoint for ExportQueue {
    const SPEC: Spec = Spec {
        name: "requests.export_queue",
        summary: "The queue of the caller's office by the time that is left, as a file.",
        method: Method::Get,
        path: "/api/v1/export/requests/queue",
        access: Access::Roles(STAFF),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}
