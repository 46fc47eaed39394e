//! The documents of the app: `index.html` starts the entrance, and each bundle that comes after it has one of its own.

use super::bundle::{Bundle, LATER as BUNDLES};
use super::csp;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;

/// The document that a build makes; the entrance's keeps this name.
const ENTRANCE: &str = "/index.html";
/// Where a document learns which app it starts.
const APP: &str = "/*APP*/null";
/// How the script begins by which trunk would start the app, and the links by which it would fetch it before the first paint.
const START: &str = "<script type=\"module\">";
const FETCH: [&str; 2] = ["<link rel=\"modulepreload\"", "<link rel=\"preload\" href=\"/cassetto-"];
/// Where the entrance learns which files come after it.
const LATER: &str = "/*LATER*/[]";

type Files = BTreeMap<String, Vec<u8>>;

/// The files of all builds as one app: the entrance's document names the code of the first bundle after it, to be fetched once it is
/// idle.
///
/// # Errors
/// When a build has no document, or the entrance's has no place for the names.
pub fn join(entrance: Files, later: Vec<(&Bundle, Files)>) -> Result<Files> {
    let next = later.first().map(|(_, files)| files);
    let next: Vec<&String> = next
        .into_iter()
        .flat_map(BTreeMap::keys)
        .filter(|path| is_code(path) && !entrance.contains_key(*path))
        .collect();
    let list = serde_json::to_string(&next)?;
    let document = |build| text(build, ENTRANCE).and_then(started_when_seen);
    let first = document(&entrance)?;
    if !first.contains(LATER) {
        bail!("{ENTRANCE} has no `{LATER}` to fill in");
    }
    let mut documents = vec![(ENTRANCE.to_owned(), first.replace(LATER, &list))];
    for (bundle, files) in &later {
        documents.push((bundle.document(), document(files)?));
    }
    // What they share, fonts and style, has the same name in all of them.
    let later = later.into_iter().rev().map(|(_, files)| files);
    let mut files: Files = later.chain([entrance]).flatten().collect();
    files.extend(documents.into_iter().map(|(path, text)| (path, text.into_bytes())));
    Ok(files)
}

/// The document without trunk's way of starting the app: it names the app to `boot.js`, which starts it once the first words are seen.
fn started_when_seen(html: &str) -> Result<String> {
    let (before, script, after) = cut(html, START, "</script>")
        .context("the document has no script of trunk's that starts the app")?;
    let named = |before: &str| {
        let (_, rest) = script.split_once(before)?;
        Some(rest.split_once('\'')?.0)
    };
    let js = named(" from '").context("trunk's script imports nothing")?;
    let wasm = named("module_or_path: '").context("trunk's script loads no wasm")?;
    if !html.contains(APP) {
        bail!("the document has no `{APP}` to fill in");
    }
    let app = serde_json::json!({ "js": js, "wasm": wasm }).to_string();
    let mut rest = [before, after].concat().replace(APP, &app);
    for link in FETCH {
        if let Some((before, _, after)) = cut(&rest, link, ">") {
            rest = [before, after].concat();
        }
    }
    Ok(rest)
}

/// What stands before the first `from`, between it and the next `to`, and after that.
fn cut<'a>(text: &'a str, from: &str, to: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let (before, rest) = text.split_once(from)?;
    let (between, after) = rest.split_once(to)?;
    Some((before, between, after))
}

/// The sources of the inline scripts and of the inline styles of all documents, each once.
///
/// # Errors
/// When a document is missing or no text.
pub fn hashes(files: &Files) -> Result<(Vec<String>, Vec<String>)> {
    let mut documents = vec![text(files, ENTRANCE)?];
    for bundle in &BUNDLES {
        documents.push(text(files, &bundle.document())?);
    }
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
