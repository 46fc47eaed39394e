//! What tests that cross a boundary stand on: a whole Cassetto in memory, people who call it, and a small world for them.
//!
//! A [`TestApp`] is the program without its sockets: the same layers, routes and services over a store in memory, with a clock that
//! moves when told. Time is never waited for. A [`Client`] is a browser: it keeps its cookie and counts its writes. A [`World`] has two
//! of most things, so that what belongs to somebody else can be asked for.

mod app;
pub mod bench;
mod client;
mod company;
pub mod wire;
mod world;

pub use app::{Builder, TestApp};
pub use client::{Client, Reply};
pub use company::{CompanyBuilder, company};
pub use world::{EVIDENCE, NOTICE, PERSONAS, RECEIPT, World};
