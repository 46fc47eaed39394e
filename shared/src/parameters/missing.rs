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
    /// The rules of civil sanctions.
    CivilSanctions,
    /// How many instalments may be granted, and by whom.
    InstalmentRules,
    /// The points over the TUR that instalments and deferrals cost.
    InstalmentSpread,
    /// A term on the way from a missing payment to forced collection.
    CollectionTerm,
    /// After how many years a claim is time-barred.
    Prescription,
    /// The rules of set-off in the F24.
    SetOff,
    /// The last day to ask for the reduction of the construction trade.
    ConstructionRequest,
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
