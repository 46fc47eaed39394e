//! Idempotency keys.

/// A key no other write has: 80 random bits in hexadecimal, after the millisecond: the server keeps keys in order, and those of the same
/// time then lie together.
pub fn fresh() -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut bytes = [0; 16];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let filled =
        crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        // Every browser that runs wasm has it; two calls of the same moment must still not share a key.
        bytes.iter_mut().for_each(|byte| *byte = (js_sys::Math::random() * 256.0) as u8);
    }
    let millisecond = (js_sys::Date::now() as u64).to_be_bytes();
    bytes[..6].copy_from_slice(&millisecond[2..]);
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(DIGITS[usize::from(digit)]))
        .collect()
}
