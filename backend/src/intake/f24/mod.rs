//! F24 files: the telematic record, or a table of the same rows.

pub mod causali;
mod csv;
mod form;
mod telematic;

use std::io::Read;

use shared::calendar::Day;
use shared::intake::IssueCode;
use shared::intake::findings::{Findings, Place, Reading, Stop};
use shared::intake::register::Register;
use shared::intake::source::Lines;
use shared::intake::source::{Telling, Text};

pub use form::{Form, Forms, Row};

use self::form::Checker;

/// Reads and checks a file, of whichever kind it is. What is wrong or odd goes to `findings`; with errors among them, the forms are not
/// to be stored.
///
/// # Errors
/// If the source cannot be read or the register does not answer; never because of what the file holds.
pub fn read(
    source: impl Read,
    register: &dyn Register,
    today: Day,
    findings: &mut Findings,
) -> anyhow::Result<Forms> {
    let lines = Lines::new(Text::new(source, Telling::Nothing)?);
    let mut checker = Checker::new(register, today, findings);
    let end = read_either(lines, &mut checker);
    let forms = match end {
        Ok(()) => checker.finish(),
        Err(Stop::Refused(issue)) => {
            checker.findings.add(*issue);
            checker.finish()
        }
        Err(Stop::Failed(error)) => return Err(error),
    };
    Ok(forms)
}

/// The first line tells the kind: a header of columns, or a record of type `A`.
fn read_either<R: Read>(mut lines: Lines<R>, checker: &mut Checker<'_>) -> Reading<()> {
    let first = loop {
        match lines.next_line()? {
            None => return Err(Place::START.issue(IssueCode::Empty).into()),
            Some((_, line)) if line.trim().is_empty() => {}
            Some(first) => break first,
        }
    };
    let is_record = first.1.starts_with('A') && !first.1.contains(';');
    if is_record {
        return telematic::read(first, &mut lines, checker);
    }
    if first.1.to_lowercase().contains("codice_fiscale") {
        return csv::read(&first, &mut lines, checker);
    }
    let place = Place { line: first.0, column: 1 };
    Err(place.differs(IssueCode::WrongKind, &first.1, "codice_fiscale;data_pagamento;…").into())
}

#[cfg(test)]
mod tests;
