//! The product across its boundaries: the store's files, the wire, and the whole interface over HTTP.
//!
//! One executable, for each of them would hold the whole server and be linked anew after every change.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod attachments;
mod begin;
mod desk;
mod durc;
mod every_endpoint;
mod every_section;
mod evidence;
mod export;
mod intake;
mod live;
mod notices;
mod notifications;
mod offices;
mod parameters;
mod practice;
mod requests;
mod search;
mod session;
mod store;
mod wire;
