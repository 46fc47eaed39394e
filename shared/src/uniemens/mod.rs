//! UniEmens files: read in one pass, whatever their size, checked as they are read, and then against what is known.
//!
//! Server and app run the same: intake before it stores, the app before anything is sent.

mod checks;
mod codes;
mod collaborators;
mod known;
mod model;
mod parser;
mod position;
mod tag;
mod worker;
mod xml;

use std::io::Read;

use crate::calendar::Day;
use crate::intake::findings::{Findings, Stop};
use crate::intake::source::{Telling, Text};
use crate::notices::NoticeParameters;

pub use known::{check, check_collaborators};
pub use model::{Company, Declaration, Rated, Transmission, Worker, Workers};

use self::parser::Parser;
use self::xml::Xml;

/// Reads a file and checks what it says by itself, within the tolerances given. What is wrong or odd goes to `findings`; with errors among
/// them, the transmission is not to be stored. Whose the declarations are is known after [`check`].
///
/// # Errors
/// If the source cannot be read; never because of what the file holds.
pub fn read(
    source: impl Read,
    today: Day,
    tolerances: &NoticeParameters,
    findings: &mut Findings,
) -> anyhow::Result<Transmission> {
    let xml = Xml::new(Text::new(source, Telling::Xml)?);
    let mut parser = Parser::new(xml, today, tolerances, findings);
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

#[cfg(test)]
mod tests;
