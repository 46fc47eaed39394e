//! The parts of what somebody owes on an income of their own, each with its law.

use serde::{Deserialize, Serialize};

use super::{Counting, Yearly};
use crate::money::{Euro, Rate};
use crate::parameters::{Confidence, Step};

/// A part of a contribution on an income, in the order in which they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// IVS of the gestione separata.
    Pension,
    /// Its maternity, family allowances and sickness.
    Protection,
    /// Its DIS-COLL, of collaborators.
    Unemployment,
    /// Its ISCRO, of professionals.
    IncomeSupport,
    /// IVS of artisans and merchants on the minimum.
    Minimum,
    /// On what lies between the minimum and the first band.
    FirstBand,
    /// On what lies above the first band.
    AboveBand,
    /// Of merchants, for the indemnity on closing: within their rate.
    Closure,
    /// Maternity of artisans and merchants.
    Maternity,
    /// What the reduction of pensioners leaves out.
    Pensioner,
    /// What that of forfettari leaves out.
    FlatRate,
    /// What that of who enrolled in 2025 leaves out.
    NewIn2025,
}

/// One part of a contribution on an income.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Charge {
    /// Which one.
    pub part: Part,
    /// How it counts in the total.
    pub counting: Counting,
    /// What it is a part of.
    pub base: Euro,
    /// Its rate; none where the law sets an amount.
    pub rate: Option<Rate>,
    /// What it comes to, rounded by itself; below zero where a law leaves it out.
    pub amount: Euro,
    /// The law that says so.
    pub source: String,
    /// How well it is known.
    pub confidence: Confidence,
}

/// Makes the charges of a year.
#[derive(Clone, Copy)]
pub(super) struct Charges<'a> {
    yearly: &'a Yearly,
    source: &'a str,
    confidence: Confidence,
}

impl<'a> Charges<'a> {
    /// Those of a year's figures.
    pub fn of<T>(yearly: &'a Yearly, step: &'a Step<T>) -> Self {
        Self { yearly, source: &step.source, confidence: step.confidence }
    }

    /// A charge of a known amount. Where no law is known for its part, the circular of the year stands for it.
    pub fn of_amount(self, part: Part, base: Euro, rate: Option<Rate>, amount: Euro) -> Charge {
        let counting = match part {
            Part::Closure => Counting::Within,
            _ => Counting::Added,
        };
        Charge {
            part,
            counting,
            base,
            rate,
            amount,
            source: self.yearly.law(part).unwrap_or(self.source).to_owned(),
            confidence: self.confidence,
        }
    }

    /// A rate on an amount; none where either is nothing.
    pub fn of_rate(self, part: Part, base: Euro, rate: Rate) -> Option<Charge> {
        let due = !(base.is_zero() || rate == Rate::ZERO);
        due.then(|| self.of_amount(part, base, Some(rate), base.times(rate)))
    }
}
