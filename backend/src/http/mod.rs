//! HTTP, and nothing of it elsewhere: the only folder that knows warp, hyper and tower.
//!
//! [`front`] is the composition root: the one list of slices. Warp tells the API from the web app and answers what neither has. Which
//! endpoint a call is for, a table says: as filters of their own, tried one after another or in a tree, the endpoints cost each call a
//! box for every filter on the way, and that was dearer than all the rest of a cached reply.

pub mod assets;
pub mod call;
pub mod health;
mod layers;
pub mod openapi;
mod platform;
mod rate;
pub mod route;
pub mod serve;
pub mod settings;

use std::collections::{BTreeMap, HashMap};
use std::future::ready;
use std::sync::Arc;

use http::Method;
use shared::endpoint::{self, ENDPOINTS, Spec};
use shared::fault::Fault;
use warp::Filter;
use warp::filters::BoxedFilter;

use crate::app::App;
use crate::{
    audit, changes, companies, deadlines, declarations, durc, evidence, export, home, intake,
    parameters, payments, practice, preflight, search, sections, session,
};
use layers::Routes;
use layers::head::Head;
use platform::Platform;
use route::Route;
use route::matching::matches;
use route::reply::{self, Response};
use settings::Settings;

pub use layers::Front;

/// Where all endpoints are, split into segments.
const BASE: [&str; 2] = ["api", "v1"];

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
        export::routes(app),
        search::routes(app),
        parameters::routes(app),
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
    let document = openapi::filter(&routes, &sections::schema::all())?;
    let routes = Arc::new(Table::new(routes));
    let api = api(Arc::clone(&routes), Arc::clone(&platform));
    let filter = api.or(document).unify().or(no_route(routes)).unify().or(assets::filter()).unify();
    Ok(Front::new(warp::service(filter), platform)?)
}

/// The endpoints. What is for none of them is rejected, everything else is answered, since a rejection means "perhaps another" and
/// never "no".
fn api(routes: Arc<Table>, platform: Arc<Platform>) -> BoxedFilter<(Response,)> {
    warp::path(BASE[0])
        .and(warp::path(BASE[1]))
        .and(warp::ext::get::<Arc<Head>>())
        .and_then(move |head: Arc<Head>| {
            ready(routes.find(&head).map(|route| (route, head)).ok_or_else(warp::reject::not_found))
        })
        .then(move |(route, head): (Arc<Route>, Arc<Head>)| {
            let platform = Arc::clone(&platform);
            // Boxed, since the filter makes room for an answer before it knows whether it has one.
            Box::pin(async move { route.serve(&platform, &head).await })
        })
        .boxed()
}

/// The routes by their first segment after the base.
struct Table(HashMap<&'static str, Vec<Arc<Route>>>);

impl Table {
    fn new(routes: Vec<Route>) -> Self {
        let mut table: HashMap<&str, Vec<Arc<Route>>> = HashMap::new();
        for route in routes {
            table.entry(first_segment(route.spec.path)).or_default().push(Arc::new(route));
        }
        Self(table)
    }

    /// The routes with this path, whatever their method.
    fn with_path(&self, path: &str) -> impl Iterator<Item = &Arc<Route>> {
        let group = self.0.get(first_segment(path)).into_iter().flatten();
        group.filter(move |route| matches(route.spec.path, path))
    }

    fn find(&self, head: &Head) -> Option<Arc<Route>> {
        self.with_path(head.target.path())
            .find(|route| has_method(&route.spec, &head.method))
            .cloned()
    }
}

fn first_segment(path: &str) -> &str {
    path.split('/').nth(BASE.len() + 1).unwrap_or_default()
}

/// Whatever else is below `/api`: a path that is known with another method, or none.
fn no_route(routes: Arc<Table>) -> BoxedFilter<(Response,)> {
    warp::path(BASE[0])
        .and(warp::ext::get::<Arc<Head>>())
        .map(move |head: Arc<Head>| {
            let methods =
                routes.with_path(head.target.path()).map(|route| route.spec.method.as_str());
            let methods: Vec<&str> = methods.collect();
            if methods.is_empty() {
                reply::failed(Fault::NotFound)
            } else {
                reply::wrong_method(&methods.join(", "))
            }
        })
        .boxed()
}

fn has_method(spec: &Spec, method: &Method) -> bool {
    method.as_str() == spec.method.as_str()
        || (spec.method == endpoint::Method::Get && *method == Method::HEAD)
}

#[cfg(test)]
mod tests;
