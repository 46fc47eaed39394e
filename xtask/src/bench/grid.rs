//! The grid of ten thousand clients in a browser; what is measured and how is `tests/browser/bench/grid.mjs`.

use super::figure::{self, Figure};
use crate::server::{self, Server};
use crate::workspace::Workspace;
use crate::{setup, step, web};
use anyhow::{Context, Result};
use std::fs;

/// Companies of the store: every other one is a client of the demo's consultant.
const COMPANIES: &str = "20000";

/// Measures the released app over a demo store made for it.
///
/// # Errors
/// When the browser, the store or the server cannot be had.
pub fn run(ws: &Workspace) -> Result<Vec<Figure>> {
    setup::ensure(ws, setup::WEB)?;
    setup::ensure(ws, setup::BROWSER)?;
    web::build(ws)?;
    let executable = server::build(ws, "release")?;
    let data = ws.target.join("xtask/bench-grid");
    fs::remove_dir_all(&data).ok();
    let mut fill = ws.command(&executable.to_string_lossy());
    fill.args(["demo", "--companies", COMPANIES, "--data"]).arg(&data);
    step::run(ws, "store of twenty thousand companies (3 min)", &mut fill)?;
    let server = Server::start_on(ws, &executable, &data)?;
    server.rest();
    let mut node = ws.command("node");
    node.arg("bench/grid.mjs").current_dir(ws.browser_tests()).env("CASSETTO_URL", &server.url);
    node.env("CHROME_PATH", setup::chromium::find(ws).context("no Chromium")?);
    let text = step::run(ws, "the grid in a browser", &mut node)?;
    drop(server);
    fs::remove_dir_all(&data).ok();
    figure::read(&text)
}
