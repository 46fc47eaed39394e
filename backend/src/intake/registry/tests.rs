//! Register extracts: the sample, and every slip at its place.

use proptest::prelude::*;
use shared::calendar::Day;
use shared::companies::PositionState;
use shared::intake::{Issue, IssueCode};

use super::read;
use crate::companies::Extract;
use crate::intake::findings::Findings;

const SAMPLE: &str = include_str!("../../../../tests/data/registry-forno.json");

fn import(json: &[u8]) -> (Vec<Extract>, Vec<Issue>) {
    let mut findings = Findings::default();
    let extracts = read(json, Day::new(2025, 11, 5).unwrap(), &mut findings).unwrap();
    (extracts, findings.into_issues())
}

#[test]
fn the_sample_is_one_company() {
    for json in [SAMPLE.to_owned(), format!("\u{feff} [\n{SAMPLE}\n]\n")] {
        let (extracts, issues) = import(json.as_bytes());
        assert_eq!(issues, []);
        let [extract] = extracts.as_slice() else { panic!("one company") };
        assert_eq!(
            (extract.tax_code.as_str(), extract.name.as_str()),
            ("12345678903", "FORNO ESEMPIO S.R.L.")
        );
        let position = &extract.positions[0];
        assert_eq!((position.matricola.as_str(), position.office.as_str()), ("7012345662", "7010"));
        assert_eq!(position.states[0].0, PositionState::Active);
        assert_eq!((position.periods[0].csc.as_str(), position.periods[0].to), ("70201", None));
        assert_eq!(extract.persons[0].name, "Mario Rossi");
        assert!(extract.persons[0].representative && extract.principal);
    }
    assert_eq!(import(b"[]").1, []);
}

#[test]
fn slips_are_noted_where_they_stand() {
    let line_of = |text: &str| {
        let before = &SAMPLE[..SAMPLE.find(text).unwrap()];
        u32::try_from(before.matches('\n').count()).unwrap() + 1
    };
    for (from, to, code) in [
        ("12345678903", "12345678901", IssueCode::TaxCode),
        ("\"7012345662\"", "\"7012345626\"", IssueCode::Matricola),
        ("\"7010\"", "\"7999\"", IssueCode::Office),
        ("\"70201\"", "\"7020\"", IssueCode::Csc),
        ("\"active\"", "\"open\"", IssueCode::Unknown),
        ("RSSMRA85T10A562S", "RSSMRA85T10A562T", IssueCode::TaxCode),
        ("2025-10-01", "2025-12-01", IssueCode::Day),
        ("2025-10-01", "2025-02-30", IssueCode::Day),
        ("FORNO ESEMPIO S.R.L.", "", IssueCode::Missing),
        ("\"principal\"", "\"principale\"", IssueCode::Unknown),
        ("\"principal\": true", "\"principal\": 1", IssueCode::NotWellFormed),
        ("\"name\": \"FORNO ESEMPIO S.R.L.\",", "", IssueCode::Missing),
    ] {
        assert!(SAMPLE.contains(from), "{from}");
        let (_, issues) = import(SAMPLE.replacen(from, to, 1).as_bytes());
        let found: Vec<_> = issues.iter().map(|issue| issue.code).collect();
        assert_eq!(found, [code], "{from} → {to}");
        if !from.ends_with(',') {
            assert_eq!(issues[0].line, line_of(from), "{from} → {to}");
        }
    }
    let column = SAMPLE.lines().find_map(|line| line.find("\"12345678903\"")).unwrap();
    let (_, issues) = import(SAMPLE.replacen("12345678903", "12345678901", 1).as_bytes());
    assert_eq!(issues[0].column as usize, column + 2);
}

#[test]
fn what_is_no_extract_is_refused() {
    for (json, code, line, column) in [
        (String::new(), IssueCode::Empty, 1, 1),
        (" \n".to_owned(), IssueCode::Empty, 1, 1),
        ("<a/>".to_owned(), IssueCode::WrongKind, 1, 1),
        ("[1]".to_owned(), IssueCode::NotWellFormed, 1, 2),
        ("[".to_owned(), IssueCode::NotWellFormed, 1, 2),
        ("{\"a\": \"}".to_owned(), IssueCode::NotWellFormed, 1, 9),
        ("{}".to_owned(), IssueCode::Missing, 1, 2),
        (format!("{SAMPLE}x"), IssueCode::NotWellFormed, 0, 1),
        (format!("[{SAMPLE},]"), IssueCode::NotWellFormed, 0, 2),
        (format!("{{\"a\":\n\"{}\"}}", "x".repeat(2 * 1024 * 1024)), IssueCode::TooComplex, 1, 1),
    ] {
        let (_, issues) = import(json.as_bytes());
        let line =
            if line == 0 { u32::try_from(SAMPLE.lines().count()).unwrap() + 1 } else { line };
        let shown: String = json.chars().take(40).collect();
        let found: Vec<_> =
            issues.iter().map(|issue| (issue.code, issue.line, issue.column)).collect();
        assert_eq!(found, [(code, line, column)], "{shown}");
    }
    let doubled = import(format!("[{SAMPLE},{SAMPLE}]").as_bytes()).1;
    assert_eq!(doubled.iter().map(|issue| issue.code).collect::<Vec<_>>(), [IssueCode::Twice; 2]);
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(
        sample in any::<bool>(),
        bytes in proptest::collection::vec(any::<u8>(), 0..60),
        at in any::<prop::sample::Index>(),
        gone in 0_usize..60,
    ) {
        let mut file = if sample { SAMPLE.as_bytes().to_vec() } else { b"[{}]".to_vec() };
        let start = at.index(file.len());
        let end = (start + gone).min(file.len());
        file.splice(start..end, bytes);
        import(&file);
    }
}
