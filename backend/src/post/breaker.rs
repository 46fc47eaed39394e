//! Letting the other side rest that does not answer: waiting for it would keep everything else from being done.

use std::sync::{Mutex, PoisonError};

use shared::calendar::Instant;
use shared::notifications::Why;

use crate::clock::MINUTE;

/// Failures in a row after which nothing is tried for a while.
const IN_A_ROW: u32 = 3;
/// How long, in milliseconds. After it one letter is tried, and decides.
const REST: i64 = MINUTE;

#[derive(Debug, Default)]
pub(super) struct Breaker(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    failures: u32,
    until: Option<Instant>,
}

impl Breaker {
    /// Until when nothing is tried.
    pub(super) fn rests_until(&self, now: Instant) -> Option<Instant> {
        let state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.until.filter(|until| *until > now)
    }

    /// Remembers how it went. Only what says that the other side is not there counts: a refused address is an answer.
    pub(super) fn note(&self, now: Instant, trouble: Option<Why>) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if matches!(trouble, Some(Why::Unreachable | Why::Busy)) {
            state.failures = state.failures.saturating_add(1);
            state.until = (state.failures >= IN_A_ROW).then(|| now.plus_millis(REST));
        } else {
            *state = State::default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Breaker, IN_A_ROW, Instant, REST, Why};

    #[test]
    fn after_some_failures_it_rests_and_one_letter_decides() {
        let (breaker, now) = (Breaker::default(), Instant::from_millis(0));
        for _ in 0..IN_A_ROW {
            assert_eq!(breaker.rests_until(now), None);
            breaker.note(now, Some(Why::Unreachable));
        }
        let later = now.plus_millis(REST);
        assert_eq!(breaker.rests_until(now), Some(later));
        assert_eq!(breaker.rests_until(later), None);
        breaker.note(later, Some(Why::Busy));
        assert_eq!(breaker.rests_until(later), Some(later.plus_millis(REST)));
        breaker.note(later, None);
        assert_eq!(breaker.rests_until(later), None);
        for _ in 0..10 {
            breaker.note(later, Some(Why::AddressRefused));
        }
        assert_eq!(breaker.rests_until(later), None);
    }
}
