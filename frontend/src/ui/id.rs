//! Ids that tie a label, a helper or an error to its control.

use std::cell::Cell;
use yew::prelude::*;

thread_local! {
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// An id no other element of the page has, the same for the life of the component.
#[hook]
pub fn use_id(prefix: &'static str) -> AttrValue {
    let id = use_memo((), |()| {
        let number = NEXT.get();
        NEXT.set(number + 1);
        AttrValue::from(format!("{prefix}-{number}"))
    });
    (*id).clone()
}
