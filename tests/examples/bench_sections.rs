//! Measures the lists of sections as whole calls, session and JSON included, on a store of many companies with two years of data.
//!
//! Prints one JSON object a line: name, value, unit, floor, ratio, goal. Arguments: the folder to write in (default `target`; a
//! temporary folder is made inside it), how many companies with a history (default 10000), and how many in all once the register knows
//! more (default 200000). The floor is the cheapest call there is: who am I. Each list is asked for once, so that none comes out of
//! memory.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use backend::demo;
use backend::store::{Options, Store};
use harness::{Client, TestApp};
use serde_json::json;
use shared::companies;
use shared::ids::CompanyId;
use shared::sections::{List, SECTIONS};
use shared::session::Me;

/// Companies of the small store, beside which the large one is held.
const FEW: usize = 500;
/// Clients whose lists are asked for.
const CLIENTS: usize = 100;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let many: usize = arguments.next().map_or(Ok(10_000), |text| text.parse())?;
    let known: usize = arguments.next().map_or(Ok(200_000), |text| text.parse())?;
    let folder = tempfile::tempdir_in(folder)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let (few, _) = runtime.block_on(measured(folder.path(), FEW, FEW))?;
    let (large, all) = runtime.block_on(measured(folder.path(), many, known))?;
    let beside = |more: &Times, less: &Times| {
        let ratio = more.p50.as_secs_f64() / less.p50.as_secs_f64();
        (ratio * 100.0).round() / 100.0
    };
    let milliseconds = |time: Duration| (time.as_secs_f64() * 1e6).round() / 1e3;
    for line in [
        json!({
            "name": format!("list of a section, {many} companies, median"), "value": milliseconds(large.p50), "unit": "ms",
            "floor": milliseconds(large.floor), "goal": "<= 0.5",
        }),
        json!({
            "name": format!("list of a section, {many} companies, 99th percentile"), "value": milliseconds(large.p99), "unit": "ms",
        }),
        json!({
            "name": format!("list of a section, {many} companies beside {FEW}"), "value": milliseconds(large.p50), "unit": "ms",
            "floor": milliseconds(few.p50), "ratio": beside(&large, &few), "goal": "<= 2",
        }),
        json!({
            "name": format!("list of a section, {known} companies beside {many}"), "value": milliseconds(all.p50), "unit": "ms",
            "floor": milliseconds(large.p50), "ratio": beside(&all, &large), "goal": "<= 2",
        }),
        json!({
            "name": format!("demo of {many} companies"), "value": large.made.as_secs(), "unit": "s", "goal": "<= 60",
        }),
    ] {
        println!("{line}");
    }
    Ok(())
}

struct Times {
    p50: Duration,
    p99: Duration,
    floor: Duration,
    made: Duration,
}

/// The lists of a store of `count` companies, and of the same store once it knows `known`.
async fn measured(
    folder: &Path,
    count: usize,
    known: usize,
) -> Result<(Times, Times), Box<dyn Error>> {
    let store = Store::open(&folder.join(format!("{count}.redb")), Options::default())?;
    let app = TestApp::with().store(store.clone()).build().await;
    let begun = Instant::now();
    demo::fill(app.app(), count, demo::SEED).await?;
    let made = begun.elapsed();
    let client = app.sign_in("consulente").await;
    let before = times(&client, made).await?;
    demo::register(app.app(), count..known, demo::SEED).await?;
    let client = app.sign_in("consulente").await;
    let after = times(&client, made).await?;
    drop(app);
    store.close()?;
    Ok((before, after))
}

async fn times(client: &Client, made: Duration) -> Result<Times, Box<dyn Error>> {
    let mut floor = Vec::new();
    for _ in 0..500 {
        let request = client.request(&Me {}, "");
        let begun = Instant::now();
        client.call(request).await;
        floor.push(begun.elapsed());
    }
    let mut times = Vec::new();
    for company in clients(client).await? {
        for section in SECTIONS {
            let list = List { company, section: section.slug.to_owned(), ..Default::default() };
            let request = client.request(&list, "");
            let begun = Instant::now();
            let reply = client.call(request).await;
            times.push(begun.elapsed());
            if !reply.status.is_success() {
                return Err(format!("{}: {}", section.slug, reply.status).into());
            }
        }
    }
    times.sort_unstable();
    floor.sort_unstable();
    Ok(Times { p50: at(&times, 50), p99: at(&times, 99), floor: at(&floor, 50), made })
}

/// The first of the consultant's clients.
async fn clients(client: &Client) -> Result<Vec<CompanyId>, Box<dyn Error>> {
    let list = companies::List { limit: Some(100), ..Default::default() };
    let page = client.send(&list).await.map_err(|problem| format!("{problem:?}"))?;
    Ok(page.items.into_iter().take(CLIENTS).map(|row| row.id).collect())
}

fn at(times: &[Duration], share: usize) -> Duration {
    times.get(times.len() * share / 100).copied().unwrap_or_default()
}
