//! What payments make of plans.

use super::*;
use crate::parameters::{Confidence, Parameter};

/// Asked for in June 2026: 24 instalments of 543.55, of which the first two are paid.
fn held(protocol: &str) -> HeldPlan {
    HeldPlan {
        protocol: protocol.to_owned(),
        applied: day("2026-06-12"),
        next: day("2026-09-15"),
        instalment: Euro::from_cents(543_55),
        granted: 24,
        paid: 2,
        over: None,
    }
}

fn paid(plans: &[HeldPlan], payments: &[(&str, i64)]) -> Vec<(String, u16, Option<Day>, Day)> {
    let payments: Vec<_> =
        payments.iter().map(|(on, cents)| (day(on), Euro::from_cents(*cents))).collect();
    let found = attribute(plans, &payments).into_iter();
    found.map(|one| (one.protocol, one.paid, one.next, one.last)).collect()
}

#[test]
fn it_is_ours_that_the_oldest_instalment_is_paid_first() {
    let step = shipped().attribution;
    let step = step.on(Parameter::InstalmentRules, day("2026-11-30")).unwrap();
    assert_eq!(step.value, Attribution::OldestFirst);
    assert_eq!(step.confidence, Confidence::Reconstructed);
    assert!(step.source.starts_with("scelta nostra"), "{}", step.source);
}

#[test]
fn an_instalment_is_paid_where_payments_cover_it_and_those_before() {
    let plan = [held("P1")];
    let two = [("2026-07-15", 543_55), ("2026-08-17", 543_55)];
    assert_eq!(paid(&plan, &two), [], "as many as the archive says");
    let part = [two[0], two[1], ("2026-09-14", 543_54)];
    assert_eq!(paid(&plan, &part), [], "a cent is missing");
    let three = [part[2], part[0], part[1], ("2026-09-16", 1)];
    let next = Some(day("2026-10-15"));
    assert_eq!(paid(&plan, &three), [("P1".to_owned(), 3, next, day("2026-09-16"))]);
    // What the archive holds as paid must have been paid here too, and after the plan was asked for.
    assert_eq!(paid(&plan, &[("2026-09-15", 2 * 543_55)]), []);
    assert_eq!(paid(&plan, &[("2026-06-11", 24 * 543_55)]), []);
    assert_eq!(paid(&[], &[("2026-09-15", 1)]), []);
}

#[test]
fn the_last_instalment_makes_up_for_what_was_rounded() {
    let plan = [held("P1")];
    let all = |less: i64| paid(&plan, &[("2026-09-15", 24 * 543_55 - less)]);
    assert_eq!(all(5), [("P1".to_owned(), 24, None, day("2026-09-15"))]);
    assert_eq!(all(25)[0].1, 23);
}

#[test]
fn of_two_plans_the_older_is_paid_first() {
    let older = HeldPlan { paid: 0, granted: 2, ..held("P2") };
    let newer = HeldPlan { paid: 0, applied: day("2026-07-01"), ..held("P1") };
    let plans = [newer, older];
    let found = paid(&plans, &[("2026-09-15", 3 * 543_55)]);
    let [(first, 2, None, _), (second, 1, Some(_), _)] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!((first.as_str(), second.as_str()), ("P2", "P1"));
    let nothing = HeldPlan { instalment: Euro::ZERO, ..held("P3") };
    assert_eq!(paid(&[nothing], &[("2026-09-15", 1)]), []);
}

#[test]
fn what_was_paid_of_a_plan_that_is_over_is_of_no_other() {
    let running = held("P2");
    let over = Some(day("2026-09-15"));
    let ended = HeldPlan { applied: day("2025-09-12"), granted: 12, paid: 12, over, ..held("P1") };
    let both = |from: u32, to: u32| {
        let months = (from..=to).map(|month| format!("2026-{month:02}-15"));
        months.collect::<Vec<_>>()
    };
    let (of_ended, of_running) = (both(7, 9), both(7, 8));
    let payments: Vec<(&str, i64)> =
        of_ended.iter().chain(&of_running).map(|on| (on.as_str(), 543_55)).collect();
    let plans = [running, ended];
    assert_eq!(paid(&plans[..1], &payments)[0].1, 5, "were there only this one");
    assert_eq!(paid(&plans, &payments), []);
    // After it was over it takes nothing, however little of it was handed in here.
    let later = [("2026-09-16", 3 * 543_55)];
    let next = Some(day("2026-10-15"));
    let found = paid(&plans, &later);
    assert_eq!(found, [("P2".to_owned(), 3, next, day("2026-09-16"))]);
}
