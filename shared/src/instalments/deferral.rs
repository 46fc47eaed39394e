//! Deferral of a month's contributions because the company closes for its holidays.

use serde::{Deserialize, Serialize};

use super::Parameters;
use crate::calendar::{Day, Month, f24_due};
use crate::interest::{self, Error, Stretch, accrue};
use crate::money::{Euro, Rate};
use crate::parameters::Confidence;

/// Contributions paid on a later day, in one payment, with interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Deferral {
    /// When they were due.
    pub due: Day,
    /// When they are paid instead.
    pub until: Day,
    /// Days from the one to the other.
    pub days: u32,
    /// The rate a year: TUR and 6 points.
    pub rate: Rate,
    /// The interest.
    pub interest: Euro,
    /// Contributions and interest together.
    pub total: Euro,
    /// How well the rate is known.
    pub confidence: Confidence,
}

/// Defers the contributions of a month to a day (Msg INPS 8609/2012). A change of the TUR counts from the contributions of the month of
/// the change onwards, so the rate is that of the last day of the month of competence.
///
/// # Errors
/// [`Error::Negative`] for an amount below zero, [`Error::Backwards`] for a day before the due date, [`Error::Missing`] for a month
/// without a rate.
pub fn deferral(
    parameters: &Parameters,
    rates: &interest::Parameters,
    contribution: Euro,
    competence: Month,
    until: Day,
) -> Result<Deferral, Error> {
    let due = f24_due(competence);
    if contribution.is_negative() {
        return Err(Error::Negative);
    }
    if until < due {
        return Err(Error::Backwards);
    }
    let (rate, confidence) = parameters.rate_on(rates, competence.last_day())?;
    let whole = Stretch { first: due.plus_days(1), last: until, rate, confidence };
    let accrued = accrue(contribution, &[whole]);
    let (days, interest) = (accrued.days, accrued.interest);
    Ok(Deferral { due, until, days, rate, interest, total: contribution + interest, confidence })
}
