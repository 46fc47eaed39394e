//! The documents of the app: `index.html` starts the entrance, `app.html` the app, `tools.html` the tools.

use super::csp;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;

/// The document that a build makes; the entrance's keeps this name.
const ENTRANCE: &str = "/index.html";
/// What the document of the app is called.
const APP_DOCUMENT: &str = "/app.html";
/// What the document of the tools is called.
const TOOLS: &str = "/tools.html";
/// Where a document learns which app it starts.
const APP: &str = "/*APP*/null";
/// How the script begins by which trunk would start the app, and the links by which it would fetch it before the first paint.
const START: &str = "<script type=\"module\">";
const FETCH: [&str; 2] = ["<link rel=\"modulepreload\"", "<link rel=\"preload\" href=\"/cassetto-"];
/// Where the entrance learns which files come after it.
const LATER: &str = "/*LATER*/[]";

type Files = BTreeMap<String, Vec<u8>>;

/// The files of the three builds as one app: the entrance's document names the code of the app, to be fetched once it is idle.
///
/// # Errors
/// When a build has no document, or the entrance's has no place for the names.
pub fn join(entrance: Files, app: Files, tools: Files) -> Result<Files> {
    let later: Vec<&String> =
        app.keys().filter(|path| is_code(path) && !entrance.contains_key(*path)).collect();
    let list = serde_json::to_string(&later)?;
    let [first, second, third] =
        [&entrance, &app, &tools].map(|build| text(build, ENTRANCE).and_then(started_when_seen));
    let first = first?;
    if !first.contains(LATER) {
        bail!("{ENTRANCE} has no `{LATER}` to fill in");
    }
    let documents =
        [(ENTRANCE, first.replace(LATER, &list)), (APP_DOCUMENT, second?), (TOOLS, third?)];
    // What they share, fonts and style, has the same name in all of them.
    let mut files: Files = [tools, app, entrance].into_iter().flatten().collect();
    files.extend(documents.map(|(path, text)| (path.to_owned(), text.into_bytes())));
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
    let documents = [text(files, ENTRANCE)?, text(files, APP_DOCUMENT)?, text(files, TOOLS)?];
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
