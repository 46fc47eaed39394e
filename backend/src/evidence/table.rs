//! Evidence as stored, and the returns that were refused.

use minicbor::{Decode, Encode};
use shared::calendar::{Instant, Month};
use shared::ids::{CompanyId, ImportId};

use crate::store::Table;

/// A return of a file that was refused.
#[derive(Clone, Copy, Debug, Encode, Decode)]
pub(super) struct RefusedReturn {
    /// The import that refused it.
    #[cbor(n(0), with = "crate::codec")]
    pub import: ImportId,
    #[cbor(n(1), with = "crate::codec")]
    pub at: Instant,
    /// Errors in it; none if others in its file were wrong.
    #[n(2)]
    pub errors: u32,
}

/// The latest return of a month and position that was refused.
pub(super) const REFUSED: Table<(CompanyId, Month, String), RefusedReturn> =
    Table::new("evidence.refused");
