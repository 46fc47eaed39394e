//! One hash over many files: equal stamps mean that nothing needs to be done again.

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold what is made, not what it is made from.
const MADE: [&str; 3] = ["node_modules", "target", "dist"];

/// The hash, in hexadecimal, of the names and contents of `paths`; folders are walked, what is missing counts as missing.
///
/// # Errors
/// When a file that is there cannot be read.
pub fn of_files(paths: &[PathBuf]) -> Result<String> {
    let mut hash = Sha256::new();
    for path in paths {
        add(&mut hash, path).with_context(|| format!("cannot read {}", path.display()))?;
    }
    Ok(hex(&hash.finalize()))
}

/// Bytes as lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn add(hash: &mut Sha256, path: &Path) -> Result<()> {
    hash.update(path.as_os_str().as_encoded_bytes());
    if path.is_dir() {
        let mut entries = fs::read_dir(path)?
            .map(|entry| entry.map(|e| e.path()))
            .collect::<Result<Vec<_>, _>>()?;
        entries.retain(|entry| {
            !entry.file_name().is_some_and(|name| MADE.iter().any(|made| name == *made))
        });
        entries.sort();
        return entries.iter().try_for_each(|entry| add(hash, entry));
    }
    if path.exists() {
        let bytes = fs::read(path)?;
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(&bytes);
    }
    Ok(())
}
