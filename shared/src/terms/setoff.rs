//! From when a credit may be set off in the F24.
//!
//! Which causali stand on the credit side is decided where F24 rows are taken in. Credits of past periods that were regularised are not
//! set off there: they are refunded, or set off by the institute (art. 1241 c.c.).

use serde::{Deserialize, Serialize};

use super::Parameters;
use crate::calendar::Day;
use crate::money::{Euro, half_up};
use crate::parameters::{Confidence, Missing, Parameter};

/// The credits of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Credits {
    /// Those set off in the year so far and the one to be set off, together.
    pub of_year: Euro,
    /// When the credit arose.
    pub arose: Day,
    /// When the return that shows it was sent; absent while it was not.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub filed: Option<Day>,
}

/// Whether and how a credit may be set off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct SetOff {
    /// From when; absent as long as the return that it waits for is not sent.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<Day>,
    /// Whether the return needs the visto di conformità.
    pub visa: bool,
    /// Whether the F24 has to go through the channels of the tax agency: with a set-off, always.
    pub telematic: bool,
    /// The law or message that decides.
    pub source: String,
    /// How well it is known.
    pub confidence: Confidence,
}

/// From when a credit may be set off (art. 17 D.Lgs 241/1997): above the threshold of a year from the tenth day after the return that
/// shows it, and with a visto; below it at once, unless every credit waits for its return.
///
/// # Errors
/// [`Missing`] for a day before the rules are known.
pub fn set_off(parameters: &Parameters, credits: &Credits) -> Result<SetOff, Missing> {
    let on = credits.arose;
    let threshold = parameters.setoff_threshold.on(Parameter::SetOff, on)?;
    let wait = parameters.setoff_wait.on(Parameter::SetOff, on)?;
    let after_return = parameters.setoff_after_return.on(Parameter::SetOff, on)?;
    let large = credits.of_year > threshold.value;
    let (from, source, confidence) = if large {
        let from = credits.filed.map(|filed| filed.plus_days(wait.value.into()));
        (from, &threshold.source, threshold.confidence.max(wait.confidence))
    } else if after_return.value {
        (credits.filed, &after_return.source, after_return.confidence)
    } else {
        (Some(on), &after_return.source, after_return.confidence)
    };
    let from = from.map(|from| from.max(on));
    Ok(SetOff { from, visa: large, telematic: true, source: source.clone(), confidence })
}

/// A debt that a credit may meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Debt {
    /// When it was to be paid, or is.
    pub due: Day,
    /// What is owed.
    pub amount: Euro,
}

/// What a credit does to a debt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Settled {
    /// The debt's place among those that were given.
    pub place: usize,
    /// The debt.
    pub debt: Debt,
    /// What the credit pays of it.
    pub covered: Euro,
}

impl Settled {
    /// What stays open of it.
    pub fn open(&self) -> Euro {
        self.debt.amount - self.covered
    }
}

/// What a credit pays of each debt, in the order it does (art. 1249 and 1193 c. 2 c.c.): the oldest first, which those that are due
/// already are; those of one day in proportion, each debt a whole number of cents and all of them the whole credit. An amount that is not
/// above zero owes nothing.
pub fn settle(credit: Euro, debts: &[Debt]) -> Vec<Settled> {
    let owed = debts.iter().enumerate().filter(|(_, debt)| debt.amount > Euro::ZERO);
    let mut all: Vec<Settled> =
        owed.map(|(place, debt)| Settled { place, debt: *debt, covered: Euro::ZERO }).collect();
    all.sort_by_key(|one| one.debt.due);
    let mut left = credit.max(Euro::ZERO);
    for of_day in all.chunk_by_mut(|one, other| one.debt.due == other.debt.due) {
        let mut owed: Euro = of_day.iter().map(|one| one.debt.amount).sum();
        let mut paid = left.min(owed);
        left -= paid;
        // Each takes its part of what is left for it and those after it, so that the parts add up.
        for one in of_day {
            let part = i128::from(paid.cents()) * i128::from(one.debt.amount.cents());
            one.covered = Euro::from_cents(half_up(part, owed.cents().max(1).into()));
            paid -= one.covered;
            owed -= one.debt.amount;
        }
    }
    all
}
