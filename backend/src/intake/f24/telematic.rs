//! The telematic record of the F24 (Agenzia delle Entrate, technical specifications of 9/3/2015).
//!
//! Records of 1900 characters: `A` the header, `M` a taxpayer, `V` one form, `Z` the trailer. Numbers are right-aligned and filled up
//! with zeros, texts left-aligned and filled up with blanks, amounts are in cents. The last three characters are `A`, CR and LF;
//! records whose `A` stands at most two characters later are read too.

use std::io::Read;

use shared::calendar::Day;
use shared::intake::IssueCode;
use shared::intake::findings::{Place, Reading};
use shared::intake::source::Lines;
use shared::intake::source::values;
use shared::money::Euro;

use super::form::{Checker, Field, RawRow, Row};

/// Characters of a record before its line end.
const SIZES: std::ops::RangeInclusive<usize> = 1898..=1901;
/// Rows of the INPS section, the first of them, and their size.
const INPS_ROWS: usize = 4;
const INPS_FIRST: usize = 499;
const INPS_SIZE: usize = 67;
/// Totals of the INPS section.
const INPS_TOTALS: usize = 767;
/// Totals of the sections: Treasury, INPS, regions, local taxes, INAIL, other bodies.
const TOTALS: [usize; 6] = [453, INPS_TOTALS, 989, 1325, 1527, 1697];
const FINAL_BALANCE: usize = 1793;
const PAYMENT_DAY: usize = 1808;

/// Reads a file that begins with the record `first` into the checker.
///
/// # Errors
/// What makes the rest unreadable.
pub fn read<R: Read>(
    first: (u32, String),
    lines: &mut Lines<R>,
    checker: &mut Checker<'_>,
) -> Reading<()> {
    let mut state = State::default();
    let mut next = Some(first);
    while let Some((number, line)) =
        next.take().map_or_else(|| lines.next_line(), |first| Ok(Some(first)))?
    {
        if line.is_empty() && state.ended {
            continue;
        }
        let record = Record::new(number, &line)?;
        state.record(&record, checker)?;
    }
    if !state.ended {
        checker.findings.add(lines.end().expected(IssueCode::Missing, "Z"));
    }
    Ok(())
}

/// What came so far.
#[derive(Default)]
struct State {
    taxpayer: Option<String>,
    forms: u32,
    records: u32,
    ended: bool,
}

impl State {
    fn record(&mut self, record: &Record, checker: &mut Checker<'_>) -> Reading<()> {
        let kind = record.field(1, 1);
        self.records += 1;
        let expected = match (self.records, self.ended) {
            (1, _) => &["A"][..],
            (_, true) => &[],
            (2, _) => &["M"],
            _ => &["M", "V", "Z"],
        };
        if !expected.contains(&kind.text.as_str()) {
            return Err(kind
                .place
                .differs(IssueCode::NotWellFormed, &kind.text, expected.join(", "))
                .into());
        }
        match kind.text.as_str() {
            "A" => {
                let service = record.field(16, 5);
                if !service.text.starts_with("F24") {
                    return Err(service
                        .place
                        .differs(IssueCode::WrongKind, &service.text, "F24A0")
                        .into());
                }
            }
            "M" => self.taxpayer = Some(record.field(2, 16).text),
            "V" => {
                self.forms += 1;
                self.form(record, checker)?;
            }
            _ => {
                self.ended = true;
                let count = record.field(16, 9);
                if values::number(&count.text) != Some(self.forms) {
                    checker.findings.add(count.place.differs(
                        IssueCode::Totals,
                        &count.text,
                        self.forms.to_string(),
                    ));
                }
            }
        }
        Ok(())
    }

    fn form(&self, record: &Record, checker: &mut Checker<'_>) -> Reading<()> {
        let payer = record.field(2, 16);
        if self.taxpayer.as_ref() != Some(&payer.text) {
            let expected = self.taxpayer.clone().unwrap_or_default();
            checker.findings.add(payer.place.differs(IssueCode::TaxCode, &payer.text, expected));
            return Ok(());
        }
        let payer = checker.payer(payer.as_field())?;
        let day = record.field(PAYMENT_DAY, 8);
        let day = checker.day(day.as_field(), day_of(&day.text));
        let rows: Vec<Row> = (0..INPS_ROWS)
            .filter_map(|number| row(record, number, day, checker).transpose())
            .collect::<Reading<_>>()?;
        let totals = Totals::of(record, INPS_TOTALS, checker);
        let used = (0..INPS_ROWS).filter(|number| is_used(record, *number)).count();
        if used == 0 {
            checker.out.skipped = checker.out.skipped.saturating_add(1);
            checker.findings.add(record.place(1).issue(IssueCode::OtherScheme));
            return Ok(());
        }
        if rows.len() == used {
            check_totals(record, &totals, &rows, checker);
            check_balance(record, checker);
        }
        checker.add(record.place(1), payer, day, rows);
        Ok(())
    }
}

