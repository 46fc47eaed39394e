//! Words: how they are compared, and how queries are read.

use proptest::prelude::*;
use shared::fault::Fault;

use crate::search::query::Query;
use crate::search::text::{
    figure, fold, infixes, is_near, may_be_mistyped, parts, terms, variants,
};

#[test]
fn accents_case_and_punctuation_do_not_matter() {
    for (text, folded) in [
        ("  Caffè ÜBUNG S.r.l. ", "caffeubungsrl"),
        ("Dell'Acqua", "dellacqua"),
        ("Straße", "strasse"),
        ("e\u{301}", "e"),
        ("\u{202e}R\u{200f}TL", "rtl"),
        ("—!?", ""),
    ] {
        assert_eq!(fold(text), folded, "{text}");
    }
    assert_eq!(parts("Dell'Acqua"), ["dell", "acqua"]);
    assert_eq!(parts("INPS.7010.12/09/2026"), ["inps", "7010", "12", "09", "2026"]);
}

#[test]
fn figures_have_one_form() {
    for (written, form) in [
        ("09/2026", Some("202609")),
        ("9/2026", Some("202609")),
        ("2026-09", Some("202609")),
        ("13/2026", None),
        ("16/10/2026", Some("20261016")),
        ("16.10.2026", Some("20261016")),
        ("2026-10-16", Some("20261016")),
        ("2026-11-22T09:12", Some("20261122")),
        ("31/02/2026", None),
        ("1.276,00", Some("1276,00")),
        ("1,276.00", Some("1276,00")),
        ("1276.00", Some("1276,00")),
        ("-1276.00", Some("1276,00")),
        ("€1.276,00", Some("1276,00")),
        ("1.276", Some("1276")),
        ("1.234.567,89", Some("1234567,89")),
        ("12.34.56", None),
        ("1276", None),
        ("7012345662", None),
        ("INPS.UNIEMENS.1", None),
        (",", None),
        ("", None),
    ] {
        assert_eq!(figure(written).as_deref(), form, "{written}");
    }
}

#[test]
fn terms_are_words_their_parts_and_figures() {
    let of = |text: &str| terms(&[text.to_owned()]);
    assert_eq!(
        of("Dell'Acqua S.r.l. 2026-09 1276.00"),
        ["1276,00", "202609", "acqua", "dell", "dellacqua", "srl"]
    );
    assert!(of("a - \u{0}").is_empty());
    assert!(of(&"è".repeat(500)).iter().all(|term| term.len() <= 48));
    assert_eq!(
        infixes(&["70123456".to_owned(), "rossi".to_owned()]),
        ["*0123456", "*123456", "*23456", "*3456"]
    );
}

#[test]
fn a_query_is_read_in_each_way_it_may_be_meant() {
    let readings = |typed: &str| Query::read(typed).unwrap().readings;
    assert_eq!(readings("Rossi"), [["rossi"]]);
    assert_eq!(readings("70 1234 5662"), [["70", "1234", "5662"]]);
    assert_eq!(Query::read("70 1234 5662").unwrap().code.unwrap(), ["7012345662"]);
    assert_eq!(Query::read("trattoria esempio").unwrap().code, None);
    assert_eq!(readings("Dell'Acqua"), [vec!["dellacqua"], vec!["dell", "acqua"]]);
    assert_eq!(
        readings("esempio settembre 2026"),
        [vec!["esempio", "settembre", "2026"], vec!["esempio", "202609"]]
    );
    assert_eq!(readings("März 2026")[1], ["202603"]);
    assert_eq!(readings("46.39"), [["46,39"], ["4639"]]);
    assert_eq!(readings("1.276,00")[0], ["1276,00"]);
    assert_eq!(readings(&"parola ".repeat(14))[0].len(), 8);
}

#[test]
fn an_archive_is_named_in_any_language_beside_a_figure_or_a_code() {
    let within = |typed: &str| {
        Query::read(typed).unwrap().within.map(|within| (within.sections, within.words.join(" ")))
    };
    let some = |sections: &[u8], words: &str| Some((sections.to_vec(), words.to_owned()));
    for (typed, expected) in [
        ("F24 16/11/2026", some(&[34], "20261116")),
        ("payments 1.276,00", some(&[34, 50], "1276,00")),
        ("crediti del 09/2026 trattoria", some(&[20], "202609 trattoria")),
        ("nota di rettifica NR202663457127", some(&[22, 54], "nr202663457127")),
        ("Rückstände März 2026", some(&[20], "202603")),
        ("F24", None),
        ("F24 forno", None),
        ("forno 16/11/2026", None),
        ("di 16/11/2026", None),
    ] {
        assert_eq!(within(typed), expected, "{typed}");
    }
}

#[test]
fn one_word_of_letters_may_be_two() {
    let parted = |typed: &str| Query::read(typed).unwrap().parted();
    assert_eq!(parted("Caffèbar"), [["caf", "febar"], ["caff", "ebar"], ["caffe", "bar"]]);
    for one in ["forno", "forno modello", "8131007082", "dell'acqua", "2026-09"] {
        assert!(parted(one).is_empty(), "{one}");
    }
}

#[test]
fn queries_that_are_none_say_why() {
    for (typed, reason) in [
        ("", "too_short"),
        ("x", "too_short"),
        ("?! —  … ", "too_short"),
        ("\u{202e}\u{200f}", "too_short"),
        (&"x".repeat(10_000), "too_long"),
        ("ro\0ssi", "control_character"),
        ("ro\nssi", "control_character"),
    ] {
        assert_eq!(Query::read(typed).unwrap_err(), Fault::field("q", reason), "{typed:?}");
    }
}

/// The distance by the book: Damerau's, neighbours exchanged counting as one (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let change = usize::from(a[i - 1] != b[j - 1]);
                let mut least =
                    (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + change);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(rows[i - 2][j - 2] + 1);
                }
                least
            }
        }
    }
    rows[a.len()][b.len()]
}

proptest! {
    #[test]
    fn near_is_a_distance_of_one(a in "[abcè]{0,6}", b in "[abcè]{0,6}") {
        prop_assert_eq!(is_near(&a, &b), distance(&a, &b) <= 1);
        if is_near(&a, &b) {
            prop_assert!(!variants(&a).is_disjoint(&variants(&b)), "{} {}", a, b);
        }
    }

    #[test]
    fn folding_is_done_once(text in "\\PC{0,40}") {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded.clone());
        prop_assert!(terms(&[text]).iter().all(|term| !term.contains('\0') && term.len() <= 48));
    }

    #[test]
    fn whatever_is_typed_is_read_or_refused(text in "\\PC{0,120}|[0-9./, -]{0,40}") {
        if let Ok(query) = Query::read(&text) {
            prop_assert!(!query.readings.is_empty());
            prop_assert!(query.readings.iter().all(|reading| !reading.is_empty() && reading.len() <= 8));
        }
        let _ = may_be_mistyped(&text);
    }

    #[test]
    fn amounts_are_found_as_people_write_them(cents in 0_i64..1_000_000_000) {
        let canonical = format!("{}.{:02}", cents / 100, cents % 100);
        let expected = figure(&canonical);
        let amount = shared::money::Euro::from_cents(cents);
        for lang in shared::lang::Lang::ALL {
            let written = shared::format::euro(amount, lang);
            prop_assert_eq!(figure(&written), expected.clone(), "{}", written);
        }
    }
}
