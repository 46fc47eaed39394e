//! Pictures where people would rather look than read. Each has words and a table that say the same.

mod bar_chart;
mod scale;

pub use bar_chart::{BarChart, BarPoint};
