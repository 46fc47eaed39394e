use proptest::prelude::*;

use super::{AmountError, Euro, Rate};
use crate::{format, lang::Lang};

#[test]
fn amounts_are_read_as_people_write_them() {
    for (text, cents) in [
        ("1.234,56", 123_456),
        ("1234,56", 123_456),
        ("1234.56", 123_456),
        ("1,234.56", 123_456),
        ("1234", 123_400),
        ("-5,00", -500),
        ("\u{2212}5,5", -550),
        (" 12,3 € ", 1_230),
        ("€1,234.56", 123_456),
        ("\u{2212}€0.01", -1),
        ("0", 0),
        ("-0", 0),
        ("1.234.567", 123_456_700),
        ("1,234,567.8", 123_456_780),
        ("007,10", 710),
        ("92233720368547758,07", i64::MAX),
    ] {
        assert_eq!(Euro::parse(text), Ok(Euro::from_cents(cents)), "{text}");
    }
}

#[test]
fn what_is_not_an_amount_is_refused_with_its_reason() {
    for (text, reason) in [
        ("", AmountError::Empty),
        (" € ", AmountError::Empty),
        ("-", AmountError::Empty),
        ("abc", AmountError::Characters),
        ("12a", AmountError::Characters),
        ("1 234", AmountError::Characters),
        ("--5", AmountError::Characters),
        ("+5", AmountError::Characters),
        ("1e3", AmountError::Characters),
        (",50", AmountError::Characters),
        ("٣", AmountError::Characters),
        ("1.234", AmountError::Ambiguous),
        ("12,345", AmountError::Ambiguous),
        ("1.23,45", AmountError::Grouping),
        ("1234.567,00", AmountError::Grouping),
        (".123,00", AmountError::Grouping),
        ("1,2,3", AmountError::Grouping),
        ("1.2,3.4", AmountError::Grouping),
        ("0,123", AmountError::Decimals),
        ("1234,567", AmountError::Decimals),
        ("12,", AmountError::Decimals),
        ("1.234,567", AmountError::Decimals),
        ("92233720368547758,08", AmountError::TooLarge),
        ("99999999999999999999", AmountError::TooLarge),
    ] {
        assert_eq!(Euro::parse(text), Err(reason), "{text}");
    }
}

#[test]
fn arithmetic_saturates() {
    let most = Euro::from_cents(i64::MAX);
    let least = Euro::from_cents(i64::MIN);
    assert_eq!(most + Euro::from_cents(1), most);
    assert_eq!(least - Euro::from_cents(1), least);
    assert_eq!(-least, most);
    assert_eq!(least.abs(), most);
    assert_eq!([most, most].into_iter().sum::<Euro>(), most);
    assert_eq!(Euro::from_whole(i64::MAX), most);
    assert_eq!(most.times(Rate::from_hundredths(20_000)), most);
}

#[test]
fn whole_euro_round_half_up() {
    for (cents, whole) in [(127_650, 1277), (127_649, 1276), (-150, -2), (-149, -1), (0, 0)] {
        assert_eq!(Euro::from_cents(cents).whole(), whole, "{cents}");
    }
}

#[test]
fn rates_of_published_examples() {
    for (cents, hundredths, expected) in [
        (200_000, 3897, 77_940),
        (140_000, 1745, 24_430),
        (150_000, 3503, 52_545),
        (3_000_000, 2607, 782_100),
        (1_000_000, 919, 91_900),
        (5_622_400, 919, 516_699),
    ] {
        let result = Euro::from_cents(cents).times(Rate::from_hundredths(hundredths));
        assert_eq!(result.cents(), expected, "{cents} at {hundredths}");
    }
}

#[test]
fn the_wire_holds_integer_cents() {
    assert_eq!(serde_json::to_string(&Euro::from_cents(-123)).unwrap(), "-123");
    assert_eq!(serde_json::from_str::<Euro>("456").unwrap(), Euro::from_cents(456));
    assert!(serde_json::from_str::<Euro>("4.5").is_err());
}

proptest! {
    #[test]
    fn what_is_shown_can_be_typed_back(cents in -i64::MAX..=i64::MAX, lang in 0usize..3) {
        let amount = Euro::from_cents(cents);
        prop_assert_eq!(Euro::parse(&format::euro(amount, Lang::ALL[lang])), Ok(amount));
    }

    #[test]
    fn times_is_the_nearest_cent(cents in any::<i64>(), millionths in 0u32..=1_000_000) {
        let result = i128::from(Euro::from_cents(cents).times(Rate::from_millionths(millionths)).cents());
        let exact = i128::from(cents) * i128::from(millionths);
        let distance = (result * 1_000_000 - exact).abs();
        prop_assert!(distance <= 500_000);
        prop_assert!(distance < 500_000 || result.abs() * 1_000_000 > exact.abs());
    }

    #[test]
    fn nothing_typed_makes_it_panic(text in "[-−€ .,0-9a]{0,30}") {
        let _ = Euro::parse(&text);
    }
}
