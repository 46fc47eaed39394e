//! Keys of several parts, and the prefixes that select a stretch of them.

use super::{Key, StoreError};

/// Leading parts of a key `K`: every key that begins with them is one contiguous stretch.
///
/// A whole key is a prefix of itself; `A` and `(A, B)` are prefixes of `(A, B, C)`. Being a type,
/// it keeps a `u32` from being scanned for where keys begin with a `u64`.
pub trait PrefixOf<K>: Key {}

impl<K: Key> PrefixOf<K> for K {}
impl<A: Key, B: Key> PrefixOf<(A, B)> for A {}
impl<A: Key, B: Key, C: Key> PrefixOf<(A, B, C)> for A {}
impl<A: Key, B: Key, C: Key> PrefixOf<(A, B, C)> for (A, B) {}
impl<A: Key, B: Key, C: Key, D: Key> PrefixOf<(A, B, C, D)> for A {}
impl<A: Key, B: Key, C: Key, D: Key> PrefixOf<(A, B, C, D)> for (A, B) {}
impl<A: Key, B: Key, C: Key, D: Key> PrefixOf<(A, B, C, D)> for (A, B, C) {}
impl<A: Key, B: Key, C: Key, D: Key, E: Key> PrefixOf<(A, B, C, D, E)> for A {}
impl<A: Key, B: Key, C: Key, D: Key, E: Key> PrefixOf<(A, B, C, D, E)> for (A, B) {}
impl<A: Key, B: Key, C: Key, D: Key, E: Key> PrefixOf<(A, B, C, D, E)> for (A, B, C) {}
impl<A: Key, B: Key, C: Key, D: Key, E: Key> PrefixOf<(A, B, C, D, E)> for (A, B, C, D) {}

/// The key of a table that holds one record.
impl Key for () {
    fn encode(&self, _out: &mut Vec<u8>) {}
    fn decode(_input: &mut &[u8]) -> Result<Self, StoreError> {
        Ok(())
    }
}

impl<A: Key, B: Key> Key for (A, B) {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
        self.1.encode(out);
    }
    fn decode(input: &mut &[u8]) -> Result<Self, StoreError> {
        Ok((A::decode(input)?, B::decode(input)?))
    }
}

impl<A: Key, B: Key, C: Key> Key for (A, B, C) {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
        self.1.encode(out);
        self.2.encode(out);
    }
    fn decode(input: &mut &[u8]) -> Result<Self, StoreError> {
        Ok((A::decode(input)?, B::decode(input)?, C::decode(input)?))
    }
}

impl<A: Key, B: Key, C: Key, D: Key> Key for (A, B, C, D) {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
        self.1.encode(out);
        self.2.encode(out);
        self.3.encode(out);
    }
    fn decode(input: &mut &[u8]) -> Result<Self, StoreError> {
        Ok((A::decode(input)?, B::decode(input)?, C::decode(input)?, D::decode(input)?))
    }
}

impl<A: Key, B: Key, C: Key, D: Key, E: Key> Key for (A, B, C, D, E) {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
        self.1.encode(out);
        self.2.encode(out);
        self.3.encode(out);
        self.4.encode(out);
    }
    fn decode(input: &mut &[u8]) -> Result<Self, StoreError> {
        Ok((
            A::decode(input)?,
            B::decode(input)?,
            C::decode(input)?,
            D::decode(input)?,
            E::decode(input)?,
        ))
    }
}
