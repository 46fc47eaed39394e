//! Sections that are computed out of what other slices keep, in the shape of all others.

mod contributions;
pub mod paid;
mod registry;

use shared::calendar::Day;
use shared::ids::CompanyId;
use shared::sections::{Cells, Row, Section, Source, key};

use crate::fault::Result;
use crate::store::ReadTx;

/// The rows of a section that are computed, by key; one that is only fed has none here.
///
/// # Errors
/// Those of the store.
pub fn rows(
    tx: &dyn ReadTx,
    company: CompanyId,
    section: &'static Section,
    today: Day,
) -> Result<Vec<Row>> {
    let drafts = Drafts { section, rows: Vec::new() };
    let mut drafts = match section.source {
        Source::Feed => Ok(drafts),
        Source::FeedAndPositions => registry::same_code(tx, company, drafts),
        Source::Company => registry::company(tx, company, today, drafts),
        Source::Positions => registry::positions(tx, company, today, drafts),
        Source::States => registry::states(tx, company, drafts),
        Source::Periods => registry::periods(tx, company, drafts),
        Source::Persons => registry::persons(tx, company, drafts),
        Source::Employment => contributions::employment(tx, company, today, drafts),
        Source::Declarations => contributions::declarations(tx, company, today, drafts),
        Source::Payments => contributions::payments(tx, company, today, drafts),
        Source::Situation => contributions::situation(tx, company, today, drafts),
        Source::Principal => contributions::principal(tx, company, today, drafts),
    }?;
    drafts.rows.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(drafts.rows)
}

/// Rows in the making.
struct Drafts {
    section: &'static Section,
    rows: Vec<Row>,
}

impl Drafts {
    /// Adds a row of the cells that the description has; the others are not shown.
    fn push<const N: usize>(&mut self, cells: [(&str, Option<String>); N]) {
        let mut row: Cells = vec![None; self.section.fields.len()];
        for (name, cell) in cells {
            if let Some((place, _)) = self.section.field(name)
                && let Some(slot) = row.get_mut(place)
            {
                *slot = cell.filter(|cell| !cell.is_empty());
            }
        }
        self.rows.push(Row::new(key(self.section, &row), row));
    }
}

/// A cell of whatever is written the canonical way.
#[expect(clippy::needless_pass_by_value, reason = "values are small, and mostly copied")]
fn said(value: impl ToString) -> Option<String> {
    Some(value.to_string())
}
