//! What every answer has, and how failures read.

use backend::http::settings::{Rate, Rates, Settings};

use crate::wire::server::{Server, echo, header, status};

fn get(target: &str) -> String {
    format!("GET {target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
}

#[tokio::test]
async fn every_answer_says_how_little_may_be_done_with_it() {
    let server = Server::start().await;
    let requests = [
        get("/"),
        get("/api/v1/openapi.json"),
        get("/api/v1/test/large?bytes=1"),
        get("/api/v1/test/large"),
        get("/api/v1/nothing"),
        get("/api/v1/test/panic"),
        get("/nothing.js"),
        "TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".to_owned(),
    ];
    for request in requests {
        let answer = server.answer(&request).await;
        let has = |name: &str| header(&answer, name).unwrap_or_default().to_owned();
        assert!(
            has("content-security-policy").contains("frame-ancestors 'none'"),
            "{request}{answer}"
        );
        assert_eq!(has("x-content-type-options"), "nosniff");
        assert_eq!(has("referrer-policy"), "no-referrer");
        assert_eq!(has("cross-origin-resource-policy"), "same-origin");
        assert_eq!(has("x-frame-options"), "DENY");
        assert_eq!(has("x-request-id").len(), 26);
        assert_eq!(has("strict-transport-security"), "", "there is no TLS to insist on");
        if request.contains("/api/") {
            assert_eq!(
                (has("cache-control").as_str(), has("vary").contains("Cookie")),
                ("no-store", true),
                "{request}"
            );
        }
    }
}

#[tokio::test]
async fn a_failure_is_a_problem_under_its_reference() {
    let server = Server::start().await;
    for (request, expected, code) in [
        (get("/api/v1/nothing"), 404, "not_found"),
        (get("/api/v2/session"), 404, "not_found"),
        (get("/api"), 404, "not_found"),
        (get("/api/v1/test/large/"), 404, "not_found"),
        (get("/api/v1/test/large"), 400, "malformed"),
        (get("/api/v1/test/large?bytes=many"), 400, "malformed"),
        (get("/api/v1/test/large?bytes=1&more=2"), 400, "malformed"),
        (get("/api/v1/test/panic"), 500, "internal"),
        (get("/api/v1/test/echo"), 405, "wrong_method"),
        (echo("Connection: close\r\n", r#"{"text":"a","role":"administrator"}"#), 400, "malformed"),
        (get("/nothing.js"), 404, "not_found"),
    ] {
        let answer = server.answer(&request).await;
        assert_eq!(status(&answer), expected, "{request}{answer}");
        assert_eq!(header(&answer, "content-type"), Some("application/problem+json"));
        let (_, body) = answer.split_once("\r\n\r\n").unwrap();
        let problem: shared::fault::Problem = serde_json::from_str(body).unwrap();
        assert_eq!((problem.code.as_str(), problem.status), (code, expected));
        assert_eq!(Some(problem.reference.as_str()), header(&answer, "x-request-id"));
    }
    let allowed = server.answer(get("/api/v1/test/echo")).await;
    assert_eq!(header(&allowed, "allow"), Some("POST"));
}

#[tokio::test]
async fn a_panic_is_its_calls_own_matter() {
    let server = Server::start().await;
    let mut client = server.connect().await;
    for (target, expected) in
        [("panic", 500), ("large?bytes=5", 200), ("panic", 500), ("large?bytes=5", 200)]
    {
        client.send(format!("GET /api/v1/test/{target} HTTP/1.1\r\nHost: a\r\n\r\n")).await;
        assert_eq!(status(&client.one().await), expected);
    }
}

#[tokio::test]
async fn a_write_has_a_key_and_its_digest_is_of_what_was_asked() {
    let server = Server::start().await;
    let put = |key: &str| {
        let key =
            if key.is_empty() { String::new() } else { format!("Idempotency-Key: {key}\r\n") };
        format!(
            "PUT /api/v1/test/write HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{key}Content-Length: 0\r\n\r\n"
        )
    };
    let long = "k".repeat(101);
    for (key, expected) in [
        ("", "key_missing"),
        ("with space", "malformed"),
        (long.as_str(), "malformed"),
        ("è", "malformed"),
    ] {
        let answer = server.answer(put(key)).await;
        assert!(status(&answer) == 400 && answer.contains(expected), "{key}: {answer}");
    }
    let (one, two) = (server.answer(put("k-1")).await, server.answer(put(&long[1..])).await);
    let digest = |answer: &str| answer.trim_end_matches('"').rsplit(' ').next().unwrap().to_owned();
    assert!(one.contains("\"k-1 test.write "), "{one}");
    assert_eq!(digest(&one), digest(&two));
}

#[tokio::test]
async fn replies_are_packed_where_it_pays_and_head_has_no_body() {
    let server = Server::start().await;
    let with = |bytes: u32, accept: &str| {
        get(&format!("/api/v1/test/large?bytes={bytes}"))
            .replace("Host: a", &format!("Host: a\r\nAccept-Encoding: {accept}"))
    };
    for (bytes, accept, expected) in [
        (5_000, "gzip, br", Some("br")),
        (5_000, "gzip", Some("gzip")),
        (5_000, "zstd", None),
        (500, "gzip, br", None),
    ] {
        let answer = server.answer(with(bytes, accept)).await;
        assert_eq!(header(&answer, "content-encoding"), expected, "{bytes} {accept}");
    }
    let head = server.answer(get("/api/v1/test/large?bytes=9").replace("GET", "HEAD")).await;
    assert_eq!((status(&head), header(&head, "content-length")), (200, Some("11")));
    assert!(head.ends_with("\r\n\r\n"), "{head}");
}

#[tokio::test]
async fn too_many_calls_are_told_when_to_come_again() {
    let rates = Rates { read: Rate { burst: 2, per_minute: 1 }, ..Rates::default() };
    let server = Server::with(Settings { rates, ..Settings::default() }).await;
    for expected in [200, 200, 429] {
        let answer = server.answer(get("/api/v1/test/large?bytes=1")).await;
        assert_eq!(status(&answer), expected);
        if expected == 429 {
            let seconds: u32 = header(&answer, "retry-after").unwrap().parse().unwrap();
            assert!((1..=60).contains(&seconds));
        }
    }
}

#[tokio::test]
async fn the_document_describes_each_route() {
    let server = Server::start().await;
    let answer = server.answer(get("/api/v1/openapi.json")).await;
    let (_, body) = answer.split_once("\r\n\r\n").unwrap();
    let document: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
    let write = &document["paths"]["/api/v1/test/write"]["put"];
    assert_eq!(write["operationId"], "test.write");
    assert_eq!(write["parameters"][0]["name"], "Idempotency-Key");
    let large = &document["paths"]["/api/v1/test/large"]["get"];
    assert_eq!(
        (&large["parameters"][0]["name"], &large["parameters"][0]["in"]),
        (&"bytes".into(), &"query".into())
    );
    assert_eq!(
        document["paths"]["/api/v1/test/echo"]["post"]["responses"]["413"]["content"]["application/problem+json"]
            ["schema"]["$ref"],
        "#/components/schemas/Problem"
    );
    assert!(document["components"]["schemas"]["Problem"].is_object());
}
