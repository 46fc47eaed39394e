//! The decision table, row by row.

use super::*;

fn roles(situation: &Situation, on: &str) -> Vec<(String, Role)> {
    let check = check(&parameters(), situation, day(on)).unwrap();
    let debts = check.gestioni.into_iter().flat_map(|gestione| gestione.debts);
    debts.map(|debt| (debt.key, debt.role)).collect()
}

#[test]
fn payments_are_looked_at_up_to_the_last_day_of_the_second_month_before() {
    for (on, expected) in [
        ("2025-05-15", "2025-03-31"),
        ("2025-05-01", "2025-03-31"),
        ("2025-05-31", "2025-03-31"),
        ("2025-01-10", "2024-11-30"),
        ("2024-04-30", "2024-02-29"),
        ("2024-04-01", "2024-02-29"),
        ("2025-04-30", "2025-02-28"),
        ("2025-03-31", "2025-01-31"),
        ("2025-02-28", "2024-12-31"),
        ("2024-02-29", "2023-12-31"),
        ("2025-12-01", "2025-10-31"),
    ] {
        assert_eq!(cut_off(day(on)), day(expected), "{on}");
    }
    // Due 17/03/2025 (the 16th is a Sunday) and 16/04/2025.
    let situation = owing(vec![open("feb", "2025-02", 500_00), open("mar", "2025-03", 900_00)]);
    assert_eq!(
        roles(&situation, "2025-05-15"),
        [
            ("feb".to_owned(), Role::Counts),
            ("mar".to_owned(), Role::NotYetDue { counts_from: day("2025-06-01") }),
        ]
    );
    assert_eq!(
        outcome(&owing(vec![open("mar", "2025-03", 900_00)]), "2025-05-15"),
        Outcome::Regular
    );
}

#[test]
fn a_case_over_the_end_of_february() {
    // Asked and invited on 31/1/2025: 15 days are 15/2, 30 are 2/3. October was due on 18/11/2024, the 16th being a Saturday.
    let october = open("oct", "2024-10", 500_00);
    assert_eq!(october.due, day("2024-11-18"));
    let unpaid = invited(owing(vec![october.clone()]), "2025-01-31");
    for (on, expected) in [
        ("2025-01-31", Outcome::BeingCured),
        ("2025-02-15", Outcome::BeingCured),
        ("2025-02-16", Outcome::Irregular),
        ("2025-03-02", Outcome::Irregular),
        ("2025-03-03", Outcome::ToInvite),
    ] {
        assert_eq!(outcome(&unpaid, on), expected, "{on}");
    }
    let paid = |on: &str| {
        let payments = vec![Paid { day: day(on), amount: euro(500_00) }];
        let paid = Debt { paid: euro(500_00), payments, ..october.clone() };
        outcome(&invited(owing(vec![paid]), "2025-01-31"), "2025-02-20")
    };
    assert_eq!((paid("2025-02-15"), paid("2025-02-16")), (Outcome::Regular, Outcome::Irregular));
    // November, due on 16/12/2024, is not looked at until 1/2/2025.
    let november = open("nov", "2024-11", 900_00);
    assert_eq!(outcome(&owing(vec![november.clone()]), "2025-01-31"), Outcome::Regular);
    assert_eq!(outcome(&owing(vec![november]), "2025-02-01"), Outcome::ToInvite);
}

#[test]
fn a_return_that_may_still_be_handed_in_keeps_its_payment_out() {
    let quarterly = Debt { return_due: Some(day("2025-05-31")), ..open("q1", "2025-02", 500_00) };
    let situation = owing(vec![quarterly]);
    let role = Role::ReturnNotYetDue { counts_from: day("2025-06-01") };
    assert_eq!(roles(&situation, "2025-05-31"), [("q1".to_owned(), role)]);
    assert_eq!(roles(&situation, "2025-06-01"), [("q1".to_owned(), Role::Counts)]);
}

