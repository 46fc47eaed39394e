//! A large UniEmens file checked in a browser; what is measured and how is `tests/browser/bench/preflight.mjs`.

use super::figure::{self, Figure};
use crate::server::{self, Server};
use crate::workspace::Workspace;
use crate::{setup, step, web};
use anyhow::{Context, Result};
use std::fs;

/// Measures the released app over a small demo store made for it.
///
/// # Errors
/// When the browser, the store or the server cannot be had.
pub fn run(ws: &Workspace) -> Result<Vec<Figure>> {
    setup::ensure(ws, setup::WEB)?;
    setup::ensure(ws, setup::BROWSER)?;
    web::build(ws)?;
    let executable = server::build(ws, "release")?;
    let data = ws.target.join("xtask/bench-preflight");
    fs::remove_dir_all(&data).ok();
    let mut fill = ws.command(&executable.to_string_lossy());
    fill.args(["demo", "--companies", "20", "--data"]).arg(&data);
    step::run(ws, "store of twenty companies", &mut fill)?;
    let server = Server::start_on(ws, &executable, &data)?;
    let mut node = ws.command("node");
    node.arg("bench/preflight.mjs").current_dir(ws.browser_tests());
    node.env("CASSETTO_URL", &server.url);
    node.env("CHROME_PATH", setup::chromium::find(ws).context("no Chromium")?);
    let text = step::run(ws, "a file checked in a browser", &mut node)?;
    drop(server);
    fs::remove_dir_all(&data).ok();
    figure::read(&text)
}
