//! A contribution position with its present classification.

use shared::companies::Position;
use shared::lang::Lang;
use yew::prelude::*;

use super::text::texts;
use crate::calculators;
use crate::ui::{Accordion, KeyValue, KeyValues, Tag};
use crate::words;

/// A position, open when it is active.
pub fn position(position: &Position, lang: Lang) -> Html {
    let words = texts(lang);
    let (tone, state) = words::position(position.state, lang);
    let office = [&position.office_name, " (", &position.office, ")"].concat();
    let cas = match position.cas.is_empty() {
        true => KeyValue::text(words.cas, words.no_cas),
        false => KeyValue::mono(words.cas, position.cas.join(" ")),
    };
    let items = [
        Some(KeyValue::text(words.competent, office)),
        Some(KeyValue::mono(words.csc, position.csc.clone())),
        Some(cas),
        position.ateco.clone().map(|ateco| KeyValue::mono(words.ateco, ateco)),
        position.workforce.map(|(count, month)| {
            KeyValue::text(words.workforce, (words.workforce_of)(count, &words::month(month, lang)))
        }),
        Some(KeyValue::text(words.since, words::day(position.since, lang))),
        Some(KeyValue::text(words.opened, words::day(position.opened, lang))),
    ];
    let size = position.workforce.map(|(count, _)| count);
    let calculate = calculators::link::contribution(&position.csc, &position.cas, size, lang);
    let title = [words.matricola, " ", &position.matricola.spaced()].concat();
    html! {
        <Accordion {title} open={position.state.is_active()} aside={html! { <Tag {tone} label={state} /> }}>
            <KeyValues items={items.into_iter().flatten().collect::<Vec<_>>()} />
            { calculate }
        </Accordion>
    }
}
