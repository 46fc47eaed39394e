//! Feeds: what a line does, and every slip at its place.

use std::collections::BTreeSet;

use proptest::prelude::*;
use shared::calendar::Month;
use shared::ids::CompanyId;
use shared::intake::findings::Findings;
use shared::intake::register::{PositionFacts, Register};
use shared::intake::{Issue, IssueCode};

use super::{Does, Entry, read};

/// The register knows one company.
struct One;

impl Register for One {
    fn company(&self, tax_code: &str) -> anyhow::Result<Option<CompanyId>> {
        Ok((tax_code == "12345678903").then(|| CompanyId::from_u128(7)))
    }
    fn position(&self, _: CompanyId, _: &str, _: Month) -> anyhow::Result<Option<PositionFacts>> {
        Ok(None)
    }
}

const PUT: &str = r#"{"section":"crediti","company":"12345678903","op":"put","record":{"id":"DM10 05/2025","kind":"denuncia_insoluta","matricola":"7012345662","competence_from":"2025-05","competence_to":"2025-05","phase":"insoluto","contributions":"4210.00","residual":"4.248,82","durc":true,"origin":null}}"#;
const DELETE: &str =
    r#"{"section":"crediti","company":"12345678903","op":"delete","record":{"id":"DM10 05/2025"}}"#;

fn import(feed: &str) -> (Vec<Entry>, Vec<Issue>) {
    let mut findings = Findings::default();
    let entries = read(feed.as_bytes(), &One, &mut findings).unwrap();
    (entries, findings.into_issues())
}

#[test]
fn lines_put_and_delete_records() {
    let (entries, issues) = import(&format!("\u{feff}{PUT}\r\n\n"));
    assert_eq!(issues, []);
    let [Entry { company, section, does: Does::Put(packed) }] = entries.as_slice() else {
        panic!("{entries:?}")
    };
    assert_eq!((*company, section.slug), (CompanyId::from_u128(7), "crediti"));
    let cells = packed.cells();
    let cell = |name: &str| cells[section.field(name).unwrap().0].clone();
    assert_eq!(cell("residual").as_deref(), Some("4248.82"));
    assert_eq!(cell("durc").as_deref(), Some("true"));
    assert_eq!(cell("origin"), None);
    assert_eq!(shared::sections::key(section, &cells), "DM10_2005_2F2025");

    let (entries, issues) = import(DELETE);
    assert_eq!(issues, []);
    let [Entry { does: Does::Delete(key), .. }] = entries.as_slice() else { panic!("{entries:?}") };
    assert_eq!(key, "DM10_2005_2F2025");
}

#[test]
fn slips_are_noted_where_they_stand() {
    for (from, to, code) in [
        ("\"crediti\"", "\"debiti\"", IssueCode::UnknownSection),
        ("\"crediti\"", "\"uniemens\"", IssueCode::UnknownSection),
        ("\"12345678903\"", "\"12345678901\"", IssueCode::TaxCode),
        ("\"12345678903\"", "\"01234567897\"", IssueCode::UnknownCompany),
        ("\"put\"", "\"remove\"", IssueCode::NotACode),
        ("\"denuncia_insoluta\"", "\"insoluta\"", IssueCode::NotACode),
        ("\"7012345662\"", "\"7012345626\"", IssueCode::Matricola),
        ("\"2025-05\"", "\"2025-13\"", IssueCode::Month),
        ("\"4210.00\"", "\"4.210\"", IssueCode::Value),
        ("\"4210.00\"", "4210.00", IssueCode::Value),
        ("\"4210.00\"", "\"-4210.00\"", IssueCode::Amount),
        ("\"4.248,82\"", "\"-0,01\"", IssueCode::Amount),
        ("true", "\"true\"", IssueCode::Value),
        ("null", "[1]", IssueCode::Value),
        ("\"durc\"", "\"drc\"", IssueCode::Unknown),
        ("\"durc\":true", "\"kind\":\"credito\"", IssueCode::Twice),
        ("\"op\":", "\"when\":\"now\",\"op\":", IssueCode::Unknown),
        ("\"op\":\"put\",", "", IssueCode::Missing),
        ("\"phase\":\"insoluto\",", "", IssueCode::Missing),
        ("\"insoluto\"", "null", IssueCode::Missing),
        ("\"competence_to\":\"2025-05\"", "\"competence_to\":\"2025-04\"", IssueCode::EndsBefore),
    ] {
        assert!(PUT.contains(from), "{from}");
        let (entries, issues) = import(&format!("\n{}", PUT.replacen(from, to, 1)));
        let found: Vec<_> = issues.iter().map(|issue| (issue.code, issue.line)).collect();
        assert_eq!(found, [(code, 2)], "{from} → {to}: {issues:?}");
        assert!(entries.is_empty(), "{from} → {to}");
    }
    let column = PUT.find("\"7012345662\"").unwrap() + 1;
    let (_, issues) = import(&PUT.replacen("7012345662", "7012345626", 1));
    assert_eq!((issues[0].line, issues[0].column as usize), (1, column));
    let (_, issues) = import(&PUT.replacen("insoluto", "aperto", 1));
    assert!(issues[0].expected.as_deref().is_some_and(|codes| codes.contains("aperta, insoluto")));
}

