//! Pictures where people would rather look than read. Each has words and a table that say the same.

mod bar_chart;
mod figure;
mod month_strip;
mod scale;
mod stacked_bar;
mod stacked_rows;
mod timeline;

pub use bar_chart::{BarChart, BarPoint};
pub use month_strip::{MonthStrip, StripMonth};
pub use stacked_bar::{Part, StackedBar};
pub use stacked_rows::{StackedRow, StackedRows};
pub use timeline::{Lane, Span, Timeline};
