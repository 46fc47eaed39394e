//! The time, as something that can be given: tests travel in it.

use std::cell::Cell;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use shared::calendar::{Day, Instant};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Instant;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        // A clock set before 1970 is as good as one that stands at 1970.
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Instant::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }
}

/// A clock that stands still until it is moved or set going. It begins on Wednesday 14 October 2026 at 10:00 in Rome.
#[derive(Debug)]
pub struct TestClock {
    at: AtomicI64,
    running: OnceLock<std::time::Instant>,
}

impl Default for TestClock {
    fn default() -> Self {
        Self { at: AtomicI64::new(1_791_964_800_000), running: OnceLock::new() }
    }
}

impl TestClock {
    /// Moves it to a moment.
    pub fn set(&self, moment: Instant) {
        self.at.store(moment.millis(), Ordering::SeqCst);
    }

    /// Moves it on by so many minutes.
    pub fn advance_minutes(&self, minutes: i64) {
        self.at.fetch_add(minutes * MINUTE, Ordering::SeqCst);
    }

    /// Lets it go on by itself, as time does: what is made one after the other then has ids in that order.
    pub fn run(&self) {
        self.running.get_or_init(std::time::Instant::now);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Instant {
        let gone = self.running.get().map_or(0, |since| since.elapsed().as_millis());
        Instant::from_millis(
            self.at.load(Ordering::SeqCst) + i64::try_from(gone).unwrap_or_default(),
        )
    }
}

/// The date in Rome. Every call asks for it, so the last answer is kept for the hour that it holds: Rome's clocks change on the hour.
pub fn day_in_rome(moment: Instant) -> Day {
    thread_local! {
        static LAST: Cell<Option<(i64, Day)>> = const { Cell::new(None) };
    }
    let hour = moment.millis().div_euclid(HOUR);
    match LAST.get() {
        Some((of, day)) if of == hour => day,
        _ => {
            let day = moment.day_in_rome();
            LAST.set(Some((hour, day)));
            day
        }
    }
}

/// A minute in milliseconds.
pub const MINUTE: i64 = 60_000;
/// An hour in milliseconds.
pub const HOUR: i64 = 60 * MINUTE;
/// A day of 24 hours in milliseconds.
pub const DAY: i64 = 24 * HOUR;

#[cfg(test)]
mod tests {
    use shared::calendar::Instant;

    use super::*;

    #[test]
    fn the_kept_date_is_that_of_the_moment() {
        // By the half hour, forth and back over both changes of the clocks.
        for millis in (1_774_000_000_000..1_793_000_000_000).step_by(30 * 60_000) {
            for moment in [millis, millis - HOUR].map(Instant::from_millis) {
                assert_eq!(day_in_rome(moment), moment.day_in_rome(), "{moment:?}");
            }
        }
    }

    #[test]
    fn the_test_clock_begins_where_it_says_and_moves_when_told() {
        let clock = TestClock::default();
        assert_eq!(
            Some(clock.now().clock_in_rome()),
            Day::new(2026, 10, 14).map(|day| (day, 10, 0))
        );
        clock.advance_minutes(90);
        assert_eq!(
            Some(clock.now().clock_in_rome()),
            Day::new(2026, 10, 14).map(|day| (day, 11, 30))
        );
    }
}
