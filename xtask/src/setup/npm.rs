//! The npm packages of the app's style and of the browser tests: installed from the lock, once for each lock.

use super::Need;
use crate::step;
use crate::web::stamp;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The oldest major version of Node that the style's build and the tests run on.
const OLDEST_NODE: u32 = 20;
const BY_HAND: &str = "Install Node 20 or newer with its npm (https://nodejs.org, or your distribution's `nodejs` and `npm`), \
    make sure that npm reaches a registry, then try again.";

/// What builds the app's style and optimises its wasm.
pub const FRONTEND: Need = Need {
    name: "npm packages of frontend",
    found: |ws| installed(&ws.frontend()),
    install: |ws| install(ws, "frontend", &ws.frontend()),
    by_hand: BY_HAND,
};

/// What drives the browser.
pub const BROWSER_TESTS: Need = Need {
    name: "npm packages of tests/browser",
    found: |ws| installed(&ws.browser_tests()),
    install: |ws| install(ws, "tests-browser", &ws.browser_tests()),
    by_hand: BY_HAND,
};

/// Whether what is installed came from the lock as it is now.
fn installed(folder: &Path) -> Result<bool> {
    let kept = fs::read_to_string(stamp_file(folder)).unwrap_or_default();
    Ok(kept == lock_stamp(folder)?)
}

fn install(ws: &Workspace, name: &str, folder: &Path) -> Result<()> {
    let node = step::answer(ws.command("node").arg("--version")).context("there is no Node")?;
    if !is_new_enough(&node) {
        bail!("Node {node} is too old");
    }
    let mut npm = ws.command("npm");
    npm.args(["ci", "--no-audit", "--no-fund"])
        .current_dir(folder)
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    step::run(ws, &format!("npm ci in {name}"), &mut npm)?;
    Ok(fs::write(stamp_file(folder), lock_stamp(folder)?)?)
}

/// Whether a version such as `v20.19.1` is one that the scripts run on.
fn is_new_enough(version: &str) -> bool {
    let major = version.trim_start_matches('v').split('.').next().unwrap_or_default();
    major.parse::<u32>().is_ok_and(|major| major >= OLDEST_NODE)
}

fn stamp_file(folder: &Path) -> PathBuf {
    folder.join("node_modules/.cassetto-lock")
}

fn lock_stamp(folder: &Path) -> Result<String> {
    let lock = folder.join("package-lock.json");
    stamp::of_files(&[lock])
        .with_context(|| format!("no package-lock.json in {}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn an_old_node_is_told_from_a_new_one() {
        for (version, expected) in
            [("v18.20.4", false), ("v20.0.0", true), ("v24.1.0", true), ("9", false), ("", false)]
        {
            assert_eq!(is_new_enough(version), expected, "{version}");
        }
    }
}
