//! One request to many companies' offices: a text with placeholders, a preview for each company, and a request with a number of its own
//! for each that can be sent.

mod calls;
mod content;
mod row;

pub use calls::{
    Discard, Export, ExportList, List, Open, Opened, Send, Show, Shown, Summary, Write,
};
pub use content::{COMPANY, Content, MATRICOLA, check, codes, filled};
pub use row::{Obstacle, Row, Sent, Stage};

use crate::auth::Role;

/// Whoever writes for many: those with clients.
pub const SENDERS: &[Role] = &[Role::Consultant, Role::Collaborator, Role::Association];
/// Companies of one bulk request.
pub const MOST_ROWS: usize = 1_000;
/// Bulk requests that a person can keep.
pub const MOST_KEPT: usize = 100;
