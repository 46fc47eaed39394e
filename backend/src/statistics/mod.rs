//! How long offices take, for everybody; how an office stands, for whoever heads it. What is over is counted in the transaction that ends
//! it, so that nothing is looked through when somebody asks.

mod export;
mod public;
mod report;
pub mod service;
mod table;
mod usual;

use shared::statistics::{Export, ExportShown, Report, Show};

use crate::app::App;
use crate::http::route::{Route, download, open, signed_in};

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        open::<Show, _, _>(app, public::show),
        signed_in::<Report, _, _>(app, report::report),
        download::<Export, _, _>(app, export::export),
        download::<ExportShown, _, _>(app, export::export_shown),
    ]
}
