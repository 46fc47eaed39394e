//! What a check of a company looks at.

use shared::calendar::Day;
use shared::durc::{self, Check, DurcParameters, Situation};
use shared::evidence;
use shared::ids::CompanyId;

use crate::evidence::facts;
use crate::fault::Result;
use crate::parameters::service as parameters;
use crate::store::ReadTx;

/// The situation of a company today.
///
/// # Errors
/// Those of the store.
pub fn of(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Situation> {
    let facts = facts::facts(tx, company, today)?;
    let set = parameters::current(tx)?;
    let parameters = (&*set).into();
    let derived = evidence::derive(parameters, &facts, today);
    Ok(evidence::situation(parameters, &facts, &derived.evidence, today))
}

/// What a check of a situation says today.
///
/// # Errors
/// Where a term is not known for today.
pub fn checked(known: &DurcParameters, situation: &Situation, today: Day) -> Result<Check> {
    let checked = durc::check(known, situation, today);
    Ok(checked.map_err(|error| anyhow::anyhow!("a situation cannot be checked: {error}"))?)
}
