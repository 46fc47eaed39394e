//! Coming deadlines.

use shared::auth::Role;
use shared::home::Deadline;
use shared::lang::Lang;
use yew::prelude::*;

use super::text::texts;
use crate::keyboard::has_page;
use crate::route::{Route, record_href};
use crate::ui::{Card, IconName, List, ListItem};
use crate::words;

/// The card of the coming deadlines, each leading to the record that it comes from, or to all of them.
pub fn card(deadlines: &[Deadline], role: Role, lang: Lang) -> Html {
    let words = texts(lang);
    let all = has_page(role, Route::Deadlines).then(|| Route::Deadlines.href());
    let item = |deadline: &Deadline| {
        let Deadline { day, title, whose, place } = deadline.clone();
        let own = place.map(|place| record_href(place.company, &place.section, &place.key));
        html! {
            <ListItem {title} description={whose} icon={IconName::Calendar} figure={words::day(day, lang)}
                href={own.or_else(|| all.clone().map(Into::into))} />
        }
    };
    html! {
        <Card title={words.deadlines}>
            if deadlines.is_empty() {
                <p class="muted">{ words.no_deadlines }</p>
            } else {
                <List>{ for deadlines.iter().map(item) }</List>
            }
        </Card>
    }
}
