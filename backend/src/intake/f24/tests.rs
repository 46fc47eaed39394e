//! Both kinds of F24 file, against a register of one bakery.

use proptest::prelude::*;
use shared::calendar::{Day, Month};
use shared::ids::CompanyId;
use shared::intake::findings::Findings;
use shared::intake::register::{PositionFacts, Register};
use shared::intake::{Issue, IssueCode};

use super::{Forms, read};

const TABLE: &str = include_str!("../../../../tests/data/f24-2025-10.csv");
const RECORDS: &str = include_str!("../../../../tests/data/f24-2025-10.txt");

struct Bakery;

impl Register for Bakery {
    fn company(&self, tax_code: &str) -> anyhow::Result<Option<CompanyId>> {
        Ok((tax_code == "12345678903").then_some(CompanyId::from_u128(1)))
    }

    fn position(&self, _: CompanyId, _: &str, _: Month) -> anyhow::Result<Option<PositionFacts>> {
        Ok(None)
    }
}

fn import(file: &[u8]) -> (Forms, Vec<Issue>) {
    let mut findings = Findings::default();
    let forms = read(file, &Bakery, Day::new(2025, 11, 5).unwrap(), &mut findings).unwrap();
    (forms, findings.into_issues())
}

fn codes(file: &str) -> Vec<(IssueCode, u32, u32)> {
    import(file.as_bytes())
        .1
        .into_iter()
        .map(|issue| (issue.code, issue.line, issue.column))
        .collect()
}

/// The records with the characters from a position of a line replaced.
fn at(line: usize, position: usize, text: &str) -> String {
    let mut lines: Vec<String> = RECORDS.split("\r\n").map(str::to_owned).collect();
    lines[line - 1].replace_range(position - 1..position - 1 + text.len(), text);
    lines.join("\r\n")
}

#[test]
fn both_kinds_hold_the_same_form() {
    for file in [TABLE.as_bytes(), RECORDS.as_bytes(), format!("\u{feff}{TABLE}").as_bytes()] {
        let (forms, issues) = import(file);
        assert_eq!(issues, []);
        assert_eq!((forms.companies, forms.skipped), (1, 0));
        let [form] = forms.forms.as_slice() else { panic!("one form") };
        assert_eq!(
            (form.payer.as_str(), form.day),
            ("12345678903", Day::new(2025, 10, 16).unwrap())
        );
        let [row] = form.rows.as_slice() else { panic!("one row") };
        assert_eq!(
            (row.office.as_str(), row.causale.as_str(), row.code.as_str()),
            ("7010", "DM10", "7012345662")
        );
        assert_eq!((row.from, row.to), (Month::new(2025, 9), None));
        assert_eq!((row.debit.cents(), row.credit.cents()), (1_276_00, 0));
    }
}

#[test]
fn slips_in_a_table_are_noted_at_their_cell() {
    for (from, to, expected) in [
        ("12345678903", "12345678901", Some((IssueCode::TaxCode, 2, 1))),
        ("12345678903", "01234567897", Some((IssueCode::UnknownCompany, 2, 1))),
        ("16/10/2025", "31/09/2025", Some((IssueCode::Day, 2, 13))),
        ("16/10/2025", "16/11/2025", Some((IssueCode::Day, 2, 13))),
        ("16/10/2025", "2025-10-16", None),
        (";7010;", ";7999;", Some((IssueCode::Office, 2, 24))),
        ("DM10", "XY99", Some((IssueCode::CodeUnknown, 2, 29))),
        ("DM10", "", Some((IssueCode::Missing, 2, 29))),
        ("7012345662", "7012345626", Some((IssueCode::Matricola, 2, 34))),
        ("7012345662", "4912345631", None),
        ("7012345662", "\"7012345662\"", None),
        ("09/2025", "13/2025", Some((IssueCode::Month, 2, 45))),
        ("09/2025", "11/2025", Some((IssueCode::FutureMonth, 2, 45))),
        ("09/2025", "12/1988", Some((IssueCode::Month, 2, 45))),
        ("09/2025", "", Some((IssueCode::Missing, 2, 45))),
        ("09/2025;", "09/2025;10/2025", Some((IssueCode::Month, 2, 53))),
        ("1.276,00", "1276", None),
        ("1.276,00", "-5", Some((IssueCode::Amount, 2, 54))),
        ("1.276,00;0,00", "0;1,00", Some((IssueCode::Totals, 2, 1))),
        (
            "DM10;7012345662;09/2025;;1.276,00;0,00",
            "DMRA;7012345662;09/2025;;2;1",
            Some((IssueCode::Amount, 2, 56)),
        ),
        ("DM10;7012345662;09/2025;", "PXX;;01/2025;12/2025", None),
        ("DM10;7012345662;09/2025;", "PXX;;01/2025;01/2026", Some((IssueCode::Month, 2, 42))),
        ("DM10;7012345662;09/2025;", "PXX;x;01/2025;12/2025", Some((IssueCode::Unknown, 2, 33))),
        ("DM10;7012345662", "AF;99999999251104330", None),
        ("DM10;7012345662", "AF;9999999925110433", Some((IssueCode::Number, 2, 32))),
        ("DM10;7012345662;09/2025;", "PCF;1;05/2025;", Some((IssueCode::Month, 2, 35))),
        (
            "DM10;7012345662;09/2025;",
            "RC01;7012345662;05/2025;04/2025",
            Some((IssueCode::Month, 2, 53)),
        ),
        (";0,00", "", Some((IssueCode::NotWellFormed, 2, 54))),
        ("1.276,00;0,00", "\"1.276,00;0,00", Some((IssueCode::NotWellFormed, 2, 54))),
        ("sede", "ufficio", Some((IssueCode::Missing, 1, 1))),
    ] {
        assert!(TABLE.contains(from), "{from}");
        let mut found = codes(&TABLE.replacen(from, to, 1));
        found.retain(|(code, ..)| *code != IssueCode::Unknown || to != "ufficio");
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{from} → {to}");
    }
}

