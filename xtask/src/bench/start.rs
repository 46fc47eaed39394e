//! How soon the released server listens on a filled store, what it needs while nobody asks anything, what it weighs.

use super::figure::Figure;
use crate::dist::SIZE_LIMIT;
use crate::server::{self, Server};
use crate::workspace::Workspace;
use crate::{setup, web};
use anyhow::{Context, Result};
use serde_json::json;
use std::fs;
use std::thread::sleep;
use std::time::Duration;

/// Starts whose median is told.
const STARTS: usize = 9;
/// Until a server is idle.
const SETTLE: Duration = Duration::from_secs(3);

/// Measures the release build.
///
/// # Errors
/// When it cannot be built or started.
pub fn run(ws: &Workspace) -> Result<Vec<Figure>> {
    setup::ensure(ws, setup::WEB)?;
    web::build(ws)?;
    let executable = server::build(ws, "release")?;
    let data = ws.target.join("xtask/bench-start");
    fs::remove_dir_all(&data).ok();
    let filling = Server::start_on(ws, &executable, &data)?.started_in;

    let mut starts = Vec::new();
    for _ in 0..STARTS {
        starts.push(Server::start_on(ws, &executable, &data)?.started_in);
    }
    starts.sort();
    let server = Server::start_on(ws, &executable, &data)?;
    sleep(SETTLE);
    let memory = resident(server.process())?;
    drop(server);
    fs::remove_dir_all(&data).ok();

    let size = fs::metadata(&executable)?.len();
    let figure = |name: &str, value: f64, unit: &str, goal: Option<&str>| Figure {
        name: name.to_owned(),
        value,
        unit: unit.to_owned(),
        floor: None,
        ratio: None,
        goal: goal.map(|goal| json!(goal)),
    };
    let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
    let size_goal = format!("<= {}", SIZE_LIMIT / 1_000_000);
    Ok(vec![
        figure("first start, filling the demo store", milliseconds(filling), "ms", None),
        figure(
            "start to listening, median of 9",
            milliseconds(starts[STARTS / 2]),
            "ms",
            Some("<= 300"),
        ),
        figure("start to listening, slowest of 9", milliseconds(starts[STARTS - 1]), "ms", None),
        figure("idle memory", memory, "MB", Some("<= 48")),
        figure("executable", size as f64 / 1e6, "MB", Some(&size_goal)),
    ])
}

/// Resident memory of a process in MB of 1024 KB, as Linux tells it.
fn resident(process: u32) -> Result<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))
        .context("memory is only told by Linux")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").trim().parse()?;
    Ok(kilobytes / 1024.0)
}
