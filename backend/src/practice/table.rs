//! Tags and views as stored.

use minicbor::{Decode, Encode};
use shared::ids::{CompanyId, TagId, ViewId};

use crate::store::{Index, Table};

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Tag {
    /// Its name.
    #[n(0)]
    pub name: String,
    /// Place of its colour in [`shared::practice::TagColor::ALL`].
    #[n(1)]
    pub color: u8,
    /// Grows with each replacement.
    #[n(2)]
    pub version: u64,
}

/// A saved view.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct View {
    /// Its name.
    #[n(0)]
    pub name: String,
    /// Whether everybody at the desk has it.
    #[n(1)]
    pub shared: bool,
    /// Grows with each replacement.
    #[n(2)]
    pub version: u64,
    /// The columns, by their places in [`shared::practice::Column::ALL`].
    #[n(3)]
    pub columns: Vec<u8>,
    /// How many of them stay.
    #[n(4)]
    pub frozen: u8,
    /// Column and whether the greatest come first.
    #[n(5)]
    pub sort: Vec<(u8, bool)>,
    /// Column, test by its place in [`super::views::TESTS`], values.
    #[n(6)]
    pub filter: Vec<(u8, u8, Vec<String>)>,
    /// Its place among the tabs.
    #[n(7)]
    pub pinned: Option<u16>,
}

/// By desk and tag.
pub(super) const TAGS: Table<(u8, u128, TagId), Tag> = Table::new("practice.tags");
/// Desk, company, tag.
pub(super) const TAGGED: Index<(u8, u128, CompanyId, TagId)> = Index::new("practice.tagged");
/// By desk and view; personal views are at the desk of their person.
pub(super) const VIEWS: Table<(u8, u128, ViewId), View> = Table::new("practice.views");
