//! Notifications: telling people what happened, in the app and by mail, PEC and SMS.

mod announce;
pub mod contacts;
mod handlers;
mod list;
mod message;
mod outbox;
pub mod pec;
mod purge;
pub mod service;
mod stored;
mod table;
mod text;
mod wishes;

pub use handlers::routes;
pub use message::{CODE, MESSAGE};
pub use purge::PURGE;
