//! Returns and payments: E4 to E8, and the clock of E11.

use proptest::prelude::*;

use super::*;

fn missing(facts: &Facts, on: &str) -> Vec<String> {
    let found = of(Kind::MissingReturn, facts, on);
    found.into_iter().map(|evidence| evidence.months.unwrap().0.to_string()).collect()
}

#[test]
fn a_return_is_missing_after_its_term() {
    let facts = company("2025-07");
    // The UniEmens of 07/2025 is due on 01/09/2025: the 31st is a Sunday.
    assert_eq!(missing(&facts, "2025-09-01"), [""; 0]);
    assert_eq!(missing(&facts, "2025-09-02"), ["2025-07"]);
    assert_eq!(missing(&facts, "2025-11-01"), ["2025-07", "2025-08", "2025-09"]);
    let sent = Facts { declarations: vec![declared("2025-08", 0, 0)], ..company("2025-07") };
    assert_eq!(missing(&sent, "2025-11-01"), ["2025-07", "2025-09"]);
    let evidence = &of(Kind::MissingReturn, &facts, "2025-09-02")[0];
    assert_eq!(evidence.key, "E08~7012345662~2025-07");
    assert_eq!(evidence.durc_from, Some(day("2025-10-01")));
    assert!(evidence.steps.contains(&NextStep::Petition(Petition::PositionChange)));
}

#[test]
fn an_interruption_clears_what_is_missing() {
    let mut facts = company("2020-02");
    let suspended = |from: &str, to: Option<&str>| Period { from: day(from), to: to.map(day) };
    facts.positions[0].interruptions = vec![suspended("2020-03-09", Some("2020-05-31"))];
    // March was worked until the 8th.
    assert_eq!(missing(&facts, "2020-08-01"), ["2020-02", "2020-03", "2020-06"]);
    facts.positions[0].interruptions.push(suspended("2020-03-01", Some("2020-03-08")));
    assert_eq!(missing(&facts, "2020-08-01"), ["2020-02", "2020-06"]);
    facts.positions[0].interruptions.push(suspended("2020-06-01", None));
    assert_eq!(missing(&facts, "2026-01-01"), ["2020-02"]);
}

#[test]
fn nothing_is_missing_outside_the_time_of_activity() {
    let mut facts = company("2019-01");
    facts.positions[0].active = vec![
        Period { from: day("2019-03-31"), to: Some(day("2019-04-01")) },
        Period { from: day("2019-07-01"), to: Some(day("2019-07-01")) },
    ];
    assert_eq!(missing(&facts, "2019-12-01"), ["2019-03", "2019-04", "2019-07"]);
    facts.positions[0].gestione = Gestione::Artisans;
    assert_eq!(missing(&facts, "2019-12-01"), [""; 0]);
}

#[test]
fn a_return_without_payment_is_unmatched_until_it_is_paid() {
    let unpaid = declaring(vec![declared("2025-08", 1_276_00, 1_276_00)]);
    // Due 16/09/2025: the unpaid archive on 20/10, credit recovery on 30/10.
    assert_eq!(of(Kind::Unmatched, &unpaid, "2025-09-16"), []);
    let evidence = &of(Kind::Unmatched, &unpaid, "2025-09-17")[0];
    assert_eq!(evidence.amount, Some(euro(1_276_00)));
    assert_eq!(deadlines(evidence), [(Term::Recovery, "2025-10-30".to_owned())]);
    assert_eq!(rows(evidence), [("DM10", 1_276_00, None)]);
    let paid = declaring(vec![declared("2025-08", 1_276_00, 0)]);
    assert_eq!(derived(&paid, "2025-09-17").evidence, []);
    let credit = declaring(vec![declared("2025-08", -50_00, -50_00)]);
    assert_eq!(of(Kind::Unmatched, &credit, "2025-09-17"), []);
}

