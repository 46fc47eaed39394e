//! From what was sent to the endpoint's request, refusing whatever is not exactly one.

use bytes::Bytes;
use http::uri::PathAndQuery;
use shared::endpoint::{Endpoint, Payload};
use shared::fault::Fault;

use super::segments::segments;

/// Most characters of a decoder's complaint that are passed on: it may quote what was sent.
const COMPLAINT: usize = 300;

/// A request as it was sent.
pub struct Sent {
    /// Where to.
    pub target: PathAndQuery,
    /// The JSON body of those requests that travel in one.
    pub json: Bytes,
}

/// The request that was sent.
///
/// # Errors
/// [`Fault::Malformed`] with what is wrong and where; [`Fault::NotFound`] if a segment of the path names nothing.
pub fn request<E: Endpoint>(sent: &Sent) -> Result<E, Fault> {
    let request: E = match E::SPEC.payload {
        Payload::Json | Payload::Bulk => json(&sent.json)?,
        Payload::Query | Payload::File(_) => query(sent.target.query().unwrap_or_default())?,
    };
    request.with_segments(&segments(E::SPEC.path, sent.target.path())).ok_or(Fault::NotFound)
}

/// A body with nothing in it is an object with nothing in it.
fn json<T: serde::de::DeserializeOwned>(body: &[u8]) -> Result<T, Fault> {
    let body = if body.is_empty() { b"{}" } else { body };
    serde_json::from_slice(body).map_err(|error| malformed("body", &error))
}

fn query<T: serde::de::DeserializeOwned>(query: &str) -> Result<T, Fault> {
    if !is_utf8_when_decoded(query) {
        return Err(Fault::Malformed("query: not UTF-8".into()));
    }
    serde_urlencoded::from_str(query).map_err(|error| malformed("query", &error))
}

fn malformed(place: &str, error: &dyn std::fmt::Display) -> Fault {
    let mut detail = format!("{place}: {error}");
    if let Some((end, _)) = detail.char_indices().nth(COMPLAINT) {
        detail.truncate(end);
    }
    Fault::Malformed(detail)
}

/// The decoder of queries replaces what is not UTF-8, and would so accept what nobody meant.
fn is_utf8_when_decoded(query: &str) -> bool {
    if !query.contains('%') {
        return true;
    }
    let mut decoded = Vec::with_capacity(query.len());
    let mut rest = query.as_bytes();
    while let [byte, tail @ ..] = rest {
        rest = tail;
        match (byte, tail) {
            (b'%', [high, low, after @ ..])
                if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() =>
            {
                decoded.push(hex(*high) << 4 | hex(*low));
                rest = after;
            }
            (b'%', _) => return false,
            _ => decoded.push(*byte),
        }
    }
    std::str::from_utf8(&decoded).is_ok()
}

fn hex(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        _ => (digit | 0x20) - b'a' + 10,
    }
}

#[cfg(test)]
mod tests {
    use shared::{companies, payments, session};

    use super::*;

    fn sent(target: &str, json: &'static [u8]) -> Sent {
        Sent { target: target.parse().unwrap(), json: Bytes::from_static(json) }
    }

    #[test]
    fn a_request_reads_from_path_query_and_body() {
        let company = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
        let list: payments::List =
            request(&sent(&format!("/api/v1/companies/{company}/payments?year=2026"), b""))
                .unwrap();
        assert_eq!((list.company.to_string().as_str(), list.year), (company, Some(2026)));
        let sign_in: session::DemoSignIn =
            request(&sent("/api/v1/session/demo", br#"{"persona":"titolare"}"#)).unwrap();
        assert_eq!(sign_in.persona, "titolare");
        assert!(request::<session::SignOut>(&sent("/api/v1/session", b"")).is_ok());
        let nowhere = request::<companies::Show>(&sent("/api/v1/companies/somewhere", b""));
        assert_eq!(nowhere.unwrap_err(), Fault::NotFound);
    }

    #[test]
    fn what_is_not_exactly_a_request_is_refused_with_its_place() {
        let deep = [b"[".repeat(60_000), b"]".repeat(60_000)].concat();
        let bodies: [(&[u8], &str); 9] = [
            (br#"{"persona":"a","role":"administrator"}"#, "unknown field `role`"),
            (br#"{"persona":"a","persona":"b"}"#, "duplicate field"),
            (br#"{"persona":1}"#, "at line 1 column 12"),
            (br#"{"persona":NaN}"#, "column 12"),
            (br#"{"persona":"a"} x"#, "trailing"),
            (b"{\"persona\":\"\xff\"}", "column"),
            (br#"{"persona":"#, "EOF"),
            (b"\xef\xbb\xbf{}", "expected value"),
            (&deep, "body: "),
        ];
        for (body, expected) in bodies {
            let Err(Fault::Malformed(detail)) = json::<session::DemoSignIn>(body) else {
                panic!("{expected}")
            };
            assert!(detail.contains(expected) && detail.len() <= 2 * COMPLAINT, "{detail}");
        }
        for wrong in [
            "year=MMXXVI",
            "years=2026",
            "year=2026&year=2025",
            "year=99999999",
            "year=%ff",
            "year=%4",
            "cursor=%C3",
        ] {
            let target = format!("/api/v1/companies/01ARZ3NDEKTSV4RRFFQ69G5FAV/payments?{wrong}");
            let result = request::<payments::List>(&sent(&target, b""));
            assert!(matches!(result, Err(Fault::Malformed(_))), "{wrong}");
        }
        assert!(is_utf8_when_decoded("search=caff%C3%A8+100%25"));
    }
}
