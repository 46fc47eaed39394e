//! Storing records, and what becomes of them.

use shared::calendar::Instant;
use shared::ids::{CompanyId, ImportId, PersonId};
use shared::sections::{Cells, FieldRole, Section, key};

use super::table::{HISTORY, Place, RECORDS, Record, TALLIES, Tally};
use super::tell;
use crate::store::{StoreError, WriteTx};

/// The table with one row for each of them.
pub const TABLE: &str = RECORDS.name();

pub use super::rows::{all, one};
pub use super::select::{Query, select};

/// Who makes a record say something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// A feed.
    Feed(ImportId),
    /// A check of regularity that was asked for here.
    Check,
    /// Somebody at the office, and why.
    Office(PersonId, String),
}

/// What storing a record did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is new, or was removed before.
    Added,
    /// It says something else than before.
    Changed,
    /// It said so already: nothing was stored.
    Same,
}

/// Stores a record of a fed section. Its cells are canonical, see [`Section::read`]; what it said before stays in its history.
///
/// # Errors
/// Those of the store.
pub fn put(
    tx: &mut dyn WriteTx,
    now: Instant,
    company: CompanyId,
    section: &'static Section,
    cells: Cells,
    by: &By,
) -> Result<Outcome, StoreError> {
    let place = (company, section.number, key(section, &cells));
    let before = RECORDS.get(tx, &place)?;
    let lived = before.as_ref().filter(|before| !before.removed);
    let outcome = match lived {
        Some(before) if before.clone().cells(section) == cells => return Ok(Outcome::Same),
        Some(_) => Outcome::Changed,
        None => Outcome::Added,
    };
    let record = record(now, by, false, cells);
    replace(tx, now, section, &place, before.as_ref(), record)?;
    Ok(outcome)
}

/// Removes a record of a fed section; false if there is none. Its history stays.
///
/// # Errors
/// Those of the store.
pub fn remove(
    tx: &mut dyn WriteTx,
    now: Instant,
    company: CompanyId,
    section: &'static Section,
    key: &str,
    by: &By,
) -> Result<bool, StoreError> {
    let place = (company, section.number, key.to_owned());
    let Some(before) = RECORDS.get(tx, &place)?.filter(|record| !record.removed) else {
        return Ok(false);
    };
    let record = record(now, by, true, before.cells.clone());
    replace(tx, now, section, &place, Some(&before), record)?;
    Ok(true)
}

fn record(at: Instant, by: &By, removed: bool, cells: Cells) -> Record {
    let (import, person, reason) = match by {
        By::Feed(import) => (Some(*import), None, None),
        By::Check => (None, None, None),
        By::Office(person, reason) => (None, Some(*person), Some(reason.clone())),
    };
    Record { version: 0, at, import, person, reason, removed, cells }
}

/// Puts a record in the place of what it said before, which goes into its history; keeps count.
fn replace(
    tx: &mut dyn WriteTx,
    now: Instant,
    section: &Section,
    place: &Place,
    before: Option<&Record>,
    mut after: Record,
) -> Result<(), StoreError> {
    let (company, number, key) = place;
    after.version = before.map_or(0, |before| before.version) + 1;
    let mut tally = TALLIES.get(tx, &(*company, *number))?.unwrap_or_default();
    if let Some(before) = before {
        count(&mut tally, section, before, -1);
        HISTORY.put(tx, &(*company, *number, key.clone(), before.version), before)?;
    }
    count(&mut tally, section, &after, 1);
    tally.changed = now.millis();
    TALLIES.put(tx, &(*company, *number), &tally)?;
    RECORDS.put(tx, place, &after)?;
    tell::changes(tx, now, section, place, before, &after)?;
    tell::search(tx, section, place, &after)
}

fn count(tally: &mut Tally, section: &Section, record: &Record, step: i32) {
    if !record.removed {
        tally.count = tally.count.saturating_add_signed(step);
        if wants_attention(section, &record.cells) {
            tally.attention = tally.attention.saturating_add_signed(step);
        }
    }
}

/// Whether the state of a record wants attention.
pub fn wants_attention(section: &Section, cells: &Cells) -> bool {
    section.role(FieldRole::Status).is_some_and(|(place, field)| {
        let state = cells.get(place).and_then(Option::as_deref);
        state
            .and_then(|state| field.kind.code(state))
            .is_some_and(|code| code.tone.wants_attention())
    })
}
