//! What was written for an act and not sent, only for whoever wrote it. All of it is in the memory of the page: a session that ends
//! meanwhile and a look elsewhere lose none of it. The words are on the server besides, for a reload and another device.

use std::cell::RefCell;

use shared::ids::{PersonId, RequestId};
use shared::requests::{Keep, Kind, Thread};
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
        Some(unsent) => (
            Some(unsent.kind).filter(|kind| *kind != Kind::Reply),
            Written { text: unsent.text.clone(), ..Written::default() },
        ),
        None => <_>::default(),
    })
}

/// Keeps the words on the server at every pause; gives those that are there.
#[hook]
pub(super) fn use_words(thread: &Thread, kind: Kind, text: &str) -> UseStateHandle<String> {
    let known = thread.unsent.as_ref();
    let kept = use_state_eq(|| known.map(|unsent| unsent.text.clone()).unwrap_or_default());
    let sent = use_mut_ref(String::new);
    let keep = use_action::<Keep>({
        let (kept, sent) = (kept.setter(), sent.clone());
        Callback::from(move |()| kept.set(sent.borrow().clone()))
    });
    let request = thread.id;
    use_pauses(&keep, text.to_owned(), *kept != text, move |text: String| {
        sent.replace(text.clone());
        Keep { request, unsent: shared::requests::Unsent { kind, text } }
    });
    kept
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
