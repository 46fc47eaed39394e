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
        let code = rust::code(&file.text);
        let functions = rust::functions(&code).into_iter();
        let too_long =
            functions.filter(|function| function.lines > FUNCTION && !is_table(&code, function));
        long.extend(
            too_long.map(|f| format!("{}:{} {}: {} lines", file.path, f.line, f.name, f.lines)),
        );
    }
    tree::none("functions over 60 lines", &long);
}

/// A function that is one `match` is a table: what makes it long is how much there is to look up.
fn is_table(code: &str, function: &rust::Function) -> bool {
    let lines: Vec<&str> = code.lines().skip(function.line - 1).take(function.lines).collect();
    let mut body = lines.iter().skip_while(|line| !line.trim_end().ends_with('{')).skip(1);
    let indented = |line: &str| line.len() - line.trim_start().len();
    let Some(first) = body.next().filter(|line| line.trim_start().starts_with("match ")) else {
        return false;
    };
    let ends_at =
        lines.iter().rposition(|line| line.trim() == "}" && indented(line) == indented(first));
    ends_at.is_some_and(|end| end + 2 == lines.len())
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
