//! Finding: an index of everything that can be found, and the endpoint that asks it.

mod index;
pub mod service;

pub use service::Doc;
