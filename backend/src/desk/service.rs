//! What makes the demo world.

use shared::calendar::Instant;
use shared::desk::SaveChecklist;

use crate::access::Caller;
use crate::fault::Result;
use crate::store::WriteTx;

/// Keeps the first checklist of a request, as [`SaveChecklist`] does.
///
/// # Errors
/// Those of [`SaveChecklist`].
pub fn furnish_checklist(
    tx: &mut dyn WriteTx,
    at: Instant,
    caller: &Caller,
    checklist: &SaveChecklist,
) -> Result<()> {
    super::checklist::keep(tx, at, caller, checklist).map(drop)
}
