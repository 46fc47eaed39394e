//! Encoded replies, kept while nothing was written: a home is read far more often than anything of it changes.
//!
//! A reply is kept for the session that asked, the day in Rome and the very URL, with the store's generation from before it was made.
//! It is good only at that generation: whatever is written, by whomever, makes all of them stale, so no reply outlives a change, a
//! revoked delegation or an ended session. Nobody is served what somebody else asked for, since the session is part of the key.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use bytes::Bytes;
use http::uri::PathAndQuery;
use shared::calendar::Day;
use shared::ids::SessionId;

/// Memory for replies unless told otherwise, in bytes.
const BUDGET: usize = 8 * 1024 * 1024;
/// What a reply takes beside its bytes, about.
const OVERHEAD: usize = 256;

/// What was asked, by whom, on which day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ViewKey {
    /// By whom.
    pub session: SessionId,
    /// On which day, in Rome: what is due depends on it.
    pub day: Day,
    /// Path and query.
    pub target: PathAndQuery,
}

/// An encoded reply.
#[derive(Debug)]
pub struct View {
    generation: u64,
    /// As JSON.
    pub json: Bytes,
    packed: OnceLock<Bytes>,
}

impl View {
    /// The JSON packed by `pack`, which is asked once.
    pub fn packed(&self, pack: fn(&[u8]) -> Bytes) -> &Bytes {
        self.packed.get_or_init(|| pack(&self.json))
    }
}

/// The replies that are kept. Their memory is bounded: when the younger half is full, the older half goes.
#[derive(Debug)]
pub struct Views {
    half: usize,
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    young: HashMap<ViewKey, Arc<View>>,
    old: HashMap<ViewKey, Arc<View>>,
    /// Bytes of the young.
    bytes: usize,
}

impl Default for Views {
    fn default() -> Self {
        Self::new(BUDGET)
    }
}

impl Views {
    /// Keeps up to so many bytes.
    pub fn new(budget: usize) -> Self {
        Self { half: budget / 2, kept: Mutex::default() }
    }

    /// The reply, if it is there and of this generation of the store.
    pub fn get(&self, key: &ViewKey, generation: u64) -> Option<Arc<View>> {
        let mut kept = self.lock();
        if let Some(view) = kept.young.get(key) {
            return (view.generation == generation).then(|| Arc::clone(view));
        }
        let (key, view) = kept.old.remove_entry(key)?;
        if view.generation != generation {
            return None;
        }
        self.insert(&mut kept, key, Arc::clone(&view));
        Some(view)
    }

    /// Keeps a reply that was made from this generation of the store or a later one.
    pub fn keep(&self, key: ViewKey, generation: u64, json: Bytes) -> Arc<View> {
        let view = Arc::new(View { generation, json, packed: OnceLock::new() });
        self.insert(&mut self.lock(), key, Arc::clone(&view));
        view
    }

    fn insert(&self, kept: &mut Kept, key: ViewKey, view: Arc<View>) {
        let size = view.json.len() + key.target.as_str().len() + OVERHEAD;
        if size > self.half {
            return;
        }
        if kept.bytes + size > self.half {
            kept.old = std::mem::take(&mut kept.young);
            kept.bytes = 0;
        }
        kept.bytes += size;
        kept.young.insert(key, view);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Kept> {
        // The worst a panic elsewhere left is a wrong count of bytes, which the next turnover mends.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(session: u128, target: &'static str) -> ViewKey {
        let day = Day::new(2026, 10, 14).unwrap();
        ViewKey {
            session: SessionId::from_u128(session),
            day,
            target: PathAndQuery::from_static(target),
        }
    }

    #[test]
    fn a_reply_is_good_for_its_session_its_day_and_its_generation() {
        let views = Views::default();
        views.keep(key(1, "/home"), 7, Bytes::from_static(b"{}"));
        assert!(views.get(&key(1, "/home"), 7).is_some());
        assert!(views.get(&key(1, "/home"), 8).is_none());
        assert!(views.get(&key(2, "/home"), 7).is_none());
        assert!(views.get(&key(1, "/home?x"), 7).is_none());
        let tomorrow = ViewKey { day: Day::new(2026, 10, 15).unwrap(), ..key(1, "/home") };
        assert!(views.get(&tomorrow, 7).is_none());
    }

    #[test]
    fn memory_is_bounded_and_what_is_asked_for_stays() {
        let views = Views::new(20_000);
        let json = Bytes::from(vec![b' '; 1_000]);
        views.keep(key(0, "/home"), 1, json.clone());
        for session in 1..100 {
            views.keep(key(session, "/home"), 1, json.clone());
            assert!(views.get(&key(0, "/home"), 1).is_some(), "{session}");
            let kept = views.lock();
            assert!((kept.young.len() + kept.old.len()) * 1_000 <= 20_000);
        }
        assert!(views.get(&key(1, "/home"), 1).is_none());
        views.keep(key(0, "/huge"), 1, vec![b' '; 30_000].into());
        assert!(views.get(&key(0, "/huge"), 1).is_none());
    }
}
