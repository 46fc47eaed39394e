//! Artisans and merchants (L. 233/1990): what they owe on the minimum, above it, and when.

mod reduction;

pub use reduction::Reduction;

use serde::{Deserialize, Serialize};

use super::charge::Charges;
use super::{Charge, Parameters, Part, RateError, SelfEmployedYear, TradeRate};
use crate::calendar::Day;
use crate::money::{Euro, Rate, half_up};
use crate::parameters::Confidence;

/// What somebody does on their own account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Trade {
    /// Artigiano; causali AF on the minimum, AP above.
    Artisan,
    /// Commerciante; causali CF and CP.
    Merchant,
}

/// The year of an artisan or merchant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Business {
    /// The year.
    pub year: i32,
    /// What they do.
    pub trade: Trade,
    /// The business income, not below zero.
    pub income: Euro,
    /// Whether they are insured since 1996 only, which raises the ceiling.
    pub since_1996: bool,
    /// Whether they are a collaborator under 21.
    #[serde(default)]
    pub under_21: bool,
    /// Months of the year in which they were enrolled, 1 to 12.
    pub months: u32,
    /// The reduction they have a right to: one at most.
    #[serde(default)]
    pub reduction: Reduction,
}

/// A part of the contribution on the minimum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct FixedInstalment {
    /// The day by which it is due.
    pub due: Day,
    /// How much.
    pub amount: Euro,
}

/// What an artisan or merchant owes for a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Bill {
    /// The income that contributions are paid on at least, in proportion to the months.
    pub minimum: Euro,
    /// The income above which nothing is due.
    pub ceiling: Euro,
    /// The rate up to the first band.
    pub rate: Rate,
    /// The rate above it.
    pub upper_rate: Rate,
    /// IVS on the minimum.
    pub fixed: Euro,
    /// IVS on what lies between the minimum and the first band.
    pub first: Euro,
    /// IVS on what lies above the first band.
    pub above: Euro,
    /// What the reduction has left out of the three.
    pub reduced_by: Euro,
    /// Maternity; no reduction touches it.
    pub maternity: Euro,
    /// What is due on the minimum, maternity included.
    pub fixed_due: Euro,
    /// Everything.
    pub total: Euro,
    /// What it is made of.
    pub charges: Vec<Charge>,
    /// The four fixed instalments, each a quarter rounded half-up, so they may exceed the year by cents; none unless enrolled all year.
    pub instalments: Vec<FixedInstalment>,
    /// The circular that says so.
    pub source: String,
    /// How well it is known: in part of a year, only the minimum is in proportion; bands and ceilings are taken whole.
    pub confidence: Confidence,
}

impl Business {
    /// What is due for the year.
    ///
    /// # Errors
    /// The [`RateError`] that says what is not known or cannot be.
    pub fn bill(&self, parameters: &Parameters) -> Result<Bill, RateError> {
        if !(1..=12).contains(&self.months) {
            return Err(RateError::Months);
        }
        if self.income.is_negative() {
            return Err(RateError::Negative);
        }
        let step = parameters.yearly.self_employed_in(self.year)?;
        let year = &step.value;
        let left_out = self.reduction.rate(self, &year.reductions)?;
        let (trade, ceiling) = (self.trade(year), self.ceiling(year));
        let rate = if self.under_21 { trade.under_21 } else { trade.rate };
        let upper_rate = rate + year.above_first_band;
        let minimum = in_proportion(year.minimum, self.months);
        let income = self.income.min(ceiling);
        let between = |from: Euro, to: Euro| (income.min(to) - from).max(Euro::ZERO);
        let bands = [
            (Part::Minimum, minimum, rate),
            (Part::FirstBand, between(minimum, year.first_band), rate),
            (Part::AboveBand, between(year.first_band, ceiling), upper_rate),
        ];
        let full = bands.map(|(_, base, rate)| base.times(rate));
        // What is left is rounded, not what is left out.
        let due = full.map(|full| full.times(Rate::WHOLE - left_out));
        let [fixed, first, above] = due;
        let [full, ivs]: [Euro; 2] = [full, due].map(|bands| bands.into_iter().sum());
        let maternity = year.maternity_month.cents().saturating_mul(i64::from(self.months));
        let maternity = Euro::from_cents(maternity);
        let fixed_due = fixed + maternity;
        let all_year = self.months == 12;
        let confidence = if all_year { step.confidence } else { Confidence::Reconstructed };
        let charges = Charges::of(&parameters.yearly, step);
        let reduced_by = full - ivs;
        let reduced = self
            .reduction
            .part()
            .map(|part| charges.of_amount(part, full, Some(left_out), -reduced_by));
        Ok(Bill {
            minimum,
            ceiling,
            rate,
            upper_rate,
            fixed,
            first,
            above,
            reduced_by,
            maternity,
            fixed_due,
            total: ivs + maternity,
            charges: on_bands(charges, bands, trade.closure)
                .chain([charges.of_amount(Part::Maternity, maternity, None, maternity)])
                .chain(reduced)
                .collect(),
            instalments: if all_year { instalments(fixed_due, year) } else { Vec::new() },
            source: step.source.clone(),
            confidence,
        })
    }

    fn trade(&self, year: &SelfEmployedYear) -> TradeRate {
        match self.trade {
            Trade::Artisan => year.artisans,
            Trade::Merchant => year.merchants,
        }
    }

    fn ceiling(&self, year: &SelfEmployedYear) -> Euro {
        if self.since_1996 { year.ceiling_since_1996 } else { year.ceiling_before_1996 }
    }
}

/// What each band costs before any reduction, and what of it is for the indemnity on closing.
fn on_bands(
    charges: Charges<'_>,
    bands: [(Part, Euro, Rate); 3],
    closure: Rate,
) -> impl Iterator<Item = Charge> {
    let base = bands.into_iter().map(|(_, base, _)| base).sum();
    let all = bands.into_iter().chain([(Part::Closure, base, closure)]);
    all.filter_map(move |(part, base, rate)| charges.of_rate(part, base, rate))
}

/// So many twelfths of a yearly amount, half-up to the cent.
fn in_proportion(yearly: Euro, months: u32) -> Euro {
    Euro::from_cents(half_up(i128::from(yearly.cents()) * i128::from(months), 12))
}

fn instalments(fixed_due: Euro, year: &SelfEmployedYear) -> Vec<FixedInstalment> {
    let amount = Euro::from_cents(half_up(i128::from(fixed_due.cents()), 4));
    year.instalments.into_iter().map(|due| FixedInstalment { due, amount }).collect()
}

#[cfg(test)]
mod tests;
