//! Rates (E10), the DURC (E12), wages (E13), compliance letters (E14).

use super::*;
use crate::declarations::Group;
use crate::fiscal::Csc;
use crate::parameters::Set;

#[test]
fn a_rate_differs_by_more_than_rounding() {
    let fact = |group: &str, declared, expected, confidence| RateFact {
        gestione: Gestione::Employers,
        code: CODE.into(),
        month: month("2025-08"),
        group: group.into(),
        workers: 1,
        contribution: (euro(declared), euro(expected)),
        rate: None,
        confidence,
    };
    let found =
        |rates| of(Kind::RateDifference, &Facts { rates, ..company("2025-09") }, "2025-09-20");
    assert_eq!(found(vec![fact("a", 696_08, 696_06, Confidence::Sourced)]), []);
    assert_eq!(found(vec![fact("a", 690_06, 696_06, Confidence::Reconstructed)]), []);
    let two = vec![
        fact("a", 690_06, 696_06, Confidence::Derived),
        fact("b", 696_06, 696_06, Confidence::Sourced),
        fact("c", 500_00, 510_00, Confidence::Sourced),
    ];
    let found = found(two);
    assert_eq!((found.len(), found[0].amount), (1, Some(euro(16_00))));
    let groups = vec!["a".to_owned(), "c".to_owned()];
    let (declared, expected) = (euro(1_190_06), euro(1_206_06));
    assert_eq!(found[0].cause, Cause::RateDiffers { groups, declared, expected });
    let rate = Some((Rate::from_hundredths(33_72), Rate::from_hundredths(35_03)));
    let wrong = RateFact { rate, ..fact("x", 525_45, 525_45, Confidence::Sourced) };
    let facts = Facts { rates: vec![wrong], ..company("2025-09") };
    assert_eq!(of(Kind::RateDifference, &facts, "2025-09-20").len(), 1);
}

#[test]
fn a_group_may_bear_any_lawful_rate() {
    let set = Set::shipped();
    let due = |workers, contribution| {
        let group = Group {
            code: "2FD000".into(),
            workers,
            base: euro(4_000_00),
            contribution: euro(contribution),
        };
        let (csc, at) = (Csc::parse("70201").unwrap(), (CODE, month("2025-09")));
        let facts = group_rates(&set, (&csc, &[]), 8, at, &[group]);
        facts[0].contribution.1
    };
    // 40.37 % of 4,000.00, and 0.50 % more where all were renewed once.
    assert_eq!(due(1, 1_614_80), euro(1_614_80));
    assert_eq!(due(1, 1_634_80), euro(1_634_80));
    // One of two was renewed; of one worker that is no lawful sum.
    assert_eq!(due(2, 1_624_80), euro(1_624_80));
    assert_eq!(due(1, 1_624_80), euro(1_614_80));
    assert_eq!(due(2, 1_600_00), euro(1_614_80));
}

#[test]
fn a_small_wage_is_judged_by_its_rate() {
    let set = Set::shipped();
    let differs = |workers, base, contribution| {
        let [base, contribution] = [base, contribution].map(euro);
        let group = Group { code: "2FI000".into(), workers, base, contribution };
        let (csc, at) = (Csc::parse("70201").unwrap(), (CODE, month("2025-08")));
        let rates = group_rates(&set, (&csc, &[]), 8, at, &[group]);
        let facts = Facts { rates, ..company("2025-09") };
        !of(Kind::RateDifference, &facts, "2025-09-20").is_empty()
    };
    // 38.97 % of 300.00 is 116.91: two cents are 0.0067 %, one is 0.0033 %.
    assert!(differs(1, 300_00, 116_93) && differs(1, 300_00, 116_89));
    assert!(!differs(1, 300_00, 116_92) && !differs(1, 300_00, 116_91));
    // 0.005 % of 400.00 is two cents, which is no more.
    assert!(!differs(1, 400_00, 155_90) && differs(1, 400_00, 155_91));
    // 38.97 % of 50.00 is 19.485, rounded up or down; of 100.00 a cent is 0.01 %.
    assert!(!differs(1, 50_00, 19_48) && !differs(1, 50_00, 19_49) && differs(1, 50_00, 19_50));
    assert!(differs(1, 100_00, 38_98));
    // Three workers of 100.00, each rounded by itself, may miss 116.91 by less than three cents.
    assert!(!differs(3, 300_00, 116_93) && differs(3, 300_00, 116_94));
    // On ordinary wages it is the two cents that count: 779.40.
    assert!(!differs(1, 2_000_00, 779_42) && differs(1, 2_000_00, 779_43));
}

