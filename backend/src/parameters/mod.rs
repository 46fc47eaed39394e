//! The dated parameters: those that the program came with, and those that an administrator put in their place.

mod export;
mod fits;
mod handlers;
mod read;
pub mod service;
mod table;

use shared::parameters::{Current, Export, History, Replace, Show};

use crate::app::App;
use crate::http::route::{Route, download, signed_in};

pub use read::shipped;

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        signed_in::<Current, _, _>(app, handlers::current),
        signed_in::<Show, _, _>(app, handlers::show),
        signed_in::<Replace, _, _>(app, handlers::replace),
        signed_in::<History, _, _>(app, handlers::history),
        download::<Export, _, _>(app, export::export),
    ]
}

#[cfg(test)]
mod tests;
