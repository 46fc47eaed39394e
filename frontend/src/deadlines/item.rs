//! A deadline as a line: what, whose, when, and the way to where it is dealt with.

use shared::deadlines::{DeadlineRow, Kind, State};
use shared::lang::Lang;
use shared::sections;
use yew::prelude::*;

use super::text::texts;
use crate::changes::record_href;
use crate::durc;
use crate::route::Route;
use crate::ui::{IconName, ListItem, Tag, Tone};
use crate::words;

/// A kind in addresses.
pub(super) const fn slug(kind: Kind) -> &'static str {
    match kind {
        Kind::F24 => "f24",
        Kind::Uniemens => "uniemens",
        Kind::Delegation => "delega",
        Kind::Record => "archivio",
        Kind::Durc => "durc",
    }
}

/// A state: its colour and its words.
pub(super) fn state_words(state: State, lang: Lang) -> (Tone, &'static str) {
    let words = texts(lang);
    match state {
        State::Overdue => (Tone::Red, words.overdue),
        State::Today => (Tone::Orange, words.today),
        State::Week => (Tone::Orange, words.week),
        State::Month => (Tone::Blue, words.month),
        State::Later => (Tone::Grey, words.later),
        State::Done => (Tone::Green, words.done),
    }
}

const fn icon(kind: Kind) -> IconName {
    match kind {
        Kind::F24 => IconName::Receipt,
        Kind::Uniemens => IconName::Document,
        Kind::Delegation => IconName::Key,
        Kind::Record => IconName::Folder,
        Kind::Durc => IconName::Check,
    }
}

/// Where it is dealt with.
fn href(row: &DeadlineRow) -> AttrValue {
    let company = row.company;
    let own = match row.kind {
        Kind::F24 => Route::Payments { company },
        Kind::Uniemens => Route::Declarations { company },
        Kind::Durc => return durc::href(company),
        Kind::Delegation | Kind::Record => Route::Company { company },
    };
    let record = row.subject.as_ref().filter(|_| row.kind == Kind::Record);
    record.and_then(|subject| record_href(company, subject)).unwrap_or_else(|| own.href())
}

/// The line; with `state` a tag says how it stands.
pub(super) fn item(row: &DeadlineRow, state: bool, lang: Lang) -> Html {
    let month = row.month.map(|month| words::month(month, lang).to_string());
    let section = row.subject.as_ref().and_then(|subject| sections::by_number(subject.section));
    let kind = match section.filter(|_| row.kind == Kind::Record) {
        Some(section) => section.words.title.of(lang),
        None => row.kind.words().of(lang),
    };
    let what = [Some(kind.to_owned()), month, row.title.clone()];
    let term = row.term.map_or_else(String::new, |term| [" · ", term.words().of(lang)].concat());
    let (tone, word) = state_words(row.state, lang);
    let amount = row.amount.map(|amount| words::euro(amount, lang).to_string());
    let day = words::day(row.day, lang).to_string();
    let description = [Some(day), amount, row.source.clone()];
    let description = description.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let trailing = match state {
        true => html! { <Tag {tone} label={word} /> },
        false => html! {},
    };
    let title = [
        row.name.as_str(),
        " · ",
        &what.into_iter().flatten().collect::<Vec<_>>().join(" "),
        &term,
    ]
    .concat();
    html! { <ListItem {title} {description} icon={icon(row.kind)} {tone} href={href(row)} {trailing} /> }
}