#[test]
fn the_durc_warns_before_it_ends_and_a_newer_one_clears_it() {
    let document =
        |protocol: &str, issued: &str| Document { protocol: protocol.into(), issued: day(issued) };
    let with = |documents| Facts { documents, ..company("2026-01") };
    let old = with(vec![document("INPS_1", "2025-01-10")]);
    let stage = |facts: &Facts, on| {
        let found = of(Kind::DurcWarning, facts, on);
        found.first().map(|one| match one.cause {
            Cause::DurcExpires { stage, .. } => stage,
            _ => unreachable!(),
        })
    };
    for (on, expected) in [
        ("2025-04-09", None),
        ("2025-04-10", Some(Stage::EarlyWarning)),
        ("2025-04-25", Some(Stage::LateWarning)),
        ("2025-05-10", Some(Stage::LateWarning)),
        ("2025-05-11", Some(Stage::Expired)),
        ("2025-06-09", Some(Stage::Expired)),
        ("2025-06-10", None),
    ] {
        assert_eq!(stage(&old, on), expected, "{on}");
    }
    let found = &of(Kind::DurcWarning, &old, "2025-04-10")[0];
    assert_eq!(deadlines(found), [(Term::Expiry, "2025-05-10".to_owned())]);
    let renewed = with(vec![document("INPS_1", "2025-01-10"), document("INPS_2", "2025-04-20")]);
    assert_eq!(stage(&renewed, "2025-04-25"), None);
}

#[test]
fn an_invitation_gives_fifteen_days() {
    let invitation = Some(Invitation { checked: day("2025-05-14"), sent: day("2025-05-15") });
    let with = |missing| Facts {
        invitation,
        positions: Vec::new(),
        ..declaring(vec![declared("2025-02", 500_00, missing)])
    };
    let facts = with(500_00);
    let found = &of(Kind::DurcWarning, &facts, "2025-05-20")[0];
    assert_eq!(deadlines(found), [(Term::Cure, "2025-05-30".to_owned())]);
    // Cured it resolves itself; and when the case is over, another query would begin another.
    assert_eq!(of(Kind::DurcWarning, &with(0), "2025-05-20"), []);
    assert_eq!(of(Kind::DurcWarning, &facts, "2025-06-13").len(), 1);
    assert_eq!(of(Kind::DurcWarning, &facts, "2025-06-14"), []);
    assert_eq!(found.steps[0], NextStep::SimulateDurc);
    assert!(found.severity(day("2025-05-20")).durc);
}

#[test]
fn wages_of_a_year_that_differ() {
    let fact = |company, workers, settled| WageFact {
        gestione: Gestione::Employers,
        code: CODE.into(),
        year: 2024,
        company: euro(company),
        workers: euro(workers),
        settled,
    };
    let found = |wages| {
        of(Kind::WageComparison, &Facts { wages: vec![wages], ..company("2025-09") }, "2025-09-20")
    };
    assert_eq!(found(fact(312_450_00, 312_450_00, false)), []);
    assert_eq!(found(fact(312_450_00, 311_950_00, true)), []);
    let differ = found(fact(312_450_00, 311_950_00, false));
    assert_eq!(differ[0].amount, Some(euro(500_00)));
    assert_eq!(differ[0].months, Some((month("2024-01"), month("2024-12"))));
}

#[test]
fn a_compliance_letter_has_two_terms() {
    let letter = |settled| LetterFact {
        number: "C1".into(),
        gestione: Gestione::Employers,
        code: Some(CODE.into()),
        months: None,
        amount: Some(euro(900_00)),
        received: day("2025-03-01"),
        settled,
    };
    let found = |settled| {
        let facts = Facts { letters: vec![letter(settled)], ..company("2025-09") };
        of(Kind::Compliance, &facts, "2025-04-01")
    };
    assert_eq!(found(true), []);
    assert_eq!(
        deadlines(&found(false)[0]),
        [(Term::Regularise, "2025-03-31".to_owned()), (Term::Report, "2025-05-30".to_owned())]
    );
    let about = LetterFact { months: Some((month("2024-11"), month("2025-01"))), ..letter(false) };
    let facts = Facts { letters: vec![about], ..company("2025-09") };
    let steps = &of(Kind::Compliance, &facts, "2025-04-01")[0].steps;
    let resend = |at: &str| NextStep::ResendReturn { code: CODE.to_owned(), month: month(at) };
    assert_eq!(steps[..3], ["2024-11", "2024-12", "2025-01"].map(resend));
    assert!(matches!(steps[3], NextStep::ReportFacts { by: Some(_) }));
}
