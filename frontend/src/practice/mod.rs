//! The practice: every client in one grid, with what changed about each, who looks after it, and what wants a look.

mod bulk;
mod card;
mod chooser;
mod columns;
mod desk;
mod filters;
mod preview;
mod screen;
mod sight;
mod start;
mod text;
mod views;
mod widths;

pub use desk::Desk;
pub use screen::Clients;
