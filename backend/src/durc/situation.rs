//! What a check of a company looks at.

use shared::calendar::Day;
use shared::durc::{self, Check, Debt, DebtKind, DurcParameters, Situation};
use shared::evidence;
use shared::ids::CompanyId;
use shared::parameters::Set;
use shared::sanctions::{self, Breach, Policy};

use crate::evidence::facts;
use crate::fault::Result;
use crate::parameters::service as parameters;
use crate::store::ReadTx;

/// The situation of a company today, with what lateness has cost so far: accessories count (interpello MLPS 3/2025).
///
/// # Errors
/// Those of the store. A record that says what cannot be is a technical problem of the situation.
pub fn of(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Situation> {
    let facts = facts::facts(tx, company, today)?;
    let set = parameters::current(tx)?;
    let derived = evidence::derive((&*set).into(), &facts, today);
    let situation = evidence::situation(&facts, &derived.evidence);
    let mut situation = situation.readable(&set.durc);
    for debt in &mut situation.debts {
        accrue(debt, &set, today);
    }
    Ok(situation)
}

/// Adds the sanctions of an unpaid return that nobody has reckoned yet.
fn accrue(debt: &mut Debt, set: &Set, today: Day) {
    let late = debt.kind == DebtKind::UnpaidReturn && debt.due < today;
    if !late || !debt.sanctions.is_zero() {
        return;
    }
    let facts = sanctions::Facts {
        contribution: debt.residual(),
        due: debt.due,
        until: today,
        breach: Breach::Omission,
        payment: None,
        requested: None,
        notified: None,
        reported: None,
        relief: None,
    };
    // Where no rate is known the contribution alone counts.
    if let Ok(assessed) =
        sanctions::assess(&set.sanctions, &set.interest, &facts, Policy::default())
    {
        debt.sanctions = assessed.amount;
    }
}

/// What a check of a situation says today.
///
/// # Errors
/// Where a term is not known for today.
pub fn checked(known: &DurcParameters, situation: &Situation, today: Day) -> Result<Check> {
    let checked = durc::check(known, situation, today);
    Ok(checked.map_err(|error| anyhow::anyhow!("a situation cannot be checked: {error}"))?)
}
