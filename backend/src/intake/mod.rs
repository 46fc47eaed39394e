//! Files handed in: read in one pass, checked, and stored all or not at all.
//!
//! Each kind of file has a folder that knows nothing of the store: it reads a stream, asks a [`shared::intake::register::Register`] about companies and
//! notes what is wrong in [`shared::intake::findings::Findings`]. The one of UniEmens is in `shared`: the
//! app checks a file with it before it is sent. [`service`] runs it and stores everything of the file in one transaction, with the
//! report and the audit entry. An import that a stop or a crash cuts off is taken up at the next start ([`resume`]). Formats:
//! `docs/IMPORT.md`.

mod export;
pub mod f24;
mod handlers;
mod json;
mod pending;
mod prepare;
mod progress;
mod record;
pub mod register;
pub mod registry;
pub mod sections;
pub mod service;
mod table;
mod upload;

pub use handlers::routes;
pub use pending::resume;
pub use progress::Progress;
