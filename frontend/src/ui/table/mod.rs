//! Table: columns and rows as data. A table where there is room for it, else a card for each row: on a phone always.

mod pager;
mod row;
mod types;
mod view;

pub use pager::Pager;
pub use types::{Cell, CellKind, Column, Row, Sort};
pub use view::Table;
