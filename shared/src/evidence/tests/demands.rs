//! Rectification notices (E1 to E3), appeals (E9), debts (E11).

use super::*;

fn notice(side: Side, notified: Option<&str>) -> NoticeFact {
    NoticeFact {
        number: "NR202500000001".into(),
        gestione: Gestione::Employers,
        code: CODE.into(),
        month: month("2025-03"),
        side,
        difference: euro(1_559_52),
        sanctions: euro(139_29),
        paid: Euro::ZERO,
        payments: vec![],
        issued: day("2025-10-01"),
        notified: notified.map(day),
        pay_by: (side == Side::ToPay).then(|| day("2025-10-31")),
        causes: vec![notices::Cause::Rate],
        state: NoticeState::Open,
        durc: true,
    }
}

fn with(notice: NoticeFact) -> Facts {
    Facts { notices: vec![notice], ..company("2025-09") }
}

#[test]
fn a_notice_is_issued_then_sent() {
    let issued = with(notice(Side::ToPay, None));
    let found = &of(Kind::NoticeIssued, &issued, "2025-10-05")[0];
    assert_eq!((found.amount, deadlines(found)), (Some(euro(1_698_81)), vec![]));
    assert_eq!(of(Kind::NoticeSent, &issued, "2025-10-05"), []);
    let sent = with(notice(Side::ToPay, Some("2025-10-03")));
    assert_eq!(of(Kind::NoticeIssued, &sent, "2025-10-05"), []);
    let found = &of(Kind::NoticeSent, &sent, "2025-10-05")[0];
    assert_eq!(
        deadlines(found),
        [
            (Term::Pay, "2025-10-31".to_owned()),
            (Term::PayHalved, "2025-11-02".to_owned()),
            (Term::Appeal, "2026-01-01".to_owned()),
        ]
    );
    // 139.29 halved is 69.65.
    assert_eq!(
        rows(found),
        [
            ("DMRA", 1_629_17, Some("2025-11-02".to_owned())),
            ("DMRA", 1_698_81, Some("2025-10-31".to_owned())),
        ]
    );
    assert_eq!(
        found.severity(day("2025-10-05")),
        Severity { durc: false, money: true, deadline: true }
    );
    assert_eq!(
        found.severity(day("2026-01-02")),
        Severity { durc: true, money: true, deadline: false }
    );
    let request = NextStep::Request {
        subject: Subject::NoticeRecalculation,
        attachments: vec![Attachment::Notice, Attachment::OwnCalculation],
    };
    assert!(found.steps.contains(&request));
}

#[test]
fn what_its_day_has_passed_for_is_no_step_any_more() {
    let sent = with(notice(Side::ToPay, Some("2025-10-03")));
    let found = &of(Kind::NoticeSent, &sent, "2025-10-05")[0];
    let on = |day_of: &str| {
        let steps = found.steps_on(day(day_of));
        let appeals = steps.iter().any(|step| matches!(step, NextStep::Appeal { .. }));
        let left = Evidence { steps, ..found.clone() };
        let amounts: Vec<i64> = rows(&left).into_iter().map(|(_, cents, _)| cents).collect();
        (amounts, appeals)
    };
    assert_eq!(on("2025-11-02"), (vec![1_629_17, 1_698_81], true));
    // Half the sanctions are not enough any more; the notice is paid all the same.
    assert_eq!(on("2025-11-03"), (vec![1_698_81], true));
    assert_eq!(on("2026-01-01"), (vec![1_698_81], true));
    assert_eq!(on("2026-01-02"), (vec![1_698_81], false));

    let debit = debt(DebtKind::UnpaidReturn, Phase::DebitNotice, Some("2025-05-05"));
    let facts = Facts { debts: vec![debit], ..company("2025-06") };
    let found = &of(Kind::CreditRecovery, &facts, "2025-06-01")[0];
    let opposes = |on: &str| {
        let oppose = |step: &NextStep| matches!(step, NextStep::Oppose { .. });
        found.steps_on(day(on)).iter().any(oppose)
    };
    // The fortieth day is Saturday 14/6/2025.
    assert_eq!(["2025-06-16", "2025-06-17"].map(opposes), [true, false]);
}

#[test]
fn a_notice_in_favour_is_set_off() {
    let found = &of(Kind::NoticeInFavour, &with(notice(Side::InFavour, None)), "2025-10-05")[0];
    assert_eq!(rows(found), [("DMRP", -1_559_52, None)]);
}

#[test]
fn small_and_closed_notices_are_not_shown_and_those_in_recovery_are_owed() {
    let small = NoticeFact { difference: euro(1_00), ..notice(Side::ToPay, None) };
    assert_eq!(derived(&with(small), "2025-10-05").evidence, []);
    let in_state = |state| with(NoticeFact { state, ..notice(Side::ToPay, Some("2025-10-03")) });
    for state in [NoticeState::Closed, NoticeState::Contested] {
        assert_eq!(derived(&in_state(state), "2025-10-05").evidence, [], "{state:?}");
    }
    let recovery = in_state(NoticeState::Recovery);
    assert_eq!(of(Kind::CreditRecovery, &recovery, "2025-10-05").len(), 1);
    let debt = DebtFact {
        notice: Some("NR202500000001".into()),
        ..debt(DebtKind::Notice, Phase::Recovery, None)
    };
    let both = Facts { debts: vec![debt], ..recovery };
    assert_eq!(of(Kind::CreditRecovery, &both, "2025-10-05").len(), 1);
}

