//! Extracts of the register of companies: JSON, one object or an array of them.

mod check;
mod elements;
mod schema;

use std::collections::HashSet;
use std::io::Read;

use shared::calendar::Day;
use shared::fiscal::Matricola;
use shared::intake::IssueCode;
use shared::intake::findings::{Findings, Reading, Stop};
use shared::intake::source::{Telling, Text};
use shared::offices::OfficeCode;

use self::check::Check;
use self::elements::Elements;
use super::json::issue_of;
use super::register::Known;
use crate::companies::Extract;

/// Reads and checks a file. What is wrong goes to `findings`; with errors among them, the extracts are not to be stored. An extract
/// older than what is known of its company is left out, with a warning.
///
/// # Errors
/// If the source cannot be read, or the register does not answer; never because of what the file holds.
pub fn read(
    source: impl Read,
    known: &dyn Known,
    today: Day,
    findings: &mut Findings,
) -> anyhow::Result<Vec<Extract>> {
    let mut elements = Elements::new(Text::new(source, Telling::Utf8)?);
    let mut extracts = Vec::new();
    match read_all(&mut elements, known, today, findings, &mut extracts) {
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
    known: &dyn Known,
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
        for position in &company.positions {
            has_office(&mut check, &position.office, known).map_err(Stop::Failed)?;
        }
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
        if is_news(&mut check, &company, &extract, known).map_err(Stop::Failed)? {
            extracts.push(extract);
        }
    }
    Ok(())
}

/// Notes an office that there is not; what is no code at all is noted with the rest.
fn has_office(
    check: &mut Check<'_>,
    office: &schema::Raw<'_>,
    known: &dyn Known,
) -> anyhow::Result<()> {
    let code = OfficeCode::parse(office.0.trim()).ok();
    if let Some(code) = code
        && !known.has_office(code)?
    {
        let place = check.place(office);
        check.findings.add(place.found(IssueCode::Office, &office.0));
    }
    Ok(())
}

/// Compares an extract with what the register holds; whether there is anything to store of it.
fn is_news(
    check: &mut Check<'_>,
    company: &schema::Company<'_>,
    extract: &Extract,
    known: &dyn Known,
) -> anyhow::Result<bool> {
    if let Some(day) = known.extracted(&extract.tax_code)?
        && day > extract.extracted
    {
        check.note(IssueCode::OlderExtract, &company.extracted, format!("≥ {day}"));
        return Ok(false);
    }
    for raw in company.positions.iter().map(|position| &position.matricola) {
        let Ok(matricola) = Matricola::parse(raw.0.trim()) else { continue };
        if known.is_elsewhere(matricola.as_str(), &extract.tax_code)? {
            let place = check.place(raw);
            check.findings.add(place.found(IssueCode::PositionElsewhere, &raw.0));
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests;
