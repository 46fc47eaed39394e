//! What changed in a company's data, and what of it each person has seen.

pub mod service;
mod table;

pub use service::{Change, note};
