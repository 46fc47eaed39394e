//! Figures worked out by hand, and those of real notices.

use super::*;

#[test]
fn the_law_and_the_circulars_are_read() {
    let parameters = shipped();
    for step in parameters.regimes.steps() {
        let regime = &step.value;
        let later = regime.reported_later.as_ref();
        assert!(later.is_none_or(|later| later.days > regime.reported.days));
        assert_eq!(regime.omission.cap, Some(percent(4_000)));
        assert_eq!(regime.evasion.cap, Some(percent(6_000)));
    }
    assert!(serde_json::from_str::<Parameters>(&SHIPPED.replace("points", "point")).is_err());
}

#[test]
fn paid_of_ones_own_accord_or_after_a_request() {
    let facts = omission("2025-09-16", "2025-12-16");
    let own = of(&facts);
    assert_eq!((own.case, own.reason), (Case::SpontaneousOmission, Reason::PaidSpontaneously));
    assert_eq!((own.days, own.rate, own.amount), (91, percent(215), cents(53_60)));
    assert_eq!(own.terms.spontaneous, Some(day("2026-01-14")));
    let asked = of(&Facts { requested: Some(day("2025-12-01")), ..facts });
    assert_eq!((asked.case, asked.reason), (Case::Omission, Reason::DemandedBefore));
    assert_eq!((asked.rate, asked.amount), (percent(765), cents(190_73)));
}

#[test]
fn an_omission_of_a_year_and_its_half() {
    let facts = omission("2025-09-16", "2026-09-16");
    let full = of(&facts);
    assert_eq!((full.days, full.reason, full.amount), (365, Reason::PaidTooLate, cents(765_00)));
    let notified = of(&Facts { notified: Some(day("2026-08-20")), ..facts });
    assert_eq!((notified.full, notified.halved), (cents(765_00), Some(cents(382_50))));
    assert_eq!(notified.amount, cents(382_50));
    assert_eq!(notified.terms.halving, Some(day("2026-09-19")));
}

#[test]
fn an_evasion_of_a_year() {
    let full = of(&evasion("2024-09-16", "2025-09-16"));
    assert_eq!((full.case, full.reason), (Case::Evasion, Reason::NotReported));
    assert_eq!((full.days, full.rate, full.amount), (365, percent(3_000), cents(3_000_00)));
    assert_eq!(full.cap, Some(Euro::from_whole(6_000)));
}

#[test]
fn an_evasion_reported_in_time() {
    let facts = Facts {
        reported: Some(day("2025-10-16")),
        until: day("2025-10-16"),
        ..evasion("2025-01-16", "2025-11-15")
    };
    let soon = of(&facts);
    assert_eq!((soon.days, soon.case), (273, Case::ReportedEvasion));
    assert_eq!((soon.rate, soon.amount), (percent(765), cents(572_18)));
    let payment = Some(Payment { day: day("2026-01-14"), form: Form::Instalments });
    let later = of(&Facts { payment, ..facts });
    assert_eq!((later.case, later.rate), (Case::ReportedEvasionLater, percent(965)));
    assert_eq!(later.amount, cents(721_77));
    assert_eq!(later.terms.report, Some(day("2026-01-16")));
    assert_eq!(later.terms.reported, Some(day("2025-11-15")));
    assert_eq!(later.terms.reported_later, Some(day("2026-01-14")));
    let too_late = Some(Payment { day: day("2026-01-15"), form: Form::Whole });
    let too_late = of(&Facts { payment: too_late, ..facts });
    assert_eq!((too_late.case, too_late.reason), (Case::Evasion, Reason::PaidTooLate));
}

#[test]
fn insolvency_takes_the_legal_rate_where_it_is_higher() {
    let facts = |breach| Facts {
        relief: Some(Relief::Insolvency),
        breach,
        ..omission("2023-01-16", "2023-09-21")
    };
    let omitted = of(&facts(Breach::Omission));
    assert_eq!((omitted.case, omitted.rate), (Case::InsolvencyOmission, percent(500)));
    let evaded = of(&facts(Breach::Evasion));
    assert_eq!((evaded.case, evaded.rate), (Case::InsolvencyEvasion, percent(700)));
    let today = Facts { relief: Some(Relief::Insolvency), ..omission("2025-09-16", "2025-12-16") };
    assert_eq!(of(&today).rate, percent(215));
}

#[test]
fn the_notice_of_february_2023() {
    // Issued on 4 January 2024, to be paid by 5 February.
    let facts = Facts {
        contribution: cents(1_559_52),
        payment: None,
        requested: Some(day("2024-01-04")),
        notified: Some(day("2024-01-04")),
        ..omission("2023-03-16", "2024-02-05")
    };
    let printed = of(&facts);
    assert_eq!((printed.days, printed.rate), (326, percent(1_000)));
    assert_eq!((printed.amount, printed.halved), (cents(139_29), None));
    let (due, issued) = (facts.due, day("2024-01-04"));
    let rate = omission_rate(&shipped(), &rates(), due, issued);
    assert_eq!(rate.map(|(rate, _)| rate), Ok(percent(1_000)));

    // Paid on the twentieth day, were it under the regime of today.
    let payment = Some(Payment { day: day("2024-01-24"), form: Form::Whole });
    let paid = Facts { payment, ..facts };
    let regime = DayOf::On(day("2024-09-01"));
    let policy = Policy { rate: RateAt::One(DayOf::On(issued)), regime };
    let halved = assess(&under(policy), &rates(), &paid).unwrap();
    assert_eq!((halved.full, halved.amount), (cents(139_29), cents(69_65)));
}

#[test]
fn a_reminder_of_44_days() {
    let facts = Facts {
        contribution: cents(4_210_00),
        payment: None,
        ..omission("2025-06-16", "2025-07-30")
    };
    let open = of(&facts);
    assert_eq!((open.days, open.reason, open.amount), (44, Reason::NotPaid, cents(38_82)));
}
