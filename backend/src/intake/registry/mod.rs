//! Extracts of the register of companies: JSON, one object or an array of them.

mod check;
mod elements;
mod schema;

use std::collections::HashSet;
use std::io::Read;

use shared::calendar::Day;
use shared::intake::{Issue, IssueCode};

use self::check::Check;
use self::elements::{Element, Elements};
use super::findings::{Findings, Place, Reading, Stop};
use super::text::{Telling, Text};
use crate::companies::Extract;

/// Reads and checks a file. What is wrong goes to `findings`; with errors among them, the extracts are not to be stored.
///
/// # Errors
/// If the source cannot be read; never because of what the file holds.
pub fn read(
    source: impl Read,
    today: Day,
    findings: &mut Findings,
) -> anyhow::Result<Vec<Extract>> {
    let mut elements = Elements::new(Text::new(source, Telling::Utf8)?);
    let mut extracts = Vec::new();
    match read_all(&mut elements, today, findings, &mut extracts) {
        Ok(()) => Ok(extracts),
        Err(Stop::Refused(issue)) => {
            findings.add(*issue);
            Ok(extracts)
        }
        Err(Stop::Failed(error)) => Err(error),
    }
}

fn read_all<R: Read>(
    elements: &mut Elements<R>,
    today: Day,
    findings: &mut Findings,
    extracts: &mut Vec<Extract>,
) -> Reading<()> {
    let mut seen = HashSet::new();
    while let Some(element) = elements.next()? {
        let company: schema::Company<'_> = match serde_json::from_str(&element.text) {
            Ok(company) => company,
            Err(error) => {
                findings.add(issue_of(&element, &error));
                continue;
            }
        };
        let mut check = Check { element: &element, today, findings };
        let Some(extract) = check.extract(&company) else { continue };
        let codes = [&company.tax_code]
            .into_iter()
            .chain(company.positions.iter().map(|position| &position.matricola));
        for raw in codes {
            if !seen.insert(raw.0.to_string()) {
                let place = check.place(raw);
                check.findings.add(place.found(IssueCode::Twice, &raw.0));
            }
        }
        extracts.push(extract);
    }
    Ok(())
}

/// What an error of the JSON parser means; its message tells unknown and missing fields.
fn issue_of(element: &Element, error: &serde_json::Error) -> Issue {
    let place = place_of(element, error);
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    let quoted = message.split('`').nth(1).unwrap_or_default();
    if message.starts_with("missing field") {
        place.expected(IssueCode::Missing, quoted)
    } else if message.starts_with("unknown field") {
        place.found(IssueCode::Unknown, quoted)
    } else {
        place.found(IssueCode::NotWellFormed, message)
    }
}

/// The place in the file of an error within an object.
fn place_of(element: &Element, error: &serde_json::Error) -> Place {
    let lines = error.line().saturating_sub(1);
    let start: usize = element.text.split_inclusive('\n').take(lines).map(str::len).sum();
    let end = start.saturating_add(error.column().saturating_sub(1)).min(element.text.len());
    element.place.after(element.text.as_bytes().get(..end).unwrap_or_default())
}

#[cfg(test)]
mod tests;
