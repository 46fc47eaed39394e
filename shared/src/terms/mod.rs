//! By when: from a missing payment to forced collection, until when a claim stands, from when a credit may be set off. Terms that fall on
//! the same date every month or year are in [`crate::calendar`].

mod collection;
mod parameters;
mod prescription;
mod setoff;

pub use collection::{Clock, Event, Stage, appeal_decided_by, clock, construction_request, term};
pub use parameters::{Parameters, SHIPPED};
pub use prescription::{Claim, Prescription, Suspended, Suspension, prescription, suspensions};
pub use setoff::{Credits, Debt, SetOff, Settled, set_off, settle};

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::parameters::Confidence;

/// A last day, with the law that sets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Term {
    /// The last day, as counted.
    pub day: Day,
    /// The working day it moves to, where the rules of procedure move it and it is none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub extended: Option<Day>,
    /// The law or circular, with that which moves it.
    pub source: String,
    /// How well it is known.
    pub confidence: Confidence,
}

impl Term {
    /// The last day: that to which it moves, where it does.
    pub fn last(&self) -> Day {
        self.extended.unwrap_or(self.day)
    }
}

#[cfg(test)]
mod tests;
