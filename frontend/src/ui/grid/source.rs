//! What a grid shows.

use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// How the cells of a column are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    #[default]
    Text,
    /// Codes: in mono.
    Code,
    /// Amounts and counts: in mono, at the right edge.
    Number,
}

impl Kind {
    /// The class of its cells.
    pub const fn class(self) -> Option<&'static str> {
        match self {
            Kind::Text => None,
            Kind::Code => Some("cell-code"),
            Kind::Number => Some("cell-number"),
        }
    }

    /// The classes of a cell; one of nothing but words lays them out as its own line, which costs less.
    pub const fn cell(self, words: bool) -> &'static str {
        match (self, words) {
            (Kind::Text, true) => "grid-cell grid-line",
            (Kind::Text, false) => "grid-cell",
            (Kind::Code, true) => "grid-cell cell-code grid-line",
            (Kind::Code, false) => "grid-cell cell-code",
            (Kind::Number, true) => "grid-cell cell-number grid-line",
            (Kind::Number, false) => "grid-cell cell-number",
        }
    }
}

/// A column that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its number in the source.
    pub number: usize,
    /// Its heading.
    pub label: AttrValue,
    /// How its cells are drawn.
    pub kind: Kind,
    /// Its width, in sixteenths of the size of the page's letters (pixels, where nobody enlarged them).
    pub width: u16,
    /// Its place from the left, where it stays while the others scroll; at most [`MOST_FROZEN`] do.
    pub frozen: Option<usize>,
}

/// Columns that stay, the first one among them.
pub const MOST_FROZEN: usize = 4;

impl Column {
    /// What keeps it in its place; the first one is kept by being the first.
    pub fn stays(&self) -> Option<&'static str> {
        let classes =
            ["grid-frozen grid-frozen-1", "grid-frozen grid-frozen-2", "grid-frozen grid-frozen-3"];
        classes.get(self.frozen?.checked_sub(1)?).copied()
    }
}

/// The rows of a grid, by number. Everything is asked only for rows in sight.
pub trait Source {
    /// What the row is called.
    fn name(&self, row: u32) -> AttrValue;
    /// Where the row leads.
    fn href(&self, row: u32) -> AttrValue;
    /// What a cell shows, without the cell itself.
    fn cell(&self, row: u32, column: usize) -> Html;
    /// What the row shows where there is no room for columns.
    fn card(&self, row: u32) -> Html;
}

/// A source, shared: as props it is the same as long as it is the same object.
#[derive(Clone)]
pub struct SourceHandle(Rc<dyn Source>);

impl SourceHandle {
    /// Shares a source.
    pub fn new(source: Rc<dyn Source>) -> Self {
        Self(source)
    }
}

impl PartialEq for SourceHandle {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::addr_eq(Rc::as_ptr(&self.0), Rc::as_ptr(&other.0))
    }
}

impl Deref for SourceHandle {
    type Target = dyn Source;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}
