//! Pictures where people would rather look than read. Each has words and a table that say the same.

mod bar_chart;
mod columns;
mod figure;
mod link_graph;
mod month_matrix;
mod month_strip;
mod pair_rows;
mod scale;
mod stacked_bar;
mod stacked_rows;
mod timeline;

pub use bar_chart::{BarChart, BarPoint};
pub use columns::{ColumnChart, ColumnPoint};
pub use link_graph::{GraphNode, LinkGraph};
pub use month_matrix::{MatrixRow, MonthMatrix};
pub use month_strip::{MonthStrip, StripMonth};
pub use pair_rows::{PairRow, PairRows};
pub use stacked_bar::{Part, StackedBar};
pub use stacked_rows::{StackedRow, StackedRows};
pub use timeline::{Lane, Span, Timeline};
