//! What F24 rows paid of notices and debts whose archives still hold them as open: said beside what was fed, with its day.

use shared::calendar::Day;
use shared::ids::CompanyId;
use shared::sections::{Difference, Row, Section, matters};

use super::contributions::euro;
use crate::evidence::facts;
use crate::fault::Result;
use crate::store::ReadTx;

/// The archive that says so.
const PAYMENTS: &str = "versamenti";

/// Marks the records that payments have settled, and what they leave of others.
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
    let [number, state] = match section.number {
        known if known == matters::notices::SECTION.number => ["number", "state"],
        known if known == matters::credits::SECTION.number => ["id", "phase"],
        _ => return Ok(()),
    };
    let Some((place, _)) = section.field(number) else { return Ok(()) };
    for paid in facts::settled(tx, company, today)? {
        let is_it = |row: &&mut Row| {
            let number = row.cells.get(place).and_then(Option::as_deref);
            paid.archive == section.slug && number == Some(paid.number.as_str())
        };
        let Some(row) = rows.iter_mut().find(is_it) else { continue };
        let said = [(state, paid.state.map(str::to_owned)), ("residual", euro(paid.left))];
        let fields = said.into_iter().filter(|(field, _)| section.field(field).is_some());
        row.differs.extend(fields.filter_map(|(field, other)| {
            Some(Difference {
                field: field.to_owned(),
                section: PAYMENTS.to_owned(),
                other: Some(other?),
                day: paid.last,
            })
        }));
    }
    Ok(())
}
