//! People: whoever can sign in, and to what they belong.

pub mod service;
mod table;

pub use table::{Person, Place};
