//! Copying a snapshot into a new file. The open file itself must not be copied: pages change while
//! it is read. A copy holds live data only, so it is compact as well.

use std::ops::Bound;
use std::path::Path;

use ::redb::{Builder, Error, ReadableTable, ReadableTableMetadata};

use super::failure::guarded;
use super::reads::{Snapshot, definition};
use crate::store::StoreError;
use crate::store::engine::TableRows;

/// The copy's own memory for pages: it is written once, in order, and needs little.
const CACHE_BYTES: usize = 8 * 1024 * 1024;

/// Writes all of `snapshot` into the new file `target` and tells what that was.
pub(super) fn copy(snapshot: &Snapshot<'_>, target: &Path) -> Result<Vec<TableRows>, StoreError> {
    super::file::create_private(target)?;
    let database = guarded(target, || Builder::new().set_cache_size(CACHE_BYTES).create(target))?;
    let mut transaction = guarded(target, || database.begin_write())?;
    transaction.set_quick_repair(true);
    let mut copied = Vec::new();
    for name in snapshot.names()? {
        let Some(source) = snapshot.find(&name)? else { continue };
        // Damage of the source shows up here as well; both sides answer to the source's name.
        let rows = guarded(snapshot.path(), || {
            let mut table = transaction.open_table(definition(&name))?;
            let mut end = table.upper_bound_mut(Bound::<&[u8]>::Unbounded)?;
            for pair in source.iter()? {
                let (key, value) = pair?;
                end.insert_before(key.value(), value.value())?;
            }
            end.close()?;
            Ok::<_, Error>(table.len()?)
        })?;
        copied.push(TableRows { name, rows });
    }
    guarded(target, || transaction.commit())?;
    guarded(target, || database.close())?;
    Ok(copied)
}
