//! How rustc is asked for less code in the browser.
//!
//! The standard library comes built for speed and with the words of its panics; built again from its sources it
//! has neither. That takes switches which a stable compiler hides; where the sources cannot be had, the app is built without them, and
//! is the same but heavier.

use crate::setup;
use crate::step;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::env;
use std::path::Path;

/// What is put into the environment of a build.
pub type Flags = Vec<(&'static str, String)>;

const TARGET: &str = "wasm32-unknown-unknown";

/// Panics end the app at once, with no text; what tells a place in the source or a value to a programmer is left out.
const SMALLER: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// The flags of the smallest build that this machine can make; everything they need is fetched.
///
/// # Errors
/// When the app's own dependencies cannot be fetched.
pub fn flags(ws: &Workspace) -> Result<Flags> {
    let sysroot = step::answer(ws.command("rustc").args(["--print", "sysroot"]))
        .context("`rustc` does not answer")?;
    let names = shorter_names(ws, &sysroot);
    if setup::is_there(ws, &setup::RUST_SRC) {
        let smaller =
            SMALLER.into_iter().map(str::to_owned).chain(names.clone()).collect::<Vec<_>>();
        let flags = vec![
            ("RUSTC_BOOTSTRAP", "1".to_owned()),
            ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort".to_owned()),
            ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size".to_owned()),
            ("CARGO_ENCODED_RUSTFLAGS", smaller.join("\u{1f}")),
        ];
        if fetch(ws, &flags).is_ok() {
            return Ok(flags);
        }
    }
    println!("· the standard library is taken as it comes: the app is heavier than it could be");
    let flags = vec![("CARGO_ENCODED_RUSTFLAGS", names.join("\u{1f}"))];
    fetch(ws, &flags)?;
    Ok(flags)
}

/// Trunk builds without a network.
fn fetch(ws: &Workspace, flags: &Flags) -> Result<()> {
    let mut fetch = ws.cargo(["fetch", "--target", TARGET]);
    step::run(ws, "web app: cargo fetch", fetch.envs(flags.iter().cloned())).map(drop)
}

/// Folders of this machine are no business of the browser's.
fn shorter_names(ws: &Workspace, sysroot: &str) -> Vec<String> {
    let home = env::var_os("CARGO_HOME")
        .map(Into::into)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let library = Path::new(sysroot).join("lib/rustlib/src/rust");
    let named = [
        home.map(|home| (home.join("registry/src"), "crates")),
        Some((library, "rust")),
        Some((ws.root.clone(), ".")),
    ];
    named
        .into_iter()
        .flatten()
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()))
        .collect()
}
