//! Coming deadlines.

use shared::home::Deadline;
use shared::lang::Lang;
use yew::prelude::*;

use super::text::texts;
use crate::ui::{Card, IconName, List, ListItem};
use crate::words;

/// The card of the coming deadlines, each leading to where it comes from; none where nothing is due.
pub fn card(deadlines: &[Deadline], lang: Lang) -> Html {
    let words = texts(lang);
    let item = |deadline: &Deadline| {
        let Deadline { day, title, whose, href } = deadline.clone();
        html! { <ListItem {title} description={whose} icon={IconName::Calendar} figure={words::day(day, lang)} {href} /> }
    };
    html! {
        if !deadlines.is_empty() {
            <Card title={words.deadlines}><List>{ for deadlines.iter().map(item) }</List></Card>
        }
    }
}
