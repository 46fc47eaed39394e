use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

use super::*;
use crate::calendar::Month;
use crate::money::Rate;
use crate::parameters::{Confidence, Parameter};
use crate::rates::tests::parameters;

fn fee(month: &str, kind: CollaboratorKind, cents: i64) -> Fee {
    let month = Month::parse(month).unwrap();
    Fee { month, kind, amount: Euro::from_cents(cents), earlier: Euro::ZERO }
}

fn professional(year: i32, income: i64) -> Professional {
    let income = Euro::from_whole(income);
    Professional { year, other_cover: false, income, elsewhere: Euro::ZERO }
}

#[test]
fn rates_of_every_year() {
    let parameters = parameters();
    for year in 2024..=2026 {
        let month = Month::new(year, 3).unwrap();
        for (kind, hundredths) in [
            (CollaboratorKind::WithUnemployment, 35_03),
            (CollaboratorKind::WithoutUnemployment, 33_72),
            (CollaboratorKind::OtherCover, 24_00),
        ] {
            let rate = collaborator_rate(parameters, kind, month);
            assert_eq!(rate, Ok(Rate::from_hundredths(hundredths)), "{year} {kind:?}");
        }
        for (other_cover, hundredths) in [(false, 26_07), (true, 24_00)] {
            let rate = professional_rate(parameters, other_cover, year);
            assert_eq!(rate, Ok(Rate::from_hundredths(hundredths)), "{year} {other_cover}");
        }
    }
    let unknown = professional_rate(parameters, false, 2027).unwrap_err();
    assert_eq!(unknown.parameter, Parameter::SeparateYear);
}

#[test]
fn collaborators_bear_a_third() {
    let bill =
        fee("2025-06", CollaboratorKind::WithUnemployment, 1_500_00).bill(parameters()).unwrap();
    let shares = bill.contribution;
    assert_eq!(
        (shares.total.cents(), shares.employee.cents(), shares.employer.cents()),
        (525_45, 175_15, 350_30)
    );
    assert_eq!(bill.due.to_string(), "2025-07-16");
    assert_eq!(
        (bill.source.as_str(), bill.confidence),
        ("Circ. INPS 27/2025", Confidence::Sourced)
    );
    let charges: Vec<_> =
        bill.charges.iter().map(|one| (one.part, one.rate, one.amount.cents())).collect();
    let rate = |hundredths| Some(Rate::from_hundredths(hundredths));
    assert_eq!(
        charges,
        [
            (Part::Pension, rate(33_00), 495_00),
            (Part::Protection, rate(72), 10_80),
            (Part::Unemployment, rate(1_31), 19_65),
        ]
    );
    assert!(bill.charges.iter().all(|one| !one.source.starts_with("Circ")));
    assert_eq!(client_share(Euro::from_cents(100)), Euro::from_cents(67));
}

#[test]
fn fees_above_the_ceiling_cost_nothing() {
    let parameters = parameters();
    let near = Fee {
        earlier: Euro::from_whole(120_000),
        ..fee("2025-12", CollaboratorKind::OtherCover, 1_000_00)
    };
    assert_eq!(near.bill(parameters).unwrap().base, Euro::from_whole(607));
    let beyond = Fee { earlier: Euro::from_whole(130_000), ..near };
    assert_eq!(beyond.bill(parameters).unwrap().contribution.total, Euro::ZERO);
    for wrong in [
        Fee { amount: Euro::from_cents(-1), ..near },
        Fee { earlier: Euro::from_cents(-1), ..near },
    ] {
        assert_eq!(wrong.bill(parameters), Err(RateError::Negative));
    }
}

