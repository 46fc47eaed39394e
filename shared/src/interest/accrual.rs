//! An amount, a time, and the rates that held in it: actual days on 365.

use serde::{Deserialize, Serialize};

use super::{Error, Parameters};
use crate::calendar::Day;
use crate::money::{Euro, Rate, half_up};
use crate::parameters::{Confidence, Missing};

/// A time in which one rate held, and its interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Span {
    /// The first day that counts.
    pub first: Day,
    /// The last day that counts.
    pub last: Day,
    /// How many days that is.
    pub days: u32,
    /// The rate a year.
    pub rate: Rate,
    /// Its part of the interest.
    pub interest: Euro,
}

/// Interest over a time, part by part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Accrual {
    /// How many days.
    pub days: u32,
    /// The whole, rounded once; the parts add up to it.
    pub interest: Euro,
    /// The parts, one for each rate.
    pub spans: Vec<Span>,
    /// How well the worst known of the rates is known.
    pub confidence: Confidence,
}

/// A rate and how long it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    /// The rate a year.
    pub rate: Rate,
    /// The last day that it holds for certain.
    pub last: Day,
    /// How well it is known.
    pub confidence: Confidence,
}

/// Days in a row with one rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// The first of them.
    pub first: Day,
    /// The last of them.
    pub last: Day,
    /// The rate a year.
    pub rate: Rate,
    /// How well it is known.
    pub confidence: Confidence,
}

impl Stretch {
    /// How many days.
    pub fn days(&self) -> u32 {
        u32::try_from(self.last.days_since(self.first) + 1).unwrap_or_default()
    }

    /// Millionths of the amount, times days.
    pub fn weight(&self) -> i128 {
        i128::from(self.rate.millionths()) * i128::from(self.days())
    }
}

/// The days after `from` up to `to`, parted where the rate changes; none when `to` is not after `from`.
///
/// # Errors
/// What `rate` says of a day that has none.
pub(crate) fn stretches(
    from: Day,
    to: Day,
    rate: impl Fn(Day) -> Result<Held, Missing>,
) -> Result<Vec<Stretch>, Missing> {
    let mut found = Vec::new();
    let mut before = from;
    while before < to {
        let first = before.plus_days(1);
        let held = rate(first)?;
        let last = held.last.max(first).min(to);
        found.push(Stretch { first, last, rate: held.rate, confidence: held.confidence });
        before = last;
    }
    Ok(found)
}

/// The interest of an amount over days with their rates; parts are rounded so that they add up to the whole.
pub(crate) fn accrue(amount: Euro, stretches: &[Stretch]) -> Accrual {
    let (mut days, mut weight, mut interest) = (0_u32, 0_i128, Euro::ZERO);
    let mut confidence = Confidence::Sourced;
    let mut spans = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        weight += stretch.weight();
        let so_far = of_year(amount, weight);
        spans.push(Span {
            first: stretch.first,
            last: stretch.last,
            days: stretch.days(),
            rate: stretch.rate,
            interest: so_far - interest,
        });
        days = days.saturating_add(stretch.days());
        interest = so_far;
        confidence = confidence.max(stretch.confidence);
    }
    Accrual { days, interest, spans, confidence }
}

/// An amount times millionths and days, on a year of 365 days.
fn of_year(amount: Euro, weight: i128) -> Euro {
    Euro::from_cents(half_up(i128::from(amount.cents()).saturating_mul(weight), 365_000_000))
}

/// Legal interest on an amount for the days after `from` up to `to`, each by the rate in force on it (art. 1284 c.c.), on 365.
///
/// # Errors
/// [`Error::Negative`] for an amount below zero, [`Error::Backwards`] when `to` lies before `from`, [`Error::Missing`] for a day
/// without a legal rate.
pub fn legal(parameters: &Parameters, amount: Euro, from: Day, to: Day) -> Result<Accrual, Error> {
    if amount.is_negative() {
        return Err(Error::Negative);
    }
    if to < from {
        return Err(Error::Backwards);
    }
    let rates = stretches(from, to, |day| parameters.legal_held(day))?;
    Ok(accrue(amount, &rates))
}
