//! Evidence: what the archives of a company show to be wrong, derived from facts and kept with what was done about it.

mod act;
mod board;
mod export;
pub mod facts;
mod list;
pub mod refused;
pub mod search;
pub mod service;
mod show;
mod table;

use shared::evidence::{Act, Count, Export, List, Show};

use crate::app::App;
use crate::http::route::{Route, download, of_company, signed_in};

pub use board::{Board, Reading};
pub use service::{DUTY, catch_up_all};

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        signed_in::<List, _, _>(app, list::list),
        signed_in::<Count, _, _>(app, list::count),
        of_company::<Show, _, _>(app, show::show),
        signed_in::<Act, _, _>(app, act::act),
        download::<Export, _, _>(app, export::export),
    ]
}

#[cfg(test)]
mod tests;
