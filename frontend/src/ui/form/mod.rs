//! What a person fills in. Nothing here loses what was typed.

pub mod checkbox;
pub mod copy_field;
pub mod error_summary;
pub mod field;
pub mod file_drop;
pub mod help;
pub mod search_field;
pub mod select;
pub mod slider;
pub mod toggle;
pub mod value;

use yew::{Callback, UseStateHandle};

/// Takes what is entered in one field into all that is typed in a form; `put` says where.
pub fn changing<S: Clone + 'static, T: 'static>(
    typed: &UseStateHandle<S>,
    put: impl Fn(&mut S, T) + 'static,
) -> Callback<T> {
    let typed = typed.clone();
    Callback::from(move |value: T| {
        let mut changed = (*typed).clone();
        put(&mut changed, value);
        typed.set(changed);
    })
}
