//! Typed indexes: tables of which only the keys matter.

use std::marker::PhantomData;
use std::ops::ControlFlow;

use super::key::{Key, to_bytes};
use super::table::{Page, copy_of, count, decode_key, resume};
use super::{Order, ReadTx, Span, StoreError, WriteTx};

/// A set of keys.
pub struct Index<K> {
    name: &'static str,
    keys: PhantomData<fn() -> K>,
}

impl<K: Key> Index<K> {
    /// The index called `name`; the name is what the file knows it by.
    pub const fn new(name: &'static str) -> Index<K> {
        Index { name, keys: PhantomData }
    }

    /// The index's name.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// True when `key` is there.
    ///
    /// # Errors
    /// Those of [`ReadTx::get`].
    pub fn exists(&self, tx: &dyn ReadTx, key: &K) -> Result<bool, StoreError> {
        Ok(tx.get(self.name, &to_bytes(key))?.is_some())
    }

    /// Adds `key`.
    ///
    /// # Errors
    /// [`StoreError::TooLarge`] when it is.
    pub fn put(&self, tx: &mut dyn WriteTx, key: &K) -> Result<(), StoreError> {
        tx.put(self.name, &to_bytes(key), &[])
    }

    /// Takes `key` out and tells whether it was there.
    ///
    /// # Errors
    /// Those of [`ReadTx::get`].
    pub fn delete(&self, tx: &mut dyn WriteTx, key: &K) -> Result<bool, StoreError> {
        tx.delete(self.name, &to_bytes(key))
    }

    /// Shows the keys of `span` to `visit` in `order` until it breaks or fails.
    ///
    /// # Errors
    /// [`StoreError::Decode`] when a key does not read, and whatever `visit` fails with.
    pub fn scan(
        &self,
        tx: &dyn ReadTx,
        span: &Span<K>,
        order: Order,
        mut visit: impl FnMut(K) -> Result<ControlFlow<()>, StoreError>,
    ) -> Result<(), StoreError> {
        tx.scan(self.name, span.as_range(), order, &mut |key, _| visit(decode_key(self.name, key)?))
    }

    /// All keys of `span`, in `order`. For stretches known to be short; see [`Index::page`].
    ///
    /// # Errors
    /// Those of [`Index::scan`].
    pub fn collect(
        &self,
        tx: &dyn ReadTx,
        span: &Span<K>,
        order: Order,
    ) -> Result<Vec<K>, StoreError> {
        let mut keys = Vec::new();
        self.scan(tx, span, order, |key| {
            keys.push(key);
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(keys)
    }

    /// The first key of `span` in `order`: with [`Order::Descending`], the last one.
    ///
    /// # Errors
    /// Those of [`Index::scan`].
    pub fn first(
        &self,
        tx: &dyn ReadTx,
        span: &Span<K>,
        order: Order,
    ) -> Result<Option<K>, StoreError> {
        let mut found = None;
        self.scan(tx, span, order, |key| {
            found = Some(key);
            Ok(ControlFlow::Break(()))
        })?;
        Ok(found)
    }

    /// At most `limit` keys of `span` in `order`, from the one after `cursor`.
    ///
    /// # Errors
    /// Those of [`Index::scan`].
    pub fn page(
        &self,
        tx: &dyn ReadTx,
        span: Span<K>,
        order: Order,
        cursor: Option<&K>,
        limit: usize,
    ) -> Result<Page<K, K>, StoreError> {
        let span = resume(span, order, cursor);
        let mut items = Vec::new();
        let mut more = false;
        self.scan(tx, &span, order, |key| {
            more = items.len() == limit;
            if more {
                return Ok(ControlFlow::Break(()));
            }
            items.push(key);
            Ok(ControlFlow::Continue(()))
        })?;
        let next = match items.last() {
            Some(key) if more => Some(copy_of(self.name, key)?),
            Some(_) | None => None,
        };
        Ok(Page { items, next })
    }

    /// How many keys `span` has, counting no further than `at_most`.
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
}
