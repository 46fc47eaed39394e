//! A grid for thousands of rows: only those in sight exist in the page, all of them are sorted, filtered and selected.
//!
//! The data stay where they are, in columns ([`Source`]); the grid knows rows by number, in the order of a view. What it computes is
//! pure and tested without a browser ([`bits`], [`order`], [`fold`], [`window`], [`keys`]).

mod bits;
mod cards;
mod fold;
mod head;
mod keys;
mod order;
mod place;
mod row;
mod source;
mod view;
mod window;

pub use bits::Bits;
pub use cards::Cards;
pub use fold::{Haystack, Needle, fold};
pub use order::{ABSENT, SortBy, order, pressed, ranks};
pub use place::look_ahead;
pub use source::{Column, Kind, MOST_FROZEN, Source, SourceHandle};
pub use view::Grid;
