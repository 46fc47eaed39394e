use proptest::prelude::*;

use super::*;
use crate::calendar::{Day, Month};
use crate::fiscal::Matricola;
use crate::money::{Euro, Rate};
use crate::offices::OfficeCode;
use crate::parameters::Confidence;
use crate::sanctions::omission_rate;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn euro(cents: i64) -> Euro {
    Euro::from_cents(cents)
}

fn parameters() -> NoticeParameters {
    serde_json::from_str(SHIPPED).unwrap()
}

fn group(name: &str, declared: i64, due: i64, cause: Cause) -> GroupFigures {
    GroupFigures { group: name.into(), workers: 2, declared: euro(declared), due: euro(due), cause }
}

/// The notice of 02/2023 issued on 04/01/2024, as one that was printed.
fn printed(groups: Vec<GroupFigures>, notified: Option<&str>) -> Recalculation {
    Recalculation {
        matricola: Matricola::parse("5100000152").unwrap(),
        office: OfficeCode::parse("5100").unwrap(),
        month: Month::parse("2023-02").unwrap(),
        groups,
        issued: day("2024-01-04"),
        notified: notified.map(day),
        paid: Euro::ZERO,
        rate: Rate::from_hundredths(10_00),
        cap: Some(Rate::from_hundredths(40_00)),
    }
}

fn made(input: &Recalculation) -> Notice {
    recompute(&parameters(), input).unwrap().unwrap()
}

#[test]
fn the_shipped_values_are_sound() {
    assert_eq!(parameters().unsound(), None);
    let wrong = SHIPPED.replace("\"days\": 30", "\"days\": 0");
    let wrong: NoticeParameters = serde_json::from_str(&wrong).unwrap();
    assert_eq!(wrong.unsound(), Some(crate::parameters::Parameter::NoticeHalving));
}

#[test]
fn what_is_to_be_verified_of_a_notice_is_told() {
    let of =
        |issued, notified: Option<&str>| parameters().confidence(day(issued), notified.map(day));
    // The threshold is taken back to notices from before the message that says it.
    assert_eq!(of("2024-01-04", None), Confidence::Reconstructed);
    assert_eq!(of("2024-02-13", None), Confidence::Derived);
    assert_eq!(of("2025-09-01", Some("2025-09-10")), Confidence::Derived);
    // The TUR of June 2023 is to be verified, and so is a sanction at it.
    let sanctions = serde_json::from_str(crate::sanctions::SHIPPED).unwrap();
    let interest = serde_json::from_str(crate::interest::SHIPPED).unwrap();
    let due = day("2023-03-16");
    for (calculated, known) in
        [("2023-06-30", Confidence::Reconstructed), ("2024-01-04", Confidence::Sourced)]
    {
        let rate = omission_rate(&sanctions, &interest, due, day(calculated)).unwrap();
        assert_eq!(rate.1, known, "{calculated}");
    }
}

#[test]
fn further_notices_to_the_cent() {
    // Difference × rate × days / 365, from the day it was due to the 30th after the issue or the Monday after; then half of it.
    for (month, issued, difference, rate, pay_by, days, sanction, half) in [
        ("2025-02", "2025-09-04", 845_37, 7_65, "2025-10-06", 203, 35_97, 17_99),
        ("2025-07", "2025-12-05", 2_310_01, 7_65, "2026-01-05", 138, 66_81, 33_41),
        ("2024-12", "2026-01-30", 1_01, 7_65, "2026-03-02", 410, 9, 5),
        ("2024-04", "2024-11-28", 612_50, 8_90, "2024-12-30", 228, 34_05, 17_03),
    ] {
        let notified = day(issued).plus_days(4);
        let notice = made(&Recalculation {
            month: Month::parse(month).unwrap(),
            issued: day(issued),
            notified: Some(notified),
            rate: Rate::from_hundredths(rate),
            ..printed(vec![group("1FI000", 0, difference, Cause::Rate)], None)
        });
        let found = notice.sanction.unwrap();
        assert_eq!(notice.pay_by, Some(day(pay_by)), "{month}");
        assert_eq!((found.days, found.amount), (days, euro(sanction)), "{month}");
        let until = notified.plus_days(30);
        assert_eq!(notice.payable(until).total, euro(difference + half), "{month}");
        assert_eq!(notice.row_on(until).debit, euro(difference + half));
        assert_eq!(notice.payable(until.plus_days(1)).total, euro(difference + sanction));
    }
}

