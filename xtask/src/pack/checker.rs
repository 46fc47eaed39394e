//! The worker that checks a file before it is sent: its code joins the app's, and its script learns what the files are called.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;

/// The script by which it begins.
const SCRIPT: &str = "/preflight.js";
/// How its code is called.
const CODE: &str = "/cassetto-preflight-";
/// Where the script learns it.
const PLACE: &str = "/*CHECKER*/null";

type Files = BTreeMap<String, Vec<u8>>;

/// Takes the code of the worker's build into the app.
///
/// # Errors
/// When the app has no script for the worker, the script has no place for the names, or the build has no code.
pub fn add(files: &mut Files, built: Files) -> Result<()> {
    let script = files.get(SCRIPT).with_context(|| format!("there is no {SCRIPT}"))?;
    let script = std::str::from_utf8(script).with_context(|| format!("{SCRIPT} is not UTF-8"))?;
    if !script.contains(PLACE) {
        bail!("{SCRIPT} has no `{PLACE}` to fill in");
    }
    let code: Files = built.into_iter().filter(|(path, _)| path.starts_with(CODE)).collect();
    let named = |end: &str| {
        let path = code.keys().find(|path| path.ends_with(end));
        path.with_context(|| format!("the worker's build has no {end}"))
    };
    let names = serde_json::json!({ "js": named(".js")?, "wasm": named(".wasm")? });
    let script = script.replace(PLACE, &names.to_string()).into_bytes();
    files.extend(code);
    files.insert(SCRIPT.to_owned(), script);
    Ok(())
}
