//! Keys as bytes whose order is the order of the values.
//!
//! Numbers are big-endian (signed ones with the sign bit flipped), texts and byte strings end with
//! `00 00` and escape a zero as `00 FF`, [`Reverse`] inverts every bit. No encoding is a prefix of
//! another one of the same type, so keys can be joined into tuples (see [`PrefixOf`](super::PrefixOf)) and a
//! joined key sorts part by part.

use std::cmp::Reverse;

use super::StoreError;

/// A value usable as a key: `a < b` exactly when `a`'s bytes sort before `b`'s.
pub trait Key: Sized {
    /// Appends the encoding to `out`.
    fn encode(&self, out: &mut Vec<u8>);

    /// Takes one value off the front of `input`.
    ///
    /// # Errors
    /// [`StoreError::Decode`] when `input` does not begin with an encoding of this type.
    fn decode(input: &mut &[u8]) -> Result<Self, StoreError>;
}

/// The bytes of a whole key.
pub fn to_bytes<K: Key>(key: &K) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(32);
    key.encode(&mut bytes);
    bytes
}

/// The key that `bytes` encode, all of them.
///
/// # Errors
/// [`StoreError::Decode`] when they encode something else, or more than one key.
pub fn from_bytes<K: Key>(mut bytes: &[u8]) -> Result<K, StoreError> {
    let key = K::decode(&mut bytes)?;
    if bytes.is_empty() {
        return Ok(key);
    }
    Err(StoreError::undecodable(format!("{} bytes too many after the key", bytes.len())))
}

fn take<const N: usize>(input: &mut &[u8]) -> Result<[u8; N], StoreError> {
    let Some((head, rest)) = input.split_first_chunk::<N>() else {
        return Err(StoreError::undecodable(format!("key ends {} bytes early", N - input.len())));
    };
    *input = rest;
    Ok(*head)
}

impl<const N: usize> Key for [u8; N] {
    fn encode(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self);
    }
    fn decode(input: &mut &[u8]) -> Result<Self, StoreError> {
        take(input)
    }
}

impl Key for bool {
    fn encode(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }
    fn decode(input: &mut &[u8]) -> Result<Self, StoreError> {
        match take(input)? {
            [0] => Ok(false),
            [1] => Ok(true),
            [other] => Err(StoreError::undecodable(format!("{other} is neither false nor true"))),
        }
    }
}

impl Key for u8 {
    fn encode(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }
    fn decode(input: &mut &[u8]) -> Result<Self, StoreError> {
        take(input).map(u8::from_be_bytes)
    }
}

impl Key for u16 {
    fn encode(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_be_bytes());
    }
    fn decode(input: &mut &[u8]) -> Result<Self, StoreError> {
        take(input).map(u16::from_be_bytes)
    }
}

impl Key for u32 {
    fn encode(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_be_bytes());
    }
    fn decode(input: &mut &[u8]) -> Result<Self, StoreError> {
        take(input).map(u32::from_be_bytes)
    }
}

impl Key for u64 {
    fn encode(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_be_bytes());
    }
    fn decode(input: &mut &[u8]) -> Result<Self, StoreError> {
        take(input).map(u64::from_be_bytes)
    }
}

impl Key for u128 {
    fn encode(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_be_bytes());
    }
    fn decode(input: &mut &[u8]) -> Result<Self, StoreError> {
        take(input).map(u128::from_be_bytes)
    }
}

// Flipping the sign bit puts the negative numbers before the positive ones.
impl Key for i32 {
    fn encode(&self, out: &mut Vec<u8>) {
        (self.cast_unsigned() ^ (1 << 31)).encode(out);
    }
    fn decode(input: &mut &[u8]) -> Result<Self, StoreError> {
        u32::decode(input).map(|bits| (bits ^ (1 << 31)).cast_signed())
    }
}

impl Key for i64 {
    fn encode(&self, out: &mut Vec<u8>) {
        (self.cast_unsigned() ^ (1 << 63)).encode(out);
    }
    fn decode(input: &mut &[u8]) -> Result<Self, StoreError> {
        u64::decode(input).map(|bits| (bits ^ (1 << 63)).cast_signed())
    }
}

fn encode_terminated(bytes: &[u8], out: &mut Vec<u8>) {
    for &byte in bytes {
        out.push(byte);
        if byte == 0 {
            out.push(0xFF);
        }
    }
    out.extend_from_slice(&[0, 0]);
}

fn decode_terminated(input: &mut &[u8]) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::new();
    loop {
        match take(input)? {
            [0] => match take(input)? {
                [0] => return Ok(bytes),
                [0xFF] => bytes.push(0),
                [other] => {
                    return Err(StoreError::undecodable(format!("escape {other:#04x} in a key")));
                }
            },
            [byte] => bytes.push(byte),
        }
    }
}

impl Key for Vec<u8> {
    fn encode(&self, out: &mut Vec<u8>) {
        encode_terminated(self, out);
    }
    fn decode(input: &mut &[u8]) -> Result<Self, StoreError> {
        decode_terminated(input)
    }
}

impl Key for String {
    fn encode(&self, out: &mut Vec<u8>) {
        encode_terminated(self.as_bytes(), out);
    }
    fn decode(input: &mut &[u8]) -> Result<Self, StoreError> {
        String::from_utf8(decode_terminated(input)?)
            .map_err(|_| StoreError::undecodable("a text in a key is not UTF-8"))
    }
}

/// Descending order: the newest first, without a scan from the end.
impl<K: Key> Key for Reverse<K> {
    fn encode(&self, out: &mut Vec<u8>) {
        let start = out.len();
        self.0.encode(out);
        out.iter_mut().skip(start).for_each(|byte| *byte = !*byte);
    }
    fn decode(input: &mut &[u8]) -> Result<Self, StoreError> {
        let inverted: Vec<u8> = input.iter().map(|byte| !byte).collect();
        let mut rest = inverted.as_slice();
        let key = K::decode(&mut rest)?;
        let used = input.len() - rest.len();
        *input = input.get(used..).unwrap_or_default();
        Ok(Reverse(key))
    }
}
