//! Saved filters of lists: a person's own.

mod service;
mod table;

use shared::filters::{Delete, List, Save, Use};

use crate::app::App;
use crate::http::route::{Route, signed_in};

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        signed_in::<List, _, _>(app, service::list),
        signed_in::<Save, _, _>(app, service::save),
        signed_in::<Use, _, _>(app, service::note_use),
        signed_in::<Delete, _, _>(app, service::delete),
    ]
}
