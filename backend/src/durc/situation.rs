//! What a check of a company looks at.

use shared::calendar::Day;
use shared::durc::{self, Check, Debt, DebtKind, Situation};
use shared::evidence;
use shared::ids::CompanyId;
use shared::interest;
use shared::sanctions::{self, Breach, Policy};

use super::service::parameters;
use crate::evidence::{facts, shipped};
use crate::fault::Result;
use crate::store::ReadTx;

/// The situation of a company today, with what lateness has cost so far: accessories count (interpello MLPS 3/2025).
///
/// # Errors
/// Those of the store. A record that says what cannot be is a technical problem of the situation.
pub fn of(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Situation> {
    let facts = facts::facts(tx, company, today)?;
    let shipped = shipped().ok_or_else(|| anyhow::anyhow!("the terms do not read"))?;
    let derived = evidence::derive(shipped, &facts, today);
    let situation = evidence::situation(&facts, &derived.evidence);
    let mut situation = situation.readable(parameters()?);
    for debt in &mut situation.debts {
        accrue(debt, today);
    }
    Ok(situation)
}

/// Adds the sanctions of an unpaid return that nobody has reckoned yet.
fn accrue(debt: &mut Debt, today: Day) {
    let late = debt.kind == DebtKind::UnpaidReturn && debt.due < today;
    if !late || !debt.sanctions.is_zero() {
        return;
    }
    let Some((terms, rates)) = costs() else { return };
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
    if let Ok(assessed) = sanctions::assess(terms, rates, &facts, Policy::default()) {
        debt.sanctions = assessed.amount;
    }
}

/// What lateness costs, as shipped.
fn costs() -> Option<(&'static sanctions::Parameters, &'static interest::Parameters)> {
    use std::sync::LazyLock;
    type Costs = (sanctions::Parameters, interest::Parameters);
    static COSTS: LazyLock<Option<Costs>> = LazyLock::new(|| {
        let terms = serde_json::from_str(sanctions::SHIPPED).ok()?;
        let rates = serde_json::from_str(interest::SHIPPED).ok()?;
        Some((terms, rates))
    });
    COSTS.as_ref().map(|(terms, rates)| (terms, rates))
}

/// What a check of a situation says today.
///
/// # Errors
/// Where a term is not known for today.
pub fn checked(situation: &Situation, today: Day) -> Result<Check> {
    let checked = durc::check(parameters()?, situation, today);
    Ok(checked.map_err(|error| anyhow::anyhow!("a situation cannot be checked: {error}"))?)
}
