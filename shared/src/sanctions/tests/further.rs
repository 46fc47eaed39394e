//! Further cases, reckoned by hand: contribution × rate × days / 365, half-up to the cent.

use super::*;

fn late(contribution: i64, due: &str, paid: &str) -> Facts {
    Facts { contribution: cents(contribution), ..omission(due, paid) }
}

#[test]
fn the_rate_turns_with_the_tur() {
    let asked = Some(day("2025-06-01"));
    // 2.40 until 10 June, 2.15 from the 11th: 3,333.33 × 7.90 % × 25 and × 7.65 % × 26.
    for (paid, rate, amount) in [("2025-06-10", 7_90, 18_04), ("2025-06-11", 7_65, 1_816)] {
        let found = of(&Facts { requested: asked, ..late(3_333_33, "2025-05-16", paid) });
        assert_eq!((found.rate, found.amount), (percent(rate), cents(amount)), "{paid}");
    }
    // The 120th day from 17 November 2025 is 17 March 2026: 7,777.77 × 2.15 % × 120, then × 7.65 % × 121.
    let spontaneous = of(&late(7_777_77, "2025-11-17", "2026-03-17"));
    assert_eq!((spontaneous.days, spontaneous.amount), (120, cents(54_98)));
    assert_eq!(spontaneous.terms.spontaneous, Some(day("2026-03-17")));
    assert_eq!(of(&late(7_777_77, "2025-11-17", "2026-03-18")).amount, cents(197_25));
}

#[test]
fn the_first_of_september_2024_divides_the_regimes() {
    // 5,000 paid on 20 December 2024: 8.65 % for 111 days, and the TUR of 3.15 % for 110.
    let before = of(&late(5_000_00, "2024-08-31", "2024-12-20"));
    assert_eq!((before.reason, before.amount), (Reason::NoMilderCase, cents(131_53)));
    let since = of(&late(5_000_00, "2024-09-01", "2024-12-20"));
    assert_eq!((since.case, since.amount), (Case::SpontaneousOmission, cents(47_47)));
}

#[test]
fn a_report_on_the_last_day_of_twelve_months() {
    let reported = |paid| {
        let facts = Facts { breach: Breach::Evasion, ..late(4_321_09, "2024-10-16", paid) };
        of(&Facts { reported: Some(day("2025-10-16")), ..facts })
    };
    // The 30th and the 90th day, and the day after each: 7.65 % × 395, 9.65 % × 396 and × 455, 30 % × 456.
    for (paid, case, amount) in [
        ("2025-11-15", Case::ReportedEvasion, 357_73),
        ("2025-11-16", Case::ReportedEvasionLater, 452_40),
        ("2026-01-14", Case::ReportedEvasionLater, 519_80),
        ("2026-01-15", Case::Evasion, 1_619_52),
    ] {
        let found = reported(paid);
        assert_eq!((found.case, found.amount), (case, cents(amount)), "{paid}");
    }
}

#[test]
fn odd_cents_are_halved_up() {
    // 1,357.91 × 30 % × 259 / 365 = 289.07; half of it is 144.535.
    let hidden = Facts { breach: Breach::Evasion, ..late(1_357_91, "2025-03-17", "2025-12-01") };
    let found = of(&Facts { notified: Some(day("2025-11-01")), ..hidden });
    assert_eq!((found.full, found.amount), (cents(289_07), cents(144_54)));
    let too_late = of(&Facts { notified: Some(day("2025-10-31")), ..hidden });
    assert_eq!((too_late.halved, too_late.amount), (Some(cents(144_54)), cents(289_07)));
}

#[test]
fn caps_are_of_the_contribution() {
    // 40 % of 1,234.56 is 493.824; at 7.65 % that takes 1,909 days of the 2,161.
    let long = of(&late(1_234_56, "2020-01-16", "2025-12-16"));
    assert_eq!((long.days, long.amount), (2_161, cents(493_82)));
    assert_eq!(long.capped_on, Some(day("2025-04-08")));
    // 730 days at 30 % are 60 % to the cent; half of a capped sanction is half of the cap.
    let hidden = Facts { payment: None, ..evasion("2024-09-16", "2026-09-16") };
    let whole = of(&hidden);
    assert_eq!((whole.amount, whole.capped_on), (cents(6_000_00), Some(day("2026-09-16"))));
    let paid = Some(Payment { day: day("2026-10-16"), form: Form::Whole });
    let notified = Some(day("2026-09-16"));
    let until = day("2026-10-16");
    assert_eq!(of(&Facts { payment: paid, notified, until, ..hidden }).amount, cents(3_000_00));
}

#[test]
fn procedures_doubts_and_letters() {
    let under = |breach, relief, contribution, due, until| {
        of(&Facts { breach, relief: Some(relief), ..late(contribution, due, until) })
    };
    let insolvent =
        |breach, due, until| under(breach, Relief::Insolvency, 2_000_00, due, until).amount;
    // A TUR of 4.25 below the legal 5.00, 183 days; one of 2.15 above the legal 1.60, 151 days.
    let (omitted, hidden) = (Breach::Omission, Breach::Evasion);
    assert_eq!(insolvent(omitted, "2023-03-16", "2023-09-15"), cents(50_14));
    assert_eq!(insolvent(hidden, "2023-03-16", "2023-09-15"), cents(70_19));
    assert_eq!(insolvent(omitted, "2025-10-16", "2026-03-16"), cents(17_79));
    assert_eq!(insolvent(hidden, "2025-10-16", "2026-03-16"), cents(34_34));
    // 6,000: 76 days of 2.00 and 75 of 1.60.
    let unsure = under(omitted, Relief::Uncertainty, 6_000_00, "2025-10-16", "2026-03-16");
    assert_eq!((unsure.amount, unsure.spans.len()), (cents(44_71), 2));
    // 999.99 × 2.75 % × 226, paid on the 30th day of the letter.
    let letter = Relief::Compliance { received: day("2026-01-28") };
    let letter = under(hidden, letter, 999_99, "2025-07-16", "2026-02-27");
    assert_eq!((letter.case, letter.amount), (Case::Compliance, cents(17_03)));
}