#[test]
fn professionals_pay_two_advances_and_the_balance() {
    let bill = professional(2025, 30_000).bill(parameters()).unwrap();
    assert_eq!(bill.contribution.cents(), 7_821_00);
    let advances = bill.advances.map(|advance| (advance.due.to_string(), advance.amount.cents()));
    assert_eq!(
        advances,
        [("2026-06-30".to_owned(), 3_128_40), ("2026-11-30".to_owned(), 3_128_40)]
    );
    let charges: Vec<_> = bill.charges.iter().map(|one| (one.part, one.amount.cents())).collect();
    let parts =
        [(Part::Pension, 7_500_00), (Part::Protection, 216_00), (Part::IncomeSupport, 105_00)];
    assert_eq!(charges, parts);
    assert_eq!(bill.balance_due.to_string(), "2026-06-30");
    assert_eq!(bill.balance(Euro::from_cents(8_000_00)).cents(), -179_00);
    assert_eq!(bill.credited_months, 12);
}

#[test]
fn professionals_owe_nothing_above_the_ceiling() {
    let capped = professional(2025, 500_000).bill(parameters()).unwrap();
    assert_eq!(capped.contribution.cents(), 31_442_24);
    let elsewhere = Euro::from_whole(200_000);
    let covered = Professional { elsewhere, ..professional(2025, 30_000) };
    assert_eq!(covered.bill(parameters()).unwrap().contribution, Euro::ZERO);
}

#[test]
fn the_minimum_credits_a_full_year() {
    let full = professional(2026, 18_808).bill(parameters()).unwrap();
    assert_eq!((full.contribution.cents(), full.credited_months), (4_903_25, 12));
    for (income, months) in [(18_807, 11), (9_404, 6), (9_403, 5), (1_567, 0), (1_568, 1), (0, 0)] {
        let bill = professional(2026, income).bill(parameters()).unwrap();
        assert_eq!(bill.credited_months, months, "{income}");
    }
    assert_eq!(credited_months(Euro::from_whole(-5), Euro::from_whole(12)), 0);
    assert_eq!(credited_months(Euro::ZERO, Euro::ZERO), 12);
}

proptest! {
    #[test]
    fn shares_add_up_and_no_ceiling_is_passed(cents in 0i64..=50_000_000, earlier in 0i64..=20_000_000) {
        let fee = Fee {
            earlier: Euro::from_cents(earlier),
            ..fee("2026-05", CollaboratorKind::WithUnemployment, cents)
        };
        let bill = fee.bill(parameters()).unwrap();
        let shares = bill.contribution;
        prop_assert_eq!(shares.employee + shares.employer, shares.total);
        prop_assert!(bill.base <= fee.amount);
        prop_assert!(bill.base.is_zero() || bill.base + fee.earlier <= Euro::from_whole(122_295));
        let rounded = |value: Decimal| {
            value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
        };
        let total = rounded(Decimal::new(bill.base.cents(), 2) * Decimal::new(3503, 4));
        prop_assert_eq!(Decimal::new(shares.total.cents(), 2), total);
        prop_assert_eq!(Decimal::new(shares.employee.cents(), 2), rounded(total / Decimal::from(3)));
        let parts: Euro = bill.charges.iter().map(|one| one.amount).sum();
        prop_assert!((parts - shares.total).abs() <= Euro::from_cents(2));
    }

    #[test]
    fn more_income_never_costs_less(low in 0i64..=20_000_000, more in 0i64..=20_000_000, other_cover: bool) {
        let of = |cents| {
            let income = Euro::from_cents(cents);
            Professional { income, other_cover, ..professional(2026, 0) }.bill(parameters()).unwrap()
        };
        let (less, greater) = (of(low), of(low + more));
        prop_assert!(less.contribution <= greater.contribution);
        let most = Euro::from_whole(122_295).times(greater.rate);
        prop_assert!(greater.contribution <= most);
        let ahead: Euro = less.advances.iter().map(|advance| advance.amount).sum();
        prop_assert!(ahead <= less.contribution);
    }

    #[test]
    fn more_income_credits_no_less(low in 0i64..=3_000_000, more in 0i64..=3_000_000) {
        let minimum = Euro::from_whole(18_808);
        let months = |cents| credited_months(Euro::from_cents(cents), minimum);
        prop_assert!(months(low) <= months(low + more) && months(low + more) <= 12);
    }
}
