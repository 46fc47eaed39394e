//! Finding: an index of everything that can be found, written with the things themselves, and the endpoint that asks it.

mod bits;
mod find;
mod handlers;
mod index;
mod postings;
mod query;
pub mod rebuild;
mod requests;
pub mod service;
mod table;
mod text;
mod visible;

pub use handlers::routes;
pub use service::Doc;

#[cfg(test)]
mod tests;
