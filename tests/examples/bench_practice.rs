//! Measures the grid of clients: of a practice with three hundred and of one with ten thousand, through the whole of HTTP but the socket.
//!
//! Prints one JSON object a line: name, value, unit, floor, goal. The floor is one read of one record. Arguments: the folder to write in
//! (default `target`; a temporary folder is made inside it) and how many companies there are (default 10000).

use std::error::Error;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use backend::changes::touch;
use backend::companies::service as companies;
use backend::demo;
use backend::store::{Options, Store};
use bytes::Bytes;
use harness::bench::{floor, median, milliseconds, practice};
use harness::{Client, TestApp};
use http::Request;
use http::header::ACCEPT_ENCODING;
use serde_json::json;
use shared::ids::CompanyId;
use shared::practice::Grid;

/// Clients of the usual practice.
const USUAL: usize = 300;
/// Calls answered from what is kept, and calls after something was written.
const CALLS: (usize, usize) = (2_000, 100);

type Failed = Box<dyn Error>;

#[tokio::main]
async fn main() -> Result<(), Failed> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let count: usize = arguments.next().map_or(Ok(10_000), |text| text.parse())?;
    let folder = tempfile::tempdir_in(folder)?;
    let store = Store::open(&folder.path().join("practice.redb"), Options::default())?;
    let app = TestApp::with().store(store).build().await;

    let began = Instant::now();
    demo::fill(app.app(), count, demo::SEED).await?;
    let seconds = (began.elapsed().as_secs_f64() * 10.0).round() / 10.0;
    print(
        json!({"name": format!("inventing {count} companies"), "value": seconds, "unit": "s", "goal": "<= 60"}),
    );

    let all = app.app().store().read(|tx| companies::all(tx))?;
    let floor = floor(&app, CALLS.0)?;
    for (number, size) in [(1, USUAL.min(all.len())), (2, all.len())] {
        let persona = practice(&app, number, all.iter().take(size).copied().collect()).await;
        let client = app.sign_in(&persona).await;
        measure(&app, &client, &all, size, floor).await?;
    }
    Ok(())
}

async fn measure(
    app: &TestApp,
    client: &Client,
    all: &[CompanyId],
    size: usize,
    floor: Duration,
) -> Result<(), Failed> {
    let of = |what: &str| format!("grid of {size} clients, {what}");
    let usual = size <= USUAL;
    let goal = |goal: &str| usual.then(|| goal.to_owned());
    let (first, _) = call(client).await?;
    print(
        json!({"name": of("made for the first time"), "value": milliseconds(first), "unit": "ms"}),
    );

    let mut anew = Vec::new();
    for company in all.iter().take(CALLS.1) {
        let (company, now) = (*company, app.app().now());
        app.write(move |tx| Ok(touch(tx, now, company)?)).await;
        anew.push(call(client).await?.0);
    }
    print(json!({
        "name": of("made anew after a write, median"), "value": milliseconds(median(anew)), "unit": "ms",
    }));
    let mut kept = Vec::new();
    let mut bytes = 0;
    for _ in 0..CALLS.0 {
        let (time, size) = call(client).await?;
        kept.push(time);
        bytes = size;
    }
    print(json!({
        "name": of("median"), "value": milliseconds(median(kept)), "unit": "ms",
        "floor": milliseconds(floor), "goal": "<= 1",
    }));
    let mut line = json!({"name": of("Brotli"), "value": bytes, "unit": "bytes"});
    if let Some(goal) = goal("<= 12288") {
        line["goal"] = goal.into();
    }
    print(line);
    Ok(())
}

/// One call; how long it took, and how many bytes came.
async fn call(client: &Client) -> Result<(Duration, usize), Failed> {
    let mut request: Request<Bytes> = client.request(&Grid {}, "");
    request.headers_mut().insert(ACCEPT_ENCODING, "br".parse()?);
    let began = Instant::now();
    let reply = client.call(request).await;
    let took = began.elapsed();
    if reply.status.is_success() && reply.header("content-encoding") == "br" {
        return Ok((took, reply.body.len()));
    }
    Err(format!("{reply:?}").into())
}

#[expect(clippy::needless_pass_by_value, reason = "what json! makes")]
fn print(line: serde_json::Value) {
    println!("{line}");
}
