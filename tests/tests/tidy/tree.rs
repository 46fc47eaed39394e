//! The files of the project: those that git tracks or would track.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// One file, by its path from the root with `/` between folders.
pub struct File {
    /// Its path.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl File {
    /// The folder that it lies in directly.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

/// The root of the checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every text file of the project; what is ignored, deleted or binary is left out.
pub fn all() -> Vec<File> {
    let root = root();
    let list = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        .current_dir(&root)
        .output()
        .expect("git is installed");
    assert!(
        list.status.success(),
        "git cannot list the files: {}",
        String::from_utf8_lossy(&list.stderr)
    );
    let names = String::from_utf8(list.stdout).expect("file names are UTF-8");
    let read = |path: &str| {
        let text = fs::read_to_string(root.join(path)).ok()?;
        Some(File { path: path.to_owned(), text })
    };
    names.split_terminator('\0').filter_map(read).collect()
}

/// The Rust files.
pub fn rust() -> Vec<File> {
    all().into_iter().filter(|file| file.path.ends_with(".rs")).collect()
}

/// Fails with every finding at once.
pub fn none(rule: &str, findings: &[String]) {
    assert!(findings.is_empty(), "{rule}:\n  {}\n", findings.join("\n  "));
}
