//! Coming deadlines.

use shared::home::{Deadline, DeadlineKind};
use shared::lang::Lang;
use yew::prelude::*;

use super::text::texts;
use crate::ui::{Card, IconName, List, ListItem};
use crate::words;

/// The card of the coming deadlines.
pub fn card(deadlines: &[Deadline], lang: Lang) -> Html {
    let words = texts(lang);
    html! {
        <Card title={words.deadlines}>
            if deadlines.is_empty() {
                <p class="muted">{ words.no_deadlines }</p>
            } else {
                <List>{ for deadlines.iter().map(|deadline| item(deadline, lang)) }</List>
            }
        </Card>
    }
}

/// What is due.
pub fn named(deadline: &Deadline, lang: Lang) -> String {
    let words = texts(lang);
    let month = words::month(deadline.month, lang);
    match deadline.kind {
        DeadlineKind::F24 => (words.f24)(&month),
        DeadlineKind::Uniemens => (words.uniemens)(&month),
    }
}

fn item(deadline: &Deadline, lang: Lang) -> Html {
    let title = named(deadline, lang);
    html! { <ListItem {title} icon={IconName::Calendar} figure={words::day(deadline.day, lang)} /> }
}
