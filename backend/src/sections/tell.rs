//! Telling others of a record: what changed, and by what it is found.

use std::ops::ControlFlow;

use shared::calendar::Instant;
use shared::changes::{ChangeKind, FieldChange};
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::{Cells, Field, FieldRole, Kind, Section, Subject, by_number};

use super::rows::Small;
use super::table::{Place, RECORDS, Record};
use crate::changes::service::{self as changes, Change};
use crate::search::service::{self as search, Doc};
use crate::store::{Order, ReadTx, Span, StoreError, WriteTx};

/// Texts longer than this are read, not searched for.
const LONGEST: usize = 80;

fn subject(place: &Place) -> Subject {
    Subject { section: place.1, key: place.2.clone() }
}

/// Notes what became of a record.
pub(super) fn changes(
    tx: &mut dyn WriteTx,
    now: Instant,
    section: &Section,
    place: &Place,
    before: Option<&Record>,
    after: &Record,
) -> Result<(), StoreError> {
    let small = small(tx, section)?;
    let is_seen = |record: &Record| !record.removed && !is_small(small.as_ref(), section, record);
    let lived = before.filter(|before| is_seen(before));
    let cells = after.clone().cells(section);
    let (kind, fields) = match (!is_seen(after), lived) {
        // Nobody was told of it, and nobody is.
        (true, None) => return changes::touch(tx, now, place.0),
        (true, Some(lived)) => {
            let gone = lived.clone().cells(section);
            (ChangeKind::Removed, telling(section, &gone, false))
        }
        (false, None) => (ChangeKind::Added, telling(section, &cells, true)),
        (false, Some(lived)) => {
            let changes = super::view::changes(section, &lived.clone().cells(section), &cells);
            let fields = changes.into_iter().map(|change| FieldChange {
                field: change.field,
                before: change.before,
                after: change.after,
            });
            (ChangeKind::Changed, fields.collect())
        }
    };
    let title = section.title(&cells).to_owned();
    changes::note(
        tx,
        now,
        &Change { company: place.0, subject: subject(place), kind, title, fields },
    )
}

/// What of a section is not shown, if there is such.
fn small(tx: &dyn ReadTx, section: &Section) -> Result<Option<Small>, StoreError> {
    Small::of(tx, section)
        .map_err(|_| StoreError::internal("the parameters in force cannot be read"))
}

fn is_small(small: Option<&Small>, section: &Section, record: &Record) -> bool {
    small.is_some_and(|small| small.is(&record.clone().cells(section)))
}

/// The fields that tell a record from its like.
fn telling(section: &Section, cells: &Cells, added: bool) -> Vec<FieldChange> {
    let tells = |field: &Field| {
        matches!(field.role, FieldRole::Status | FieldRole::Amount | FieldRole::Date)
    };
    let fields = section.fields.iter().zip(cells);
    let fields = fields.filter(|(field, cell)| tells(field) && cell.is_some());
    fields
        .map(|(field, cell)| {
            let (before, after) = if added { (None, cell.clone()) } else { (cell.clone(), None) };
            FieldChange { field: field.name.to_owned(), before, after }
        })
        .collect()
}

/// What of a company can be found here: every record that was not removed.
///
/// # Errors
/// Those of the store.
pub fn docs(tx: &dyn ReadTx, company: CompanyId) -> Result<Vec<Doc>, StoreError> {
    let mut docs = Vec::new();
    RECORDS.scan(tx, &Span::prefix(&company), Order::Ascending, |place, record| {
        if let Some(section) = by_number(place.1).filter(|_| !record.removed)
            && !is_small(small(tx, section)?.as_ref(), section, &record)
        {
            docs.push(doc(section, &place, &record.cells(section)));
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(docs)
}

/// Tells the index by what a record is found, or that it is gone.
pub(super) fn search(
    tx: &mut dyn WriteTx,
    section: &Section,
    place: &Place,
    record: &Record,
) -> Result<(), StoreError> {
    if record.removed || is_small(small(tx, section)?.as_ref(), section, record) {
        return search::remove(tx, place.0, &subject(place));
    }
    search::put(tx, &doc(section, place, &record.clone().cells(section)))
}

fn doc(section: &Section, place: &Place, cells: &Cells) -> Doc {
    let detail: Vec<&str> = section
        .key
        .iter()
        .filter_map(|name| cells.get(section.field(name)?.0)?.as_deref())
        .collect();
    Doc {
        company: place.0,
        subject: Some(subject(place)),
        title: section.title(cells).to_owned(),
        detail: detail.join(" · "),
        terms: terms(section, cells),
    }
}

/// Whatever somebody may remember of a record: its texts, codes, days and amounts; of the code that names it, its words.
fn terms(section: &Section, cells: &Cells) -> Vec<String> {
    let mut terms = Vec::new();
    for (field, cell) in section.fields.iter().zip(cells) {
        let Some(cell) = cell else { continue };
        match field.kind {
            Kind::Flag | Kind::Id | Kind::Count | Kind::Percent => {}
            Kind::Code(_) if field.role != FieldRole::Title => {}
            Kind::Code(_) => {
                let words =
                    field.kind.code(cell).map(|code| Lang::ALL.map(|lang| code.words(lang)));
                terms.extend(words.into_iter().flatten().map(str::to_owned));
            }
            _ if cell.chars().count() <= LONGEST => terms.push(cell.clone()),
            _ => {}
        }
    }
    terms
}
