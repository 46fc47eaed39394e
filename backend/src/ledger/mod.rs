//! The ledger: for each company, month and account, what is due and what was paid.
//!
//! Declarations and payments meet here and nowhere else, so neither slice knows the other. An account is a position's matricola, or
//! [`COLLABORATORS`] for the Gestione Separata. Both sides write in the transaction that stores the declaration or the form.

pub mod service;
mod table;

/// The account of a company's collaborators.
pub const COLLABORATORS: &str = "GS";

#[cfg(test)]
mod tests;
