//! A value that is not there.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::rates::Component;

/// Every dated parameter, so that a screen can name the one that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    /// Largest gap of a gestione that leaves the DURC regular.
    DurcTolerance,
    /// Days a DURC is valid.
    DurcValidity,
    /// Days to cure after the invitation.
    DurcCure,
    /// Days from the first query during which no other is answered.
    DurcBlock,
    /// Warnings before a DURC expires.
    DurcWarnings,
    /// Terms of the internal DURC.
    InternalDurc,
    /// Difference up to which no rectification notice is shown.
    NoticeThreshold,
    /// Days to pay a rectification notice.
    NoticePayBy,
    /// Sanctions of a rectification notice halved for whoever pays soon.
    NoticeHalving,
    /// Difference up to which a declared contribution counts as right.
    ContributionTolerance,
    /// Working days in which an office answers.
    AnswerClock,
    /// Of how few requests no figure is shown.
    Publication,
    /// How topics are offered, and when offices do not work.
    RequestRule,
    /// What offices are called, where they are, and which have taken over.
    Office,
    /// For how long drafts, documents and closed requests are kept.
    Retention,
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
