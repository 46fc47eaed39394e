//! Building the index from what it is an index of: for stores of an older program, and when an operator asks for it.

use std::ops::ControlFlow;
use std::sync::Arc;

use shared::ids::CompanyId;

use super::Doc;
use super::index;
use super::table::{ASKED, BUILT, COMPANY_OF, DOCS, HERE, NEAR, NUMBER_OF, WORDS};
use crate::fault::{self, Error};
use crate::store::{KeyRange, Order, ReadTx, Store, StoreError, WriteTx};

/// What the index is made by. Whoever changes what terms are made of raises it, and stores are indexed anew when they are opened.
const MAKE: u32 = 3;
/// Companies read at a time, and things or rows written in one transaction: so many that its cost is shared, so few that they fit memory.
const AT_ONCE: usize = 64;
const IN_ONE: usize = 2_000;
/// Every table of the index but the note of what it was made by.
const TABLES: [&str; 7] =
    [DOCS.name(), NUMBER_OF.name(), COMPANY_OF.name(), WORDS.0, HERE.0, NEAR.name(), ASKED.name()];

/// The companies that follow one, in the order of their ids, at most so many.
pub type Companies =
    fn(&dyn ReadTx, Option<CompanyId>, usize) -> Result<Vec<CompanyId>, StoreError>;
/// What a slice keeps of a company that can be found.
pub type Source = fn(&dyn ReadTx, CompanyId) -> Result<Vec<Doc>, StoreError>;
/// Enters the requests of a company, and tells how many there are.
pub type Requests = fn(&mut dyn WriteTx, CompanyId) -> fault::Result<u64>;

/// Whatever can be found, by the slices that keep it.
#[derive(Clone, Copy, Debug)]
pub struct Searched {
    /// Whose it is.
    pub companies: Companies,
    /// What there is of a company.
    pub sources: &'static [Source],
    /// What it asked of offices.
    pub requests: Requests,
}

/// Builds the index if it is not there or was made otherwise; tells how many things were indexed then.
///
/// # Errors
/// Those of the store. What was built so far is built again the next time.
pub fn ensure(store: &Store, searched: &Searched) -> fault::Result<Option<u64>> {
    if store.read(|tx| BUILT.get(tx, &()))? == Some(MAKE) {
        return Ok(None);
    }
    rebuild(store, searched).map(Some)
}

/// Builds the index anew, and tells how many things are in it. Nothing else should write meanwhile.
///
/// # Errors
/// Those of the store.
pub fn rebuild(store: &Store, searched: &Searched) -> fault::Result<u64> {
    let Searched { companies, sources, requests } = *searched;
    store.transact_blocking(|tx| BUILT.delete(tx, &()))?;
    for table in TABLES {
        clear(store, table)?;
    }
    let (mut indexed, mut last) = (0, None);
    loop {
        let ids = store.read(|tx| companies(tx, last, AT_ONCE))?;
        if ids.is_empty() {
            break;
        }
        last = ids.last().copied();
        let mut docs = Vec::new();
        for company in &ids {
            for source in sources {
                docs.extend(store.read(|tx| source(tx, *company))?);
            }
        }
        indexed += docs.len() as u64;
        indexed += store.transact_blocking(move |tx| {
            ids.iter().try_fold(0, |sum, company| Ok::<u64, Error>(sum + requests(tx, *company)?))
        })?;
        while !docs.is_empty() {
            let batch: Arc<[Doc]> = docs.drain(..docs.len().min(IN_ONE)).collect();
            store.transact_blocking(move |tx| {
                batch.iter().try_for_each(|doc| index::put(tx, doc))
            })?;
        }
    }
    store.transact_blocking(|tx| BUILT.put(tx, &(), &MAKE))?;
    Ok(indexed)
}

fn clear(store: &Store, table: &'static str) -> Result<(), StoreError> {
    loop {
        let more = store.transact_blocking(move |tx| {
            let mut keys = Vec::new();
            tx.scan(table, KeyRange::ALL, Order::Ascending, &mut |key, _| {
                keys.push(key.to_vec());
                let full = keys.len() >= IN_ONE;
                Ok(if full { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
            })?;
            for key in &keys {
                tx.delete(table, key)?;
            }
            Ok::<_, StoreError>(!keys.is_empty())
        })?;
        if !more {
            return Ok(());
        }
    }
}
