//! Late payments: rows of F24 forms settle the notices and debts that the archives still hold as open, for evidence and the DURC alike.

use super::*;
use crate::durc::{Outcome, check};

const ON: &str = "2025-12-05";

fn notice(side: Side, state: NoticeState) -> NoticeFact {
    NoticeFact {
        number: "NR1".into(),
        gestione: Gestione::Employers,
        code: CODE.into(),
        month: month("2025-03"),
        side,
        difference: euro(1_559_52),
        sanctions: euro(if side == Side::ToPay { 139_29 } else { 0 }),
        paid: Euro::ZERO,
        payments: vec![],
        issued: day("2025-09-01"),
        notified: Some(day("2025-09-03")),
        pay_by: (side == Side::ToPay).then(|| day("2025-10-01")),
        causes: vec![],
        state,
        durc: true,
    }
}

/// What an archive holds, of March 2025: so much, of which so much was paid, in credit recovery since May.
fn owed(kind: DebtKind, amount: i64, paid: i64) -> DebtFact {
    let at = (Some(CODE.to_owned()), month("2025-03"));
    let debt = Debt {
        kind,
        paid: euro(paid),
        ..Debt::of_month(format!("{kind:?}"), at.0, at.1, euro(amount))
    };
    DebtFact {
        debt,
        phase: Phase::Recovery,
        since: day("2025-05-30"),
        notified: None,
        notice: None,
        entry: None,
    }
}

/// A row for March 2025.
fn paid(causale: &str, on: &str, amount: i64) -> PaymentFact {
    let mut fact = row(causale, "2025-03", amount, Matched::Other);
    fact.row.day = day(on);
    fact
}

fn used(on: &str, amount: i64) -> PaymentFact {
    let mut fact = paid("DMRP", on, 0);
    fact.row.credit = euro(amount);
    PaymentFact { backed: euro(amount), ..fact }
}

/// The facts of a company that was also in order in everything else, with what its rows paid settled.
fn settled(notices: Vec<NoticeFact>, debts: Vec<DebtFact>, payments: Vec<PaymentFact>) -> Facts {
    let mut facts = Facts { notices, debts, payments, ..company("2025-12") };
    facts.settle(parameters().notices);
    facts
}

/// What each piece of evidence is about, and how much.
fn told(facts: &Facts) -> Vec<(Kind, i64)> {
    let derived = derived(facts, ON);
    assert_eq!(derived.missing, []);
    let amount = |one: &Evidence| one.amount.map_or(0, Euro::cents);
    derived.evidence.iter().map(|one| (one.kind, amount(one))).collect()
}

fn outcome(facts: &Facts) -> Outcome {
    check(parameters().durc, &situation_on(facts, ON), day(ON)).unwrap().outcome
}

#[test]
fn a_row_settles_the_notice_it_pays_and_halved_sanctions_are_enough_in_time() {
    for (on, amount, left) in [
        ("2025-11-20", 1_698_81, None),
        ("2025-11-20", 1_629_17, Some(6_964)),
        ("2025-10-04", 1_629_17, Some(6_964)),
        ("2025-10-03", 1_629_17, None),
        ("2025-10-03", 1_629_15, Some(69_66)),
        // Before the notice was issued nobody could pay it.
        ("2025-08-31", 1_698_81, Some(1_698_81)),
    ] {
        let rows = || vec![paid("DMRA", on, amount)];
        let open = settled(vec![notice(Side::ToPay, NoticeState::Open)], vec![], rows());
        let expected: Vec<_> = left.into_iter().map(|left| (Kind::NoticeSent, left)).collect();
        assert_eq!(told(&open), expected, "{on} {amount}");
        let in_order = left.is_none_or(|left| left <= 150_00);
        let expected = if in_order { Outcome::Regular } else { Outcome::ToInvite };
        assert_eq!(outcome(&open), expected, "{on} {amount}");
        // In credit recovery it is the same, and where the archive of debts has it too.
        let recovery = || vec![notice(Side::ToPay, NoticeState::Recovery)];
        let of_notice = DebtFact {
            notice: Some("NR1".into()),
            debt: Debt { sanctions: euro(139_29), ..owed(DebtKind::Notice, 1_559_52, 0).debt },
            ..owed(DebtKind::Notice, 0, 0)
        };
        for debts in [vec![], vec![of_notice]] {
            let facts = settled(recovery(), debts, rows());
            let expected: Vec<_> =
                left.into_iter().map(|left| (Kind::CreditRecovery, left)).collect();
            assert_eq!(told(&facts), expected, "{on} {amount}");
        }
    }
}

