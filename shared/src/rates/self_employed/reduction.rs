//! What laws leave out of the contribution of an artisan or merchant.

use serde::{Deserialize, Serialize};

use super::Business;
use crate::calendar::{Day, Month};
use crate::money::{Rate, half_up};
use crate::parameters::{Missing, Parameter};
use crate::rates::{Part, RateError, Reductions};

/// A reduction of the IVS contribution; they do not add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reduction {
    /// None.
    #[default]
    None,
    /// Half, for pensioners of the institute over 65 (art. 59 c. 15 L. 449/1997).
    Pensioner,
    /// 35 %, for forfettari who ask by 28 February (art. 1 c. 77 L. 190/2014).
    FlatRate,
    /// Half for some years, for who enrolled for the first time in 2025 (art. 1 c. 186 L. 207/2024).
    NewIn2025 {
        /// The day of enrolment.
        enrolled: Day,
    },
}

impl Reduction {
    /// What of a bill it is, when there is one.
    pub(super) const fn part(self) -> Option<Part> {
        match self {
            Self::None => None,
            Self::Pensioner => Some(Part::Pensioner),
            Self::FlatRate => Some(Part::FlatRate),
            Self::NewIn2025 { .. } => Some(Part::NewIn2025),
        }
    }

    /// The part that is left out in a business's year.
    pub(super) fn rate(
        self,
        business: &Business,
        reductions: &Reductions,
    ) -> Result<Rate, RateError> {
        match self {
            Self::None => Ok(Rate::ZERO),
            Self::Pensioner => Ok(reductions.pensioner),
            Self::FlatRate => Ok(reductions.flat_rate),
            Self::NewIn2025 { enrolled } => {
                let lasts = reductions
                    .new_months
                    .ok_or(Missing { parameter: Parameter::SelfEmployedYear, day: enrolled })?;
                let covered = covered_months(enrolled, business, lasts)?;
                let rate = i128::from(reductions.new_in_2025.millionths()) * i128::from(covered);
                let rate = half_up(rate, i128::from(business.months));
                Ok(Rate::from_millionths(u32::try_from(rate).unwrap_or_default()))
            }
        }
    }
}

/// How many of the business's months in the year a reduction that lasts so many covers, one at least.
fn covered_months(enrolled: Day, business: &Business, lasts: u16) -> Result<u32, RateError> {
    if enrolled.year() != 2025 {
        return Err(RateError::Reduction);
    }
    let first = Month::of(enrolled);
    let of_year = |month| Month::new(business.year, month);
    let months = (1..=12).filter_map(of_year).filter(|month| *month >= first);
    if months.clone().count() < usize::try_from(business.months).unwrap_or(usize::MAX) {
        return Err(RateError::Months);
    }
    let covered = months.filter(|month| *month < first.plus(lasts.into())).count();
    match u32::try_from(covered).unwrap_or_default() {
        0 => Err(RateError::Reduction),
        covered => Ok(covered.min(business.months)),
    }
}
