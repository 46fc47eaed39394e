//! The server and command-line tool of Cassetto.
//!
//! Slices (one folder a capability, the same word as in `shared` and in the app) stand on a thin platform: [`store`], [`http`],
//! [`jobs`], [`audit`], [`write`](mod@write), [`access`]. A slice calls another slice's `service`, never its tables; the platform
//! knows no slice but for the composition roots [`http`] and [`command`].

pub mod access;
pub mod app;
pub mod attachments;
pub mod audit;
pub mod bulk;
pub mod changes;
pub mod clock;
pub mod codec;
pub mod command;
pub mod companies;
pub mod config;
pub mod deadlines;
pub mod declarations;
pub mod delegations;
pub mod demo;
pub mod desk;
pub mod durc;
pub mod evidence;
pub mod export;
pub mod fault;
pub mod files;
pub mod filters;
pub mod home;
pub mod http;
pub mod intake;
pub mod jobs;
pub mod keys;
pub mod ledger;
pub mod live;
pub mod notices;
pub mod notifications;
pub mod offices;
pub mod parameters;
pub mod payments;
pub mod people;
pub mod post;
pub mod practice;
pub mod preflight;
pub mod receipts;
pub mod register;
pub mod requests;
pub mod search;
pub mod sections;
pub mod session;
pub mod statistics;
pub mod store;
pub mod views;
pub mod write;

/// A call makes some forty small allocations and a large write millions: this allocator takes a third of the time that the system's does
/// (`docs/decisions/011-speed.md`).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
