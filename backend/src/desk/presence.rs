//! Who has a request open, in the memory of this process and for some seconds only.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use shared::calendar::Instant;
use shared::desk::{Doing, GONE_SECONDS, Here, Other, Present, presence};
use shared::ids::{PersonId, RequestId};

use crate::app::App;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::people::service as people;
use crate::requests::service as requests;

/// Who has which request open.
#[derive(Debug, Default)]
pub struct Presence {
    open: Mutex<HashMap<RequestId, Vec<Visitor>>>,
}

/// Somebody who has a request open, in however many tabs.
#[derive(Clone, Debug)]
struct Visitor {
    person: PersonId,
    name: String,
    writing: bool,
    since: Instant,
    /// When they were heard of last.
    seen: Instant,
}

impl Presence {
    fn lock(&self) -> MutexGuard<'_, HashMap<RequestId, Vec<Visitor>>> {
        // A panic elsewhere left at worst somebody who is gone in some seconds.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes what somebody does; who else is there, and whether these see something new by it.
    fn note(
        &self,
        request: RequestId,
        (person, name): (PersonId, String),
        doing: Doing,
        now: Instant,
    ) -> (Vec<Visitor>, bool) {
        let mut open = self.lock();
        let gone = now.plus_millis(-i64::from(GONE_SECONDS) * 1_000);
        // Whoever only closed their lid leaves nothing behind.
        open.retain(|_, visitors| {
            visitors.retain(|one| one.seen > gone);
            !visitors.is_empty()
        });
        let visitors = open.entry(request).or_default();
        let before = visitors.iter().position(|one| one.person == person);
        let (was, since) = match before.map(|at| visitors.remove(at)) {
            Some(before) => (Some(before.writing), before.since),
            None => (None, now),
        };
        let is = (doing != Doing::Gone).then_some(doing == Doing::Writing);
        let others = visitors.clone();
        visitors.extend(is.map(|writing| Visitor { person, name, writing, since, seen: now }));
        (others, was != is)
    }
}

pub(super) async fn here(app: App, call: Call, request: Here) -> Result<Answer<Present>> {
    let (caller, today, now) = (call.caller, app.today(), app.now());
    let Here { request: id, doing } = request;
    let name = app.store().read(|tx| {
        requests::matter(tx, &caller, id, today)?;
        people::by_id(tx, caller.person)
    })?;
    let name = name.map(|person| person.name).unwrap_or_default();
    let (mut others, changed) = app.presence().note(id, (caller.person, name), doing, now);
    if changed {
        let people: Vec<PersonId> = others.iter().map(|one| one.person).collect();
        app.tabs().whisper(&people, &presence(id));
    }
    others.sort_by_key(|one| one.since);
    let other = |one: Visitor| Other { name: one.name, writing: one.writing, since: one.since };
    Ok(Present { others: others.into_iter().map(other).collect() }.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_is_there_until_they_go_or_are_not_heard_of() {
        let (presence, request) = (Presence::default(), RequestId::from_u128(1));
        let at = |seconds: i64| Instant::from_millis(seconds * 1_000);
        let who = |id: u128| (PersonId::from_u128(id), format!("P{id}"));
        let note = |id, doing, seconds| {
            let (others, changed) = presence.note(request, who(id), doing, at(seconds));
            let others: Vec<_> = others.into_iter().map(|one| (one.name, one.writing)).collect();
            (others, changed)
        };
        assert_eq!(note(1, Doing::Reading, 0), (vec![], true));
        assert_eq!(note(1, Doing::Reading, 10), (vec![], false));
        assert_eq!(note(2, Doing::Writing, 12), (vec![("P1".to_owned(), false)], true));
        assert_eq!(note(1, Doing::Reading, 20), (vec![("P2".to_owned(), true)], false));
        assert_eq!(note(2, Doing::Gone, 21), (vec![("P1".to_owned(), false)], true));
        assert_eq!(note(1, Doing::Writing, 22), (vec![], true));
        assert_eq!(note(3, Doing::Reading, 22 + i64::from(GONE_SECONDS)), (vec![], true));
        assert_eq!(presence.lock().len(), 1);
    }
}
