//! The audit log: who did what, in a chain of hashes, so that a later change of the log shows.
//!
//! An entry is appended in the transaction that does the thing. Its hash covers the hash before it and the entry, so a changed, removed
//! or inserted entry breaks every hash after it; the head, kept apart, shows when the end was cut off. Entries name ids and codes, never
//! persons' data.

mod handlers;
pub mod service;
mod table;

pub use handlers::routes;
pub use service::{NewEntry, Verification, append, count, verify};

#[cfg(test)]
mod tests;
