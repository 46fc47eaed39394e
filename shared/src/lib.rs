//! The contract of Cassetto and the rules both sides apply.
//!
//! One struct per endpoint ([`endpoint`]), one table of all of them ([`endpoint::ENDPOINTS`]), the types that travel, and pure rules:
//! identifiers, money, calendars, rates, the state of a declaration. Everything here compiles to WebAssembly and to the server, so a
//! check made on the phone and the check made at intake are the same code. No I/O, no clock, no text of screens.

pub mod attachments;
pub mod audit;
pub mod auth;
pub mod bulk;
pub mod calendar;
pub mod changes;
pub mod companies;
pub mod deadlines;
pub mod declarations;
pub mod desk;
pub mod durc;
pub mod endpoint;
pub mod entrance;
pub mod evidence;
pub mod export;
pub mod fault;
pub mod filters;
pub mod fiscal;
pub mod format;
pub mod home;
pub mod ids;
pub mod instalments;
pub mod intake;
pub mod interest;
pub mod lang;
pub mod live;
pub mod money;
pub mod notices;
pub mod notifications;
pub mod offices;
pub mod page;
pub mod parameters;
mod parsed;
pub mod payments;
pub mod practice;
pub mod preflight;
pub mod rates;
pub mod receipts;
pub mod register;
pub mod requests;
pub mod sanctions;
pub mod search;
pub mod sections;
pub mod session;
pub mod statistics;
pub mod terms;
pub mod uniemens;
