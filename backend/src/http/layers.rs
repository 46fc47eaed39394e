//! What stands around the routes: one thin tower service, since layers that each box a body would cost more than the routes.
//!
//! From the outside in: targets that no route may see are refused; the request gets its reference; a panic becomes a problem and stays
//! with its request; calls from other sites are refused (the `csrf` layer of tower-http, by Fetch Metadata and `Origin`); the routes
//! answer. On the way back failures are written as problems and logged once, the security headers are added and the call is counted.

pub mod coding;
pub mod head;
pub mod security;
mod target;

use std::convert::Infallible;
use std::future::Future;
use std::net::{IpAddr, Ipv4Addr};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::header::{self, HeaderName, HeaderValue};
use http::{Request, Version};
use shared::fault::Fault;
use tower::{Layer, Service};
use tower_http::csrf::{ConfigError, Csrf, CsrfLayer, ProtectionError};
use tracing::Instrument;
use ulid::Ulid;

use super::platform::Platform;
use super::route::body::BodyError;
use super::route::reply::{self, Failure, Response};
use super::site::is_of_api;
use head::Head;
use security::Security;

/// Names the call in an answer.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The routes with everything around them. Cheap to clone.
#[derive(Clone)]
pub struct Front<S> {
    inner: Csrf<S, fn(ProtectionError) -> Response>,
    platform: Arc<Platform>,
    security: Arc<Security>,
}

/// Routes as a service.
pub trait Routes:
    Service<Request<Nothing>, Response = Response, Error = Infallible, Future: Send + 'static>
    + Clone
    + Send
    + Sync
    + 'static
{
}

impl<S> Routes for S where
    S: Service<Request<Nothing>, Response = Response, Error = Infallible, Future: Send + 'static>
        + Clone
        + Send
        + Sync
        + 'static
{
}

impl<S: Routes> Front<S> {
    /// Stands around `routes`.
    ///
    /// # Errors
    /// If one of the trusted origins is none.
    pub fn new(routes: S, platform: Arc<Platform>) -> Result<Self, ConfigError> {
        let refuse: fn(ProtectionError) -> Response = |_| reply::failed(Fault::CrossSite);
        let mut csrf = CsrfLayer::new();
        for origin in &platform.settings.trusted_origins {
            csrf = csrf.add_trusted_origin(origin)?;
        }
        let security = Arc::new(Security::new(platform.settings.tls.is_some()));
        Ok(Self { inner: csrf.with_rejection_response(refuse).layer(routes), platform, security })
    }

    /// What the routes share.
    pub fn platform(&self) -> &Arc<Platform> {
        &self.platform
    }

    /// Answers a request that came from `peer`.
    pub fn answer<B>(
        &self,
        peer: IpAddr,
        request: Request<B>,
    ) -> impl Future<Output = Response> + Send + use<B, S>
    where
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BodyError>,
    {
        let refused = target::refused(&request);
        let target = request
            .uri()
            .path_and_query()
            .cloned()
            .unwrap_or_else(|| http::uri::PathAndQuery::from_static("/"));
        let (head, rest) = Head::of(request, target, peer, self.platform.app.now());
        let head = Arc::new(head);
        let routed = match refused {
            Some(refusal) => Err(refusal),
            None => {
                let (mut routes, head) = (self.inner.clone(), Arc::clone(&head));
                Ok(caught(move || {
                    head::answering(head, routes.call(rest.map(|()| Nothing::new())))
                }))
            }
        };
        let (platform, security) = (Arc::clone(&self.platform), Arc::clone(&self.security));
        async move {
            let answered = match routed {
                Err(refusal) => refusal,
                Ok(routed) => {
                    routed.instrument(tracing::debug_span!("call", reference = %head.reference, method = %head.method)).await
                }
            };
            finish(answered, &head, &platform, &security)
        }
    }
}

/// What is left of a body for warp, which wraps whatever it is given: nothing, so that the wrapping costs nothing. The body itself travels
/// in the [`Head`].
pub type Nothing = http_body_util::Empty<Bytes>;

impl<S, B> Service<Request<B>> for Front<S>
where
    S: Routes,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BodyError>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let peer = request
            .extensions()
            .get::<IpAddr>()
            .copied()
            .unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
        let answer = self.answer(peer, request);
        Box::pin(async move { Ok(answer.await) })
    }
}

/// Has a call answered; a panic meanwhile becomes a failure.
fn caught<F>(answer: impl FnOnce() -> F) -> impl Future<Output = Response> + Send
where
    F: Future<Output = Result<Response, Infallible>> + Send + 'static,
{
    let panicked = || reply::failed(anyhow::anyhow!("a handler panicked"));
    // Nothing that was half done is looked at again: transactions roll back, locks are taken over as they are.
    // Boxed, since it is handed on often before it is polled.
    let called = catch_unwind(AssertUnwindSafe(|| Box::pin(answer())));
    async move {
        let Ok(mut called) = called else { return panicked() };
        std::future::poll_fn(|cx| {
            match catch_unwind(AssertUnwindSafe(|| called.as_mut().poll(cx))) {
                Ok(polled) => polled.map(|Ok(response)| response),
                Err(_) => Poll::Ready(panicked()),
            }
        })
        .await
    }
}

fn finish(
    mut response: Response,
    head: &Head,
    platform: &Platform,
    security: &Security,
) -> Response {
    if let Some(failure) = response.extensions_mut().remove::<Failure>() {
        response = reply::problem(&failure, head.reference);
        report(&failure, head, platform);
        if head.version < Version::HTTP_2 && ends_connection(&failure.fault) {
            response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
        }
    }
    security.protect(&mut response, is_of_api(head.target.path()));
    response.headers_mut().insert(REQUEST_ID, reference_header(head.reference));
    let (status, took) = (response.status(), head.came.elapsed());
    platform.metrics.count(head.route(), status, took);
    tracing::debug!(
        reference = %head.reference,
        method = %head.method,
        route = platform.metrics.name(head.route()),
        status = status.as_u16(),
        micros = took.as_micros() as u64,
        "answered"
    );
    response
}

/// Logs what is our matter, once and under its reference. What callers do wrong is theirs, and would fill the log.
fn report(failure: &Failure, head: &Head, platform: &Platform) {
    if failure.fault.status() >= 500 {
        tracing::error!(
            reference = %head.reference,
            route = platform.metrics.name(head.route()),
            code = failure.fault.code(),
            detail = failure.log.as_deref().unwrap_or_default(),
            "a call failed"
        );
    }
}

/// Whether what follows on the connection may be the rest of what was refused.
fn ends_connection(fault: &Fault) -> bool {
    matches!(fault, Fault::TooLarge(_) | Fault::TooSlow)
}

fn reference_header(reference: Ulid) -> HeaderValue {
    let mut buffer = [0; ulid::ULID_LEN];
    HeaderValue::from_str(reference.array_to_str(&mut buffer))
        .unwrap_or_else(|_| HeaderValue::from_static(""))
}

/// The pieces of a header between these signs, without the blanks around them.
fn pieces(value: &HeaderValue, sign: u8) -> impl Iterator<Item = &[u8]> {
    value.as_bytes().split(move |byte| *byte == sign).map(<[u8]>::trim_ascii)
}