#[test]
fn a_gap_up_to_the_tolerance_is_not_serious() {
    for (cents, expected) in [
        (0, Outcome::Regular),
        (149_99, Outcome::Regular),
        (150_00, Outcome::Regular),
        (150_01, Outcome::ToInvite),
    ] {
        let situation = owing(vec![open("a", "2025-02", cents)]);
        assert_eq!(outcome(&situation, "2025-05-15"), expected, "{cents}");
    }
    let artisan = Debt { gestione: Gestione::Artisans, ..open("b", "2025-02", 140_00) };
    let two = owing(vec![open("a", "2025-02", 140_00), artisan]);
    assert_eq!(outcome(&two, "2025-05-15"), Outcome::Regular);
    let same = owing(vec![open("a", "2025-02", 140_00), open("b", "2025-01", 140_00)]);
    assert_eq!(outcome(&same, "2025-05-15"), Outcome::ToInvite);
}

#[test]
fn accessories_count_and_may_stand_alone() {
    let with = |contribution, sanctions, interest, paid| Debt {
        sanctions: euro(sanctions),
        interest: euro(interest),
        paid: euro(paid),
        ..open("a", "2025-02", contribution)
    };
    for (debt, expected) in [
        (with(0, 150_01, 0, 0), Outcome::ToInvite),
        (with(100_00, 30_00, 20_00, 0), Outcome::Regular),
        (with(100_00, 30_00, 20_01, 0), Outcome::ToInvite),
        (with(1_000_00, 200_00, 0, 1_050_00), Outcome::Regular),
        (with(1_000_00, 0, 0, 5_000_00), Outcome::Regular),
    ] {
        assert_eq!(outcome(&owing(vec![debt.clone()]), "2025-05-15"), expected, "{debt:?}");
    }
}

#[test]
fn what_covers_a_debt_keeps_it_regular_while_it_holds() {
    use CoverCause::*;
    for cause in [
        Instalments,
        SuspendedByLaw,
        SetOff,
        Appeal,
        CourtCase,
        CollectionSuspended,
        FacilitatedSettlement,
        Quittance,
    ] {
        let cover =
            Cover { cause, from: day("2025-05-10"), ended: Some(day("2025-06-01")), amount: None };
        let situation = owing(vec![Debt { covers: vec![cover], ..open("a", "2025-02", 500_00) }]);
        for (on, expected) in [
            ("2025-05-09", Outcome::ToInvite),
            ("2025-05-10", Outcome::Regular),
            ("2025-05-31", Outcome::Regular),
            ("2025-06-01", Outcome::ToInvite),
        ] {
            assert_eq!(outcome(&situation, on), expected, "{cause:?} {on}");
        }
        assert_eq!(roles(&situation, "2025-05-10"), [("a".to_owned(), Role::Covered)]);
    }
}

#[test]
fn what_is_covered_in_part_counts_for_the_rest() {
    let covered = |cents| {
        let cover = Cover {
            cause: CoverCause::SetOff,
            from: day("2025-01-01"),
            ended: None,
            amount: Some(euro(cents)),
        };
        owing(vec![Debt { covers: vec![cover], ..open("a", "2025-02", 500_00) }])
    };
    assert_eq!(outcome(&covered(349_99), "2025-05-15"), Outcome::ToInvite);
    assert_eq!(outcome(&covered(350_00), "2025-05-15"), Outcome::Regular);
    assert_eq!(roles(&covered(350_00), "2025-05-15"), [("a".to_owned(), Role::WithinTolerance)]);
}

#[test]
fn certified_credits_must_reach_all_that_is_open() {
    let inail = Debt { gestione: Gestione::Inail, ..open("b", "2025-01", 400_00) };
    let debts = vec![open("a", "2025-02", 600_00), inail];
    let with = |cents| Situation { certified_credits: euro(cents), ..owing(debts.clone()) };
    assert_eq!(outcome(&with(999_99), "2025-05-15"), Outcome::ToInvite);
    assert_eq!(outcome(&with(1_000_00), "2025-05-15"), Outcome::Regular);
}

#[test]
fn a_procedure_covers_what_was_due_before_it_opened() {
    let with = |opened: &str, ended: Option<&str>| Situation {
        insolvency: Some(Insolvency {
            procedure: Procedure::ExtraordinaryAdministration,
            opened: day(opened),
            ended: ended.map(day),
        }),
        ..owing(vec![open("a", "2025-02", 600_00)])
    };
    assert_eq!(outcome(&with("2025-03-18", None), "2025-05-15"), Outcome::Regular);
    assert_eq!(outcome(&with("2025-03-17", None), "2025-05-15"), Outcome::ToInvite);
    assert_eq!(outcome(&with("2025-03-18", Some("2025-05-15")), "2025-05-15"), Outcome::ToInvite);
}

