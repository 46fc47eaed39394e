//! What turns it green: which payments, by when, and from when it holds.

use serde::{Deserialize, Serialize};

use super::{
    Check, DurcError, DurcParameters, Gestione, GestioneOutcome, MissingReturn, Outcome, Paid,
    Reason, Role, Situation, check, counts_from,
};
use crate::calendar::Day;
use crate::money::Euro;

/// A payment that might be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// Of which debt.
    pub debt: String,
    /// How much.
    pub amount: Euro,
    /// When.
    pub day: Day,
}

/// What to do about one gestione.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Cure {
    /// Which.
    pub gestione: Gestione,
    /// What is open today.
    pub open: Euro,
    /// The least sum that brings it within the tolerance; nothing where it is.
    pub least: Euro,
    /// As few debts as possible that, wholly paid, bring it within the tolerance.
    pub payments: Vec<Payment>,
    /// What is open after those.
    pub left: Euro,
    /// Returns to hand in.
    pub returns: Vec<MissingReturn>,
    /// Whether the office must settle the data first.
    pub office: bool,
}

/// The way to green.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Plan {
    /// How it stands today.
    pub check: Check,
    /// What to do, for each gestione that is not in order.
    pub cures: Vec<Cure>,
    /// The last day to pay for the invitation to end well, once invited.
    pub pay_by: Option<Day>,
    /// From when it is green if all that is done on the day planned; none while the office must settle data.
    pub green_from: Option<Day>,
    /// The last day it stays green if nothing else is paid; none where nothing known would change it.
    pub green_until: Option<Day>,
}

/// The situation once the payments made by a day are in.
///
/// # Errors
/// [`DurcError`] where a payment is below zero or for no debt.
pub fn after(
    situation: &Situation,
    payments: &[Payment],
    day: Day,
) -> Result<Situation, DurcError> {
    let mut paid = situation.clone();
    for payment in payments {
        if payment.amount.is_negative() {
            return Err(DurcError::Negative(payment.debt.clone()));
        }
        let debt = paid.debts.iter_mut().find(|debt| debt.key == payment.debt);
        let debt = debt.ok_or_else(|| DurcError::NoSuchDebt(payment.debt.clone()))?;
        if payment.day <= day {
            debt.paid += payment.amount;
            debt.payments.push(Paid { day: payment.day, amount: payment.amount });
        }
    }
    Ok(paid)
}

/// The first day, not before `from`, on which the situation is green when the payments are made as said; none if they do not suffice.
///
/// What is paid after the time to cure helps from the next query on, when the block has ended.
///
/// # Errors
/// As [`check`] and [`after`].
pub fn green_from(
    parameters: &DurcParameters,
    situation: &Situation,
    payments: &[Payment],
    from: Day,
) -> Result<Option<Day>, DurcError> {
    let mut days: Vec<Day> = payments.iter().map(|payment| payment.day).collect();
    let case = check(parameters, situation, from)?;
    days.extend(case.blocked_until.max(case.cure_by).map(|last| last.plus_days(1)));
    days.push(from);
    days.retain(|day| *day >= from);
    days.sort_unstable();
    for day in days {
        let paid = after(situation, payments, day)?;
        if check(parameters, &paid, day)?.outcome == Outcome::Regular {
            return Ok(Some(day));
        }
    }
    Ok(None)
}

