//! The dated terms of the DURC.

use serde::{Deserialize, Serialize};

use super::Situation;
use crate::calendar::Day;
use crate::money::Euro;
use crate::parameters::{Confidence, Missing, Parameter, Series};

/// The values as shipped.
pub const SHIPPED: &str = include_str!("../../parameters/durc.json");

/// When those who hold a document are warned, days before it expires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Warnings {
    /// The first time.
    pub early_days: u16,
    /// The second time.
    pub late_days: u16,
}

/// Terms of the internal DURC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InternalTerms {
    /// Months after the one checked that a green outcome covers too.
    pub following_months: u8,
    /// Days to cure after the notice.
    pub cure_days: u16,
}

/// Everything dated that the DURC depends on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DurcParameters {
    /// Largest gap of a gestione that is not serious, accessories included.
    pub tolerance: Series<Euro>,
    /// Days a document is valid.
    pub validity_days: Series<u16>,
    /// Days to cure after the invitation.
    pub cure_days: Series<u16>,
    /// Days from the first query during which no other is answered, while an invitation runs.
    pub block_days: Series<u16>,
    /// Warnings before a document expires.
    pub warnings: Series<Warnings>,
    /// Terms of the internal DURC.
    pub internal: Series<InternalTerms>,
}

/// The terms that hold on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// See [`DurcParameters::tolerance`].
    pub tolerance: Euro,
    /// See [`DurcParameters::validity_days`].
    pub validity_days: u16,
    /// See [`DurcParameters::cure_days`].
    pub cure_days: u16,
    /// See [`DurcParameters::block_days`].
    pub block_days: u16,
    /// See [`DurcParameters::warnings`].
    pub warnings: Warnings,
}

impl DurcParameters {
    /// The terms of a day.
    ///
    /// # Errors
    /// The value that is [`Missing`], as all are before DM 30/1/2015 came into force.
    pub fn on(&self, day: Day) -> Result<Terms, Missing> {
        Ok(Terms {
            tolerance: self.tolerance.on(Parameter::DurcTolerance, day)?.value,
            validity_days: self.validity_days.on(Parameter::DurcValidity, day)?.value,
            cure_days: self.cure_days.on(Parameter::DurcCure, day)?.value,
            block_days: self.block_days.on(Parameter::DurcBlock, day)?.value,
            warnings: self.warnings.on(Parameter::DurcWarnings, day)?.value,
        })
    }

    /// How well the worst is known of the terms by which a situation is judged on a day: those of that day, and of an invitation how long no
    /// other query is answered.
    pub fn confidence(&self, situation: &Situation, day: Day) -> Confidence {
        let block = situation.invitation.map(|invitation| {
            let step = self.block_days.on(Parameter::DurcBlock, invitation.checked);
            step.map(|step| step.confidence)
        });
        let known = [
            self.tolerance.on(Parameter::DurcTolerance, day).map(|step| step.confidence),
            self.validity_days.on(Parameter::DurcValidity, day).map(|step| step.confidence),
            self.cure_days.on(Parameter::DurcCure, day).map(|step| step.confidence),
        ];
        known.into_iter().chain(block).flatten().max().unwrap_or(Confidence::Sourced)
    }

    /// The first parameter with a value that cannot be: a negative amount, no days, a late warning before the early one.
    pub fn unsound(&self) -> Option<Parameter> {
        let no_days = |series: &Series<u16>| series.steps().iter().any(|step| step.value == 0);
        let steps = self.warnings.steps().iter();
        let mut disordered = steps.map(|step| step.value.late_days >= step.value.early_days);
        [
            (
                self.tolerance.steps().iter().any(|step| step.value.is_negative()),
                Parameter::DurcTolerance,
            ),
            (no_days(&self.validity_days), Parameter::DurcValidity),
            (no_days(&self.cure_days), Parameter::DurcCure),
            (no_days(&self.block_days), Parameter::DurcBlock),
            (disordered.any(|disordered| disordered), Parameter::DurcWarnings),
            (
                self.internal.steps().iter().any(|step| step.value.cure_days == 0),
                Parameter::InternalDurc,
            ),
        ]
        .into_iter()
        .find_map(|(unsound, parameter)| unsound.then_some(parameter))
    }
}
