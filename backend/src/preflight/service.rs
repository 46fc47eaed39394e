//! What is known of companies in months, for whoever may hand in files for them.

use std::collections::HashMap;

use shared::calendar::Month;
use shared::ids::CompanyId;
use shared::intake::register::PositionFacts;
use shared::offices::OfficeCode;
use shared::preflight::{About, KnownCompany, KnownMonth, KnownPosition, KnownReturn};

use crate::companies::service as companies;
use crate::declarations::service::{self as declarations, Return};
use crate::fault::Result;
use crate::intake::register::May;
use crate::ledger::{COLLABORATORS, service as ledger};
use crate::store::ReadTx;

/// What is known, in the order in which it was asked. A company for which `may` refuses files is not known, as it is not to an import.
///
/// # Errors
/// Those of the store.
pub fn known(tx: &dyn ReadTx, may: &May, asked: Vec<About>) -> Result<Vec<KnownMonth>> {
    let mut known = Vec::with_capacity(asked.len());
    for About { tax_code, month } in asked {
        let company = match companies::by_tax_code(tx, &tax_code)? {
            Some(id) if may(tx, id)? => company(tx, id, month)?,
            _ => None,
        };
        known.push(KnownMonth { tax_code, month, company });
    }
    Ok(known)
}

fn company(tx: &dyn ReadTx, id: CompanyId, month: Month) -> Result<Option<KnownCompany>> {
    let Some((name, _)) = companies::name_and_code(tx, id)? else { return Ok(None) };
    let positions = companies::positions(tx, id)?;
    let position = |(matricola, facts): (String, companies::PositionFacts)| {
        let office = OfficeCode::parse(facts.office()).ok()?;
        let facts = PositionFacts {
            active: facts.active_in(month),
            csc: facts.csc_in(month),
            cas: facts.cas_in(month),
        };
        Some(KnownPosition { matricola, office, facts })
    };
    Ok(Some(KnownCompany {
        id,
        name,
        positions: positions.into_iter().filter_map(position).collect(),
        returns: returns(tx, id, month)?,
    }))
}

/// The returns in force for a month and the one before, with what was paid for them.
fn returns(tx: &dyn ReadTx, company: CompanyId, month: Month) -> Result<Vec<KnownReturn>> {
    let first = month.previous();
    let mut sent: HashMap<(String, Month), Return> = HashMap::new();
    for one in declarations::returns(tx, company)? {
        if (first..=month).contains(&one.month) {
            let account = one.matricola.clone().unwrap_or_else(|| COLLABORATORS.to_owned());
            // The latest of a month comes first.
            sent.entry((account, one.month)).or_insert(one);
        }
    }
    let mut returns = Vec::new();
    for account in ledger::accounts(tx, company, first, month)? {
        let Some((declaration, state)) = account.declared else { continue };
        let Some(one) = sent.remove(&(account.account, account.month)) else { continue };
        let workers = match one.month < month {
            true => declarations::few_workers(tx, declaration)?,
            false => None,
        };
        returns.push(KnownReturn {
            matricola: one.matricola,
            month: one.month,
            transmitted: one.transmitted,
            workforce: one.workforce,
            groups: one.groups,
            workers,
            state,
            due: account.due,
            paid: account.paid,
        });
    }
    Ok(returns)
}
