use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

use super::*;
use crate::parameters::{Missing, Parameter};
use crate::rates::Counting;
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
    business.bill(parameters()).unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn fixed_contributions_and_quarters() {
    use Trade::{Artisan, Merchant};
    for (trade, year, fixed, quarter) in [
        (Artisan, 2024, 442_704, 110_676),
        (Artisan, 2025, 446_064, 111_516),
        (Artisan, 2026, 452_136, 113_034),
        (Merchant, 2024, 451_543, 112_886),
        (Merchant, 2025, 454_970, 113_743),
        (Merchant, 2026, 461_164, 115_291),
    ] {
        let bill = bill(business(trade, year, 0));
        assert_eq!(bill.fixed_due.cents(), fixed, "{trade:?} {year}");
        assert_eq!(bill.total, bill.fixed_due);
        assert_eq!(bill.maternity.cents(), 744);
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
        (Artisan, 2025, 10_000, 445_320, 0, 0, 446_064),
        (Artisan, 2025, 40_000, 445_320, 514_680, 0, 960_744),
        (Artisan, 2025, 70_000, 445_320, 885_432, 363_800, 1_695_296),
        (Merchant, 2025, 40_000, 454_226, 524_974, 0, 979_944),
        (Artisan, 2026, 40_000, 451_392, 508_608, 0, 960_744),
    ] {
        let bill = bill(business(trade, year, income));
        let found = [bill.fixed, bill.first, bill.above, bill.total].map(Euro::cents);
        assert_eq!(found, [fixed, first, above, total], "{trade:?} {year} {income}");
    }
}

