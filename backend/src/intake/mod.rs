//! Files handed in: read in one pass, checked, and stored all or not at all.
//!
//! Each kind of file has a folder that knows nothing of the store: it reads a stream, asks a [`register::Register`] about companies and
//! notes what is wrong in [`findings::Findings`]. [`service`] runs it and stores everything of the file in one transaction, with the
//! report and the audit entry. Formats: `docs/IMPORT.md`.

pub mod f24;
pub mod findings;
mod handlers;
mod prepare;
mod progress;
mod record;
pub mod register;
pub mod registry;
pub mod service;
mod table;
mod text;
pub mod uniemens;
mod upload;
mod values;

pub use handlers::routes;
