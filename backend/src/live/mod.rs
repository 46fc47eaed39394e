//! Telling open tabs at once that something they may see is different: server-sent events, with resumption.
//!
//! [`service::publish`] writes an event in the transaction of its change, so neither is there without the other; the last some thousand
//! are kept, and whoever comes back is told what they missed. An event says what changed and never what it says now: that is asked for,
//! and answered to those who may know.

pub mod service;
mod table;
mod tabs;
#[cfg(test)]
mod tests;

use shared::fault::Fault;
use shared::live::Listen;

use crate::app::App;
use crate::fault::Result;
use crate::http::call::{Call, Events};
use crate::http::route::{Route, events};

pub use tabs::Tabs;

/// The endpoint of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![events::<Listen, _, _>(app, listen)]
}

async fn listen(app: App, call: Call, heard: Option<u64>, request: Listen) -> Result<Events> {
    if app.tabs().of(&call.caller) >= tabs::MOST {
        return Err(Fault::TooMany(60).into());
    }
    let Call { caller, token, .. } = call;
    // What the browser says by itself is newer than the address it was given once.
    let after = heard.or(request.after);
    tabs::listen(&app, tabs::Listener { token, caller, after, seconds: request.seconds })
}
