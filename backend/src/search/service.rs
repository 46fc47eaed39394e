//! What other slices tell the index.

use shared::ids::{CompanyId, RequestId};
use shared::money::Euro;
use shared::offices::OfficeCode;
use shared::sections::{SECTIONS, Source, Subject, key};

use super::{index, text};
use crate::store::{StoreError, WriteTx};

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doc {
    /// Whose it is.
    pub company: CompanyId,
    /// What it is; nothing for the company itself.
    pub subject: Option<Subject>,
    /// Its title; for a company its name, for a record the canonical text of its section's title field.
    pub title: String,
    /// What tells it from its like, the same in every language.
    pub detail: String,
    /// Whatever it can be found by, as it is written: names, codes, `2026-09`, `1276.00`. The title is none of them unless it is here.
    /// The words of its company need not be here: everything of a company is found by them too, beside words of its own.
    pub terms: Vec<String>,
}

/// The row of a derived section whose key fields have these values; nothing if there is no such section.
pub fn subject_of(source: Source, fields: &[(&str, String)]) -> Option<Subject> {
    let section = SECTIONS.iter().find(|section| section.source == source)?;
    let value = |name: &str| {
        fields.iter().find(|(field, _)| *field == name).map(|(_, value)| value.clone())
    };
    let cells = section.fields.iter().map(|field| value(field.name)).collect();
    Some(Subject { section: section.number, key: key(section, &cells) })
}

/// An amount as terms have it: `-1276.00`.
pub fn amount(amount: Euro) -> String {
    let cents = amount.cents().unsigned_abs();
    let minus = if amount.is_negative() { "-" } else { "" };
    format!("{minus}{}.{:02}", cents / 100, cents % 100)
}

/// Puts something into the index, in place of what was there of the same subject. In the transaction that stores it.
///
/// # Errors
/// Those of the store.
pub fn put(tx: &mut dyn WriteTx, doc: &Doc) -> Result<(), StoreError> {
    index::put(tx, doc)
}

/// Takes something out of the index; nothing happens if it is not there. In the transaction that removes it.
///
/// # Errors
/// Those of the store.
pub fn remove(
    tx: &mut dyn WriteTx,
    company: CompanyId,
    subject: &Subject,
) -> Result<(), StoreError> {
    index::remove(tx, company, Some(subject))
}

/// The words that texts are found by, each once.
pub fn words<'t>(written: impl IntoIterator<Item = &'t String>) -> Vec<String> {
    text::terms(written)
}

/// A code as it is compared: letters and digits alone.
pub fn folded(code: &str) -> String {
    text::fold(code)
}

/// Lets an office find a request that is with it by these of its words. In the transaction that stores it.
///
/// # Errors
/// Those of the store.
pub fn enter_request(
    tx: &mut dyn WriteTx,
    office: OfficeCode,
    request: RequestId,
    words: &[String],
) -> Result<(), StoreError> {
    index::enter_request(tx, office.number(), request, words)
}

/// Lets an office find a request no more by these words. In the transaction that takes it or them away.
///
/// # Errors
/// Those of the store.
pub fn withdraw_request(
    tx: &mut dyn WriteTx,
    office: OfficeCode,
    request: RequestId,
    words: &[String],
) -> Result<(), StoreError> {
    index::withdraw_request(tx, office.number(), request, words)
}
