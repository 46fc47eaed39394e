//! Feeds of the sections: JSON lines, each of which puts or deletes one record. Formats: `docs/FEEDS.md`.

mod check;
mod line;

use std::io::Read;

use shared::ids::CompanyId;
use shared::intake::IssueCode;
use shared::intake::findings::{Findings, Place, Reading, Stop};
use shared::intake::register::Register;
use shared::intake::source::{Lines, Telling, Text};
use shared::sections::{Cells, Section};

use self::check::Check;
use super::json::{Element, issue_of};

/// What one line of a feed does.
#[derive(Debug)]
pub struct Entry {
    /// To which company.
    pub company: CompanyId,
    /// In which section.
    pub section: &'static Section,
    /// What.
    pub does: Does,
}

/// What is done to a record.
#[derive(Debug)]
pub enum Does {
    /// It is to say this.
    Put(Packed),
    /// It is to go, by its key.
    Delete(String),
}

/// The cells of a record in one text, which a feed of many records keeps in little memory.
#[derive(Debug)]
pub struct Packed(String);

/// Parts packed cells; no cell holds control characters.
const BETWEEN: char = '\u{1F}';

impl Packed {
    fn of(cells: &Cells) -> Self {
        let mut text = String::with_capacity(
            cells.iter().flatten().map(String::len).sum::<usize>() + cells.len(),
        );
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                text.push(BETWEEN);
            }
            text.push_str(cell.as_deref().unwrap_or_default());
        }
        Self(text)
    }

    /// The cells.
    pub fn cells(&self) -> Cells {
        self.0.split(BETWEEN).map(|cell| (!cell.is_empty()).then(|| cell.to_owned())).collect()
    }
}

/// Reads and checks a file. What is wrong goes to `findings`; with errors among them, nothing of it is to be stored.
///
/// # Errors
/// If the source cannot be read or the register not asked; never because of what the file holds.
pub fn read(
    source: impl Read,
    register: &dyn Register,
    findings: &mut Findings,
) -> anyhow::Result<Vec<Entry>> {
    let mut lines = Lines::new(Text::new(source, Telling::Utf8)?);
    let mut check = Check::new(register, findings);
    let mut entries = Vec::new();
    match read_all(&mut lines, &mut check, &mut entries) {
        Ok(()) => Ok(entries),
        Err(Stop::Refused(issue)) => {
            findings.add(*issue);
            Ok(entries)
        }
        Err(Stop::Failed(error)) => Err(error),
    }
}

fn read_all<R: Read>(
    lines: &mut Lines<R>,
    check: &mut Check<'_>,
    entries: &mut Vec<Entry>,
) -> Reading<()> {
    let mut empty = true;
    while let Some((line, text)) = lines.next_line()? {
        if text.trim().is_empty() {
            continue;
        }
        let element = Element { place: Place { line, column: 1 }, text };
        let is_first = std::mem::take(&mut empty);
        // What is no object is no line, not even an array of what would stand in one.
        if !element.text.trim_start().starts_with('{') {
            if is_first {
                return Err(element.place.issue(IssueCode::WrongKind).into());
            }
            check.findings.add(element.place.expected(IssueCode::NotWellFormed, "{"));
            continue;
        }
        match serde_json::from_str::<line::Line<'_>>(&element.text) {
            Ok(line) => entries.extend(check.entry(&element, &line).map_err(Stop::Failed)?),
            Err(error) => check.findings.add(issue_of(&element, &error)),
        }
    }
    match empty {
        true => Err(Place::START.issue(IssueCode::Empty).into()),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests;
