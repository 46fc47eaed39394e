//! What F24 rows paid of notices, debts and plans whose archives still hold them as open: said beside what was fed, with its day.

use shared::calendar::Day;
use shared::ids::CompanyId;
use shared::sections::{Difference, Row, Section, matters};

use super::contributions::euro;
use crate::evidence::facts;
use crate::fault::Result;
use crate::store::ReadTx;

/// The archive that says so.
const PAYMENTS: &str = "versamenti";

/// Marks the records that payments have settled, what they leave of others, and which instalments they paid.
///
/// # Errors
/// Those of the store.
pub fn mark(
    tx: &dyn ReadTx,
    company: CompanyId,
    section: &Section,
    rows: &mut [Row],
    today: Day,
) -> Result<()> {
    if section.number == matters::plans::SECTION.number {
        return plans(tx, company, rows, today);
    }
    let [number, state, amount] = match section.number {
        known if known == matters::notices::SECTION.number => ["number", "state", "total"],
        known if known == matters::credits::SECTION.number => ["id", "phase", "residual"],
        _ => return Ok(()),
    };
    let Some((asked, _)) = section.field(amount) else { return Ok(()) };
    let Some((place, _)) = section.field(number) else { return Ok(()) };
    for paid in facts::settled(tx, company, today)? {
        let is_it = |row: &&mut Row| {
            let number = row.cells.get(place).and_then(Option::as_deref);
            paid.archive == section.slug && number == Some(paid.number.as_str())
        };
        let Some(row) = rows.iter_mut().find(is_it) else { continue };
        // What a settled notice printed stays what it asked for; one in favour prints it below zero.
        let printed = row.cells.get(asked).and_then(Option::as_deref);
        let left = match printed.is_some_and(|printed| printed.starts_with('-')) {
            true => -paid.left,
            false => paid.left,
        };
        let left = euro(left).filter(|_| amount != "total" || paid.state.is_none());
        let said = [(state, paid.state.map(str::to_owned)), (amount, left)].into_iter();
        row.differs
            .extend(said.filter_map(|(field, other)| Some(difference(field, other?, paid.last))));
    }
    Ok(())
}

/// Marks the plans of which more instalments are paid than their archive holds.
fn plans(tx: &dyn ReadTx, company: CompanyId, rows: &mut [Row], today: Day) -> Result<()> {
    let Some((place, _)) = matters::plans::SECTION.field("protocol") else { return Ok(()) };
    for plan in facts::paid_plans(tx, company, today)? {
        let is_it = |row: &&mut Row| {
            let protocol = row.cells.get(place).and_then(Option::as_deref);
            protocol == Some(plan.protocol.as_str())
        };
        let Some(row) = rows.iter_mut().find(is_it) else { continue };
        let next = plan.next.map(|next| ("next_due", next.to_string()));
        let said = [("paid", plan.paid.to_string())].into_iter().chain(next);
        row.differs.extend(said.map(|(field, other)| difference(field, other, Some(plan.last))));
    }
    Ok(())
}

fn difference(field: &str, other: String, day: Option<Day>) -> Difference {
    let (field, section) = (field.to_owned(), PAYMENTS.to_owned());
    Difference { field, section, other: Some(other), day }
}
