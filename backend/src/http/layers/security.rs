//! Headers that tell the browser how little may be done with an answer.

use http::header::{self, HeaderMap, HeaderName, HeaderValue};

use crate::http::route::reply::Response;
use crate::http::site::assets::{CSP_SCRIPT_HASHES, CSP_STYLE_HASHES};

/// Headers that every answer has.
const ALWAYS: [(HeaderName, HeaderValue); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
];

/// Headers of what may be shown as a page. Of data they would say nothing that its policy, which allows nothing, does not say.
const OF_PAGES: [(HeaderName, HeaderValue); 2] = [
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(
            "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
        ),
    ),
];

/// For a year, and for the hosts below this one.
const ONLY_TLS: HeaderValue = HeaderValue::from_static("max-age=31536000; includeSubDomains");

/// What may be done with data that was asked for: nothing, it is not a page.
const OF_DATA: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");

/// The headers, made once.
pub struct Security {
    policy: HeaderValue,
    tls: bool,
}

impl Security {
    /// For a server that speaks TLS, or not.
    pub fn new(tls: bool) -> Self {
        let policy = policy(CSP_SCRIPT_HASHES, CSP_STYLE_HASHES);
        // Hashes are Base64, so this is visible ASCII.
        let policy = HeaderValue::from_str(&policy)
            .unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'"));
        Self { policy, tls }
    }

    /// Adds the headers, to data or to a part of the web app.
    pub fn protect(&self, response: &mut Response, is_data: bool) {
        let headers = response.headers_mut();
        if is_data {
            // Most data was made with them.
            if !headers.contains_key(header::X_CONTENT_TYPE_OPTIONS) {
                of_data(headers);
            }
        } else {
            always(headers);
            headers.insert(header::CONTENT_SECURITY_POLICY, self.policy.clone());
            for (name, value) in OF_PAGES {
                headers.insert(name, value);
            }
        }
        if self.tls {
            headers.insert(header::STRICT_TRANSPORT_SECURITY, ONLY_TLS);
        }
    }
}

/// Adds what is said of data. A page that was made for somebody brings its own policy, which is stricter still.
pub fn of_data(headers: &mut HeaderMap) {
    always(headers);
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(OF_DATA);
}

fn always(headers: &mut HeaderMap) {
    for (name, value) in ALWAYS {
        headers.insert(name, value);
    }
}

/// What a page of ours may load and do: itself and its WebAssembly. The hashes are of what its documents hold inline.
fn policy(scripts: &[&str], styles: &[&str]) -> String {
    let quoted =
        |hashes: &[&str]| hashes.iter().map(|hash| format!(" '{hash}'")).collect::<String>();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{}; style-src 'self'{}; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; \
         require-trusted-types-for 'script'; trusted-types cassetto",
        quoted(scripts),
        quoted(styles)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_names_each_hash_and_nothing_unsafe_but_wasm() {
        let policy = policy(&["sha256-AAA=", "sha256-BBB="], &["sha256-CCC="]);
        assert!(
            policy.contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-AAA=' 'sha256-BBB=';"),
            "{policy}"
        );
        assert!(policy.contains("style-src 'self' 'sha256-CCC=';"), "{policy}");
        assert_eq!(policy.matches("unsafe").count(), 1, "{policy}");
    }
}
