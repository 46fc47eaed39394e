//! `cargo xtask test`: every runner there is, one table, one last line.

mod browser;
mod count;
mod native;

use crate::pack::{Manifest, budget};
use crate::report::table;
use crate::workspace::Workspace;
use crate::{setup, web};
use anyhow::{Context, Result};
use clap::ValueEnum;
use std::time::Instant;

pub use count::Tally;
pub use native::unit;

/// The parts of the test run.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Runner {
    /// All Rust tests
    Native,
    /// The examples in the documentation of the code
    Doc,
    /// The build of the app's style
    Style,
    /// What the first screen weighs
    Budgets,
    /// The browser's tests, against a real server
    Browser,
}

/// How one runner ended.
struct Row {
    name: &'static str,
    tally: Tally,
    seconds: f64,
}

/// Runs `only` these runners, or all of them when none is named; true when nothing failed.
///
/// # Errors
/// When the set-up fails. A runner that breaks down counts as one failed test, and the others still run.
pub fn run(ws: &Workspace, only: &[Runner]) -> Result<bool> {
    let chosen = |runner: &Runner| only.is_empty() || only.contains(runner);
    // Whoever lacks a browser hears it before the minutes of building, not after.
    if chosen(&Runner::Browser)
        && let Err(error) = setup::ensure(ws, setup::BROWSER)
    {
        println!("✗ {error:#}");
    }
    let app = build_app(ws);
    let mut rows = Vec::new();
    for runner in Runner::value_variants().iter().filter(|runner| chosen(runner)) {
        let start = Instant::now();
        let (name, result) = match runner {
            Runner::Native => ("native", native::all(ws)),
            Runner::Doc => ("documentation", native::doc(ws)),
            Runner::Style => ("style", native::style(ws)),
            Runner::Budgets => ("budgets", budgets(&app)),
            Runner::Browser => ("browser", app_is_built(&app).and_then(|_| browser::run(ws))),
        };
        let tally = result.unwrap_or_else(|error| broken(name, &error));
        rows.push(Row { name, tally, seconds: start.elapsed().as_secs_f64() });
    }
    Ok(conclude(&rows))
}

/// Prints the table of all runners and the last line of the run; true when nothing failed.
fn conclude(rows: &[Row]) -> bool {
    let line = |row: &Row| {
        let Tally { passed, failed, skipped } = row.tally;
        let counts = [passed, failed, skipped].map(|count| count.to_string());
        [row.name.to_owned()]
            .into_iter()
            .chain(counts)
            .chain([format!("{:.1} s", row.seconds)])
            .collect()
    };
    table(
        &["runner", ">passed", ">failed", ">skipped", ">time"],
        &rows.iter().map(line).collect::<Vec<Vec<_>>>(),
    );
    let total: Tally = rows.iter().map(|row| row.tally).sum();
    println!("{} passed, {} failed", total.passed, total.failed);
    total.failed == 0
}

/// Told, and counted as one failed test.
pub fn broken(name: &str, error: &anyhow::Error) -> Tally {
    println!("✗ {name}: {error:#}");
    Tally { failed: 1, ..Tally::default() }
}

/// The app is built first: the server's tests serve it, the budgets weigh it, the browser opens it.
fn build_app(ws: &Workspace) -> Result<Manifest> {
    setup::ensure(ws, setup::WEB)?;
    web::build(ws)
}

fn app_is_built(app: &Result<Manifest>) -> Result<&Manifest> {
    app.as_ref().map_err(|error| anyhow::anyhow!("{error:#}")).context("the web app was not built")
}

fn budgets(app: &Result<Manifest>) -> Result<Tally> {
    let manifest = app_is_built(app)?;
    budget::show(manifest);
    let fits: Vec<bool> = budget::weigh(manifest).iter().map(budget::Weight::fits).collect();
    let passed = fits.iter().filter(|fits| **fits).count() as u64;
    Ok(Tally { passed, failed: fits.len() as u64 - passed, skipped: 0 })
}
