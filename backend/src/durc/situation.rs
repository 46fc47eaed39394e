//! What a check of a company looks at.

use shared::calendar::Day;
use shared::durc::{self, Check, Situation};
use shared::ids::CompanyId;

use super::service::{invitation, parameters};
use crate::fault::Result;
use crate::store::ReadTx;

/// The situation of a company today.
///
/// # Errors
/// Those of the store.
pub fn of(tx: &dyn ReadTx, company: CompanyId, _today: Day) -> Result<Situation> {
    Ok(Situation { invitation: invitation(tx, company)?, ..Situation::default() })
}

/// What a check of a situation says today.
///
/// # Errors
/// Where what the archives say cannot be right, or a term is not known.
pub fn checked(situation: &Situation, today: Day) -> Result<Check> {
    let checked = durc::check(parameters()?, situation, today);
    Ok(checked.map_err(|error| anyhow::anyhow!("a situation cannot be checked: {error}"))?)
}
