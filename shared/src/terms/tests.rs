use proptest::prelude::*;

use super::*;
use crate::calendar::{Day, Month};
use crate::interest::tests::day;
use crate::money::Euro;
use crate::parameters::{Missing, Parameter};

fn shipped() -> Parameters {
    serde_json::from_str(SHIPPED).unwrap()
}

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

#[test]
fn an_unpaid_return_goes_to_recovery_in_two_steps() {
    for (competence, due, archived, recovery) in [
        ("2025-08", "2025-09-16", "2025-10-20", "2025-10-30"),
        ("2025-10", "2025-11-17", "2025-12-20", "2025-12-30"),
        ("2025-12", "2026-01-16", "2026-02-20", "2026-03-02"),
        ("2025-07", "2025-08-20", "2025-09-20", "2025-09-30"),
        ("2025-05", "2025-06-16", "2025-07-20", "2025-07-30"),
    ] {
        let found = clock(&shipped(), month(competence), None).unwrap();
        let days = [found.due, found.archived, found.recovery].map(|day| day.to_string());
        assert_eq!(days, [due, archived, recovery], "{competence}");
    }
    let found = clock(&shipped(), month("2025-08"), None).unwrap();
    for (sent, archived, recovery) in [
        ("2025-09-30", "2025-10-20", "2025-10-30"),
        ("2025-10-20", "2025-10-20", "2025-10-30"),
        // After its month's turn: with the next.
        ("2025-10-21", "2025-11-20", "2025-11-30"),
        ("2026-02-05", "2026-02-20", "2026-03-02"),
        ("2026-12-31", "2027-01-20", "2027-01-30"),
    ] {
        let found = clock(&shipped(), month("2025-08"), Some(day(sent))).unwrap();
        assert_eq!((found.archived, found.recovery), (day(archived), day(recovery)), "{sent}");
    }
    let stages =
        ["2025-09-16", "2025-09-17", "2025-10-20", "2025-10-30"].map(|on| found.on(day(on)));
    assert_eq!(stages, [Stage::Open, Stage::Late, Stage::Archived, Stage::Recovery]);
    let too_early = Missing { parameter: Parameter::CollectionTerm, day: day("2007-12-17") };
    assert_eq!(clock(&shipped(), month("2007-11"), None), Err(too_early));
}

#[test]
fn what_is_notified_gives_a_term() {
    let of = |event, on| term(&shipped(), event, day(on)).unwrap();
    let oppose = of(Event::DebitNoticeOpposition, "2025-05-05");
    assert_eq!((oppose.day, oppose.extended), (day("2025-06-14"), Some(day("2025-06-16"))));
    assert_eq!((oppose.last(), oppose.confidence), (day("2025-06-16"), Confidence::Reconstructed));
    assert!(oppose.source.ends_with("; art. 155 c.p.c."), "{}", oppose.source);
    let working = of(Event::DebitNoticeOpposition, "2025-05-06");
    assert_eq!((working.day, working.extended), (day("2025-06-15"), Some(day("2025-06-16"))));
    let usual = of(Event::DebitNoticeOpposition, "2025-05-07");
    assert_eq!((usual.extended, usual.last()), (None, day("2025-06-16")));
    assert!(!usual.source.contains("155"), "{}", usual.source);
    let pay = of(Event::DebitNoticePayment, "2025-05-05");
    assert_eq!((pay.day, pay.extended), (day("2025-07-04"), None));
    let appeal = of(Event::Appeal, "2025-05-05");
    assert_eq!((appeal.day, appeal.extended), (day("2025-08-03"), None));
    assert_eq!(of(Event::FriendlyReminder, "2025-05-05").day, day("2025-06-04"));
    assert_eq!(of(Event::ComplianceReport, "2025-05-05").day, day("2025-08-03"));
    assert!(term(&shipped(), Event::DebitNoticePayment, day("2010-12-31")).is_err());
    assert_eq!(appeal_decided_by(day("2025-07-04")), day("2026-12-31"));
    assert_eq!(appeal_decided_by(Day::LAST), Day::LAST);
}

