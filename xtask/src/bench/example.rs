//! Benches that are examples of the test package: built for release, run alone, read line by line.

use super::figure::{self, Figure};
use crate::step;
use crate::workspace::Workspace;
use anyhow::Result;

/// Builds and runs `tests/examples/NAME.rs`.
///
/// # Errors
/// When it does not compile, fails, or prints no figures.
pub fn run(ws: &Workspace, name: &str) -> Result<Vec<Figure>> {
    let mut cargo =
        ws.cargo(["build", "--release", "--package", "cassetto-tests", "--example", name]);
    step::run(ws, &format!("{name}: cargo build --release"), &mut cargo)?;
    let executable = ws.executable("release/examples", name);
    let text = step::run(
        ws,
        &format!("{name}: measuring"),
        &mut ws.command(&executable.to_string_lossy()),
    )?;
    figure::read(&text)
}
