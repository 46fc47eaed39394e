//! What is where: a path leads to the endpoints that have it, to a document about them, or into the web app.

pub mod assets;
pub mod openapi;

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::Arc;

use bytes::Bytes;
use http::Method;
use matchit::Router;
use serde_json::Value;
use shared::endpoint::{self, Spec};
use shared::fault::Fault;
use warp::Filter;

use super::layers::head::{self, Head};
use super::platform::Platform;
use super::route::Route;
use super::route::reply::{self, Response};

/// Everything that may be asked for.
pub(super) struct Site {
    /// The endpoints by their path, with its methods.
    endpoints: Router<Vec<Route>>,
    /// Documents about them by their path, made once.
    documents: [(&'static str, Bytes); 2],
    platform: Arc<Platform>,
}

impl Site {
    /// The site of these routes, with the schemas of the feeds beside their description.
    pub(super) fn new(
        routes: Vec<Route>,
        feeds: &Value,
        platform: Arc<Platform>,
    ) -> anyhow::Result<Self> {
        let documents = [
            (openapi::DOCUMENT, serde_json::to_vec(&openapi::of_routes(&routes))?.into()),
            (openapi::FEEDS, serde_json::to_vec(feeds)?.into()),
        ];
        let mut by_path: HashMap<String, Vec<Route>> = HashMap::new();
        for route in routes {
            by_path.entry(shape(route.spec.path)).or_default().push(route);
        }
        let mut endpoints = Router::new();
        for (path, routes) in by_path {
            endpoints.insert(path, routes)?;
        }
        Ok(Self { endpoints, documents, platform })
    }

    /// The site as a filter. One filter over a table: as filters of their own, tried one after another or in a tree, what is here cost
    /// each call a box for every filter on the way, and that was dearer than all the rest of a cached reply.
    pub(super) fn filter(
        self,
    ) -> impl Filter<Extract = (Response,), Error = Infallible> + Clone + Send + Sync + 'static
    {
        let site = Arc::new(self);
        warp::any().then(move || {
            let site = Arc::clone(&site);
            // Boxed, since the filter makes room for an answer before it knows whether it has one.
            Box::pin(async move {
                match head::called() {
                    Some(head) => site.answer(&head).await,
                    None => reply::failed(Fault::Internal),
                }
            })
        })
    }

    async fn answer(&self, head: &Head) -> Response {
        let path = head.target.path();
        if !is_of_api(path) {
            return assets::answer(head);
        }
        if let Ok(found) = self.endpoints.at(path) {
            return match found.value.iter().find(|route| has_method(&route.spec, &head.method)) {
                Some(route) => route.serve(&self.platform, head).await,
                None => wrong_method(found.value),
            };
        }
        match self.documents.iter().find(|(place, _)| *place == path) {
            Some((_, document)) if is_read(&head.method) => {
                reply::json(document.clone(), head.accepted)
            }
            Some(_) => reply::wrong_method("GET, HEAD"),
            None => reply::failed(Fault::NotFound),
        }
    }
}

/// Whether what is there is data, and not a part of the web app.
pub(super) fn is_of_api(path: &str) -> bool {
    path.strip_prefix("/api").is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The path with its variables named by their places: the table takes two names at one place for two places.
fn shape(path: &str) -> String {
    let segments = path.split('/').enumerate().map(|(place, segment)| match segment {
        variable if variable.starts_with('{') => format!("{{{place}}}"),
        fixed => fixed.to_owned(),
    });
    segments.collect::<Vec<_>>().join("/")
}

fn wrong_method(routes: &[Route]) -> Response {
    let methods: Vec<&str> = routes.iter().map(|route| route.spec.method.as_str()).collect();
    reply::wrong_method(&methods.join(", "))
}

fn has_method(spec: &Spec, method: &Method) -> bool {
    method.as_str() == spec.method.as_str()
        || (spec.method == endpoint::Method::Get && *method == Method::HEAD)
}

fn is_read(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD)
}