#[test]
fn everything_that_is_wrong_in_a_line_is_noted_at_once() {
    let line = PUT
        .replacen("\"durc\":true", "\"durc\":\"true\",\"drc\":true", 1)
        .replacen("\"competence_to\":\"2025-05\"", "\"competence_to\":\"2025-13\"", 1)
        .replacen("\"phase\":\"insoluto\",", "", 1);
    let (entries, issues) = import(&line);
    let found: BTreeSet<_> = issues.iter().map(|issue| format!("{:?}", issue.code)).collect();
    let codes = [IssueCode::Unknown, IssueCode::Value, IssueCode::Month, IssueCode::Missing];
    let expected: BTreeSet<_> = codes.iter().map(|code| format!("{code:?}")).collect();
    assert_eq!(found, expected, "{issues:?}");
    assert!(entries.is_empty() && issues.len() == codes.len());
}

#[test]
fn a_record_is_named_once_in_a_file() {
    for second in [PUT, DELETE] {
        let (entries, issues) = import(&format!("{PUT}\n{second}"));
        assert_eq!(entries.len(), 1);
        assert_eq!((issues[0].code, issues[0].line), (IssueCode::Twice, 2));
    }
    let (_, issues) = import(&DELETE.replace("\"id\"", "\"paid\""));
    let codes: Vec<_> = issues.iter().map(|issue| issue.code).collect();
    assert_eq!(codes, [IssueCode::Unknown], "{issues:?}");
    let (_, issues) = import(&DELETE.replace("\"id\":\"DM10 05/2025\"", ""));
    assert_eq!((issues[0].code, issues[0].expected.as_deref()), (IssueCode::Missing, Some("id")));
}

#[test]
fn what_is_no_feed_is_refused() {
    for (feed, code, line) in [
        ("", IssueCode::Empty, 1),
        (" \n\n", IssueCode::Empty, 1),
        ("<a/>", IssueCode::WrongKind, 1),
        ("[]", IssueCode::WrongKind, 1),
        ("{}", IssueCode::Missing, 1),
        ("{\"section\":1", IssueCode::NotWellFormed, 1),
    ] {
        let (_, issues) = import(feed);
        let found: Vec<_> = issues.iter().map(|issue| (issue.code, issue.line)).collect();
        assert_eq!(found, [(code, line)], "{feed}");
    }
    let (entries, issues) = import(&format!("{PUT}\nnonsense\n{}", DELETE.replace("05/", "06/")));
    assert_eq!((entries.len(), issues.len(), issues[0].line), (2, 1, 2));
    // The values of a line without their names are no line.
    let values = r#"["crediti","12345678903","delete",{"id":"DM10 06/2025"}]"#;
    let (entries, issues) = import(&format!("{PUT}\n{values}"));
    let said: Vec<_> =
        issues.iter().map(|issue| (issue.code, issue.line, issue.expected.as_deref())).collect();
    assert_eq!(said, [(IssueCode::NotWellFormed, 2, Some("{"))]);
    assert_eq!(entries.len(), 1);
}

#[test]
fn what_a_line_shall_do_is_quoted_as_any_other_code() {
    let (_, issues) = import(&PUT.replacen("\"put\"", "\"upsert\"", 1));
    assert_eq!(issues[0].found.as_deref(), Some("upsert"));
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(
        bytes in proptest::collection::vec(any::<u8>(), 0..60),
        at in any::<prop::sample::Index>(),
        gone in 0_usize..60,
    ) {
        let mut file = PUT.as_bytes().to_vec();
        let start = at.index(file.len());
        let end = (start + gone).min(file.len());
        file.splice(start..end, bytes);
        let mut findings = Findings::default();
        read(file.as_slice(), &One, &mut findings).unwrap();
    }
}
