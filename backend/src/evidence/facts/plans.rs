//! Plans of instalments of which F24 rows paid more than their archive holds.

use shared::calendar::Day;
use shared::ids::CompanyId;
use shared::instalments::{Attribution, HeldPlan, PaidPlan, attribute};
use shared::money::Euro;
use shared::sections::matters::plans::SECTION;

use super::record::{Record, all};
use crate::fault::Result;
use crate::parameters::service as parameters;
use crate::payments::service as payments;
use crate::store::ReadTx;

/// What F24 rows made of the plans of a company that its archive holds as being paid.
///
/// # Errors
/// Those of the store.
pub fn paid_plans(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Vec<PaidPlan>> {
    let records = all(tx, company, SECTION.slug, today)?;
    let plans: Vec<HeldPlan> = records.iter().filter_map(held).collect();
    let known = parameters::current(tx)?.instalments.attribution_on(today);
    if plans.is_empty() || known == Attribution::AsRecorded {
        return Ok(Vec::new());
    }
    let rows = payments::all(tx, company, today)?;
    let rows = rows.iter().filter(|row| row.archive().is_some_and(|one| one.slug == SECTION.slug));
    let paid: Vec<(Day, Euro)> = rows.map(|row| (row.day, row.debit)).collect();
    Ok(attribute(&plans, &paid))
}

/// A plan that is being paid; nothing of one of which its archive does not say what there is to pay, and when.
fn held(record: &Record) -> Option<HeldPlan> {
    let count = |field| record.text(field)?.parse::<u16>().ok();
    record.state().filter(|state| ["accolta", "in_corso"].contains(state))?;
    Some(HeldPlan {
        protocol: record.name("protocol"),
        applied: record.day("applied")?,
        next: record.day("next_due").or_else(|| record.day("first_due"))?,
        instalment: record.text("instalment").map(|_| record.euro("instalment"))?,
        granted: count("granted")?,
        paid: count("paid").unwrap_or_default(),
    })
}