#[test]
fn rows_that_follow_each_other_are_one_form() {
    let row = "12345678903;16/10/2025;7010;DM10;7012345662;08/2025;;10,00;0,00\n";
    let (forms, issues) = import(format!("{TABLE}{row}").as_bytes());
    assert_eq!((issues.len(), forms.forms.len(), forms.forms[0].rows.len()), (0, 1, 2));

    let header = "MODELLO;codice_fiscale;data_pagamento;sede;causale;codice;da;a;debito;credito\n";
    let line = |model: &str, month: &str| {
        format!("{model};12345678903;16/10/2025;7010;DM10;7012345662;{month}/2025;;5,00;\n")
    };
    let (forms, issues) = import([header, &line("1", "08"), &line("2", "09")].concat().as_bytes());
    assert_eq!((issues.len(), forms.forms.len()), (0, 2));
    let same = codes(&[header, &line("1", "09"), &line("2", "09")].concat());
    assert_eq!(same, [(IssueCode::Twice, 3, 3)]);
    let scattered = codes(&[header, &line("1", "07"), &line("2", "08"), &line("1", "09")].concat());
    assert_eq!(scattered, [(IssueCode::Twice, 4, 1)]);
}

#[test]
fn slips_in_records_are_noted_at_their_position() {
    for (file, expected) in [
        (at(3, 2, "12345678901"), (IssueCode::TaxCode, 3, 2)),
        (at(3, 499, "7999"), (IssueCode::Office, 3, 499)),
        (at(3, 507, "7012345626"), (IssueCode::Matricola, 3, 507)),
        (at(3, 524, "132025"), (IssueCode::Month, 3, 524)),
        (at(3, 536, "00000000012760x"), (IssueCode::Amount, 3, 536)),
        (at(3, 767, "000000000127700"), (IssueCode::Totals, 3, 767)),
        (at(3, 798, "000000000127700"), (IssueCode::Totals, 3, 798)),
        (at(3, 1793, "000000000127601"), (IssueCode::Totals, 3, 1793)),
        (at(3, 1808, "31092025"), (IssueCode::Day, 3, 1808)),
        (at(3, 1898, "B"), (IssueCode::NotWellFormed, 3, 1898)),
        (at(2, 1, "V"), (IssueCode::NotWellFormed, 2, 1)),
        (at(4, 16, "000000002"), (IssueCode::Totals, 4, 16)),
        (at(1, 16, "I24A0"), (IssueCode::WrongKind, 1, 16)),
        (RECORDS[..1900 * 3].to_owned(), (IssueCode::Missing, 4, 1)),
        (RECORDS[..1900 * 3 + 50].to_owned(), (IssueCode::NotWellFormed, 4, 51)),
        (format!("{RECORDS}A"), (IssueCode::NotWellFormed, 5, 2)),
        (String::new(), (IssueCode::Empty, 1, 1)),
        ("<DenunceMensili/>".to_owned(), (IssueCode::WrongKind, 1, 1)),
    ] {
        let found = codes(&file);
        assert!(found.contains(&expected), "{expected:?}: {found:?}");
        assert!(found.len() <= 2, "{expected:?}: {found:?}");
    }
}

#[test]
fn a_form_without_inps_rows_is_passed_over() {
    let blank = format!("0000{}", " ".repeat(21));
    let zeros = "0".repeat(42);
    let file = at(3, 499, &format!("{blank}{zeros}"));
    let (forms, issues) = import(file.as_bytes());
    assert_eq!((forms.forms.len(), forms.skipped), (0, 1));
    assert_eq!(issues.iter().map(|issue| issue.code).collect::<Vec<_>>(), [IssueCode::OtherScheme]);
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(
        kind in 0..3,
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
        at in any::<prop::sample::Index>(),
        gone in 0_usize..60,
    ) {
        let mut file = match kind {
            0 => Vec::new(),
            1 => TABLE.as_bytes().to_vec(),
            _ => RECORDS.as_bytes().to_vec(),
        };
        let start = if file.is_empty() { 0 } else { at.index(file.len()) };
        let end = (start + gone).min(file.len());
        file.splice(start..end, bytes);
        import(&file);
    }
}
