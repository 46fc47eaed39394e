//! How many instalments may be granted, by whom, and what they cost.

use serde::{Deserialize, Serialize};

use super::Attribution;
use crate::calendar::Day;
use crate::interest;
use crate::money::{Euro, Rate};
use crate::parameters::{Confidence, Missing, Parameter, Series};

/// The values as shipped, to be read as [`Parameters`].
pub const SHIPPED: &str = include_str!("../../parameters/instalments.json");

/// The rules of instalments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    /// Points over the TUR that a plan or a deferral costs.
    pub spread: Series<Rate>,
    /// The rules there are.
    pub rules: RulesOf,
    /// Which of them hold for applications of a day: a step more is all it takes to switch.
    pub operative: Series<RulesName>,
    /// How payments are counted among instalments, by the day of looking. Values that an administrator put in force before this was one
    /// of them lack it.
    #[serde(default)]
    pub attribution: Series<Attribution>,
}

/// The rules by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RulesOf {
    /// The old ones.
    pub by_authority: Rules,
    /// The new ones.
    pub by_debt: Rules,
}

/// Which rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RulesName {
    /// The longer the plan, the higher who grants it (art. 2 c. 11 DL 338/1989).
    ByAuthority,
    /// The higher the debt, the longer the plan; the institute grants all (art. 2 c. 11-bis DL 338/1989, DI 24/10/2025).
    ByDebt,
}

/// One set of rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// The most instalments; the first limit that fits counts.
    pub limits: Vec<Limit>,
    /// Whether a plan may be granted while another runs.
    pub second_plan: bool,
    /// The law or circular that says so.
    pub source: String,
    /// How well it is known.
    pub confidence: Confidence,
}

/// The most instalments for a debt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Who grants or authorises it.
    pub granted_by: Authority,
    /// For debts up to this amount; absent where the amount does not matter.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub debt_up_to: Option<Euro>,
    /// How many.
    pub most: u16,
}

/// Who grants or authorises a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Authority {
    /// The institute alone.
    Institute,
    /// The institute, authorised by the ministry.
    Ministry,
    /// The institute, by a decree of two ministries.
    Decree,
}

impl Rules {
    /// The most instalments that an authority may grant for a debt; none where it grants nothing.
    pub fn most(&self, debt: Euro, granted_by: Authority) -> Option<u16> {
        let fits = |limit: &&Limit| {
            limit.granted_by == granted_by && limit.debt_up_to.is_none_or(|most| debt <= most)
        };
        self.limits.iter().find(fits).map(|limit| limit.most)
    }
}

impl Parameters {
    /// The rules for an application of a day.
    ///
    /// # Errors
    /// [`Missing`] for a day before the first known ones.
    pub fn rules_on(&self, day: Day) -> Result<(RulesName, &Rules), Missing> {
        let name = self.operative.on(Parameter::InstalmentRules, day)?.value;
        let rules = match name {
            RulesName::ByAuthority => &self.rules.by_authority,
            RulesName::ByDebt => &self.rules.by_debt,
        };
        Ok((name, rules))
    }

    /// How payments are counted among instalments on a day: not at all where that is not known.
    pub fn attribution_on(&self, day: Day) -> Attribution {
        let step = self.attribution.on(Parameter::InstalmentRules, day);
        step.map_or(Attribution::AsRecorded, |step| step.value)
    }

    /// The rate of plans and deferrals of a day, TUR and points, and how well it is known.
    ///
    /// # Errors
    /// [`Missing`] for a day without a TUR or points.
    pub fn rate_on(
        &self,
        rates: &interest::Parameters,
        day: Day,
    ) -> Result<(Rate, Confidence), Missing> {
        let spread = self.spread.on(Parameter::InstalmentSpread, day)?;
        let tur = rates.tur_on(day)?;
        Ok((tur.value + spread.value, tur.confidence.max(spread.confidence)))
    }
}
