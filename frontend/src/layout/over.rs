//! What can lie over a page, and which keys call it.

use yew::prelude::*;

use crate::keyboard::{Shortcut, has_page, use_keyboard};
use crate::route::Route;
use crate::router::use_navigator;
use crate::session::use_viewer;

/// What lies over a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Overlay {
    /// The search over everything.
    Search,
    /// The list of the keys.
    Help,
}

/// Draws an overlay; it is told how to close it, and what does what a command asks of the frame.
pub type Over = fn(Overlay, Callback<()>, Callback<Shortcut>) -> Html;

/// The same as props: a bundle has one for as long as it runs.
#[derive(Clone, Copy)]
pub struct Drawn(pub Option<Over>);

impl PartialEq for Drawn {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Hears the keys of every page. What a bundle cannot lay over the page is a page of the other one.
#[hook]
pub fn use_over(over: Option<Over>, picking: UseStateSetter<bool>) -> (Html, Callback<Shortcut>) {
    let (viewer, navigator) = (use_viewer(), use_navigator());
    let shown = use_state_eq(|| None::<Overlay>);
    let act = {
        let (viewer, shown) = (viewer.clone(), shown.setter());
        Callback::from(move |shortcut: Shortcut| {
            let go = |route: Route| {
                if let Some(navigator) = &navigator {
                    navigator.push(&route.href());
                }
            };
            match (shortcut, over) {
                (Shortcut::Search, Some(_)) => shown.set(Some(Overlay::Search)),
                (Shortcut::Help, Some(_)) => shown.set(Some(Overlay::Help)),
                (Shortcut::Search, None) => go(Route::Search),
                (Shortcut::Help, None) => go(Route::Profile),
                (Shortcut::Subject, _) => picking.set(viewer.can_switch),
                (Shortcut::Go(route), _) if has_page(viewer.role, route) => go(route),
                (Shortcut::Go(_), _) => {}
            }
        })
    };
    use_keyboard(act.clone());
    let close = {
        let shown = shown.setter();
        Callback::from(move |()| shown.set(None))
    };
    let drawn = over.zip(*shown).map(|(over, overlay)| over(overlay, close, act.clone()));
    (drawn.unwrap_or_default(), act)
}
