//! Writing both sides of the ledger, and reading them together.

use std::ops::ControlFlow;

use shared::calendar::{Day, Month, f24_due};
use shared::declarations::{DmState, PaidBy};
use shared::ids::{CompanyId, DeclarationId, PaymentId};
use shared::money::Euro;
use shared::payments::{MonthFigures, PaidState, paid_state};

use super::table::{ENTRIES, Entry, PAID, Paid};
use crate::store::{Order, ReadTx, Span, StoreError, WriteTx};

/// Both sides of one account in one month.
#[derive(Clone, Debug)]
pub struct Account {
    /// The month.
    pub month: Month,
    /// The matricola, or [`super::COLLABORATORS`].
    pub account: String,
    /// Due by the declaration in force.
    pub due: Euro,
    /// Paid.
    pub paid: Euro,
    /// The declaration in force and the state of its virtual DM.
    pub declared: Option<(DeclarationId, DmState)>,
    /// Individual declarations in it.
    pub workers: u32,
}

impl Account {
    /// How its payment stands on a day.
    pub fn paid_state(&self, today: Day) -> PaidState {
        paid_state(self.due, self.paid, f24_due(self.month), today)
    }

    /// What is missing once the term has passed; nothing before.
    pub fn missing(&self, today: Day) -> Euro {
        match self.paid_state(today) {
            PaidState::Short | PaidState::Unpaid => self.due - self.paid,
            _ => Euro::ZERO,
        }
    }

    fn of(month: Month, account: String, entry: &Entry) -> Self {
        let declared = entry.declaration.zip(entry.state).map(|(id, state)| {
            (DeclarationId::from_u128(u128::from_be_bytes(id)), dm_state(state))
        });
        let (due, paid) = (Euro::from_cents(entry.due), Euro::from_cents(entry.paid));
        Self { month, account, due, paid, declared, workers: entry.workers }
    }
}

/// A declaration comes into force and takes the place of an earlier one.
///
/// # Errors
/// Those of the store.
#[expect(clippy::too_many_arguments, reason = "the columns of one entry")]
pub fn declare(
    tx: &mut dyn WriteTx,
    company: CompanyId,
    month: Month,
    account: &str,
    declaration: DeclarationId,
    due: Euro,
    state: DmState,
    workers: u32,
) -> Result<(), StoreError> {
    let key = (company, month, account.to_owned());
    let mut entry = ENTRIES.get(tx, &key)?.unwrap_or_default();
    entry.due = due.cents();
    entry.declaration = Some(declaration.as_u128().to_be_bytes());
    entry.state = Some(dm_number(state));
    entry.workers = workers;
    ENTRIES.put(tx, &key, &entry)
}

/// An F24 row pays an account. The same row again changes nothing.
///
/// # Errors
/// Those of the store.
pub fn pay(
    tx: &mut dyn WriteTx,
    company: CompanyId,
    month: Month,
    account: &str,
    row: (PaymentId, u8),
    day: Day,
    amount: Euro,
) -> Result<(), StoreError> {
    let paid_key = (company, month, account.to_owned(), row.0, row.1);
    let before = PAID.get(tx, &paid_key)?.map_or(0, |paid| paid.amount);
    PAID.put(tx, &paid_key, &Paid { amount: amount.cents(), day: day.epoch_days() })?;
    let key = (company, month, account.to_owned());
    let mut entry = ENTRIES.get(tx, &key)?.unwrap_or_default();
    entry.paid = entry.paid.saturating_add(amount.cents()).saturating_sub(before);
    ENTRIES.put(tx, &key, &entry)
}

/// One account in one month, if anything was declared or paid.
///
/// # Errors
/// Those of the store.
pub fn account(
    tx: &dyn ReadTx,
    company: CompanyId,
    month: Month,
    account: &str,
) -> Result<Option<Account>, StoreError> {
    let entry = ENTRIES.get(tx, &(company, month, account.to_owned()))?;
    Ok(entry.map(|entry| Account::of(month, account.to_owned(), &entry)))
}

