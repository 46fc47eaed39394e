//! What the tasks need from the machine: found when it is there, installed when it can be, explained when it cannot.

pub mod chromium;
mod npm;
mod rust;

use crate::workspace::Workspace;
use anyhow::{Result, bail};
use std::time::Instant;

/// One thing that a task needs.
pub struct Need {
    /// What it is, as the person reads it.
    name: &'static str,
    /// Whether it is there in a version that fits; quick, asked before every task.
    found: fn(&Workspace) -> Result<bool>,
    /// Gets it, showing its steps.
    install: fn(&Workspace) -> Result<()>,
    /// What a person can do when we cannot.
    by_hand: &'static str,
}

/// What is the matter most often.
const NETWORK: &str = "If it was the network: connect, and run the same command again. What is there already is not fetched again.";

/// For building the web app.
pub const WEB: &[Need] = &[rust::WASM_TARGET, rust::TRUNK, rust::WASM_BINDGEN, npm::FRONTEND];
/// For building it as small as it can be; it can be built without.
pub const RUST_SRC: Need = rust::RUST_SRC;
/// For linting the web app.
pub const LINTS: &[Need] = &[rust::WASM_TARGET];
/// For the browser tests.
pub const BROWSER: &[Need] = &[npm::BROWSER_TESTS, chromium::CHROMIUM];

/// Makes sure that all of `needs` are there.
///
/// # Errors
/// When one is missing and cannot be installed; the message says how to get it.
pub fn ensure(ws: &Workspace, needs: &[Need]) -> Result<()> {
    let start = Instant::now();
    for need in needs {
        if let Err(cause) = meet(ws, need) {
            bail!("{} is missing, and {cause:#}\n\n{}\n{NETWORK}\n", need.name, need.by_hand);
        }
    }
    let names: Vec<&str> = needs.iter().map(|need| need.name).collect();
    println!("✓ {:<46} {:>7.1} s", "set-up", start.elapsed().as_secs_f64());
    println!("  {}", names.join(", "));
    Ok(())
}

/// Whether something is there that one can do without, once it was tried to get it.
pub fn is_there(ws: &Workspace, need: &Need) -> bool {
    match meet(ws, need) {
        Ok(()) => true,
        Err(cause) => {
            println!("· without {}: {cause:#}. {}", need.name, need.by_hand);
            false
        }
    }
}

fn meet(ws: &Workspace, need: &Need) -> Result<()> {
    if (need.found)(ws)? {
        return Ok(());
    }
    println!("· {} is not here yet: installing it", need.name);
    (need.install)(ws)?;
    if !(need.found)(ws)? {
        bail!("the installation of {} ended well, but it is still not found", need.name);
    }
    Ok(())
}
