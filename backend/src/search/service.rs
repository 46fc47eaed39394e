//! What other slices tell the index.

use shared::ids::CompanyId;
use shared::sections::Subject;

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

/// Puts something into the index, in place of what was there of the same subject. In the transaction that stores it.
///
/// # Errors
/// Those of the store.
pub fn put(tx: &mut dyn WriteTx, doc: &Doc) -> Result<(), StoreError> {
    super::index::put(tx, doc)
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
    super::index::remove(tx, company, Some(subject))
}
