//! What was written for an act and not sent, only for whoever wrote it. All of it is in the memory of the page: a session that ends
//! meanwhile and a look elsewhere lose none of it. The words and documents are on the server besides, for a reload and another device; and
//! on this device as long as there is no network.

use std::cell::RefCell;

use serde::{Deserialize, Serialize};
use shared::calendar::Instant;
use shared::ids::{PersonId, RequestId};
use shared::requests::{Keep, Kind, Line, Thread, What};
use yew::prelude::*;

use crate::api::CallError;
use crate::events;
use crate::remote::{use_action, use_pauses};
use crate::requests::new::device::{self, OnDevice};
use crate::requests::written::Written;

/// The act whose form is open, and what was written.
type Unsent = (Option<Kind>, Written);

thread_local! {
    static UNSENT: RefCell<(PersonId, Vec<(RequestId, Unsent)>)> = RefCell::default();
}

/// Keeps what was written about a request; nothing if nothing was. Another person begins anew.
pub(super) fn keep(person: PersonId, request: RequestId, unsent: Unsent) {
    UNSENT.with_borrow_mut(|(owner, kept)| {
        if *owner != person {
            kept.clear();
            *owner = person;
        }
        kept.retain(|(of, _)| *of != request);
        if unsent.1 != Written::default() {
            kept.push((request, unsent));
        }
    });
}

/// What this person wrote about a request and did not send, if it was in this page.
fn of(person: PersonId, request: RequestId) -> Option<Unsent> {
    UNSENT.with_borrow(|(owner, kept)| {
        let found = kept.iter().find(|(of, _)| *owner == person && *of == request);
        found.map(|(_, unsent)| unsent.clone())
    })
}

/// What was written in a conversation and found no network: on this device until the server has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(in crate::requests) struct Unkept {
    person: PersonId,
    request: RequestId,
    at: Instant,
    unsent: shared::requests::Unsent,
}

impl OnDevice for Unkept {
    const KEY: &'static str = "cassetto.unsent";
    type Place = RequestId;

    fn place(&self) -> RequestId {
        self.request
    }
    fn person(&self) -> PersonId {
        self.person
    }
    fn at(&self) -> Instant {
        self.at
    }
}

/// It is on the server, sent or given up.
pub(super) fn forget(person: PersonId, request: RequestId) {
    device::forget::<Unkept>(person, &request);
}

/// With what a form begins: what was written in this page, or else on this device, or else the words that the server keeps.
pub(super) fn begin(person: PersonId, thread: &Thread) -> Unsent {
    let unkept = || device::all::<Unkept>(person).into_iter().find(|one| one.request == thread.id);
    let words = || unkept().map(|one| one.unsent).or_else(|| thread.unsent.clone());
    of(person, thread.id).unwrap_or_else(|| match words() {
        // The field of a reply is open by itself.
        Some(unsent) => {
            (Some(unsent.kind).filter(|kind| *kind != Kind::Reply), Written::of(&unsent))
        }
        None => <_>::default(),
    })
}

/// What the server keeps of what is written, and after which line of whoever writes it was written; nothing of what is blank.
pub(super) type Words = Option<(u32, shared::requests::Unsent)>;

/// Keeps what is written on the server at every pause, and on this device while there is no network. What the server has, and whether it is
/// on the device, where it is not on the server for want of a network.
#[hook]
pub(super) fn use_words(
    person: PersonId,
    thread: &Thread,
    kind: Kind,
    written: &Written,
) -> (UseStateHandle<Words>, Option<bool>) {
    let after = last_act(thread);
    let kept = use_state_eq(|| thread.unsent.clone().map(|unsent| (after, unsent)));
    let sent = use_mut_ref(Words::default);
    let keep = use_action::<Keep>({
        let (kept, sent) = (kept.setter(), sent.clone());
        Callback::from(move |()| kept.set(sent.borrow().clone()))
    });
    let (request, unsent) = (thread.id, written.unsent(kind));
    let words = Some((after, unsent.clone())).filter(|(_, unsent)| !unsent.is_blank());
    let due = *kept != words;
    let standing = (due, keep.error == Some(CallError::Offline));
    let there = use_unkept(person, thread.id, unsent.clone(), standing);
    use_pauses(&keep, words, due, move |words: Words| {
        sent.replace(words);
        Keep { request, after, unsent }
    });
    (kept, there)
}

/// Keeps what is written on this device where it is due and found no network, and forgets it when it is due no more.
#[hook]
fn use_unkept(
    person: PersonId,
    request: RequestId,
    unsent: shared::requests::Unsent,
    standing: (bool, bool),
) -> Option<bool> {
    let there = use_state_eq(|| None::<bool>);
    use_effect_with((unsent, standing), {
        let there = there.setter();
        move |(unsent, standing)| match standing {
            (true, true) => {
                let (at, unsent) = (events::now(), unsent.clone());
                there.set(Some(device::keep(Unkept { person, request, at, unsent })));
            }
            (false, _) => {
                forget(person, request);
                there.set(None);
            }
            // It may be on its way.
            (true, false) => {}
        }
    });
    *there
}

/// The number of the last line that is an act of the caller's; 0 for none.
fn last_act(thread: &Thread) -> u32 {
    let acts = |line: &&Line| line.by.me && matches!(line.what, What::Done(_));
    thread.lines.iter().rev().find(acts).map_or(0, |line| line.number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_sent_is_its_writers_until_it_is_sent() {
        let (one, other) = (PersonId::from_u128(1), PersonId::from_u128(2));
        let (first, second) = (RequestId::from_u128(1), RequestId::from_u128(2));
        let written = |text: &str| Written { text: text.to_owned(), ..Written::default() };
        keep(one, first, (Some(Kind::Note), written("a")));
        keep(one, second, (None, written("b")));
        assert_eq!(of(one, first), Some((Some(Kind::Note), written("a"))));
        assert_eq!(of(other, first), None);
        keep(one, first, Unsent::default());
        assert_eq!(of(one, first), None);
        assert_eq!(of(one, second), Some((None, written("b"))));
        keep(other, first, (None, written("c")));
        assert_eq!(of(one, second), None);
    }
}
