//! The private listener: is it alive, is it ready, how is it doing. For the machine it runs on, never for the public.

pub mod metrics;

use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;

use http::header::{self, HeaderValue};
use http::{Request, StatusCode};

use super::platform::Platform;
use super::route::reply::Response;
use crate::jobs;
use crate::store::StoreError;

const TEXT: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");

/// Answers a request to the private listener.
pub(super) fn answer<B>(platform: &Arc<Platform>, request: &Request<B>) -> Response {
    match request.uri().path() {
        "/live" => text(StatusCode::OK, "alive\n".into()),
        "/ready" => match ready(platform) {
            Ok(()) => text(StatusCode::OK, "ready\n".into()),
            Err(why) => text(StatusCode::SERVICE_UNAVAILABLE, format!("{why}\n")),
        },
        "/metrics" => text(StatusCode::OK, platform.metrics.text(&gauges(platform))),
        _ => text(StatusCode::NOT_FOUND, "/live, /ready or /metrics\n".into()),
    }
}

/// Why the server wants no new calls, if it wants none.
fn ready(platform: &Platform) -> Result<(), String> {
    if platform.draining.load(Relaxed) {
        return Err("stopping".into());
    }
    let store = platform.app.store();
    match store.read(|_| Ok::<_, StoreError>(())).and_then(|()| store.stats()) {
        Err(error) => Err(error.to_string()),
        Ok(stats) => stats.read_only.map_or(Ok(()), |why| Err(format!("read only: {why}"))),
    }
}

/// What the rest of the program says of itself; what does not answer is left out.
fn gauges(platform: &Platform) -> Vec<(&'static str, &'static str, u64)> {
    let store = platform.app.store();
    let connections = &platform.connections;
    let mut gauges = vec![
        ("cassetto_connections", "Connections that are open.", connections.open() as u64),
        (
            "cassetto_connections_refused",
            "Connections closed because their address had too many.",
            connections.refused(),
        ),
    ];
    if let Ok(stats) = store.stats() {
        gauges.push(("cassetto_store_bytes", "Size of the store's file.", stats.file_bytes));
        gauges.push(("cassetto_store_commits", "Durable commits since the start.", stats.commits));
        gauges.push(("cassetto_store_transactions", "Transactions in them.", stats.transactions));
    }
    if let Ok(backlog) = store.read(|tx| jobs::backlog(tx, platform.app.now())) {
        gauges.push(("cassetto_jobs_waiting", "Jobs that are due.", backlog.undelivered as u64));
        gauges.push(("cassetto_jobs_dead", "Jobs given up.", backlog.dead as u64));
    }
    gauges
}

fn text(status: StatusCode, text: String) -> Response {
    let mut response = Response::new(text.into());
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, TEXT);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
