//! Recording F24 forms and matching their rows.

use std::cmp::Reverse;
use std::ops::ControlFlow;

use shared::calendar::{Day, Instant, Month, uniemens_due};
use shared::ids::{CompanyId, ImportId, PaymentId};
use shared::money::Euro;
use shared::payments::{Matched, Payment, PaymentRow};
use shared::sections::Source;

use super::search;
use super::table::{self, DAY_OF, FORMS, Form};
use crate::changes::derived::{Facts, change, euro};
use crate::changes::note;
use crate::companies;
use crate::ledger::{COLLABORATORS, service as ledger};
use crate::store::{Order, ReadTx, Span, StoreError, WriteTx};

/// The table with one row for each of them.
pub const TABLE: &str = FORMS.name();

/// A form that was read and checked.
#[derive(Clone, Debug)]
pub struct NewPayment {
    /// Its id.
    pub id: PaymentId,
    /// Who paid: the company with the payer's tax code.
    pub company: CompanyId,
    /// Their tax code.
    pub payer: String,
    /// When.
    pub day: Day,
    /// INPS rows, at most 255.
    pub rows: Vec<NewRow>,
    /// The file's name.
    pub file: String,
    /// The import that read it.
    pub import: ImportId,
}

/// One INPS row.
#[derive(Clone, Debug)]
pub struct NewRow {
    /// Office, four digits.
    pub office: String,
    /// `causale contributo`.
    pub causale: String,
    /// Matricola, 17-digit code or branch.
    pub code: String,
    /// First month.
    pub from: Option<Month>,
    /// Last month.
    pub to: Option<Month>,
    /// Paid.
    pub debit: Euro,
    /// Set off.
    pub credit: Euro,
}

/// Stores a form and pays the accounts its rows are for.
///
/// # Errors
/// Those of the store.
pub fn record(tx: &mut dyn WriteTx, new: &NewPayment) -> Result<(), StoreError> {
    for (number, row) in (1_u8..).zip(&new.rows) {
        let Some(month) = row.from else { continue };
        if let Some(account) = account_of(tx, new.company, &row.causale, &row.code)? {
            ledger::pay(
                tx,
                new.company,
                month,
                &account,
                (new.id, number),
                new.day,
                row.debit - row.credit,
            )?;
        }
    }
    let form = Form {
        payer: new.payer.clone(),
        rows: new.rows.iter().map(row_of).collect(),
        file: new.file.clone(),
        import: new.import.as_u128().to_be_bytes(),
    };
    FORMS.put(tx, &(new.company, Reverse(new.day), Reverse(new.id)), &form)?;
    search::index(tx, new.company, new.day, new.id, &form)?;
    DAY_OF.put(tx, &(new.company, new.id), &new.day.epoch_days())?;
    note_form(tx, new)
}

/// Notes a form as one change, told by its first row and its sums.
fn note_form(tx: &mut dyn WriteTx, new: &NewPayment) -> Result<(), StoreError> {
    let sum = |side: fn(&NewRow) -> Euro| Some(euro(new.rows.iter().map(side).sum()));
    let facts: Facts = vec![
        ("payment", Some(new.id.to_string())),
        ("row", Some("1".to_owned())),
        ("day", Some(new.day.to_string())),
        ("debit", sum(|row| row.debit)),
        ("credit", sum(|row| row.credit)),
    ];
    let recorded = i64::try_from(new.id.as_u128() >> 80).unwrap_or_default();
    let day = new.day.to_string();
    match change(new.company, Source::Payments, &day, None, Some(&facts)) {
        Some(change) => note(tx, Instant::from_millis(recorded), &change),
        None => Ok(()),
    }
}

fn row_of(row: &NewRow) -> table::Row {
    table::Row {
        office: row.office.clone(),
        causale: row.causale.clone(),
        code: row.code.clone(),
        from: row.from.map(Month::index),
        to: row.to.map(Month::index),
        debit: row.debit.cents(),
        credit: row.credit.cents(),
    }
}

