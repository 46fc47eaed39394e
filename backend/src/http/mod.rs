//! HTTP, and nothing of it elsewhere: the only folder that knows warp, hyper and tower.
//!
//! [`front`] is the composition root: the one list of slices. Warp answers, by one filter; which endpoint a call is for, or that it is
//! for the web app, a table in [`site`] says.

pub mod call;
pub mod health;
mod layers;
mod platform;
mod rate;
pub mod route;
pub mod serve;
pub mod settings;
pub mod site;

use std::collections::BTreeMap;
use std::sync::Arc;

use shared::endpoint::ENDPOINTS;

use crate::app::App;
use crate::{
    attachments, audit, bulk, changes, companies, deadlines, declarations, desk, durc, evidence,
    export, filters, home, intake, live, notices, notifications, parameters, payments, practice,
    preflight, receipts, register, requests, search, sections, session, statistics,
};
use layers::Routes;
use platform::Platform;
use route::Route;
use settings::Settings;
use site::Site;

pub use layers::Front;

/// Every route there is.
pub fn routes(app: &App) -> Vec<Route> {
    [
        session::routes(app),
        home::routes(app),
        companies::routes(app),
        declarations::routes(app),
        payments::routes(app),
        sections::routes(app),
        intake::routes(app),
        preflight::routes(app),
        audit::routes(app),
        practice::routes(app),
        changes::routes(app),
        deadlines::routes(app),
        durc::routes(app),
        evidence::routes(app),
        notices::routes(app),
        register::routes(app),
        requests::routes(app),
        statistics::routes(app),
        desk::routes(app),
        receipts::routes(app),
        bulk::routes(app),
        filters::routes(app),
        attachments::routes(app),
        live::routes(app),
        export::routes(app),
        search::routes(app),
        parameters::routes(app),
        notifications::routes(app),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Endpoints of the table without a route, and routes twice or not in the table.
pub fn missing_or_extra(app: &App) -> Vec<String> {
    let mut balance: BTreeMap<&str, i32> = ENDPOINTS.iter().map(|spec| (spec.name, -1)).collect();
    for route in routes(app) {
        *balance.entry(route.spec.name).or_default() += 1;
    }
    let uneven = balance.into_iter().filter(|(_, count)| *count != 0);
    uneven
        .map(|(name, count)| format!("{} {name}", if count < 0 { "missing" } else { "extra" }))
        .collect()
}

/// The whole API and the web app as one tower service: what the server serves, and what tests call without a socket.
///
/// # Errors
/// If the settings name a trusted origin that is none.
pub fn front(app: &App, settings: Settings) -> anyhow::Result<Front<impl Routes>> {
    debug_assert!(missing_or_extra(app).is_empty(), "{:?}", missing_or_extra(app));
    around(app, settings, routes(app))
}

/// These routes with everything around them; see [`front`].
///
/// # Errors
/// Those of [`front`].
pub fn around(
    app: &App,
    settings: Settings,
    mut routes: Vec<Route>,
) -> anyhow::Result<Front<impl Routes>> {
    let platform = Arc::new(Platform::new(app, session::resolve, settings, &mut routes));
    let site = Site::new(routes, &sections::schema::all(), Arc::clone(&platform))?;
    Ok(Front::new(warp::service(site.filter()), platform)?)
}

#[cfg(test)]
mod tests;
