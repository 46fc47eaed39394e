//! What is known of sessions in memory: who calls, and when last.
//!
//! Every call resolves a session, so this must cost next to nothing: a resolved session is kept with the store's generation and is good
//! while nothing was written. The moment of the last call is kept here and written down every [`WRITTEN_EVERY`], since a durable write
//! for each call would be the dearest part of it. A crash loses at most that much of it, and the session then ends so much earlier.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use shared::calendar::Instant;

use super::table::{Hash, Session};
use crate::access::Caller;
use crate::clock::MINUTE;

/// How late the moment of the last call may be written down, in milliseconds.
pub const WRITTEN_EVERY: i64 = 5 * MINUTE;
/// Sessions kept at most; beyond, those longest unseen are looked up again.
const KEPT: usize = 10_000;

/// A session as resolved.
#[derive(Debug)]
pub struct Resolved {
    /// The stored session.
    pub session: Session,
    /// Who calls.
    pub caller: Arc<Caller>,
}

#[derive(Debug)]
struct Seen {
    generation: u64,
    resolved: Arc<Resolved>,
    last: Instant,
}

/// The sessions seen by this process.
#[derive(Debug, Default)]
pub struct Live(Mutex<HashMap<Hash, Seen>>);

impl Live {
    /// The session, if it was resolved at this generation of the store and goes on at this call, which counts as its last then.
    pub(super) fn call(
        &self,
        hash: &Hash,
        generation: u64,
        now: Instant,
        lasts: impl FnOnce(&Session, Instant) -> bool,
    ) -> Option<Arc<Resolved>> {
        let mut seen = self.lock();
        let seen = seen.get_mut(hash).filter(|seen| seen.generation == generation)?;
        lasts(&seen.resolved.session, seen.last).then(|| {
            seen.last = now;
            Arc::clone(&seen.resolved)
        })
    }

    /// As [`Live::call`], without counting as one.
    pub(super) fn peek(
        &self,
        hash: &Hash,
        generation: u64,
        lasts: impl FnOnce(&Session, Instant) -> bool,
    ) -> Option<Arc<Resolved>> {
        let seen = self.lock();
        let seen = seen.get(hash).filter(|seen| seen.generation == generation)?;
        lasts(&seen.resolved.session, seen.last).then(|| Arc::clone(&seen.resolved))
    }

    /// The last call that is known of, if any.
    pub(super) fn last(&self, hash: &Hash) -> Option<Instant> {
        self.lock().get(hash).map(|seen| seen.last)
    }

    /// Keeps what was resolved at a generation, as called now.
    pub(super) fn keep(&self, hash: Hash, generation: u64, resolved: Arc<Resolved>, now: Instant) {
        let mut seen = self.lock();
        if seen.len() >= KEPT && !seen.contains_key(&hash) {
            thin_out(&mut seen);
        }
        seen.insert(hash, Seen { generation, resolved, last: now });
    }

    /// Forgets a session that ended.
    pub(super) fn forget(&self, hash: &Hash) {
        self.lock().remove(hash);
    }

    /// The last calls that are so many milliseconds later than what is written down.
    pub(super) fn unwritten(&self, by: i64) -> Vec<(Hash, Instant)> {
        let seen = self.lock();
        let late =
            |seen: &Seen| seen.last.millis() - seen.resolved.session.last_seen.millis() >= by;
        seen.iter().filter(|(_, seen)| late(seen)).map(|(hash, seen)| (*hash, seen.last)).collect()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Hash, Seen>> {
        // The map is whole after every statement, so a panic elsewhere did not break it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Drops the half longest unseen.
fn thin_out(seen: &mut HashMap<Hash, Seen>) {
    let mut moments: Vec<i64> = seen.values().map(|seen| seen.last.millis()).collect();
    let middle = moments.len() / 2;
    let (_, median, _) = moments.select_nth_unstable(middle);
    let median = *median;
    seen.retain(|_, seen| seen.last.millis() > median);
}
