//! When operators are to be reached, and what makes the demo world.

use shared::calendar::Instant;
use shared::desk::SaveChecklist;
use shared::ids::PersonId;
use shared::requests::Desk;

use super::table::{HOURS, HoursRow, Json};
use crate::access::Caller;
use crate::fault::Result;
use crate::store::{ReadTx, WriteTx};

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

/// Where and when somebody is to be reached, if it was said.
///
/// # Errors
/// Those of the store.
pub fn desk(tx: &dyn ReadTx, person: PersonId) -> Result<Option<Desk>> {
    Ok(super::hours::kept(tx, person)?.map(|row| row.desk))
}

/// Says where and when somebody is to be reached, as nobody has before.
///
/// # Errors
/// Those of the store.
pub fn furnish_desk(tx: &mut dyn WriteTx, person: PersonId, desk: &Desk) -> Result<()> {
    let row = HoursRow { version: 1, changed: None, desk: desk.clone() };
    Ok(HOURS.put(tx, &person, &Json::of(&row)?)?)
}