#[test]
fn the_construction_trade_asks_by_the_day_of_each_year() {
    let of = |text| construction_request(&shipped(), month(text)).map(|term| term.day);
    assert_eq!(of("2024-06"), Ok(day("2025-02-15")));
    assert_eq!(of("2025-12"), Ok(day("2026-03-15")));
    assert!(of("2026-01").is_err());
}

#[test]
fn contributions_are_barred_after_five_years_or_ten() {
    let of = |reported: Option<&str>, interruptions: &[&str]| {
        let claim = Claim::Contributions { reported: reported.map(day) };
        let interruptions: Vec<_> = interruptions.iter().map(|text| day(text)).collect();
        prescription(&shipped(), claim, day("2018-09-17"), &interruptions, &[]).unwrap()
    };
    let plain = of(None, &[]);
    assert_eq!((plain.years, plain.last), (5, day("2023-09-17")));
    assert!(!plain.is_barred(day("2023-09-17")) && plain.is_barred(day("2023-09-18")));
    let interrupted = of(None, &["2023-09-17", "2021-03-01"]);
    assert_eq!((interrupted.from, interrupted.last), (day("2023-09-17"), day("2028-09-17")));
    let late = of(None, &["2023-09-18"]);
    assert_eq!((late.last, late.too_late), (plain.last, vec![day("2023-09-18")]));
    let reported = of(Some("2020-01-01"), &[]);
    assert_eq!((reported.years, reported.last), (10, day("2028-09-17")));
    assert!(reported.lengthened);
    let both = of(Some("2020-01-01"), &["2026-05-04"]);
    assert_eq!((both.from, both.last), (day("2026-05-04"), day("2036-05-04")));
    let too_late = of(Some("2023-09-18"), &[]);
    assert_eq!((too_late.years, too_late.lengthened), (5, false));
    assert_eq!(of(None, &["2017-01-01"]), plain);
}

#[test]
fn days_of_a_suspension_do_not_count() {
    let of = |since, interruptions: &[Day], suspensions: &[Suspension]| {
        let claim = Claim::Contributions { reported: None };
        prescription(&shipped(), claim, day(since), interruptions, suspensions).unwrap()
    };
    let law = suspensions(&shipped());
    let days =
        |found: &Prescription| found.suspended.iter().map(|one| one.days).collect::<Vec<_>>();
    // 129 and 182 days (Circ. INPS 126/2021): 311 days after 17/9/2023.
    let both = of("2018-09-17", &[], &law);
    assert_eq!((both.last, days(&both)), (day("2024-07-24"), vec![129, 182]));
    assert_eq!(both.confidence, Confidence::Reconstructed);
    // An interruption that would come too late without them counts, and what ran out before them stays so.
    let saved = of("2018-09-17", &[day("2024-07-24")], &law);
    assert_eq!((saved.last, saved.suspended), (day("2029-07-24"), vec![]));
    assert_eq!(of("2015-02-20", &[], &law).last, day("2020-02-20"));
    // The last day of the term is the first of a suspension: 23/2/2020 and 129 days; the second begins later.
    assert_eq!(of("2015-02-23", &[], &law).last, day("2020-07-01"));
    // A term that would begin within one begins at its end: 30/6/2025, and 182 days.
    let within = of("2020-03-16", &[], &law);
    assert_eq!((within.last, days(&within)), (day("2025-12-29"), vec![106, 182]));
    assert_eq!(of("2021-06-30", &[], &law).last, day("2026-06-30"));
    // No day counts twice.
    let twice = [law.clone(), law.clone()].concat();
    assert_eq!(of("2018-09-17", &[], &twice).last, both.last);
}

