//! The endpoint of [`shared::audit`].

use shared::audit::{Entry, List};
use shared::page::Page;

use super::service::page;
use crate::app::App;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::http::route::{Route, signed_in};

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![signed_in::<List, _, _>(app, list)]
}

async fn list(app: App, _: Call, request: List) -> Result<Answer<Page<Entry>>> {
    app.store().read(|tx| Ok(page(tx, request.cursor.as_ref(), request.limit)?.into()))
}
