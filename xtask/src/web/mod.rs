//! The web app from its sources to what the server takes in: trunk (whose hook makes the style) once for
//! each bundle and once for the worker that checks files, then pack. Nothing is done twice
//! for the same sources.

mod parameters;
mod small;
pub mod stamp;

use crate::pack::bundle::LATER;
use crate::pack::{self, Builds, Manifest, budget};
use crate::workspace::Workspace;
use crate::{setup, step};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// What the web app is made of, beside this tool's own packing.
const SOURCES: [&str; 8] = [
    "Cargo.toml",
    "Cargo.lock",
    ".cargo",
    "Trunk.toml",
    "index.html",
    "shared",
    "frontend",
    "xtask/src/pack",
];

/// The entrance's binary, as its document names it.
const ENTRANCE: &str = "data-bin=\"cassetto-entrance\"";

/// What the document of the worker that checks files, which is built for speed, has where that of the entrance has something else.
const CHECKER: [(&str, &str); 3] = [
    (ENTRANCE, "data-bin=\"cassetto-preflight\""),
    ("frontend/Cargo.toml", "frontend/preflight/Cargo.toml"),
    ("data-wasm-opt=\"z\"", "data-wasm-opt=\"3\""),
];

/// Builds the web app and prints what it weighs; false when it is over a budget.
///
/// # Errors
/// When a tool is missing or the build fails.
pub fn run(ws: &Workspace) -> Result<bool> {
    setup::ensure(ws, setup::WEB)?;
    Ok(budget::show(&build(ws)?))
}

/// Builds and packs the web app unless its sources are those of the last time.
///
/// # Errors
/// When one of the steps fails.
pub fn build(ws: &Workspace) -> Result<Manifest> {
    let folder = ws.target.join("web");
    let sources: Vec<_> = SOURCES.iter().map(|name| ws.root.join(name)).collect();
    let now = stamp::of_files(&sources)?;
    let stamp_file = folder.join("stamp");
    if fs::read_to_string(&stamp_file).is_ok_and(|last| last == now)
        && let Ok(manifest) = Manifest::read(&ws.packed())
    {
        println!("✓ web app: unchanged");
        return Ok(manifest);
    }

    let flags = small::flags(ws)?;
    let builds = Builds {
        entrance: folder.join("dist"),
        later: LATER.map(|bundle| folder.join(format!("dist-{}", bundle.name))),
        checker: folder.join("dist-preflight"),
    };
    let document = ws.root.join("index.html");
    let title = "web app: the entrance (3 min the first time)";
    trunk(ws, title, &document, &builds.entrance, &flags)?;
    for (bundle, build) in LATER.iter().zip(&builds.later) {
        let binary = format!("data-bin=\"{}\"", bundle.binary());
        let document = document_of(ws, &folder, bundle.name, &[(ENTRANCE, &binary)])?;
        trunk(ws, &format!("web app: {}", bundle.what), &document, build, &flags)?;
    }
    let document = document_of(ws, &folder, "preflight", &CHECKER)?;
    trunk(ws, "web app: the worker that checks files", &document, &builds.checker, &flags)?;
    let taken_along = parameters::joined(&ws.root.join("shared/parameters"))?;
    fs::write(builds.entrance.join(parameters::FILE), taken_along)?;
    let manifest = pack::pack(&builds, &ws.packed()).context("cannot pack the web app")?;
    fs::write(stamp_file, now)?;
    Ok(manifest)
}

fn trunk(
    ws: &Workspace,
    title: &str,
    document: &Path,
    dist: &Path,
    flags: &small::Flags,
) -> Result<()> {
    let mut trunk = ws.command("trunk");
    // Trunk takes any NO_COLOR but `true` and `false` for a mistake.
    trunk
        .arg("build")
        .arg(document)
        .args(["--release", "--offline", "--dist"])
        .arg(dist)
        .env_remove("NO_COLOR");
    trunk.envs(flags.iter().cloned());
    step::run(ws, title, &mut trunk).map(drop)
}

/// The same document with another bundle. It lies elsewhere, and trunk takes every path from where the document lies.
fn document_of(
    ws: &Workspace,
    folder: &Path,
    name: &str,
    changes: &[(&str, &str)],
) -> Result<PathBuf> {
    let mut text =
        fs::read_to_string(ws.root.join("index.html")).context("cannot read index.html")?;
    for (ours, theirs) in changes {
        if !text.contains(ours) {
            bail!("index.html does not start the entrance as it should: it has no {ours}");
        }
        text = text.replace(ours, theirs);
    }
    fs::create_dir_all(folder)?;
    let sources = format!("href=\"{}frontend/", way_to(&folder.canonicalize()?, &ws.root));
    let document = folder.join(name).with_extension("html");
    fs::write(&document, text.replace("href=\"frontend/", &sources))?;
    Ok(document)
}

/// `../` up to what two folders share and down again, with a `/` at the end.
fn way_to(from: &Path, to: &Path) -> String {
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    let up = from.components().skip(shared).map(|_| "..".to_owned());
    let down =
        to.components().skip(shared).map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).map(|part| part + "/").collect()
}

#[cfg(test)]
mod tests {
    use super::way_to;
    use std::path::Path;

    #[test]
    fn ways_lead_from_any_folder() {
        for (from, to, way) in
            [("/a/target/web", "/a", "../../"), ("/b/web", "/a/c", "../../a/c/"), ("/a", "/a", "")]
        {
            assert_eq!(way_to(Path::new(from), Path::new(to)), way);
        }
    }
}
