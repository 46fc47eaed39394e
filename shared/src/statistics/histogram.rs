//! How many requests took how many days: all that is kept of requests that are over, and enough for median and percentiles.

use serde::{Deserialize, Serialize};

/// A figure of more than this many working days counts as this many.
const LONGEST: u16 = 250;

/// Requests by the working days to their last answer, the fewest days first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram(Vec<(u16, u32)>);

/// Half of the requests took no longer.
pub const MEDIAN: u8 = 50;
/// Nine in ten took no longer.
pub const NINETY: u8 = 90;

impl Histogram {
    /// Of pairs of days and requests, in any order.
    pub fn of(pairs: impl IntoIterator<Item = (u16, u32)>) -> Self {
        let mut made = Self::default();
        pairs.into_iter().for_each(|(days, count)| made.add(days, count));
        made
    }

    /// The pairs, the fewest days first.
    pub fn pairs(&self) -> &[(u16, u32)] {
        &self.0
    }

    /// So many more requests took so many days.
    pub fn add(&mut self, days: u16, count: u32) {
        let days = days.min(LONGEST);
        match self.0.binary_search_by_key(&days, |(days, _)| *days) {
            Ok(at) => {
                if let Some((_, known)) = self.0.get_mut(at) {
                    *known = known.saturating_add(count);
                }
            }
            Err(at) if count > 0 => self.0.insert(at, (days, count)),
            Err(_) => {}
        }
    }

    /// One of the requests that took so many days was not over yet.
    pub fn take(&mut self, days: u16) {
        let days = days.min(LONGEST);
        if let Ok(at) = self.0.binary_search_by_key(&days, |(days, _)| *days)
            && let Some((_, known)) = self.0.get_mut(at)
        {
            *known = known.saturating_sub(1);
        }
        self.0.retain(|(_, count)| *count > 0);
    }

    /// Both together.
    pub fn join(&mut self, other: &Self) {
        other.0.iter().for_each(|(days, count)| self.add(*days, *count));
    }

    /// How many requests there are.
    pub fn total(&self) -> u64 {
        self.0.iter().map(|(_, count)| u64::from(*count)).sum()
    }

    /// How many requests took no more days than so many.
    pub fn within(&self, days: u16) -> u64 {
        let short = self.0.iter().take_while(|(taken, _)| *taken <= days);
        short.map(|(_, count)| u64::from(*count)).sum()
    }

    /// The fewest days within which so many per cent of the requests were over; none without requests.
    pub fn percentile(&self, percent: u8) -> Option<u16> {
        let wanted = (self.total() * u64::from(percent)).div_ceil(100).max(1);
        let mut seen = 0;
        self.0.iter().find_map(|(days, count)| {
            seen += u64::from(*count);
            (seen >= wanted).then_some(*days)
        })
    }
}

/// What is said of so many requests that nobody is known by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Figure {
    /// At least so many requests: whole lots of the fewest that are shown, so that no two figures tell of a single one.
    pub requests: u64,
    /// Working days within which half of them had their last answer.
    pub median: u16,
    /// And nine in ten.
    pub ninety: u16,
}

impl Figure {
    /// The figure of requests, unless they are fewer than may be shown.
    pub fn of(histogram: &Histogram, fewest: u16) -> Option<Self> {
        let (total, lot) = (histogram.total(), u64::from(fewest.max(1)));
        if total < lot {
            return None;
        }
        Some(Self {
            requests: total / lot * lot,
            median: histogram.percentile(MEDIAN)?,
            ninety: histogram.percentile(NINETY)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn half_and_nine_in_ten_are_those_of_the_list() {
        let of = |pairs: &[(u16, u32)]| Histogram::of(pairs.iter().copied());
        assert_eq!(of(&[]).percentile(MEDIAN), None);
        assert_eq!(of(&[(3, 1)]).percentile(MEDIAN), Some(3));
        assert_eq!(of(&[(3, 1)]).percentile(NINETY), Some(3));
        assert_eq!(of(&[(1, 5), (9, 5)]).percentile(MEDIAN), Some(1));
        assert_eq!(of(&[(1, 5), (9, 5)]).percentile(NINETY), Some(9));
        assert_eq!(of(&[(9, 1), (2, 9)]).percentile(NINETY), Some(2));
    }

    #[test]
    fn those_within_some_days_are_counted_the_last_of_them_included() {
        let made = Histogram::of([(3, 2), (20, 5), (21, 1)]);
        assert_eq!([2, 3, 20, 21].map(|days| made.within(days)), [0, 2, 7, 8]);
    }

    #[test]
    fn few_are_not_shown_and_many_in_lots() {
        let of = |count| Figure::of(&Histogram::of([(4, count)]), 10);
        assert_eq!(of(9), None);
        assert_eq!(of(10).map(|figure| figure.requests), Some(10));
        assert_eq!(of(19), of(10), "one more or less is not seen");
        assert_eq!(of(20).map(|figure| figure.requests), Some(20));
    }

    proptest! {
        #[test]
        fn it_says_what_the_sorted_list_says(days in prop::collection::vec(0_u16..300, 1..60)) {
            let made = Histogram::of(days.iter().map(|days| (*days, 1)));
            let mut sorted: Vec<u16> = days.iter().map(|days| (*days).min(LONGEST)).collect();
            sorted.sort_unstable();
            for percent in [MEDIAN, NINETY] {
                let rank = (sorted.len() * usize::from(percent)).div_ceil(100).max(1);
                prop_assert_eq!(made.percentile(percent), sorted.get(rank - 1).copied());
            }
        }

        #[test]
        fn what_is_taken_back_was_never_there(days in prop::collection::vec(0_u16..300, 0..30), one in 0_u16..300) {
            let before = Histogram::of(days.iter().map(|days| (*days, 1)));
            let mut after = before.clone();
            after.add(one, 1);
            after.take(one);
            prop_assert_eq!(after, before);
        }
    }
}
