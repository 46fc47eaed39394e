//! Evidence: what the archives of a company show to be wrong, derived from facts and kept with what was done about it.

pub mod facts;
mod parameters;
pub mod refused;
mod table;

pub use parameters::shipped;
