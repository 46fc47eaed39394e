//! Cells as a person reads them: words, tags, links, and what another source says instead.

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::{
    self, Difference, Field, FieldRole, Kind, Link as Leads, Row, by_number, by_slug,
};
use yew::prelude::*;

use super::archive::Archive;
use super::text::texts;
use crate::route::Route;
use crate::ui::{Cell, CellKind, Link, Tag, Tone};
use crate::words;

/// The colour family of a code.
pub const fn tone(tone: sections::Tone) -> Tone {
    match tone {
        sections::Tone::Grey => Tone::Grey,
        sections::Tone::Blue => Tone::Blue,
        sections::Tone::Green => Tone::Green,
        sections::Tone::Orange => Tone::Orange,
        sections::Tone::Red => Tone::Red,
    }
}

/// What a record says in a field, in words.
pub fn written(row: &Row, place: usize, field: &Field, lang: Lang) -> Option<AttrValue> {
    sections::written(row, place, field, lang).map(Into::into)
}

/// Words of a field, said to be Italian where they are: archives write free text in it, whatever the screen speaks.
pub fn told(words: AttrValue, field: &Field, lang: Lang) -> Html {
    match (field.kind, lang) {
        (Kind::Text(_), Lang::En | Lang::De) => html! { <span lang="it">{ words }</span> },
        _ => html! { words },
    }
}

/// The state or another code of a record as a tag; `None` for what is no code or not said.
pub fn tag(row: &Row, place: usize, field: &Field, lang: Lang) -> Option<Html> {
    let code = field.kind.code(row.cells.get(place)?.as_deref()?)?;
    (field.role == FieldRole::Status || code.tone != sections::Tone::Grey)
        .then(|| html! { <Tag tone={tone(code.tone)} label={code.words(lang)} /> })
}

/// What a record is called. A kind of thing is no name for one of them: then it is called by its place in the list too.
pub fn title(archive: Archive, row: &Row, lang: Lang) -> AttrValue {
    let named = archive.role(FieldRole::Title);
    let words = named.and_then(|(place, field)| written(row, place, field, lang));
    let Some(words) = words else { return archive.words.title.of(lang).into() };
    let is_kind = named.is_some_and(|(_, field)| matches!(field.kind, Kind::Code(_)));
    let place = archive.field(archive.order.field).filter(|(_, field)| is_time(field.kind));
    match place.and_then(|(place, field)| written(row, place, field, lang)) {
        Some(time) if is_kind => [words.as_str(), ", ", &time].concat().into(),
        _ => words,
    }
}

/// Whether values are points in time.
pub const fn is_time(kind: Kind) -> bool {
    matches!(kind, Kind::Day | Kind::Month | Kind::Year | Kind::Moment)
}

/// What another source says of a field.
pub fn difference<'r>(row: &'r Row, field: &Field) -> Option<&'r Difference> {
    row.differs.iter().find(|difference| difference.field == field.name)
}

/// What another source says, in a sentence: who, and what instead.
pub fn other_says(difference: &Difference, field: &Field, lang: Lang) -> String {
    let words = texts(lang);
    let who = by_slug(&difference.section).map_or("", |section| section.words.title.of(lang));
    match &difference.other {
        Some(other) => (words.says)(who, &sections::cell(field, other, lang)),
        None => (words.says_nothing)(who),
    }
}

/// The mark of a value of which another source says something else: of a later one what it is now and since when.
pub fn mark(difference: &Difference, field: &Field, lang: Lang) -> Html {
    let (tone, label) = match (&difference.other, difference.day) {
        (Some(other), Some(day)) => {
            let other = sections::cell(field, other, lang);
            (Tone::Green, [other.as_str(), ", ", &words::day(day, lang)].concat().into())
        }
        _ => (Tone::Orange, AttrValue::Static(texts(lang).differs)),
    };
    html! { <>{ " " }<Tag {tone} {label} /></> }
}

/// How a column of this field is drawn.
pub const fn column_kind(field: &Field) -> CellKind {
    if matches!(field.role, FieldRole::Title) {
        return CellKind::Title;
    }
    match field.kind {
        kind if kind.is_number() => CellKind::Number,
        kind if is_code(kind) => CellKind::Code,
        _ => CellKind::Text,
    }
}

/// Whether values are codes, which are drawn in mono.
pub const fn is_code(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Matricola
            | Kind::PersonCode
            | Kind::CompanyCode
            | Kind::TaxCode
            | Kind::RegisterNumber(_)
            | Kind::Csc
            | Kind::Cas
            | Kind::Ateco
            | Kind::Number(_)
            | Kind::Digits(_)
            | Kind::Id
    )
}

/// A cell of the table.
pub fn cell(row: &Row, place: usize, field: &Field, company: CompanyId, lang: Lang) -> Cell {
    let Some(words) = written(row, place, field, lang) else { return Cell::Empty };
    let differs = difference(row, field);
    let tag = tag(row, place, field, lang);
    let href =
        (field.role != FieldRole::Title).then(|| leads(row, place, field, company)).flatten();
    if differs.is_none()
        && tag.is_none()
        && href.is_none()
        && (lang == Lang::It || !matches!(field.kind, Kind::Text(_)))
    {
        return Cell::Text(words);
    }
    let value = match (tag, href) {
        (Some(tag), _) => tag,
        (None, Some(href)) => html! { <Link {href} class="link cell-link">{ words }</Link> },
        (None, None) => told(words, field, lang),
    };
    // Under a number, which breaks nowhere: beside it the column would be twice as wide for one of its rows.
    let under = || field.kind.is_number().then(|| html! { <br /> });
    let mark = differs.map(|differs| html! { <>{ under() }{ mark(differs, field, lang) }</> });
    Cell::Html(html! { <>{ value }{ mark }</> })
}

/// Where a value of a list leads; the detail knows it exactly, a list as far as it goes without asking: to the list of the other
/// archive, looking for that value.
fn leads(row: &Row, place: usize, field: &Field, company: CompanyId) -> Option<AttrValue> {
    let value = row.cells.get(place)?.as_deref()?;
    let year = || value.get(..4);
    match field.link? {
        Leads::Declaration => Some(
            [&Route::Declarations { company }.href(), "?filtro=month%3A", value].concat().into(),
        ),
        Leads::Payments => {
            Some([&Route::Payments { company }.href(), "?anno=", year()?].concat().into())
        }
        Leads::Records(number) => {
            let section = by_number(number)?.slug;
            let value = String::from(js_sys::encode_uri_component(value));
            Some([&Route::Section { company, section }.href(), "?cerca=", &value].concat().into())
        }
        Leads::Company | Leads::Return => None,
    }
}
