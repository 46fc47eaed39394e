//! Measures durable writing: what the disk allows, what one writer gets and what many get.
//!
//! Prints one JSON object a line: name, value, unit, floor, ratio, goal. Arguments: the folder to write in (default `target`; a temporary folder is
//! made inside it) and the seconds each measurement lasts (default 3).

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use backend::store::{Index, Options, Store, StoreError, Table};
use harness::bench::sync_times;
use serde_json::json;

/// A record of usual size with an index on it: what a small request writes.
const RECORDS: Table<u64, String> = Table::new("bench");
const BY_WRITER: Index<(u32, u64)> = Index::new("bench_by_writer");
const RECORD_BYTES: usize = 200;

const MANY: u32 = 256;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let seconds: u64 = arguments.next().map_or(Ok(3), |text| text.parse())?;
    let span = Duration::from_secs(seconds);
    let folder = tempfile::tempdir_in(folder)?;

    let floor = sync_times(folder.path(), span)?;
    let one = commits_per_second(folder.path(), 1, span)?;
    let many = commits_per_second(folder.path(), MANY, span)?;
    let microseconds = |time: Duration| time.as_micros() as u64;
    let tenths = |ratio: f64| (ratio * 10.0).round() / 10.0;
    for line in [
        json!({"name": "fdatasync of 4 KB, median", "value": microseconds(floor.median), "unit": "µs"}),
        json!({"name": "fdatasync of 4 KB, 99th percentile", "value": microseconds(floor.p99), "unit": "µs"}),
        json!({
            "name": "durable writes, one writer", "value": one.round(), "unit": "writes/s",
            "floor": (1.0 / floor.median.as_secs_f64()).round(),
        }),
        json!({
            "name": format!("durable writes, {MANY} writers, beside one"), "value": many.round(), "unit": "writes/s",
            "floor": one.round(), "ratio": tenths(many / one), "goal": ">= 5",
        }),
    ] {
        println!("{line}");
    }
    Ok(())
}

/// Acknowledged single-record transactions a second, `writers` waiting each for its own.
fn commits_per_second(folder: &Path, writers: u32, span: Duration) -> Result<f64, Box<dyn Error>> {
    let store = Store::open(&folder.join(format!("{writers}.redb")), Options::default())?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let next = Arc::new(AtomicU64::new(0));
    let start = Instant::now();
    let end = start + span;
    let written = runtime.block_on(async {
        let tasks: Vec<_> = (0..writers)
            .map(|writer| tokio::spawn(write_until(store.clone(), writer, Arc::clone(&next), end)))
            .collect();
        let mut written = 0;
        for task in tasks {
            written += task.await??;
        }
        Ok::<u64, Box<dyn Error>>(written)
    })?;
    let taken = start.elapsed();
    store.close()?;
    Ok(written as f64 / taken.as_secs_f64())
}

async fn write_until(
    store: Store,
    writer: u32,
    next: Arc<AtomicU64>,
    end: Instant,
) -> Result<u64, StoreError> {
    let mut written = 0;
    while Instant::now() < end {
        let id = next.fetch_add(1, Ordering::Relaxed);
        store
            .transact(move |tx| {
                RECORDS.put(tx, &id, &"x".repeat(RECORD_BYTES))?;
                BY_WRITER.put(tx, &(writer, id))
            })
            .await?;
        written += 1;
    }
    Ok(written)
}