/// The way to green for somebody who acts on `pay_on`, as things stand on `day`.
///
/// # Errors
/// As [`check`].
pub fn plan(
    parameters: &DurcParameters,
    situation: &Situation,
    day: Day,
    pay_on: Day,
) -> Result<Plan, DurcError> {
    let today = check(parameters, situation, day)?;
    let bad = today.gestioni.iter().filter(|one| one.outcome != Outcome::Regular);
    let cures: Vec<Cure> = bad.map(|one| cure(situation, one, today.tolerance, pay_on)).collect();
    let payments: Vec<Payment> = cures.iter().flat_map(|cure| cure.payments.clone()).collect();
    let mut done = situation.clone();
    done.missing_returns.retain(|missing| !cures.iter().any(|cure| cure.returns.contains(missing)));
    let act = if cures.is_empty() { day } else { pay_on.max(day) };
    let mut green = green_from(parameters, &done, &payments, act)?;
    // Returns handed in late do not cure in time either.
    if let (Some(first), Some(cure_by), Some(last)) = (green, today.cure_by, today.blocked_until)
        && today.outcome != Outcome::Regular
        && first > cure_by
    {
        green = Some(first.max(last.plus_days(1)));
    }
    let green_until = match green {
        Some(first) => last_green(parameters, &after(&done, &payments, first)?, first)?,
        None => None,
    };
    let pay_by = today.cure_by.filter(|_| today.outcome == Outcome::BeingCured);
    Ok(Plan { pay_by, check: today, cures, green_from: green, green_until })
}

fn cure(situation: &Situation, found: &GestioneOutcome, tolerance: Euro, pay_on: Day) -> Cure {
    let least = (found.open - tolerance).max(Euro::ZERO);
    let payments: Vec<Payment> = fewest(found, least)
        .into_iter()
        .map(|(debt, amount)| Payment { debt: debt.to_owned(), amount, day: pay_on })
        .collect();
    let missing = |one: &&MissingReturn| {
        let is = |reason: &Reason| matches!(reason, Reason::ReturnMissing { code, month } if *month == one.month && *code == one.code);
        one.gestione == found.gestione && found.reasons.iter().any(is)
    };
    Cure {
        gestione: found.gestione,
        open: found.open,
        least,
        left: found.open - payments.iter().map(|payment| payment.amount).sum(),
        payments,
        returns: situation.missing_returns.iter().filter(missing).cloned().collect(),
        office: found.reasons.iter().any(|reason| matches!(reason, Reason::Technical { .. })),
    }
}

/// As few debts as possible whose open sums reach `least`; among those as many, each is exchanged for the smallest that still does.
fn fewest(found: &GestioneOutcome, least: Euro) -> Vec<(&str, Euro)> {
    let counting = found.debts.iter().filter(|debt| debt.role == Role::Counts);
    let mut rest: Vec<(Euro, &str)> =
        counting.map(|debt| (debt.open(), debt.key.as_str())).collect();
    rest.sort_unstable();
    let mut chosen = Vec::new();
    let mut sum = Euro::ZERO;
    while sum < least {
        let Some(largest) = rest.pop() else { break };
        sum += largest.0;
        chosen.push(largest);
    }
    for place in chosen.iter_mut().rev() {
        let needed = least - (sum - place.0);
        let at = rest.partition_point(|(open, _)| *open < needed);
        if let Some(smaller) = rest.get_mut(at).filter(|smaller| smaller.0 < place.0) {
            sum = sum - place.0 + smaller.0;
            core::mem::swap(place, smaller);
            rest.sort_unstable();
        }
    }
    chosen.into_iter().map(|(open, key)| (key, open)).collect()
}

/// The last day from `first` on for which the check stays green, if something known ends it.
fn last_green(
    parameters: &DurcParameters,
    situation: &Situation,
    first: Day,
) -> Result<Option<Day>, DurcError> {
    let debts = situation.debts.iter();
    let mut days: Vec<Day> =
        debts.clone().map(|debt| counts_from(debt.due, debt.return_due)).collect();
    days.extend(debts.flat_map(|debt| &debt.covers).filter_map(|cover| cover.ended));
    days.extend(situation.insolvency.and_then(|procedure| procedure.ended));
    let missing = situation.missing_returns.iter();
    days.extend(missing.map(|missing| counts_from(missing.due, Some(missing.return_due))));
    if let Some(last) = check(parameters, situation, first)?.blocked_until {
        days.push(last.plus_days(1));
    }
    days.retain(|day| *day > first);
    days.sort_unstable();
    days.dedup();
    for day in days {
        if check(parameters, situation, day)?.outcome != Outcome::Regular {
            return Ok(Some(day.plus_days(-1)));
        }
    }
    Ok(None)
}
