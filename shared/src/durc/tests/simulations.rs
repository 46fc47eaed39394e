//! What turns it green.

use super::*;
use crate::parameters::Confidence;

fn pay(debt: &str, cents: i64, on: &str) -> Payment {
    Payment { debt: debt.to_owned(), amount: euro(cents), day: day(on) }
}

fn planned(situation: &Situation, on: &str, pay_on: &str) -> Plan {
    plan(&parameters(), situation, day(on), day(pay_on)).unwrap()
}

#[test]
fn the_fewest_debts_are_proposed_and_the_smallest_of_them() {
    let debts = vec![
        open("a", "2024-10", 100_00),
        open("b", "2024-11", 400_00),
        open("c", "2024-12", 300_00),
        open("d", "2025-01", 250_00),
        open("e", "2025-02", 60_00),
    ];
    let plan = planned(&owing(debts), "2025-05-15", "2025-05-20");
    let cure = &plan.cures[0];
    // 1,110.00 open: 960.00 at least. Three debts at least, since the two largest make 700.00; 400 + 300 + 250 = 950 does not reach.
    assert_eq!((cure.open, cure.least), (euro(1_110_00), euro(960_00)));
    let keys: Vec<&str> = cure.payments.iter().map(|payment| payment.debt.as_str()).collect();
    assert_eq!(keys, ["b", "c", "d", "e"]);
    assert_eq!(cure.left, euro(100_00));
    assert_eq!(plan.green_from, Some(day("2025-05-20")));
}

#[test]
fn a_smaller_debt_is_proposed_where_it_is_enough() {
    let debts = vec![
        open("a", "2024-11", 900_00),
        open("b", "2024-12", 200_00),
        open("c", "2025-01", 120_00),
        open("d", "2025-02", 20_00),
    ];
    let cure = planned(&owing(debts), "2025-05-15", "2025-05-15").cures.remove(0);
    // 1,090.00 at least: the largest two, or the largest and none smaller that reaches.
    let keys: Vec<&str> = cure.payments.iter().map(|payment| payment.debt.as_str()).collect();
    assert_eq!(keys, ["a", "b"]);
    let one = owing(vec![open("a", "2025-01", 900_00), open("b", "2025-02", 151_00)]);
    let small = Situation {
        debts: vec![Debt { paid: euro(760_00), ..one.debts[0].clone() }, one.debts[1].clone()],
        ..one
    };
    let cure = planned(&small, "2025-05-15", "2025-05-15").cures.remove(0);
    // 140.00 and 151.00 open: paying the smaller leaves 151.00, too much; the larger leaves 140.00.
    assert_eq!(cure.least, euro(141_00));
    assert_eq!(cure.payments, [pay("b", 151_00, "2025-05-15")]);
}

#[test]
fn payments_on_their_days_turn_it_green_on_the_last_that_is_needed() {
    let situation = owing(vec![open("a", "2025-01", 500_00), open("b", "2025-02", 700_00)]);
    let from = |payments: &[Payment]| {
        green_from(&parameters(), &situation, payments, day("2025-05-15")).unwrap()
    };
    let both = [pay("a", 500_00, "2025-05-18"), pay("b", 700_00, "2025-05-23")];
    assert_eq!(from(&both), Some(day("2025-05-23")));
    assert_eq!(from(&both[..1]), None);
    assert_eq!(
        from(&[pay("a", 500_00, "2025-05-18"), pay("b", 550_00, "2025-05-16")]),
        Some(day("2025-05-18"))
    );
    assert!(matches!(
        green_from(&parameters(), &situation, &[pay("z", 1, "2025-05-18")], day("2025-05-15")),
        Err(DurcError::NoSuchDebt(_))
    ));
}

#[test]
fn what_is_paid_after_the_time_to_cure_helps_when_the_block_ends() {
    let case = invited(owing(vec![open("a", "2025-02", 700_00)]), "2025-05-15");
    let plan = |on, pay_on| planned(&case, on, pay_on);
    let in_time = plan("2025-05-20", "2025-05-30");
    assert_eq!(in_time.pay_by, Some(day("2025-05-30")));
    assert_eq!(in_time.green_from, Some(day("2025-05-30")));
    let late = plan("2025-05-20", "2025-05-31");
    assert_eq!(late.green_from, Some(day("2025-06-15")));
    // What was paid late before today helps as late.
    let before = [pay("a", 700_00, "2025-06-02")];
    let paid = after(&case, &before, day("2025-06-03")).unwrap();
    let plan = planned(&paid, "2025-06-03", "2025-06-03");
    assert_eq!(plan.check.outcome, Outcome::Irregular);
    assert_eq!((plan.green_from, plan.pay_by), (Some(day("2025-06-15")), None));
    assert!(plan.cures.iter().all(|cure| cure.payments.is_empty()));
    let returns = Situation {
        missing_returns: vec![MissingReturn::of_month(None, month("2025-02"))],
        ..invited(Situation::default(), "2025-05-15")
    };
    assert_eq!(planned(&returns, "2025-05-20", "2025-05-29").green_from, Some(day("2025-05-29")));
    assert_eq!(planned(&returns, "2025-05-20", "2025-06-02").green_from, Some(day("2025-06-15")));
}

#[test]
fn green_ends_when_the_next_gap_comes_within_the_cut_off() {
    let situation = owing(vec![open("a", "2025-02", 700_00), open("b", "2025-04", 800_00)]);
    let plan = planned(&situation, "2025-05-15", "2025-05-20");
    assert_eq!(plan.cures.len(), 1);
    assert_eq!(plan.green_from, Some(day("2025-05-20")));
    assert_eq!(plan.green_until, Some(day("2025-06-30")));
    let fine = planned(&Situation::default(), "2025-05-15", "2025-05-20");
    assert_eq!((fine.green_from, fine.green_until), (Some(day("2025-05-15")), None));
}

#[test]
fn data_that_only_the_office_can_settle_leave_no_day() {
    let technical = Technical {
        gestione: Gestione::Employers,
        problem: TechnicalProblem::UnknownPosition,
        code: None,
        month: None,
        record: None,
    };
    let situation =
        Situation { technical: vec![technical], ..owing(vec![open("a", "2025-02", 700_00)]) };
    let plan = planned(&situation, "2025-05-15", "2025-05-20");
    assert!(plan.cures[0].office);
    assert_eq!(plan.green_from, None);
}

#[test]
fn the_block_of_an_invitation_is_to_be_verified() {
    let (parameters, today) = (parameters(), day("2025-09-30"));
    let owing = owing(vec![open("a", "2025-06", 500_00)]);
    assert_eq!(parameters.confidence(&owing, today), Confidence::Sourced);
    let invited = invited(owing, "2025-09-20");
    assert_eq!(parameters.confidence(&invited, today), Confidence::Reconstructed);
}