/// The account a row is for: `DM10` pays the position it names, if it is the company's; `C10` and `CXX` pay for collaborators.
fn account_of(
    tx: &dyn ReadTx,
    company: CompanyId,
    causale: &str,
    code: &str,
) -> Result<Option<String>, StoreError> {
    Ok(match causale {
        "DM10" => companies::service::has_position(tx, company, code)?.then(|| code.to_owned()),
        "C10" | "CXX" => Some(COLLABORATORS.to_owned()),
        _ => None,
    })
}

/// What a row is matched with now.
fn matched(
    tx: &dyn ReadTx,
    company: CompanyId,
    row: &table::Row,
    today: Day,
) -> Result<Matched, StoreError> {
    if !matches!(row.causale.as_str(), "DM10" | "C10" | "CXX") {
        return Ok(Matched::Other);
    }
    let Some(account) = account_of(tx, company, &row.causale, &row.code)? else {
        return Ok(Matched::WrongPosition);
    };
    let Some(month) = row.from.and_then(Month::from_index) else {
        return Ok(Matched::NoDeclaration);
    };
    let declared =
        ledger::account(tx, company, month, &account)?.and_then(|account| account.declared);
    Ok(match declared {
        Some((id, _)) => Matched::Declaration { id },
        None if uniemens_due(month) >= today => Matched::Awaiting,
        None => Matched::NoDeclaration,
    })
}

/// The rows of a form as they travel.
pub(super) fn rows(
    tx: &dyn ReadTx,
    company: CompanyId,
    day: Day,
    payment: PaymentId,
    form: &Form,
    today: Day,
) -> Result<Vec<PaymentRow>, StoreError> {
    let month = |index: Option<i32>| index.and_then(Month::from_index);
    (1_u8..)
        .zip(&form.rows)
        .map(|(number, row)| {
            Ok(PaymentRow {
                payment,
                row: number,
                day,
                office: row.office.clone(),
                causale: row.causale.clone(),
                code: row.code.clone(),
                from: month(row.from),
                to: month(row.to),
                debit: Euro::from_cents(row.debit),
                credit: Euro::from_cents(row.credit),
                matched: matched(tx, company, row, today)?,
            })
        })
        .collect()
}

/// One form, if the company has it.
pub(super) fn detail(
    tx: &dyn ReadTx,
    company: CompanyId,
    id: PaymentId,
    today: Day,
) -> Result<Option<Payment>, StoreError> {
    let Some(day) = DAY_OF.get(tx, &(company, id))?.map(Day::from_epoch_days) else {
        return Ok(None);
    };
    let Some(form) = FORMS.get(tx, &(company, Reverse(day), Reverse(id)))? else { return Ok(None) };
    let rows = rows(tx, company, day, id, &form, today)?;
    Ok(Some(Payment {
        id,
        day,
        debit: rows.iter().map(|row| row.debit).sum(),
        credit: rows.iter().map(|row| row.credit).sum(),
        rows,
        payer: form.payer,
        file: form.file,
        import: ImportId::from_u128(u128::from_be_bytes(form.import)),
    }))
}

/// All rows of a company, the latest payment first.
///
/// # Errors
/// Those of the store.
pub fn all(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Vec<PaymentRow>, StoreError> {
    let mut all = Vec::new();
    let span = Span::prefix(&company);
    FORMS.scan(tx, &span, Order::Ascending, |(_, Reverse(day), Reverse(id)), form| {
        all.extend(rows(tx, company, day, id, &form, today)?);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(all)
}

/// Rows attached to nothing, of forms paid on or after `since`, the latest first, at most `limit`.
///
/// # Errors
/// Those of the store.
pub fn loose(
    tx: &dyn ReadTx,
    company: CompanyId,
    since: Day,
    today: Day,
    limit: usize,
) -> Result<Vec<PaymentRow>, StoreError> {
    let mut loose = Vec::new();
    FORMS.scan(
        tx,
        &Span::prefix(&company),
        Order::Ascending,
        |(_, Reverse(day), Reverse(id)), form| {
            if day < since || loose.len() >= limit {
                return Ok(ControlFlow::Break(()));
            }
            loose.extend(
                rows(tx, company, day, id, &form, today)?
                    .into_iter()
                    .filter(|row| row.matched.is_loose()),
            );
            Ok(ControlFlow::Continue(()))
        },
    )?;
    loose.truncate(limit);
    Ok(loose)
}