/// A day as `16102025`.
fn day_of(text: &str) -> Option<Day> {
    let number = |range| text.get(range).and_then(values::number);
    if text.len() != 8 {
        return None;
    }
    Day::new(i32::try_from(number(4..8)?).ok()?, number(2..4)?, number(0..2)?)
}

/// Whether a row of the INPS section holds anything.
fn is_used(record: &Record, number: usize) -> bool {
    record
        .field(INPS_FIRST + number * INPS_SIZE, INPS_SIZE)
        .text
        .chars()
        .any(|c| !matches!(c, '0' | ' '))
}

fn row(
    record: &Record,
    number: usize,
    paid: Option<Day>,
    checker: &mut Checker<'_>,
) -> Reading<Option<Row>> {
    if !is_used(record, number) {
        return Ok(None);
    }
    let at = INPS_FIRST + number * INPS_SIZE;
    let [office, causale, code, from, to, debit, credit] =
        [(0, 4), (4, 4), (8, 17), (25, 6), (31, 6), (37, 15), (52, 15)]
            .map(|(offset, size)| record.field(at + offset, size));
    let raw = RawRow {
        office: office.as_field(),
        causale: causale.as_field(),
        code: code.as_field(),
        from: from.as_field(),
        to: to.as_field(),
        debit: debit.as_field(),
        credit: credit.as_field(),
    };
    checker.row(&raw, paid, values::cents)
}

/// Totals of a section: debit, credit, and the balance with its sign.
#[derive(Clone, Copy, Default)]
struct Totals {
    debit: Euro,
    credit: Euro,
    balance: Euro,
}

impl Totals {
    fn of(record: &Record, at: usize, checker: &mut Checker<'_>) -> Self {
        let mut amount = |at| amount(record, at, checker);
        let (debit, credit, balance) = (amount(at), amount(at + 15), amount(at + 31));
        let negative = record.field(at + 30, 1).text == "N";
        Self { debit, credit, balance: if negative { -balance } else { balance } }
    }
}

/// An amount of fifteen digits; a blank one is none.
fn amount(record: &Record, at: usize, checker: &mut Checker<'_>) -> Euro {
    let field = record.field(at, 15);
    if field.text.is_empty() {
        return Euro::ZERO;
    }
    let amount = values::cents(&field.text);
    if amount.is_none() {
        checker.findings.add(field.place.found(IssueCode::Amount, &field.text));
    }
    amount.unwrap_or_default()
}

/// The totals of the INPS section are the sums of its rows.
fn check_totals(record: &Record, totals: &Totals, rows: &[Row], checker: &mut Checker<'_>) {
    let debit: Euro = rows.iter().map(|row| row.debit).sum();
    let credit: Euro = rows.iter().map(|row| row.credit).sum();
    let checks = [
        (INPS_TOTALS, totals.debit, debit),
        (INPS_TOTALS + 15, totals.credit, credit),
        (INPS_TOTALS + 31, totals.balance, debit - credit),
    ];
    for (at, found, expected) in checks.into_iter().filter(|(_, found, expected)| found != expected)
    {
        let (found, expected) = (values::written(found), values::written(expected));
        checker.findings.add(record.place(at).differs(IssueCode::Totals, &found, expected));
    }
}

/// The final balance is the sum of the sections' and not below zero.
fn check_balance(record: &Record, checker: &mut Checker<'_>) {
    let found = amount(record, FINAL_BALANCE, checker);
    let expected: Euro = TOTALS.into_iter().map(|at| Totals::of(record, at, checker).balance).sum();
    if found != expected {
        let (found, expected) = (values::written(found), values::written(expected));
        checker.findings.add(record.place(FINAL_BALANCE).differs(
            IssueCode::Totals,
            &found,
            expected,
        ));
    }
}

/// A record, by positions from 1 as the specification counts them.
struct Record {
    line: u32,
    characters: Vec<char>,
}

/// A field of a record.
struct Cut {
    place: Place,
    text: String,
}

impl Cut {
    fn as_field(&self) -> Field<'_> {
        Field { place: self.place, text: &self.text }
    }
}

impl Record {
    fn new(line: u32, text: &str) -> Reading<Self> {
        let record = Self { line, characters: text.chars().collect() };
        let size = record.characters.len();
        if !SIZES.contains(&size) {
            return Err(record
                .place(size + 1)
                .differs(IssueCode::NotWellFormed, &size.to_string(), "1900")
                .into());
        }
        match record.characters.last() {
            Some('A') => Ok(record),
            last => {
                let last = last.map_or_else(String::new, char::to_string);
                Err(record.place(size).differs(IssueCode::NotWellFormed, &last, "A").into())
            }
        }
    }

    fn place(&self, at: usize) -> Place {
        Place { line: self.line, column: u32::try_from(at).unwrap_or(u32::MAX) }
    }

    /// The field at a position, without surrounding blanks.
    fn field(&self, at: usize, size: usize) -> Cut {
        let text: String = self.characters.iter().skip(at - 1).take(size).collect();
        Cut { place: self.place(at), text: text.trim().to_owned() }
    }
}
