//! Every component in every state, for the eye and for the accessibility checks: `/_ui`, in the demo only.
//!
//! `#frame` and `#plain` show the two frames alone, as a page would be.

mod actions;
mod forms;
mod frames;
mod pictures;
mod sample;
mod shows;
mod states;
mod surfaces;

use crate::legal::NotFound;
use crate::session::use_session;
use crate::ui::{LanguageMenu, ThemeSwitch};
use sample::SECTIONS;
use shared::session::SignInWay;
use yew::prelude::*;

/// The gallery page. Put it inside a router, a `LangProvider` and a `ToastHost`.
#[component]
pub fn Gallery() -> Html {
    match use_session().ways.as_ref().map(|ways| ways.contains(&SignInWay::Demo)) {
        Some(true) => {}
        Some(false) => return html! { <main id="main" class="gallery"><NotFound /></main> },
        None => return html! {},
    }
    match crate::browser::window().and_then(|window| window.location().hash().ok()).as_deref() {
        Some("#frame") => return html! { <frames::Framed /> },
        Some("#plain") => return html! { <frames::Plain /> },
        _ => {}
    }
    let [actions, shows, surfaces, forms, states] = SECTIONS;
    let section = |title: &'static str, content: Html| {
        html! { <section class="stack"><h2>{ title }</h2>{ content }</section> }
    };
    html! {
        <main id="main" class="gallery stack">
            <h1>{ sample::TITLE }</h1>
            <div class="row"><ThemeSwitch /><LanguageMenu /></div>
            { section(actions, html! { <actions::Actions /> }) }
            { section(shows, html! { <shows::Shows /> }) }
            { section(surfaces, html! { <surfaces::Surfaces /> }) }
            { section(forms, html! { <forms::Forms /> }) }
            { section(states, html! { <states::States /> }) }
        </main>
    }
}
