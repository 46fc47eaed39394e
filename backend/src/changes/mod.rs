//! What changed in a company's data, and what of it each person has seen.

pub mod derived;
mod export;
mod handlers;
mod latest;
pub mod marks;
mod purge;
pub mod service;
mod table;

pub use handlers::routes;
pub use latest::{latest, latest_of, unseen};
pub use purge::PURGE;
pub use service::{Change, note, touch};

#[cfg(test)]
mod tests;
