//! The edges of each case.

use super::*;
use crate::parameters::{Missing, Parameter};

#[test]
fn the_120th_day_is_the_last() {
    let case = |paid| of(&omission("2025-09-16", paid)).case;
    assert_eq!(case("2026-01-14"), Case::SpontaneousOmission);
    assert_eq!(case("2026-01-15"), Case::Omission);
    let asked =
        |on| of(&Facts { requested: Some(day(on)), ..omission("2025-09-16", "2025-12-16") });
    assert_eq!(asked("2025-12-16").case, Case::Omission);
    assert_eq!(asked("2025-12-17").case, Case::SpontaneousOmission);
}

#[test]
fn paying_at_once_is_not_a_plan() {
    let facts = |form| Facts {
        payment: Some(Payment { day: day("2025-12-16"), form }),
        ..omission("2025-09-16", "2025-12-16")
    };
    let parts = of(&facts(Form::Parts));
    assert_eq!((parts.case, parts.reason), (Case::Omission, Reason::InParts));
    assert_eq!(parts.amount, cents(190_73));
    let plan = of(&facts(Form::Instalments));
    assert_eq!((plan.case, plan.reason), (Case::Omission, Reason::ByInstalments));
    let mild: Parameters =
        serde_json::from_str(&SHIPPED.replace("\"parts\": false", "\"parts\": true")).unwrap();
    let parts = assess(&mild, &rates(), &facts(Form::Parts)).unwrap();
    assert_eq!((parts.case, parts.amount), (Case::SpontaneousOmission, cents(53_60)));
}

#[test]
fn before_september_2024_nothing_is_milder_but_the_report() {
    let early = of(&omission("2024-08-20", "2024-10-01"));
    assert_eq!((early.case, early.reason), (Case::Omission, Reason::NoMilderCase));
    assert_eq!((early.rate, early.terms.spontaneous), (percent(915), None));
    let notified =
        Facts { notified: Some(day("2024-08-31")), ..omission("2024-08-20", "2024-09-20") };
    assert_eq!((of(&notified).halved, of(&notified).terms.halving), (None, None));
    let reported =
        Facts { reported: Some(day("2024-08-01")), ..evasion("2024-07-16", "2024-08-31") };
    assert_eq!((of(&reported).case, of(&reported).rate), (Case::ReportedEvasion, percent(975)));
    let later = Facts { reported: Some(day("2024-07-20")), ..evasion("2024-07-16", "2024-08-31") };
    assert_eq!((of(&later).case, of(&later).reason), (Case::Evasion, Reason::PaidTooLate));
}

#[test]
fn an_evasion_is_reported_within_twelve_months_and_before_the_demand() {
    let reported = |on, asked: Option<&str>| {
        let paid = day(on);
        of(&Facts {
            reported: Some(paid),
            until: paid,
            payment: Some(Payment { day: paid, form: Form::Whole }),
            requested: asked.map(day),
            ..evasion("2025-01-16", "2025-01-16")
        })
    };
    assert_eq!(reported("2026-01-16", None).case, Case::ReportedEvasion);
    assert_eq!(reported("2026-01-17", None).reason, Reason::ReportedTooLate);
    assert_eq!(reported("2025-10-16", Some("2025-10-16")).reason, Reason::ReportedAfterDemand);
    assert_eq!(reported("2025-10-16", Some("2025-10-17")).case, Case::ReportedEvasion);
    let unpaid = Facts {
        reported: Some(day("2025-10-16")),
        payment: None,
        ..evasion("2025-01-16", "2025-10-16")
    };
    assert_eq!(of(&unpaid).reason, Reason::NotPaid);
}

#[test]
fn half_until_the_30th_day_of_the_notification() {
    let paid = |on, form| {
        let payment = Some(Payment { day: day(on), form });
        let facts = evasion("2024-09-16", "2025-09-16");
        of(&Facts { payment, notified: Some(day("2025-09-01")), ..facts }).amount
    };
    assert_eq!(paid("2025-10-01", Form::Whole), cents(1_500_00));
    assert_eq!(paid("2025-10-01", Form::Instalments), cents(1_500_00));
    assert_eq!(paid("2025-10-02", Form::Whole), cents(3_000_00));
}

#[test]
fn what_the_institute_sends_is_under_the_regime_of_its_day() {
    // The notice of a month of 2023, notified under the regime of today; at 10 % for 326 days it is 139.29.
    let policy = Policy { rate: RateAt::One(DayOf::On(day("2024-01-04"))), ..usual() };
    let parameters = under(policy);
    let notice = |paid| {
        let payment = Some(Payment { day: day(paid), form: Form::Whole });
        let facts = Facts {
            contribution: cents(1_559_52),
            until: day("2024-02-05"),
            payment,
            notified: Some(day("2024-10-01")),
            ..omission("2023-03-16", paid)
        };
        assess(&parameters, &rates(), &facts).unwrap()
    };
    let half = notice("2024-10-31");
    assert_eq!((half.full, half.amount), (cents(139_29), cents(69_65)));
    assert_eq!(half.terms.halving, Some(day("2024-10-31")));
    assert_eq!(notice("2024-11-01").amount, cents(139_29));

    let relief = Some(Relief::Compliance { received: day("2026-01-10") });
    let letter = of(&Facts { relief, ..omission("2024-01-16", "2026-02-09") });
    assert_eq!((letter.case, letter.rate, letter.days), (Case::Compliance, percent(275), 755));
    assert_eq!(letter.amount, cents(568_84));
    let too_late = of(&Facts { relief, ..omission("2024-01-16", "2026-02-10") });
    assert_eq!(too_late.case, Case::Omission);
}

