//! Endpoints that exist for these tests only.

use std::sync::LazyLock;

use backend::app::App;
use backend::fault::Result;
use backend::http::call::{Answer, Visit};
use backend::http::route::{Route, open};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use shared::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use tokio::sync::Semaphore;

/// An endpoint for anybody.
const fn spec(name: &'static str, method: Method, path: &'static str, payload: Payload) -> Spec {
    let (access, effect, rate) = (Access::Public, Effect::Session, RateClass::Read);
    Spec { name, summary: "For tests.", method, path, access, effect, rate, payload }
}

/// Answers what it was sent.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Echo {
    text: String,
}

impl Endpoint for Echo {
    const SPEC: Spec = spec("test.echo", Method::Post, "/api/v1/test/echo", Payload::Json);
    type Reply = String;
}

/// Answers so many bytes.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Large {
    bytes: usize,
}

impl Endpoint for Large {
    const SPEC: Spec = spec("test.large", Method::Get, "/api/v1/test/large", Payload::Query);
    type Reply = String;
}

/// Answers once a test lets it; see [`GATE`].
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wait {}

impl Endpoint for Wait {
    const SPEC: Spec = spec("test.wait", Method::Get, "/api/v1/test/wait", Payload::Query);
    type Reply = ();
}

/// Panics.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Panic {}

impl Endpoint for Panic {
    const SPEC: Spec = spec("test.panic", Method::Get, "/api/v1/test/panic", Payload::Query);
    type Reply = ();
}

/// Writes, as far as HTTP can tell.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Write {}

impl Endpoint for Write {
    const SPEC: Spec = Spec {
        effect: Effect::Write,
        ..spec("test.write", Method::Put, "/api/v1/test/write", Payload::Json)
    };
    type Reply = String;
}

/// What [`Wait`] waits for, and how many calls of it wait.
pub struct Gate {
    pub opened: Semaphore,
    pub reached: Semaphore,
}

pub static GATE: LazyLock<Gate> =
    LazyLock::new(|| Gate { opened: Semaphore::new(0), reached: Semaphore::new(0) });

/// The routes.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        open::<Echo, _, _>(app, echo),
        open::<Large, _, _>(app, large),
        open::<Wait, _, _>(app, wait),
        open::<Panic, _, _>(app, panic),
        open::<Write, _, _>(app, write),
    ]
}

async fn echo(_: App, _: Visit, request: Echo) -> Result<Answer<String>> {
    Ok(request.text.into())
}

async fn large(_: App, _: Visit, request: Large) -> Result<Answer<String>> {
    Ok("x".repeat(request.bytes).into())
}

async fn wait(_: App, _: Visit, _: Wait) -> Result<Answer<()>> {
    GATE.reached.add_permits(1);
    GATE.opened.acquire().await.expect("nobody closes the gate").forget();
    Ok(().into())
}

async fn panic(_: App, _: Visit, _: Panic) -> Result<Answer<()>> {
    panic!("as a test wants it");
}

async fn write(_: App, visit: Visit, _: Write) -> Result<Answer<String>> {
    let key = visit.key.expect("a write has a key");
    let digest: String = key.digest.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(format!("{} {} {digest}", key.key, key.endpoint).into())
}
