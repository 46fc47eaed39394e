//! Keys and cursors made of the contract's types.

use shared::calendar::{Day, Month};
use shared::ids::Id;
use shared::page::Cursor;

use crate::fault::Result;
use crate::store::key::{from_bytes, to_bytes};
use crate::store::{Key, StoreError};

impl<K> Key for Id<K> {
    fn encode(&self, out: &mut Vec<u8>) {
        self.as_u128().encode(out);
    }
    fn decode(input: &mut &[u8]) -> std::result::Result<Self, StoreError> {
        u128::decode(input).map(Id::from_u128)
    }
}

impl Key for Month {
    fn encode(&self, out: &mut Vec<u8>) {
        self.index().encode(out);
    }
    fn decode(input: &mut &[u8]) -> std::result::Result<Self, StoreError> {
        let index = i32::decode(input)?;
        Month::from_index(index)
            .ok_or_else(|| StoreError::undecodable(format!("{index} is no month")))
    }
}

impl Key for Day {
    fn encode(&self, out: &mut Vec<u8>) {
        self.epoch_days().encode(out);
    }
    fn decode(input: &mut &[u8]) -> std::result::Result<Self, StoreError> {
        i64::decode(input).map(Day::from_epoch_days)
    }
}

/// The cursor of a page that goes on after `key`.
pub fn cursor<K: Key>(key: &K) -> Cursor {
    Cursor(to_bytes(key).iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The key in a cursor.
///
/// # Errors
/// [`shared::fault::Fault::Invalid`] on field `cursor`, reason `not_a_cursor`, if we never gave it out.
pub fn from_cursor<K: Key>(cursor: &Cursor) -> Result<K> {
    let wrong = || shared::fault::Fault::field("cursor", "not_a_cursor");
    let digits = cursor.0.as_bytes();
    let bytes: Option<Vec<u8>> = digits
        .chunks(2)
        .map(|pair| {
            std::str::from_utf8(pair).ok().and_then(|text| u8::from_str_radix(text, 16).ok())
        })
        .collect();
    let bytes = bytes.filter(|_| digits.len().is_multiple_of(2)).ok_or_else(wrong)?;
    Ok(from_bytes(&bytes).map_err(|_| wrong())?)
}
