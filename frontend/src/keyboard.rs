//! The keys that work on every page: the search, the choice of the company, the ways to the main pages.
//!
//! Keys of one letter can be switched off in the profile (WCAG 2.1.4); they never work while something is being typed.

use std::cell::Cell;
use std::rc::Rc;

use shared::auth::Role;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};
use yew::prelude::*;

use crate::browser;
use crate::events;
use crate::route::Route;

/// Where it is kept on this device that keys of one letter are off.
const SINGLE: &str = "cassetto.keys";
const OFF: &str = "off";
/// Milliseconds in which a second letter follows the first.
const FOLLOWS_MS: i64 = 1_500;

/// What a key leads to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shortcut {
    /// The search over everything.
    Search,
    /// The choice of for whom one works.
    Subject,
    /// The list of the keys.
    Help,
    /// A page.
    Go(Route),
}

/// The letters after `g`, and where they lead.
pub const PLACES: [(char, Route); 5] = [
    ('o', Route::Today),
    ('c', Route::Companies),
    ('n', Route::Changes),
    ('s', Route::Deadlines),
    ('e', Route::Evidence),
];

/// Whether somebody of this role has that page.
pub fn has_page(role: Role, route: Route) -> bool {
    match route {
        Route::Companies => role.has_clients() || role.is_staff(),
        Route::Changes | Route::Evidence => !matches!(role, Role::Administrator | Role::Auditor),
        Route::Queue => role.is_staff(),
        Route::Requests | Route::Deadlines => {
            !matches!(role, Role::Administrator | Role::Auditor) && !role.is_staff()
        }
        _ => true,
    }
}

/// Whether keys of one letter work on this device.
pub fn single_keys() -> bool {
    browser::recall(SINGLE).as_deref() != Some(OFF)
}

/// Switches keys of one letter on or off on this device.
pub fn set_single_keys(on: bool) {
    match on {
        true => browser::forget(SINGLE),
        false => browser::remember(SINGLE, OFF),
    }
}

/// The circumstances of a key.
#[derive(Clone, Copy, Debug, Default)]
struct Pressed {
    /// With control, or the command key.
    control: bool,
    /// With alt.
    alt: bool,
    /// While something is typed or a dialog is open.
    busy: bool,
    /// Shortly after a `g`.
    follows: bool,
    /// Keys of one letter are on.
    single: bool,
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Does {
    Nothing,
    /// The next letter says where to.
    Begins,
    This(Shortcut),
}

fn does(key: &str, pressed: Pressed) -> Does {
    if pressed.alt {
        return Does::Nothing;
    }
    if pressed.control {
        return match key {
            "k" | "K" => Does::This(Shortcut::Search),
            "j" | "J" if !pressed.busy => Does::This(Shortcut::Subject),
            _ => Does::Nothing,
        };
    }
    if pressed.busy || !pressed.single {
        return Does::Nothing;
    }
    let place = |(letter, _): &&(char, Route)| key.chars().eq([*letter]);
    match (key, pressed.follows) {
        ("/", _) => Does::This(Shortcut::Search),
        ("?", _) => Does::This(Shortcut::Help),
        ("g", false) => Does::Begins,
        (_, true) => match PLACES.iter().find(place) {
            Some((_, route)) => Does::This(Shortcut::Go(*route)),
            None => Does::Nothing,
        },
        _ => Does::Nothing,
    }
}

/// Hears the keys for as long as the component lives.
#[hook]
pub fn use_keyboard(tell: Callback<Shortcut>) {
    // The listener is one for the life of the component; what it tells to is always the latest.
    let latest = use_mut_ref(|| tell.clone());
    *latest.borrow_mut() = tell;
    use_effect_with((), move |()| {
        let since = Rc::new(Cell::new(i64::MIN));
        let listening = events::on_window("keydown", move |event| {
            let now = events::now().millis();
            let follows = now.saturating_sub(since.get()) < FOLLOWS_MS;
            since.set(i64::MIN);
            match heard(&event, follows) {
                Does::Nothing => {}
                Does::Begins => since.set(now),
                Does::This(shortcut) => {
                    event.prevent_default();
                    let tell = latest.borrow().clone();
                    tell.emit(shortcut);
                }
            }
        });
        move || drop(listening)
    });
}

fn heard(event: &Event, follows: bool) -> Does {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return Does::Nothing };
    if event.default_prevented() || key.is_composing() {
        return Does::Nothing;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let typing = target.is_some_and(|target| {
        matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    });
    let control = key.ctrl_key() || key.meta_key();
    let busy = typing && !control || browser::find("dialog[open]").is_some();
    does(&key.key(), Pressed { control, alt: key.alt_key(), busy, follows, single: single_keys() })
}

/// The letter that was pressed alone, where keys of one letter work and nothing is typed: for what one page does by itself.
pub fn letter(event: &Event) -> Option<String> {
    // A letter that follows a `g` was heard before.
    let key = event.dyn_ref::<KeyboardEvent>().filter(|_| !event.default_prevented())?;
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let typing = target
        .is_some_and(|target| target.closest("input, textarea, select").ok().flatten().is_some());
    let modified = key.ctrl_key() || key.meta_key() || key.alt_key() || key.is_composing();
    let busy = typing || modified || key.repeat() || browser::find("dialog[open]").is_some();
    (!busy && single_keys()).then(|| key.key())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FREE: Pressed =
        Pressed { control: false, alt: false, busy: false, follows: false, single: true };

    #[test]
    fn letters_work_only_while_nothing_is_typed_and_they_are_on() {
        let search = Does::This(Shortcut::Search);
        assert_eq!(does("/", FREE), search);
        assert_eq!(does("?", FREE), Does::This(Shortcut::Help));
        for silent in [
            Pressed { busy: true, ..FREE },
            Pressed { single: false, ..FREE },
            Pressed { alt: true, ..FREE },
        ] {
            for key in ["/", "?", "g"] {
                assert_eq!(does(key, silent), Does::Nothing, "{key} {silent:?}");
            }
        }
        let control = Pressed { control: true, busy: true, single: false, ..FREE };
        assert_eq!(does("k", control), search);
        assert_eq!(does("j", control), Does::Nothing);
        assert_eq!(does("j", Pressed { control: true, ..FREE }), Does::This(Shortcut::Subject));
    }

    #[test]
    fn two_letters_lead_to_a_page() {
        assert_eq!(does("g", FREE), Does::Begins);
        let follows = Pressed { follows: true, ..FREE };
        assert_eq!(does("s", follows), Does::This(Shortcut::Go(Route::Deadlines)));
        assert_eq!(does("q", follows), Does::Nothing);
        assert_eq!(does("s", FREE), Does::Nothing);
        for (at, (letter, _)) in PLACES.iter().enumerate() {
            assert!(PLACES.iter().skip(at + 1).all(|(other, _)| other != letter));
        }
    }
}
