//! Rows as cards, on a phone: the title, the state, the amount and the date first, the rest on demand.

use shared::sections::{FieldRole, Row};
use yew::prelude::*;

use super::Lines;
use crate::notices::{by_cause, explains};
use crate::sections::cells::{difference, is_code, mark, tag, title, told, written};
use crate::sections::text::texts;
use crate::ui::{KeyValue, KeyValues, Link};

/// The cards; of notices those of a cause together.
pub fn draw(lines: &Lines) -> Html {
    if !explains(lines.archive.slug) {
        return cards(lines, lines.rows.iter(), lines.archive.words.title.of(lines.lang));
    }
    let group = |(name, rows): (&'static str, Vec<&Row>)| {
        let count = (texts(lines.lang).found)(rows.len() as u64);
        html! {
            <section class="record-group" key={name}>
                <h2>{ [name, " · ", &count].concat() }</h2>
                { cards(lines, rows.into_iter(), name) }
            </section>
        }
    };
    by_cause(lines.rows, lines.lang).into_iter().map(group).collect()
}

fn cards<'r>(lines: &Lines, rows: impl Iterator<Item = &'r Row>, name: &'static str) -> Html {
    html! {
        <ul class="record-cards" role="list" aria-label={name}>{ for rows.map(|row| card(lines, row)) }</ul>
    }
}

fn card(lines: &Lines, row: &Row) -> Html {
    let (archive, lang) = (lines.archive, lines.lang);
    let of = |role| archive.role(role);
    let selected = lines.selected == Some(row.key.as_str());
    let state = of(FieldRole::Status).and_then(|(place, field)| tag(row, place, field, lang));
    let differs = row.differs.first().and_then(|differs| {
        let (_, field) = archive.field(&differs.field)?;
        Some(mark(differs, field, lang))
    });
    let amount = of(FieldRole::Amount).and_then(|(place, field)| written(row, place, field, lang));
    let date = of(FieldRole::Date).and_then(|(place, field)| {
        Some(html! { <p class="record-date"><span class="muted">{ field.label(lang) }</span>{ " " }{ written(row, place, field, lang)? }</p> })
    });
    html! {
        <li class="record-card" key={row.key.as_str()} aria-current={selected.then_some("true")}>
            <div class="record-head">
                <Link href={lines.href(row)} class="record-title">{ title(archive, row, lang) }</Link>
                { state }
            </div>
            if let Some(amount) = amount {
                <p class="record-amount mono">{ amount }</p>
            }
            { date }
            { for differs.map(|mark| html! { <p>{ mark }</p> }) }
            { rest(lines, row) }
        </li>
    }
}

/// What stands behind "other data"; nothing where there is no more.
fn rest(lines: &Lines, row: &Row) -> Html {
    let lang = lines.lang;
    let fields = lines.archive.0.fields.iter().enumerate();
    let items: Vec<KeyValue> = fields
        .filter(|(_, field)| field.role == FieldRole::Plain)
        .filter_map(|(place, field)| {
            let words = written(row, place, field, lang)?;
            let plain = difference(row, field).is_none();
            Some(match tag(row, place, field, lang) {
                Some(tag) => KeyValue::html(field.label(lang), tag),
                None if plain && (is_code(field.kind) || field.kind.is_number()) => {
                    KeyValue::mono(field.label(lang), words)
                }
                None => KeyValue::html(field.label(lang), told(words, field, lang)),
            })
        })
        .collect();
    if items.is_empty() {
        return html! {};
    }
    html! {
        <details class="record-rest">
            <summary>{ texts(lang).other_data }</summary>
            <KeyValues {items} />
        </details>
    }
}