#[test]
fn what_a_row_paid_of_a_notice_settles_each_of_its_debts_once() {
    let part = |amount: i64, since: &str| DebtFact {
        notice: Some("NR1".into()),
        since: day(since),
        ..owed(DebtKind::Notice, amount, 0)
    };
    let left = |row| {
        let debts = vec![part(1_000_00, "2025-10-10"), part(698_81, "2025-10-20")];
        let notices = vec![notice(Side::ToPay, NoticeState::Recovery)];
        let facts = settled(notices, debts, vec![paid("DMRA", "2025-11-20", row)]);
        facts.debts.iter().map(|fact| fact.debt.residual().cents()).collect::<Vec<_>>()
    };
    assert_eq!(left(1_200_00), [0, 498_81]);
    assert_eq!(left(1_698_81), [0, 0]);
}

#[test]
fn what_became_of_what_the_archives_hold_as_open_is_told() {
    let mut facts = Facts {
        notices: vec![notice(Side::ToPay, NoticeState::Open)],
        debts: vec![owed(DebtKind::OtherInspection, 900_00, 0)],
        payments: vec![paid("DMRA", "2025-10-03", 1_629_17), paid("RC01", "2025-11-20", 400_00)],
        ..company("2025-12")
    };
    let told = facts.settle(parameters().notices);
    let told = told.iter().map(|one| (one.number.as_str(), one.state, one.left.cents(), one.last));
    let expected = [
        ("NR1", Some("pagata_ridotta"), 0, Some(day("2025-10-03"))),
        ("OtherInspection", None, 500_00, Some(day("2025-11-20"))),
    ];
    assert!(told.eq(expected));
    // What the archives know nobody has to tell.
    assert_eq!(facts.settle(parameters().notices).len(), 0);
}

#[test]
fn what_is_left_of_a_notice_is_what_its_row_proposes() {
    let rows_paid = vec![paid("DMRA", "2025-11-20", 1_000_00), paid("DMRA", "2025-11-25", 98_81)];
    let facts = settled(vec![notice(Side::ToPay, NoticeState::Open)], vec![], rows_paid);
    let found = &of(Kind::NoticeSent, &facts, ON)[0];
    let mut totals = rows(found).into_iter().map(|(causale, amount, _)| (causale, amount));
    assert_eq!(totals.next_back(), Some(("DMRA", 600_00)));
}

#[test]
fn a_credit_that_was_used_is_no_evidence_any_more() {
    let open = || vec![notice(Side::InFavour, NoticeState::Open)];
    let facts = settled(open(), vec![], vec![used("2025-10-16", 1_559_52)]);
    assert_eq!(told(&facts), []);
    let part = settled(open(), vec![], vec![used("2025-10-16", 559_52)]);
    assert_eq!(told(&part), [(Kind::NoticeInFavour, 1_000_00)]);
    let found = &of(Kind::NoticeInFavour, &part, ON)[0];
    assert_eq!(rows(found), [("DMRP", -1_000_00, None)]);
}

#[test]
fn a_row_settles_the_debt_of_its_kind_and_only_once() {
    for (kind, causale, left) in [
        (DebtKind::UnpaidReturn, "DM10", 0),
        (DebtKind::UnpaidReturn, "RC01", 0),
        (DebtKind::UnpaidReturn, "DMRA", 900_00),
        (DebtKind::Notice, "DMRA", 0),
        (DebtKind::Notice, "DM10", 900_00),
        (DebtKind::OtherInspection, "RC01", 0),
        (DebtKind::WageComparison, "DM10", 900_00),
    ] {
        let rows = vec![paid(causale, "2025-11-20", 900_00)];
        let facts = settled(vec![], vec![owed(kind, 900_00, 0)], rows);
        let recovery = of(Kind::CreditRecovery, &facts, ON);
        let amounts: Vec<_> = recovery.iter().filter_map(|one| one.amount).collect();
        assert_eq!(amounts.into_iter().sum::<Euro>(), euro(left), "{kind:?} {causale}");
        let expected = if left == 0 { Outcome::Regular } else { Outcome::ToInvite };
        assert_eq!(outcome(&facts), expected, "{kind:?} {causale}");
    }
    let two =
        vec![owed(DebtKind::OtherInspection, 900_00, 0), owed(DebtKind::WorkerReport, 900_00, 0)];
    let facts = settled(vec![], two, vec![paid("RC01", "2025-11-20", 1_000_00)]);
    assert_eq!(told(&facts), [(Kind::CreditRecovery, 800_00)]);
    // What the archive holds as paid was paid by the row first.
    let done = DebtFact { phase: Phase::Paid, ..owed(DebtKind::OtherInspection, 900_00, 900_00) };
    let open = owed(DebtKind::WorkerReport, 900_00, 0);
    let facts = settled(vec![], vec![open, done], vec![paid("RC01", "2025-11-20", 900_00)]);
    assert_eq!(told(&facts), [(Kind::CreditRecovery, 900_00)]);
}

