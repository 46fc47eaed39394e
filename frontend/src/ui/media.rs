//! What the screen is like, for the few things that are drawn differently rather than only styled differently.

use crate::browser;
use crate::events;
use yew::prelude::*;

/// As wide as a tablet: rows stand in a table if it has room, not always in cards.
pub const TABLET: &str = "(min-width: 768px)";
/// As wide as a desk: a list and what was opened from it stand side by side.
pub const DESK: &str = "(min-width: 1200px)";

/// Whether a media query holds now.
pub fn holds(query: &str) -> bool {
    let list = browser::window().and_then(|window| window.match_media(query).ok().flatten());
    list.is_some_and(|list| list.matches())
}

/// Whether a media query holds now; follows it when it changes.
#[hook]
pub fn use_media(query: &'static str) -> bool {
    let ask = move || browser::window()?.match_media(query).ok()?;
    let holds = use_state_eq(|| holds(query));
    use_effect_with((), {
        let holds = holds.setter();
        move |()| {
            let listening = ask().map(|list| {
                let asked = list.clone();
                events::listen(list.into(), "change", move |_| holds.set(asked.matches()))
            });
            move || drop(listening)
        }
    });
    *holds
}
