//! Typed tables over the bytes.
//!
//! # Records
//! A record derives `minicbor::Encode` and `minicbor::Decode` with an index per field (`#[n(0)]`).
//! Old programs skip the fields they do not know, new ones find absent fields empty. So a record may
//! grow, if a new field takes a new index and is an `Option` or carries `#[cbor(default)]`; an index
//! once used is never used for anything else. Every other change is a step in [`super::migrate`].

use std::marker::PhantomData;
use std::ops::ControlFlow;

use minicbor::{Decode, Encode};

use super::key::{Key, from_bytes, to_bytes};
use super::{Order, ReadTx, Span, StoreError, WriteTx};

/// What a table can hold: anything that encodes to and decodes from CBOR by itself.
pub trait Record: Encode<()> + for<'b> Decode<'b, ()> {}

impl<T: Encode<()> + for<'b> Decode<'b, ()>> Record for T {}

/// One page of a longer list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T, K> {
    /// The items, in the order asked for.
    pub items: Vec<T>,
    /// Where the next page goes on; `None` at the end.
    pub next: Option<K>,
}

/// A table of records `V` by keys `K`.
pub struct Table<K, V> {
    name: &'static str,
    rows: PhantomData<fn(K) -> V>,
}

impl<K: Key, V: Record> Table<K, V> {
    /// The table called `name`; the name is what the file knows it by.
    pub const fn new(name: &'static str) -> Table<K, V> {
        Table { name, rows: PhantomData }
    }

    /// The table's name.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The record under `key`.
    ///
    /// # Errors
    /// [`StoreError::Decode`] when the record does not read; those of [`ReadTx::get`].
    pub fn get(&self, tx: &dyn ReadTx, key: &K) -> Result<Option<V>, StoreError> {
        tx.get(self.name, &to_bytes(key))?.map(|bytes| self.decode(&bytes)).transpose()
    }

    /// True when there is a record under `key`.
    ///
    /// # Errors
    /// Those of [`ReadTx::get`].
    pub fn exists(&self, tx: &dyn ReadTx, key: &K) -> Result<bool, StoreError> {
        Ok(tx.get(self.name, &to_bytes(key))?.is_some())
    }

    /// Puts `value` under `key`, in place of what was there.
    ///
    /// # Errors
    /// [`StoreError::TooLarge`] when key or record are.
    pub fn put(&self, tx: &mut dyn WriteTx, key: &K, value: &V) -> Result<(), StoreError> {
        let bytes = minicbor::to_vec(value).map_err(|error| StoreError::Internal {
            detail: format!("a record of table {} does not encode: {error}", self.name),
        })?;
        tx.put(self.name, &to_bytes(key), &bytes)
    }

    /// Deletes the record under `key` and tells whether there was one.
    ///
    /// # Errors
    /// Those of [`ReadTx::get`].
    pub fn delete(&self, tx: &mut dyn WriteTx, key: &K) -> Result<bool, StoreError> {
        tx.delete(self.name, &to_bytes(key))
    }

    /// Shows the records of `span` to `visit` in `order` until it breaks or fails.
    ///
    /// # Errors
    /// Those of [`Table::get`], and whatever `visit` fails with.
    pub fn scan(
        &self,
        tx: &dyn ReadTx,
        span: &Span<K>,
        order: Order,
        mut visit: impl FnMut(K, V) -> Result<ControlFlow<()>, StoreError>,
    ) -> Result<(), StoreError> {
        tx.scan(self.name, span.as_range(), order, &mut |key, value| {
            visit(decode_key(self.name, key)?, self.decode(value)?)
        })
    }

