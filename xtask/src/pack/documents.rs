//! The two documents of the app: `index.html` starts the entrance, `app.html` the whole app.

use super::csp;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;

/// The document of the first screens.
const ENTRANCE: &str = "/index.html";
/// The document of every other screen.
const WHOLE: &str = "/app.html";
/// Where the entrance learns which files come after it.
const LATER: &str = "/*LATER*/[]";

type Files = BTreeMap<String, Vec<u8>>;

/// The files of both builds as one app: the entrance's document names the code of the whole app, to be fetched once it is idle.
///
/// # Errors
/// When a build has no document, or the entrance's has no place for the names.
pub fn join(entrance: Files, mut whole: Files) -> Result<Files> {
    let document =
        whole.remove(ENTRANCE).context("the build of the whole app has no index.html")?;
    let later: Vec<&String> =
        whole.keys().filter(|path| is_code(path) && !entrance.contains_key(*path)).collect();
    let list = serde_json::to_string(&later)?;
    let first = text(&entrance, ENTRANCE)?;
    if !first.contains(LATER) {
        bail!("{ENTRANCE} has no `{LATER}` to fill in");
    }
    let first = first.replace(LATER, &list).into_bytes();
    whole.extend(entrance);
    whole.insert(ENTRANCE.to_owned(), first);
    whole.insert(WHOLE.to_owned(), document);
    Ok(whole)
}

/// The sources of the inline scripts and of the inline styles of both documents, each once.
///
/// # Errors
/// When a document is missing or no text.
pub fn hashes(files: &Files) -> Result<(Vec<String>, Vec<String>)> {
    let documents = [text(files, ENTRANCE)?, text(files, WHOLE)?];
    let of = |tag: &str| {
        let mut all: Vec<String> =
            documents.iter().flat_map(|html| csp::hashes(html, tag)).collect();
        all.sort();
        all.dedup();
        all
    };
    Ok((of("script"), of("style")))
}

fn text<'a>(files: &'a Files, path: &str) -> Result<&'a str> {
    let bytes = files.get(path).with_context(|| format!("there is no {path}"))?;
    std::str::from_utf8(bytes).with_context(|| format!("{path} is not UTF-8"))
}

fn is_code(path: &str) -> bool {
    path.ends_with(".wasm") || path.ends_with(".js")
}
