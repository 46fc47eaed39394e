use proptest::prelude::*;

use super::*;
use crate::parameters::Parameter;
use crate::rates::tests::parameters;

fn business(trade: Trade, year: i32, income: i64) -> Business {
    Business {
        year,
        trade,
        income: Euro::from_whole(income),
        since_1996: false,
        under_21: false,
        months: 12,
        reduction: Reduction::None,
    }
}

fn bill(business: Business) -> Bill {
    business.bill(&parameters()).unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn fixed_contributions_and_quarters() {
    use Trade::{Artisan, Merchant};
    for (trade, year, fixed, quarter) in [
        (Artisan, 2024, 4_427_04, 1_106_76),
        (Artisan, 2025, 4_460_64, 1_115_16),
        (Artisan, 2026, 4_521_36, 1_130_34),
        (Merchant, 2024, 4_515_43, 1_128_86),
        (Merchant, 2025, 4_549_70, 1_137_43),
        (Merchant, 2026, 4_611_64, 1_152_91),
    ] {
        let bill = bill(business(trade, year, 0));
        assert_eq!(bill.fixed_due.cents(), fixed, "{trade:?} {year}");
        assert_eq!(bill.total, bill.fixed_due);
        assert_eq!(bill.maternity.cents(), 7_44);
        assert!(bill.instalments.iter().all(|one| one.amount.cents() == quarter));
    }
}

#[test]
fn instalments_are_due_four_times() {
    for (year, days) in [
        (2025, ["2025-05-16", "2025-08-20", "2025-11-17", "2026-02-16"]),
        (2026, ["2026-05-18", "2026-08-20", "2026-11-16", "2027-02-16"]),
    ] {
        let bill = bill(business(Trade::Artisan, year, 0));
        let due: Vec<Day> = bill.instalments.iter().map(|one| one.due).collect();
        assert_eq!(due, days.map(day), "{year}");
    }
}

#[test]
fn incomes_above_the_minimum() {
    use Trade::{Artisan, Merchant};
    for (trade, year, income, fixed, first, above, total) in [
        (Artisan, 2025, 10_000, 4_453_20, 0, 0, 4_460_64),
        (Artisan, 2025, 40_000, 4_453_20, 5_146_80, 0, 9_607_44),
        (Artisan, 2025, 70_000, 4_453_20, 8_854_32, 3_638_00, 16_952_96),
        (Merchant, 2025, 40_000, 4_542_26, 5_249_74, 0, 9_799_44),
        (Artisan, 2026, 40_000, 4_513_92, 5_086_08, 0, 9_607_44),
    ] {
        let bill = bill(business(trade, year, income));
        let found = [bill.fixed, bill.first, bill.above, bill.total].map(Euro::cents);
        assert_eq!(found, [fixed, first, above, total], "{trade:?} {year} {income}");
    }
}

#[test]
fn nothing_is_due_above_the_ceilings() {
    for (trade, since_1996, ivs) in [
        (Trade::Artisan, false, 22_864_51),
        (Trade::Merchant, false, 23_314_31),
        (Trade::Artisan, true, 30_011_51),
    ] {
        let bill = bill(Business { since_1996, ..business(trade, 2026, 1_000_000) });
        assert_eq!((bill.total - bill.maternity).cents(), ivs, "{trade:?} {since_1996}");
    }
    for (year, before, since) in
        [(2024, 91_680, 119_650), (2025, 92_413, 120_607), (2026, 93_707, 122_295)]
    {
        let ceiling =
            |since_1996| bill(Business { since_1996, ..business(Trade::Artisan, year, 0) }).ceiling;
        assert_eq!([ceiling(false), ceiling(true)], [before, since].map(Euro::from_whole));
    }
}

#[test]
fn reductions_leave_maternity_whole() {
    let new = Reduction::NewIn2025 { enrolled: day("2025-01-10") };
    for (reduction, fixed_due, reduced_by) in [
        (Reduction::Pensioner, 2_226_60 + 7_44, 2_226_60),
        (Reduction::FlatRate, 2_894_58 + 7_44, 1_558_62),
        (new, 2_226_60 + 7_44, 2_226_60),
    ] {
        let bill = bill(Business { reduction, ..business(Trade::Artisan, 2025, 0) });
        assert_eq!((bill.fixed_due.cents(), bill.reduced_by.cents()), (fixed_due, reduced_by));
    }
}

#[test]
fn the_reduction_of_2025_has_a_beginning_and_an_end() {
    let parameters = parameters();
    let with = |enrolled: &str, year, months| {
        let reduction = Reduction::NewIn2025 { enrolled: day(enrolled) };
        Business { reduction, months, ..business(Trade::Artisan, year, 0) }.bill(&parameters)
    };
    assert_eq!(with("2024-12-31", 2025, 12).unwrap_err(), RateError::Reduction);
    assert_eq!(with("2026-01-01", 2026, 12).unwrap_err(), RateError::Reduction);
    assert_eq!(with("2025-05-20", 2025, 9).unwrap_err(), RateError::Months);
    let part = with("2025-05-20", 2025, 8).unwrap();
    assert_eq!((part.fixed.cents(), part.maternity.cents()), (1_484_40, 4_96));
    assert!(part.instalments.is_empty() && part.confidence == Confidence::Reconstructed);
    assert_eq!(with("2025-05-20", 2026, 12).unwrap().reduced_by.cents(), 2_256_96);
}

#[test]
fn under_21_paid_less_until_2024() {
    for (year, artisan, merchant) in [(2024, 23_70, 24_18), (2025, 24_00, 24_48)] {
        let rate = |trade| bill(Business { under_21: true, ..business(trade, year, 0) }).rate;
        assert_eq!(rate(Trade::Artisan), Rate::from_hundredths(artisan), "{year}");
        assert_eq!(rate(Trade::Merchant), Rate::from_hundredths(merchant), "{year}");
    }
}

#[test]
fn what_cannot_be_is_refused() {
    let parameters = parameters();
    let whole = business(Trade::Artisan, 2025, 0);
    for months in [0, 13, u32::MAX] {
        assert_eq!(Business { months, ..whole }.bill(&parameters), Err(RateError::Months));
    }
    let loss = Business { income: Euro::from_cents(-1), ..whole };
    assert_eq!(loss.bill(&parameters), Err(RateError::Negative));
    for year in [i32::MIN, 2023, 2027, i32::MAX] {
        let Err(RateError::Missing(missing)) = Business { year, ..whole }.bill(&parameters) else {
            panic!("{year}");
        };
        assert_eq!(missing.parameter, Parameter::SelfEmployedYear);
    }
}

proptest! {
    #[test]
    fn more_income_never_costs_less(low in 0i64..=20_000_000, more in 0i64..=20_000_000, months in 1u32..=12, merchant: bool) {
        let parameters = parameters();
        let trade = if merchant { Trade::Merchant } else { Trade::Artisan };
        let of = |cents| {
            let income = Euro::from_cents(cents);
            Business { income, months, ..business(trade, 2026, 0) }.bill(&parameters).unwrap()
        };
        let (less, greater) = (of(low), of(low + more));
        prop_assert!(less.total <= greater.total);
        prop_assert!((greater.total - greater.maternity).cents() <= 23_314_31 + 3);
        prop_assert_eq!(less.fixed_due + less.first + less.above, less.total);
    }

    #[test]
    fn reductions_never_cost(cents in 0i64..=20_000_000, which in 0usize..3) {
        let parameters = parameters();
        let enrolled = day("2025-01-01");
        let reduction =
            [Reduction::Pensioner, Reduction::FlatRate, Reduction::NewIn2025 { enrolled }][which];
        let whole = Business { income: Euro::from_cents(cents), ..business(Trade::Merchant, 2026, 0) };
        let reduced = Business { reduction, ..whole }.bill(&parameters).unwrap();
        let full = whole.bill(&parameters).unwrap();
        prop_assert_eq!(reduced.total + reduced.reduced_by, full.total);
        prop_assert!(reduced.maternity == full.maternity && reduced.total < full.total);
    }
}
