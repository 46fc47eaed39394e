//! What was written for an act and not sent, only for whoever wrote it. All of it is in the memory of the page: a session that ends
//! meanwhile and a look elsewhere lose none of it. The words and documents are on the server besides, for a reload and another device.

use std::cell::RefCell;

use shared::ids::{PersonId, RequestId};
use shared::requests::{Keep, Kind, Line, Thread, What};
use yew::prelude::*;

use crate::remote::{use_action, use_pauses};
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

/// With what a form begins: what was written in this page, or else the words that the server keeps.
pub(super) fn begin(person: PersonId, thread: &Thread) -> Unsent {
    of(person, thread.id).unwrap_or_else(|| match &thread.unsent {
        // The field of a reply is open by itself.
        Some(unsent) => {
            (Some(unsent.kind).filter(|kind| *kind != Kind::Reply), Written::of(unsent))
        }
        None => <_>::default(),
    })
}

/// What the server keeps of what is written, and after which line of whoever writes it was written; nothing of what is blank.
pub(super) type Words = Option<(u32, shared::requests::Unsent)>;

/// Keeps what is written on the server at every pause; gives what is there.
#[hook]
pub(super) fn use_words(thread: &Thread, kind: Kind, written: &Written) -> UseStateHandle<Words> {
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
    use_pauses(&keep, words, due, move |words: Words| {
        sent.replace(words);
        Keep { request, after, unsent }
    });
    kept
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
