//! The keys, listed; those of one letter can be switched off.

use shared::auth::Role;
use shared::lang::Lang;
use yew::prelude::*;

use super::text::texts;
use crate::i18n::use_lang;
use crate::keyboard::{PLACES, has_page, set_single_keys, single_keys};
use crate::layout::title;
use crate::route::Route;
use crate::session::use_viewer;
use crate::ui::Toggle;

/// The list and the switch.
#[component]
pub fn Keys() -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let words = texts(lang);
    let single = use_state_eq(single_keys);
    let onchange = {
        let single = single.setter();
        Callback::from(move |on: bool| {
            set_single_keys(on);
            single.set(on);
        })
    };
    let [asking, answering] = words.request_keys;
    let in_request = if viewer.role.is_staff() { answering } else { asking };
    html! {
        <div class="stack">
            <dl class="keys">
                { for everywhere(viewer.role, lang).into_iter().map(|(keys, what)| line(&keys, &what)) }
            </dl>
            <h3>{ words.in_grid }</h3>
            <dl class="keys">{ for words.grid_keys.iter().map(|(keys, what)| line(keys, what)) }</dl>
            if has_requests(viewer.role) {
                <h3>{ words.in_request }</h3>
                <dl class="keys">
                    { for in_request.iter().map(|(keys, what)| line(keys, what)) }
                </dl>
            }
            <Toggle label={words.single} helper={words.single_text} checked={*single} {onchange} />
        </div>
    }
}

/// Whether somebody of this role reads conversations.
fn has_requests(role: Role) -> bool {
    has_page(role, Route::Requests) || has_page(role, Route::Queue)
}

fn everywhere(role: Role, lang: Lang) -> Vec<(String, String)> {
    let words = texts(lang);
    let fixed = [
        ("Ctrl K", words.search_key),
        ("/", words.search_key),
        ("Ctrl J", words.subject),
        ("?", words.keys),
    ];
    let fixed = fixed.map(|(keys, what)| (keys.to_owned(), what.to_owned()));
    let places = PLACES.iter().filter(|(_, route)| has_page(role, *route));
    let places = places.map(|(letter, route)| {
        (["g ", &letter.to_string()].concat(), title(*route, None, lang).to_string())
    });
    fixed.into_iter().chain(places).collect()
}

fn line(keys: &str, what: &str) -> Html {
    html! {
        <div>
            <dt>{ for keys.split(' ').map(|key| html! { <kbd>{ key }</kbd> }) }</dt>
            <dd>{ what }</dd>
        </div>
    }
}
