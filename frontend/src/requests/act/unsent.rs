//! What was written for an act and not sent, in the memory of the page only, and only for whoever wrote it: a session that ends meanwhile
//! and a look elsewhere lose none of it.

use std::cell::RefCell;

use shared::ids::{PersonId, RequestId};
use shared::requests::Kind;

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

/// What this person wrote about a request and did not send.
pub(super) fn of(person: PersonId, request: RequestId) -> Unsent {
    UNSENT.with_borrow(|(owner, kept)| {
        let found = kept.iter().find(|(of, _)| *owner == person && *of == request);
        found.map(|(_, unsent)| unsent.clone()).unwrap_or_default()
    })
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
        assert_eq!(of(one, first), (Some(Kind::Note), written("a")));
        assert_eq!(of(other, first), Unsent::default());
        keep(one, first, Unsent::default());
        assert_eq!(of(one, first), Unsent::default());
        assert_eq!(of(one, second).1, written("b"));
        keep(other, first, (None, written("c")));
        assert_eq!(of(one, second), Unsent::default());
    }
}
