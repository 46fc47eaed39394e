//! What stands in the place of the grid while there are no clients: the first steps, each leading to where it is taken.

use shared::auth::Role;
use yew::prelude::*;

use super::text::texts;
use crate::i18n::use_lang;
use crate::layout::hands_in;
use crate::preflight;
use crate::route::Route;
use crate::session::use_viewer;
use crate::ui::{Card, EmptyState, IconName, List, ListItem};

/// The steps of whoever acts by delegation. An office has nothing to begin with: companies are its own by their positions.
#[component]
pub fn Start() -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let words = texts(lang);
    if !viewer.role.has_clients() {
        let (title, text) = words.no_companies;
        return html! { <EmptyState {title} {text} icon={IconName::Building} /> };
    }
    // Who works in a practice is given clients by its head.
    let first = match viewer.role {
        Role::Collaborator => words.start_assigned,
        _ => words.start_delegation,
    };
    let preflight = Route::Tool { tool: preflight::SLUG };
    html! {
        <>
            <EmptyState title={words.no_clients} text={words.no_clients_text} icon={IconName::Users} />
            <Card title={words.start}>
                <List>
                    { step(first, IconName::Users, None) }
                    if hands_in(&viewer) {
                        { step(words.start_import, IconName::Upload, Some(Route::Intake)) }
                    }
                    { step(words.start_wishes, IconName::Bell, Some(Route::Wishes)) }
                    { step(words.start_preflight, IconName::Document, Some(preflight)) }
                </List>
            </Card>
        </>
    }
}

fn step(
    (title, description): (&'static str, &'static str),
    icon: IconName,
    route: Option<Route>,
) -> Html {
    html! { <ListItem {title} {description} {icon} href={route.map(Route::href)} /> }
}