#[test]
fn what_is_not_paid_goes_to_credit_recovery_by_the_clock() {
    let facts = declaring(vec![declared("2025-08", 1_000_00, 300_00)]);
    let phase = |on| {
        let found = of(Kind::CreditRecovery, &facts, on);
        found.first().map(|evidence| match evidence.cause {
            Cause::Owed { phase, since, .. } => (phase, since.to_string(), evidence.amount),
            _ => unreachable!(),
        })
    };
    assert_eq!(phase("2025-10-19"), None);
    let amount = Some(euro(300_00));
    assert_eq!(phase("2025-10-20"), Some((Phase::Unpaid, "2025-10-20".into(), amount)));
    assert_eq!(phase("2025-10-29"), Some((Phase::Unpaid, "2025-10-20".into(), amount)));
    assert_eq!(phase("2025-10-30"), Some((Phase::Recovery, "2025-10-30".into(), amount)));
    assert_eq!(of(Kind::Unmatched, &facts, "2025-10-30"), [], "something was paid");
    let late = declaring(vec![declared("2025-08", 1_000_00, 0)]);
    assert_eq!(of(Kind::CreditRecovery, &late, "2025-10-30"), []);
}

#[test]
fn a_return_sent_late_goes_to_credit_recovery_after_it_was_sent() {
    let sent = |on: &str, outcome| TransmissionFact {
        protocol: on.into(),
        gestione: Gestione::Employers,
        code: CODE.into(),
        month: month("2025-03"),
        sent: Instant::from_rome(day(on), 9, 0).unwrap(),
        outcome,
    };
    // Due on 16/4, and in the archive on 20/5 had it been there.
    let transmissions = vec![
        sent("2025-06-03", Transmitted::Discarded),
        sent("2025-10-05", Transmitted::Accepted),
        sent("2025-11-08", Transmitted::Accepted),
    ];
    let facts = Facts { transmissions, ..declaring(vec![declared("2025-03", 1_000_00, 1_000_00)]) };
    let unmatched = &of(Kind::Unmatched, &facts, "2025-10-06")[0];
    assert_eq!(deadlines(unmatched), [(Term::Recovery, "2025-10-30".to_owned())]);
    assert_eq!(of(Kind::CreditRecovery, &facts, "2025-10-19"), []);
    let phase = |on| match of(Kind::CreditRecovery, &facts, on)[0].cause {
        Cause::Owed { phase, since, .. } => (phase, since),
        _ => unreachable!(),
    };
    assert_eq!(phase("2025-10-20"), (Phase::Unpaid, day("2025-10-20")));
    assert_eq!(phase("2025-10-30"), (Phase::Recovery, day("2025-10-30")));
}

#[test]
fn a_payment_without_its_return_says_what_it_should_have_been() {
    let unpaid = declaring(vec![declared("2025-09", 1_276_00, 1_276_00)]);
    let wrong = row("DM10", "2025-10", 1_276_00, Matched::NoDeclaration);
    let facts = Facts { payments: vec![wrong.clone()], ..unpaid.clone() };
    let found = of(Kind::Unmatched, &facts, "2025-10-20");
    let evidence = found.iter().find(|one| matches!(one.cause, Cause::NoReturnForPayment { .. }));
    let right = |evidence: &Evidence| match &evidence.steps[0] {
        NextStep::CorrectRow { right, .. } => right.clone().map(|row| (row.code, row.from)),
        _ => unreachable!(),
    };
    assert_eq!(right(evidence.unwrap()), Some((CODE.to_owned(), month("2025-09"))));
    // Two returns of the same amount: nobody guesses which.
    let two =
        vec![declared("2025-09", 1_276_00, 1_276_00), declared("2025-08", 1_276_00, 1_276_00)];
    let facts = Facts { payments: vec![wrong], ..declaring(two) };
    let found = of(Kind::Unmatched, &facts, "2025-10-20");
    let evidence = found.iter().find(|one| matches!(one.cause, Cause::NoReturnForPayment { .. }));
    assert_eq!(right(evidence.unwrap()), None);
    let mut stray = row("DM10", "2025-09", 1_276_00, Matched::WrongPosition);
    stray.row.code = "4912345631".into();
    let facts = Facts { payments: vec![stray], ..unpaid };
    let found = of(Kind::Unmatched, &facts, "2025-10-20");
    let evidence = found.iter().find(|one| matches!(one.cause, Cause::WrongPosition { .. }));
    assert_eq!(right(evidence.unwrap()), Some((CODE.to_owned(), month("2025-09"))));
    assert_eq!(evidence.unwrap().office, None);
}

