//! Floors and ceilings of a wage.

use serde::{Deserialize, Serialize};

use crate::money::{Euro, half_up};
use crate::rates::{Contribution, EmployeeYear, RateError};

/// The time that a wage is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Time {
    /// Full days paid, at most 31.
    Days(u32),
    /// Part time.
    Hours {
        /// Hours paid, in hundredths.
        paid: u32,
        /// Hours of a full week by the collective agreement, in hundredths: 4000 for 40.
        weekly: u32,
        /// Days of such a week, 1 to 7: six where the agreement has 40 hours.
        days_a_week: u32,
    },
}

/// Most hundredths of hours that a month has, and a week.
const MONTH_HOURS: u32 = 31 * 24_00;
const WEEK_HOURS: u32 = 7 * 24_00;

/// The lowest wage that contributions are paid on (art. 1 DL 338/1989; art. 7 DL 463/1983; art. 11 D.Lgs 81/2015 for part time).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Floor {
    /// The minimum of a day, or of an hour of part time.
    pub unit: Euro,
    /// The minimum of the time that was given.
    pub minimum: Euro,
    /// What the wage lacks of it: contributions are due on the minimum.
    pub raised_by: Euro,
}

impl Floor {
    /// The floor under a wage for some time.
    ///
    /// # Errors
    /// [`RateError::Time`] for days or hours that no month has.
    pub fn under(wage: Euro, time: Time, year: &EmployeeYear) -> Result<Self, RateError> {
        let (unit, minimum) = match time {
            Time::Days(days) if days <= 31 => {
                let day = year.daily_minimum;
                (day, Euro::from_cents(day.cents().saturating_mul(i64::from(days))))
            }
            Time::Hours { paid, weekly, days_a_week }
                if paid <= MONTH_HOURS
                    && (1..=WEEK_HOURS).contains(&weekly)
                    && (1..=7).contains(&days_a_week) =>
            {
                let hour = hourly_minimum(year.daily_minimum, weekly, days_a_week);
                let minimum = i128::from(hour.cents()) * i128::from(paid);
                (hour, Euro::from_cents(half_up(minimum, 100)))
            }
            Time::Days(_) | Time::Hours { .. } => return Err(RateError::Time),
        };
        Ok(Self { unit, minimum, raised_by: (minimum - wage).max(Euro::ZERO) })
    }
}

/// The minimum of an hour: that of the days of a week over its hours, half-up to the cent.
fn hourly_minimum(daily: Euro, weekly: u32, days_a_week: u32) -> Euro {
    let week = i128::from(daily.cents()) * i128::from(days_a_week) * 100;
    Euro::from_cents(half_up(week, i128::from(weekly)))
}

/// Since when a worker is insured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Insured {
    /// Before 1996: there is no ceiling.
    #[default]
    Before1996,
    /// Since 1996, or opted for the contributive system.
    Since1996 {
        /// The year's wages before this month.
        earlier: Euro,
    },
}

/// The yearly ceiling, when the wage reaches it (art. 2 c. 18 L. 335/1995).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Ceiling {
    /// The ceiling of the year.
    pub limit: Euro,
    /// What of the month's wage lies above it.
    pub excess: Euro,
    /// What the covers other than pensions cost on the excess; declared apart (`EccedenzaMassimale`) and in no sum of the breakdown.
    /// None for apprentices, whose rate is not told apart.
    pub minor: Option<Contribution>,
}

impl Insured {
    /// What of a month's wage lies above a yearly ceiling.
    ///
    /// # Errors
    /// [`RateError::Negative`] for earlier wages below zero.
    pub(super) fn excess(self, wage: Euro, limit: Euro) -> Result<Euro, RateError> {
        match self {
            Self::Before1996 => Ok(Euro::ZERO),
            Self::Since1996 { earlier } if earlier.is_negative() => Err(RateError::Negative),
            Self::Since1996 { earlier } => Ok(wage - wage.min((limit - earlier).max(Euro::ZERO))),
        }
    }
}

/// The wage above the first pensionable band of a month, on which the employee pays more (art. 3-ter DL 384/1992).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Overband {
    /// The band of a month.
    pub threshold: Euro,
    /// What lies above it.
    pub excess: Euro,
    /// What it costs, all the employee's; declared apart (`Contrib1PerCento`).
    pub contribution: Contribution,
    /// The law that says so.
    pub source: String,
}
