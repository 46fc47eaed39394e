//! The whole front, called in process.

use bytes::Bytes;
use http::{Request, StatusCode, header};
use http_body_util::{BodyExt, Full};
use shared::endpoint::{ENDPOINTS, Endpoint, url};
use shared::session::{DemoSignIn, Me, SignOut, Viewer, Who};
use tower::ServiceExt;

use super::layers::head::COOKIE;
use super::route::reply::Response;
use super::settings::Settings;
use super::site::openapi;
use super::{Front, Routes, front, health, missing_or_extra};
use crate::app::App;
use crate::demo;
use crate::store::Store;

fn app() -> App {
    App::over(Store::in_memory().unwrap()).demo(true).build()
}

fn request<E: Endpoint>(request: &E, cookie: &str) -> Request<Full<Bytes>> {
    let body = if E::SPEC.method == shared::endpoint::Method::Get {
        Vec::new()
    } else {
        serde_json::to_vec(request).unwrap()
    };
    Request::builder()
        .method(E::SPEC.method.as_str())
        .uri(url(request).unwrap())
        .header(header::HOST, "localhost")
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/json")
        .body(Full::new(body.into()))
        .unwrap()
}

async fn called<E: Endpoint>(front: &Front<impl Routes>, endpoint: &E, cookie: &str) -> Response {
    front.clone().oneshot(request(endpoint, cookie)).await.unwrap()
}

async fn text(response: Response) -> String {
    String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().into()).unwrap()
}

fn cookie(response: &Response) -> String {
    response.headers()[header::SET_COOKIE].to_str().unwrap().to_owned()
}

#[test]
fn every_endpoint_has_its_route_and_its_description() {
    let app = app();
    assert_eq!(missing_or_extra(&app), [""; 0]);
    let document = openapi::document(&app);
    for spec in ENDPOINTS {
        let operation = &document["paths"][spec.path][spec.method.as_str().to_ascii_lowercase()];
        assert_eq!(operation["operationId"], spec.name);
    }
}

#[test]
fn every_reference_of_the_document_leads_somewhere() {
    let document = openapi::document(&app());
    let text = document.to_string();
    let mut references = 0;
    for rest in text.split(r##""$ref":"#"##).skip(1) {
        let pointer = rest.split('"').next().unwrap();
        assert!(document.pointer(pointer).is_some(), "{pointer}");
        references += 1;
    }
    assert!(references > ENDPOINTS.len());
}

#[tokio::test]
async fn a_session_travels_in_its_cookie_and_goes_with_it() {
    let app = app();
    demo::fill(&app, 1, 1).await.unwrap();
    let front = front(&app, Settings::default()).unwrap();
    assert_eq!(called(&front, &Me {}, "").await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(
        called(&front, &Me {}, &format!("{COOKIE}=00")).await.status(),
        StatusCode::UNAUTHORIZED
    );

    let signed_in = called(&front, &DemoSignIn { persona: "titolare".into() }, "").await;
    assert_eq!(signed_in.status(), StatusCode::OK);
    let line = cookie(&signed_in);
    for attribute in ["; HttpOnly", "; Secure", "; SameSite=Lax", "; Path=/", "; Max-Age=28800"] {
        assert!(line.contains(attribute), "{line}");
    }
    let session = format!("lang=it; {}", line.split(';').next().unwrap());
    let me: Viewer =
        serde_json::from_str(&text(called(&front, &Me {}, &session).await).await).unwrap();
    assert!(me.demo);

    let signed_out = called(&front, &SignOut {}, &session).await;
    assert_eq!(signed_out.status(), StatusCode::NO_CONTENT);
    assert!(cookie(&signed_out).contains("Max-Age=0"));
    assert_eq!(signed_out.headers()["clear-site-data"], "\"cache\", \"storage\"");
    assert_eq!(called(&front, &Me {}, &session).await.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn without_the_demo_its_sign_in_does_not_exist() {
    let app = App::over(Store::in_memory().unwrap()).build();
    let front = front(&app, Settings::default()).unwrap();
    let answer = called(&front, &DemoSignIn { persona: "titolare".into() }, "").await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    assert_eq!(text(called(&front, &Who {}, "").await).await, r#"{"viewer":null,"ways":[]}"#);
    let demo = super::front(&self::app(), Settings::default()).unwrap();
    assert_eq!(text(called(&demo, &Who {}, "").await).await, r#"{"viewer":null,"ways":["demo"]}"#);
}

#[tokio::test]
async fn the_private_listener_tells_how_it_is() {
    let front = front(&app(), Settings::default()).unwrap();
    called(&front, &Me {}, "").await;
    let platform = front.platform();
    let asked = |path: &str| health::answer(platform, &Request::get(path).body(()).unwrap());
    assert_eq!(asked("/live").status(), StatusCode::OK);
    assert_eq!(asked("/ready").status(), StatusCode::OK);
    assert_eq!(asked("/").status(), StatusCode::NOT_FOUND);
    let metrics = text(asked("/metrics")).await;
    for line in [
        "cassetto_calls_total{route=\"session.me\",status=\"4xx\"} 1",
        "cassetto_jobs_waiting 0",
        "cassetto_store_commits ",
    ] {
        assert!(metrics.contains(line), "{line} in\n{metrics}");
    }
    platform.draining.store(true, std::sync::atomic::Ordering::Relaxed);
    assert_eq!(asked("/ready").status(), StatusCode::SERVICE_UNAVAILABLE);
}
