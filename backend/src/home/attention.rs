//! What of a company wants a look, the most pressing first.

use shared::calendar::{Day, Month, uniemens_due};
use shared::declarations::DmState;
use shared::home::Attention;
use shared::ids::CompanyId;
use shared::money::Euro;
use shared::payments::MonthFigures;

use crate::evidence::facts::Interruptions;
use crate::fault::Result;
use crate::ledger::service::Account;
use crate::store::ReadTx;
use crate::{companies, payments};

/// Things a home lists.
pub const MOST: usize = 10;

/// Money missing, then returns missing, then declarations not balanced, then loose money; in each, the latest first.
///
/// # Errors
/// Those of the store.
pub fn of_company(
    tx: &dyn ReadTx,
    company: CompanyId,
    accounts: &[Account],
    months: &[MonthFigures],
    today: Day,
) -> Result<Vec<Attention>> {
    let mut list: Vec<Attention> =
        months.iter().rev().filter_map(|month| missing(month, accounts, today)).collect();
    list.extend(not_declared(tx, company, accounts, months, today)?);
    list.extend(accounts.iter().rev().filter_map(not_balanced));
    if let Some(first) = months.first() {
        let loose = payments::service::loose(tx, company, first.month.first_day(), today, MOST)?;
        list.extend(loose.into_iter().map(|row| Attention::Loose {
            payment: row.payment,
            day: row.day,
            amount: row.debit - row.credit,
        }));
    }
    list.truncate(MOST);
    Ok(list)
}

fn missing(figures: &MonthFigures, accounts: &[Account], today: Day) -> Option<Attention> {
    let of_month = accounts.iter().filter(|account| account.month == figures.month);
    let amount: Euro = of_month.map(|account| account.missing(today)).sum();
    (amount > Euro::ZERO).then_some(Attention::Missing {
        month: figures.month,
        amount,
        declaration: figures.declaration,
    })
}

fn not_balanced(account: &Account) -> Option<Attention> {
    let (declaration, state) = account.declared?;
    (state != DmState::Balanced).then_some(Attention::NotBalanced {
        month: account.month,
        state,
        declaration,
    })
}

/// Months in which a position was active and not interrupted, and no return came by its term.
fn not_declared(
    tx: &dyn ReadTx,
    company: CompanyId,
    accounts: &[Account],
    months: &[MonthFigures],
    today: Day,
) -> Result<Vec<Attention>> {
    let positions = companies::service::positions(tx, company)?;
    let declared = |month: Month, matricola: &str| {
        accounts.iter().any(|account| {
            account.month == month && account.account == matricola && account.declared.is_some()
        })
    };
    let months = months.iter().rev().map(|figures| figures.month);
    let mut open = months
        .filter(|month| uniemens_due(*month) < today)
        .flat_map(|month| positions.iter().map(move |position| (month, position)))
        .filter(|(month, (matricola, facts))| {
            facts.active_in(*month) && !declared(*month, matricola)
        })
        .peekable();
    // Where nothing is open, nothing is read.
    if open.peek().is_none() {
        return Ok(Vec::new());
    }
    let interruptions = Interruptions::of(tx, company, today)?;
    Ok(open
        .filter(|(month, position)| interruptions.is_due(position, *month))
        .map(|(month, (matricola, _))| Attention::NotDeclared {
            month,
            matricola: matricola.clone(),
        })
        .collect())
}
