//! Lists as files: a [`Sheet`] and its rows become CSV, a workbook or a page to print, stamped and audited.
//!
//! A slice that exports a list describes it and hands its rows to [`make`] one after another; none are kept but in the file itself.

mod audit;
mod csv;
pub mod pdf;
mod print;
pub mod service;
mod sheet;
mod text;
mod xlsx;

pub use audit::routes;
pub use service::{Order, Rows, lang, make};
pub use sheet::{Cell, Column, Filter, Kind, Sheet, Stamp};

#[cfg(test)]
mod tests;
