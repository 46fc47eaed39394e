//! A day of the civil calendar.

use core::fmt::{Display, Formatter, Result as FmtResult};

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Month;
use crate::parsed::{self, digits};

/// A day from 0001-01-01 to 9999-12-31; on the wire ISO 8601, `2026-11-22`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(inline, extend("format" = "date"))
)]
pub struct Day(#[cfg_attr(feature = "openapi", schemars(with = "String"))] NaiveDate);

/// Days from 0000-12-31 to 1970-01-01.
const EPOCH: i64 = 719_163;
/// Days from 0000-12-31 to 9999-12-31.
const LAST_COUNT: i64 = 3_652_059;

impl Day {
    /// The date registers write where a period has no end: 31/12/2999.
    pub const OPEN_END: Self = Self::or_last(NaiveDate::from_ymd_opt(2999, 12, 31));

    /// The last day there is, 9999-12-31.
    pub const LAST: Self = Self(match NaiveDate::from_ymd_opt(9999, 12, 31) {
        Some(date) => date,
        None => NaiveDate::MAX,
    });

    const fn or_last(date: Option<NaiveDate>) -> Self {
        match date {
            Some(date) => Self(date),
            None => Self::LAST,
        }
    }

    /// The first day of a month, whose year and number the caller has checked.
    pub(super) const fn first_of(year: i32, month: u32) -> Self {
        Self::or_last(NaiveDate::from_ymd_opt(year, month, 1))
    }

    /// The day of a year (1 to 9999), month (1 to 12) and day of the month, if there is one.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Reads `2026-11-22`, and nothing but that form.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if (year.len(), month.len(), day.len()) != (4, 2, 2) {
            return None;
        }
        Self::new(i32::try_from(digits(year)?).ok()?, digits(month)?, digits(day)?)
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The day so many days later, or earlier; it stops at the first and the last day there is.
    pub fn plus_days(self, days: i64) -> Self {
        Self::from_epoch_days(self.epoch_days().saturating_add(days))
    }

    /// The day of the same number so many months later, or earlier; the month's last day where it has no such day (art. 2963 c.c.).
    /// It stops at the first and the last month there is.
    pub fn plus_months(self, months: i32) -> Self {
        let month = Month::of(self).plus(months);
        Self::new(month.year(), month.month(), self.day()).unwrap_or(month.last_day())
    }

    /// How many days after `other` this is; negative before it.
    pub fn days_since(self, other: Self) -> i64 {
        self.epoch_days() - other.epoch_days()
    }

    /// Days since 1970-01-01, an ordered number for keys.
    pub fn epoch_days(self) -> i64 {
        i64::from(self.0.num_days_from_ce()) - EPOCH
    }

    /// The day so many days after 1970-01-01; it stops at the first and the last day there is.
    pub fn from_epoch_days(days: i64) -> Self {
        let count = i32::try_from(days.saturating_add(EPOCH).clamp(1, LAST_COUNT));
        Self::or_last(count.ok().and_then(NaiveDate::from_num_days_from_ce_opt))
    }
}

impl Display for Day {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        write!(formatter, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let parse = |text: &str| Self::parse(text).ok_or("no such day");
        parsed::deserialize(deserializer, "a day such as 2026-11-22", parse)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Day, Weekday};

    #[test]
    fn only_iso_days_that_exist_are_read() {
        assert_eq!(Day::parse("2026-11-22"), Day::new(2026, 11, 22));
        assert_eq!(Day::parse("2024-02-29"), Day::new(2024, 2, 29));
        for text in [
            "",
            "2026-11-31",
            "2025-02-29",
            "2026-1-02",
            "26-11-22",
            "2026-11-22 ",
            "22/11/2026",
            "2026-11-2x",
            "+026-11-22",
            "0000-01-01",
            "2026-11-22-1",
            "2026-00-10",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn counting_stops_at_the_ends() {
        let first = Day::new(1, 1, 1).unwrap();
        let last = Day::new(9999, 12, 31).unwrap();
        assert_eq!(first.plus_days(-1), first);
        assert_eq!(last.plus_days(i64::MAX), last);
        assert_eq!(first.plus_days(i64::MIN), first);
        assert_eq!(first.plus_days(last.days_since(first)), last);
        assert_eq!(Day::new(1970, 1, 1).unwrap().epoch_days(), 0);
    }

    #[test]
    fn months_are_counted_by_the_calendar() {
        let day = |text| Day::parse(text).unwrap();
        for (from, months, to) in [
            ("2025-01-16", 12, "2026-01-16"),
            ("2025-01-31", 1, "2025-02-28"),
            ("2024-02-29", 60, "2029-02-28"),
            ("2025-03-31", -1, "2025-02-28"),
            ("9999-12-31", 5, "9999-12-31"),
        ] {
            assert_eq!(day(from).plus_months(months), day(to), "{from}");
        }
    }

    #[test]
    fn open_ended_periods_end_where_registers_say() {
        assert_eq!(Day::OPEN_END.to_string(), "2999-12-31");
        assert_eq!(Day::new(2026, 11, 22).unwrap().weekday(), Weekday::Sun);
    }

    #[test]
    fn the_wire_holds_iso() {
        let day = Day::new(2026, 1, 2).unwrap();
        assert_eq!(serde_json::to_string(&day).unwrap(), "\"2026-01-02\"");
        assert_eq!(serde_json::from_str::<Day>("\"2026-01-02\"").unwrap(), day);
        assert!(serde_json::from_str::<Day>("\"2026-02-30\"").is_err());
    }

    proptest! {
        #[test]
        fn text_and_count_give_the_day_back(count in -719_162i64..=2_932_896) {
            let day = Day::from_epoch_days(count);
            prop_assert_eq!(day.epoch_days(), count);
            prop_assert_eq!(Day::parse(&day.to_string()), Some(day));
        }
    }
}
