//! Returns that were handed in and refused: what was wrong with them is known until a later one takes their place.

use std::ops::ControlFlow;

use shared::calendar::{Instant, Month};
use shared::ids::{CompanyId, ImportId};

use super::table::{REFUSED, RefusedReturn};
use crate::store::{Order, ReadTx, Span, StoreError, WriteTx};

/// A return that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Position.
    pub matricola: String,
    /// Month of competence.
    pub month: Month,
    /// The import that refused it, whose report says why.
    pub import: ImportId,
    /// When it was handed in.
    pub at: Instant,
    /// Errors in it; none if others in its file were wrong.
    pub errors: u32,
}

/// Remembers a return that was refused; the latest of a position and month counts.
///
/// # Errors
/// Those of the store.
pub fn remember(
    tx: &mut dyn WriteTx,
    company: CompanyId,
    refused: Refused,
) -> Result<(), StoreError> {
    let Refused { matricola, month, import, at, errors } = refused;
    REFUSED.put(tx, &(company, month, matricola), &RefusedReturn { import, at, errors })
}

/// The returns of a company that were refused.
///
/// # Errors
/// Those of the store.
pub fn of(tx: &dyn ReadTx, company: CompanyId) -> Result<Vec<Refused>, StoreError> {
    let mut refused = Vec::new();
    REFUSED.scan(tx, &Span::prefix(&company), Order::Ascending, |(_, month, matricola), row| {
        let RefusedReturn { import, at, errors } = row;
        refused.push(Refused { matricola, month, import, at, errors });
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(refused)
}