/// The F24 rows that pay an account in a month, in the order in which the forms were recorded.
///
/// # Errors
/// Those of the store.
pub fn paid_by(
    tx: &dyn ReadTx,
    company: CompanyId,
    month: Month,
    account: &str,
) -> Result<Vec<PaidBy>, StoreError> {
    let rows =
        PAID.collect(tx, &Span::prefix(&(company, month, account.to_owned())), Order::Ascending)?;
    Ok(rows
        .into_iter()
        .map(|((.., payment, _), paid)| PaidBy {
            payment,
            day: Day::from_epoch_days(paid.day),
            amount: Euro::from_cents(paid.amount),
        })
        .collect())
}

/// All accounts of a company from `first` to `last`, by month.
///
/// # Errors
/// Those of the store.
pub fn accounts(
    tx: &dyn ReadTx,
    company: CompanyId,
    first: Month,
    last: Month,
) -> Result<Vec<Account>, StoreError> {
    let mut accounts = Vec::new();
    let span = Span::between(&(company, first), &(company, last.next()));
    ENTRIES.scan(tx, &span, Order::Ascending, |(_, month, account), entry| {
        accounts.push(Account::of(month, account, &entry));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(accounts)
}

/// The latest month with a declaration up to `last`, with the worst state of it.
///
/// # Errors
/// Those of the store.
pub fn last_declared(
    tx: &dyn ReadTx,
    company: CompanyId,
    last: Month,
) -> Result<Option<(Month, DmState)>, StoreError> {
    let mut found: Option<(Month, DmState)> = None;
    let span =
        Span::between(&(company, Month::of(Day::from_epoch_days(0))), &(company, last.next()));
    ENTRIES.scan(tx, &span, Order::Descending, |(_, month, _), entry| {
        if found.is_some_and(|(latest, _)| latest != month) {
            return Ok(ControlFlow::Break(()));
        }
        if let Some(state) = entry.state.map(dm_state) {
            let worst = found.map_or(state, |(_, other)| worse(state, other));
            found = Some((month, worst));
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(found)
}

/// The twelve months whose payment term has passed, as the first and the last of them.
pub fn past_year(today: Day) -> (Month, Month) {
    let mut last = Month::of(today).previous();
    while f24_due(last) >= today {
        last = last.previous();
    }
    (last.plus(-11), last)
}

/// A line for each month from `first` to `last`, those without anything declared or paid included.
pub fn by_month(accounts: &[Account], first: Month, last: Month, today: Day) -> Vec<MonthFigures> {
    first
        .through(last)
        .map(|month| {
            figures(month, accounts.iter().filter(|account| account.month == month), today)
        })
        .collect()
}

fn figures<'a>(
    month: Month,
    accounts: impl Iterator<Item = &'a Account>,
    today: Day,
) -> MonthFigures {
    let pay_by = f24_due(month);
    let (mut due, mut paid) = (Euro::ZERO, Euro::ZERO);
    let mut declared: Option<DmState> = None;
    let mut declarations = Vec::new();
    let mut state = PaidState::Nothing;
    for account in accounts {
        due += account.due;
        paid += account.paid;
        state = pressing(state, account.paid_state(today));
        if let Some((id, dm)) = account.declared {
            declared = Some(declared.map_or(dm, |other| worse(dm, other)));
            declarations.push(id);
        }
    }
    let declaration = match declarations.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    MonthFigures { month, due, paid, state, pay_by, declared, declaration }
}

/// The more pressing of two: what an excess on one account hides on another must not be hidden.
fn pressing(a: PaidState, b: PaidState) -> PaidState {
    let weight = |state| match state {
        PaidState::Nothing => 0,
        PaidState::Paid => 1,
        PaidState::Excess => 2,
        PaidState::Pending => 3,
        PaidState::Short => 4,
        PaidState::Unpaid => 5,
    };
    if weight(b) > weight(a) { b } else { a }
}

fn worse(a: DmState, b: DmState) -> DmState {
    if dm_number(b) > dm_number(a) { b } else { a }
}

/// States by number, the worse the greater; what the tables hold.
pub const fn dm_number(state: DmState) -> u8 {
    match state {
        DmState::Balanced => 0,
        DmState::Provisional => 1,
        DmState::ProvisionalAnomalous => 2,
        DmState::NotGenerable => 3,
    }
}

/// The state of a number; one that a newer program wrote counts as not generable, which hides nothing.
pub const fn dm_state(number: u8) -> DmState {
    match number {
        0 => DmState::Balanced,
        1 => DmState::Provisional,
        2 => DmState::ProvisionalAnomalous,
        _ => DmState::NotGenerable,
    }
}
