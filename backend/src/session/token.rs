//! The secret in the cookie.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::table::Hash;

/// A new secret of the cookie: 216 random bits as 54 hexadecimal digits. One more byte would not fit in one block of the hash, which each
/// call makes.
pub(super) fn new_cookie() -> String {
    hexadecimal::<27>()
}

/// A new secret of an address that somebody keeps: 256 random bits as 64 hexadecimal digits.
pub fn new_token() -> String {
    hexadecimal::<32>()
}

fn hexadecimal<const BYTES: usize>() -> String {
    let mut bytes = [0; BYTES];
    crate::app::fill_random(&mut bytes);
    let mut token = String::with_capacity(2 * BYTES);
    for byte in bytes {
        // Writing into a string cannot fail.
        let _ = write!(token, "{byte:02x}");
    }
    token
}

/// What the store knows of a secret.
pub fn hash(token: &str) -> Hash {
    Sha256::digest(token.as_bytes()).into()
}
