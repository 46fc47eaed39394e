//! Lighthouse as a phone sees the released server; the runs and medians are `tests/browser/lighthouse.mjs`.

use super::figure::{self, Figure};
use crate::server::{self, Server};
use crate::workspace::Workspace;
use crate::{setup, step, web};
use anyhow::{Context, Result};

/// Measures the sign-in page and the owner's home.
///
/// # Errors
/// When the browser, the server or Lighthouse cannot be had.
pub fn run(ws: &Workspace) -> Result<Vec<Figure>> {
    setup::ensure(ws, setup::WEB)?;
    setup::ensure(ws, setup::BROWSER)?;
    web::build(ws)?;
    let executable = server::build(ws, "release")?;
    let server = Server::start(ws, &executable)?;
    let mut node = ws.command("node");
    node.arg("lighthouse.mjs").current_dir(ws.browser_tests()).env("CASSETTO_URL", &server.url);
    node.env("CHROME_PATH", setup::chromium::find(ws).context("no Chromium")?);
    node.env("CASSETTO_RESULTS", ws.target.join("bench/lighthouse"));
    let text = step::run(ws, "lighthouse, ten runs (4 min)", &mut node)?;
    figure::read(&text)
}
