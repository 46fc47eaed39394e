//! HTTP, and nothing of it elsewhere: the only folder that knows warp, hyper and tower.
//!
//! [`front`] is the composition root: the one list of slices. Their routes become warp filters, grouped by the first segment after
//! `/api/v1` and folded into a balanced tree, all boxed: warp tries filters one after another, so the test of that segment spares a
//! request all other groups, and nothing generic leaks out of a box.

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

use std::collections::BTreeMap;
use std::future::ready;
use std::sync::Arc;

use http::Method;
use shared::endpoint::{self, ENDPOINTS, Spec};
use shared::fault::Fault;
use warp::Filter;
use warp::filters::BoxedFilter;

use crate::app::App;
use crate::{audit, companies, declarations, home, intake, payments, session};
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
        intake::routes(app),
        audit::routes(app),
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
    routes: Vec<Route>,
) -> anyhow::Result<Front<impl Routes>> {
    let platform = Arc::new(Platform::new(app, session::resolve, settings, &routes));
    let specs: Vec<Spec> = routes.iter().map(|route| route.spec).collect();
    let document = openapi::filter(&routes)?;
    let filter = fold(vec![api(routes, document, &platform), no_route(specs), assets::filter()]);
    Ok(Front::new(warp::service(filter), platform)?)
}

/// The routes, by their first segment after the base, and the document that describes them.
fn api(
    routes: Vec<Route>,
    document: BoxedFilter<(Response,)>,
    platform: &Arc<Platform>,
) -> BoxedFilter<(Response,)> {
    let mut groups: BTreeMap<&'static str, Vec<Route>> = BTreeMap::new();
    for route in routes {
        let group = route.spec.path.split('/').nth(BASE.len() + 1).unwrap_or_default();
        groups.entry(group).or_default().push(route);
    }
    let groups =
        groups.into_iter().map(|(segment, routes)| group(segment, routes, Arc::clone(platform)));
    let all = groups.chain([document]).collect();
    warp::path(BASE[0]).and(warp::path(BASE[1])).and(fold(all)).boxed()
}

/// The routes that begin with one segment. They reject what is not for them and answer everything else, since a rejection means
/// "perhaps another" and never "no".
fn group(
    segment: &'static str,
    routes: Vec<Route>,
    platform: Arc<Platform>,
) -> BoxedFilter<(Response,)> {
    let numbered = |route: Route| Arc::new((platform.metrics.number(route.spec.name), route));
    let routes: Vec<_> = routes.into_iter().map(numbered).collect();
    let find = move |head: &Head| {
        let its =
            |spec: &Spec| has_method(spec, &head.method) && matches(spec.path, head.target.path());
        routes.iter().find(|route| its(&route.1.spec)).cloned()
    };
    let find = Arc::new(find);
    warp::path(segment)
        .and(warp::ext::get::<Arc<Head>>())
        .and_then(move |head: Arc<Head>| {
            ready(find(&head).map(|route| (route, head)).ok_or_else(warp::reject::not_found))
        })
        .then(move |(route, head): (Arc<(usize, Route)>, Arc<Head>)| {
            let platform = Arc::clone(&platform);
            async move {
                let (number, route) = &*route;
                head.enter(*number);
                route.serve(&platform, &head).await
            }
        })
        .boxed()
}

/// Whatever else is below `/api`: a path that is known with another method, or none.
fn no_route(specs: Vec<Spec>) -> BoxedFilter<(Response,)> {
    let specs: Arc<[Spec]> = specs.into();
    warp::path(BASE[0])
        .and(warp::ext::get::<Arc<Head>>())
        .map(move |head: Arc<Head>| {
            let known = specs.iter().filter(|spec| matches(spec.path, head.target.path()));
            let methods: Vec<&str> = known.map(|spec| spec.method.as_str()).collect();
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

/// One filter of many, as a balanced tree: a chain would try half of them for every request, and is deep enough to overflow stacks
/// (warp #811).
fn fold(mut filters: Vec<BoxedFilter<(Response,)>>) -> BoxedFilter<(Response,)> {
    match filters.len() {
        0 => warp::any().and_then(|| ready(Err::<Response, _>(warp::reject::not_found()))).boxed(),
        1 => filters.remove(0),
        many => {
            let rest = filters.split_off(many / 2);
            fold(filters).or(fold(rest)).unify().boxed()
        }
    }
}

#[cfg(test)]
mod tests;
