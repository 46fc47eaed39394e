//! What evidence looks like wherever it stands: its icon, its tags, what it is about.

use shared::calendar::Month;
use shared::evidence::{Kind, Severity, Standing};
use shared::lang::Lang;
use yew::prelude::*;

use super::text::{names, texts};
use crate::ui::{IconName, Tag, Tone};
use crate::words;

/// A kind: `E5 · DM10 non abbinato`.
pub fn kind_words(kind: Kind, lang: Lang) -> AttrValue {
    ["E", &kind.number().to_string(), " · ", (names(lang).kind)(kind)].concat().into()
}

/// A kind in addresses.
pub(super) fn slug(kind: Kind) -> String {
    ["e", &kind.number().to_string()].concat()
}

pub(super) const fn standing_slug(standing: Standing) -> &'static str {
    match standing {
        Standing::New => "nuove",
        Standing::Seen => "viste",
        Standing::InHand => "in-gestione",
        Standing::Resolved => "risolte",
        Standing::Archived => "archiviate",
    }
}

pub(super) const fn icon(kind: Kind) -> IconName {
    match kind {
        Kind::NoticeIssued | Kind::NoticeSent | Kind::NoticeInFavour => IconName::Document,
        Kind::UniemensErrors | Kind::RejectedReturn => IconName::XCircle,
        Kind::Unmatched | Kind::LoosePayment => IconName::Receipt,
        Kind::MissingReturn => IconName::AlertCircle,
        Kind::PendingAppeal => IconName::Clock,
        Kind::RateDifference | Kind::WageComparison => IconName::Chart,
        Kind::CreditRecovery => IconName::Bank,
        Kind::DurcWarning => IconName::Shield,
        Kind::Compliance => IconName::Message,
    }
}

/// The colour of how much it matters.
pub(super) const fn tone(severity: Severity) -> Tone {
    match (severity.durc, severity.deadline, severity.money) {
        (true, ..) => Tone::Red,
        (false, true, _) => Tone::Orange,
        (false, false, true) => Tone::Blue,
        (false, false, false) => Tone::Grey,
    }
}

/// How much it matters, in tags.
pub(super) fn severity(severity: Severity, lang: Lang) -> Html {
    let words = texts(lang);
    let tag = |is: bool, tone: Tone, label: &'static str| {
        if is {
            html! { <Tag {tone} {label} /> }
        } else {
            html! {}
        }
    };
    html! {
        <span class="row">
            { tag(severity.durc, Tone::Red, words.only_durc) }
            { tag(severity.money, Tone::Blue, words.money) }
        </span>
    }
}

/// A standing: its colour and its word.
pub(super) fn standing(standing: Standing, lang: Lang) -> (Tone, &'static str) {
    let tone = match standing {
        Standing::New => Tone::Orange,
        Standing::Seen => Tone::Grey,
        Standing::InHand => Tone::Blue,
        Standing::Resolved => Tone::Green,
        Standing::Archived => Tone::Grey,
    };
    (tone, (names(lang).standing)(standing))
}

/// A position as a person reads it.
pub(super) fn position(code: Option<&str>, lang: Lang) -> AttrValue {
    match code {
        None => AttrValue::Static(texts(lang).all_positions),
        Some("GS") => AttrValue::Static(texts(lang).collaborators),
        Some(code) => words::matricola(code),
    }
}

/// The months it is about.
pub(super) fn months(months: Option<(Month, Month)>, lang: Lang) -> Option<AttrValue> {
    let (first, last) = months?;
    let from = words::month(first, lang);
    match first == last {
        true => Some(from),
        false => Some([&from, " – ", words::month(last, lang).as_str()].concat().into()),
    }
}
