//! What each case costs, regime by regime.

use serde::{Deserialize, Serialize};

use super::Policy;
use crate::calendar::Day;
use crate::money::Rate;
use crate::parameters::{Confidence, Missing, Parameter, Series, Step};

/// The values as shipped, to be read as [`Parameters`].
pub const SHIPPED: &str = include_str!("../../parameters/sanctions.json");

/// The rules of civil sanctions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    /// The regimes, by the day from which what falls due is under them, and what the institute notifies or writes.
    pub regimes: Series<Regime>,
    /// Which rate and which regime a delay bears, by the day of what fell due. Values that an administrator put in force before this was
    /// one of them lack it.
    #[serde(default)]
    pub policy: Series<Policy>,
}

impl Parameters {
    /// Which rate and which regime the delay of what fell due on a day bears.
    ///
    /// # Errors
    /// [`Missing`] where that is not known.
    pub fn policy_on(&self, due: Day) -> Result<&Step<Policy>, Missing> {
        self.policy.on(Parameter::CivilSanctions, due)
    }

    /// The regime that holds on a day.
    ///
    /// # Errors
    /// [`Missing`] where none is known.
    pub fn regime_on(&self, day: Day) -> Result<&Regime, Missing> {
        self.regimes.on(Parameter::CivilSanctions, day).map(|step| &step.value)
    }
}

/// The sanctions of one time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Regime {
    /// Declared and not paid, or paid late (lett. a).
    pub omission: Measure,
    /// The same, made good of one's own accord soon enough; absent where the regime has no such rule.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub spontaneous: Option<Spontaneous>,
    /// Hidden on purpose (lett. b).
    pub evasion: Measure,
    /// Months from the due date in which a spontaneous report of an evasion counts.
    pub report_within_months: u16,
    /// Evasion reported spontaneously and paid soon after the report.
    pub reported: WithinDays,
    /// The same, paid later; absent where the regime has no such rule.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reported_later: Option<WithinDays>,
    /// Days from the notification of an assessment in which payment halves the sanction of an omission or evasion; absent where the
    /// regime has no such rule.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub halving_days: Option<u16>,
    /// Objective uncertainty about what is due (c. 10).
    pub uncertainty: Measure,
    /// Insolvency procedures.
    pub insolvency: Insolvency,
    /// A letter of compliance settled soon enough, by days from its receipt; absent where the regime has no such rule.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub compliance: Option<WithinDays>,
}

/// The rate of a case and its cap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// What the points are added to.
    pub over: Basis,
    /// Points a year.
    pub points: Rate,
    /// The most it may come to, as a part of the contribution; absent where there is no cap.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cap: Option<Rate>,
    /// The law or circular that says so.
    pub source: String,
    /// How well it is known.
    pub confidence: Confidence,
}

/// What the points of a rate are added to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Nothing: the points are the rate.
    Nothing,
    /// The TUR.
    Tur,
    /// The TUR, or the legal rate where that is higher.
    TurOrLegal,
    /// The legal rate; each day by the rate in force on it.
    Legal,
}

/// A case that needs payment within days of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WithinDays {
    /// How many.
    pub days: u16,
    /// What it then costs.
    pub measure: Measure,
}

/// An omission made good of one's own accord.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Spontaneous {
    /// Days from the due date.
    pub days: u16,
    /// Whether several payments count as one when together they are the whole and none is later.
    pub parts: bool,
    /// What it then costs.
    pub measure: Measure,
}

impl Spontaneous {
    /// The last day to pay so what was due on a day.
    pub fn until(&self, due: Day) -> Day {
        due.plus_days(self.days.into())
    }
}

/// The reduced sanctions of insolvency procedures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Insolvency {
    /// In place of those of an omission.
    pub omission: Measure,
    /// In place of those of an evasion.
    pub evasion: Measure,
}
