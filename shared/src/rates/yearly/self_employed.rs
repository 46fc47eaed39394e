//! The yearly figures of artisans and merchants.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::money::{Euro, Rate};

/// The rate of a trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TradeRate {
    /// Of holders and collaborators.
    pub rate: Rate,
    /// Of collaborators under 21.
    pub under_21: Rate,
    /// What of both finances the indemnity for closing.
    #[serde(default)]
    pub closure: Rate,
}

/// What reductions leave out of the IVS contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reductions {
    /// Pensioners over 65 (art. 59 c. 15 L. 449/1997).
    pub pensioner: Rate,
    /// Forfettari (art. 1 c. 77 L. 190/2014).
    pub flat_rate: Rate,
    /// Who enrolled for the first time in 2025 (art. 1 c. 186 L. 207/2024).
    pub new_in_2025: Rate,
    /// For how many months from the enrolment. Figures that an administrator put in force before this was one of them lack it.
    #[serde(default)]
    pub new_months: Option<u16>,
}

/// Figures of artisans and merchants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SelfEmployedYear {
    /// The income that contributions are paid on at least.
    pub minimum: Euro,
    /// The income above which the rate is higher.
    pub first_band: Euro,
    /// The income above which nothing is due, of who was insured before 1996.
    pub ceiling_before_1996: Euro,
    /// The same of who is insured since 1996.
    pub ceiling_since_1996: Euro,
    /// The rates of artisans.
    pub artisans: TradeRate,
    /// The rates of merchants, with what finances the indemnity for closing.
    pub merchants: TradeRate,
    /// What is added to the rate above the first band.
    pub above_first_band: Rate,
    /// The maternity contribution of a month.
    pub maternity_month: Euro,
    /// The reductions.
    pub reductions: Reductions,
    /// The days by which the four fixed instalments are due.
    pub instalments: [Day; 4],
}

impl SelfEmployedYear {
    /// Whether the amounts and the days are in order and no rate is above the whole.
    pub(super) fn is_sound(&self) -> bool {
        let rates = [
            self.artisans.rate + self.above_first_band,
            self.artisans.under_21,
            self.merchants.rate + self.above_first_band,
            self.merchants.under_21,
            self.reductions.pensioner,
            self.reductions.flat_rate,
            self.reductions.new_in_2025,
        ];
        let within = |trade: TradeRate| trade.closure <= trade.rate.min(trade.under_21);
        Euro::ZERO < self.minimum
            && within(self.artisans)
            && within(self.merchants)
            && self.minimum < self.first_band
            && self.first_band < self.ceiling_before_1996
            && self.ceiling_before_1996 < self.ceiling_since_1996
            && !self.maternity_month.is_negative()
            && rates.into_iter().all(|rate| rate <= Rate::WHOLE)
            && self.instalments.is_sorted_by(|earlier, later| earlier < later)
    }
}
