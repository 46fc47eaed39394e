//! UniEmens files: read in one pass, whatever their size, and checked as they are read.

mod checks;
mod codes;
mod collaborators;
mod model;
mod parser;
mod position;
mod seen;
mod tag;
mod worker;
mod xml;

use std::io::Read;

use shared::calendar::Day;
use shared::rates::Parameters;

pub use model::{Declaration, Transmission, Worker};

use self::parser::Parser;
use self::xml::Xml;
use super::findings::{Findings, Stop};
use super::register::Register;
use super::text::{Telling, Text};

/// Reads and checks a file, contributions by these rates. What is wrong or odd goes to `findings`; with errors among them, the transmission is not to be stored.
///
/// # Errors
/// If the source cannot be read or the register does not answer; never because of what the file holds.
pub fn read(
    source: impl Read,
    register: &dyn Register,
    rates: &Parameters,
    today: Day,
    findings: &mut Findings,
) -> anyhow::Result<Transmission> {
    let xml = Xml::new(Text::new(source, Telling::Xml)?);
    let mut parser = Parser::new(xml, register, rates, today, findings);
    let end = parser.file();
    let out = parser.out;
    match end {
        Ok(()) => Ok(out),
        Err(Stop::Refused(issue)) => {
            findings.add(*issue);
            Ok(out)
        }
        Err(Stop::Failed(error)) => Err(error),
    }
}

/// What did not answer.
fn failed(error: anyhow::Error) -> Stop {
    Stop::Failed(error)
}

#[cfg(test)]
mod tests;
