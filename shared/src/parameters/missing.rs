//! A value that is not there.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::rates::Component;

/// Every dated parameter, so that a screen can name the one that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Parameter {
    /// The main refinancing rate of the ECB (TUR).
    Tur,
    /// The legal rate of interest (art. 1284 c.c.).
    LegalInterest,
    /// The rate of a component of the employees' contributions.
    ContributionRate(Component),
    /// The year's floors and ceilings of employees' wages.
    EmployeeYear,
    /// The year's rates and ceiling of the gestione separata.
    SeparateYear,
    /// The year's rates and bands of artisans and merchants.
    SelfEmployedYear,
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
