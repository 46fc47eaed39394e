//! Register extracts: the sample, and every slip at its place.

use proptest::prelude::*;
use shared::calendar::Day;
use shared::companies::PositionState;
use shared::intake::findings::Findings;
use shared::intake::{Issue, IssueCode};

use super::read;
use crate::companies::Extract;
use crate::companies::service::Particulars;
use crate::intake::register::Known;

const SAMPLE: &str = include_str!("../../../../tests/data/registry-forno.json");

/// A register that may know the company of the sample by an extract of a day, and another one with its position.
#[derive(Default)]
struct Before {
    extracted: Option<Day>,
    elsewhere: bool,
}

impl Known for Before {
    fn extracted(&self, tax_code: &str) -> anyhow::Result<Option<Day>> {
        Ok(self.extracted.filter(|_| tax_code == "12345678903"))
    }

    fn is_elsewhere(&self, matricola: &str, tax_code: &str) -> anyhow::Result<bool> {
        Ok(self.elsewhere && (matricola, tax_code) == ("7012345662", "12345678903"))
    }
}

fn import_after(before: &Before, json: &[u8]) -> (Vec<Extract>, Vec<Issue>) {
    let mut findings = Findings::default();
    let extracts = read(json, before, Day::new(2025, 11, 5).unwrap(), &mut findings).unwrap();
    (extracts, findings.into_issues())
}

fn import(json: &[u8]) -> (Vec<Extract>, Vec<Issue>) {
    import_after(&Before::default(), json)
}

#[test]
fn an_older_extract_is_left_out_and_one_of_the_same_day_is_not() {
    for (known, taken) in [((2025, 9, 30), 1), ((2025, 10, 1), 1), ((2025, 10, 2), 0)] {
        let (year, month, day) = known;
        // What is left out is not stored, so whose the position is does not matter then.
        let before = Before { extracted: Day::new(year, month, day), elsewhere: taken == 0 };
        let (extracts, issues) = import_after(&before, SAMPLE.as_bytes());
        assert_eq!(extracts.len(), taken, "{known:?}");
        let said: Vec<_> = issues
            .iter()
            .map(|issue| {
                (issue.code, issue.line, issue.found.as_deref(), issue.expected.as_deref())
            })
            .collect();
        let older = (IssueCode::OlderExtract, 12, Some("2025-10-01"), Some("≥ 2025-10-02"));
        assert_eq!(said, if taken == 0 { vec![older] } else { vec![] }, "{known:?}");
    }
}

#[test]
fn a_position_of_another_company_is_refused_where_it_stands() {
    let before = Before { elsewhere: true, ..Before::default() };
    let (_, issues) = import_after(&before, SAMPLE.as_bytes());
    let line = SAMPLE.lines().position(|line| line.contains("7012345662")).unwrap() + 1;
    let said: Vec<_> = issues
        .iter()
        .map(|issue| (issue.code, issue.line as usize, issue.found.as_deref()))
        .collect();
    assert_eq!(said, [(IssueCode::PositionElsewhere, line, Some("7012345662"))]);
    assert!(!issues[0].code.is_warning());
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
fn what_is_said_of_a_person_is_kept_and_nothing_else_is_guessed() {
    let (extracts, _) = import(SAMPLE.as_bytes());
    assert_eq!(extracts[0].persons[0].particulars, Particulars::default());
    let said = r#""since": "2019-03-01", "years": 3, "elector": false, "citizenship": "Italia",
        "residence": { "street": "Via Appia 3", "postcode": "00178", "town": "Roma", "province": "rm" }"#;
    let person = SAMPLE.rfind("\"since\": \"2019-03-01\"").unwrap();
    let (before, after) = SAMPLE.split_at(person);
    let json = [before, &after.replacen("\"since\": \"2019-03-01\"", said, 1)].concat();
    let (extracts, issues) = import(json.as_bytes());
    assert_eq!(issues, []);
    let known = &extracts[0].persons[0].particulars;
    assert_eq!((known.years, known.elector, known.certified), (Some(3), Some(false), None));
    assert_eq!((known.citizenship.as_deref(), known.deed.as_deref()), (Some("Italia"), None));
    let residence = known.residence.as_ref().unwrap().on_one_line();
    assert_eq!(residence, "Via Appia 3, 00178 Roma (RM)");
    for (from, to, code) in [
        ("\"rm\"", "\"Roma\"", IssueCode::Unknown),
        ("00178", "178", IssueCode::Number),
        ("\"Italia\"", "\"\"", IssueCode::Missing),
        ("\"years\": 3", "\"years\": -3", IssueCode::NotWellFormed),
    ] {
        let (_, issues) = import(json.replacen(from, to, 1).as_bytes());
        assert_eq!(issues.iter().map(|issue| issue.code).collect::<Vec<_>>(), [code], "{to}");
    }
}

#[test]
fn who_entered_a_state_and_who_worked_for_themselves_is_kept_where_it_is_said() {
    let position = |json: &str| import(json.as_bytes()).0[0].positions[0].clone();
    let plain = position(SAMPLE);
    assert!(plain.entries.is_empty() && plain.periods[0].self_employed.is_none());
    let json = SAMPLE
        .replace(
            "\"state\": \"active\"",
            r#""entered": "2019-03-07 09:12:30", "entered_by": "A7", "state": "active""#,
        )
        .replace("\"cas\": []", "\"cas\": [], \"self_employed\": 2");
    let told = position(&json);
    let entry = &told.entries[0];
    assert_eq!((entry.state, entry.since), told.states[0]);
    let said = (entry.entered.as_deref(), entry.by.as_deref());
    assert_eq!(said, (Some("2019-03-07T09:12"), Some("A7")));
    assert_eq!(told.periods[0].self_employed, Some(2));
    for (from, to, code) in [
        ("2019-03-07 09:12:30", "2019-03-07 25:00", IssueCode::Value),
        ("\"A7\"", "\"\"", IssueCode::Missing),
        ("\"self_employed\": 2", "\"self_employed\": -2", IssueCode::NotWellFormed),
    ] {
        let (_, issues) = import(json.replacen(from, to, 1).as_bytes());
        assert_eq!(issues.iter().map(|issue| issue.code).collect::<Vec<_>>(), [code], "{to}");
    }
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