#[test]
fn further_terms_of_years() {
    let law = suspensions(&shipped());
    let of = |since, reported: Option<&str>, interruptions: &[&str]| {
        let claim = Claim::Contributions { reported: reported.map(day) };
        let interruptions: Vec<_> = interruptions.iter().map(|text| day(text)).collect();
        prescription(&shipped(), claim, day(since), &interruptions, &law).unwrap()
    };
    let cases: [(&str, Option<&str>, &[&str], &str); 10] = [
        // Five years of a leap day end on 28/2/2021; 129 days, then 182.
        ("2016-02-29", None, &[], "2022-01-05"),
        // 18/1/2021, 27/5/2021 after the first suspension, within the second.
        ("2016-01-18", None, &[], "2021-11-25"),
        // 16/5/2024 and 311 days.
        ("2019-05-16", None, &[], "2025-03-23"),
        // The day before the first suspension.
        ("2015-02-22", None, &[], "2020-02-22"),
        // Interrupted within the first suspension: anew from its end, 30/6/2025, and 182 days.
        ("2018-05-16", None, &["2020-04-15"], "2025-12-29"),
        // Due within the second: from its end.
        ("2021-02-16", None, &[], "2026-06-30"),
        // After both nothing is moved.
        ("2021-07-16", None, &["2023-03-01"], "2028-03-01"),
        // Reported within the five years: ten, and 311 days.
        ("2017-05-16", Some("2022-05-16"), &[], "2028-03-22"),
        // Interrupted in time only because of the suspensions, then once more.
        ("2017-05-16", None, &["2023-03-23", "2027-01-10"], "2032-01-10"),
        // A day too late: 16/5/2022 and 311 days are 23/3/2023.
        ("2017-05-16", None, &["2023-03-24"], "2023-03-23"),
    ];
    for (since, reported, interruptions, last) in cases {
        assert_eq!(of(since, reported, interruptions).last, day(last), "{since}");
    }
}

#[test]
fn further_set_offs() {
    let debt = |due, cents| Debt { due: day(due), amount: Euro::from_cents(cents) };
    let covered = |credit, debts: &[Debt]| {
        let settled = settle(Euro::from_cents(credit), debts);
        settled.iter().map(|one| (one.place, one.covered.cents())).collect::<Vec<_>>()
    };
    // 500.00 pays 123.45 of March; what is left, 376.55, pays 400 and 600 of April in proportion: 150.62 and 225.93.
    let debts =
        [debt("2026-04-16", 400_00), debt("2026-03-16", 123_45), debt("2026-04-16", 600_00)];
    assert_eq!(covered(500_00, &debts), [(1, 123_45), (0, 150_62), (2, 225_93)]);
    // A cent on three equal debts goes to one of them.
    let cent = covered(1, &[debt("2026-04-16", 10); 3]);
    assert_eq!(cent.iter().map(|(_, cents)| cents).sum::<i64>(), 1);
    let from = |cents, arose: &str, filed: Option<&str>| {
        let of_year = Euro::from_cents(cents);
        let credits = Credits { of_year, arose: day(arose), filed: filed.map(day) };
        set_off(&shipped(), &credits).unwrap().from
    };
    assert_eq!(from(7_500_00, "2026-01-16", Some("2026-02-28")), Some(day("2026-03-10")));
    // The tenth day came before the credit did.
    assert_eq!(from(7_500_00, "2026-03-31", Some("2026-03-02")), Some(day("2026-03-31")));
    assert_eq!(from(4_999_99, "2024-02-29", None), Some(day("2024-02-29")));
}

#[test]
fn a_credit_pays_the_oldest_debt_first() {
    let debt = |due, cents| Debt { due: day(due), amount: Euro::from_cents(cents) };
    let covered = |credit, debts: &[Debt]| {
        let settled = settle(Euro::from_cents(credit), debts);
        settled.iter().map(|one| (one.place, one.covered.cents())).collect::<Vec<_>>()
    };
    let debts = [debt("2026-10-16", 1_200_00), debt("2026-09-16", 800_00)];
    assert_eq!(covered(1_000_00, &debts), [(1, 800_00), (0, 200_00)]);
    assert_eq!(covered(5_000_00, &debts), [(1, 800_00), (0, 1_200_00)]);
    assert_eq!(covered(-1, &debts), [(1, 0), (0, 0)]);
    // Those of one day in proportion: 100.00 on 100, 100 and 100.
    let same = [debt("2026-09-16", 100_00); 3];
    assert_eq!(covered(100_00, &same), [(0, 33_33), (1, 33_34), (2, 33_33)]);
    assert!(covered(1, &[debt("2026-09-16", 0)]).is_empty());
}

