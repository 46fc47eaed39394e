//! What outcomes, reasons and parts are called.

use shared::durc::{
    CoverCause, Debt, DebtKind, Gestione, Light, Outcome, Reason, Role, TechnicalProblem,
};
use shared::lang::Lang;
use shared::money::Euro;
use yew::AttrValue;

use super::text::texts;
use crate::ui::{IconName, Tone};
use crate::words;

/// The heading of the page.
pub fn name(lang: Lang) -> AttrValue {
    AttrValue::Static(texts(lang).title)
}

/// A light: its colour and its words.
pub fn light(light: Light, lang: Lang) -> (Tone, &'static str) {
    let words = texts(lang);
    match light {
        Light::Green => (Tone::Green, words.green),
        Light::Yellow => (Tone::Orange, words.yellow),
        Light::Red => (Tone::Red, words.red),
    }
}

/// The icon of a light.
pub(super) const fn icon(light: Light) -> IconName {
    match light {
        Light::Green => IconName::CheckCircle,
        Light::Yellow => IconName::AlertCircle,
        Light::Red => IconName::XCircle,
    }
}

/// An outcome: its colour, its word and what it means.
pub(super) fn outcome(outcome: Outcome, lang: Lang) -> (Tone, &'static str, &'static str) {
    let words = texts(lang);
    let (word, plain) = match outcome {
        Outcome::Regular => (words.regular, words.regular_text),
        Outcome::TechnicalAnomaly => (words.technical, words.technical_text),
        Outcome::BeingCured => (words.being_cured, words.being_cured_text),
        Outcome::ToInvite => (words.to_invite, words.to_invite_text),
        Outcome::Irregular => (words.irregular, words.irregular_text),
    };
    (light(outcome.light(), lang).0, word, plain)
}

/// A gestione.
pub(super) fn gestione(gestione: Gestione, lang: Lang) -> &'static str {
    let names = &texts(lang).gestioni;
    let place = match gestione {
        Gestione::Employers => 0,
        Gestione::Farms => 1,
        Gestione::PublicEmployers => 2,
        Gestione::Entertainment => 3,
        Gestione::Principals => 4,
        Gestione::Professionals => 5,
        Gestione::Artisans => 6,
        Gestione::Merchants => 7,
        Gestione::SelfEmployedFarmers => 8,
        Gestione::Inail => 9,
        Gestione::CassaEdile => 10,
    };
    names.get(place).copied().unwrap_or_default()
}

/// Why a gestione is as it is, in a sentence.
pub(super) fn reason(reason: &Reason, lang: Lang) -> String {
    let texts = texts(lang);
    let euro = |amount: Euro| words::euro(amount, lang);
    let place = |code: &Option<String>| {
        code.as_deref().map(words::matricola).unwrap_or(AttrValue::Static(""))
    };
    match reason {
        Reason::NothingDue => texts.nothing_due.to_owned(),
        Reason::AllCovered { covered } => (texts.all_covered)(&euro(*covered)),
        Reason::WithinTolerance { open } => (texts.within_tolerance)(&euro(*open)),
        Reason::OverTolerance { open, excess } => {
            (texts.over_tolerance)(&euro(*open), &euro(*excess))
        }
        Reason::ReturnMissing { code, month } => {
            (texts.return_missing)(&words::month_long(*month, lang), &place(code))
        }
        Reason::Technical { problem, code, month, record } => {
            let what = match problem {
                TechnicalProblem::UnknownPosition => texts.unknown_position,
                TechnicalProblem::DmNotGenerable => texts.dm_not_generable,
                TechnicalProblem::LoosePayment => texts.loose_payment,
                TechnicalProblem::UnsoundRecord => {
                    return (texts.unsound_record)(record.as_deref().unwrap_or_default());
                }
                TechnicalProblem::UndatedPayment => {
                    return (texts.undated_payment)(record.as_deref().unwrap_or_default());
                }
            };
            let month = month.map(|month| words::month_long(month, lang)).unwrap_or_default();
            [what, month.as_str(), place(code).as_str()].join(" ").trim().to_owned()
        }
        Reason::Invited { cure_by } => (texts.invited)(&words::day(*cure_by, lang)),
        Reason::CureExpired { cure_by } => (texts.cure_expired)(&words::day(*cure_by, lang)),
    }
}

/// The part of a debt: its colour and its words.
pub(super) fn role(role: Role, lang: Lang) -> (Tone, String) {
    let texts = texts(lang);
    match role {
        Role::Settled => (Tone::Green, texts.settled.to_owned()),
        Role::NotYetDue { counts_from } | Role::ReturnNotYetDue { counts_from } => {
            (Tone::Blue, (texts.not_yet)(&words::day(counts_from, lang)))
        }
        Role::Covered => (Tone::Green, texts.covered.to_owned()),
        Role::WithinTolerance => (Tone::Green, texts.tolerated.to_owned()),
        Role::Counts => (Tone::Red, texts.counts.to_owned()),
    }
}

/// What covers a debt.
pub(super) fn cover(cause: CoverCause, lang: Lang) -> &'static str {
    let names = &texts(lang).covers;
    let place = match cause {
        CoverCause::Instalments => 0,
        CoverCause::SuspendedByLaw => 1,
        CoverCause::SetOff => 2,
        CoverCause::Appeal => 3,
        CoverCause::CourtCase => 4,
        CoverCause::CollectionSuspended => 5,
        CoverCause::CertifiedCredits => 6,
        CoverCause::FacilitatedSettlement => 7,
        CoverCause::Insolvency => 8,
        CoverCause::Quittance => 9,
    };
    names.get(place).copied().unwrap_or_default()
}

/// What covers a debt, and by which rules.
pub fn covered_by(causes: &[CoverCause], lang: Lang) -> String {
    let one = |cause: &CoverCause| match cause.source() {
        Some(source) => [cover(*cause, lang), " (", source, ")"].concat(),
        None => cover(*cause, lang).to_owned(),
    };
    causes.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// What a debt is, with its month and its position.
pub(super) fn debt(debt: &Debt, lang: Lang) -> String {
    let names = &texts(lang).debts;
    let place = match debt.kind {
        DebtKind::UnpaidReturn => 0,
        DebtKind::RegularisationSanctions => 1,
        DebtKind::Notice => 2,
        DebtKind::WageComparison => 3,
        DebtKind::InstituteInspection => 4,
        DebtKind::OtherInspection => 5,
        DebtKind::WorkerReport => 6,
        DebtKind::Instalment => 7,
    };
    let kind = names.get(place).copied().unwrap_or_default();
    let month = debt.competence.map(|month| words::month(month, lang));
    let code = debt.code.as_deref().map(words::matricola);
    let parts = [Some(AttrValue::Static(kind)), month, code];
    parts.into_iter().flatten().map(|part| part.to_string()).collect::<Vec<_>>().join(" · ")
}

/// The heading of the page of a link.
pub fn verify_name(lang: Lang) -> AttrValue {
    AttrValue::Static(texts(lang).verify_title)
}
