//! The browser of the tests: any Chromium that is here, or Debian's when we may install it.

use super::Need;
use crate::step;
use crate::workspace::Workspace;
use anyhow::{Result, bail};
use std::env;
use std::path::{Path, PathBuf};

/// Names that Chromium goes by on `PATH`.
const NAMES: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
];
/// Where macOS keeps it.
const APPLICATIONS: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/// A browser of the Chromium family.
pub const CHROMIUM: Need = Need {
    name: "Chromium",
    found: |ws| Ok(find(ws).is_some()),
    install,
    by_hand: "Debian: apt-get install chromium (as root, cargo xtask does it) · Ubuntu: snap install chromium\n\
        Fedora: dnf install chromium · Arch: pacman -S chromium · macOS: brew install --cask chromium\n\
        Or say where one is: CHROME_PATH=/path/to/chrome cargo xtask test",
};

/// The browser to use: `CHROME_PATH` when it is set, else the first that is installed.
pub fn find(ws: &Workspace) -> Option<PathBuf> {
    if let Some(path) = env::var_os("CHROME_PATH").filter(|path| !path.is_empty()) {
        return Some(path.into()).filter(|path: &PathBuf| path.is_file());
    }
    let on_path = NAMES.iter().find_map(|name| ws.find(name));
    on_path.or_else(|| APPLICATIONS.iter().map(PathBuf::from).find(|path| path.is_file()))
}

fn install(ws: &Workspace) -> Result<()> {
    if env::var_os("CHROME_PATH").is_some() {
        bail!("CHROME_PATH names no file");
    }
    let root = step::answer(ws.command("id").arg("-u")).as_deref() == Some("0");
    if !root || !Path::new("/etc/debian_version").is_file() {
        bail!("it can be installed from here on Debian and as root only");
    }
    // A source that does not answer need not be the one that has it: whether it can be had, the installation tells.
    step::attempt(ws, "apt-get update", ws.command("apt-get").arg("update"))?;
    let mut apt = ws.command("apt-get");
    apt.args(["install", "--yes", "--no-install-recommends", "chromium"])
        .env("DEBIAN_FRONTEND", "noninteractive");
    step::run(ws, "apt-get install chromium", &mut apt).map(drop)
}
