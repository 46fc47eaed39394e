//! Who may know whom: a slice calls another slice's service and never its tables, the platform knows no slice, and each
//! library with a replaceable job stands behind one door.

use crate::rust;
use crate::tree::{self, File};
use std::collections::BTreeSet;

/// The platform of each crate: mechanisms that every slice stands on.
const PLATFORM: [&str; 6] = [
    "backend/src/http/",
    "backend/src/store/",
    "backend/src/jobs/",
    "backend/src/audit/",
    "frontend/src/ui/",
    "frontend/src/remote/",
];
/// The one file of the platform that lists the slices.
const COMPOSITION_ROOT: &str = "backend/src/http/mod.rs";

/// The slices of a crate. On the server, the folders with rules or tables of their own; in the app, those whose word is also a word of
/// the contract in `shared`.
fn slices(files: &[File], source: &str) -> BTreeSet<String> {
    let in_contract = |slice: &str| {
        let (file, folder) = (format!("shared/src/{slice}.rs"), format!("shared/src/{slice}/"));
        files.iter().any(|other| other.path == file || other.path.starts_with(&folder))
    };
    let slice = |file: &File| {
        let (slice, name) = file.path.strip_prefix(source)?.split_once('/')?;
        let in_platform = PLATFORM.contains(&format!("{source}{slice}/").as_str());
        let own = matches!(name, "service.rs" | "table.rs")
            || (source.starts_with("frontend") && in_contract(slice));
        (own && !in_platform).then(|| slice.to_owned())
    };
    files.iter().filter_map(slice).collect()
}

/// The first folder below `source` that a file lies in.
fn slice_of<'a>(file: &'a File, source: &str) -> Option<&'a str> {
    file.path.strip_prefix(source)?.split('/').next().map(|name| name.trim_end_matches(".rs"))
}

#[test]
fn a_slice_never_touches_the_tables_of_another() {
    let files = tree::rust();
    let source = "backend/src/";
    let mut findings = Vec::new();
    for slice in slices(&files, source) {
        let table = format!("crate::{slice}::table");
        for file in
            files.iter().filter(|file| slice_of(file, source).is_some_and(|own| own != slice))
        {
            let paths = rust::crate_paths(&rust::code(&file.text));
            if paths.iter().any(|path| *path == table || path.starts_with(&format!("{table}::"))) {
                findings.push(format!("{} uses the tables of {slice}: ask its service", file.path));
            }
        }
    }
    tree::none("tables in foreign hands", &findings);
}

#[test]
fn the_platform_knows_no_slice() {
    let files = tree::rust();
    let mut findings = Vec::new();
    for source in ["backend/src/", "frontend/src/"] {
        let slices = slices(&files, source);
        let in_platform =
            |file: &&File| PLATFORM.iter().any(|folder| file.path.starts_with(folder));
        let below = files
            .iter()
            .filter(|file| file.path.starts_with(source) && file.path != COMPOSITION_ROOT);
        for file in below.filter(in_platform) {
            for path in rust::crate_paths(&rust::code(&file.text)) {
                let first = path.split("::").nth(1).unwrap_or_default();
                if slices.contains(first) {
                    findings.push(format!("{} uses {path}", file.path));
                }
            }
        }
    }
    tree::none("slices in the platform", &findings);
}

#[test]
fn each_library_stays_behind_its_door() {
    let doors = [("warp::", "backend/src/http/"), ("redb::", "backend/src/store/redb")];
    let mut findings = Vec::new();
    let shipped = |file: &File| {
        ["backend/src/", "frontend/src/", "shared/src/"].iter().any(|at| file.path.starts_with(at))
    };
    for file in tree::rust().into_iter().filter(shipped) {
        let code = rust::code(&file.text);
        for (library, door) in doors {
            if uses(&code, library) && !file.path.starts_with(door) {
                findings.push(format!("{} uses {library} outside {door}", file.path));
            }
        }
    }
    tree::none("libraries outside their door", &findings);
}

/// Whether `library::` stands in the code as the library: not as the end of a longer path such as `super::redb::`, and not where a
/// module of that name has been brought into view.
fn uses(code: &str, library: &str) -> bool {
    let name = library.trim_end_matches(':');
    let shadowed = [format!("mod {name};"), format!("super::{name}")]
        .iter()
        .any(|module| code.contains(module));
    let stands_alone = |at: usize| {
        let before = code[..at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':')
    };
    !shadowed && code.match_indices(library).any(|(at, _)| stands_alone(at))
}
