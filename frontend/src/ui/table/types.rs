//! What a table is made of.

use crate::ui::tone::Tone;
use std::rc::Rc;
use yew::prelude::*;

/// How the cells of a column are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellKind {
    /// Words.
    #[default]
    Text,
    /// What the row is: in bold, the title of its card on a phone, the link where the row leads somewhere.
    Title,
    /// Codes: in mono.
    Code,
    /// Amounts and counts: in mono, at the right edge.
    Number,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What is reported when it is sorted by.
    pub key: &'static str,
    /// Its heading.
    pub title: AttrValue,
    /// How its cells are drawn.
    pub kind: CellKind,
    /// Whether rows can be sorted by it.
    pub sortable: bool,
}

impl Column {
    /// A column that cannot be sorted by.
    pub fn new(key: &'static str, title: impl Into<AttrValue>, kind: CellKind) -> Self {
        Self { key, title: title.into(), kind, sortable: false }
    }

    /// The same, sortable.
    pub fn sortable(self) -> Self {
        Self { sortable: true, ..self }
    }
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing to say: a dash at a desk, no line at all on a phone.
    Empty,
    /// Words, a code or a number, drawn as its column says.
    Text(AttrValue),
    /// A state.
    Tag(Tone, AttrValue),
    /// Anything else.
    Html(Html),
}

impl Cell {
    /// Words, a code or a number.
    pub fn text(text: impl Into<AttrValue>) -> Self {
        Cell::Text(text.into())
    }

    /// A state in one word.
    pub fn tag(tone: Tone, label: impl Into<AttrValue>) -> Self {
        Cell::Tag(tone, label.into())
    }
}

/// A row. Rows are shared, so that an unchanged one is not drawn again.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What tells it from the others.
    pub key: AttrValue,
    /// Its cells, as many as there are columns.
    pub cells: Vec<Cell>,
    /// Where it leads.
    pub href: Option<AttrValue>,
    /// Whether it is the one whose detail is shown beside the table.
    pub selected: bool,
}

impl Row {
    /// A row that leads nowhere.
    pub fn new(key: impl Into<AttrValue>, cells: Vec<Cell>) -> Self {
        Self { key: key.into(), cells, href: None, selected: false }
    }

    /// The same, leading to a page.
    pub fn with_href(self, href: impl Into<AttrValue>) -> Self {
        Self { href: Some(href.into()), ..self }
    }

    /// Ready for a [`super::Table`].
    pub fn shared(self) -> Rc<Self> {
        Rc::new(self)
    }
}

/// What rows are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The key of the column.
    pub key: &'static str,
    /// From the greatest to the smallest.
    pub descending: bool,
}

impl Sort {
    /// What a press on the heading `key` asks for: the other direction, or another column from its smallest.
    pub fn pressed(current: Option<Sort>, key: &'static str) -> Sort {
        let descending = current.is_some_and(|sort| sort.key == key && !sort.descending);
        Sort { key, descending }
    }
}

#[cfg(test)]
mod tests {
    use super::Sort;

    #[test]
    fn a_second_press_turns_the_direction() {
        let first = Sort::pressed(None, "amount");
        assert_eq!(first, Sort { key: "amount", descending: false });
        let second = Sort::pressed(Some(first), "amount");
        assert!(second.descending);
        assert!(!Sort::pressed(Some(second), "amount").descending);
        assert!(!Sort::pressed(Some(second), "date").descending);
    }
}
