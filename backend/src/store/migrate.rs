//! The schema's history. A store remembers how many steps it has taken; opening it takes the rest.
//!
//! Each step runs in one transaction together with the new schema number, so an interrupted upgrade
//! goes on where it stopped. Before each step the store is backed up beside itself. Records may
//! grow without a step (see [`Record`](super::Record)).

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::key::{self, Key};
use super::table::Record;
use super::{KeyRange, Order, ReadTx, Store, StoreError, Table, WriteTx, backup};

/// One step forward.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// What it does, for the log.
    pub name: &'static str,
    /// Rewrites what has to be rewritten.
    pub run: fn(&mut dyn WriteTx) -> Result<(), StoreError>,
}

/// All steps ever made, the oldest first. Steps are added at the end and never changed.
pub const STEPS: &[Step] = &[
    Step {
        // The index is built once the store is open, see the slice; the step keeps programs out that would write beside it.
        name: "an index to find things by",
        run: |_| Ok(()),
    },
    Step {
        // What is written at about the same time is written in about the same place: a commit changes fewer pages.
        name: "keys that begin with what happened instead of the person",
        run: |tx| {
            turn_round::<u128, u128>(tx, "requests.looks")?;
            turn_round::<u128, u128>(tx, "requests.sent")?;
            turn_round::<u128, String>(tx, "notifications.keys")?;
            turn_round::<u128, String>(tx, "writes")
        },
    },
    Step {
        // Nothing as yet: what they are found by is entered with the index, once the store is open.
        name: "what requests are found by stands where they are listed",
        run: |tx| fill::<String>(tx, "requests.by_company", &String::new()),
    },
    Step {
        // The index that comes in its place is built once the store is open, see the slice.
        name: "requests of an office stand by when something last happened",
        run: |tx| clear(tx, "requests.by_office"),
    },
];

/// Leaves nothing in a table that nobody reads any more.
fn clear(tx: &mut dyn WriteTx, table: &'static str) -> Result<(), StoreError> {
    keys(tx, table)?.iter().try_for_each(|key| tx.delete(table, key).map(drop))
}

/// The keys of a table.
fn keys(tx: &dyn ReadTx, table: &'static str) -> Result<Vec<Vec<u8>>, StoreError> {
    let mut keys = Vec::new();
    tx.scan(table, KeyRange::ALL, Order::Ascending, &mut |key, _| {
        keys.push(key.to_vec());
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(keys)
}

/// Gives the keys of what was an index a record each.
fn fill<V: Record>(
    tx: &mut dyn WriteTx,
    table: &'static str,
    record: &V,
) -> Result<(), StoreError> {
    let bytes = minicbor::to_vec(record).map_err(|error| StoreError::Internal {
        detail: format!("a record of table {table} does not encode: {error}"),
    })?;
    keys(tx, table)?.iter().try_for_each(|key| tx.put(table, key, &bytes))
}

/// Lets the keys of a table begin with their second part.
fn turn_round<A: Key, B: Key>(tx: &mut dyn WriteTx, table: &'static str) -> Result<(), StoreError> {
    let mut rows = Vec::new();
    tx.scan(table, KeyRange::ALL, Order::Ascending, &mut |key, value| {
        rows.push((key.to_vec(), value.to_vec()));
        Ok(ControlFlow::Continue(()))
    })?;
    for (key, _) in &rows {
        tx.delete(table, key)?;
    }
    for (key, value) in rows {
        let (first, second): (A, B) = key::from_bytes(&key)?;
        tx.put(table, &key::to_bytes(&(second, first)), &value)?;
    }
    Ok(())
}

/// Facts about the store itself.
const META: Table<String, u32> = Table::new("meta");

fn schema_key() -> String {
    "schema".to_owned()
}

/// The schema one arrives at by taking all of `steps`. The first schema is number 1.
pub fn newest(steps: &[Step]) -> u32 {
    u32::try_from(steps.len()).unwrap_or(u32::MAX).saturating_add(1)
}

/// The schema that `tx` sees; nought in a store that was never brought up to date.
///
/// # Errors
/// Those of [`Table::get`].
pub fn version(tx: &dyn ReadTx) -> Result<u32, StoreError> {
    Ok(META.get(tx, &schema_key())?.unwrap_or(0))
}

/// The schema of `store`, `None` for an empty one.
///
/// # Errors
/// [`StoreError::Corrupt`] when it holds tables and no schema: somebody else's database.
pub(super) fn schema_of(store: &Store, path: &Path) -> Result<Option<u32>, StoreError> {
    let corrupt = |detail: &str| {
        Err(StoreError::Corrupt { path: path.to_owned(), detail: detail.to_owned() })
    };
    match store.read(version)? {
        0 if store.stats()?.tables.is_empty() => Ok(None),
        0 => corrupt("it holds tables and no schema number"),
        schema => Ok(Some(schema)),
    }
}

/// Refuses a store that a newer program wrote.
pub(super) fn refuse_newer(path: &Path, found: u32, known: u32) -> Result<(), StoreError> {
    if found <= known {
        return Ok(());
    }
    Err(StoreError::NewerSchema { path: path.to_owned(), found, known })
}

/// Takes the steps that `store` has not taken yet. Without a file (`path` empty) none are backed up.
pub(super) fn bring_up_to_date(
    store: &Store,
    path: &Path,
    steps: &'static [Step],
) -> Result<(), StoreError> {
    let known = newest(steps);
    let Some(found) = schema_of(store, path)? else {
        return store.transact_blocking(move |tx| META.put(tx, &schema_key(), &known));
    };
    refuse_newer(path, found, known)?;
    for (step, from) in steps.iter().zip(1..).skip_while(|(_, from)| *from < found) {
        if !path.as_os_str().is_empty() {
            backup::write(store.engine.as_ref(), &backup_path(path, from))?;
        }
        tracing::info!(step = step.name, from, "upgrading the store");
        store.transact_blocking(move |tx| {
            (step.run)(tx)?;
            META.put(tx, &schema_key(), &(from + 1))
        })?;
    }
    Ok(())
}

/// Where the backup made before leaving schema `from` lies: beside the store.
pub fn backup_path(store: &Path, from: u32) -> PathBuf {
    backup::with_suffix(store, &format!(".schema-{from}"))
}
