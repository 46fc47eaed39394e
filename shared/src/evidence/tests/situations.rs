//! Evidence and the DURC say the same of the same facts.

use proptest::prelude::*;

use super::*;
use crate::durc::{Outcome, check};

fn outcome(facts: &Facts, on: &str) -> Outcome {
    check(parameters().durc, &situation_on(facts, on), day(on)).unwrap().outcome
}

#[test]
fn what_is_unpaid_missing_or_not_generable_reaches_the_check() {
    let unpaid = declaring(vec![declared("2025-02", 500_00, 500_00)]);
    let only = |facts: Facts| Facts { positions: Vec::new(), ..facts };
    assert_eq!(outcome(&only(unpaid.clone()), "2025-04-30"), Outcome::Regular);
    assert_eq!(outcome(&only(unpaid), "2025-05-01"), Outcome::ToInvite);
    let missing = company("2025-02");
    assert_eq!(outcome(&missing, "2025-04-30"), Outcome::Regular);
    assert_eq!(outcome(&missing, "2025-05-01"), Outcome::ToInvite);
    let state = DmState::NotGenerable;
    let unsound = declaring(vec![DeclarationFact { state, ..declared("2025-02", 0, 0) }]);
    assert_eq!(outcome(&only(unsound), "2025-05-15"), Outcome::TechnicalAnomaly);
}

#[test]
fn what_was_paid_after_the_time_of_an_invitation_does_not_cure() {
    let sent = day("2025-05-15");
    let invitation = Some(Invitation { checked: sent, sent });
    let id = DeclarationId::from_u128(1);
    let paid = |on: &str| {
        let mut payment = row("DM10", "2025-02", 500_00, Matched::Declaration { id });
        payment.row.day = day(on);
        Facts {
            positions: Vec::new(),
            payments: vec![payment],
            invitation,
            ..declaring(vec![declared("2025-02", 500_00, 0)])
        }
    };
    assert_eq!(outcome(&paid("2025-05-30"), "2025-06-03"), Outcome::Regular);
    assert_eq!(outcome(&paid("2025-06-02"), "2025-06-03"), Outcome::Irregular);
    assert_eq!(outcome(&paid("2025-06-02"), "2025-06-15"), Outcome::Regular);
    let debt = Debt::of_month("D1".into(), Some(CODE.into()), month("2025-02"), euro(500_00));
    let settled = |on: &str| Facts {
        debts: vec![DebtFact {
            debt: debt.clone(),
            phase: Phase::Paid,
            since: day(on),
            notified: None,
            notice: None,
            entry: None,
        }],
        invitation,
        ..Facts::none(month("2025-01"))
    };
    assert_eq!(outcome(&settled("2025-05-30"), "2025-06-03"), Outcome::Regular);
    assert_eq!(outcome(&settled("2025-06-02"), "2025-06-03"), Outcome::Irregular);
}

#[test]
fn a_debt_counts_once_and_its_phase_covers_it() {
    let debt = Debt::of_month("D1".into(), Some(CODE.into()), month("2025-02"), euro(500_00));
    let fact = |phase| DebtFact {
        debt: debt.clone(),
        phase,
        since: day("2025-04-20"),
        notified: None,
        notice: None,
        entry: None,
    };
    let facts = |phase| Facts {
        positions: Vec::new(),
        debts: vec![fact(phase)],
        ..declaring(vec![declared("2025-02", 500_00, 500_00)])
    };
    assert_eq!(situation_on(&facts(Phase::Recovery), "2025-05-15").debts.len(), 1);
    assert_eq!(outcome(&facts(Phase::Recovery), "2025-05-15"), Outcome::ToInvite);
    for phase in [Phase::Instalments, Phase::Contested, Phase::Paid, Phase::Discharged] {
        assert_eq!(outcome(&facts(phase), "2025-05-15"), Outcome::Regular, "{phase:?}");
    }
}

#[test]
fn a_notified_notice_counts_once_its_pay_by_date_is_within_the_cut_off() {
    let notice = NoticeFact {
        number: "NR1".into(),
        gestione: Gestione::Employers,
        code: CODE.into(),
        month: month("2024-05"),
        side: Side::ToPay,
        difference: euro(140_00),
        sanctions: euro(10_01),
        paid: Euro::ZERO,
        issued: day("2025-02-01"),
        notified: Some(day("2025-02-03")),
        pay_by: Some(day("2025-03-03")),
        causes: vec![],
        state: NoticeState::Open,
        durc: true,
    };
    let with = |notice| Facts { notices: vec![notice], ..Facts::none(month("2025-01")) };
    assert_eq!(outcome(&with(notice.clone()), "2025-04-30"), Outcome::Regular);
    assert_eq!(outcome(&with(notice.clone()), "2025-05-01"), Outcome::ToInvite);
    let silent = NoticeFact { durc: false, ..notice.clone() };
    assert_eq!(outcome(&with(silent), "2025-05-01"), Outcome::Regular);
    let contested = NoticeFact { state: NoticeState::Contested, ..notice };
    assert_eq!(outcome(&with(contested), "2025-05-01"), Outcome::Regular);
}

proptest! {
    #[test]
    fn evidence_that_stands_in_the_way_is_what_the_check_finds(
        missing in proptest::collection::vec(proptest::option::of(0i64..3), 1..9), later in 0i64..400,
    ) {
        let on = day("2025-02-01").plus_days(later);
        let all = missing.iter().enumerate().filter_map(|(number, missing)| {
            let at = month("2025-01").plus(i32::try_from(number).unwrap()).to_string();
            missing.map(|missing| declared(&at, 800_00, missing * 200_00))
        });
        let facts = Facts { declarations: all.collect(), ..company("2025-01") };
        let found = derived(&facts, &on.to_string()).evidence;
        let blocked = found.iter().any(|evidence| evidence.severity(on).durc);
        prop_assert_eq!(blocked, outcome(&facts, &on.to_string()) == Outcome::ToInvite);
    }
}