#[test]
fn the_sanction_stops_at_the_cap() {
    // 1,000.01 × 8.65 % × 2,156 / 365 = 510.95, of which 40 % of the difference are due: 400.004; half of that is 200.00.
    let notice = made(&Recalculation {
        month: Month::parse("2019-02").unwrap(),
        issued: day("2025-01-10"),
        notified: Some(day("2025-01-15")),
        rate: Rate::from_hundredths(8_65),
        ..printed(vec![group("1FI000", 0, 1_000_01, Cause::Rate)], None)
    });
    let sanction = notice.sanction.unwrap();
    assert_eq!((sanction.due, notice.pay_by), (day("2019-03-18"), Some(day("2025-02-10"))));
    assert_eq!(
        (sanction.days, sanction.accrued, sanction.amount),
        (2_156, euro(510_95), euro(400_00))
    );
    assert_eq!(notice.row.debit, euro(1_400_01));
    assert_eq!(notice.payable(day("2025-02-14")).total, euro(1_200_01));
    let lines = notice.arithmetic();
    assert_eq!(
        lines[5..7],
        [ArithmeticLine::Cap(euro(400_00)), ArithmeticLine::Total(euro(1_400_01))]
    );
    let sanctions = serde_json::from_str(crate::sanctions::SHIPPED).unwrap();
    let issued = day("2025-01-10");
    let cap = |due| crate::sanctions::omission_cap(&sanctions, day(due), issued);
    assert_eq!(cap("2019-03-18"), Some(Rate::from_hundredths(40_00)));
    assert_eq!(cap("2000-12-18"), None);
}

#[test]
fn a_printed_notice_is_recomputed_to_the_cent() {
    let groups = vec![
        group("1FI000", 5_000_00, 6_200_00, Cause::Rate),
        group("2FI000", 3_000_00, 3_359_52, Cause::WageIntegration),
        group("5FI000", 700_00, 700_00, Cause::Other),
    ];
    let notice = made(&printed(groups, Some("2024-01-04")));
    let sanction = notice.sanction.unwrap();
    assert_eq!((notice.side, notice.difference), (Side::ToPay, euro(1_559_52)));
    assert_eq!((sanction.due, notice.pay_by), (day("2023-03-16"), Some(day("2024-02-05"))));
    assert_eq!((sanction.days, sanction.amount), (326, euro(139_29)));
    assert_eq!(notice.payable(day("2024-01-20")).total, euro(1_698_81));
    assert_eq!(notice.lines.len(), 2);
    assert_eq!(notice.halved_until, None, "the old regime halves nothing");
    assert_eq!((notice.row.causale.as_str(), notice.row.debit), ("DMRA", euro(1_698_81)));
    assert_eq!((notice.row.office.as_str(), notice.row.code.as_str()), ("5100", "5100000152"));
    assert_eq!(notice.row.from, Month::parse("2023-02").unwrap());
    let rate = Rate::from_hundredths(10_00);
    assert_eq!(
        notice.arithmetic(),
        [
            ArithmeticLine::Declared(euro(8_000_00)),
            ArithmeticLine::Recalculated(euro(9_559_52)),
            ArithmeticLine::Difference(euro(1_559_52)),
            ArithmeticLine::Days { from: day("2023-03-16"), to: day("2024-02-05"), days: 326 },
            ArithmeticLine::Sanction { of: euro(1_559_52), rate, days: 326, amount: euro(139_29) },
            ArithmeticLine::Total(euro(1_698_81)),
        ]
    );
}

#[test]
fn under_the_new_regime_half_the_sanction_is_enough_for_thirty_days() {
    // The same figures, notified after 1/9/2024.
    let groups = vec![group("1FI000", 0, 1_559_52, Cause::Rate)];
    let notice = made(&printed(groups.clone(), Some("2024-10-01")));
    assert_eq!(notice.halved_until, Some(day("2024-10-31")));
    let on = |text| notice.payable(day(text));
    assert_eq!((on("2024-10-21").sanction, on("2024-10-21").total), (euro(69_65), euro(1_629_17)));
    assert!(on("2024-10-31").halved);
    assert_eq!((on("2024-11-01").sanction, on("2024-11-01").halved), (euro(139_29), false));
    assert_eq!(notice.row_on(day("2024-10-31")).debit, euro(1_629_17));
    assert!(matches!(notice.arithmetic().last(), Some(ArithmeticLine::Halved { .. })));
    assert_eq!(made(&printed(groups.clone(), Some("2024-08-31"))).halved_until, None);
    assert_eq!(made(&printed(groups, None)).halved_until, None);
}

#[test]
fn what_was_paid_already_is_not_asked_for_again() {
    let groups = vec![group("1FI000", 0, 1_559_52, Cause::Rate)];
    let paid = euro(500_00);
    let notice = made(&Recalculation { paid, ..printed(groups, Some("2024-10-01")) });
    let on = |text| (notice.payable(day(text)).total, notice.row_on(day(text)).debit);
    assert_eq!(on("2024-10-31"), (euro(1_129_17), euro(1_129_17)));
    assert_eq!(on("2024-11-01"), (euro(1_198_81), euro(1_198_81)));
    let lines = notice.arithmetic();
    let [.., total, part, ArithmeticLine::Halved { total: enough, .. }] = lines.as_slice() else {
        panic!("{lines:?}")
    };
    assert_eq!(
        [*total, *part],
        [ArithmeticLine::Total(euro(1_698_81)), ArithmeticLine::Paid(paid)]
    );
    assert_eq!(*enough, euro(1_129_17));
    let credit = vec![group("1FI000", 900_00, 700_00, Cause::Rate)];
    let used = made(&Recalculation { paid: euro(50_00), ..printed(credit, None) });
    assert_eq!(
        (used.row.credit, used.row_on(day("2024-02-01")).credit),
        (euro(200_00), euro(150_00))
    );
}

