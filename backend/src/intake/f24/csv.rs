//! F24 rows as a table: columns parted by semicolons, named in the first line.

use std::collections::HashSet;
use std::io::Read;

use shared::calendar::Day;
use shared::fiscal::TaxCode;
use shared::ids::CompanyId;
use shared::intake::IssueCode;
use shared::intake::findings::{Findings, Place, Reading};
use shared::intake::source::Lines;
use shared::intake::source::values;
use shared::money::Euro;

use super::form::{Checker, Field, RawRow, Row};

/// The columns, in the order of [`Table`]'s; the last is not required.
const COLUMNS: [&str; 10] = [
    "codice_fiscale",
    "data_pagamento",
    "sede",
    "causale",
    "codice",
    "da",
    "a",
    "debito",
    "credito",
    "modello",
];
const MODEL: usize = COLUMNS.len() - 1;

/// The place of each column among the cells of a line.
type Table = [Option<usize>; COLUMNS.len()];

/// A cell: its column in characters, and its text.
type Cell = (u32, String);

/// Reads a file into the checker. Rows that follow each other with the same payer, day and `modello` are one form.
///
/// # Errors
/// What makes the rest unreadable.
pub fn read<R: Read>(
    header: &(u32, String),
    lines: &mut Lines<R>,
    checker: &mut Checker<'_>,
) -> Reading<()> {
    let Some(table) = columns(header, checker.findings) else { return Ok(()) };
    let mut forms = Grouping::default();
    let mut rows = 0_u32;
    while let Some((number, line)) = lines.next_line()? {
        if line.trim().is_empty() {
            continue;
        }
        rows += 1;
        let cells = cells(number, &line)?;
        let named = table.iter().flatten().count();
        if cells.len() != named {
            let at = Place { line: number, column: cells.last().map_or(1, |(column, _)| *column) };
            checker.findings.add(at.differs(
                IssueCode::NotWellFormed,
                &cells.len().to_string(),
                named.to_string(),
            ));
            continue;
        }
        forms.line(&table, number, &cells, checker)?;
    }
    forms.close(checker);
    if rows == 0 {
        checker.findings.add(lines.end().expected(IssueCode::Missing, header.1.clone()));
    }
    Ok(())
}

/// The columns that the header names; `None` if they are not those of the table.
fn columns(header: &(u32, String), findings: &mut Findings) -> Option<Table> {
    let (line, text) = header;
    let before = findings.errors();
    let mut table: Table = [None; COLUMNS.len()];
    let mut column = 1_u32;
    for (index, name) in text.split(';').enumerate() {
        let place = Place { line: *line, column };
        column = place.after(name.as_bytes()).column.saturating_add(1);
        let name = name.trim().trim_matches('"').to_lowercase();
        match COLUMNS.iter().position(|known| *known == name).and_then(|known| table.get_mut(known))
        {
            Some(cell) if cell.is_none() => *cell = Some(index),
            _ => findings.add(place.found(IssueCode::Unknown, &name)),
        }
    }
    for (name, _) in COLUMNS.iter().zip(&table).take(MODEL).filter(|(_, index)| index.is_none()) {
        findings.add(Place { line: *line, column: 1 }.expected(IssueCode::Missing, *name));
    }
    (findings.errors() == before).then_some(table)
}

/// The cells of a line; a cell in quotes may hold semicolons, and a quote as two.
fn cells(line: u32, text: &str) -> Reading<Vec<Cell>> {
    let mut cells: Vec<Cell> = vec![(1, String::new())];
    let mut quoted = false;
    let mut characters = text.chars().zip(1_u32..).peekable();
    while let Some((character, column)) = characters.next() {
        let Some((_, cell)) = cells.last_mut() else { break };
        match character {
            '"' if quoted && characters.next_if(|(next, _)| *next == '"').is_some() => {
                cell.push('"');
            }
            '"' if quoted || cell.trim().is_empty() => quoted = !quoted,
            ';' if !quoted => cells.push((column.saturating_add(1), String::new())),
            _ => cell.push(character),
        }
    }
    match quoted {
        true => {
            let column = cells.last().map_or(1, |(column, _)| *column);
            Err(Place { line, column }.expected(IssueCode::NotWellFormed, "\"").into())
        }
        false => Ok(cells),
    }
}

/// What tells one form from the next.
#[derive(PartialEq, Eq)]
struct Key {
    payer: String,
    day: String,
    model: String,
}

/// The form whose rows are being read.
struct Open {
    key: Key,
    place: Place,
    payer: Option<(TaxCode, CompanyId)>,
    day: Option<Day>,
    rows: Vec<Row>,
    /// Whether each of its rows could be read.
    whole: bool,
}

#[derive(Default)]
struct Grouping {
    open: Option<Open>,
    /// Models that were named before, with their payer and day.
    named: HashSet<(String, String, String)>,
}

impl Grouping {
    fn line(
        &mut self,
        table: &Table,
        number: u32,
        cells: &[Cell],
        checker: &mut Checker<'_>,
    ) -> Reading<()> {
        let field = |column: usize| {
            let cell = table.get(column).copied().flatten().and_then(|index| cells.get(index));
            let (column, text) = cell.map_or((1, ""), |(column, text)| (*column, text.trim()));
            Field { place: Place { line: number, column }, text }
        };
        let [payer, day, office, causale, code, from, to, debit, credit, model] =
            std::array::from_fn(field);
        let key = Key { payer: payer.text.into(), day: day.text.into(), model: model.text.into() };
        if self.open.as_ref().is_none_or(|open| open.key != key) {
            self.close(checker);
            let named = (key.payer.clone(), key.day.clone(), key.model.clone());
            if !key.model.is_empty() && !self.named.insert(named) {
                checker.findings.add(model.place.found(IssueCode::Twice, model.text));
            }
            let place = payer.place;
            let (payer, day) = (checker.payer(payer)?, checker.day(day, day_of(day.text)));
            self.open = Some(Open { key, place, payer, day, rows: Vec::new(), whole: true });
        }
        let Some(open) = &mut self.open else { return Ok(()) };
        let raw = RawRow { office, causale, code, from, to, debit, credit };
        match checker.row(&raw, open.day, values::grouped_amount)? {
            Some(row) => open.rows.push(row),
            None => open.whole = false,
        }
        Ok(())
    }

    /// Ends the form being read: its credits do not exceed its debits.
    fn close(&mut self, checker: &mut Checker<'_>) {
        let Some(open) = self.open.take() else { return };
        let balance = open.rows.iter().map(|row| row.debit - row.credit).sum::<Euro>();
        if balance.is_negative() && open.whole {
            checker.findings.add(open.place.found(IssueCode::Totals, &values::written(balance)));
        }
        checker.add(open.place, open.payer, open.day, open.rows);
    }
}

/// A day as `16/10/2025` or `2025-10-16`.
fn day_of(text: &str) -> Option<Day> {
    let Some((day, rest)) = text.split_once('/') else { return Day::parse(text) };
    let (month, year) = rest.split_once('/')?;
    if (day.len(), month.len(), year.len()) != (2, 2, 4) {
        return None;
    }
    Day::new(
        i32::try_from(values::number(year)?).ok()?,
        values::number(month)?,
        values::number(day)?,
    )
}
