//! The web app from its sources to what the server takes in: trunk (whose hook makes the style), then pack. Nothing is done twice
//! for the same sources.

pub mod stamp;

use crate::pack::{self, Manifest, budget};
use crate::workspace::Workspace;
use crate::{setup, step};
use anyhow::{Context, Result};
use std::fs;

/// What the web app is made of, beside this tool's own packing.
const SOURCES: [&str; 8] = [
    "Cargo.toml",
    "Cargo.lock",
    ".cargo",
    "Trunk.toml",
    "index.html",
    "shared",
    "frontend",
    "xtask/src/pack",
];

/// Builds the web app and prints what it weighs; false when it is over a budget.
///
/// # Errors
/// When a tool is missing or the build fails.
pub fn run(ws: &Workspace) -> Result<bool> {
    setup::ensure(ws, setup::WEB)?;
    Ok(budget::show(&build(ws)?))
}

/// Builds and packs the web app unless its sources are those of the last time.
///
/// # Errors
/// When one of the steps fails.
pub fn build(ws: &Workspace) -> Result<Manifest> {
    let folder = ws.target.join("web");
    let sources: Vec<_> = SOURCES.iter().map(|name| ws.root.join(name)).collect();
    let now = stamp::of_files(&sources)?;
    let stamp_file = folder.join("stamp");
    if fs::read_to_string(&stamp_file).is_ok_and(|last| last == now)
        && let Ok(manifest) = Manifest::read(&ws.packed())
    {
        println!("✓ web app: unchanged");
        return Ok(manifest);
    }

    let dist = folder.join("dist");
    let mut trunk = ws.command("trunk");
    // Trunk takes any NO_COLOR but `true` and `false` for a mistake.
    trunk.args(["build", "--release", "--offline", "--dist"]).arg(&dist).env_remove("NO_COLOR");
    step::run(ws, "web app: trunk build (2 min the first time)", &mut trunk)?;
    let manifest = pack::pack(&dist, &ws.packed()).context("cannot pack the web app")?;
    fs::write(stamp_file, now)?;
    Ok(manifest)
}
