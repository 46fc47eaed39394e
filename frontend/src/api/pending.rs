//! What a new load of the page would lose: an upload under way, a write without its answer, a form that was not sent. While there is
//! any, a new version of the app waits (`install`).

use std::cell::{Cell, RefCell};

use yew::prelude::*;

use crate::events;

thread_local! {
    static PENDING: Cell<u32> = const { Cell::new(0) };
    /// What waits until nothing is pending.
    static AFTER: RefCell<Option<Callback<()>>> = const { RefCell::new(None) };
}

/// Something that a new load would lose, for as long as this lives.
pub struct Pending(());

impl Pending {
    /// Begins.
    pub fn begin() -> Self {
        PENDING.set(PENDING.get() + 1);
        Self(())
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        PENDING.set(PENDING.get().saturating_sub(1));
        if let Some(act) = AFTER.with_borrow_mut(|act| act.take_if(|_| PENDING.get() == 0)) {
            act.emit(());
        }
    }
}

/// Acts at once if nothing would be lost, or else as soon as that is so; tells which.
pub fn when_nothing_is_pending(act: Callback<()>) -> bool {
    let now = PENDING.get() == 0;
    match now {
        true => act.emit(()),
        false => AFTER.set(Some(act)),
    }
    now
}

/// Holds a new version back while there is something that was not sent.
#[hook]
pub fn use_pending(there: bool) {
    use_effect_with(there, |there| {
        let pending = there.then(Pending::begin);
        move || drop(pending)
    });
}

/// Has the browser ask before it goes to another document without something that was not sent.
#[hook]
pub fn use_leaving(there: bool) {
    use_effect_with(there, |there| {
        let leaving =
            there.then(|| events::on_window("beforeunload", |event| event.prevent_default()));
        move || drop(leaving)
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::rc::Rc;

    #[test]
    fn what_would_lose_something_waits_for_all_of_it() {
        let done = Rc::new(Cell::new(0));
        let act = {
            let done = done.clone();
            Callback::from(move |()| done.set(done.get() + 1))
        };
        let (upload, form) = (Pending::begin(), Pending::begin());
        assert!(!when_nothing_is_pending(act.clone()));
        drop(upload);
        assert_eq!(done.get(), 0);
        drop(form);
        assert_eq!(done.get(), 1);
        assert!(when_nothing_is_pending(act));
        assert_eq!(done.get(), 2);
    }
}
