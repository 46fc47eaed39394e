//! What became of a record: who changed what, when and why; and where it comes from.

use shared::lang::Lang;
use shared::sections::{self, CellChange, Done, Origin, Record, Revision};
use yew::prelude::*;

use crate::sections::archive::Archive;
use crate::sections::text::texts;
use crate::ui::{Card, KeyValue, KeyValues, Tag, Tone};
use crate::words;

/// What offices are called today, by their digits.
type Named = [(String, String)];

/// The card of the history; nothing for records that are computed.
pub fn history(record: &Record, archive: Archive, lang: Lang) -> Html {
    if record.revisions.is_empty() {
        return html! {};
    }
    html! {
        <Card title={texts(lang).history}>
            <ol class="events" role="list">{ for record.revisions.iter().map(|revision| event(revision, &record.row.offices, archive, lang)) }</ol>
        </Card>
    }
}

fn event(revision: &Revision, offices: &Named, archive: Archive, lang: Lang) -> Html {
    let words = texts(lang);
    let (tone, what) = match revision.done {
        Done::Added => (Tone::Green, words.added),
        Done::Changed => (Tone::Blue, words.changed_word),
        Done::Removed => (Tone::Red, words.removed_word),
    };
    let (who, why) = match &revision.origin {
        Origin::Feed { .. } => (words.by_feed.to_owned(), None),
        Origin::Check => (words.by_check.to_owned(), None),
        Origin::Office { name: Some(name), reason } => ((words.by_person)(name), Some(reason)),
        Origin::Office { name: None, reason } => (words.by_office.to_owned(), Some(reason)),
    };
    html! {
        <li class={classes!("event", tone.class())} key={revision.version}>
            <p class="event-head"><Tag {tone} label={what} /><span class="muted small">{ words::moment(revision.at, lang) }{ " · " }{ who }</span></p>
            if let Some(why) = why {
                <p><span class="muted">{ words.reason }{ ": " }</span>{ why }</p>
            }
            if !revision.changes.is_empty() {
                <ul role="list" class="event-changes">{ for revision.changes.iter().filter_map(|change| line(change, offices, archive, lang)) }</ul>
            }
        </li>
    }
}

/// What a field said and says, in words that need no arrow to be understood.
fn line(change: &CellChange, offices: &Named, archive: Archive, lang: Lang) -> Option<Html> {
    let words = texts(lang);
    let (_, field) = archive.field(&change.field)?;
    let written = |cell: &Option<String>| match cell {
        Some(cell) => sections::named(field, cell, offices, lang),
        None => words.nothing.to_owned(),
    };
    Some(html! {
        <li>
            <strong>{ field.label(lang) }</strong>{ ": " }
            <span class="sr-only">{ words.before }{ " " }</span><del>{ written(&change.before) }</del>
            <span aria-hidden="true">{ " → " }</span><span class="sr-only">{ ", " }{ words.after }{ " " }</span>
            <ins>{ written(&change.after) }</ins>
        </li>
    })
}

/// Where the record comes from, in words.
pub fn provenance(record: &Record, archive: Archive, lang: Lang) -> Html {
    let words = texts(lang);
    let mut items = vec![KeyValue::text(words.source, archive.words.source.of(lang))];
    match record.revisions.first() {
        Some(latest) => {
            items.push(KeyValue::text(words.as_of, words::moment(latest.at, lang)));
            if record.version > 0 {
                items.push(KeyValue::mono(words.version, record.version.to_string()));
            }
        }
        None => items.push(KeyValue::text(words.as_of, words.computed)),
    }
    html! { <Card title={words.provenance}><KeyValues {items} /></Card> }
}