#[test]
fn a_letter_of_compliance_and_uncertainty() {
    let relief = Some(Relief::Compliance { received: day("2026-01-10") });
    let letter = |paid| of(&Facts { relief, ..omission("2025-01-16", paid) });
    let in_time = letter("2026-02-09");
    assert_eq!((in_time.case, in_time.rate, in_time.days), (Case::Compliance, percent(275), 389));
    assert_eq!((in_time.amount, in_time.cap), (cents(293_08), None));
    assert_eq!(in_time.terms.compliance, Some(day("2026-02-09")));
    assert_eq!(letter("2026-02-10").case, Case::Omission);

    let unsure =
        |due, until| of(&Facts { relief: Some(Relief::Uncertainty), ..omission(due, until) });
    // 106 days of 2.50 and 90 of 2.00.
    let by_law = unsure("2024-09-16", "2025-03-31");
    assert_eq!((by_law.case, by_law.spans.len()), (Case::Uncertainty, 2));
    assert_eq!(by_law.amount, cents(121_92));
    let before = unsure("2024-08-20", "2025-03-31");
    assert_eq!((before.rate, before.confidence), (percent(815), Confidence::Reconstructed));
}

#[test]
fn the_cap_is_reached_and_default_interest_follows() {
    let last = of(&evasion("2021-01-18", "2023-01-17"));
    assert_eq!((last.days, last.amount, last.capped_on), (729, cents(5_991_78), None));
    let capped = of(&evasion("2021-01-18", "2023-06-01"));
    assert_eq!((capped.amount, capped.capped_on), (cents(6_000_00), Some(day("2023-01-18"))));
    let from = day("2023-01-19");
    let confidence = Confidence::Reconstructed;
    assert_eq!(capped.default_interest, Some(DefaultInterest { from, confidence }));
}

#[test]
fn the_rate_is_that_of_the_day_that_policy_names() {
    let facts = Facts { payment: None, ..omission("2024-12-16", "2025-02-14") };
    let with = |rate| assess(&under(Policy { rate, ..usual() }), &rates(), &facts).unwrap();
    let shipped = of(&facts);
    let until = with(RateAt::One(DayOf::Until));
    assert_eq!((until.rate, shipped.rate), (percent(840), percent(840)));
    assert!(until.confidence > shipped.confidence, "as well known as the policy");
    assert_eq!(with(RateAt::One(DayOf::Due)).rate, percent(890));
    let each = with(RateAt::EachDay);
    let parts: Vec<_> = each.spans.iter().map(|span| (span.days, span.rate)).collect();
    assert_eq!(parts, [(1, percent(890)), (49, percent(865)), (10, percent(840))]);
    assert_eq!(each.amount, cents(141_58));
}

#[test]
fn what_is_paid_on_time_costs_nothing() {
    for paid in ["2025-09-16", "2025-09-01"] {
        let on_time = of(&omission("2025-09-16", paid));
        assert_eq!((on_time.days, on_time.amount, on_time.capped_on), (0, Euro::ZERO, None));
    }
}

#[test]
fn what_cannot_be_reckoned_is_refused() {
    let refused = |facts: &Facts| assess(&shipped(), &rates(), facts);
    let negative = Facts { contribution: cents(-1), ..omission("2025-09-16", "2025-12-16") };
    assert_eq!(refused(&negative), Err(Error::Negative));
    let no_rate = Missing { parameter: Parameter::Tur, day: day("2016-01-18") };
    let refusal = refused(&omission("2015-12-16", "2016-01-18"));
    assert_eq!(refusal, Err(Error::Missing(no_rate)));
    let no_regime = Missing { parameter: Parameter::CivilSanctions, day: day("2000-12-31") };
    let refusal = refused(&omission("2000-12-31", "2025-01-18"));
    assert_eq!(refusal, Err(Error::Missing(no_regime)));
    let unsaid = Parameters { policy: Series::default(), ..shipped() };
    let due = day("2025-09-16");
    let refusal = assess(&unsaid, &rates(), &omission("2025-09-16", "2025-12-16"));
    let no_policy = Missing { parameter: Parameter::CivilSanctions, day: due };
    assert_eq!(refusal, Err(Error::Missing(no_policy)));
}

#[test]
fn the_rate_of_a_notice_is_that_of_the_policy() {
    let (due, issued) = (day("2023-03-16"), day("2024-01-04"));
    let rate = |policy| omission_rate(&under(policy), &rates(), due, issued).unwrap().0;
    assert_eq!(rate(usual()), percent(10_00));
    assert_eq!(rate(Policy { rate: RateAt::One(DayOf::Due), ..usual() }), percent(8_50));
    assert_eq!(rate(Policy { rate: RateAt::EachDay, ..usual() }), percent(10_00));
}

#[test]
fn the_cap_of_a_notice_is_that_of_the_regime_of_the_policy() {
    let lower = SHIPPED.replacen("\"cap\": 400000", "\"cap\": 300000", 1);
    let (due, issued) = (day("2023-03-16"), day("2024-10-01"));
    let cap = |regime| {
        let policy = under(Policy { regime, ..usual() }).policy;
        let known: Parameters = serde_json::from_str(&lower).unwrap();
        omission_cap(&Parameters { policy, ..known }, due, issued)
    };
    assert_eq!(cap(DayOf::Due), Some(percent(30_00)));
    assert_eq!(cap(DayOf::Until), Some(percent(40_00)));
}
