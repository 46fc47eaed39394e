//! Writing the index.

use shared::ids::CompanyId;
use shared::sections::Subject;

use super::Doc;
use crate::store::{StoreError, WriteTx};

pub(super) fn put(_tx: &mut dyn WriteTx, _doc: &Doc) -> Result<(), StoreError> {
    Ok(())
}

pub(super) fn remove(
    _tx: &mut dyn WriteTx,
    _company: CompanyId,
    _subject: Option<&Subject>,
) -> Result<(), StoreError> {
    Ok(())
}