#[test]
fn up_to_one_euro_there_is_no_notice() {
    for (due, expected) in [
        (100_00, None),
        (101_00, None),
        (101_01, Some(Side::ToPay)),
        (99_00, None),
        (98_99, Some(Side::InFavour)),
    ] {
        let input = printed(vec![group("1FI000", 100_00, due, Cause::Rate)], None);
        let notice = recompute(&parameters(), &input).unwrap();
        assert_eq!(notice.map(|notice| notice.side), expected, "{due}");
    }
}

#[test]
fn a_notice_in_favour_has_a_credit_row_and_no_sanction() {
    let notice = made(&printed(vec![group("1FI000", 900_00, 700_00, Cause::Pending)], None));
    assert_eq!((notice.side, notice.provisional), (Side::InFavour, true));
    assert_eq!((notice.sanction, notice.pay_by), (None, None));
    assert_eq!((notice.row.causale.as_str(), notice.row.credit), ("DMRP", euro(200_00)));
    assert_eq!(
        (notice.row.debit, notice.row_on(day("2024-02-01"))),
        (Euro::ZERO, notice.row.clone())
    );
    assert_eq!(notice.payable(day("2024-02-01")).total, Euro::ZERO);
}

#[test]
fn only_weekends_move_the_pay_by_date() {
    for (issued, expected) in [
        ("2024-01-04", "2024-02-05"),
        ("2024-01-05", "2024-02-05"),
        ("2024-01-06", "2024-02-05"),
        ("2024-01-07", "2024-02-06"),
        // The 1st of May is a Thursday.
        ("2025-04-01", "2025-05-01"),
    ] {
        assert_eq!(pay_by(&parameters(), day(issued)), Ok(day(expected)), "{issued}");
    }
}

#[test]
fn what_cannot_be_is_refused() {
    let figures = || vec![group("1FI000", 0, 100_00, Cause::Rate)];
    let refused = |input: Recalculation| recompute(&parameters(), &input).unwrap_err();
    let negative = printed(vec![group("x", -1, 100_00, Cause::Rate)], None);
    assert_eq!(refused(negative), NoticeError::Negative("x".into()));
    let early = Recalculation { issued: day("2023-03-16"), ..printed(figures(), None) };
    assert_eq!(refused(early), NoticeError::BeforeDue { due: day("2023-03-16") });
    let before = printed(figures(), Some("2024-01-03"));
    assert_eq!(refused(before), NoticeError::NotifiedBeforeIssued);
    let month = Month::parse("2005-01").unwrap();
    let ancient = Recalculation { month, issued: day("2009-12-31"), ..printed(figures(), None) };
    assert!(matches!(refused(ancient), NoticeError::Missing(_)));
}

#[test]
fn contributions_are_right_within_the_tolerance() {
    let series = parameters().tolerance;
    let tolerance =
        series.on(crate::parameters::Parameter::ContributionTolerance, day("2025-01-01"));
    let tolerance = tolerance.unwrap().value;
    let exceeded =
        |workers, declared| tolerance.exceeded(workers, (euro(declared), euro(696_06)), None);
    assert!(!exceeded(1, 696_08) && !exceeded(1, 696_04));
    assert!(exceeded(1, 696_09) && exceeded(1, 690_06));
    assert!(!exceeded(2, 696_10) && exceeded(2, 696_11));
    let rates = |declared, expected| {
        let rates = (Rate::from_millionths(declared), Rate::from_millionths(expected));
        tolerance.exceeded(1, (euro(1), euro(1)), Some(rates))
    };
    assert!(!rates(350_350, 350_300) && rates(350_351, 350_300) && rates(350_249, 350_300));
}

proptest! {
    #[test]
    fn sums_add_up_and_the_sanction_is_the_nearest_cent(
        declared in 0i64..10_000_000_00, due in 0i64..10_000_000_00, rate in 0u32..300_000, late in 0i64..3_000,
    ) {
        let input = Recalculation {
            issued: day("2023-03-17").plus_days(late),
            rate: Rate::from_millionths(rate),
            ..printed(vec![group("a", declared, due, Cause::Rate), group("b", 7, 8, Cause::Other)], None)
        };
        let Some(notice) = recompute(&parameters(), &input).unwrap() else {
            prop_assert!((due + 1 - declared).abs() <= 100);
            return Ok(());
        };
        prop_assert_eq!(notice.difference, notice.lines.iter().map(|line| line.delta).sum::<Euro>());
        if let Some(sanction) = notice.sanction {
            let exact = i128::from(notice.difference.cents()) * i128::from(rate) * i128::from(sanction.days);
            let distance = (i128::from(sanction.accrued.cents()) * 365_000_000 - exact).abs();
            prop_assert!(distance * 2 <= 365_000_000);
            let cap = notice.difference.times(Rate::from_hundredths(40_00));
            prop_assert_eq!(sanction.amount, sanction.accrued.min(cap));
            prop_assert_eq!(notice.row.debit, notice.difference + sanction.amount);
        } else {
            prop_assert_eq!(notice.row.credit, -notice.difference);
        }
    }
}