#[test]
fn an_invitation_gives_fifteen_days() {
    let owed = owing(vec![open("a", "2025-02", 150_01)]);
    let case = invited(owed.clone(), "2025-05-15");
    for (on, expected) in [
        ("2025-05-14", Outcome::ToInvite),
        ("2025-05-15", Outcome::BeingCured),
        ("2025-05-30", Outcome::BeingCured),
        ("2025-05-31", Outcome::Irregular),
        ("2025-06-14", Outcome::Irregular),
        // The block has ended: another query begins another case.
        ("2025-06-15", Outcome::ToInvite),
        ("2025-12-31", Outcome::ToInvite),
    ] {
        assert_eq!(outcome(&case, on), expected, "{on}");
    }
    let check = check(&parameters(), &case, day("2025-05-20")).unwrap();
    assert_eq!(check.cure_by, Some(day("2025-05-30")));
    assert_eq!(check.blocked_until, Some(day("2025-06-14")));
    assert_eq!(check.outcome.light(), Light::Yellow);
    let paid = invited(owing(vec![open("a", "2025-02", 0)]), "2025-05-15");
    assert_eq!(outcome(&paid, "2025-05-30"), Outcome::Regular);
}

#[test]
fn a_case_is_judged_by_the_cut_off_of_its_query_until_it_is_over() {
    // The query of 20 May looks up to 31 March; 16 April would count from 1 June.
    let debts = |feb| vec![open("feb", "2025-02", feb), open("mar", "2025-03", 900_00)];
    let case = invited(owing(debts(0)), "2025-05-20");
    assert_eq!(outcome(&case, "2025-06-03"), Outcome::Regular);
    assert_eq!(outcome(&case, "2025-06-19"), Outcome::Regular);
    assert_eq!(outcome(&case, "2025-06-20"), Outcome::ToInvite);
    let open_case = invited(owing(debts(200_00)), "2025-05-20");
    assert_eq!(outcome(&open_case, "2025-06-19"), Outcome::Irregular);
    let after = check(&parameters(), &open_case, day("2025-06-20")).unwrap();
    assert_eq!((after.outcome, after.cut_off), (Outcome::ToInvite, day("2025-04-30")));
    assert_eq!((after.cure_by, after.blocked_until), (None, None));
}

#[test]
fn what_is_cured_after_the_fifteen_days_stays_irregular_while_the_block_lasts() {
    let paid = |cents, on| {
        let payments = vec![Paid { day: day(on), amount: euro(cents) }];
        let debt = Debt { paid: euro(cents), payments, ..open("a", "2025-02", 900_00) };
        invited(owing(vec![debt]), "2025-05-15")
    };
    let late = paid(900_00, "2025-06-02");
    assert_eq!(outcome(&late, "2025-06-03"), Outcome::Irregular);
    assert_eq!(outcome(&late, "2025-06-14"), Outcome::Irregular);
    assert_eq!(outcome(&late, "2025-06-15"), Outcome::Regular);
    let case = check(&parameters(), &late, day("2025-06-03")).unwrap();
    let expired = Reason::CureExpired { cure_by: day("2025-05-30") };
    assert_eq!((case.gestioni[0].open, case.gestioni[0].reasons.last()), (euro(0), Some(&expired)));
    // In time, though told only later; and all but the tolerance of it.
    assert_eq!(outcome(&paid(900_00, "2025-05-30"), "2025-06-03"), Outcome::Regular);
    assert_eq!(outcome(&paid(750_00, "2025-05-30"), "2025-06-03"), Outcome::Regular);
    assert_eq!(outcome(&paid(749_99, "2025-05-30"), "2025-06-03"), Outcome::Irregular);
}

