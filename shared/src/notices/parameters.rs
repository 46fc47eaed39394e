//! The dated terms of rectification notices.

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Month};
use crate::money::{Euro, Rate};
use crate::parameters::{Confidence, Missing, Parameter, Series};

/// The values as shipped.
pub const SHIPPED: &str = include_str!("../../parameters/notices.json");

/// Sanctions halved for whoever pays all, or asks for instalments and pays the first, soon after notification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HalvingTerm {
    /// Days from notification.
    pub days: u16,
}

/// Up to which difference a declared contribution counts as right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ContributionTolerance {
    /// Of the contribution of a worker.
    pub amount: Euro,
    /// Of a rate that was declared.
    pub rate: Rate,
}

impl ContributionTolerance {
    /// That of today's months, as shipped.
    #[cfg(test)]
    pub(crate) fn usual() -> Self {
        let shipped: NoticeParameters = serde_json::from_str(SHIPPED).unwrap();
        shipped.tolerance_in(Month::new(2025, 9).unwrap()).unwrap()
    }

    /// Whether a contribution declared for so many workers, or the rate declared with it, differs by more.
    pub fn exceeded(
        &self,
        workers: u32,
        contribution: (Euro, Euro),
        rate: Option<(Rate, Rate)>,
    ) -> bool {
        let most = self.amount.cents().saturating_mul(i64::from(workers.max(1)));
        let rates_differ = rate.is_some_and(|(declared, expected)| {
            declared.millionths().abs_diff(expected.millionths()) > self.rate.millionths()
        });
        (contribution.0 - contribution.1).abs().cents() > most || rates_differ
    }
}

/// Everything dated that rectification notices depend on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NoticeParameters {
    /// Differences up to this are not shown; by the day of issue.
    pub threshold: Series<Euro>,
    /// Days to pay from the issue.
    pub pay_by_days: Series<u16>,
    /// Whether sanctions are halved, and for how long; by the day of notification.
    pub halving: Series<Option<HalvingTerm>>,
    /// Tolerance of single contributions; by the first day of the month of competence.
    pub tolerance: Series<ContributionTolerance>,
    /// Largest difference in a section of a balanced DM; by the first day of the month of competence. Values that an administrator put in
    /// force before this was one of them lack it.
    #[serde(default)]
    pub section_tolerance: Series<Euro>,
}

impl NoticeParameters {
    /// Whether a difference is too small for a notice of a day (Msg INPS 666/2024, 1507/2025).
    ///
    /// # Errors
    /// [`Missing`] where that is not known.
    pub fn is_small(&self, difference: Euro, issued: Day) -> Result<bool, Missing> {
        let step = self.threshold.on(Parameter::NoticeThreshold, issued)?;
        Ok(difference.abs() <= step.value)
    }

    /// How far a contribution declared for a month may be from the right one.
    ///
    /// # Errors
    /// [`Missing`] where that is not known.
    pub fn tolerance_in(&self, month: Month) -> Result<ContributionTolerance, Missing> {
        let step = self.tolerance.on(Parameter::ContributionTolerance, month.first_day())?;
        Ok(step.value)
    }

    /// How far the sections of a DM of a month may be apart: not at all where nothing is known to allow it.
    pub fn section_tolerance_in(&self, month: Month) -> Euro {
        let series = &self.section_tolerance;
        let step = series.on(Parameter::ContributionTolerance, month.first_day());
        step.map_or(Euro::ZERO, |step| step.value)
    }

    /// How well the worst is known of the terms of a notice that was issued and notified on these days.
    pub fn confidence(&self, issued: Day, notified: Option<Day>) -> Confidence {
        let halving = notified.map(|day| self.halving.on(Parameter::NoticeHalving, day));
        let known = [
            self.threshold.on(Parameter::NoticeThreshold, issued).map(|step| step.confidence),
            self.pay_by_days.on(Parameter::NoticePayBy, issued).map(|step| step.confidence),
        ];
        let halving = halving.map(|step| step.map(|step| step.confidence));
        known.into_iter().chain(halving).flatten().max().unwrap_or(Confidence::Sourced)
    }

    /// The first parameter with a value that cannot be.
    pub fn unsound(&self) -> Option<Parameter> {
        let negative = self.threshold.steps().iter().any(|step| step.value.is_negative());
        let no_days = self.pay_by_days.steps().iter().any(|step| step.value == 0);
        let mut halvings = self.halving.steps().iter().filter_map(|step| step.value);
        let singles = self.tolerance.steps().iter().map(|step| step.value.amount);
        let sections = self.section_tolerance.steps().iter().map(|step| step.value);
        let mut tolerances = singles.chain(sections);
        [
            (negative, Parameter::NoticeThreshold),
            (no_days, Parameter::NoticePayBy),
            (halvings.any(|halving| halving.days == 0), Parameter::NoticeHalving),
            (tolerances.any(Euro::is_negative), Parameter::ContributionTolerance),
        ]
        .into_iter()
        .find_map(|(unsound, parameter)| unsound.then_some(parameter))
    }
}
