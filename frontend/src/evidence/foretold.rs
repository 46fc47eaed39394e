//! Evidence that is only to be expected: why, how much, by when.

use shared::calendar::Day;
use shared::evidence::Evidence;
use shared::lang::Lang;
use yew::prelude::*;

use super::cause::sentence;
use super::item::{icon, kind_words, tone};
use crate::ui::{List, ListItem};
use crate::words;

/// Pieces that do not exist yet, so that they lead nowhere.
pub fn foretold(pieces: &[Evidence], today: Day, lang: Lang) -> Html {
    let item = |piece: &Evidence| {
        let term = piece.deadline(today).map(|deadline| {
            let name = deadline.term.words().of(lang);
            ["; ", name, ": ", &words::day(deadline.day, lang)].concat()
        });
        let cause = sentence(&piece.cause, lang);
        let description = [cause.as_str(), term.as_deref().unwrap_or_default()].concat();
        let figure = piece.amount.map(|amount| words::euro(amount, lang));
        html! {
            <ListItem key={piece.key.clone()} title={kind_words(piece.kind, lang)} {description}
                icon={icon(piece.kind)} tone={tone(piece.severity(today))} {figure} />
        }
    };
    html! { <List>{ for pieces.iter().map(item) }</List> }
}
