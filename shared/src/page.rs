//! Lists in pages: a cursor says where to go on, so that rows added meanwhile neither repeat nor vanish.

use serde::{Deserialize, Serialize};

/// Most rows a page carries.
pub const MAX_LIMIT: u16 = 100;
/// Rows of a page when the request does not say.
pub const DEFAULT_LIMIT: u16 = 50;

/// Where the next page begins: opaque to whoever receives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Cursor(pub String);

/// Part of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "openapi", schemars(rename = "PageOf{T}"))]
pub struct Page<T> {
    /// The rows, in the list's order.
    pub items: Vec<T>,
    /// Where the rest begins; absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub next: Option<Cursor>,
    /// How many rows there are in all, where that is known without reading them.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub total: Option<u64>,
}

impl<T> Page<T> {
    /// A list that fits one page.
    pub fn whole(items: Vec<T>) -> Self {
        let total = items.len() as u64;
        Self { items, next: None, total: Some(total) }
    }
}

/// The limit a request may have: its own between 1 and [`MAX_LIMIT`], or [`DEFAULT_LIMIT`].
pub fn limit(asked: Option<u16>) -> usize {
    usize::from(asked.unwrap_or(DEFAULT_LIMIT).clamp(1, MAX_LIMIT))
}
