//! Measures evidence: derived for one company, derived anew for all of them, and the list of a practice with three hundred clients and with
//! all of them, and the same of notices, through the whole of HTTP but the socket.
//!
//! Prints one JSON object a line: name, value, unit, floor, goal. The floor is one read of one record; of a company derived anew, the same
//! in a store with a quarter of the companies. Arguments: the folder to write in
//! (default `target`; a temporary folder is made inside it) and how many companies there are (default 10000).

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use backend::changes::touch;
use backend::companies::service as companies;
use backend::demo;
use backend::evidence::{catch_up_all, service as evidence};
use backend::store::{Options, Store};
use bytes::Bytes;
use harness::bench::{floor, median, milliseconds, practice};
use harness::{Client, TestApp};
use http::Request;
use serde_json::json;
use shared::evidence::{Count, List};
use shared::ids::CompanyId;

/// Clients of the usual practice.
const USUAL: usize = 300;
/// Calls answered from what is kept, and calls after something was written.
const CALLS: (usize, usize) = (2_000, 100);
/// How many times fewer companies the smaller store has: that a company costs the same there is what linear means.
const FEWER: usize = 4;
/// Companies derived one by one.
const SINGLE: usize = 1_000;

type Failed = Box<dyn Error>;

#[tokio::main]
async fn main() -> Result<(), Failed> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let count: usize = arguments.next().map_or(Ok(10_000), |text| text.parse())?;
    let folder = tempfile::tempdir_in(folder)?;
    let app = filled(&folder.path().join("evidence.redb"), count).await?;
    let all = app.app().store().read(|tx| companies::all(tx))?;

    let mut single = Vec::new();
    for company in all.iter().take(SINGLE) {
        let (company, now) = (*company, app.app().now());
        single.push(
            app.write(move |tx| {
                let began = Instant::now();
                evidence::refresh(tx, company, now)?;
                Ok(began.elapsed())
            })
            .await,
        );
    }
    single.sort_unstable();
    let worst = single.get(single.len() * 99 / 100).copied().unwrap_or_default();
    print(
        json!({"name": "evidence for one intake, p99", "value": milliseconds(worst), "unit": "ms", "goal": "<= 20"}),
    );

    let few = (count / FEWER).max(1);
    let (_, each_of_few) = anew(&filled(&folder.path().join("few.redb"), few).await?).await?;
    let (derived, each) = anew(&app).await?;
    let seconds = (each * derived as f64 * 10.0).round() / 10.0;
    print(
        json!({"name": format!("evidence of {derived} companies anew"), "value": seconds, "unit": "s", "goal": "<= 30"}),
    );
    print(json!({
        "name": format!("evidence of a company anew, among {derived}"), "value": thousandths(each), "unit": "ms",
        "floor": thousandths(each_of_few), "ratio": (each / each_of_few * 100.0).round() / 100.0, "goal": "<= 1.3",
    }));

    let floor = floor(&app, CALLS.0)?;
    for (number, size) in [(1, USUAL.min(all.len())), (2, all.len())] {
        let persona = practice(&app, number, all.iter().take(size).copied().collect()).await;
        let client = app.sign_in(&persona).await;
        measure(&app, &client, &all, size, floor).await?;
    }
    Ok(())
}

/// A store in a file with so many companies.
async fn filled(file: &Path, companies: usize) -> Result<TestApp, Failed> {
    let store = Store::open(file, Options::default())?;
    let app = TestApp::with().store(store).build().await;
    demo::fill(app.app(), companies, demo::SEED).await?;
    Ok(app)
}

/// Derives the evidence of all companies on the next day, one after the other; how many they are, and the seconds that each took.
async fn anew(app: &TestApp) -> Result<(usize, f64), Failed> {
    app.clock().advance_minutes(24 * 60);
    let began = Instant::now();
    let derived = catch_up_all(app.app()).await?;
    Ok((derived, began.elapsed().as_secs_f64() / derived.max(1) as f64))
}

async fn measure(
    app: &TestApp,
    client: &Client,
    all: &[CompanyId],
    size: usize,
    floor: Duration,
) -> Result<(), Failed> {
    let of = |what: &str| format!("evidence of {size} clients, {what}");
    let list = || client.request(&List::default(), "");
    let count = || client.request(&Count::default(), "");
    let first = call(client, list()).await?;
    print(
        json!({"name": of("listed for the first time"), "value": milliseconds(first), "unit": "ms"}),
    );
    let (mut anew, mut counted) = (Vec::new(), Vec::new());
    for company in all.iter().take(CALLS.1) {
        let (company, now) = (*company, app.app().now());
        app.write(move |tx| Ok(touch(tx, now, company)?)).await;
        anew.push(call(client, list()).await?);
        counted.push(call(client, count()).await?);
    }
    for (what, times) in
        [("listed after a write, median", anew), ("counted after a write, median", counted)]
    {
        print(json!({"name": of(what), "value": milliseconds(median(times)), "unit": "ms"}));
    }
    let mut kept = Vec::new();
    for _ in 0..CALLS.0 {
        kept.push(call(client, list()).await?);
    }
    print(json!({
        "name": of("median"), "value": milliseconds(median(kept)), "unit": "ms",
        "floor": milliseconds(floor), "goal": "<= 1",
    }));
    notices(client, size, floor).await
}

/// The notices of the same clients, gathered by cause too.
async fn notices(client: &Client, size: usize, floor: Duration) -> Result<(), Failed> {
    let list = || client.request(&shared::notices::List::default(), "");
    let count = || client.request(&shared::notices::Count::default(), "");
    let first = call(client, list()).await?;
    let name = format!("notices of {size} clients, listed for the first time");
    print(json!({"name": name, "value": milliseconds(first), "unit": "ms"}));
    let (mut listed, mut counted) = (Vec::new(), Vec::new());
    for _ in 0..CALLS.0 {
        listed.push(call(client, list()).await?);
        counted.push(call(client, count()).await?);
    }
    for (what, times) in [("listed", listed), ("gathered", counted)] {
        print(json!({
            "name": format!("notices of {size} clients, {what}, median"), "unit": "ms",
            "value": milliseconds(median(times)), "floor": milliseconds(floor), "goal": "<= 1",
        }));
    }
    Ok(())
}

/// How long one call took.
async fn call(client: &Client, request: Request<Bytes>) -> Result<Duration, Failed> {
    let began = Instant::now();
    let reply = client.call(request).await;
    let took = began.elapsed();
    if reply.status.is_success() { Ok(took) } else { Err(format!("{reply:?}").into()) }
}

/// Seconds as thousandths of one, to the hundredth.
fn thousandths(seconds: f64) -> f64 {
    (seconds * 100_000.0).round() / 100.0
}

#[expect(clippy::needless_pass_by_value, reason = "what json! makes")]
fn print(line: serde_json::Value) {
    println!("{line}");
}
