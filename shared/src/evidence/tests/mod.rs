use std::sync::LazyLock;

use serde::de::DeserializeOwned;

use super::*;
use crate::calendar::{Day, Instant, Month};
use crate::companies::PositionState;
use crate::declarations::DmState;
use crate::durc::{self, Debt, DebtKind, Document, DurcParameters, Gestione, Invitation, Stage};
use crate::ids::{DeclarationId, PaymentId};
use crate::money::{Euro, Rate};
use crate::notices::{self, NoticeParameters, Side};
use crate::offices::OfficeCode;
use crate::parameters::{Confidence, Parameter};
use crate::payments::{Matched, PaymentRow};
use crate::{interest, sanctions, terms};

mod archives;
mod covers;
mod demands;
mod keeping;
mod returns;
mod settled;
mod situations;

const CODE: &str = "7012345662";

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn euro(cents: i64) -> Euro {
    Euro::from_cents(cents)
}

/// A company with one position, active since 01/03/2019, whose archives begin with the month given.
fn company(known_from: &str) -> Facts {
    let position = PositionFact {
        gestione: Gestione::Employers,
        code: CODE.into(),
        office: OfficeCode::parse("7010").unwrap(),
        state: PositionState::Active,
        active: vec![Period { from: day("2019-03-01"), to: None }],
        interruptions: Vec::new(),
    };
    Facts { positions: vec![position], ..Facts::none(month(known_from)) }
}

/// A balanced declaration of so much, all but `missing` of it paid.
fn declared(at: &str, due: i64, missing: i64) -> DeclarationFact {
    DeclarationFact {
        gestione: Gestione::Employers,
        code: CODE.into(),
        month: month(at),
        state: DmState::Balanced,
        due: euro(due),
        paid: euro(due - missing),
        recomputed: None,
    }
}

/// Archives that hold only these months, all declared.
fn declaring(declarations: Vec<DeclarationFact>) -> Facts {
    let known_from = declarations.iter().map(|one| one.month).min().unwrap();
    Facts { declarations, ..company(&known_from.to_string()) }
}

fn row(causale: &str, at: &str, debit: i64, matched: Matched) -> PaymentFact {
    let row = PaymentRow {
        payment: PaymentId::from_u128(7),
        row: 1,
        day: day("2025-10-16"),
        office: "7010".into(),
        causale: causale.into(),
        code: CODE.into(),
        from: Some(month(at)),
        to: None,
        debit: euro(debit),
        credit: Euro::ZERO,
        matched,
    };
    PaymentFact { gestione: Gestione::Employers, row, backed: Euro::ZERO, stray: false }
}

fn derived(facts: &Facts, on: &str) -> Derived {
    derive(parameters(), facts, day(on))
}

/// The shipped values.
fn parameters() -> Parameters<'static> {
    fn read<T: DeserializeOwned>(text: &str) -> T {
        serde_json::from_str(text).unwrap()
    }
    static TERMS: LazyLock<terms::Parameters> = LazyLock::new(|| read(terms::SHIPPED));
    static NOTICES: LazyLock<NoticeParameters> = LazyLock::new(|| read(notices::SHIPPED));
    static DURC: LazyLock<DurcParameters> = LazyLock::new(|| read(durc::SHIPPED));
    static SANCTIONS: LazyLock<sanctions::Parameters> = LazyLock::new(|| read(sanctions::SHIPPED));
    static INTEREST: LazyLock<interest::Parameters> = LazyLock::new(|| read(interest::SHIPPED));
    Parameters {
        terms: &TERMS,
        notices: &NOTICES,
        durc: &DURC,
        sanctions: &SANCTIONS,
        interest: &INTEREST,
    }
}

/// The situation of a day.
fn situation_on(facts: &Facts, on: &str) -> durc::Situation {
    situation(parameters(), facts, &derived(facts, on).evidence, day(on))
}

/// The evidence of one kind.
fn of(kind: Kind, facts: &Facts, on: &str) -> Vec<Evidence> {
    let derived = derived(facts, on);
    assert_eq!(derived.missing, []);
    derived.evidence.into_iter().filter(|evidence| evidence.kind == kind).collect()
}

fn deadlines(evidence: &Evidence) -> Vec<(Term, String)> {
    evidence.deadlines.iter().map(|one| (one.term, one.day.to_string())).collect()
}

/// The rows that an evidence proposes to pay.
fn rows(evidence: &Evidence) -> Vec<(&str, i64, Option<String>)> {
    let step = |step| match step {
        &NextStep::PayRow { ref row, by } => {
            let amount = row.debit - row.credit;
            Some((row.causale.as_str(), amount.cents(), by.map(|day: Day| day.to_string())))
        }
        _ => None,
    };
    evidence.steps.iter().filter_map(step).collect()
}

#[test]
fn every_kind_has_its_number_and_a_procedure() {
    for (at, kind) in Kind::ALL.into_iter().enumerate() {
        assert_eq!(usize::from(kind.number()), at + 1);
        assert!(!kind.procedure().is_empty(), "{kind:?}");
    }
}

#[test]
fn no_facts_no_evidence() {
    assert_eq!(derived(&Facts::none(month("2024-01")), "2025-12-01"), Derived::default());
}