    /// All records of `span`, in `order`. For stretches known to be short; see [`Table::page`].
    ///
    /// # Errors
    /// Those of [`Table::get`].
    pub fn collect(
        &self,
        tx: &dyn ReadTx,
        span: &Span<K>,
        order: Order,
    ) -> Result<Vec<(K, V)>, StoreError> {
        let mut rows = Vec::new();
        self.scan(tx, span, order, |key, value| {
            rows.push((key, value));
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(rows)
    }

    /// The first record of `span` in `order`: with [`Order::Descending`], the last one.
    ///
    /// # Errors
    /// Those of [`Table::get`].
    pub fn first(
        &self,
        tx: &dyn ReadTx,
        span: &Span<K>,
        order: Order,
    ) -> Result<Option<(K, V)>, StoreError> {
        let mut found = None;
        self.scan(tx, span, order, |key, value| {
            found = Some((key, value));
            Ok(ControlFlow::Break(()))
        })?;
        Ok(found)
    }

    /// The record with the greatest key.
    ///
    /// # Errors
    /// Those of [`Table::get`].
    pub fn last(&self, tx: &dyn ReadTx) -> Result<Option<(K, V)>, StoreError> {
        self.first(tx, &Span::all(), Order::Descending)
    }

    /// At most `limit` records of `span` that `keep` likes, in `order`, from the one after `cursor`.
    ///
    /// # Errors
    /// Those of [`Table::get`].
    pub fn page(
        &self,
        tx: &dyn ReadTx,
        span: Span<K>,
        order: Order,
        cursor: Option<&K>,
        limit: usize,
        mut keep: impl FnMut(&K, &V) -> bool,
    ) -> Result<Page<(K, V), K>, StoreError> {
        let span = resume(span, order, cursor);
        let mut items = Vec::new();
        let mut more = false;
        self.scan(tx, &span, order, |key, value| {
            if keep(&key, &value) {
                more = items.len() == limit;
                if more {
                    return Ok(ControlFlow::Break(()));
                }
                items.push((key, value));
            }
            Ok(ControlFlow::Continue(()))
        })?;
        let next = match items.last() {
            Some((key, _)) if more => Some(copy_of(self.name, key)?),
            Some(_) | None => None,
        };
        Ok(Page { items, next })
    }

    /// How many records `span` has, counting no further than `at_most`.
    ///
    /// # Errors
    /// Those of [`ReadTx::get`].
    pub fn count(
        &self,
        tx: &dyn ReadTx,
        span: &Span<K>,
        at_most: usize,
    ) -> Result<usize, StoreError> {
        count(tx, self.name, span, at_most)
    }

    fn decode(&self, bytes: &[u8]) -> Result<V, StoreError> {
        minicbor::decode(bytes)
            .map_err(|error| StoreError::Decode { table: self.name, detail: error.to_string() })
    }
}

pub(super) fn decode_key<K: Key>(table: &'static str, bytes: &[u8]) -> Result<K, StoreError> {
    from_bytes(bytes).map_err(|error| error.in_table(table))
}

/// The same key again, by its encoding: keys need not be `Clone`.
pub(super) fn copy_of<K: Key>(table: &'static str, key: &K) -> Result<K, StoreError> {
    decode_key(table, &to_bytes(key))
}

pub(super) fn resume<K: Key>(span: Span<K>, order: Order, cursor: Option<&K>) -> Span<K> {
    match cursor {
        Some(cursor) => span.after(cursor, order),
        None => span,
    }
}

pub(super) fn count<K: Key>(
    tx: &dyn ReadTx,
    table: &'static str,
    span: &Span<K>,
    at_most: usize,
) -> Result<usize, StoreError> {
    let mut found = 0;
    if at_most == 0 {
        return Ok(found);
    }
    tx.scan(table, span.as_range(), Order::Ascending, &mut |_, _| {
        found += 1;
        Ok(if found < at_most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    })?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::Table;
    use crate::store::{Store, StoreError, WriteTx};
    use minicbor::{Decode, Encode};

    #[derive(Encode, Decode, Debug, PartialEq)]
    struct Old {
        #[n(0)]
        name: String,
    }

    #[derive(Encode, Decode, Debug, PartialEq)]
    struct New {
        #[n(0)]
        name: String,
        #[n(1)]
        office: Option<String>,
        #[n(2)]
        #[cbor(default)]
        visits: u32,
    }

    const OLD: Table<u8, Old> = Table::new("people");
    const NEW: Table<u8, New> = Table::new("people");
    const WRONG: Table<u8, u64> = Table::new("people");

    #[test]
    fn records_grow_both_ways_and_others_are_refused() {
        let store = Store::in_memory().unwrap();
        let write = |tx: &mut dyn WriteTx| {
            OLD.put(tx, &1, &Old { name: "Ada".to_owned() })?;
            let office = Some("7000".to_owned());
            NEW.put(tx, &2, &New { name: "Bob".to_owned(), office, visits: 3 })
        };
        store.transact_blocking(write).unwrap();
        let new = store.read(|tx| NEW.get(tx, &1));
        assert_eq!(new, Ok(Some(New { name: "Ada".to_owned(), office: None, visits: 0 })));
        let old = store.read(|tx| OLD.get(tx, &2));
        assert_eq!(old, Ok(Some(Old { name: "Bob".to_owned() })));
        let refused = store.read(|tx| WRONG.get(tx, &1));
        assert!(matches!(refused, Err(StoreError::Decode { table: "people", .. })), "{refused:?}");
    }
}
