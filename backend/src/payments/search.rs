//! What an F24 form is found by: its day, the months and codes it pays, and its amounts.

use std::cmp::Reverse;

use shared::calendar::{Day, Month};
use shared::ids::{CompanyId, PaymentId};
use shared::money::Euro;
use shared::sections::Source;

use super::table::{FORMS, Form};
use crate::search::Doc;
use crate::search::service::{amount, put, subject_of};
use crate::store::{Order, ReadTx, Span, StoreError, WriteTx};

/// What of a company can be found here: each of its forms.
///
/// # Errors
/// Those of the store.
pub fn docs(tx: &dyn ReadTx, company: CompanyId) -> Result<Vec<Doc>, StoreError> {
    let forms = FORMS.collect(tx, &Span::prefix(&company), Order::Ascending)?;
    Ok(forms
        .iter()
        .filter_map(|((_, Reverse(day), Reverse(id)), form)| doc(company, *day, *id, form))
        .collect())
}

pub(super) fn index(
    tx: &mut dyn WriteTx,
    company: CompanyId,
    day: Day,
    id: PaymentId,
    form: &Form,
) -> Result<(), StoreError> {
    doc(company, day, id, form).map_or(Ok(()), |doc| put(tx, &doc))
}

/// A form is found as the first of its rows, which leads to all of them.
fn doc(company: CompanyId, day: Day, id: PaymentId, form: &Form) -> Option<Doc> {
    let fields = [("payment", id.to_string()), ("row", "1".to_owned())];
    let subject = subject_of(Source::Payments, &fields)?;
    let paid: i64 = form.rows.iter().map(|row| row.debit - row.credit).sum();
    let paid = amount(Euro::from_cents(paid));
    let mut terms = vec![day.to_string(), paid.clone()];
    for row in &form.rows {
        let months = [row.from, row.to].into_iter().flatten().filter_map(Month::from_index);
        terms.extend(months.map(|month| month.to_string()));
        terms.push(amount(Euro::from_cents(row.debit.max(row.credit))));
    }
    Some(Doc { company, subject: Some(subject), title: day.to_string(), detail: paid, terms })
}
