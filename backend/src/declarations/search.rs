//! What a declaration is found by: its month, matricola, protocol and amount. Not by its workers: each of them would be found once a
//! month.

use std::cmp::Reverse;

use shared::calendar::Month;
use shared::ids::{CompanyId, DeclarationId};
use shared::money::Euro;
use shared::sections::Source;

use super::table::{DECLARATIONS, Record};
use crate::search::Doc;
use crate::search::service::{amount, put, subject_of};
use crate::store::{Order, ReadTx, Span, StoreError, WriteTx};

/// What of a company can be found here: each of its declarations.
///
/// # Errors
/// Those of the store.
pub fn docs(tx: &dyn ReadTx, company: CompanyId) -> Result<Vec<Doc>, StoreError> {
    let records = DECLARATIONS.collect(tx, &Span::prefix(&company), Order::Ascending)?;
    Ok(records
        .iter()
        .filter_map(|((_, Reverse(month), Reverse(id)), record)| doc(company, *month, *id, record))
        .collect())
}

pub(super) fn index(
    tx: &mut dyn WriteTx,
    company: CompanyId,
    month: Month,
    id: DeclarationId,
    record: &Record,
) -> Result<(), StoreError> {
    doc(company, month, id, record).map_or(Ok(()), |doc| put(tx, &doc))
}

fn doc(company: CompanyId, month: Month, id: DeclarationId, record: &Record) -> Option<Doc> {
    let subject = subject_of(Source::Declarations, &[("declaration", id.to_string())])?;
    let (month, due) = (month.to_string(), amount(Euro::from_cents(record.due)));
    // The matricola is the company's: it need not be here.
    let terms = vec![month.clone(), record.protocol.clone(), due];
    let detail = record.matricola.clone().unwrap_or_default();
    Some(Doc { company, subject: Some(subject), title: month, detail, terms })
}
