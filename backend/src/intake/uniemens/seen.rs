//! Which elements were there.

use super::tag::Tag;

/// A set of elements.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen(u64);

impl Seen {
    /// Adds an element.
    pub fn insert(&mut self, tag: Tag) {
        self.0 |= 1 << tag as u32;
    }

    /// Whether it has the element.
    pub fn has(self, tag: Tag) -> bool {
        self.0 & (1 << tag as u32) != 0
    }
}

// The set has room for all elements.
const _: () = assert!((Tag::Other as u32) < u64::BITS);
