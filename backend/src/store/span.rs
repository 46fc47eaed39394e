//! Stretches of a table: as bytes for the engines, as keys for everybody else.

use std::marker::PhantomData;
use std::ops::Bound;

use super::key::{Key, to_bytes};
use super::tuple::PrefixOf;

/// Which way a scan goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// From the smallest key to the greatest.
    Ascending,
    /// From the greatest key to the smallest.
    Descending,
}

/// A stretch of a byte table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyRange<'a> {
    /// Where it begins.
    pub start: Bound<&'a [u8]>,
    /// Where it ends.
    pub end: Bound<&'a [u8]>,
}

impl<'a> KeyRange<'a> {
    /// The whole table.
    pub const ALL: KeyRange<'static> = KeyRange { start: Bound::Unbounded, end: Bound::Unbounded };

    /// From `start` on, before `end`.
    pub fn between(start: &'a [u8], end: &'a [u8]) -> KeyRange<'a> {
        KeyRange { start: Bound::Included(start), end: Bound::Excluded(end) }
    }

    /// True when no key can lie in it. Ordered maps refuse such ranges, so engines ask first.
    pub fn is_empty(&self) -> bool {
        match (self.start, self.end) {
            (Bound::Included(start), Bound::Included(end)) => start > end,
            (Bound::Included(start) | Bound::Excluded(start), Bound::Excluded(end))
            | (Bound::Excluded(start), Bound::Included(end)) => start >= end,
            (Bound::Unbounded, _) | (_, Bound::Unbounded) => false,
        }
    }
}

/// A stretch of a table with keys `K`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span<K> {
    start: Bound<Vec<u8>>,
    end: Bound<Vec<u8>>,
    keys: PhantomData<fn() -> K>,
}

impl<K: Key> Span<K> {
    fn new(start: Bound<Vec<u8>>, end: Bound<Vec<u8>>) -> Span<K> {
        Span { start, end, keys: PhantomData }
    }

    /// The whole table.
    pub fn all() -> Span<K> {
        Span::new(Bound::Unbounded, Bound::Unbounded)
    }

    /// The keys that begin with `prefix`.
    pub fn prefix<P: PrefixOf<K>>(prefix: &P) -> Span<K> {
        let start = to_bytes(prefix);
        let end = after_prefix(start.clone());
        Span::new(Bound::Included(start), end)
    }

    /// The keys that begin with `first` or come later.
    pub fn from<P: PrefixOf<K>>(first: &P) -> Span<K> {
        Span::new(Bound::Included(to_bytes(first)), Bound::Unbounded)
    }

    /// The keys that come before all those that begin with `end`.
    pub fn until<P: PrefixOf<K>>(end: &P) -> Span<K> {
        Span::new(Bound::Unbounded, Bound::Excluded(to_bytes(end)))
    }

    /// The keys from those that begin with `first` on, and before those that begin with `end`.
    pub fn between<P: PrefixOf<K>, Q: PrefixOf<K>>(first: &P, end: &Q) -> Span<K> {
        Span::new(Bound::Included(to_bytes(first)), Bound::Excluded(to_bytes(end)))
    }

    /// What is left of the stretch for one who goes in `order` and has seen `cursor`.
    #[must_use]
    pub fn after(self, cursor: &K, order: Order) -> Span<K> {
        let cursor = to_bytes(cursor);
        match order {
            Order::Ascending if starts_before(&self.start, &cursor) => {
                Span::new(Bound::Excluded(cursor), self.end)
            }
            Order::Descending if ends_after(&self.end, &cursor) => {
                Span::new(self.start, Bound::Excluded(cursor))
            }
            Order::Ascending | Order::Descending => self,
        }
    }

    /// The same stretch as bytes.
    pub fn as_range(&self) -> KeyRange<'_> {
        KeyRange {
            start: self.start.as_ref().map(Vec::as_slice),
            end: self.end.as_ref().map(Vec::as_slice),
        }
    }
}

fn starts_before(start: &Bound<Vec<u8>>, cursor: &[u8]) -> bool {
    match start {
        Bound::Included(key) | Bound::Excluded(key) => key.as_slice() <= cursor,
        Bound::Unbounded => true,
    }
}

fn ends_after(end: &Bound<Vec<u8>>, cursor: &[u8]) -> bool {
    match end {
        Bound::Included(key) | Bound::Excluded(key) => key.as_slice() >= cursor,
        Bound::Unbounded => true,
    }
}

/// The end of the keys that begin with `prefix`: the next greater byte string of its length or less.
fn after_prefix(mut prefix: Vec<u8>) -> Bound<Vec<u8>> {
    while let Some(last) = prefix.pop() {
        if last < u8::MAX {
            prefix.push(last + 1);
            return Bound::Excluded(prefix);
        }
    }
    Bound::Unbounded
}
