//! What a person fills in. Nothing here loses what was typed.

pub mod checkbox;
pub mod copy_field;
pub mod error_summary;
pub mod field;
pub mod file_drop;
pub mod help;
pub mod search_field;
pub mod select;
pub mod slider;
pub mod toggle;
pub mod value;
