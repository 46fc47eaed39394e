//! A browser: it keeps its cookie and names its writes.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use http::header::{CONTENT_TYPE, COOKIE, HOST, SET_COOKIE, USER_AGENT};
use http::response::Parts;
use http::{HeaderMap, Request, StatusCode};
use http_body_util::Full;
use serde::de::DeserializeOwned;
use shared::endpoint::{Effect, Endpoint, IDEMPOTENCY_KEY, Payload, url};
use shared::fault::Problem;
use shared::ids::SessionId;
use shared::session::{DemoSignIn, Devices, Viewer};

use crate::app::Front;

/// Writes of all clients: whoever signs in again names no write as they named another.
static WRITES: AtomicU64 = AtomicU64::new(0);

/// Somebody who calls.
pub struct Client {
    front: Front,
    cookie: Mutex<Option<String>>,
    user_agent: String,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub body: Bytes,
}

impl Client {
    pub(crate) fn new(front: Front) -> Self {
        let user_agent =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36"
                .to_owned();
        Self { front, cookie: Mutex::default(), user_agent }
    }

    /// The same with another browser.
    #[must_use]
    pub fn with_browser(self, user_agent: &str) -> Self {
        Self { user_agent: user_agent.to_owned(), ..self }
    }

    /// A second client with the same cookie, as if it had been copied.
    #[must_use]
    pub fn copy(&self) -> Self {
        let copy = Self::new(self.front.clone());
        *copy.lock() = self.lock().clone();
        copy
    }

    /// Signs in as a person of the demo.
    pub async fn sign_in(&self, persona: &str) -> Viewer {
        let sign_in = DemoSignIn { persona: persona.to_owned() };
        self.send(&sign_in)
            .await
            .unwrap_or_else(|problem| panic!("{persona} cannot sign in: {problem:?}"))
    }

    /// The session this client is in.
    pub async fn session(&self) -> SessionId {
        let devices =
            self.send(&Devices {}).await.expect("whoever is signed in sees their devices");
        devices
            .into_iter()
            .find(|device| device.current)
            .map(|device| device.id)
            .expect("one of them asks")
    }

    /// Calls an endpoint as the app does: with a key if it writes.
    ///
    /// # Errors
    /// The problem that the server answers.
    pub async fn send<E: Endpoint>(&self, request: &E) -> Result<E::Reply, Problem> {
        let count = WRITES.fetch_add(1, Ordering::Relaxed);
        self.send_as(request, &format!("write-{count}")).await
    }

    /// Calls an endpoint with this key if it writes.
    ///
    /// # Errors
    /// The problem that the server answers.
    pub async fn send_as<E: Endpoint>(&self, request: &E, key: &str) -> Result<E::Reply, Problem> {
        self.call(self.request(request, key)).await.into_result()
    }

    /// Hands in a file.
    ///
    /// # Errors
    /// The problem that the server answers.
    pub async fn hand_in<E: Endpoint>(
        &self,
        request: &E,
        file: impl Into<Bytes>,
    ) -> Result<E::Reply, Problem> {
        let count = WRITES.fetch_add(1, Ordering::Relaxed);
        self.hand_in_as(request, file, &format!("file-{count}")).await
    }

    /// Hands in a file with this key.
    ///
    /// # Errors
    /// The problem that the server answers.
    pub async fn hand_in_as<E: Endpoint>(
        &self,
        request: &E,
        file: impl Into<Bytes>,
        key: &str,
    ) -> Result<E::Reply, Problem> {
        let mut call = self.request(request, key);
        *call.body_mut() = file.into();
        self.call(call).await.into_result()
    }

    /// The call of an endpoint, to be changed before it is sent.
    pub fn request<E: Endpoint>(&self, request: &E, key: &str) -> Request<Bytes> {
        let mut call = Request::builder()
            .method(E::SPEC.method.as_str())
            .uri(url(request).expect("a request has a URL"));
        if E::SPEC.effect == Effect::Write {
            call = call.header(IDEMPOTENCY_KEY, key);
        }
        let body = match E::SPEC.payload {
            Payload::Json | Payload::Bulk => {
                call = call.header(CONTENT_TYPE, "application/json");
                serde_json::to_vec(request).expect("a request encodes").into()
            }
            Payload::Query | Payload::File(_) => Bytes::new(),
        };
        call.body(body).expect("a request is one")
    }

    /// Reads this path and query.
    pub async fn get(&self, target: &str) -> Reply {
        self.call(Request::get(target).body(Bytes::new()).expect("a target is one")).await
    }

    /// Sends a request with this client's cookie, and keeps the cookie it is given.
    pub async fn call(&self, mut request: Request<Bytes>) -> Reply {
        let headers = request.headers_mut();
        headers.entry(HOST).or_insert_with(|| "cassetto.example".parse().expect("a host is one"));
        headers
            .entry(USER_AGENT)
            .or_insert_with(|| self.user_agent.parse().expect("a browser is one"));
        if let Some(cookie) = self.lock().as_deref() {
            headers.insert(COOKIE, cookie.parse().expect("a cookie is one"));
        }
        let reply = (self.front)(request.map(Full::new)).await;
        for given in reply.headers.get_all(SET_COOKIE) {
            let pair =
                given.to_str().ok().and_then(|given| given.split(';').next()).unwrap_or_default();
            let kept = pair.split_once('=').is_some_and(|(_, value)| !value.is_empty());
            *self.lock() = kept.then(|| pair.to_owned());
        }
        reply
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<String>> {
        self.cookie.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Reply {
    pub(crate) fn new(head: Parts, body: Bytes) -> Self {
        Self { status: head.status, headers: head.headers, body }
    }

    /// A header's value; empty if it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body as JSON.
    ///
    /// # Panics
    /// If it is none of the kind.
    pub fn json<T: DeserializeOwned>(&self) -> T {
        // An answer without content stands for a reply without content.
        let body: &[u8] = if self.body.is_empty() { b"null" } else { &self.body };
        serde_json::from_slice(body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The problem it tells of.
    ///
    /// # Panics
    /// If it tells of none.
    pub fn problem(&self) -> Problem {
        assert_eq!(self.header("content-type"), "application/problem+json", "{self:?}");
        let problem: Problem = self.json();
        assert_eq!(problem.status, self.status.as_u16());
        problem
    }

    /// The reply, or the problem.
    ///
    /// # Errors
    /// The problem.
    #[expect(clippy::result_large_err, reason = "tests look at the whole problem")]
    pub fn into_result<T: DeserializeOwned>(self) -> Result<T, Problem> {
        if self.status.is_success() { Ok(self.json()) } else { Err(self.problem()) }
    }
}
