//! Sets of numbers in the store, each under a name: in chunks, so that a set of thousands costs little to add to.
//!
//! A chunk's key is the set's name, a zero, and the least number it may hold. A set that has any numbers has a chunk for zero.

use std::ops::ControlFlow;

use crate::store::{KeyRange, Order, ReadTx, StoreError, WriteTx};

/// Numbers of a full chunk.
const CHUNK: usize = 256;
/// Bytes of a key after its name: a zero and a number.
const TAIL: usize = 5;

/// At the end of a set's chunk for zero once the set has or had other chunks.
const MARK: &[u8] = &[1];

/// A chunk with the least number it may hold, and its mark.
struct Chunk {
    first: u32,
    numbers: Vec<u32>,
    mark: &'static [u8],
}

/// A table of sets. Whatever of their names is not of a fixed length holds no zero bytes and none of 255.
pub(super) struct Postings(pub &'static str);

/// What adding or taking a number did to its set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// It was there before, or was not there to be taken.
    None,
    /// It is the first, or was the last.
    Whole,
    /// There were or are others.
    Part,
}

impl Postings {
    /// Adds a number to a set.
    pub(super) fn add(
        &self,
        tx: &mut dyn WriteTx,
        name: &[u8],
        number: u32,
    ) -> Result<Change, StoreError> {
        let Some(Chunk { first, mut numbers, mut mark }) = self.chunk(tx, name, number)? else {
            tx.put(self.0, &key(name, 0), &packed(&[number], &[]))?;
            return Ok(Change::Whole);
        };
        let Err(place) = numbers.binary_search(&number) else { return Ok(Change::None) };
        numbers.insert(place, number);
        if numbers.len() > CHUNK {
            let upper = numbers.split_off(CHUNK / 2);
            if let Some(least) = upper.first() {
                tx.put(self.0, &key(name, *least), &packed(&upper, &[]))?;
            }
            mark = if first == 0 { MARK } else { &[] };
        }
        tx.put(self.0, &key(name, first), &packed(&numbers, mark))?;
        Ok(Change::Part)
    }

    /// Takes a number out of a set.
    pub(super) fn take(
        &self,
        tx: &mut dyn WriteTx,
        name: &[u8],
        number: u32,
    ) -> Result<Change, StoreError> {
        let Some(Chunk { first, mut numbers, mark }) = self.chunk(tx, name, number)? else {
            return Ok(Change::None);
        };
        let Ok(place) = numbers.binary_search(&number) else { return Ok(Change::None) };
        numbers.remove(place);
        if !numbers.is_empty() || first == 0 {
            tx.put(self.0, &key(name, first), &packed(&numbers, mark))?;
        } else {
            tx.delete(self.0, &key(name, first))?;
        }
        if numbers.is_empty() && self.of(tx, name)?.is_empty() {
            tx.delete(self.0, &key(name, 0))?;
            return Ok(Change::Whole);
        }
        Ok(Change::Part)
    }

    /// Whether a set has any numbers.
    pub(super) fn exists(&self, tx: &dyn ReadTx, name: &[u8]) -> Result<bool, StoreError> {
        Ok(tx.get(self.0, &key(name, 0))?.is_some())
    }

    /// The numbers of a set, in order.
    pub(super) fn of(&self, tx: &dyn ReadTx, name: &[u8]) -> Result<Vec<u32>, StoreError> {
        let mut all = Vec::new();
        let (start, end) = (key(name, 0), key(name, u32::MAX));
        let range =
            KeyRange { end: std::ops::Bound::Included(&end), ..KeyRange::between(&start, &end) };
        tx.scan(self.0, range, Order::Ascending, &mut |_, chunk| {
            all.extend(unpacked(chunk));
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(all)
    }

    /// Shows the chunks of all sets whose names begin with this to `visit`, with the name, until it breaks.
    pub(super) fn beginning(
        &self,
        tx: &dyn ReadTx,
        start: &[u8],
        mut visit: impl FnMut(&[u8], &mut dyn Iterator<Item = u32>) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        let end = [start, &[u8::MAX]].concat();
        tx.scan(self.0, KeyRange::between(start, &end), Order::Ascending, &mut |key, chunk| {
            let name = key.get(..key.len().saturating_sub(TAIL)).unwrap_or_default();
            Ok(visit(name, &mut unpacked(chunk)))
        })
    }

    /// The chunk that has a number or would have it.
    fn chunk(
        &self,
        tx: &dyn ReadTx,
        name: &[u8],
        number: u32,
    ) -> Result<Option<Chunk>, StoreError> {
        // Most sets have one chunk, and reading it is cheaper than looking for the right one.
        let Some(only) = tx.get(self.0, &key(name, 0))? else { return Ok(None) };
        if only.len().is_multiple_of(4) {
            return Ok(Some(Chunk { first: 0, numbers: unpacked(&only).collect(), mark: &[] }));
        }
        let (start, end) = (key(name, 0), key(name, number));
        let range =
            KeyRange { end: std::ops::Bound::Included(&end), ..KeyRange::between(&start, &end) };
        let mut found = None;
        tx.scan(self.0, range, Order::Descending, &mut |key, chunk| {
            let first = key.last_chunk::<4>().map_or(0, |bytes| u32::from_be_bytes(*bytes));
            let mark = if first == 0 { MARK } else { &[] };
            found = Some(Chunk { first, numbers: unpacked(chunk).collect(), mark });
            Ok(ControlFlow::Break(()))
        })?;
        Ok(found)
    }
}

fn key(name: &[u8], number: u32) -> Vec<u8> {
    let mut key = Vec::with_capacity(name.len() + TAIL);
    key.extend_from_slice(name);
    key.push(0);
    key.extend_from_slice(&number.to_be_bytes());
    key
}

fn packed(numbers: &[u32], mark: &[u8]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_be_bytes()).chain(mark.iter().copied()).collect()
}

fn unpacked(chunk: &[u8]) -> impl Iterator<Item = u32> {
    chunk.as_chunks::<4>().0.iter().map(|bytes| u32::from_be_bytes(*bytes))
}
