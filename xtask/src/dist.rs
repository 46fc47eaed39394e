//! `cargo xtask dist`: what an administrator installs.

use crate::report::kilobytes;
use crate::workspace::Workspace;
use crate::{sbom, server, setup, step, web};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The most that the executable may weigh, in bytes.
pub const SIZE_LIMIT: u64 = 25_000_000;

/// Has the executable make a small demo world: dated parameters are data, and what is wrong with them shows here and not at whoever
/// installs it.
fn tried(ws: &Workspace, executable: &Path) -> Result<()> {
    let data = ws.target.join("xtask/trial");
    fs::remove_dir_all(&data).ok();
    let mut demo = ws.command(&executable.to_string_lossy());
    demo.args(["demo", "--companies", "1", "--data"]).arg(&data);
    step::run(ws, "what was built makes a demo of one company", &mut demo)?;
    fs::remove_dir_all(&data).ok();
    Ok(())
}

/// Builds the release with the web app inside, and the list of its parts; false when it is too heavy.
///
/// # Errors
/// When a build fails.
pub fn run(ws: &Workspace) -> Result<bool> {
    setup::ensure(ws, setup::WEB)?;
    web::build(ws)?;
    let built = server::build(ws, "release")?;
    let folder = ws.target.join("dist");
    fs::create_dir_all(&folder)?;
    let executable = folder.join(built.file_name().context("the executable has no name")?);
    fs::copy(&built, &executable)
        .with_context(|| format!("cannot write {}", executable.display()))?;
    tried(ws, &executable)?;
    let parts = sbom::write(ws, &folder.join("cassetto.cdx.json"))?;

    let size = fs::metadata(&executable)?.len();
    let mark = if size < SIZE_LIMIT { "✓" } else { "✗" };
    println!(
        "\n{mark} {}  {} of at most {}",
        executable.display(),
        kilobytes(size),
        kilobytes(SIZE_LIMIT)
    );
    println!("✓ {}  {parts} parts", folder.join("cassetto.cdx.json").display());
    Ok(size < SIZE_LIMIT)
}
