//! The browser's tests: a real server over a new demo store, a real Chromium, Playwright between them.

use super::count::{self, Tally};
use crate::server::{self, Server};
use crate::workspace::Workspace;
use crate::{setup, step};
use anyhow::{Context, Result};
use std::fs;

/// Runs all journeys and sweeps at every size and scheme.
///
/// # Errors
/// When the browser or the server cannot be had, or Playwright breaks down.
pub fn run(ws: &Workspace) -> Result<Tally> {
    setup::ensure(ws, setup::BROWSER)?;
    let executable = server::build(ws, "quick")?;
    let server = Server::start(ws, &executable)?;
    let chromium = setup::chromium::find(ws).context("no Chromium")?;
    let report = ws.target.join("xtask/browser-report.json");
    fs::remove_file(&report).ok();

    let mut npx = ws.command("npx");
    npx.args(["--no-install", "playwright", "test", "--reporter=line,json"])
        .current_dir(ws.browser_tests());
    npx.env("CASSETTO_URL", &server.url).env("CHROME_PATH", chromium);
    npx.env("CASSETTO_SERVER", &executable);
    npx.env("CASSETTO_RESULTS", ws.target.join("xtask/browser-results"));
    npx.env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report);
    let ended = step::attempt(ws, "browser tests", &mut npx)?;
    if !ended.ok {
        step::show_tail(&ended);
    }
    let bytes = fs::read(&report)
        .with_context(|| format!("Playwright wrote no report: see {}", ended.log.display()))?;
    let (tally, again) = count::playwright(&bytes)?;
    for name in again {
        println!("  passed only when run again: {name}");
    }
    Ok(tally.ended(ended.ok))
}
