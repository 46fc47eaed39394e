//! `cargo xtask check`: the fast gate before a commit.

use crate::setup;
use crate::step;
use crate::test::{self, Tally};
use crate::workspace::Workspace;
use anyhow::Result;
use std::process::Command;

/// Lints, and unless `lints` are all that is wanted the house rules and unit tests; true when nothing failed.
///
/// # Errors
/// When the set-up fails.
pub fn run(ws: &Workspace, lints: bool) -> Result<bool> {
    setup::ensure(ws, setup::LINTS)?;
    let native = ["clippy", "--all-targets", "--", "--deny", "warnings"];
    let app = ["clippy", "--package", "cassetto-frontend", "--target", "wasm32-unknown-unknown"];
    let mut tallies = vec![
        passes(ws, "cargo fmt --check", ws.cargo(["fmt", "--all", "--check"]))?,
        passes(ws, "clippy, native", ws.cargo(native))?,
        passes(
            ws,
            "clippy, web app",
            ws.cargo(app.into_iter().chain(["--", "--deny", "warnings"])),
        )?,
    ];
    if !lints {
        tallies.push(test::unit(ws).unwrap_or_else(|error| test::broken("unit tests", &error)));
    }
    let total: Tally = tallies.into_iter().sum();
    println!("\n{} passed, {} failed", total.passed, total.failed);
    Ok(total.failed == 0)
}

/// Runs one lint as one test.
fn passes(ws: &Workspace, title: &str, mut command: Command) -> Result<Tally> {
    let ended = step::attempt(ws, title, &mut command)?;
    if !ended.ok {
        step::show_tail(&ended);
    }
    Ok(Tally { passed: u64::from(ended.ok), failed: u64::from(!ended.ok), skipped: 0 })
}
