//! HTTP as it is on the wire: raw bytes over real sockets, well-meant and not, against a few routes made for it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails by panicking")]

mod answers;
mod connections;
mod refusals;
mod routes;
mod server;
