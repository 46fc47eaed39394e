//! Imports as stored.

use std::cmp::Reverse;

use minicbor::{Decode, Encode};
use shared::calendar::Instant;
use shared::ids::{ImportId, PersonId, SessionId};
use shared::intake::{Counts, FileKind, Import, ImportState, Issue, IssueCode, Report};

use crate::store::{Index, Table};

/// An import with its report.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Record {
    /// Who handed it in; nobody for the command line.
    #[cbor(n(0), with = "crate::codec", has_nil)]
    pub person: Option<PersonId>,
    /// What the file holds, by its place in [`KINDS`].
    #[n(1)]
    pub kind: u8,
    #[n(2)]
    pub name: String,
    #[n(3)]
    pub size: u64,
    /// In hexadecimal.
    #[n(4)]
    pub sha256: String,
    #[cbor(n(5), with = "crate::codec")]
    pub at: Instant,
    /// How it ended, by its place in [`STATES`].
    #[n(6)]
    pub state: u8,
    /// Companies, declarations, workers, payments, rows, skipped.
    #[n(7)]
    pub counts: [u32; 6],
    #[n(8)]
    pub errors: u32,
    #[n(9)]
    pub warnings: u32,
    #[n(10)]
    pub issues: Vec<Row>,
    /// Records of sections.
    #[n(11)]
    #[cbor(default)]
    pub records: u32,
}

/// An issue: its code as it travels, its place and values.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Row {
    #[n(0)]
    pub code: String,
    #[n(1)]
    pub line: u32,
    #[n(2)]
    pub column: u32,
    #[n(3)]
    pub found: Option<String>,
    #[n(4)]
    pub expected: Option<String>,
}

/// An import that has begun and not ended: what is needed to finish it in another process.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Pending {
    /// Who handed it in, and in which session.
    #[cbor(n(0), with = "crate::codec")]
    pub person: PersonId,
    #[cbor(n(1), with = "crate::codec")]
    pub session: SessionId,
    /// What the file holds, by its place in [`KINDS`].
    #[n(2)]
    pub kind: u8,
    #[n(3)]
    pub name: String,
    #[n(4)]
    pub size: u64,
    #[cbor(n(5), with = "minicbor::bytes")]
    pub sha256: [u8; 32],
    #[cbor(n(6), with = "crate::codec")]
    pub at: Instant,
    /// The idempotency key, and the digest of what was asked under it.
    #[n(7)]
    pub key: Option<String>,
    #[cbor(n(8), with = "minicbor::bytes")]
    pub digest: [u8; 32],
    /// How often it was begun.
    #[n(9)]
    pub begun: u32,
}

/// The import that stored a file, and who handed it in.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Accepted {
    #[cbor(n(0), with = "crate::codec")]
    pub import: ImportId,
    #[cbor(n(1), with = "crate::codec", has_nil)]
    pub person: Option<PersonId>,
}

/// Imports that have begun and not ended.
pub(super) const PENDING: Table<ImportId, Pending> = Table::new("imports.pending");
pub(super) const IMPORTS: Table<ImportId, Record> = Table::new("imports");
/// Imports of a person, the latest first.
pub(super) const BY_PERSON: Index<(PersonId, Reverse<ImportId>)> = Index::new("imports.by_person");
/// Files that were accepted, by kind and SHA-256.
pub(super) const ACCEPTED: Table<(u8, String), Accepted> = Table::new("imports.accepted");
/// How many transmissions there were, by [`shared::calendar::Month::index`].
pub(super) const TRANSMISSIONS: Table<i32, u64> = Table::new("imports.transmissions");

const KINDS: [FileKind; 4] =
    [FileKind::Uniemens, FileKind::F24, FileKind::Registry, FileKind::Sections];
const STATES: [ImportState; 4] =
    [ImportState::Accepted, ImportState::Refused, ImportState::Repeated, ImportState::Interrupted];

/// The number of a kind.
pub(super) fn kind_number(kind: FileKind) -> u8 {
    number_of(&KINDS, &kind)
}

/// The kind of a number.
pub(super) fn kind_of(number: u8) -> FileKind {
    KINDS.get(usize::from(number)).copied().unwrap_or_default()
}

fn number_of<T: PartialEq>(all: &[T], one: &T) -> u8 {
    all.iter()
        .position(|other| other == one)
        .and_then(|place| u8::try_from(place).ok())
        .unwrap_or_default()
}

impl Record {
    /// A report of a person as it is stored.
    pub fn of(report: &Report, person: Option<PersonId>) -> Self {
        let Report { import, issues } = report;
        let Counts { companies, declarations, workers, payments, rows, skipped, records } =
            import.counts;
        Self {
            person,
            kind: kind_number(import.file_kind),
            name: import.name.clone(),
            size: import.size,
            sha256: import.sha256.clone(),
            at: import.at,
            state: number_of(&STATES, &import.state),
            counts: [companies, declarations, workers, payments, rows, skipped],
            errors: import.errors,
            warnings: import.warnings,
            issues: issues.iter().map(Row::of).collect(),
            records,
        }
    }

    /// The import under its id.
    pub fn import(&self, id: ImportId) -> Import {
        let [companies, declarations, workers, payments, rows, skipped] = self.counts;
        Import {
            id,
            file_kind: kind_of(self.kind),
            name: self.name.clone(),
            size: self.size,
            sha256: self.sha256.clone(),
            at: self.at,
            state: STATES.get(usize::from(self.state)).copied().unwrap_or(ImportState::Refused),
            counts: Counts {
                companies,
                declarations,
                workers,
                payments,
                rows,
                skipped,
                records: self.records,
            },
            errors: self.errors,
            warnings: self.warnings,
        }
    }

    /// The report under its id; an issue that a newer program noted is left out.
    pub fn report(&self, id: ImportId) -> Report {
        Report {
            import: self.import(id),
            issues: self.issues.iter().filter_map(Row::issue).collect(),
        }
    }
}

impl Row {
    fn of(issue: &Issue) -> Self {
        let Issue { code, line, column, found, expected } = issue;
        Self {
            code: code.name().to_owned(),
            line: *line,
            column: *column,
            found: found.clone(),
            expected: expected.clone(),
        }
    }

    fn issue(&self) -> Option<Issue> {
        let code = IssueCode::from_name(&self.code)?;
        let Self { line, column, found, expected, .. } = self.clone();
        Some(Issue { code, line, column, found, expected })
    }
}
