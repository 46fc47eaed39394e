//! A deadline as a line: what, whose, when, and the way to where it is dealt with.

use shared::deadlines::{DeadlineRow, Kind, State};
use shared::lang::Lang;
use shared::requests::topics::TopicId;
use yew::prelude::*;

use super::text::texts;
use crate::changes::record_href;
use crate::durc;
use crate::requests::request_href;
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
        Kind::Instalment => "rata",
        Kind::Deferral => "ferie",
        Kind::Construction => "edilizia",
        Kind::Prescription => "prescrizione",
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
        Kind::Instalment => IconName::Receipt,
        Kind::Deferral => IconName::Calendar,
        Kind::Construction => IconName::Building,
        Kind::Prescription => IconName::Clock,
    }
}

/// The topic under which the reduction of the construction trade is asked for.
const CONSTRUCTION: TopicId = TopicId(702);

/// Where it is dealt with.
fn href(row: &DeadlineRow) -> AttrValue {
    let company = row.company;
    let own = match row.kind {
        Kind::F24 => Route::Payments { company },
        Kind::Uniemens => Route::Declarations { company },
        Kind::Durc => return durc::href(company),
        Kind::Deferral => return request_href(company, None),
        Kind::Construction => return request_href(company, Some(CONSTRUCTION)),
        Kind::Delegation | Kind::Record | Kind::Instalment | Kind::Prescription => {
            Route::Company { company }
        }
    };
    let record = row.subject.as_ref();
    record.and_then(|subject| record_href(company, subject)).unwrap_or_else(|| own.href())
}

/// The line; with `state` a tag says how it stands.
pub(super) fn item(row: &DeadlineRow, state: bool, lang: Lang) -> Html {
    let month = row.month.map(|month| words::month(month, lang).to_string());
    let what = [Some(row.what().of(lang).to_owned()), month, row.title.clone()];
    let purpose = row.purpose();
    let purpose = purpose.map_or_else(String::new, |words| [" · ", words.of(lang)].concat());
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
        &purpose,
    ]
    .concat();
    html! { <ListItem {title} {description} icon={icon(row.kind)} {tone} href={href(row)} {trailing} /> }
}
