//! Sections: the archives of a company's file, one engine for all of them.
//!
//! What a section is, its description says ([`shared::sections`]). Records of fed sections are stored here, with all they ever said;
//! rows of derived ones are computed when asked. Lists, details and corrections are the same for all.

mod compare;
mod derived;
mod export;
mod handlers;
mod links;
mod rows;
pub mod schema;
mod select;
pub mod service;
mod table;
mod tell;
mod view;

pub use tell::docs;

pub use handlers::routes;
