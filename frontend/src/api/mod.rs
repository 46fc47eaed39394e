//! Calling the server: a request type goes in, its reply or a [`CallError`] comes out.
//!
//! What depends on the endpoint's type is thin (a URL, a body, a decoding); the rest is written once, for the size of the app.

mod fetch;
mod json;
mod key;
mod parse;
pub mod pending;
mod upload;

pub use key::fresh_id;
pub use upload::{Upload, UploadEvent, upload};

use serde::de::DeserializeOwned;
use shared::endpoint::{Effect, Endpoint, Payload, url};
use shared::fault::Problem;
use web_sys::AbortSignal;

/// Why a call brought no reply.
#[derive(Clone, Debug, PartialEq)]
pub enum CallError {
    /// The server said no, and why.
    Problem(Problem),
    /// No answer came: no network, or the server is not there.
    Offline,
    /// An answer came that is not of our server, with its HTTP status.
    Unreadable(u16),
}

impl CallError {
    /// Whether the session is over.
    pub fn is_signed_out(&self) -> bool {
        matches!(self, CallError::Problem(problem) if problem.status == 401)
    }

    /// Whether the thing does not exist, or not for this person.
    pub fn is_not_found(&self) -> bool {
        matches!(self, CallError::Problem(problem) if problem.status == 404)
    }

    /// The version that is kept, where somebody else was faster.
    pub fn newer(&self) -> Option<u64> {
        match self {
            CallError::Problem(problem) if problem.code == "conflict" => problem.value,
            _ => None,
        }
    }
}

/// A request ready to travel: may be sent again, and then the server does it once all the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Prepared {
    method: &'static str,
    /// Path and query.
    pub url: String,
    body: Option<String>,
    key: Option<String>,
}

impl Prepared {
    /// Whether both ask for the same thing, whatever their keys.
    pub fn asks_the_same(&self, other: &Self) -> bool {
        (self.method, &self.url, &self.body) == (other.method, &other.url, &other.body)
    }

    /// Sends it; the reply's text.
    ///
    /// # Errors
    /// As [`CallError`] tells; an aborted call counts as [`CallError::Offline`].
    pub async fn send(&self, signal: Option<&AbortSignal>) -> Result<String, CallError> {
        fetch::send(self, signal).await
    }
}

/// Makes a request ready, with a new idempotency key unless it only reads.
///
/// # Errors
/// [`CallError::Unreadable`] for a request that cannot be written as a query or as JSON, which no request type of ours is.
pub fn prepare<E: Endpoint>(request: &E) -> Result<Prepared, CallError> {
    let url = url(request).map_err(|_| CallError::Unreadable(0))?;
    let body = match E::SPEC.payload {
        Payload::Json | Payload::Bulk => {
            Some(serde_json::to_string(request).map_err(|_| CallError::Unreadable(0))?)
        }
        Payload::Query | Payload::File(_) => None,
    };
    let key = (E::SPEC.effect != Effect::Read).then(key::fresh);
    Ok(Prepared { method: E::SPEC.method.as_str(), url, body, key })
}

/// Reads a reply; an empty one stands for nothing.
///
/// # Errors
/// [`CallError::Unreadable`] if it is not what the contract says.
pub fn decode<T: DeserializeOwned>(text: &str) -> Result<T, CallError> {
    let text = if text.is_empty() { "null" } else { text };
    json::read(text).map_err(|_| CallError::Unreadable(200))
}

/// Calls an endpoint once.
///
/// # Errors
/// As [`CallError`] tells.
pub async fn call<E: Endpoint>(request: &E) -> Result<E::Reply, CallError> {
    decode(&prepare(request)?.send(None).await?)
}

/// The reply's text of a fetch that somebody else began.
///
/// # Errors
/// As [`CallError`] tells.
pub async fn receive(response: js_sys::Promise) -> Result<String, CallError> {
    fetch::receive(response).await
}
