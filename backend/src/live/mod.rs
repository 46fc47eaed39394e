//! Telling open tabs at once that something they may see is different: server-sent events, with resumption.
//!
//! [`service::publish`] writes an event in the transaction of its change, so neither is there without the other.

pub mod service;
mod table;
