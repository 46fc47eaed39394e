//! What a professional owes for a year.

use serde::{Deserialize, Serialize};

use super::{below_ceiling, credited_months, of_parts};
use crate::calendar::{Day, Month, next_working_day};
use crate::money::{Euro, Rate};
use crate::parameters::{Confidence, Missing};
use crate::rates::charge::Charges;
use crate::rates::{Charge, Parameters, RateError};

/// The rate of a professional, who may be a pensioner or covered elsewhere too, in a year.
///
/// # Errors
/// [`Missing`] where the year is not known.
pub fn professional_rate(
    parameters: &Parameters,
    other_cover: bool,
    year: i32,
) -> Result<Rate, Missing> {
    let year = parameters.yearly.separate_in(year)?;
    Ok(year.value.professionals.of(other_cover).total())
}

/// A professional's year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Professional {
    /// The year.
    pub year: i32,
    /// Whether they are a pensioner or covered elsewhere too.
    pub other_cover: bool,
    /// The income of the profession, not below zero.
    pub income: Euro,
    /// What others paid contributions on for them in the year, as a collaborator: it uses up the ceiling.
    #[serde(default)]
    pub elsewhere: Euro,
}

/// A part of next year's contribution that is paid ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Advance {
    /// The day by which it is due.
    pub due: Day,
    /// How much.
    pub amount: Euro,
}

/// What a professional owes for a year, by F24 under PXX or P10.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ProfessionalBill {
    /// What contributions are paid on: the income below the ceiling.
    pub base: Euro,
    /// What the contribution is made of; the parts, each rounded by itself, may miss it by cents.
    pub charges: Vec<Charge>,
    /// The rate.
    pub rate: Rate,
    /// What is due for the year.
    pub contribution: Euro,
    /// Whole months that the base credits.
    pub credited_months: u32,
    /// The day by which the balance of the year is due.
    pub balance_due: Day,
    /// The two advances on the next year.
    pub advances: [Advance; 2],
    /// The circular that says so.
    pub source: String,
    /// How well it is known; the days are those of the income tax, which a decree may move.
    pub confidence: Confidence,
}

impl Professional {
    /// What is due for the year.
    ///
    /// # Errors
    /// The [`RateError`] that says what is not known or cannot be.
    pub fn bill(&self, parameters: &Parameters) -> Result<ProfessionalBill, RateError> {
        let year = parameters.yearly.separate_in(self.year)?;
        let base = below_ceiling(self.income, self.elsewhere, year.value.ceiling)?;
        let parts = year.value.professionals.of(self.other_cover);
        let contribution = base.times(parts.total());
        let next = self.year.saturating_add(1);
        let advance = |due| Advance { due, amount: contribution.times(year.value.advance) };
        let (summer, autumn) = (tax_day(next, 6), tax_day(next, 11));
        Ok(ProfessionalBill {
            base,
            charges: of_parts(Charges::of(&parameters.yearly, year), base, parts),
            rate: parts.total(),
            contribution,
            credited_months: credited_months(base, year.value.minimum),
            balance_due: summer,
            advances: [advance(summer), advance(autumn)],
            source: year.source.clone(),
            confidence: year.confidence,
        })
    }
}

impl ProfessionalBill {
    /// What is left to pay once advances were paid; below zero it is a credit.
    pub fn balance(&self, advances_paid: Euro) -> Euro {
        self.contribution - advances_paid
    }
}

/// The last day of June or November, on which income tax is due (art. 17 DPR 435/2001).
fn tax_day(year: i32, month: u32) -> Day {
    let last = Month::new(year, month).map_or(Day::LAST, Month::last_day);
    next_working_day(last, None)
}
