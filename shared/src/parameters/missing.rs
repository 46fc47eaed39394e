//! A value that is not there.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;

/// Every dated parameter, so that a screen can name the one that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Parameter {
    /// The main refinancing rate of the ECB (TUR).
    Tur,
    /// The legal rate of interest (art. 1284 c.c.).
    LegalInterest,
}

/// A day for which a parameter has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Missing {
    /// Which one.
    pub parameter: Parameter,
    /// For which day.
    pub day: Day,
}
