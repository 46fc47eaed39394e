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
    let is_any_paid = plans.iter().any(|plan| plan.over.is_none());
    if !is_any_paid || known == Attribution::AsRecorded {
        return Ok(Vec::new());
    }
    let rows = payments::all(tx, company, today)?;
    let rows = rows.iter().filter(|row| row.archive().is_some_and(|one| one.slug == SECTION.slug));
    let paid: Vec<(Day, Euro)> = rows.map(|row| (row.day, row.debit)).collect();
    Ok(attribute(&plans, &paid))
}

/// A plan that is being paid or was; nothing of one of which its archive does not say what there is to pay, and when.
fn held(record: &Record) -> Option<HeldPlan> {
    let count = |field| record.text(field)?.parse::<u16>().ok();
    let (applied, first) = (record.day("applied")?, record.day("first_due"));
    let (granted, paid) = (count("granted")?, count("paid").unwrap_or_default());
    let over = Some(first.unwrap_or(applied).plus_months(granted.into()));
    let (granted, paid, over) = match record.state()? {
        "accolta" | "in_corso" => (granted, paid, None),
        "conclusa" | "estinta" => (granted, granted, over),
        // Of one that was revoked no more was paid than its archive says.
        "revocata" => (paid, paid, over),
        _ => return None,
    };
    Some(HeldPlan {
        protocol: record.name("protocol"),
        applied,
        next: record.day("next_due").or(first).or(over)?,
        instalment: record.text("instalment").map(|_| record.euro("instalment"))?,
        granted,
        paid,
        over,
    })
}
