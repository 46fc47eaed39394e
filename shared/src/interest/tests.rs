use proptest::prelude::*;
use rust_decimal::prelude::*;

use super::*;
use crate::calendar::Day;
use crate::money::{Euro, Rate};
use crate::parameters::{Confidence, Parameter};

pub(crate) fn shipped() -> Parameters {
    serde_json::from_str(SHIPPED).unwrap()
}

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// `amount × rate × days / 365` by another arithmetic, half away from zero.
pub(crate) fn oracle(amount: Euro, rate: Rate, days: u32) -> Euro {
    let exact = Decimal::new(amount.cents(), 2)
        * Decimal::new(i64::from(rate.millionths()), 6)
        * Decimal::from(days)
        / Decimal::from(365);
    let cents = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    Euro::from_cents((cents * Decimal::from(100)).to_i64().unwrap())
}

#[test]
fn the_tur_is_known_since_2016() {
    let parameters = shipped();
    for (on, hundredths, confidence) in [
        ("2016-03-16", 0, Confidence::Sourced),
        ("2022-07-26", 0, Confidence::Sourced),
        ("2022-07-27", 50, Confidence::Derived),
        ("2022-11-02", 200, Confidence::Reconstructed),
        ("2022-12-21", 250, Confidence::Reconstructed),
        ("2023-08-02", 425, Confidence::Reconstructed),
        ("2024-01-04", 450, Confidence::Sourced),
        ("2024-06-12", 425, Confidence::Reconstructed),
        ("2025-06-10", 240, Confidence::Sourced),
        ("2025-06-11", 215, Confidence::Sourced),
    ] {
        let step = parameters.tur_on(day(on)).unwrap();
        assert_eq!(step.value, Rate::from_hundredths(hundredths), "{on}");
        assert_eq!(step.confidence, confidence, "{on}");
    }
    let missing = Missing { parameter: Parameter::Tur, day: day("2016-03-15") };
    assert_eq!(parameters.tur_on(day("2016-03-15")), Err(missing));
}

#[test]
fn legal_interest_follows_the_rate_of_each_year() {
    let amount = Euro::from_whole(10_000);
    let of = |from, to| legal(&shipped(), amount, day(from), day(to)).unwrap();
    assert_eq!(of("2023-01-01", "2023-09-30").interest, Euro::from_cents(372_60));
    // 184 days of 5.00, then 182 of 2.50: 252.05 and 124.66.
    let two = of("2023-06-30", "2024-06-30");
    assert_eq!((two.days, two.interest), (366, Euro::from_cents(376_71)));
    let parts: Vec<_> = two.spans.iter().map(|span| (span.days, span.interest.cents())).collect();
    assert_eq!(parts, [(184, 252_05), (182, 124_66)]);
    // The last day of the year belongs to the old rate, the next to the new one.
    assert_eq!(of("2022-12-30", "2023-01-01").spans.len(), 2);
    assert_eq!(of("2025-05-05", "2025-05-05").interest, Euro::ZERO);
    assert_eq!(of("2026-01-01", "2026-12-31").spans[0].rate, Rate::from_hundredths(160));
}

#[test]
fn what_cannot_be_reckoned_is_refused() {
    let of = |cents, from, to| legal(&shipped(), Euro::from_cents(cents), day(from), day(to));
    assert_eq!(of(-1, "2025-01-01", "2025-01-02"), Err(Error::Negative));
    assert_eq!(of(1, "2025-01-02", "2025-01-01"), Err(Error::Backwards));
    let missing = Missing { parameter: Parameter::LegalInterest, day: day("1998-12-31") };
    assert_eq!(of(1, "1998-12-30", "2000-01-01"), Err(Error::Missing(missing)));
}

proptest! {
    #[test]
    fn legal_interest_grows_and_its_parts_add_up(
        cents in 0i64..=1_000_000_000_00,
        start in 10_700i64..=20_000,
        days in 0i64..=9_000,
    ) {
        let parameters = shipped();
        let (amount, from) = (Euro::from_cents(cents), Day::from_epoch_days(start));
        let now = legal(&parameters, amount, from, from.plus_days(days)).unwrap();
        let later = legal(&parameters, amount, from, from.plus_days(days + 1)).unwrap();
        prop_assert!(later.interest >= now.interest);
        prop_assert_eq!(now.spans.iter().map(|span| span.interest).sum::<Euro>(), now.interest);
        prop_assert_eq!(i64::from(now.days), days);
        for span in &now.spans {
            let exact = oracle(amount, span.rate, span.days);
            prop_assert!((exact - span.interest).abs() <= Euro::from_cents(1));
        }
    }

    #[test]
    fn nothing_overflows(cents in 0..=i64::MAX, first in any::<i64>(), days in 0i64..=4_000_000) {
        let from = Day::from_epoch_days(first);
        let _ = legal(&shipped(), Euro::from_cents(cents), from, from.plus_days(days));
    }
}
