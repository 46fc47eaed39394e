//! `cargo xtask serve`: from a clone to a running demo.

use crate::workspace::Workspace;
use crate::{server, setup, web};
use anyhow::{Context, Result};
use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::Command;

/// Builds everything and becomes the demo server, so that Ctrl-C and signals reach it directly.
///
/// # Errors
/// When a build fails or the server cannot be started.
pub fn run(ws: &Workspace, listen: SocketAddr, data: Option<PathBuf>) -> Result<bool> {
    setup::ensure(ws, setup::WEB)?;
    web::build(ws)?;
    let executable = server::build(ws, "quick")?;
    let data = data.unwrap_or_else(|| ws.target.join("demo"));
    fs::create_dir_all(&data).with_context(|| format!("cannot create {}", data.display()))?;

    println!(
        "\n  Cassetto will be at  http://{listen}\n  \
         Sign in by choosing a demo person on the first page: no password. The owner of a company is `titolare`,\n  \
         a labour consultant is `consulente`, an officer of the institute is `operatore`.\n  \
         All data is invented and lies in {}. Ctrl-C stops it.\n",
        data.display()
    );
    let mut serve = Command::new(executable);
    serve
        .args(["serve", "--demo", "--listen", &listen.to_string(), "--data"])
        .arg(data)
        .current_dir(&ws.root);
    become_it(serve)
}

#[cfg(unix)]
fn become_it(mut command: Command) -> Result<bool> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).context("cannot start the server")
}

#[cfg(not(unix))]
fn become_it(mut command: Command) -> Result<bool> {
    Ok(command.status().context("cannot start the server")?.success())
}
