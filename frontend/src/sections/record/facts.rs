//! What a record says, in groups, and where another source says something else.

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::money::Euro;
use shared::sections::{self, Field, FieldRole, Kind, Record, by_slug};
use yew::prelude::*;

use crate::route::Route;
use crate::sections::archive::Archive;
use crate::sections::cells::{difference, is_code, is_time, mark, other_says, tag, told, written};
use crate::sections::text::{Texts, texts};
use crate::ui::{Card, KeyValue, KeyValues, Link, ProgressBar, Stat, Tag, Tone};
use crate::words;

/// Fields that are read together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Essentials,
    Amounts,
    Dates,
    References,
}

impl Part {
    const ALL: [Part; 4] = [Part::Essentials, Part::Amounts, Part::Dates, Part::References];

    const fn of(field: &Field) -> Part {
        match field.kind {
            Kind::Euro | Kind::Percent => Part::Amounts,
            kind if is_time(kind) => Part::Dates,
            kind if is_code(kind) => Part::References,
            Kind::Office | Kind::Email | Kind::Province => Part::References,
            _ => Part::Essentials,
        }
    }

    const fn title(self, words: &'static Texts) -> &'static str {
        match self {
            Part::Essentials => words.essentials,
            Part::Amounts => words.amounts,
            Part::Dates => words.dates,
            Part::References => words.references,
        }
    }
}

/// The card of a record: its state and its principal figure first, then everything it says.
pub fn facts(record: &Record, archive: Archive, lang: Lang) -> Html {
    let words = texts(lang);
    let state = archive
        .role(FieldRole::Status)
        .and_then(|(place, field)| tag(&record.row, place, field, lang))
        .unwrap_or_default();
    let amount = archive.role(FieldRole::Amount).and_then(|(place, field)| {
        let value = written(&record.row, place, field, lang)?;
        Some(html! { <Stat {value} label={field.label(lang)} /> })
    });
    html! {
        <Card title={words.essentials} subtitle={archive.words.title.of(lang)} aside={state}>
            { amount }
            { progress(record, archive, lang) }
            <KeyValues items={lines(record, archive, Part::Essentials, lang)} />
            { for Part::ALL.into_iter().skip(1).map(|part| group(record, archive, part, lang)) }
        </Card>
    }
}

/// How much of a debt or a plan is paid, where the archive says both what was paid and what is left.
fn progress(record: &Record, archive: Archive, lang: Lang) -> Html {
    let amount = |name: &str| {
        let (place, field) = archive.field(name).filter(|(_, field)| field.kind == Kind::Euro)?;
        let amount = Euro::parse(record.row.cells.get(place)?.as_deref()?).ok()?;
        (!amount.is_negative()).then(|| (amount, written(&record.row, place, field, lang)))
    };
    let (Some((paid, paid_text)), Some((left, _))) = (amount("paid"), amount("residual")) else {
        return html! {};
    };
    if paid.is_zero() {
        return html! {};
    }
    // Whole euro are fine enough for a bar.
    let whole = |amount: Euro| u32::try_from(amount.whole()).unwrap_or(u32::MAX);
    let label =
        (texts(lang).paid_of)(&paid_text.unwrap_or_default(), &words::euro(paid + left, lang));
    html! {
        <div class="stack">
            <ProgressBar label={label.clone()} value={whole(paid)} max={whole(paid + left).max(1)} />
            <p class="muted small">{ label }</p>
        </div>
    }
}

fn group(record: &Record, archive: Archive, part: Part, lang: Lang) -> Html {
    let items = lines(record, archive, part, lang);
    if items.is_empty() {
        return html! {};
    }
    html! {
        <section class="facts">
            <h3>{ part.title(texts(lang)) }</h3>
            <KeyValues {items} />
        </section>
    }
}

/// The lines of a part: what the record says, and what only another source says.
fn lines(record: &Record, archive: Archive, part: Part, lang: Lang) -> Vec<KeyValue> {
    let places = archive.0.fields.iter().enumerate();
    let shown = |field: &Field| {
        !matches!(field.role, FieldRole::Hidden | FieldRole::Status) && Part::of(field) == part
    };
    places
        .filter(|(_, field)| shown(field))
        .filter_map(|(place, field)| line(record, place, field, lang))
        .collect()
}

fn line(record: &Record, place: usize, field: &'static Field, lang: Lang) -> Option<KeyValue> {
    let label = field.label(lang);
    let own = written(&record.row, place, field, lang);
    let Some(differs) = difference(&record.row, field) else {
        let own = own?;
        return Some(match tag(&record.row, place, field, lang) {
            Some(tag) => KeyValue::html(label, tag),
            None if field.kind.is_number() || is_code(field.kind) => KeyValue::mono(label, own),
            None => KeyValue::html(label, told(own, field, lang)),
        });
    };
    Some(KeyValue::html(
        label,
        html! {
            <>
                { told(own.unwrap_or_else(|| "–".into()), field, lang) }{ mark(differs, field, lang) }
                <span class="fact-other">{ other_says(differs, field, lang) }</span>
            </>
        },
    ))
}

/// Everything that another source says differently, first of all; nothing where they agree.
pub fn differences(record: &Record, archive: Archive, company: CompanyId, lang: Lang) -> Html {
    if record.row.differs.is_empty() {
        return html! {};
    }
    let words = texts(lang);
    let item = |difference: &sections::Difference| {
        let (place, field) = archive.field(&difference.field)?;
        let here = written(&record.row, place, field, lang).unwrap_or_else(|| words.nothing.into());
        let there = match &difference.other {
            Some(other) => sections::cell(field, other, lang),
            None => words.nothing.to_owned(),
        };
        let there = match difference.day {
            Some(since) => [there.as_str(), ", ", &words::day(since, lang)].concat(),
            None => there,
        };
        let other = by_slug(&difference.section)?;
        let href = Route::Section { company, section: other.slug }.href();
        Some(html! {
            <li>
                <strong>{ field.label(lang) }</strong>
                <dl class="versus">
                    <div><dt>{ archive.words.title.of(lang) }</dt><dd>{ here }</dd></div>
                    <div><dt><Link {href}>{ other.words.title.of(lang) }</Link></dt><dd>{ there }</dd></div>
                </dl>
            </li>
        })
    };
    let aside = html! { <Tag tone={Tone::Orange} label={words.differs} /> };
    html! {
        <Card title={words.differences} subtitle={words.differences_text} {aside}>
            <ul role="list" class="differences">{ for record.row.differs.iter().filter_map(item) }</ul>
        </Card>
    }
}
