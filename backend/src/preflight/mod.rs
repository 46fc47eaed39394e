//! What the app asks before a UniEmens file is sent (B07): what is known of the file's companies in its months. The file itself is
//! checked on the device and never comes here.

pub mod service;

use shared::intake::FileKind;
use shared::preflight::{Known, KnownMonth};

use crate::app::App;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::http::route::{Route, signed_in};
use crate::intake::service::Submitter;

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![signed_in::<Known, _, _>(app, known)]
}

async fn known(app: App, call: Call, request: Known) -> Result<Answer<Vec<KnownMonth>>> {
    let asked = request.asked().ok_or_else(|| Error::field("about", "malformed"))?;
    let submitter = Submitter::caller(&call.caller, FileKind::Uniemens, app.today());
    let known = app.store().read(|tx| service::known(tx, &submitter.may, asked))?;
    Ok(known.into())
}
