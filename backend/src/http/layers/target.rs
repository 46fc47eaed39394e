//! Request targets that no route may see: they serve to confuse whoever stands before or behind us.

use http::{Method, Request, Version, header};
use shared::fault::Fault;

use crate::http::route::reply::{self, Response};

/// Methods that something here answers to.
const METHODS: &str = "GET, HEAD, POST, PUT, DELETE";

/// Why the request is refused, if it is.
///
/// `CONNECT` has to be kept from warp, which panics at its target (warp #1166).
pub fn refused<B>(request: &Request<B>) -> Option<Response> {
    if matches!(*request.method(), Method::CONNECT | Method::TRACE) {
        return Some(reply::wrong_method(METHODS));
    }
    let path = request.uri().path();
    if request.uri().path_and_query().is_none() || !path.starts_with('/') {
        return Some(reply::failed(Fault::Malformed("target: a path begins with /".into())));
    }
    if !is_plain(path) {
        return Some(reply::failed(Fault::Malformed(
            "target: empty, dotted or control segments".into(),
        )));
    }
    // HTTP/2 carries the host in the target.
    if request.version() == Version::HTTP_11
        && request.headers().get_all(header::HOST).iter().count() != 1
    {
        return Some(reply::failed(Fault::Malformed("Host: exactly one".into())));
    }
    None
}

/// Whether the path means to everybody what it means to us: nothing empty, dotted or hidden in it.
fn is_plain(path: &str) -> bool {
    if path.contains("//") || path.contains('\\') {
        return false;
    }
    if path.contains('.') && path.split('/').any(|segment| matches!(segment, "." | "..")) {
        return false;
    }
    !path.contains('%') || !path.split('%').skip(1).any(|rest| hides(rest.as_bytes()))
}

/// Whether these two hexadecimal digits are none, or stand for a control, a dot, a slash, a backslash or a percent sign.
fn hides(digits: &[u8]) -> bool {
    let Some(pair) = digits.get(..2).and_then(|pair| std::str::from_utf8(pair).ok()) else {
        return true;
    };
    match u8::from_str_radix(pair, 16) {
        Ok(byte) => byte < 0x20 || byte == 0x7f || b"./\\%".contains(&byte),
        Err(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_means_two_things_is_none() {
        for plain in
            ["/", "/api/v1/session", "/app-1f2e.js", "/caff%C3%A8", "/a..b/.well-known", "/a%20b"]
        {
            assert!(is_plain(plain), "{plain}");
        }
        for other in [
            "//",
            "/a//b",
            "/a/../b",
            "/a/./b",
            "/..",
            "/%00",
            "/a%2fb",
            "/%2E%2e/b",
            "/a%0d%0ab",
            "/%",
            "/%4",
            "/%zz",
            "/a\\b",
            "/%252e",
        ] {
            assert!(!is_plain(other), "{other}");
        }
    }
}
