//! One request to many companies' offices: what would become of it for each, and sending it, row by row, each once.

mod export;
mod send;
mod service;
mod table;
mod write;

use shared::bulk::{Discard, Export, ExportList, List, Open, Send, Show, Write};

use crate::app::App;
use crate::http::route::{Route, download, signed_in};

pub use send::{RESUME, SEND};

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        signed_in::<Open, _, _>(app, write::open),
        signed_in::<List, _, _>(app, write::list),
        signed_in::<Show, _, _>(app, write::show),
        signed_in::<Write, _, _>(app, write::keep),
        signed_in::<Send, _, _>(app, send::send),
        signed_in::<Discard, _, _>(app, write::discard),
        download::<Export, _, _>(app, export::export),
        download::<ExportList, _, _>(app, export::list),
    ]
}
