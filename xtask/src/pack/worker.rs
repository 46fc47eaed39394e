//! The service worker learns here which files make the app and what this version is called.

use super::media;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;

const WORKER: &str = "/sw.js";
const LIST: &str = "/*PRECACHE*/[]";
const VERSION: &str = "__VERSION__";

/// Writes the list of files and the version into the service worker, if the app has one.
///
/// # Errors
/// When the worker has no place for them.
pub fn fill(files: &mut BTreeMap<String, Vec<u8>>, version: &str) -> Result<()> {
    let Some(worker) = files.get(WORKER) else { return Ok(()) };
    let worker = std::str::from_utf8(worker).context("sw.js is not UTF-8")?;
    for token in [LIST, VERSION] {
        if !worker.contains(token) {
            bail!("sw.js has no `{token}` to fill in");
        }
    }
    let list = serde_json::to_string(&precache(files.keys()))?;
    let filled = worker.replace(LIST, &list).replace(VERSION, version);
    files.insert(WORKER.to_owned(), filled.into_bytes());
    Ok(())
}

/// What the app needs to start without a network: the shell, its code, style, fonts and vector pictures, and what it reckons with. Icons
/// are the platform's to fetch when it installs the app.
fn precache<'a>(paths: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    let kinds = [
        "text/html",
        "text/javascript",
        "text/css",
        "application/wasm",
        "application/json",
        "font/",
        "image/svg",
    ];
    let needed = |path: &&str| {
        let kind = media::content_type(path);
        *path != WORKER && kinds.iter().any(|start| kind.starts_with(start))
    };
    paths.map(String::as_str).filter(needed).collect()
}
