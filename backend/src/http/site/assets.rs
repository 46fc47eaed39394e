//! The web app, from memory: packed when it was built, never copied, kept by browsers as long as its names say.

use std::collections::HashMap;
use std::io::Read;
use std::sync::{LazyLock, OnceLock};

use bytes::Bytes;
use http::header::{self, HeaderName, HeaderValue};
use http::{Method, StatusCode};
use shared::entrance::{Document, is_inside};
use shared::fault::Fault;

use crate::http::layers::coding::{self, Accepted};
use crate::http::layers::head::Head;
use crate::http::route::reply::{self, Response};

/// A file of the web app.
pub struct Asset {
    /// Its path, beginning with `/`.
    pub path: &'static str,
    /// Its media type.
    pub content_type: &'static str,
    /// Whether its name changes with its content.
    pub immutable: bool,
    /// Its tag, with the quotation marks.
    pub etag: &'static str,
    /// Its bytes.
    pub bytes: Kept,
}

/// The bytes of a file, as the executable holds them.
pub enum Kept {
    /// As they are: packing makes them no smaller.
    Plain(&'static [u8]),
    /// Packed with Brotli. Hardly anybody does not take that: the other forms would be a quarter of the executable.
    Packed {
        /// With Brotli.
        br: &'static [u8],
        /// With gzip, from the first time that somebody takes that alone.
        gz: OnceLock<Bytes>,
        /// Unpacked, from the first time that somebody takes neither.
        plain: OnceLock<Bytes>,
    },
}

include!(concat!(env!("OUT_DIR"), "/web_assets.rs"));

/// The service worker, whose scope is the whole app.
const SERVICE_WORKER: &str = "/sw.js";
const SERVICE_WORKER_ALLOWED: HeaderName = HeaderName::from_static("service-worker-allowed");

const IMMUTABLE: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
const VARY: HeaderValue = HeaderValue::from_static("Accept-Encoding");

/// What is shown when the executable was built without the web app.
const NO_APP: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Cassetto</title>\
    <h1>Cassetto</h1><p>This executable was built without the web app. <code>cargo xtask dist</code> builds one with it; \
    <code>cargo xtask serve</code> builds and runs it. The API is at <a href=\"/api/v1/openapi.json\">/api/v1</a>.</p></html>";

static BY_PATH: LazyLock<HashMap<&'static str, &'static Asset>> =
    LazyLock::new(|| ASSETS.iter().map(|asset| (asset.path, asset)).collect());

/// Whatever is not below `/api`.
pub(super) fn answer(head: &Head) -> Response {
    if !matches!(head.method, Method::GET | Method::HEAD) {
        return reply::wrong_method("GET, HEAD");
    }
    let asked = head.wants_html() && head.token().is_none();
    if asked && is_inside(head.target.path()) {
        return to_sign_in(head.target.as_str());
    }
    match find(&BY_PATH, head.target.path(), head.wants_html()) {
        Found::Asset(asset) => asset.serve(head.accepted, head.if_none_match()),
        Found::NoApp => page(NO_APP),
        Found::Nothing => reply::failed(Fault::NotFound),
    }
}

/// Somebody without a session signs in first, before a page is loaded that would only lead there.
fn to_sign_in(target: &str) -> Response {
    let mut response = Response::default();
    // Text is always a query, and a query is visible ASCII.
    let next = serde_urlencoded::to_string([("next", target)]).unwrap_or_default();
    if let Ok(location) = HeaderValue::try_from(["/entra?", &next].concat()) {
        *response.status_mut() = StatusCode::SEE_OTHER;
        response.headers_mut().insert(header::LOCATION, location);
    }
    response.headers_mut().insert(header::CACHE_CONTROL, NO_STORE);
    response
}

/// Under it lie the pages of companies, whose records may have a point in their names; no file does.
const RECORDS: &str = "/azienda/";

enum Found {
    Asset(&'static Asset),
    NoApp,
    Nothing,
}

/// The file of this path. A page that is no file is one of the app's own addresses, which the app itself resolves, in the document that
/// the address belongs to.
fn find(assets: &HashMap<&'static str, &'static Asset>, path: &str, wants_html: bool) -> Found {
    let is_page = path == "/" || (wants_html && (!path.contains('.') || path.starts_with(RECORDS)));
    let path = if is_page { Document::of(path).file() } else { path };
    match assets.get(path) {
        Some(asset) => Found::Asset(asset),
        None if is_page => Found::NoApp,
        None => Found::Nothing,
    }
}

impl Asset {
    fn serve(&self, accepted: Accepted, known: Option<&[u8]>) -> Response {
        let (bytes, coding) = self.bytes.coded(accepted);
        let unchanged = known.is_some_and(|known| names(known, self.etag));
        let mut response = match unchanged {
            true => Response::default(),
            false => Response::new(bytes.into()),
        };
        let headers = response.headers_mut();
        headers.reserve(14);
        headers.insert(header::ETAG, HeaderValue::from_static(self.etag));
        headers.insert(header::CACHE_CONTROL, if self.immutable { IMMUTABLE } else { ASK_AGAIN });
        headers.insert(header::VARY, VARY);
        if self.path == SERVICE_WORKER {
            headers.insert(SERVICE_WORKER_ALLOWED, HeaderValue::from_static("/"));
        }
        if unchanged {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.content_type));
        if let Some(coding) = coding {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
        }
        response
    }
}

impl Kept {
    /// Packed with Brotli, and in no other way yet.
    pub const fn packed(br: &'static [u8]) -> Self {
        Kept::Packed { br, gz: OnceLock::new(), plain: OnceLock::new() }
    }