#[test]
fn what_the_archive_counted_already_is_not_counted_again() {
    let left = |amount, counted, rows: &[(&str, i64)]| {
        let rows = rows.iter().map(|(on, amount)| paid("DM10", on, *amount)).collect();
        let debt = owed(DebtKind::UnpaidReturn, amount, counted);
        settled(vec![], vec![debt], rows).debts[0].debt.residual().cents()
    };
    // The whole return with what was paid of it, or only what it left.
    assert_eq!(left(1_000_00, 400_00, &[("2025-04-16", 400_00)]), 600_00);
    assert_eq!(left(600_00, 0, &[("2025-04-16", 400_00)]), 600_00);
    for (amount, counted) in [(1_000_00, 400_00), (600_00, 0)] {
        let late = [("2025-04-16", 400_00), ("2025-11-20", 500_00)];
        assert_eq!(left(amount, counted, &late), 100_00, "{amount}");
    }
    // It was fed again after the late payment.
    assert_eq!(left(1_000_00, 900_00, &[("2025-11-20", 900_00)]), 100_00);
    assert_eq!(left(1_000_00, 0, &[("2025-11-20", 1_200_00)]), 0);
}

#[test]
fn a_debt_is_no_more_than_its_return_leaves_to_be_paid() {
    let left = |amount, counted, due, missing| {
        let declarations = vec![declared("2025-03", due, missing)];
        let debts = vec![owed(DebtKind::UnpaidReturn, amount, counted)];
        let mut facts = Facts { declarations, debts, ..company("2025-12") };
        facts.settle(parameters().notices);
        facts.debts[0].debt.residual().cents()
    };
    assert_eq!(left(1_000_00, 0, 1_000_00, 0), 0);
    assert_eq!(left(1_000_00, 400_00, 1_000_00, 600_00), 600_00);
    assert_eq!(left(600_00, 0, 1_000_00, 600_00), 600_00);
    assert_eq!(left(600_00, 0, 1_000_00, 0), 0);
    assert_eq!(left(1_500_00, 0, 1_000_00, 0), 500_00, "the archive knows of more");
}

#[test]
fn a_row_for_a_notice_or_a_debt_that_is_not_there_is_attached_to_nothing() {
    let with = |notices, debts, fact| settled(notices, debts, vec![fact]);
    let loose = |facts: &Facts| of(Kind::LoosePayment, facts, ON);
    for causale in ["DMRA", "RC01"] {
        let fact = || paid(causale, "2025-11-20", 900_00);
        let nothing = loose(&with(vec![], vec![], fact()));
        let [one] = nothing.as_slice() else { panic!("{causale}: {nothing:?}") };
        assert!(matches!(one.cause, Cause::NothingOwed { row: 1, .. }), "{one:?}");
        assert_eq!(one.amount, Some(euro(900_00)));
        // One that was settled long ago is still what the row was for.
        let closed = vec![notice(Side::ToPay, NoticeState::Closed)];
        assert_eq!(loose(&with(closed, vec![], fact())), []);
        let owed = vec![owed(DebtKind::Notice, 900_00, 0)];
        assert_eq!(loose(&with(vec![], owed, fact())), []);
        let in_favour = vec![notice(Side::InFavour, NoticeState::Open)];
        assert_eq!(loose(&with(in_favour, vec![], fact())).len(), 1);
        let mut other = fact();
        other.row.from = Some(month("2025-02"));
        let there = || vec![notice(Side::ToPay, NoticeState::Open)];
        assert_eq!(loose(&with(there(), vec![], other.clone())).len(), 1);
        other.row.to = Some(month("2025-04"));
        assert_eq!(loose(&with(there(), vec![], other)), []);
    }
    assert_eq!(loose(&with(vec![], vec![], paid("PRCA", "2025-11-20", 1))), []);
}
