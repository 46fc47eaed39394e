use chrono::{Datelike, LocalResult, NaiveDate, TimeZone, Timelike};
use chrono_tz::Europe::Rome;
use proptest::prelude::*;

use super::{DAY, Day, HOUR, Instant, MINUTE, RomeClockError};

/// What the time-zone database says, for a moment.
fn by_the_database(millis: i64) -> (Day, u32, u32) {
    let shown = Rome.timestamp_millis_opt(millis).unwrap();
    (Day::new(shown.year(), shown.month(), shown.day()).unwrap(), shown.hour(), shown.minute())
}

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::new(year, month, day).unwrap()
}

#[test]
fn the_clock_agrees_with_the_database_around_every_change_and_month() {
    for year in 1996..2100 {
        for month in 1..=12 {
            for date in [1, 25, 26, 27, 28] {
                let midnight = day(year, month, date).epoch_days() * DAY;
                for hour in 0..24 {
                    for millis in [midnight + hour * HOUR, midnight + hour * HOUR - 1] {
                        let clock = Instant::from_millis(millis).clock_in_rome();
                        assert_eq!(clock, by_the_database(millis), "{millis}");
                    }
                }
            }
            for date in [29, 30, 31] {
                let Some(last) = Day::new(year, month, date) else { continue };
                for millis in (0..24).map(|hour| last.epoch_days() * DAY + hour * HOUR) {
                    let clock = Instant::from_millis(millis).clock_in_rome();
                    assert_eq!(clock, by_the_database(millis), "{millis}");
                }
            }
        }
    }
}

#[test]
fn a_time_that_clocks_skip_or_repeat_is_reported() {
    let spring = day(2026, 3, 29);
    assert!(Instant::from_rome(spring, 1, 59).is_ok());
    assert_eq!(Instant::from_rome(spring, 2, 0), Err(RomeClockError::Gap));
    assert_eq!(Instant::from_rome(spring, 2, 59), Err(RomeClockError::Gap));
    assert!(Instant::from_rome(spring, 3, 0).is_ok());

    let autumn = day(2026, 10, 25);
    assert!(Instant::from_rome(autumn, 1, 59).is_ok());
    let Err(RomeClockError::Ambiguous { first, second }) = Instant::from_rome(autumn, 2, 30) else {
        panic!("02:30 comes twice");
    };
    assert_eq!(second.millis() - first.millis(), HOUR);
    assert_eq!(first.clock_in_rome(), second.clock_in_rome());
    assert!(Instant::from_rome(autumn, 3, 0).is_ok());

    assert_eq!(Instant::from_rome(spring, 24, 0), Err(RomeClockError::NoSuchTime));
    assert_eq!(Instant::from_rome(spring, 0, 60), Err(RomeClockError::NoSuchTime));
}

#[test]
fn the_day_turns_at_midnight_in_rome() {
    let evening = Instant::from_rome(day(2026, 7, 31), 23, 59).unwrap();
    assert_eq!(evening.day_in_rome(), day(2026, 7, 31));
    assert_eq!(evening.plus_millis(MINUTE).clock_in_rome(), (day(2026, 8, 1), 0, 0));
}

#[test]
fn the_ends_of_time_do_not_overflow() {
    for millis in [i64::MIN, i64::MAX] {
        let moment = Instant::from_millis(millis);
        let _ = moment.clock_in_rome();
        assert_eq!(moment.plus_millis(millis), moment);
    }
}

proptest! {
    #[test]
    fn from_rome_agrees_with_the_database(
        days in 9_496i64..=47_481, hour in 0u32..24, minute in 0u32..60,
    ) {
        let date = Day::from_epoch_days(days);
        let naive = NaiveDate::from_ymd_opt(date.year(), date.month(), date.day())
            .and_then(|date| date.and_hms_opt(hour, minute, 0))
            .unwrap();
        let expected = match Rome.from_local_datetime(&naive) {
            LocalResult::Single(moment) => Ok(Instant::from_millis(moment.timestamp_millis())),
            LocalResult::None => Err(RomeClockError::Gap),
            LocalResult::Ambiguous(first, second) => Err(RomeClockError::Ambiguous {
                first: Instant::from_millis(first.timestamp_millis()),
                second: Instant::from_millis(second.timestamp_millis()),
            }),
        };
        prop_assert_eq!(Instant::from_rome(date, hour, minute), expected);
    }

    #[test]
    fn a_time_read_back_is_the_same_moment(minutes in 13_674_240i64..=68_374_079) {
        let moment = Instant::from_millis(minutes * MINUTE);
        let (day, hour, minute) = moment.clock_in_rome();
        match Instant::from_rome(day, hour, minute) {
            Ok(same) => prop_assert_eq!(same, moment),
            Err(RomeClockError::Ambiguous { first, second }) => {
                prop_assert!(first == moment || second == moment);
            }
            Err(error) => prop_assert!(false, "{:?}", error),
        }
    }
}