    /// The bytes as a client takes them, and how they are packed.
    fn coded(&self, accepted: Accepted) -> (Bytes, Option<&'static str>) {
        match self {
            Kept::Plain(bytes) => (Bytes::from_static(bytes), None),
            Kept::Packed { br, .. } if accepted.br => (Bytes::from_static(br), Some("br")),
            Kept::Packed { br, gz, .. } if accepted.gzip => {
                (gz.get_or_init(|| coding::gzip(&unpacked(br))).clone(), Some("gzip"))
            }
            Kept::Packed { br, plain, .. } => (plain.get_or_init(|| unpacked(br)).clone(), None),
        }
    }
}

fn unpacked(br: &[u8]) -> Bytes {
    let mut plain = Vec::new();
    if let Err(error) = brotli::Decompressor::new(br, 1 << 16).read_to_end(&mut plain) {
        // Packing made it; a test unpacks every file.
        tracing::error!(%error, "a file of the web app cannot be unpacked");
    }
    plain.into()
}

/// Whether an `If-None-Match` names the tag.
fn names(known: &[u8], etag: &str) -> bool {
    let Ok(known) = std::str::from_utf8(known) else { return false };
    known.trim() == "*" || known.split(',').any(|tag| tag.trim().trim_start_matches("W/") == etag)
}

fn page(html: &'static str) -> Response {
    let mut response = Response::new(html.into());
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    response.headers_mut().insert(header::CACHE_CONTROL, ASK_AGAIN);
    response
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    const INDEX: &str = Document::Entrance.file();
    const APP: &str = Document::App.file();
    const DIALOGUE: &str = Document::Dialogue.file();
    const TOOLS: &str = Document::Tools.file();

    /// A file that lives as long as the tests do.
    fn file(path: &'static str, content_type: &'static str, immutable: bool) -> &'static Asset {
        let bytes = Kept::packed(coding::brotli(b"plain").to_vec().leak());
        Box::leak(Box::new(Asset { path, content_type, immutable, etag: "\"1f2e\"", bytes }))
    }

