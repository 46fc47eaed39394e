//! Every crate that we build with has a licence that `deny.toml` allows.

use crate::tree;
use serde_json::Value;
use std::fs;
use std::process::Command;

#[test]
fn every_licence_is_allowed() {
    let allowed = allow_list(
        &fs::read_to_string(tree::root().join("deny.toml")).expect("deny.toml is there"),
    );
    assert!(
        allowed.iter().any(|licence| licence == "MIT"),
        "deny.toml has an allow-list: {allowed:?}"
    );
    let mut findings = Vec::new();
    for package in packages() {
        let licence = package["license"].as_str().unwrap_or("none");
        if !permitted(licence, &allowed) {
            findings.push(format!("{} {}: {licence}", package["name"], package["version"]));
        }
    }
    tree::none("licences that deny.toml does not allow", &findings);
}

/// All packages of the workspace and what they need.
fn packages() -> Vec<Value> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1"])
        .current_dir(tree::root())
        .output()
        .expect("cargo is installed");
    assert!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    let mut metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo prints JSON");
    serde_json::from_value(metadata["packages"].take()).expect("cargo lists packages")
}

/// The strings in `allow = [ … ]`.
fn allow_list(deny: &str) -> Vec<String> {
    let inside = deny
        .split_once("allow = [")
        .and_then(|(_, rest)| rest.split_once(']'))
        .map_or("", |(list, _)| list);
    inside.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Whether an SPDX expression can be satisfied: `OR` by any side, `AND` by all; `/` is the old way to write `OR`.
fn permitted(expression: &str, allowed: &[String]) -> bool {
    let text = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let (result, used) = any_of(&words, allowed);
    result && used == words.len()
}

/// Alternatives; gives how many words they took.
fn any_of(words: &[&str], allowed: &[String]) -> (bool, usize) {
    let (mut result, mut used) = all_of(words, allowed);
    while words.get(used) == Some(&"OR") {
        let (next, more) = all_of(&words[used + 1..], allowed);
        result |= next;
        used += more + 1;
    }
    (result, used)
}

/// Things that must hold together.
fn all_of(words: &[&str], allowed: &[String]) -> (bool, usize) {
    let (mut result, mut used) = single(words, allowed);
    while words.get(used) == Some(&"AND") {
        let (next, more) = single(&words[used + 1..], allowed);
        result &= next;
        used += more + 1;
    }
    (result, used)
}

/// One licence with its exception, or what stands in brackets.
fn single(words: &[&str], allowed: &[String]) -> (bool, usize) {
    match words {
        ["(", inside @ ..] => {
            let (result, used) = any_of(inside, allowed);
            (result, used + 2)
        }
        [licence, "WITH", exception, ..] => {
            let whole = format!("{licence} WITH {exception}");
            (allowed.iter().any(|one| one == licence || *one == whole), 3)
        }
        [licence, ..] => (allowed.iter().any(|one| one == licence), 1),
        [] => (false, 0),
    }
}

#[test]
fn expressions_are_read_as_spdx_means_them() {
    let allowed = ["MIT", "ISC", "Unicode-3.0"].map(str::to_owned);
    for (expression, holds) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("MIT/Apache-2.0", true),
        ("GPL-3.0 OR MIT", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("Apache-2.0 AND ISC", false),
        ("Apache-2.0 WITH LLVM-exception OR MIT", true),
        ("none", false),
    ] {
        assert_eq!(permitted(expression, &allowed), holds, "{expression}");
    }
}
