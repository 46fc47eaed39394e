//! Small enough to read: files, functions, folders.

use crate::{rust, tree};
use std::collections::BTreeMap;

/// Lines of a file at most; the middle one should have 110, which is told and not held.
const FILE: usize = 500;
/// Lines of a function at most.
const FUNCTION: usize = 60;
/// Rust files directly in one folder at most.
const FOLDER: usize = 12;
/// The contract has one file for each slice, and its folder is the list of them.
const CONTRACT: (&str, usize) = ("shared/src", 24);

#[test]
fn files_are_short() {
    let mut sizes: Vec<_> =
        tree::rust().iter().map(|file| (file.text.lines().count(), file.path.clone())).collect();
    sizes.sort();
    let long = sizes.iter().filter(|(lines, _)| *lines > FILE);
    tree::none(
        "files over 500 lines",
        &long.map(|(lines, path)| format!("{path}: {lines}")).collect::<Vec<_>>(),
    );
    let (median, _) = &sizes[sizes.len() / 2];
    println!("{} files, median {median} lines, longest {:?}", sizes.len(), sizes.last());
}

#[test]
fn functions_are_short() {
    let mut long = Vec::new();
    for file in tree::rust() {
        let functions = rust::functions(&rust::code(&file.text));
        let too_long = functions.into_iter().filter(|function| function.lines > FUNCTION);
        long.extend(
            too_long.map(|f| format!("{}:{} {}: {} lines", file.path, f.line, f.name, f.lines)),
        );
    }
    tree::none("functions over 60 lines", &long);
}

#[test]
fn folders_are_small() {
    let mut folders: BTreeMap<String, usize> = BTreeMap::new();
    for file in tree::rust() {
        *folders.entry(file.folder().to_owned()).or_default() += 1;
    }
    let room = |folder: &str| if folder == CONTRACT.0 { CONTRACT.1 } else { FOLDER };
    let full = folders.iter().filter(|(name, files)| **files > room(name));
    tree::none(
        "folders of more than 12 files",
        &full.map(|(name, files)| format!("{name}: {files}")).collect::<Vec<_>>(),
    );
}
