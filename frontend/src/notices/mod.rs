//! Rectification notices explained (B06): the cause in words, the arithmetic of the form line by line, what is enough today, the F24 row.

mod explain;
mod text;

pub use explain::{Explained, cause_words, explains, reckoning};
