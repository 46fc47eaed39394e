//! Idempotency keys, and the ids that a page makes.

use shared::ids::Id;

/// A key no other write has, in hexadecimal. The server keeps keys in order, so that those of the same time lie together.
pub fn fresh() -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bits()
        .to_be_bytes()
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(DIGITS[usize::from(digit)]))
        .collect()
}

/// An id no other thing has, such as the server makes them.
pub fn fresh_id<K>() -> Id<K> {
    Id::from_u128(bits())
}

/// The millisecond, and 80 random bits.
fn bits() -> u128 {
    let mut bytes = ((js_sys::Date::now() as u128) << 80).to_be_bytes();
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        // Every browser that runs wasm fills them.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes[6..]);
    }
    u128::from_be_bytes(bytes)
}
