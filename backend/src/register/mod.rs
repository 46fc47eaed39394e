//! The register of what comes in and goes out: numbers without gaps, given in the transaction that files the document; annulments that
//! leave the line readable; and the register of a day, closed when the day is over.

mod annul;
mod close;
mod days;
mod emergency;
mod export;
mod find;
pub mod service;
mod show;
mod table;
mod verify;

#[cfg(test)]
mod tests;

use shared::register::{Annul, Days, Export, ExportDays, ExportFound, Find, Recover, Show, Verify};

use crate::app::App;
use crate::http::route::{Route, download, open, signed_in};

pub use close::CLOSE;

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        signed_in::<Show, _, _>(app, show::show),
        signed_in::<Find, _, _>(app, find::find),
        signed_in::<Days, _, _>(app, find::days),
        signed_in::<Annul, _, _>(app, annul::annul),
        signed_in::<Recover, _, _>(app, emergency::recover),
        download::<Export, _, _>(app, export::export),
        download::<ExportDays, _, _>(app, export::export_days),
        download::<ExportFound, _, _>(app, export::export_found),
        open::<Verify, _, _>(app, verify::verify),
    ]
}
