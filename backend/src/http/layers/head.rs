//! What is known of a request before a route has it: who sent it from where, and what of its head we read.

use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Instant;

use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::uri::{Authority, PathAndQuery};
use http::{Method, Request, Version};
use http_body_util::BodyExt;
use shared::calendar::Instant as Moment;
use ulid::Ulid;

use super::coding::Accepted;
use super::pieces;
use crate::http::route::body::{Body, BodyError};

/// Name of the session cookie. The prefix makes browsers hold it to `Secure`, to `Path=/` and to this very host.
pub const COOKIE: &str = "__Host-cassetto";

const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const KEY: HeaderName = HeaderName::from_static("idempotency-key");
const LAST_EVENT: HeaderName = HeaderName::from_static("last-event-id");

tokio::task_local! {
    /// The head of the call that is being answered. In the request's extensions it would cost three allocations a call.
    static CALLED: Arc<Head>;
}

/// Runs what answers the call with this head.
pub fn answering<F: Future>(head: Arc<Head>, answer: F) -> impl Future<Output = F::Output> {
    CALLED.scope(head, answer)
}

/// The head of the call that is being answered.
pub fn called() -> Option<Arc<Head>> {
    CALLED.try_with(Arc::clone).ok()
}

/// The head of a request, and its body until somebody takes it.
pub struct Head {
    /// What to quote when asking for help.
    pub reference: Ulid,
    /// When it came, by our clock.
    pub at: Moment,
    /// When it came, for measuring from.
    pub came: Instant,
    /// Who sent it.
    pub peer: IpAddr,
    /// HTTP/1 or 2.
    pub version: Version,
    /// Method.
    pub method: Method,
    /// Path and query.
    pub target: PathAndQuery,
    /// Encodings of content the client takes.
    pub accepted: Accepted,
    /// Announced length of the body.
    pub length: Option<u64>,
    headers: HeaderMap,
    /// The host of a target that names one, as those of HTTP/2 do.
    authority: Option<Authority>,
    body: Mutex<Option<Body>>,
    route: AtomicUsize,
}

impl Head {
    /// Takes the head of a request; what remains of the request is what the layers below look at. Of what changes something that is
    /// its headers too: the layer against calls from other sites judges by them.
    pub fn of<B>(
        request: Request<B>,
        target: PathAndQuery,
        peer: IpAddr,
        at: Moment,
    ) -> (Self, Request<()>)
    where
        B: http_body::Body<Data = bytes::Bytes> + Send + 'static,
        B::Error: Into<BodyError>,
    {
        let (mut parts, body) = request.into_parts();
        let headers = match parts.method.is_safe() {
            true => std::mem::take(&mut parts.headers),
            false => parts.headers.clone(),
        };
        let head = Self {
            reference: new_reference(at),
            at,
            came: Instant::now(),
            peer,
            version: parts.version,
            method: parts.method.clone(),
            target,
            accepted: Accepted::by(headers.get(header::ACCEPT_ENCODING)),
            length: headers
                .get(header::CONTENT_LENGTH)
                .and_then(|value| value.to_str().ok()?.parse().ok()),
            headers,
            authority: parts.uri.authority().cloned(),
            body: Mutex::new((!body.is_end_stream()).then(|| boxed(body))),
            route: AtomicUsize::new(0),
        };
        (head, Request::from_parts(parts, ()))
    }

    /// The secret of the session cookie.
    pub fn token(&self) -> Option<&str> {
        let lines = self.headers.get_all(header::COOKIE);
        let mut pairs = lines.iter().flat_map(|line| pieces(line, b';'));
        let token =
            pairs.find_map(|pair| pair.strip_prefix(COOKIE.as_bytes())?.strip_prefix(b"="))?;
        std::str::from_utf8(token).ok()
    }

    /// The browser, as it names itself.
    pub fn user_agent(&self) -> Option<&str> {
        self.text(header::USER_AGENT)
    }

    /// What names the write.
    pub fn key(&self) -> Option<&[u8]> {
        self.headers.get(KEY).map(HeaderValue::as_bytes)
    }

    /// The tags of what the client has.
    pub fn if_none_match(&self) -> Option<&[u8]> {
        self.headers.get(header::IF_NONE_MATCH).map(HeaderValue::as_bytes)
    }

    /// Whether the client asks for a page rather than for a part of one.
    pub fn wants_html(&self) -> bool {
        let accept = self.headers.get(header::ACCEPT);
        accept.is_some_and(|accept| accept.as_bytes().windows(9).any(|part| part == b"text/html"))
    }

    /// Whether the body says of itself that it is JSON.
    pub fn has_json(&self) -> bool {
        let Some(kind) = self.text(header::CONTENT_TYPE) else { return false };
        kind.split(';')
            .next()
            .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
    }

    /// Whether the browser says that a page of another site made the call, one that is not trusted.
    pub fn is_from_elsewhere(&self, trusted: &[String]) -> bool {
        let origin = self.headers.get(header::ORIGIN);
        let origin = origin.map(|origin| origin.to_str().unwrap_or_default());
        if origin.is_some_and(|origin| trusted.iter().any(|trusted| trusted == origin)) {
            return false;
        }
        match (self.headers.get(SITE), origin) {
            (Some(site), _) => site != "same-origin" && site != "none",
            (None, Some(origin)) => {
                let host = origin.split_once("://").map(|(_, host)| host);
                host.is_none() || host != self.host()
            }
            (None, None) => false,
        }
    }

    /// The host that was called.
    fn host(&self) -> Option<&str> {
        self.text(header::HOST).or_else(|| self.authority.as_ref().map(Authority::as_str))
    }

    /// A header that is text.
    fn text(&self, name: HeaderName) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The number of the event of a stream that the browser heard last.
    pub fn last_event(&self) -> Option<u64> {
        self.text(LAST_EVENT)?.parse().ok()
    }

    /// The body; empty if there was none or somebody took it.
    pub fn take_body(&self) -> Option<Body> {
        self.body.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Says under which number the metrics know the route that has the request.
    pub fn enter(&self, route: usize) {
        self.route.store(route, Ordering::Relaxed);
    }

    /// The number of the route that has the request; 0 if none has.
    pub fn route(&self) -> usize {
        self.route.load(Ordering::Relaxed)
    }
}

fn boxed<B>(body: B) -> Body
where
    B: http_body::Body<Data = bytes::Bytes> + Send + 'static,
    B::Error: Into<BodyError>,
{
    body.map_err(Into::into).boxed_unsync()
}

/// A new reference: sorted by time, and unique without asking the system for randomness at every call.
fn new_reference(at: Moment) -> Ulid {
    static SEED: LazyLock<u64> = LazyLock::new(|| getrandom::u64().unwrap_or_default());
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let millis = u64::try_from(at.millis()).unwrap_or_default();
    Ulid::from_parts(millis, u128::from(*SEED) << 16 ^ u128::from(count))
}