#[test]
fn a_missing_return_is_irregular_after_the_invitation() {
    let missing = Situation {
        missing_returns: vec![MissingReturn::of_month(None, month("2025-02"))],
        ..Situation::default()
    };
    assert_eq!(outcome(&missing, "2025-04-30"), Outcome::Regular);
    assert_eq!(outcome(&missing, "2025-05-01"), Outcome::ToInvite);
    let case = invited(missing, "2025-05-15");
    assert_eq!(outcome(&case, "2025-05-30"), Outcome::BeingCured);
    assert_eq!(outcome(&case, "2025-05-31"), Outcome::Irregular);
    let check = check(&parameters(), &case, day("2025-05-31")).unwrap();
    assert_eq!(
        check.gestioni[0].reasons,
        [
            Reason::ReturnMissing { code: None, month: month("2025-02") },
            Reason::CureExpired { cure_by: day("2025-05-30") },
        ]
    );
}

#[test]
fn unsound_data_are_a_technical_anomaly_unless_something_is_owed() {
    let technical = |problem, competence: Option<&str>| Technical {
        gestione: Gestione::Employers,
        problem,
        code: Some("7012345662".into()),
        month: competence.map(month),
        record: None,
    };
    let with = |one, debts| Situation { technical: vec![one], ..owing(debts) };
    let unknown = technical(TechnicalProblem::UnknownPosition, None);
    assert_eq!(outcome(&with(unknown.clone(), vec![]), "2025-05-15"), Outcome::TechnicalAnomaly);
    let owed = vec![open("a", "2025-02", 500_00)];
    assert_eq!(outcome(&with(unknown, owed), "2025-05-15"), Outcome::ToInvite);
    let dm = |competence| technical(TechnicalProblem::DmNotGenerable, Some(competence));
    assert_eq!(outcome(&with(dm("2025-02"), vec![]), "2025-05-15"), Outcome::TechnicalAnomaly);
    assert_eq!(outcome(&with(dm("2025-03"), vec![]), "2025-05-15"), Outcome::Regular);
}

#[test]
fn what_cannot_be_is_refused_with_the_debt() {
    let refused = |debts| check(&parameters(), &owing(debts), day("2025-05-15")).unwrap_err();
    assert_eq!(refused(vec![open("a", "2025-02", -1)]), DurcError::Negative("a".into()));
    let twice = vec![open("a", "2025-02", 1), open("a", "2025-01", 1)];
    assert_eq!(refused(twice), DurcError::Twice("a".into()));
    let early = check(&parameters(), &Situation::default(), day("2015-06-30"));
    assert!(matches!(early, Err(DurcError::Missing(_))));
}

#[test]
fn a_record_that_cannot_be_read_is_set_aside_and_named() {
    let bad = open("bad", "2025-02", -900_00);
    let case = owing(vec![bad, open("good", "2025-02", 100_00)]);
    let early = Invitation { checked: day("2014-01-10"), sent: day("2014-01-10") };
    let case = Situation { invitation: Some(early), ..case }.readable(&parameters());
    let check = check(&parameters(), &case, day("2025-05-15")).unwrap();
    assert_eq!(check.outcome, Outcome::TechnicalAnomaly);
    assert_eq!(case.debts.len(), 1);
    let reasons = &check.gestioni[0].reasons;
    let named = reasons.iter().any(|reason| {
        matches!(reason, Reason::Technical { problem: TechnicalProblem::UnsoundRecord, record, .. }
            if record.as_deref() == Some("bad"))
    });
    assert!(named, "{reasons:?}");
    let twice = owing(vec![open("a", "2025-02", 500_00), open("a", "2025-01", 1)]);
    assert_eq!(outcome(&twice.readable(&parameters()), "2025-05-15"), Outcome::ToInvite);
}

#[test]
fn every_cause_that_a_law_gives_names_it() {
    for (cause, letter) in [
        (CoverCause::Instalments, 'a'),
        (CoverCause::SuspendedByLaw, 'b'),
        (CoverCause::SetOff, 'c'),
        (CoverCause::Appeal, 'd'),
        (CoverCause::CourtCase, 'e'),
        (CoverCause::CollectionSuspended, 'f'),
    ] {
        let source = cause.source().unwrap();
        assert!(source.starts_with("DM 30/1/2015, art. 3 c. 2 ") && source.ends_with(letter));
    }
    assert!(CoverCause::Insolvency.source().unwrap().contains("art. 5"));
    assert_eq!(CoverCause::Quittance.source(), None);
}
