//! Choices of how things look, kept on this device and seen at once by all who show them.

use yew::prelude::*;

use crate::browser;
use crate::events;

/// What is heard by all who show the same choice.
const CHANGED: &str = "cassetto-kept";

/// A choice and the way to change it; nothing for what is usual. All who use it see the change.
#[hook]
pub fn use_kept(key: &'static str) -> (Option<String>, Callback<Option<String>>) {
    let value = use_state_eq(|| browser::recall(key));
    use_effect_with((), {
        let value = value.setter();
        move |()| {
            let listening = events::on_window(CHANGED, move |_| value.set(browser::recall(key)));
            move || drop(listening)
        }
    });
    let set = use_callback((), move |wanted: Option<String>, ()| {
        match wanted {
            Some(wanted) => browser::remember(key, &wanted),
            None => browser::forget(key),
        }
        if let (Some(window), Ok(event)) = (browser::window(), Event::new(CHANGED)) {
            // Nobody cancels it.
            let _ = window.dispatch_event(&event);
        }
    });
    ((*value).clone(), set)
}