#[test]
fn nothing_is_due_above_the_ceilings() {
    for (trade, since_1996, ivs) in [
        (Trade::Artisan, false, 2_286_451),
        (Trade::Merchant, false, 2_331_431),
        (Trade::Artisan, true, 3_001_151),
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
fn each_part_has_its_law() {
    let reduction = Reduction::FlatRate;
    let found = bill(Business { reduction, ..business(Trade::Merchant, 2025, 70_000) });
    let charges: Vec<_> =
        found.charges.iter().map(|one| (one.part, one.base.cents(), one.amount.cents())).collect();
    // 24.48 % of 18,555 and of 36,893, 25.48 % of 14,552; of all that 0.48 is for the indemnity, and 35 % is left out.
    assert_eq!(
        charges,
        [
            (Part::Minimum, 1_855_500, 454_226),
            (Part::FirstBand, 3_689_300, 903_141),
            (Part::AboveBand, 1_455_200, 370_785),
            (Part::Closure, 7_000_000, 33_600),
            (Part::Maternity, 744, 744),
            (Part::FlatRate, 1_728_152, -604_853),
        ]
    );
    let laws: Vec<_> = found.charges.iter().map(|one| one.source.as_str()).collect();
    assert!(laws.iter().all(|law| !law.is_empty() && !law.starts_with("Circ")), "{laws:?}");
    assert_eq!(laws.last(), Some(&"Art. 1 c. 77 L. 190/2014"));
    let artisan = bill(business(Trade::Artisan, 2025, 0));
    let parts: Vec<_> = artisan.charges.iter().map(|one| one.part).collect();
    assert_eq!(parts, [Part::Minimum, Part::Maternity]);
}

#[test]
fn reductions_leave_maternity_whole() {
    let new = Reduction::NewIn2025 { enrolled: day("2025-01-10") };
    for (reduction, fixed_due, reduced_by) in [
        (Reduction::Pensioner, 222_660 + 744, 222_660),
        (Reduction::FlatRate, 289_458 + 744, 155_862),
        (new, 222_660 + 744, 222_660),
    ] {
        let bill = bill(Business { reduction, ..business(Trade::Artisan, 2025, 0) });
        assert_eq!((bill.fixed_due.cents(), bill.reduced_by.cents()), (fixed_due, reduced_by));
    }
}

#[test]
fn half_a_cent_of_what_a_reduction_leaves_is_due() {
    // 24.48 % of 18,415 is 4,507.99; half of it, 2,253.995, is 2,254.00, and with 7.44 of maternity 2,261.44.
    let reduction = Reduction::Pensioner;
    let bill = bill(Business { reduction, ..business(Trade::Merchant, 2024, 0) });
    assert_eq!((bill.fixed.cents(), bill.fixed_due.cents()), (225_400, 226_144));
    assert_eq!((bill.reduced_by.cents(), bill.instalments[0].amount.cents()), (225_399, 56_536));
}

#[test]
fn the_reduction_of_2025_has_a_beginning_and_an_end() {
    let parameters = parameters();
    let with = |enrolled: &str, year, months| {
        let reduction = Reduction::NewIn2025 { enrolled: day(enrolled) };
        Business { reduction, months, ..business(Trade::Artisan, year, 0) }.bill(parameters)
    };
    assert_eq!(with("2024-12-31", 2025, 12).unwrap_err(), RateError::Reduction);
    assert_eq!(with("2026-01-01", 2026, 12).unwrap_err(), RateError::Reduction);
    assert_eq!(with("2025-05-20", 2025, 9).unwrap_err(), RateError::Months);
    let part = with("2025-05-20", 2025, 8).unwrap();
    assert_eq!((part.fixed.cents(), part.maternity.cents()), (148_440, 496));
    assert!(part.instalments.is_empty() && part.confidence == Confidence::Reconstructed);
    assert_eq!(with("2025-05-20", 2026, 12).unwrap().reduced_by.cents(), 225_696);
}

#[test]
fn how_long_the_reduction_of_2025_lasts_is_a_figure_of_the_year() {
    let with = |months: Option<u16>| {
        let mut yearly = serde_json::to_value(&parameters().yearly).unwrap();
        for step in yearly["self_employed"].as_array_mut().unwrap() {
            step["value"]["reductions"]["new_months"] = months.into();
        }
        let yearly = serde_json::from_value(yearly).unwrap();
        let enrolled = day("2025-05-20");
        let reduction = Reduction::NewIn2025 { enrolled };
        Business { reduction, ..business(Trade::Artisan, 2026, 0) }
            .bill(&Parameters { yearly, ..parameters().clone() })
            .map(|bill| bill.reduced_by.cents())
    };
    // Half of the 4,513.92 of 2026, of whose months a year from May 2025 covers four.
    assert_eq!([with(Some(36)), with(Some(12))], [Ok(225_696), Ok(75_232)]);
    let parameter = Parameter::SelfEmployedYear;
    let missing = Missing { parameter, day: day("2025-05-20") };
    assert_eq!(with(None), Err(RateError::Missing(missing)));
}

#[test]
fn under_21_paid_less_until_2024() {
    for (year, artisan, merchant) in [(2024, 2_370, 2_418), (2025, 2_400, 2_448)] {
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
        assert_eq!(Business { months, ..whole }.bill(parameters), Err(RateError::Months));
    }
    let loss = Business { income: Euro::from_cents(-1), ..whole };
    assert_eq!(loss.bill(parameters), Err(RateError::Negative));
    for year in [i32::MIN, 2023, 2027, i32::MAX] {
        let Err(RateError::Missing(missing)) = Business { year, ..whole }.bill(parameters) else {
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
            Business { income, months, ..business(trade, 2026, 0) }.bill(parameters).unwrap()
        };
        let (less, greater) = (of(low), of(low + more));
        prop_assert!(less.total <= greater.total);
        prop_assert!((greater.total - greater.maternity).cents() <= 2_331_431 + 3);
        prop_assert_eq!(less.fixed_due + less.first + less.above, less.total);
    }

    #[test]
    fn the_cents_are_those_of_decimal_arithmetic(cents in 0i64..=20_000_000, months in 1u32..=12, merchant: bool) {
        let trade = if merchant { Trade::Merchant } else { Trade::Artisan };
        let income = Euro::from_cents(cents);
        let bill = Business { income, months, ..business(trade, 2026, 0) }.bill(parameters()).unwrap();
        for charge in &bill.charges {
            let Some(rate) = charge.rate else { continue };
            let exact = Decimal::new(charge.base.cents(), 2) * Decimal::new(rate.millionths().into(), 6);
            let exact = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
            prop_assert_eq!(Decimal::new(charge.amount.cents(), 2), exact);
        }
        let added = bill.charges.iter().filter(|one| one.counting == Counting::Added);
        prop_assert_eq!(added.map(|one| one.amount).sum::<Euro>(), bill.total);
        let quarters: Euro = bill.instalments.iter().map(|one| one.amount).sum();
        prop_assert!(months < 12 || (quarters - bill.fixed_due).abs() <= Euro::from_cents(2));
    }

    #[test]
    fn reductions_never_cost(cents in 0i64..=20_000_000, which in 0usize..3) {
        let parameters = parameters();
        let enrolled = day("2025-01-01");
        let reduction =
            [Reduction::Pensioner, Reduction::FlatRate, Reduction::NewIn2025 { enrolled }][which];
        let whole = Business { income: Euro::from_cents(cents), ..business(Trade::Merchant, 2026, 0) };
        let reduced = Business { reduction, ..whole }.bill(parameters).unwrap();
        let full = whole.bill(parameters).unwrap();
        prop_assert_eq!(reduced.total + reduced.reduced_by, full.total);
        let added = reduced.charges.iter().filter(|one| one.counting == Counting::Added);
        prop_assert_eq!(added.map(|one| one.amount).sum::<Euro>(), reduced.total);
        prop_assert!(reduced.maternity == full.maternity && reduced.total < full.total);
    }
}
