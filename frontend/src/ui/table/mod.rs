//! Table: columns and rows as data. At a desk a table, on a phone a card for each row.

mod pager;
mod row;
mod types;
mod view;

pub use pager::Pager;
pub use types::{Cell, CellKind, Column, Row, Sort};
pub use view::Table;
