//! The store's contract. What every engine must hold to is written against the trait and run over a
//! file and over memory; what concerns files is tested on files.

mod conformance;
mod crash;
mod damage;
mod files;
mod groups;
mod model;
mod schema;
mod typed;

use std::ops::ControlFlow;
use std::path::Path;

use backend::store::{KeyRange, Options, Order, ReadTx, Store, StoreError};

/// A key and its value.
type Pair = (Vec<u8>, Vec<u8>);

/// All pairs of a range, as the store shows them.
fn pairs(
    tx: &dyn ReadTx,
    table: &'static str,
    range: KeyRange<'_>,
    order: Order,
) -> Result<Vec<Pair>, StoreError> {
    let mut found = Vec::new();
    tx.scan(table, range, order, &mut |key, value| {
        found.push((key.to_vec(), value.to_vec()));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(found)
}

fn all(tx: &dyn ReadTx, table: &'static str) -> Result<Vec<Pair>, StoreError> {
    pairs(tx, table, KeyRange::ALL, Order::Ascending)
}

fn open(path: &Path) -> Store {
    Store::open(path, Options::default()).unwrap()
}

/// The failure of something that must fail and whose success cannot be printed.
fn failure<T>(result: Result<T, StoreError>) -> StoreError {
    result.err().expect("this must be refused")
}
