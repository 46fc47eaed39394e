//! Allowances of calls: a bucket of tokens for each class and caller, in a map that cannot grow.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use shared::endpoint::RateClass;
use shared::fault::Fault;
use shared::ids::{PersonId, SessionId};

use super::settings::{Rate, Rates};

/// Buckets kept at most.
const BUCKETS: usize = 4_096;

/// On whose account a call goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Account {
    /// A session's.
    Session(SessionId),
    /// A person's, over all their sessions.
    Person(PersonId),
    /// An address's, for whoever is not signed in; see [`network`].
    Address(IpAddr),
}

/// What one party can have many of is counted as one: the /64 of an IPv6 address.
pub fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(six) => IpAddr::V6((six.to_bits() & !u128::from(u64::MAX)).into()),
        four => four,
    }
}

/// Counts calls against their allowances.
pub struct Limiter {
    rates: Rates,
    buckets: Mutex<HashMap<(RateClass, Account), Bucket>>,
}

#[derive(Clone, Copy)]
struct Bucket {
    /// Calls left, as of `at`.
    left: f64,
    at: Instant,
}

impl Bucket {
    /// With what came in since.
    fn refilled(self, rate: Rate, now: Instant) -> Self {
        let came_in = now.saturating_duration_since(self.at).as_secs_f64()
            * f64::from(rate.per_minute)
            / 60.0;
        Self { left: (self.left + came_in).min(f64::from(rate.burst)), at: now }
    }
}

impl Limiter {
    /// A limiter with these allowances.
    pub fn new(rates: Rates) -> Self {
        Self { rates, buckets: Mutex::default() }
    }

    /// Counts a call.
    ///
    /// # Errors
    /// [`Fault::TooMany`] with the seconds after which there will be one to spend.
    pub fn count(&self, class: RateClass, account: Account, now: Instant) -> Result<(), Fault> {
        let rate = self.rates.of(class);
        // A bucket is whole after every statement, so a panic elsewhere did not break the map.
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= BUCKETS && !buckets.contains_key(&(class, account)) {
            self.thin_out(&mut buckets, now);
        }
        let full = Bucket { left: f64::from(rate.burst), at: now };
        let bucket = buckets.entry((class, account)).or_insert(full);
        *bucket = bucket.refilled(rate, now);
        if bucket.left < 1.0 {
            let seconds = (1.0 - bucket.left) * 60.0 / f64::from(rate.per_minute.max(1));
            return Err(Fault::TooMany(seconds.ceil() as u32));
        }
        bucket.left -= 1.0;
        Ok(())
    }

    /// Drops buckets that are full again, which are as good as none; if all are in use, the half used longest ago.
    fn thin_out(&self, buckets: &mut HashMap<(RateClass, Account), Bucket>, now: Instant) {
        buckets.retain(|(class, _), bucket| {
            let rate = self.rates.of(*class);
            bucket.refilled(rate, now).left < f64::from(rate.burst)
        });
        if buckets.len() >= BUCKETS {
            let mut moments: Vec<Instant> = buckets.values().map(|bucket| bucket.at).collect();
            let middle = moments.len() / 2;
            let (_, median, _) = moments.select_nth_unstable(middle);
            let median = *median;
            buckets.retain(|_, bucket| bucket.at > median);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn limiter() -> Limiter {
        Limiter::new(Rates { read: Rate { burst: 2, per_minute: 60 }, ..Rates::default() })
    }

    fn session(number: u128) -> Account {
        Account::Session(SessionId::from_u128(number))
    }

    #[test]
    fn a_burst_is_allowed_and_then_what_comes_in() {
        let (limiter, start) = (limiter(), Instant::now());
        let after = |millis| start + Duration::from_millis(millis);
        let call = |who, millis| limiter.count(RateClass::Read, session(who), after(millis));
        assert_eq!([call(1, 0), call(1, 0), call(1, 0)], [Ok(()), Ok(()), Err(Fault::TooMany(1))]);
        assert_eq!(call(2, 0), Ok(()), "another's account is another's");
        assert_eq!(
            limiter.count(RateClass::Write, session(1), start),
            Ok(()),
            "another class is another account"
        );
        assert_eq!(
            [call(1, 900), call(1, 1_000), call(1, 1_000)],
            [Err(Fault::TooMany(1)), Ok(()), Err(Fault::TooMany(1))]
        );
        assert_eq!(
            [call(1, 60_000), call(1, 60_000), call(1, 60_000)],
            [Ok(()), Ok(()), Err(Fault::TooMany(1))]
        );
    }

    #[test]
    fn strangers_without_number_take_bounded_memory_and_nobody_is_refused_for_them() {
        let (limiter, start) = (limiter(), Instant::now());
        for number in 0..3 * BUCKETS as u128 {
            let now = start + Duration::from_micros(number as u64);
            assert_eq!(limiter.count(RateClass::Read, session(number), now), Ok(()));
            assert!(limiter.buckets.lock().unwrap().len() <= BUCKETS);
        }
    }

    #[test]
    fn a_network_is_one_party() {
        let network = |text: &str| network(text.parse().unwrap()).to_string();
        assert_eq!(network("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!(network("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(network("192.0.2.7"), "192.0.2.7");
    }
}
