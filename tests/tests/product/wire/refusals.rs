//! What is refused, with which status, and that nothing after it is taken for another request.

use shared::endpoint::MAX_JSON;

use crate::wire::server::{Server, echo, header, impatient, status};

#[tokio::test]
async fn methods_and_targets_that_no_route_may_see_are_refused() {
    let server = Server::start().await;
    let long = format!("GET /{} HTTP/1.1\r\nHost: a\r\n\r\n", "a".repeat(100_000));
    let many = format!("GET / HTTP/1.1\r\nHost: a\r\n{}\r\n", "X-Y: z\r\n".repeat(200));
    let large = format!("GET / HTTP/1.1\r\nHost: a\r\nX-Y: {}\r\n\r\n", "z".repeat(200_000));
    for (request, expected) in [
        ("CONNECT example.it:443 HTTP/1.1\r\nHost: example.it:443\r\n\r\n", 405),
        ("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 405),
        ("GET example.it:443 HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET //api/v1/session HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET /api/v1/../v1/session HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET /api%2fv1/session HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nX-Y : z\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\n X-Y: z\r\n\r\n", 400),
        ("GET / HTTP/3.7\r\nHost: a\r\n\r\n", 400),
        ("G@T / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("\0\0\0\0", 400),
        (&long, 414),
        (&many, 431),
        (&large, 431),
    ] {
        let mut client = server.connect().await;
        client.send(request).await;
        let answer = client.one().await;
        let shown: String = request.chars().take(60).collect();
        // A target over the limit of heads is refused as one or the other.
        let (found, expected) =
            (status(&answer), if expected == 414 { [414, 431] } else { [expected; 2] });
        assert!(expected.contains(&found), "{shown:?}: {answer}");
    }
    let absolute = server
        .answer("GET http://a/api/v1/nothing HTTP/1.1\r\nHost: b\r\nConnection: close\r\n\r\n")
        .await;
    assert_eq!(status(&absolute), 404, "{absolute}");
}

#[tokio::test]
async fn what_hides_behind_a_body_is_never_another_request() {
    let server = Server::start().await;
    let hidden = "GET /api/v1/test/large?bytes=1 HTTP/1.1\r\nHost: a\r\n\r\n";
    let post = "POST /api/v1/test/echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    for (framing, body) in [
        ("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n", "0\r\n\r\n"),
        ("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n", "0\r\n\r\n"),
        ("Content-Length: 2\r\nContent-Length: 3\r\n\r\n", "{}"),
        ("Content-Length: 2, 2\r\n\r\n", "{}"),
        ("Content-Length: +2\r\n\r\n", "{}"),
        ("Content-Length: -1\r\n\r\n", ""),
        ("Transfer-Encoding: chunked, identity\r\n\r\n", "0\r\n\r\n"),
        ("Transfer-Encoding: xchunked\r\n\r\n", "0\r\n\r\n"),
        ("Transfer-Encoding: chunked\r\n\r\n", "g\r\n"),
        ("Transfer-Encoding: chunked\r\n\r\n", "ffffffffffffffffff\r\n"),
    ] {
        let answer = server.answer(format!("{post}{framing}{body}{hidden}")).await;
        assert_eq!(answer.matches("HTTP/1.1 ").count(), 1, "{framing:?}: {answer}");
        assert_eq!(status(&answer), 400, "{framing:?}: {answer}");
    }
    let old = server
        .answer("POST /api/v1/test/echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
        .await;
    assert_eq!(status(&old), 400, "{old}");
}

#[tokio::test]
async fn a_body_too_large_is_refused_before_the_rest_of_it_is_read() {
    let server = Server::start().await;
    let post = "POST /api/v1/test/echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    let announced = server.answer(format!("{post}Content-Length: {}\r\n\r\n", MAX_JSON + 1)).await;
    let chunk = format!("4000\r\n{}\r\n", " ".repeat(0x4000)).repeat(5);
    let unannounced =
        server.answer(format!("{post}Transfer-Encoding: chunked\r\n\r\n{chunk}")).await;
    for answer in [announced, unannounced] {
        assert_eq!(
            (status(&answer), header(&answer, "connection")),
            (413, Some("close")),
            "{answer}"
        );
        assert!(
            answer.contains(r#""code":"too_large""#)
                && answer.contains(&format!(r#""value":{MAX_JSON}"#)),
            "{answer}"
        );
    }
    let fits = format!(r#"{{"text":"{}"}}"#, "x".repeat(MAX_JSON as usize - 11));
    assert_eq!(status(&server.answer(echo("Connection: close\r\n", &fits)).await), 200);
    let short = server
        .answer(format!("{}{}\r\n\r\n", echo("", r#"{"text":"a"}"#), "x".repeat(10_000)))
        .await;
    assert_eq!(
        short.matches("HTTP/1.1 ").count(),
        2,
        "an answer, and a refusal of the rest: {short}"
    );
    assert!(short.contains("HTTP/1.1 400 "), "{short}");
}

#[tokio::test]
async fn a_body_that_stalls_is_given_up() {
    let server = Server::with(impatient()).await;
    let whole = echo("", r#"{"text":"a"}"#);
    let answer = server.answer(&whole[..whole.len() - 3]).await;
    assert_eq!((status(&answer), header(&answer, "connection")), (408, Some("close")), "{answer}");
}

#[tokio::test]
async fn calls_from_other_sites_are_refused() {
    let settings = backend::http::settings::Settings {
        trusted_origins: vec!["https://t.it".into()],
        ..Default::default()
    };
    let server = Server::with(settings).await;
    for (headers, expected) in [
        ("", 200),
        ("Sec-Fetch-Site: same-origin\r\n", 200),
        ("Sec-Fetch-Site: cross-site\r\n", 403),
        ("Sec-Fetch-Site: same-site\r\n", 403),
        ("Sec-Fetch-Site: cross-site\r\nOrigin: https://t.it\r\n", 200),
        ("Origin: http://a\r\n", 200),
        ("Origin: http://b\r\n", 403),
        ("Origin: null\r\n", 403),
    ] {
        let answer = server
            .answer(echo(&format!("{headers}Connection: close\r\n"), r#"{"text":"a"}"#))
            .await;
        assert_eq!(status(&answer), expected, "{headers:?}: {answer}");
    }
}

#[tokio::test]
async fn a_body_of_another_type_is_refused() {
    let server = Server::start().await;
    for kind in ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""] {
        let request = echo("Connection: close\r\n", "{}").replace("application/json", kind);
        assert_eq!(status(&server.answer(request).await), 415, "{kind:?}");
    }
    let typed =
        echo("Connection: close\r\n", r#"{"text":"a"}"#).replace("/json", "/JSON ; charset=utf-8");
    assert_eq!(status(&server.answer(typed).await), 200);
}
