//! How a record is named.

use serde::{Deserialize, Serialize};

use super::{Cells, Section};

/// Any datum of a company: a record, a declaration, a payment. Derived sections have one for each of their rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Subject {
    /// The section's number.
    pub section: u8,
    /// The record's key, see [`key`].
    pub key: String,
}

/// The key of a record: its key fields, joined by `~`; whatever is not a letter, a digit, `-` or `.` is `_` and two hexadecimal digits a
/// byte, so that a key stands in an address as it is.
pub fn key(section: &Section, cells: &Cells) -> String {
    let mut key = String::new();
    for (at, name) in section.key.iter().enumerate() {
        if at > 0 {
            key.push('~');
        }
        let cell = section.field(name).and_then(|(place, _)| cells.get(place)?.as_deref());
        push_escaped(&mut key, cell.unwrap_or_default());
    }
    key
}

/// A value as it stands at the beginning of a key.
pub fn key_part(value: &str) -> String {
    let mut part = String::new();
    push_escaped(&mut part, value);
    part
}

fn push_escaped(key: &mut String, value: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        let plain =
            byte.is_ascii_alphanumeric() || byte == b'-' || (byte == b'.' && !key.is_empty());
        if plain {
            key.push(char::from(byte));
        } else {
            key.push('_');
            key.push(char::from(HEX[usize::from(byte >> 4)]));
            key.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

/// A key as a person reads it: its fields parted by blanks, and what [`key`] escaped as it was.
pub fn key_words(key: &str) -> String {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut bytes = Vec::with_capacity(key.len());
    let mut rest = key.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = match after {
            [high, low, after @ ..] if *first == b'_' => {
                digit(*high).zip(digit(*low)).map(|(high, low)| (high << 4 | low, after))
            }
            _ => None,
        };
        let plain = if *first == b'~' { b' ' } else { *first };
        let (byte, after) = escaped.unwrap_or((plain, after));
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{key_part, key_words};

    #[test]
    fn keys_are_read_as_they_were_meant() {
        assert_eq!(key_words("343_202025_20206554039459_20000"), "343 2025 206554039459 000");
        assert_eq!(key_words("2026-03.4221353~1"), "2026-03.4221353 1");
        assert_eq!(key_words("a_b"), "a_b");
        for value in ["R/2024/55", "città, n. 3", "._é_", ""] {
            assert_eq!(key_words(&key_part(value)), value);
        }
    }
}
