//! One request through the browser's fetch.

use js_sys::Promise;
use shared::endpoint::IDEMPOTENCY_KEY;
use shared::fault::Problem;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Headers, RequestCredentials, RequestInit, Response};

use super::{CallError, Prepared, json};

pub(super) async fn send(
    request: &Prepared,
    signal: Option<&AbortSignal>,
) -> Result<String, CallError> {
    // Whatever the browser refuses to do before a byte travels reaches nobody either: offline.
    receive(start(request, signal).map_err(|_| CallError::Offline)?).await
}

pub(super) async fn receive(response: Promise) -> Result<String, CallError> {
    let (status, text) = read(response).await.map_err(|_| CallError::Offline)?;
    outcome(status, text)
}

/// What a status and a body amount to.
pub(super) fn outcome(status: u16, text: String) -> Result<String, CallError> {
    if (200..300).contains(&status) {
        return Ok(text);
    }
    Err(match json::read::<Problem>(&text) {
        Ok(problem) => CallError::Problem(problem),
        Err(_) => CallError::Unreadable(status),
    })
}

fn start(request: &Prepared, signal: Option<&AbortSignal>) -> Result<Promise, JsValue> {
    let headers = Headers::new()?;
    headers.set("Accept", "application/json")?;
    let init = RequestInit::new();
    if let Some(body) = &request.body {
        headers.set("Content-Type", "application/json")?;
        init.set_body(&JsValue::from_str(body));
    }
    if let Some(key) = &request.key {
        headers.set(IDEMPOTENCY_KEY, key)?;
    }
    init.set_method(request.method);
    init.set_headers(&headers);
    init.set_credentials(RequestCredentials::SameOrigin);
    init.set_signal(signal);
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    Ok(window.fetch_with_str_and_init(&request.url, &init))
}

async fn read(response: Promise) -> Result<(u16, String), JsValue> {
    let response: Response = JsFuture::from(response).await?.dyn_into()?;
    let text = JsFuture::from(response.text()?).await?;
    Ok((response.status(), text.as_string().unwrap_or_default()))
}
