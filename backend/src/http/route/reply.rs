//! Answers of the API: JSON, no content, or a problem.

use std::sync::LazyLock;

use bytes::Bytes;
use http::header::{self, HeaderName, HeaderValue};
use http::{HeaderMap, StatusCode};
use shared::fault::{Fault, Problem};
use shared::session::ABSOLUTE_HOURS;
use ulid::Ulid;

use super::names;
use crate::fault::Error;
use crate::http::call::{Cookie, Download};
use crate::http::layers::REQUEST_ID;
use crate::http::layers::coding::{self, Accepted};
use crate::http::layers::head::COOKIE;
use crate::http::layers::security::of_data;
use crate::views::View;

/// What warp answers with, all the way out to the connection: wrapping bodies again and again would cost more than the routes do.
pub type Response = warp::reply::Response;

/// Replies from so many bytes on are packed; below, the packing costs more than it saves.
const WORTH_PACKING: usize = 1024;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const CALENDAR: HeaderValue = HeaderValue::from_static("text/calendar; charset=utf-8");
const PROBLEM: HeaderValue = HeaderValue::from_static("application/problem+json");
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
const VARY: HeaderValue = HeaderValue::from_static("Cookie, Accept-Encoding");
const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// Why a call failed. Routes put it beside an empty answer; the outermost layer, which knows the reference, writes the problem.
#[derive(Clone, Debug)]
pub struct Failure {
    /// What the caller is told.
    pub fault: Fault,
    /// What the log is told.
    pub log: Option<String>,
    /// Methods that the path has.
    pub allow: Option<HeaderValue>,
}

/// A call that failed.
pub fn failed(error: impl Into<Error>) -> Response {
    let (fault, log) = error.into().fault();
    failure(Failure { fault, log, allow: None })
}

/// A call with a method that the path does not have.
pub fn wrong_method(allowed: &str) -> Response {
    failure(Failure {
        fault: Fault::WrongMethod,
        log: None,
        allow: HeaderValue::from_str(allowed).ok(),
    })
}

fn failure(failure: Failure) -> Response {
    let mut response = Response::default();
    response.extensions_mut().insert(failure);
    response
}

/// The problem as it travels.
pub fn problem(failure: &Failure, reference: Ulid) -> Response {
    let fault = &failure.fault;
    // A problem is made of strings and numbers, which JSON always has.
    let json = serde_json::to_vec(&Problem::new(fault, reference.to_string())).unwrap_or_default();
    let mut response = Response::new(json.into());
    *response.status_mut() =
        StatusCode::from_u16(fault.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = private(&mut response);
    headers.insert(header::CONTENT_TYPE, PROBLEM);
    match fault {
        Fault::TooMany(seconds) => drop(headers.insert(header::RETRY_AFTER, (*seconds).into())),
        Fault::Busy => drop(headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1"))),
        _ => {}
    }
    if let Some(allow) = &failure.allow {
        headers.insert(header::ALLOW, allow.clone());
    }
    response
}

/// A success without content.
pub fn no_content() -> Response {
    let mut response = Response::default();
    *response.status_mut() = StatusCode::NO_CONTENT;
    private(&mut response).remove(header::CONTENT_TYPE);
    response
}

/// A success.
pub fn json(json: Bytes, accepted: Accepted) -> Response {
    match (json.len() < WORTH_PACKING, accepted) {
        (false, Accepted { br: true, .. }) => written(coding::brotli(&json), Some("br")),
        (false, Accepted { gzip: true, .. }) => written(coding::gzip(&json), Some("gzip")),
        _ => written(json, None),
    }
}

/// A success that was kept, and may have been packed before.
pub fn view(view: &View, accepted: Accepted) -> Response {
    if accepted.br && view.json.len() >= WORTH_PACKING {
        return written(view.packed(coding::brotli_kept).clone(), Some("br"));
    }
    json(view.json.clone(), accepted)
}

/// A calendar, as programs subscribe to it.
pub fn calendar(bytes: &Bytes, accepted: Accepted) -> Response {
    let mut response = json(bytes.clone(), accepted);
    response.headers_mut().insert(header::CONTENT_TYPE, CALENDAR);
    response
}

/// A file, to be saved under its name; a page is shown instead.
pub fn file(download: Download) -> Response {
    let Download { name, media_type, inline, bytes, policy } = download;
    let mut response = Response::new(bytes.into());
    let headers = private(&mut response);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    let kind = if inline { "inline" } else { "attachment" };
    if let Ok(disposition) = HeaderValue::from_str(&names::disposition(kind, &name)) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    if let Some(policy) = policy.and_then(|policy| HeaderValue::from_str(&policy).ok()) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

fn written(bytes: Bytes, coding: Option<&'static str>) -> Response {
    let mut response = Response::new(bytes.into());
    let headers = private(&mut response);
    if let Some(coding) = coding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response
}

/// The head of data: nothing of the API is ever kept by anything between us and the person. Put together once, the reference that every
/// answer gets included: a copy costs less than looking for a place for each line.
static OF_DATA: LazyLock<HeaderMap> = LazyLock::new(|| {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, JSON);
    headers.insert(header::CACHE_CONTROL, NO_STORE);
    headers.insert(header::VARY, VARY);
    headers.insert(REQUEST_ID, HeaderValue::from_static(""));
    of_data(&mut headers);
    headers
});

/// Gives an answer the head of data.
pub(super) fn private(response: &mut Response) -> &mut HeaderMap {
    let headers = response.headers_mut();
    headers.clone_from(&OF_DATA);
    headers
}

/// Lets the browser have the cookie, or forget it.
pub fn set_cookie(response: &mut Response, cookie: &Cookie) {
    let line = match cookie {
        Cookie::Keep => return,
        Cookie::Set(token) => {
            format!(
                "{COOKIE}={token}; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age={}",
                ABSOLUTE_HOURS * 3600
            )
        }
        Cookie::Clear => {
            let all = HeaderValue::from_static("\"cache\", \"storage\"");
            response.headers_mut().insert(CLEAR_SITE_DATA, all);
            format!("{COOKIE}=; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=0")
        }
    };
    if let Ok(line) = HeaderValue::from_str(&line) {
        response.headers_mut().insert(header::SET_COOKIE, line);
    }
}
