//! How long offices take, for everybody; how an office stands, for whoever heads it.

mod office;
mod public;
mod text;

pub use office::Office;
pub use public::Statistics;

use shared::auth::Role;
use shared::lang::Lang;
use shared::session::Viewer;
use yew::prelude::*;

use crate::administration;
use crate::route::Route;
use crate::ui::{Card, IconName, List, ListItem};
use text::texts;

/// The heading of a page about offices.
pub fn title(route: Route, lang: Lang) -> &'static str {
    let words = texts(lang);
    match route {
        Route::Office => words.office.title,
        Route::Register => words.register,
        Route::Administration => administration::title(lang),
        _ => words.public.title,
    }
}

/// The ways to the pages about offices that somebody has.
pub fn ways(viewer: Option<&Viewer>, lang: Lang) -> Html {
    let role = viewer.map(|viewer| viewer.role);
    let words = texts(lang);
    let reads = matches!(role, Some(Role::Operator | Role::Manager | Role::Auditor));
    let ways = [
        (true, Route::Statistics, IconName::Chart, words.public.about),
        (role == Some(Role::Manager), Route::Office, IconName::Users, words.office.about),
        (reads, Route::Register, IconName::Document, words.register_about),
        (
            role == Some(Role::Administrator),
            Route::Administration,
            IconName::Settings,
            administration::about(lang),
        ),
    ];
    let items = ways.into_iter().filter(|(may, ..)| *may).map(|(_, route, icon, description)| {
        html! { <ListItem title={title(route, lang)} {description} {icon} href={route.href()} /> }
    });
    html! { <Card title={words.offices}><List>{ for items }</List></Card> }
}
