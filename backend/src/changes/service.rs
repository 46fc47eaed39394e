//! Noting changes, and what of them somebody has not seen.

use shared::calendar::{Day, Instant};
use shared::changes::{ChangeKind, FieldChange, Subject};
use shared::ids::CompanyId;

use super::table::{HEADS, Head, LOG, Row};
use crate::store::{ReadTx, StoreError, WriteTx};

/// The table with one row for each change.
pub const TABLE: &str = LOG.name();

/// Days that a company's head remembers: whoever has no mark yet begins this many days ago.
pub const FIRST_VISIT_DAYS: i64 = 30;

/// Something that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// In which company.
    pub company: CompanyId,
    /// Which datum.
    pub subject: Subject,
    /// What happened to it.
    pub kind: ChangeKind,
    /// What it is called, in no language.
    pub title: String,
    /// The fields that are different; of what was added or removed, those that tell it apart.
    pub fields: Vec<FieldChange>,
}

/// Notes a change in the transaction that makes it. A change of which no field is different is none.
///
/// # Errors
/// Those of the store.
pub fn note(tx: &mut dyn WriteTx, now: Instant, change: &Change) -> Result<(), StoreError> {
    if change.kind == ChangeKind::Changed && change.fields.is_empty() {
        return Ok(());
    }
    let mut head = head(tx, change.company, now)?;
    head.last += 1;
    head.at = head.at.max(now);
    remember(&mut head, now.day_in_rome());
    LOG.put(tx, &(change.company, head.last), &row_of(now, change))?;
    HEADS.put(tx, &change.company, &head)
}

/// A number that grows whenever the company's data become different; nought if they never did.
///
/// # Errors
/// Those of the store.
pub fn version(tx: &dyn ReadTx, company: CompanyId) -> Result<u64, StoreError> {
    Ok(HEADS.get(tx, &company)?.map_or(0, |head| head.version()))
}

/// Makes whatever was derived from the company's data out of date, although there is no change to tell.
///
/// # Errors
/// Those of the store.
pub fn touch(tx: &mut dyn WriteTx, now: Instant, company: CompanyId) -> Result<(), StoreError> {
    let mut head = head(tx, company, now)?;
    head.touched += 1;
    HEADS.put(tx, &company, &head)
}

fn head(tx: &dyn ReadTx, company: CompanyId, now: Instant) -> Result<Head, StoreError> {
    let new = Head { first: 1, last: 0, at: now, days: Vec::new(), touched: 0 };
    Ok(HEADS.get(tx, &company)?.unwrap_or(new))
}

/// Remembers the day of the latest change, and forgets days too long ago to be asked for.
fn remember(head: &mut Head, day: Day) {
    let last = head.days.last().map(|(day, _)| *day);
    if last.is_none_or(|last| last < day.epoch_days()) {
        head.days.push((day.epoch_days(), head.last));
        let oldest = day.epoch_days() - FIRST_VISIT_DAYS - 1;
        head.days.retain(|(day, _)| *day >= oldest);
    }
}

fn row_of(at: Instant, change: &Change) -> Row {
    let fields = change.fields.iter();
    Row {
        at,
        kind: kind_number(change.kind),
        section: change.subject.section,
        key: change.subject.key.clone(),
        title: change.title.clone(),
        fields: fields
            .map(|field| (field.field.clone(), field.before.clone(), field.after.clone()))
            .collect(),
    }
}

const fn kind_number(kind: ChangeKind) -> u8 {
    match kind {
        ChangeKind::Added => 1,
        ChangeKind::Changed => 2,
        ChangeKind::Removed => 3,
    }
}
