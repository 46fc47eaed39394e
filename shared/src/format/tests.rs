use super::*;

/// The text with its no-break spaces made plain, to be read in a table.
fn plain(text: &str) -> String {
    text.replace(NO_BREAK_SPACE, " ")
}

#[test]
fn amounts_are_always_grouped_and_have_a_real_minus() {
    for (cents, it, en) in [
        (123_456, "1.234,56 €", "€1,234.56"),
        (0, "0,00 €", "€0.00"),
        (5, "0,05 €", "€0.05"),
        (99_999, "999,99 €", "€999.99"),
        (-500, "\u{2212}5,00 €", "\u{2212}€5.00"),
        (-1, "\u{2212}0,01 €", "\u{2212}€0.01"),
        (12_345_678_900, "123.456.789,00 €", "€123,456,789.00"),
        (i64::MIN, "\u{2212}92.233.720.368.547.758,08 €", "\u{2212}€92,233,720,368,547,758.08"),
    ] {
        let amount = Euro::from_cents(cents);
        assert_eq!(plain(&euro(amount, Lang::It)), it);
        assert_eq!(plain(&euro(amount, Lang::De)), it);
        assert_eq!(euro(amount, Lang::En), en);
    }
    assert!(!euro(Euro::ZERO, Lang::It).contains(' '), "the unit never wraps");
}

#[test]
fn whole_amounts_are_rounded_before_they_are_signed() {
    for (cents, it, en) in [
        (123_450, "1.235 €", "€1,235"),
        (123_449, "1.234 €", "€1,234"),
        (-49, "0 €", "€0"),
        (-50, "\u{2212}1 €", "\u{2212}€1"),
    ] {
        let amount = Euro::from_cents(cents);
        assert_eq!(plain(&whole_euro(amount, Lang::It)), it);
        assert_eq!(whole_euro(amount, Lang::En), en);
    }
}

#[test]
fn numbers_and_rates() {
    for (number, it, en) in [
        (0, "0", "0"),
        (999, "999", "999"),
        (1_000, "1.000", "1,000"),
        (1_234_567, "1.234.567", "1,234,567"),
        (u64::MAX, "18.446.744.073.709.551.615", "18,446,744,073,709,551,615"),
    ] {
        assert_eq!(
            (integer(number, Lang::It).as_str(), integer(number, Lang::En).as_str()),
            (it, en)
        );
    }
    for (millionths, it, en, de) in [
        (386_700, "38,67%", "38.67%", "38,67 %"),
        (240_000, "24,00%", "24.00%", "24,00 %"),
        (93_567, "9,3567%", "9.3567%", "9,3567 %"),
        (5_010, "0,501%", "0.501%", "0,501 %"),
        (0, "0,00%", "0.00%", "0,00 %"),
    ] {
        let rate = Rate::from_millionths(millionths);
        assert_eq!(percent(rate, Lang::It), it);
        assert_eq!(percent(rate, Lang::En), en);
        assert_eq!(plain(&percent(rate, Lang::De)), de);
    }
}

#[test]
fn days_months_and_moments() {
    let monday = Day::new(2026, 11, 23).unwrap();
    assert_eq!(day(monday, Lang::It), "23/11/2026");
    assert_eq!(day(monday, Lang::En), "23/11/2026");
    assert_eq!(day(monday, Lang::De), "23.11.2026");
    assert_eq!(day_long(monday, Lang::It), "lunedì 23 novembre 2026");
    assert_eq!(day_long(monday, Lang::En), "Monday 23 November 2026");
    assert_eq!(day_long(monday, Lang::De), "Montag, 23. November 2026");
    assert_eq!(day_long(Day::new(2026, 3, 1).unwrap(), Lang::It), "domenica 1º marzo 2026");

    let september = Month::new(2026, 9).unwrap();
    assert_eq!(month(september, Lang::It), "09/2026");
    assert_eq!(month_long(september, Lang::It), "settembre 2026");
    assert_eq!(month_name(september.previous(), Lang::De), "August");
    let year: String = (0..12).map(|at| month_letter(september.plus(at - 8), Lang::It)).collect();
    assert_eq!(year, "GFMAMGLASOND");

    let moment = Instant::from_rome(Day::new(2026, 11, 22).unwrap(), 9, 12).unwrap();
    assert_eq!(instant(moment, Lang::It), "22/11/2026, 09:12");
    assert_eq!(instant(moment, Lang::De), "22.11.2026, 09:12");
}

#[test]
fn sizes_are_in_thousands_of_bytes() {
    for (size, it, en) in [
        (193, "193 B", "193 B"),
        (999, "999 B", "999 B"),
        (1_000, "1,0 KB", "1.0 KB"),
        (37_649, "37,6 KB", "37.6 KB"),
        (3_145_728, "3,1 MB", "3.1 MB"),
        (u64::MAX, "18446744073,7 GB", "18446744073.7 GB"),
    ] {
        assert_eq!([Lang::It, Lang::De, Lang::En].map(|lang| bytes(size, lang)), [it, it, en]);
    }
}
