//! Delegations: for which companies a practice or an association may act, and which of them a collaborator looks after.
//!
//! A delegation runs from a day to a day, or without an end, and either side may revoke it (Circ. INPS 28/2011). It is active from
//! its first day to its last, both included, and no longer on the day of its revocation. It reaches as far as the authorisation table lets
//! its practice go: there is no partial delegation yet.

pub mod service;
mod table;

pub use service::Grant;
pub use table::{Kind, Practice};

#[cfg(test)]
mod tests;
