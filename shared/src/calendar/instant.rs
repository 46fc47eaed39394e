//! A moment, and what Rome's clocks show at it.

use serde::{Deserialize, Serialize};

use super::{Day, Weekday};

/// A moment in milliseconds since 1970-01-01T00:00 UTC; on the wire that integer.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Instant(i64);

/// Why a time on Rome's clocks is not one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RomeClockError {
    /// No clock shows it: the hour is over 23 or the minute over 59.
    NoSuchTime,
    /// The clocks jumped over it when summer time began.
    Gap,
    /// The clocks showed it twice when summer time ended.
    Ambiguous {
        /// The first time, still summer time.
        first: Instant,
        /// The second time, an hour later.
        second: Instant,
    },
}

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
const WINTER: i64 = HOUR;
const SUMMER: i64 = 2 * HOUR;

impl Instant {
    /// The moment so many milliseconds after 1970-01-01T00:00 UTC.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970-01-01T00:00 UTC.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// The moment so many milliseconds later, or earlier.
    #[must_use]
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// The date in Rome at this moment.
    pub fn day_in_rome(self) -> Day {
        self.clock_in_rome().0
    }

    /// The date, hour and minute that Rome's clocks show at this moment.
    ///
    /// By the rule of directive 2000/84/EC, which Italy follows since 1996: summer time runs from
    /// 01:00 UTC of the last Sunday of March to 01:00 UTC of the last Sunday of October. Moments
    /// before 1996 may be shown an hour off.
    pub fn clock_in_rome(self) -> (Day, u32, u32) {
        let local = self.0.saturating_add(rome_offset(self.0));
        let minutes = local.rem_euclid(DAY) / MINUTE;
        let part = |value: i64| u32::try_from(value).unwrap_or_default();
        (Day::from_epoch_days(local.div_euclid(DAY)), part(minutes / 60), part(minutes % 60))
    }

    /// The moment when Rome's clocks show a time of a day.
    ///
    /// # Errors
    /// The [`RomeClockError`] when the clocks show it never or twice.
    pub fn from_rome(day: Day, hour: u32, minute: u32) -> Result<Self, RomeClockError> {
        if hour > 23 || minute > 59 {
            return Err(RomeClockError::NoSuchTime);
        }
        let local = day.epoch_days() * DAY + i64::from(hour) * HOUR + i64::from(minute) * MINUTE;
        let at =
            |offset: i64| (rome_offset(local - offset) == offset).then_some(Self(local - offset));
        match (at(SUMMER), at(WINTER)) {
            (Some(first), Some(second)) => Err(RomeClockError::Ambiguous { first, second }),
            (Some(moment), None) | (None, Some(moment)) => Ok(moment),
            (None, None) => Err(RomeClockError::Gap),
        }
    }
}

/// How far Rome's clocks are ahead of UTC, in milliseconds, at a moment in milliseconds.
fn rome_offset(millis: i64) -> i64 {
    let year = Day::from_epoch_days(millis.div_euclid(DAY)).year();
    let change = |month| last_sunday(year, month).epoch_days() * DAY + HOUR;
    if (change(3)..change(10)).contains(&millis) { SUMMER } else { WINTER }
}

/// The last Sunday of a month of 31 days.
fn last_sunday(year: i32, month: u32) -> Day {
    let last = Day::first_of(year, month).plus_days(30);
    let past_sunday = match last.weekday() {
        Weekday::Sun => 0,
        weekday => weekday.number_from_monday(),
    };
    last.plus_days(-i64::from(past_sunday))
}

#[cfg(test)]
mod tests;
