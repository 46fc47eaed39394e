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
    /// Terms on the way from a missing payment to forced collection.
    Collection,
    /// Terms of administrative appeals.
    Appeal,
    /// Days to pay a friendly reminder.
    FriendlyReminder,
    /// Terms of a debit notice.
    DebitNotice,
    /// Terms of a compliance letter.
    Compliance,
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
