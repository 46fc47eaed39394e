//! What a CA does to the rate.

use serde::{Deserialize, Serialize};

use crate::fiscal::{Ca, Csc};
use crate::parameters::Confidence;

/// What a CA is for, as far as the rate is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CaEffect {
    /// The position is subject to FIS.
    Fis,
    /// A reduction or an incentive that is settled as a credit: the rate stays.
    Credit,
    /// It does nothing to the rate.
    None,
    /// The position is under rates that the tables do not hold.
    OtherRules,
}

/// A CA and its effect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Authorisation {
    /// The code.
    pub ca: Ca,
    /// What it does.
    pub effect: CaEffect,
    /// The only CSC that it goes with; any where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Csc>,
    /// The law or circular that says so.
    pub source: String,
    /// How well it is known.
    pub confidence: Confidence,
}
