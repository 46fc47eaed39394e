//! What things are called on every screen: amounts, days, states, roles.

mod text;

use shared::auth::Role;
use shared::calendar::{Day, Instant, Month};
use shared::companies::PositionState;
use shared::declarations::{DmState, Scheme};
use shared::format;
use shared::lang::Lang;
use shared::money::Euro;
use shared::payments::PaidState;
use yew::AttrValue;

use crate::events;
use crate::ui::{Choice, Tone};
use text::texts;

/// Years offered by a filter: contributions lapse after five (L. 335/1995, art. 3 c. 9).
const YEARS_BACK: i32 = 6;

/// `1.234,56 €`
pub fn euro(amount: Euro, lang: Lang) -> AttrValue {
    format::euro(amount, lang).into()
}

/// `1.235 €`, for figures that are looked at and not added up.
pub fn whole_euro(amount: Euro, lang: Lang) -> AttrValue {
    format::whole_euro(amount, lang).into()
}

/// `22/11/2026`
pub fn day(day: Day, lang: Lang) -> AttrValue {
    format::day(day, lang).into()
}

/// `09/2026`
pub fn month(month: Month, lang: Lang) -> AttrValue {
    format::month(month, lang).into()
}

/// `settembre 2026`
pub fn month_long(month: Month, lang: Lang) -> AttrValue {
    format::month_long(month, lang).into()
}

/// `22/11/2026, 08:14`, by Rome's clocks.
pub fn moment(at: Instant, lang: Lang) -> AttrValue {
    format::instant(at, lang).into()
}

/// `1.234`
pub fn count(number: u64, lang: Lang) -> AttrValue {
    format::integer(number, lang).into()
}

/// `12,4 MB`
pub fn bytes(size: u64, lang: Lang) -> AttrValue {
    format::bytes(size, lang).into()
}

/// A matricola as it is printed, `70 123456 62`; anything else as it is.
pub fn matricola(code: &str) -> AttrValue {
    let digits = code.len() == 10 && code.bytes().all(|byte| byte.is_ascii_digit());
    match (digits, code.get(..2), code.get(2..8), code.get(8..)) {
        (true, Some(office), Some(number), Some(check)) => {
            [office, " ", number, " ", check].concat().into()
        }
        _ => code.to_owned().into(),
    }
}

/// The years that can be asked for, the present one first, after a choice of all of them.
pub fn year_choices(every: &'static str) -> Vec<Choice> {
    let this = events::now().day_in_rome().year();
    let year = |back: i32| (this - back).to_string();
    let years =
        (0..YEARS_BACK).map(|back| Choice { value: year(back).into(), label: year(back).into() });
    let every = Choice { value: AttrValue::Static(""), label: AttrValue::Static(every) };
    [every].into_iter().chain(years).collect()
}

/// A role in words.
pub fn role(role: Role, lang: Lang) -> AttrValue {
    let words = texts(lang);
    AttrValue::Static(match role {
        Role::Owner => words.owner,
        Role::Employee => words.employee,
        Role::Consultant => words.consultant,
        Role::Collaborator => words.collaborator,
        Role::Association => words.association,
        Role::Operator => words.operator,
        Role::Manager => words.manager,
        Role::Administrator => words.administrator,
        Role::Auditor => words.auditor,
    })
}

/// A scheme in words.
pub fn scheme(scheme: Scheme, lang: Lang) -> AttrValue {
    AttrValue::Static(match scheme {
        Scheme::Employees => texts(lang).employees,
        Scheme::Collaborators => texts(lang).collaborators,
    })
}

/// State of a virtual DM: its colour and its word.
pub fn dm(state: DmState, lang: Lang) -> (Tone, AttrValue) {
    let words = texts(lang);
    let (tone, word) = match state {
        DmState::Balanced => (Tone::Green, words.balanced),
        DmState::Provisional => (Tone::Orange, words.provisional),
        DmState::ProvisionalAnomalous => (Tone::Red, words.anomalous),
        DmState::NotGenerable => (Tone::Red, words.not_generable),
    };
    (tone, AttrValue::Static(word))
}

/// How a payment stands: its colour and its word.
pub fn paid(state: PaidState, lang: Lang) -> (Tone, AttrValue) {
    let words = texts(lang);
    let (tone, word) = match state {
        PaidState::Nothing => (Tone::Grey, words.nothing_due),
        PaidState::Paid => (Tone::Green, words.paid),
        PaidState::Excess => (Tone::Blue, words.excess),
        PaidState::Short => (Tone::Red, words.short),
        PaidState::Unpaid => (Tone::Red, words.unpaid),
        PaidState::Pending => (Tone::Blue, words.pending),
    };
    (tone, AttrValue::Static(word))
}

/// State of a position: its colour and its word.
pub fn position(state: PositionState, lang: Lang) -> (Tone, AttrValue) {
    let words = texts(lang);
    let (tone, word) = match state {
        PositionState::Active => (Tone::Green, words.active),
        PositionState::Reactivated => (Tone::Green, words.reactivated),
        PositionState::CeasedProvisionally => (Tone::Grey, words.ceased_provisionally),
        PositionState::Ceased => (Tone::Grey, words.ceased),
        PositionState::Suspended => (Tone::Orange, words.suspended),
        PositionState::Bankrupt => (Tone::Red, words.bankrupt),
    };
    (tone, AttrValue::Static(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matricola_is_written_as_it_is_printed() {
        assert_eq!(matricola("7012345662"), "70 123456 62");
        assert_eq!(matricola("00175 ROMA"), "00175 ROMA");
    }
}