#[test]
fn refunds_are_barred_after_ten_years() {
    let of = |since, interruptions: &[Day]| {
        prescription(&shipped(), Claim::Refund, day(since), interruptions, &[]).unwrap()
    };
    assert_eq!(of("2016-02-29", &[]).last, day("2026-02-28"));
    assert_eq!(of("2015-05-18", &[day("2020-01-01")]).last, day("2030-01-01"));
    let wartime = prescription(&shipped(), Claim::Refund, day("1940-01-01"), &[], &[]);
    assert!(wartime.is_err());
}

#[test]
fn large_credits_wait_for_the_tenth_day() {
    let of = |cents, filed: Option<&str>| {
        let of_year = Euro::from_cents(cents);
        let credits = Credits { of_year, arose: day("2025-10-01"), filed: filed.map(day) };
        set_off(&shipped(), &credits).unwrap()
    };
    let small = of(5_000_00, None);
    assert_eq!((small.from, small.visa), (Some(day("2025-10-01")), false));
    let large = of(5_000_01, Some("2025-10-31"));
    assert_eq!((large.from, large.visa), (Some(day("2025-11-10")), true));
    assert!(large.telematic && small.telematic);
    assert_eq!(of(5_000_01, None).from, None);
    let strict: Parameters = serde_json::from_str(&SHIPPED.replace("false", "true")).unwrap();
    let credits = Credits { of_year: Euro::ZERO, arose: day("2025-10-01"), filed: None };
    assert_eq!(set_off(&strict, &credits).unwrap().from, None);
}

proptest! {
    #[test]
    fn an_interruption_never_shortens(since in 10_000i64..=20_000, days in proptest::collection::vec(0i64..=9_000, 0..6), report in proptest::option::of(0i64..=9_000)) {
        let since = Day::from_epoch_days(since);
        let interruptions: Vec<_> = days.iter().map(|after| since.plus_days(*after)).collect();
        let reported = report.map(|after| since.plus_days(after));
        let of = |reported, interruptions: &[Day]| {
            prescription(&shipped(), Claim::Contributions { reported }, since, interruptions, &[]).unwrap()
        };
        let plain = of(None, &[]);
        let found = of(reported, &interruptions);
        prop_assert!(found.last >= plain.last && found.from >= since);
        prop_assert!(found.last >= of(None, &interruptions).last);
        prop_assert!(found.too_late.iter().all(|late| found.is_barred(*late)));
    }

    #[test]
    fn a_credit_is_spent_to_the_cent(
        credit in 0i64..=5_000_000_00,
        debts in proptest::collection::vec((0i64..4, 0i64..=1_000_000_00), 0..6),
    ) {
        let debts: Vec<_> = debts
            .iter()
            .map(|(due, cents)| Debt { due: Day::from_epoch_days(*due), amount: Euro::from_cents(*cents) })
            .collect();
        let owed: Euro = debts.iter().map(|debt| debt.amount).sum();
        let settled = settle(Euro::from_cents(credit), &debts);
        let covered: Euro = settled.iter().map(|one| one.covered).sum();
        prop_assert_eq!(covered, owed.min(Euro::from_cents(credit)));
        prop_assert!(settled.iter().all(|one| !one.covered.is_negative() && !one.open().is_negative()));
    }

    #[test]
    fn terms_do_not_panic(count in any::<i64>()) {
        let on = Day::from_epoch_days(count);
        let _ = (clock(&shipped(), Month::of(on), Some(on)), term(&shipped(), Event::DebitNoticeOpposition, on));
        let _ = prescription(&shipped(), Claim::Refund, on, &[on], &suspensions(&shipped()));
    }
}