#[test]
fn loose_rows_and_set_offs_that_nothing_backs() {
    let with = |payment| Facts { payments: vec![payment], ..company("2025-10") };
    let id = DeclarationId::from_u128(1);
    for (fact, expected) in [
        (row("DM10", "2025-09", 1, Matched::Declaration { id }), 0),
        (row("DM10", "2025-09", 1, Matched::Awaiting), 0),
        (row("RC01", "2025-09", 1, Matched::Other), 0),
        (row("RC01", "2025-09", 1, Matched::WrongPosition), 1),
    ] {
        let found = of(Kind::LoosePayment, &with(fact.clone()), "2025-10-20");
        assert_eq!(found.len(), expected, "{fact:?}");
    }
    let mut set_off = row("DM10", "2025-09", 0, Matched::Declaration { id });
    set_off.row.credit = euro(500_00);
    for (backed, expected) in [(0, Some(500_00)), (499_99, Some(1)), (500_00, None)] {
        let facts = with(PaymentFact { backed: euro(backed), ..set_off.clone() });
        let found = of(Kind::LoosePayment, &facts, "2025-10-20");
        assert_eq!(found.first().and_then(|one| one.amount), expected.map(euro), "{backed}");
    }
}

#[test]
fn a_return_that_is_not_balanced_or_was_discarded() {
    for (state, durc) in [
        (DmState::Provisional, None),
        (DmState::ProvisionalAnomalous, None),
        (DmState::NotGenerable, Some(day("2025-11-01"))),
    ] {
        let facts = declaring(vec![DeclarationFact { state, ..declared("2025-08", 0, 0) }]);
        let found = of(Kind::RejectedReturn, &facts, "2025-09-20");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].durc_from, durc, "{state:?}");
    }
    let sent = |protocol: &str, at, outcome| TransmissionFact {
        protocol: protocol.into(),
        gestione: Gestione::Employers,
        code: CODE.into(),
        month: month("2025-08"),
        sent: Instant::from_millis(at),
        outcome,
    };
    let with = |transmissions| Facts { transmissions, ..company("2025-09") };
    let discarded = sent("A1", 1, Transmitted::Discarded);
    let errors = sent("A2", 2, Transmitted::WithErrors(3));
    let fine = sent("A3", 3, Transmitted::Accepted);
    let kinds = |transmissions| {
        let found = derived(&with(transmissions), "2025-09-20").evidence;
        found.into_iter().map(|one| one.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds(vec![discarded.clone()]), [Kind::RejectedReturn]);
    assert_eq!(kinds(vec![errors.clone(), discarded.clone()]), [Kind::UniemensErrors]);
    assert_eq!(kinds(vec![errors, fine, discarded]), []);
}

proptest! {
    #[test]
    fn paying_and_declaring_never_add_evidence(
        months in proptest::collection::vec((0i64..3, any::<bool>()), 1..10), later in 0i64..400,
    ) {
        let first = month("2025-01");
        let on = day("2025-02-01").plus_days(later).to_string();
        let at = |number: usize| first.plus(i32::try_from(number).unwrap()).to_string();
        let facts = |settle: usize| {
            let all = months.iter().enumerate().filter(|(number, (_, sent))| *sent || *number < settle);
            let declarations = all.map(|(number, (missing, _))| {
                declared(&at(number), 200_00, if number < settle { 0 } else { missing * 100_00 })
            });
            Facts { declarations: declarations.collect(), ..company("2025-01") }
        };
        let counts: Vec<usize> =
            (0..=months.len()).map(|settle| derived(&facts(settle), &on).evidence.len()).collect();
        prop_assert!(counts.is_sorted_by(|more, fewer| more >= fewer), "{:?}", counts);
    }
}
