//! Reading and checking a file, before anything of it is stored.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::atomic::{AtomicU64, Ordering};

use shared::calendar::Day;
use shared::intake::findings::Findings;
use shared::intake::{Counts, FileKind, Issue};
use shared::parameters::Set;
use shared::uniemens::{self, Transmission};

use super::f24::{self, Forms};
use super::register::{May, Stored};
use super::registry;
use super::sections;
use crate::companies::Extract;
use crate::fault::{Error, Result};
use crate::store::Store;

/// A file that was read and checked.
#[derive(Debug)]
pub struct Prepared {
    /// What it holds; to be stored only without errors.
    pub contents: Contents,
    /// The same, counted.
    pub counts: Counts,
    /// What there is to say about it.
    pub issues: Vec<Issue>,
    /// How many errors.
    pub errors: u32,
    /// How many warnings.
    pub warnings: u32,
}

/// What a file holds.
#[derive(Debug)]
pub enum Contents {
    /// Declarations.
    Uniemens(Transmission),
    /// F24 forms.
    F24(Forms),
    /// Extracts of the register.
    Registry(Vec<Extract>),
    /// Records of sections.
    Sections(Vec<sections::Entry>),
}

/// Reads and checks a file from its beginning, contributions by these parameters; `done` counts the bytes read.
///
/// # Errors
/// If the file cannot be read or the store does not answer; never because of what the file holds.
pub fn prepare(
    kind: FileKind,
    file: &File,
    store: &Store,
    may: &May,
    set: &Set,
    today: Day,
    done: &AtomicU64,
) -> Result<Prepared> {
    let mut file = file;
    file.seek(SeekFrom::Start(0)).map_err(anyhow::Error::from)?;
    let source = Counted { source: file, done };
    let mut findings = Findings::default();
    let register = Stored { store, may };
    let contents = match kind {
        FileKind::Uniemens => {
            read_uniemens(source, &register, set, today, &mut findings).map(Contents::Uniemens)
        }
        FileKind::F24 => f24::read(source, &register, today, &mut findings).map(Contents::F24),
        FileKind::Registry => {
            registry::read(source, &register, today, &mut findings).map(Contents::Registry)
        }
        FileKind::Sections => {
            sections::read(source, &register, &mut findings).map(Contents::Sections)
        }
    };
    // An error of the store comes through the parser as it is; what is left is the file's.
    let contents =
        contents.map_err(|error| error.downcast::<Error>().unwrap_or_else(Error::Unexpected))?;
    let (errors, warnings) = (findings.errors(), findings.warnings());
    Ok(Prepared {
        counts: count(&contents),
        contents,
        issues: findings.into_issues(),
        errors,
        warnings,
    })
}

fn read_uniemens(
    source: impl Read,
    register: &Stored<'_>,
    set: &Set,
    today: Day,
    findings: &mut Findings,
) -> anyhow::Result<Transmission> {
    let mut transmission = uniemens::read(source, today, &set.notices, findings)?;
    uniemens::check(&mut transmission, register, set, findings)?;
    Ok(transmission)
}

fn count(contents: &Contents) -> Counts {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    match contents {
        Contents::Uniemens(transmission) => Counts {
            companies: number(transmission.known_companies()),
            declarations: number(transmission.declarations.len()),
            workers: number(
                transmission.declarations.iter().map(|declaration| declaration.workers.len()).sum(),
            ),
            skipped: transmission.skipped,
            ..Counts::default()
        },
        Contents::F24(forms) => Counts {
            companies: forms.companies,
            payments: number(forms.forms.len()),
            rows: number(forms.forms.iter().map(|form| form.rows.len()).sum()),
            skipped: forms.skipped,
            ..Counts::default()
        },
        Contents::Registry(extracts) => {
            Counts { companies: number(extracts.len()), ..Counts::default() }
        }
        Contents::Sections(entries) => {
            let companies: BTreeSet<_> = entries.iter().map(|entry| entry.company).collect();
            Counts {
                companies: number(companies.len()),
                records: number(entries.len()),
                ..Counts::default()
            }
        }
    }
}

/// Counts what is read.
struct Counted<'a, R> {
    source: R,
    done: &'a AtomicU64,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        let size = self.source.read(target)?;
        self.done.fetch_add(size as u64, Ordering::Relaxed);
        Ok(size)
    }
}
