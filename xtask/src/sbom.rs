//! The list of everything inside the executable, as CycloneDX: the crates of the server and of the app, and the npm packages
//! that the app's style and fonts come from. It carries no date and no machine, so that equal sources give an equal list.

use crate::step;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The crates whose dependencies reach a user.
const SHIPPED: [&str; 2] = ["cassetto-backend", "cassetto-frontend"];

/// Writes the list to `file`; gives the number of parts.
///
/// # Errors
/// When cargo does not tell the dependencies, or the file cannot be written.
pub fn write(ws: &Workspace, file: &Path) -> Result<usize> {
    let text = step::answer(&mut ws.cargo(["metadata", "--format-version", "1"]))
        .context("`cargo metadata` failed")?;
    let metadata: Value = serde_json::from_str(&text)?;
    let lock: Value = serde_json::from_slice(&fs::read(ws.frontend().join("package-lock.json"))?)?;
    let document = document(&metadata, &lock);
    fs::write(file, serde_json::to_vec_pretty(&document)?)?;
    Ok(document["components"].as_array().map_or(0, Vec::len))
}

fn document(metadata: &Value, npm_lock: &Value) -> Value {
    let packages: BTreeMap<&str, &Value> =
        each(&metadata["packages"]).map(|p| (text(&p["id"]), p)).collect();
    let needs: BTreeMap<&str, Vec<&str>> = each(&metadata["resolve"]["nodes"])
        .map(|node| (text(&node["id"]), normal_dependencies(node)))
        .collect();
    let shipped = reachable(&packages, &needs);

    let crates =
        shipped.iter().filter_map(|id| packages.get(id)).map(|package| crate_component(package));
    let graph = shipped.iter().filter_map(|id| {
        let on = needs
            .get(id)?
            .iter()
            .filter_map(|id| packages.get(id))
            .map(|package| crate_url(package));
        Some(json!({ "ref": crate_url(packages.get(id)?), "dependsOn": on.collect::<Vec<_>>() }))
    });
    let root = packages.values().find(|package| package["name"] == SHIPPED[0]);
    let npm = npm_lock["packages"].as_object().into_iter().flatten();
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "bom-ref": "cassetto", "name": "cassetto",
            "version": root.map_or("", |package| text(&package["version"])),
            "licenses": [{ "license": { "id": "EUPL-1.2" } }],
        } },
        "components": crates.chain(npm.filter_map(|(path, package)| npm_component(path, package))).collect::<Vec<_>>(),
        "dependencies": graph.collect::<Vec<_>>(),
    })
}

/// All packages that the shipped crates need at run time, themselves included.
fn reachable<'a>(
    packages: &BTreeMap<&'a str, &Value>,
    needs: &BTreeMap<&'a str, Vec<&'a str>>,
) -> BTreeSet<&'a str> {
    let is_shipped = |package: &Value| SHIPPED.iter().any(|name| package["name"] == *name);
    let mut open: Vec<&str> =
        packages.iter().filter(|(_, package)| is_shipped(package)).map(|(id, _)| *id).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            open.extend(needs.get(id).into_iter().flatten());
        }
    }
    seen
}

/// The packages that a node of the graph needs when it runs, not when it is built or tested.
fn normal_dependencies(node: &Value) -> Vec<&str> {
    let normal =
        |dependency: &&Value| each(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null());
    each(&node["deps"]).filter(normal).map(|dependency| text(&dependency["pkg"])).collect()
}

fn crate_component(package: &Value) -> Value {
    json!({
        "type": "library", "bom-ref": crate_url(package), "purl": crate_url(package),
        "name": package["name"], "version": package["version"],
        "licenses": [{ "expression": text(&package["license"]).replace('/', " OR ") }],
    })
}

fn crate_url(package: &Value) -> String {
    format!("pkg:cargo/{}@{}", text(&package["name"]), text(&package["version"]))
}

fn npm_component(path: &str, package: &Value) -> Option<Value> {
    let (_, name) = path.rsplit_once("node_modules/")?;
    let url = format!("pkg:npm/{}@{}", name.replace('@', "%40"), text(&package["version"]));
    Some(json!({
        "type": "library", "bom-ref": url, "purl": url, "name": name, "version": package["version"],
        "licenses": [{ "expression": text(&package["license"]) }],
        "scope": if name.starts_with("@fontsource") { "required" } else { "excluded" },
    }))
}

fn each(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::document;
    use serde_json::json;

    #[test]
    fn lists_what_ships_and_nothing_that_only_builds() {
        let package = |name: &str| json!({ "id": name, "name": name, "version": "1.0.0", "license": "MIT/Apache-2.0" });
        let need = |name: &str, kind: Option<&str>| json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        let packages = ["cassetto-backend", "warp", "proptest"].map(package);
        let metadata = json!({
            "packages": packages,
            "resolve": { "nodes": [
                { "id": "cassetto-backend", "deps": [need("warp", None), need("proptest", Some("dev"))] },
                { "id": "warp", "deps": [] },
            ] },
        });
        let lock = json!({ "packages": {
            "": {}, "node_modules/@fontsource/roboto-mono": { "version": "5.3.0", "license": "OFL-1.1" },
        } });
        let bom = document(&metadata, &lock);
        let names: Vec<_> = bom["components"]
            .as_array()
            .unwrap()
            .iter()
            .map(|c| c["name"].as_str().unwrap())
            .collect();
        assert_eq!(names, ["cassetto-backend", "warp", "@fontsource/roboto-mono"]);
        assert_eq!(bom["components"][1]["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(bom["dependencies"][0]["dependsOn"][0], "pkg:cargo/warp@1.0.0");
    }
}
