//! A record as it travels, with its history.

use shared::calendar::Day;
use shared::ids::PersonId;
use shared::sections::{
    CellChange, Cells, Done, Origin, Record, Revision, Row, Section, Subject, office_names,
};

use super::table::{self, HISTORY, RECORDS};
use super::{compare, links, rows};
use crate::access::CompanyAccess;
use crate::fault::Result;
use crate::parameters::service as parameters;
use crate::people::service as people;
use crate::store::{Order, ReadTx, Span};

/// A record in full, if the company has it or had it.
///
/// # Errors
/// Those of the store.
pub fn record(
    tx: &dyn ReadTx,
    access: &CompanyAccess,
    section: &'static Section,
    key: &str,
    today: Day,
) -> Result<Option<Record>> {
    let company = access.company();
    let subject = Subject { section: section.number, key: key.to_owned() };
    let place = (company, section.number, key.to_owned());
    let stored = match section.source.is_fed() {
        true => RECORDS.get(tx, &place)?,
        false => None,
    };
    let (mut row, version, removed, revisions) =
        match (rows::one(tx, company, section, key, today)?, stored) {
            (None, None) => return Ok(None),
            (Some(row), None) => (row, 0, false, Vec::new()),
            (row, Some(now)) => {
                let history = HISTORY.collect(tx, &Span::prefix(&place), Order::Ascending)?;
                let all: Vec<table::Record> =
                    history.into_iter().map(|(_, record)| record).chain([now.clone()]).collect();
                let revisions = revisions(tx, access, section, &all)?;
                // Of a record that was removed another source may still know.
                let version = if now.removed && row.is_some() { 0 } else { now.version };
                let removed = row.is_none();
                let last = || Row::new(key.to_owned(), now.cells(section));
                (row.unwrap_or_else(last), version, removed, revisions)
            }
        };
    row.offices = offices(tx, section, &row.cells, &revisions, today)?;
    let mut marked = [row];
    compare::mark(tx, company, section, &mut marked, today)?;
    let [row] = marked;
    let links = links::of(tx, access, section, &row, today)?;
    Ok(Some(Record { row, subject, version, removed, revisions, links }))
}

/// What the offices that a record names, removed or not, and those that it named before are called today.
fn offices(
    tx: &dyn ReadTx,
    section: &Section,
    cells: &Cells,
    revisions: &[Revision],
    today: Day,
) -> Result<Vec<(String, String)>> {
    let changes = revisions.iter().flat_map(|revision| &revision.changes);
    let before = changes.filter_map(|change| {
        let (_, field) = section.field(&change.field)?;
        Some((field, change.before.as_deref()?))
    });
    let fields = section.fields.iter().zip(cells);
    let now = fields.filter_map(|(field, text)| Some((field, text.as_deref()?)));
    Ok(office_names(now.chain(before), &parameters::current(tx)?.offices, today))
}

/// What happened to a record, the latest first, out of its versions from the first on.
fn revisions(
    tx: &dyn ReadTx,
    access: &CompanyAccess,
    section: &Section,
    versions: &[table::Record],
) -> Result<Vec<Revision>> {
    let mut revisions = Vec::with_capacity(versions.len());
    let mut before: Option<&table::Record> = None;
    for version in versions {
        let lived = before.filter(|before| !before.removed);
        let done = match (version.removed, lived) {
            (true, _) => Done::Removed,
            (false, Some(_)) => Done::Changed,
            (false, None) => Done::Added,
        };
        let changes = lived.map_or_else(Vec::new, |lived| {
            changes(section, &lived.clone().cells(section), &version.clone().cells(section))
        });
        let origin = match (version.person, &version.reason, version.import) {
            (Some(person), reason, _) => Origin::Office {
                name: name(tx, access, person)?,
                reason: reason.clone().unwrap_or_default(),
            },
            (None, _, Some(import)) => Origin::Feed { import },
            (None, _, None) => Origin::Check,
        };
        revisions.push(Revision {
            version: version.version,
            at: version.at,
            done,
            origin,
            changes,
        });
        before = Some(version);
    }
    revisions.reverse();
    Ok(revisions)
}

/// Who corrected something: the staff know each other by name, to everybody else it is the office.
fn name(tx: &dyn ReadTx, access: &CompanyAccess, person: PersonId) -> Result<Option<String>> {
    if !access.caller().role.is_staff() {
        return Ok(None);
    }
    Ok(people::by_id(tx, person)?.map(|person| person.name))
}

/// The fields that say something else than before.
pub fn changes(section: &Section, before: &Cells, after: &Cells) -> Vec<CellChange> {
    let cells = before.iter().zip(after);
    let differing = section.fields.iter().zip(cells).filter(|(_, (before, after))| before != after);
    differing
        .map(|(field, (before, after))| CellChange {
            field: field.name.to_owned(),
            before: before.clone(),
            after: after.clone(),
        })
        .collect()
}
