//! Notifications: telling people what happened, in the app and by mail, PEC and SMS.

mod announce;
pub mod contacts;
mod outbox;
pub mod service;
mod stored;
mod table;
mod wishes;
