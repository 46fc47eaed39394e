//! Extracts of the register of companies: JSON, one object or an array of them.

mod check;
mod elements;
mod schema;

use std::collections::HashSet;
use std::io::Read;

use shared::calendar::Day;
use shared::intake::IssueCode;

use self::check::Check;
use self::elements::Elements;
use super::findings::{Findings, Reading, Stop};
use super::json::issue_of;
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

#[cfg(test)]
mod tests;
