use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn codes_are_checked_omocodia_included() {
    for text in ["RSSMRA85T10A562S", "RSSMRA85T10A56NH", "RSSMRA80A01H501U", "VRDGNN75D41F205Z"] {
        assert_eq!(PersonTaxCode::parse(text).unwrap().as_str(), text);
    }
    assert_eq!(
        PersonTaxCode::parse(" rss mra 85t10 a562s "),
        PersonTaxCode::parse("RSSMRA85T10A562S")
    );
    for (text, reason) in [
        ("RSSMRA80A01H501X", FiscalError::CheckDigit),
        ("RSSMRA85T10A56NS", FiscalError::CheckDigit),
        ("RSSMRA85T10A562", FiscalError::Length),
        ("RSSMRA85T10A562SS", FiscalError::Length),
        ("RSSMR185T10A562S", FiscalError::Characters),
        ("RSSMRA8AT10A562S", FiscalError::Characters),
        ("RSSMRA85F10A562S", FiscalError::CheckDigit),
        ("RSSMRA85T10A5621", FiscalError::Characters),
        ("", FiscalError::Empty),
    ] {
        assert_eq!(PersonTaxCode::parse(text), Err(reason), "{text}");
    }
}

#[test]
fn impossible_births_are_refused_even_with_the_right_letter() {
    for (stem, reason) in [
        ("RSSMRA85T00A562", FiscalError::BirthDate),
        ("RSSMRA85T40A562", FiscalError::BirthDate),
        ("RSSMRA85T72A562", FiscalError::BirthDate),
        ("RSSMRA85B29A562", FiscalError::BirthDate),
        ("RSSMRA85D71A562", FiscalError::BirthDate),
        ("RSSMRA85F10A562", FiscalError::Characters),
    ] {
        let letter = char::from(check(stem.as_bytes().try_into().unwrap()));
        assert_eq!(PersonTaxCode::parse(&format!("{stem}{letter}")), Err(reason), "{stem}");
    }
}

#[test]
fn what_a_code_tells() {
    let today = day("2026-11-22");
    for (text, birth, woman, place, omocode) in [
        ("RSSMRA85T10A562S", "1985-12-10", false, "A562", false),
        ("RSSMRA85T10A56NH", "1985-12-10", false, "A562", true),
        ("RSSMRA80A01H501U", "1980-01-01", false, "H501", false),
        ("VRDGNN75D41F205Z", "1975-04-01", true, "F205", false),
    ] {
        let code = PersonTaxCode::parse(text).unwrap();
        assert_eq!(code.birth_date(today), Some(day(birth)), "{text}");
        assert_eq!(code.is_woman(), woman, "{text}");
        assert_eq!(code.belfiore(), place, "{text}");
        assert_eq!(code.is_omocode(), omocode, "{text}");
    }
}

#[test]
fn nobody_is_born_after_the_reference() {
    let compose =
        |birth| PersonTaxCode::compose("Rossi", "Mario", day(birth), false, "H501").unwrap();
    let born_in_2006 = compose("2006-05-10");
    assert_eq!(born_in_2006, compose("1906-05-10"));
    assert_eq!(born_in_2006.birth_date(day("2026-11-22")), Some(day("2006-05-10")));
    assert_eq!(born_in_2006.birth_date(day("2006-05-10")), Some(day("2006-05-10")));
    assert_eq!(born_in_2006.birth_date(day("2006-05-09")), Some(day("1906-05-10")));
    assert_eq!(born_in_2006.birth_date(day("0001-01-01")), None);
    let leap = compose("2000-02-29");
    assert_eq!(leap.birth_date(day("1999-12-31")), None);
    assert_eq!(leap.birth_date(day("2026-11-22")), Some(day("2000-02-29")));
}

#[test]
fn codes_are_composed_as_the_registry_does() {
    for (surname, name, birth, woman, place, expected) in [
        ("Rossi", "Mario", "1985-12-10", false, "A562", "RSSMRA85T10A562S"),
        ("Rossi", "Mario", "1980-01-01", false, "h501", "RSSMRA80A01H501U"),
        ("Verdi", "Giovanna", "1975-04-01", true, "F205", "VRDGNN75D41F205Z"),
    ] {
        let code = PersonTaxCode::compose(surname, name, day(birth), woman, place).unwrap();
        assert_eq!(code.as_str(), expected);
    }
    let compose =
        |surname, place| PersonTaxCode::compose(surname, "Mario", day("1980-01-01"), false, place);
    assert_eq!(compose("'", "H501"), Err(FiscalError::Characters));
    assert_eq!(compose("Rossi", "5H01"), Err(FiscalError::Characters));
    assert_eq!(compose("Rossi", "H50"), Err(FiscalError::Length));
}

proptest! {
    #[test]
    fn what_is_composed_is_valid_and_tells_its_parts(
        surname in "[A-Za-zàèìòù' ]{0,12}[a-z]", name in "[A-Za-zàèìòù' ]{0,12}[a-z]",
        days in 0i64..30_000, woman: bool, letter in "[A-Z]", place in 0u16..=999,
    ) {
        let birth = day("1940-01-01").plus_days(days);
        let belfiore = format!("{letter}{place:03}");
        let code = PersonTaxCode::compose(&surname, &name, birth, woman, &belfiore).unwrap();
        prop_assert_eq!(PersonTaxCode::parse(code.as_str()), Ok(code));
        prop_assert_eq!(code.birth_date(birth.plus_days(36_000)), Some(birth));
        prop_assert_eq!(code.is_woman(), woman);
        prop_assert_eq!(code.belfiore(), belfiore);
        prop_assert!(!code.is_omocode());
    }

    #[test]
    fn every_omocode_tells_the_same_person(days in 0i64..30_000, place in 0u16..=999, changed in 1u8..128) {
        let birth = day("1940-01-01").plus_days(days);
        let original =
            PersonTaxCode::compose("Bianchi", "Lucia", birth, true, &format!("L{place:03}")).unwrap();
        let mut stem: [u8; 15] = original.as_str().as_bytes()[..15].try_into().unwrap();
        for (bit, at) in [14, 13, 12, 10, 9, 7, 6].into_iter().enumerate() {
            if changed & (1 << bit) != 0 {
                stem[at] = OMOCODES[usize::from(stem[at] - b'0')];
            }
        }
        let text: String = stem.into_iter().chain([check(&stem)]).map(char::from).collect();
        let omocode = PersonTaxCode::parse(&text).unwrap();
        prop_assert!(omocode.is_omocode() && omocode != original);
        prop_assert_eq!(omocode.birth_date(birth.plus_days(1)), Some(birth));
        prop_assert_eq!(omocode.belfiore(), original.belfiore());
        prop_assert!(omocode.is_woman());
    }

    #[test]
    fn nothing_typed_makes_it_panic(text in ".{0,20}") {
        let _ = PersonTaxCode::parse(&text);
    }
}
