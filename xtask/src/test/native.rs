//! The Rust tests, by cargo-nextest where it is installed, and the tests of the app's style build.

use super::count::{self, Tally};
use crate::step::{self, Ended};
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::process::Command;

/// All tests of all crates.
///
/// # Errors
/// When they do not compile.
pub fn all(ws: &Workspace) -> Result<Tally> {
    cargo_tests(ws, "native tests", &["--workspace", "--lib", "--bins", "--tests"])
}

/// The tests beside the code, and the house rules: what the fast gate runs.
///
/// # Errors
/// When they do not compile.
pub fn unit(ws: &Workspace) -> Result<Tally> {
    let beside_the_code = cargo_tests(ws, "unit tests", &["--workspace", "--lib", "--bins"])?;
    let rules = cargo_tests(ws, "house rules", &["--package", "cassetto-tests", "--test", "tidy"])?;
    Ok([beside_the_code, rules].into_iter().sum())
}

/// The examples in the documentation, which only cargo itself can run.
///
/// # Errors
/// When they do not compile.
pub fn doc(ws: &Workspace) -> Result<Tally> {
    let mut cargo = ws.cargo(["test", "--doc", "--no-fail-fast"]);
    judge(&step::attempt(ws, "documentation tests", &mut cargo)?, count::libtest)
}

/// The tests of the style build.
///
/// # Errors
/// When they cannot be run.
pub fn style(ws: &Workspace) -> Result<Tally> {
    let mut npm = ws.command("npm");
    npm.arg("test").current_dir(ws.frontend());
    judge(&step::attempt(ws, "style tests", &mut npm)?, count::node)
}

fn cargo_tests(ws: &Workspace, title: &str, which: &[&str]) -> Result<Tally> {
    let nextest = ws.find("cargo-nextest").is_some();
    let mut cargo =
        if nextest { nextest_command(ws) } else { ws.cargo(["test", "--no-fail-fast"]) };
    cargo.args(which);
    judge(
        &step::attempt(ws, title, &mut cargo)?,
        if nextest { count::nextest } else { count::libtest },
    )
}

fn nextest_command(ws: &Workspace) -> Command {
    let mut cargo = ws.cargo(["nextest", "run", "--no-fail-fast", "--no-tests", "pass"]);
    cargo.args([
        "--status-level",
        "fail",
        "--final-status-level",
        "fail",
        "--failure-output",
        "final",
    ]);
    cargo
}

/// Counts, and shows what went wrong.
fn judge(ended: &Ended, count: fn(&str) -> Option<Tally>) -> Result<Tally> {
    if !ended.ok {
        step::show_tail(ended);
    }
    let tally =
        count(&ended.text).with_context(|| format!("no tests ran: see {}", ended.log.display()))?;
    Ok(tally.ended(ended.ok))
}
