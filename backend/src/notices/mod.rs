//! Rectification notices of all clients: read from their archive, gathered by cause, set against the returns that they rectify.

mod board;
mod export;
mod list;
mod show;

use shared::notices::{Count, Export, List, Show};

use crate::app::App;
use crate::http::route::{Route, download, of_company, signed_in};

pub use board::Board;

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        signed_in::<List, _, _>(app, list::list),
        signed_in::<Count, _, _>(app, list::count),
        of_company::<Show, _, _>(app, show::show),
        download::<Export, _, _>(app, export::export),
    ]
}

#[cfg(test)]
mod tests;
