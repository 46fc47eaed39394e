//! The rows of a section: what is stored, or what other slices know.

use std::ops::ControlFlow;

use shared::calendar::{Day, Instant};
use shared::ids::CompanyId;
use shared::sections::{Row, Section, SectionCount};

use super::table::{RECORDS, TALLIES};
use super::{derived, service};
use crate::fault::Result;
use crate::store::{Order, ReadTx, Span};

/// All rows of a section, in the order of their keys.
///
/// # Errors
/// Those of the store.
pub fn all(
    tx: &dyn ReadTx,
    company: CompanyId,
    section: &'static Section,
    today: Day,
) -> Result<Vec<Row>> {
    if !section.source.is_fed() {
        return derived::rows(tx, company, section, today);
    }
    let mut rows = Vec::new();
    let span = Span::prefix(&(company, section.number));
    RECORDS.scan(tx, &span, Order::Ascending, |(_, _, key), record| {
        if !record.removed {
            rows.push(Row { key, cells: record.cells(section), differs: Vec::new() });
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(rows)
}

/// One row by its key.
///
/// # Errors
/// Those of the store.
pub fn one(
    tx: &dyn ReadTx,
    company: CompanyId,
    section: &'static Section,
    key: &str,
    today: Day,
) -> Result<Option<Row>> {
    if !section.source.is_fed() {
        let rows = derived::rows(tx, company, section, today)?;
        return Ok(rows.into_iter().find(|row| row.key == key));
    }
    let record = RECORDS.get(tx, &(company, section.number, key.to_owned()))?;
    let record = record.filter(|record| !record.removed);
    Ok(record.map(|record| Row {
        key: key.to_owned(),
        cells: record.cells(section),
        differs: Vec::new(),
    }))
}

/// How full a section is.
///
/// # Errors
/// Those of the store.
pub fn count(
    tx: &dyn ReadTx,
    company: CompanyId,
    section: &'static Section,
    today: Day,
) -> Result<SectionCount> {
    let slug = section.slug.to_owned();
    if section.source.is_fed() {
        let tally = TALLIES.get(tx, &(company, section.number))?;
        let changed = tally.map(|tally| Instant::from_millis(tally.changed));
        let tally = tally.unwrap_or_default();
        let (count, attention) = (tally.count, tally.attention);
        return Ok(SectionCount { section: slug, title: None, count, attention, changed });
    }
    let rows = derived::rows(tx, company, section, today)?;
    let attention = rows.iter().filter(|row| service::wants_attention(section, &row.cells)).count();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(SectionCount {
        title: None,
        section: slug,
        count: number(rows.len()),
        attention: number(attention),
        changed: None,
    })
}
