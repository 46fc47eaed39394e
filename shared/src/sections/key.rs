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