#[test]
fn a_notice_is_predicted_over_one_euro_until_there_is_one() {
    for (declared_cents, due, kind) in [
        (100_00, 101_00, None),
        (100_00, 101_01, Some(Kind::NoticeIssued)),
        (100_00, 99_00, None),
        (100_00, 98_99, Some(Kind::NoticeInFavour)),
    ] {
        let recomputed = Some((euro(declared_cents), euro(due)));
        let declaration = DeclarationFact { recomputed, ..declared("2025-03", 0, 0) };
        let facts = Facts { declarations: vec![declaration], ..company("2025-09") };
        let found = derived(&facts, "2025-10-05").evidence;
        assert_eq!(found.first().map(|one| one.kind), kind, "{due}");
        let noticed = Facts { notices: vec![notice(Side::ToPay, None)], ..facts };
        let causes = derived(&noticed, "2025-10-05").evidence;
        assert!(!causes.iter().any(|one| matches!(one.cause, Cause::Predicted { .. })));
    }
}

fn debt(kind: DebtKind, phase: Phase, notified: Option<&str>) -> DebtFact {
    let debt = Debt {
        kind,
        ..Debt::of_month("D1".into(), Some(CODE.into()), month("2025-03"), euro(4_210_00))
    };
    DebtFact {
        debt,
        phase,
        since: day("2025-04-30"),
        notified: notified.map(day),
        notice: None,
        entry: None,
    }
}

#[test]
fn a_debt_has_the_terms_and_remedies_of_its_phase() {
    let found = |fact| {
        let facts = Facts { debts: vec![fact], ..company("2025-06") };
        of(Kind::CreditRecovery, &facts, "2025-06-01").into_iter().next()
    };
    let reminder = found(debt(DebtKind::UnpaidReturn, Phase::FriendlyReminder, Some("2025-05-05")));
    let reminder = reminder.unwrap();
    assert_eq!(
        deadlines(&reminder),
        [(Term::Pay, "2025-06-04".to_owned()), (Term::Appeal, "2025-08-03".to_owned())]
    );
    assert_eq!(rows(&reminder), [("DM10", 4_210_00, None)]);
    assert_eq!(reminder.durc_from, Some(day("2025-06-01")));
    let enforceable = found(debt(DebtKind::UnpaidReturn, Phase::DebitNotice, Some("2025-05-05")));
    let enforceable = enforceable.unwrap();
    assert_eq!(
        deadlines(&enforceable),
        [(Term::Oppose, "2025-06-16".to_owned()), (Term::Pay, "2025-07-04".to_owned())]
    );
    assert_eq!(rows(&enforceable), []);
    assert_eq!(reminder.key, enforceable.key, "the same debt, further on");
    for phase in [
        Phase::Open,
        Phase::Contested,
        Phase::Instalments,
        Phase::Suspended,
        Phase::Paid,
        Phase::Discharged,
        Phase::TimeBarred,
    ] {
        assert_eq!(found(debt(DebtKind::UnpaidReturn, phase, None)), None, "{phase:?}");
    }
    let mut paid = debt(DebtKind::UnpaidReturn, Phase::Recovery, None);
    paid.debt.paid = euro(4_210_00);
    assert_eq!(found(paid), None);
}

#[test]
fn an_unpaid_return_that_is_a_debt_is_told_once_under_one_key() {
    let unpaid =
        Facts { declarations: vec![declared("2025-03", 4_210_00, 4_210_00)], ..company("2025-06") };
    let by_clock = of(Kind::CreditRecovery, &unpaid, "2025-06-01");
    let owed = Facts { debts: vec![debt(DebtKind::UnpaidReturn, Phase::Recovery, None)], ..unpaid };
    let by_archive = of(Kind::CreditRecovery, &owed, "2025-06-01");
    assert_eq!((by_clock.len(), by_archive.len()), (1, 1));
    assert_eq!(by_clock[0].key, by_archive[0].key);
}

#[test]
fn a_term_that_is_not_known_is_named_and_left_open() {
    let old = Facts {
        debts: vec![debt(DebtKind::UnpaidReturn, Phase::DebitNotice, Some("2010-12-31"))],
        ..company("2025-06")
    };
    let derived = derived(&old, "2025-06-01");
    assert_eq!(derived.missing[0].parameter, Parameter::CollectionTerm);
    assert_eq!(derived.evidence[0].deadlines, []);
}

#[test]
fn an_appeal_is_evidence_until_it_is_decided() {
    let appeal = AppealFact {
        number: "R1".into(),
        gestione: Gestione::Employers,
        code: Some(CODE.into()),
        amount: Some(euro(2_000_00)),
        notice: None,
        granted: false,
        court: None,
        judged: None,
        filed: day("2025-05-05"),
        decided: Some(day("2025-09-01")),
    };
    let facts = Facts { appeals: vec![appeal], ..company("2025-06") };
    assert_eq!(of(Kind::PendingAppeal, &facts, "2025-05-04"), []);
    let found = &of(Kind::PendingAppeal, &facts, "2025-06-05")[0];
    assert_eq!(deadlines(found), [(Term::Answer, "2025-08-03".to_owned())]);
    assert_eq!(found.deadline(day("2025-08-04")), None);
    assert_eq!(of(Kind::PendingAppeal, &facts, "2025-09-01"), []);
}
