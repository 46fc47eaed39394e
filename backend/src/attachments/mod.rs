//! Documents that go with messages: uploads in parts, what is refused, the files, downloads that are verified.
//!
//! An upload is a record from its beginning; its content arrives in a part beside the files, is examined there when it is finished, and
//! becomes a file under its hash only then. Nothing that was refused is kept, and nobody is handed a file that is not what was written.

mod examine;
mod finish;
mod handlers;
mod purge;
mod receiving;
mod scanner;
pub mod service;
mod table;

pub use handlers::routes;
pub use purge::{PURGE, SWEEP};
pub use receiving::Receiving;
pub use scanner::Settings;
