//! A month of competence.

use core::fmt::{Display, Formatter, Result as FmtResult};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Day;
use crate::parsed::{self, digits};

/// A month from 0001-01 to 9999-12; on the wire `2026-09`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(inline, extend("pattern" = "^[0-9]{4}-(0[1-9]|1[0-2])$"))
)]
pub struct Month(#[cfg_attr(feature = "openapi", schemars(with = "String"))] i32);

const FIRST: i32 = 12;
const LAST: i32 = 9999 * 12 + 11;

impl Month {
    /// The month of a year (1 to 9999) and a number from 1 to 12.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        let within = (1..=9999).contains(&year) && (1..=12).contains(&month);
        let month = i32::try_from(month).ok()?;
        within.then(|| Self(year * 12 + month - 1))
    }

    /// Reads `2026-09`, as UniEmens writes it.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        Self::from_parts(year, month)
    }

    /// Reads `092026` or `09/2026`, as F24 rows write it.
    pub fn parse_mm_yyyy(text: &str) -> Option<Self> {
        let (month, year) = text.split_once('/').or_else(|| text.split_at_checked(2))?;
        Self::from_parts(year, month)
    }

    fn from_parts(year: &str, month: &str) -> Option<Self> {
        if (year.len(), month.len()) != (4, 2) {
            return None;
        }
        Self::new(i32::try_from(digits(year)?).ok()?, digits(month)?)
    }

    /// The month a day lies in.
    pub fn of(day: Day) -> Self {
        Self(day.year() * 12 + day.month().cast_signed() - 1)
    }

    /// The year, 1 to 9999.
    pub const fn year(self) -> i32 {
        self.0 / 12
    }

    /// The number of the month, 1 to 12.
    pub const fn month(self) -> u32 {
        (self.0 % 12).unsigned_abs() + 1
    }

    /// Months since January of the year 0, an ordered number for keys.
    pub const fn index(self) -> i32 {
        self.0
    }

    /// The month of an [`index`](Self::index), if there is one.
    pub fn from_index(index: i32) -> Option<Self> {
        (FIRST..=LAST).contains(&index).then_some(Self(index))
    }

    /// The month so many months later, or earlier; it stops at the first and the last there is.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months).clamp(FIRST, LAST))
    }

    /// The month after this.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus(1)
    }

    /// The month before this.
    #[must_use]
    pub fn previous(self) -> Self {
        self.plus(-1)
    }

    /// Its first day.
    pub fn first_day(self) -> Day {
        Day::first_of(self.year(), self.month())
    }

    /// Its last day.
    pub fn last_day(self) -> Day {
        if self.0 == LAST { Day::LAST } else { self.next().first_day().plus_days(-1) }
    }

    /// Every month from this one to `last`, both included; none when `last` comes before.
    pub fn through(self, last: Self) -> impl DoubleEndedIterator<Item = Self> + Clone {
        (self.0..=last.0).map(Self)
    }
}

impl Display for Month {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        write!(formatter, "{:04}-{:02}", self.year(), self.month())
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let parse = |text: &str| Self::parse(text).ok_or("no such month");
        parsed::deserialize(deserializer, "a month such as 2026-09", parse)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Day, Month};

    #[test]
    fn months_are_read_in_both_forms() {
        let expected = Month::new(2026, 9);
        assert!(expected.is_some());
        assert_eq!(Month::parse("2026-09"), expected);
        assert_eq!(Month::parse_mm_yyyy("092026"), expected);
        assert_eq!(Month::parse_mm_yyyy("09/2026"), expected);
        for text in ["", "2026-13", "2026-00", "2026-9", "26-09", "0000-01", "2026/09", "2026-0é"]
        {
            assert_eq!(Month::parse(text), None, "{text}");
        }
        for text in
            ["", "0", "9/2026", "132026", "000000", "0920261", "9é2026", "é92026", "09-2026"]
        {
            assert_eq!(Month::parse_mm_yyyy(text), None, "{text}");
        }
    }

    #[test]
    fn months_follow_each_other_over_the_year_and_stop_at_the_ends() {
        let december = Month::new(2025, 12).unwrap();
        assert_eq!(Some(december.next()), Month::new(2026, 1));
        assert_eq!(december.next().previous(), december);
        let first = Month::new(1, 1).unwrap();
        let last = Month::new(9999, 12).unwrap();
        assert_eq!((first.previous(), last.next()), (first, last));
        assert_eq!(last.last_day(), Day::new(9999, 12, 31).unwrap());
        assert_eq!(first.first_day(), Day::new(1, 1, 1).unwrap());
        assert_eq!(first.plus(i32::MAX), last);
    }

    #[test]
    fn a_range_holds_both_ends() {
        let from = Month::new(2025, 11).unwrap();
        let to = Month::new(2026, 2).unwrap();
        let all: Vec<String> = from.through(to).map(|month| month.to_string()).collect();
        assert_eq!(all, ["2025-11", "2025-12", "2026-01", "2026-02"]);
        assert_eq!(to.through(from).count(), 0);
        assert_eq!(from.through(from).next_back(), Some(from));
    }

    proptest! {
        #[test]
        fn first_and_last_day_bound_the_month(index in 12i32..=119_999) {
            let month = Month::from_index(index).unwrap();
            prop_assert_eq!(month.index(), index);
            prop_assert_eq!(Month::parse(&month.to_string()), Some(month));
            prop_assert_eq!(Month::new(month.year(), month.month()), Some(month));
            prop_assert_eq!(Month::of(month.first_day()), month);
            prop_assert_eq!(Month::of(month.last_day()), month);
            prop_assert_eq!(month.first_day().day(), 1);
            if month != month.next() {
                prop_assert_eq!(month.last_day().plus_days(1), month.next().first_day());
            }
        }
    }
}
