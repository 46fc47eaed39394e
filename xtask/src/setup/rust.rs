//! The tools of the Rust side: the wasm target, trunk and wasm-bindgen.

use super::Need;
use crate::step;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The last trunk that builds with our `rust-version`; any other 0.21 found on `PATH` does as well.
const TRUNK_VERSION: &str = "0.21.14";
const WASM: &str = "wasm32-unknown-unknown";

/// The standard library of Rust for the browser.
pub const WASM_TARGET: Need = Need {
    name: "the wasm32 target",
    found: |ws| {
        let root = step::answer(ws.command("rustc").args(["--print", "sysroot"]))
            .context("`rustc` does not answer")?;
        Ok(Path::new(&root).join("lib/rustlib").join(WASM).join("lib").is_dir())
    },
    install: |ws| {
        step::run(
            ws,
            "rustup target add wasm32",
            ws.command("rustup").args(["target", "add", WASM]),
        )
        .map(drop)
    },
    by_hand: "With rustup (https://rustup.rs): rustup target add wasm32-unknown-unknown\n\
        With Rust from a distribution: install its package for wasm32, such as `libstd-rust-dev-wasm32` on Debian.",
};

/// The sources of that library, from which a smaller one is built.
pub const RUST_SRC: Need = Need {
    name: "the source of the standard library",
    found: |ws| {
        let root = step::answer(ws.command("rustc").args(["--print", "sysroot"]))
            .context("`rustc` does not answer")?;
        Ok(Path::new(&root).join("lib/rustlib/src/rust/library/Cargo.lock").is_file())
    },
    install: |ws| {
        let mut rustup = ws.command("rustup");
        step::run(
            ws,
            "rustup component add rust-src",
            rustup.args(["component", "add", "rust-src"]),
        )
        .map(drop)
    },
    by_hand: "With rustup: rustup component add rust-src",
};

/// The builder of the web app.
pub const TRUNK: Need = Need {
    name: "trunk 0.21",
    found: |ws| Ok(version(ws, "trunk").is_some_and(|version| version.starts_with("0.21."))),
    install: |ws| {
        install(
            ws,
            "trunk",
            TRUNK_VERSION,
            &["--locked", "--no-default-features", "--features", "rustls"],
        )
    },
    by_hand: "Install it yourself and put it on PATH: cargo install trunk --version 0.21.14 --locked",
};

/// The generator of the JavaScript around the wasm: it must equal the library exactly.
pub const WASM_BINDGEN: Need = Need {
    name: "wasm-bindgen",
    found: |ws| Ok(version(ws, "wasm-bindgen") == Some(locked_wasm_bindgen(ws)?)),
    install: |ws| install(ws, "wasm-bindgen-cli", &locked_wasm_bindgen(ws)?, &[]),
    by_hand: "Install the version that Cargo.lock gives for wasm-bindgen: cargo install wasm-bindgen-cli --version VERSION",
};

/// The version that a tool says it has: the second word of its `--version`.
fn version(ws: &Workspace, tool: &str) -> Option<String> {
    step::answer(ws.command(tool).arg("--version"))?.split_whitespace().nth(1).map(str::to_owned)
}

/// Installs into our own folder: a built one where cargo-binstall is at hand, else from source.
fn install(ws: &Workspace, package: &str, version: &str, flags: &[&str]) -> Result<()> {
    if ws.find("cargo-binstall").is_some() {
        let mut fetch = ws.cargo(["binstall", "--no-confirm", "--root"]);
        fetch
            .arg(&ws.tools)
            .arg(format!("{package}@{version}"))
            .current_dir(make_tools_folder(ws)?);
        if step::attempt(ws, &format!("cargo binstall {package} {version}"), &mut fetch)?.ok {
            return Ok(());
        }
    }
    let scratch = ws.tools.join("build");
    let mut build = ws.cargo(["install", package, "--version", version, "--root"]);
    build
        .arg(&ws.tools)
        .args(flags)
        .current_dir(make_tools_folder(ws)?)
        .env("CARGO_TARGET_DIR", &scratch);
    // These tools only orchestrate: building them fast matters more than their speed (a third of the time, measured).
    build.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0").env("CARGO_PROFILE_RELEASE_LTO", "off");
    build.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    step::run(ws, &format!("cargo install {package} {version} (minutes)"), &mut build)?;
    fs::remove_dir_all(scratch).ok();
    Ok(())
}

/// Tools are installed from outside the checkout, so that its cargo settings do not reach them.
fn make_tools_folder(ws: &Workspace) -> Result<&Path> {
    fs::create_dir_all(&ws.tools)
        .with_context(|| format!("cannot create {}", ws.tools.display()))?;
    Ok(&ws.tools)
}

/// The version of wasm-bindgen in Cargo.lock.
fn locked_wasm_bindgen(ws: &Workspace) -> Result<String> {
    let lock = fs::read_to_string(ws.root.join("Cargo.lock")).context("cannot read Cargo.lock")?;
    locked_version(&lock, "wasm-bindgen").context("Cargo.lock has no wasm-bindgen")
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let (_, after) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    after.split('"').next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn reads_the_exact_package_from_the_lock() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
            [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "yew"), None);
    }
}
