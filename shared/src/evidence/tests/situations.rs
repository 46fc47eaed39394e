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
fn returns_of_a_position_that_the_registry_does_not_know_are_a_technical_problem() {
    let strange = |at| DeclarationFact { code: "4912345631".into(), ..declared(at, 100_00, 0) };
    let own = ["2025-02", "2025-03"].map(|at| declared(at, 100_00, 0));
    let facts =
        declaring(own.into_iter().chain([strange("2025-03"), strange("2025-02")]).collect());
    assert_eq!(outcome(&facts, "2025-04-30"), Outcome::Regular, "not looked at yet");
    assert_eq!(outcome(&facts, "2025-05-01"), Outcome::TechnicalAnomaly);
    let technical = situation_on(&facts, "2025-05-01").technical;
    let [one] = technical.as_slice() else { panic!("{technical:?}") };
    assert_eq!(one.code.as_deref(), Some("4912345631"));
    assert_eq!(one.month, Some(month("2025-02")), "the first");
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
fn a_return_that_comes_after_the_time_of_an_invitation_does_not_cure() {
    let sent = day("2025-05-15");
    let february = Period { from: day("2025-02-01"), to: Some(day("2025-02-28")) };
    let with = |interruptions: Vec<Period>, on: &str, today: &str| {
        let transmission = TransmissionFact {
            protocol: "UE1".into(),
            gestione: Gestione::Employers,
            code: CODE.into(),
            month: month("2025-02"),
            sent: Instant::from_rome(day(on), 10, 0).unwrap(),
            outcome: Transmitted::Accepted,
        };
        let facts = declaring(vec![declared("2025-02", 0, 0)]);
        let active = vec![february];
        let position = PositionFact { active, interruptions, ..facts.positions[0].clone() };
        let facts = Facts {
            positions: vec![position],
            transmissions: vec![transmission],
            invitation: Some(Invitation { checked: sent, sent }),
            ..facts
        };
        outcome(&facts, today)
    };
    let handed_in = |on: &str, today: &str| with(Vec::new(), on, today);
    assert_eq!(handed_in("2025-05-30", "2025-06-03"), Outcome::Regular);
    assert_eq!(handed_in("2025-06-02", "2025-06-03"), Outcome::Irregular);
    assert_eq!(handed_in("2025-06-02", "2025-06-15"), Outcome::Regular);
    // One that was there when the invitation was sent is not what it is about.
    assert_eq!(handed_in("2025-04-20", "2025-06-03"), Outcome::Regular);
    // Nor is one that was not owed.
    assert_eq!(with(vec![february], "2025-06-02", "2025-06-03"), Outcome::Regular);
}

#[test]
fn a_payment_whose_day_is_known_is_not_undated_whatever_the_archive_says_since() {
    let sent = day("2025-05-15");
    let debt = Debt::of_month("D1".into(), Some(CODE.into()), month("2025-02"), euro(500_00));
    let (phase, since) = (Phase::Recovery, day("2025-05-28"));
    let id = DeclarationId::from_u128(1);
    let mut payment = row("DM10", "2025-02", 500_00, Matched::Declaration { id });
    payment.row.day = day("2025-05-20");
    let mut facts = Facts {
        positions: Vec::new(),
        debts: vec![DebtFact { debt, phase, since, notified: None, notice: None, entry: None }],
        payments: vec![payment],
        invitation: Some(Invitation { checked: sent, sent }),
        ..declaring(vec![declared("2025-02", 500_00, 0)])
    };
    facts.settle(parameters().notices);
    assert_eq!(outcome(&facts, "2025-06-03"), Outcome::Regular);
}

#[test]
fn a_return_in_credit_owes_nothing_whatever_its_row_says() {
    let sent = day("2025-05-15");
    let id = DeclarationId::from_u128(1);
    let mut payment = row("DM10", "2025-02", 0, Matched::Declaration { id });
    (payment.row.day, payment.row.credit) = (day("2025-06-16"), euro(200_00));
    let facts = Facts {
        positions: Vec::new(),
        payments: vec![PaymentFact { backed: euro(200_00), ..payment }],
        invitation: Some(Invitation { checked: sent, sent }),
        ..declaring(vec![declared("2025-02", -200_00, 0)])
    };
    assert_eq!(outcome(&facts, "2025-06-30"), Outcome::Regular);
}

#[test]
fn a_notice_paid_after_the_time_of_an_invitation_does_not_cure_either() {
    let sent = day("2025-05-15");
    let paid = |on: &str| {
        let mut payment = row("DMRA", "2024-05", 950_00, Matched::Other);
        payment.row.day = day(on);
        let notice = NoticeFact {
            number: "NR1".into(),
            gestione: Gestione::Employers,
            code: CODE.into(),
            month: month("2024-05"),
            side: Side::ToPay,
            difference: euro(900_00),
            sanctions: euro(50_00),
            paid: Euro::ZERO,
            payments: vec![],
            issued: day("2025-02-01"),
            notified: Some(day("2025-02-03")),
            pay_by: Some(day("2025-03-03")),
            causes: vec![],
            state: NoticeState::Open,
            durc: true,
        };
        let mut facts = Facts {
            notices: vec![notice],
            payments: vec![payment],
            invitation: Some(Invitation { checked: sent, sent }),
            ..Facts::none(month("2025-01"))
        };
        facts.settle(parameters().notices);
        outcome(&facts, "2025-06-03")
    };
    assert_eq!(paid("2025-05-30"), Outcome::Regular);
    assert_eq!(paid("2025-06-02"), Outcome::Irregular);
}

#[test]
fn where_the_day_decides_a_payment_without_one_is_for_the_office() {
    let sent = day("2025-05-15");
    let with = |since: &str, paid: i64, on: &str| {
        let debt = Debt::of_month("D1".into(), Some(CODE.into()), month("2025-02"), euro(500_00));
        let debt = Debt { kind: DebtKind::InstituteInspection, paid: euro(paid), ..debt };
        let (phase, since) = (Phase::FriendlyReminder, day(since));
        let fact = DebtFact { debt, phase, since, notified: None, notice: None, entry: None };
        let invitation = Some(Invitation { checked: sent, sent });
        let facts = Facts { debts: vec![fact], invitation, ..Facts::none(month("2025-01")) };
        outcome(&facts, on)
    };
    // The archive counted it when the phase began, before the invitation.
    assert_eq!(with("2025-05-10", 500_00, "2025-06-03"), Outcome::Regular);
    assert_eq!(with("2025-05-28", 500_00, "2025-06-03"), Outcome::TechnicalAnomaly);
    // While the time runs whatever was paid was paid in time, and the next query asks no more.
    assert_eq!(with("2025-05-28", 500_00, "2025-05-29"), Outcome::Regular);
    assert_eq!(with("2025-05-28", 500_00, "2025-06-15"), Outcome::Regular);
    // What is open whenever that was paid is irregular.
    assert_eq!(with("2025-05-28", 300_00, "2025-06-03"), Outcome::Irregular);
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
        payments: vec![],
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

#[test]
fn what_is_within_the_tolerance_of_its_gestione_stops_nothing() {
    let durc = |declarations: Vec<DeclarationFact>, on: &str| {
        let facts = Facts { positions: Vec::new(), ..declaring(declarations) };
        let found = of(Kind::Unmatched, &facts, on);
        let one = |one: &Evidence| (one.durc_from, one.tolerated);
        found.iter().map(one).collect::<Vec<_>>()
    };
    let (none, from) = ((None, true), |on: &str| (Some(day(on)), false));
    assert_eq!(durc(vec![declared("2025-02", 70_00, 70_00)], "2025-05-15"), [none]);
    // Before it counts the same is said of the day on which it will.
    assert_eq!(durc(vec![declared("2025-02", 70_00, 70_00)], "2025-04-15"), [none]);
    let large = declared("2025-02", 150_01, 150_01);
    assert_eq!(durc(vec![large.clone()], "2025-05-15"), [from("2025-05-01")]);
    assert_eq!(durc(vec![large], "2025-04-15"), [from("2025-05-01")]);
    let two = || vec![declared("2025-02", 100_00, 100_00), declared("2025-03", 100_00, 100_00)];
    // The second counts from June, with the first: until then the first alone is little enough.
    assert_eq!(durc(two(), "2025-05-15"), [none, from("2025-06-01")]);
    assert_eq!(durc(two(), "2025-06-01"), [from("2025-05-01"), from("2025-06-01")]);
}

#[test]
fn what_comes_after_the_query_of_an_invitation_waits_for_the_next_one() {
    let invitation = Some(Invitation { checked: day("2025-05-14"), sent: day("2025-05-15") });
    let declarations =
        vec![declared("2025-02", 500_00, 500_00), declared("2025-03", 600_00, 600_00)];
    let facts = Facts { invitation, positions: Vec::new(), ..declaring(declarations) };
    let from = |on: &str| {
        let found = of(Kind::Unmatched, &facts, on);
        found.iter().map(|one| one.durc_from.unwrap().to_string()).collect::<Vec<_>>()
    };
    // No other query is answered until 13/06/2025.
    assert_eq!(from("2025-06-05"), ["2025-05-01", "2025-06-14"]);
    assert_eq!(from("2025-06-14"), ["2025-05-01", "2025-06-01"]);
    let missing = Facts { invitation, ..company("2025-03") };
    let found = of(Kind::MissingReturn, &missing, "2025-06-05");
    assert_eq!(found[0].durc_from, Some(day("2025-06-14")));
    assert_eq!(outcome(&missing, "2025-06-05"), Outcome::Regular);
}

#[test]
fn each_debt_of_one_notice_or_return_is_told_and_counts() {
    let debt = |key: &str, kind, amount| {
        let debt = Debt::of_month(key.into(), Some(CODE.into()), month("2025-02"), euro(amount));
        let (phase, since) = (Phase::Recovery, day("2025-04-20"));
        let notice = (kind == DebtKind::Notice).then(|| "NR1".to_owned());
        DebtFact { debt: Debt { kind, ..debt }, phase, since, notified: None, notice, entry: None }
    };
    for kind in [DebtKind::Notice, DebtKind::UnpaidReturn] {
        let debts = vec![debt("D1", kind, 900_00), debt("D2", kind, 40_00)];
        let facts = Facts { debts, ..Facts::none(month("2025-01")) };
        let found = of(Kind::CreditRecovery, &facts, "2025-05-15");
        let amounts: Vec<_> = found.iter().filter_map(|one| one.amount).collect();
        assert!(amounts.contains(&euro(900_00)) && amounts.contains(&euro(40_00)), "{amounts:?}");
        assert!(found.iter().all(|one| one.severity(day("2025-05-15")).durc));
    }
    // The return says that it stops the DURC whichever of its debts does.
    let debts = |covered| {
        let mut first = debt("D1", DebtKind::UnpaidReturn, 500_00);
        let mut second = debt("D2", DebtKind::UnpaidReturn, 500_00);
        let one = if covered { &mut first } else { &mut second };
        one.phase = Phase::Instalments;
        vec![first, second]
    };
    for covered in [true, false] {
        let declarations = vec![declared("2025-02", 1_000_00, 1_000_00)];
        let facts =
            Facts { positions: Vec::new(), debts: debts(covered), ..declaring(declarations) };
        let found = &of(Kind::Unmatched, &facts, "2025-05-15")[0];
        assert_eq!((found.durc_from, found.covers.len()), (Some(day("2025-05-01")), 0));
    }
}

proptest! {
    #[test]
    fn evidence_that_stands_in_the_way_is_what_the_check_finds(
        missing in proptest::collection::vec(proptest::option::of(0i64..3), 1..9), later in 0i64..400,
    ) {
        let on = day("2025-02-01").plus_days(later);
        let all = missing.iter().enumerate().filter_map(|(number, missing)| {
            let at = month("2025-01").plus(i32::try_from(number).unwrap()).to_string();
            // So little may be within the tolerance, alone or with what its lateness costs.
            missing.map(|missing| declared(&at, 800_00, missing * 74_00))
        });
        let facts = Facts { declarations: all.collect(), ..company("2025-01") };
        let found = derived(&facts, &on.to_string()).evidence;
        let blocked = found.iter().any(|evidence| evidence.severity(on).durc);
        prop_assert_eq!(blocked, outcome(&facts, &on.to_string()) == Outcome::ToInvite);
    }
}