    /// What a client has that takes gzip alone, once it has unpacked it.
    fn unzipped(kept: &Kept) -> Bytes {
        let (bytes, coding) = kept.coded(Accepted { br: false, gzip: true });
        let mut plain = Vec::new();
        match coding {
            Some(_) => flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut plain).unwrap(),
            None => return bytes,
        };
        plain.into()
    }

    fn script() -> &'static Asset {
        file("/app-1f2e.js", "text/javascript", true)
    }

    fn page() -> &'static Asset {
        file(INDEX, "text/html", false)
    }

    fn header(response: &Response, name: HeaderName) -> Option<&str> {
        response.headers().get(name).map(|value| value.to_str().unwrap())
    }

    #[test]
    fn a_page_is_the_apps_and_a_file_is_there_or_not() {
        let documents = [INDEX, APP, DIALOGUE, TOOLS].map(|path| file(path, "text/html", false));
        let assets: HashMap<_, _> =
            documents.into_iter().chain([script()]).map(|asset| (asset.path, asset)).collect();
        for (path, wants_html, expected) in [
            ("/", false, Some(INDEX)),
            ("/oggi", true, Some(INDEX)),
            ("/oggi/altro", true, Some(APP)),
            ("/strumenti/sanzioni", true, Some(TOOLS)),
            ("/richieste/nuova", true, Some(DIALOGUE)),
            ("/coda", true, Some(DIALOGUE)),
            ("/azienda/01ARZ3NDEKTSV4RRFFQ69G5FAV/crediti/2026-06.7105517", true, Some(APP)),
            ("/azienda/01ARZ3NDEKTSV4RRFFQ69G5FAV/crediti/2026-06.7105517", false, None),
            ("/companies/1", true, Some(APP)),
            ("/companies/1", false, None),
            ("/app-1f2e.js", false, Some("/app-1f2e.js")),
            ("/app-0000.js", true, None),
        ] {
            let found = match find(&assets, path, wants_html) {
                Found::Asset(asset) => Some(asset.path),
                _ => None,
            };
            assert_eq!(found, expected, "{path}");
        }
        assert!(matches!(find(&HashMap::new(), "/", false), Found::NoApp));
        assert!(matches!(find(&HashMap::new(), "/sw.js", true), Found::Nothing));
    }

    #[test]
    fn somebody_without_a_session_is_sent_to_sign_in_and_back() {
        let response = to_sign_in("/clienti?cerca=forno&x=//evil.example");
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
        assert_eq!(
            header(&response, header::LOCATION),
            Some("/entra?next=%2Fclienti%3Fcerca%3Dforno%26x%3D%2F%2Fevil.example")
        );
        assert_eq!(header(&response, header::CACHE_CONTROL), Some("no-store"));
    }

    #[test]
    fn a_file_goes_out_as_the_client_takes_it_and_only_if_it_changed() {
        let all = Accepted { br: true, gzip: true };
        let packed = script().serve(all, Some(b"\"0000\""));
        assert_eq!(
            (packed.status(), header(&packed, header::CONTENT_ENCODING)),
            (StatusCode::OK, Some("br"))
        );
        assert!(header(&packed, header::CACHE_CONTROL).unwrap().contains("immutable"));
        let gzip = script().serve(Accepted { br: false, gzip: true }, None);
        assert_eq!(header(&gzip, header::CONTENT_ENCODING), Some("gzip"));
        assert_eq!(unzipped(&script().bytes), "plain");
        let none = Accepted { br: false, gzip: false };
        assert_eq!(header(&script().serve(none, None), header::CONTENT_ENCODING), None);
        assert_eq!(script().bytes.coded(none).0, "plain");
        for known in ["\"1f2e\"", "W/\"1f2e\"", "\"0\", \"1f2e\"", "*"] {
            let unchanged = page().serve(all, Some(known.as_bytes()));
            assert_eq!(
                (unchanged.status(), header(&unchanged, header::CACHE_CONTROL)),
                (StatusCode::NOT_MODIFIED, Some("no-cache"))
            );
        }
    }

    #[test]
    fn every_file_unpacks_to_what_its_tag_names() {
        for asset in &ASSETS {
            let plain = asset.bytes.coded(Accepted { br: false, gzip: false }).0;
            for bytes in [plain, unzipped(&asset.bytes)] {
                let hash = Sha256::digest(&bytes)
                    .iter()
                    .take(8)
                    .fold(String::new(), |tag, byte| format!("{tag}{byte:02x}"));
                assert_eq!(asset.etag, format!("\"{hash}\""), "{}", asset.path);
            }
        }
    }
}
