//! Looking after the store: backup, restore, check, compact, audit.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use super::data::{Data, SEARCHED};
use super::say;
use crate::audit::{self, Verification};
use crate::files::{self, Files};
use crate::search::rebuild::rebuild;
use crate::store::Store;

/// Copies the store into a new file.
///
/// # Errors
/// If there is no store; those of [`Store::backup`].
pub fn backup(data: &Data, dest: &Path) -> Result<()> {
    let store = data.open()?;
    let report = store.backup(dest)?;
    let files = files::back_up(&Files::of(Some(data.folder())), dest)?;
    say(format_args!(
        "{}: {} bytes, sha256 {}, {files} files",
        report.path.display(),
        report.bytes,
        report.sha256
    ))?;
    Ok(store.close()?)
}

/// Puts a backup in place of the store.
///
/// # Errors
/// Those of [`Store::restore`]; the store is then as it was.
pub fn restore(data: &Data, src: &Path, replace: bool) -> Result<()> {
    std::fs::create_dir_all(data.folder())?;
    let report = Store::restore(src, &data.file(), replace)?;
    let files = files::restore(src, data.folder())?;
    say(format_args!(
        "{}: {} bytes and {files} files from {}",
        report.path.display(),
        report.bytes,
        src.display()
    ))?;
    Ok(())
}

/// Verifies the store; with `reindex` builds the index anew that things are found by.
///
/// # Errors
/// If there is no store, or what is broken cannot be repaired.
pub fn check(data: &Data, reindex: bool) -> Result<()> {
    let store = data.open()?;
    if reindex {
        let things = rebuild(&store, &SEARCHED)?;
        say(format_args!("indexed {things} things"))?;
    }
    let report = store.check()?;
    for table in &report.tables {
        say(format_args!("{}: {} rows", table.name, table.rows))?;
    }
    say(if report.repaired {
        "the store was damaged and has been repaired"
    } else {
        "the store is whole"
    })?;
    Ok(store.close()?)
}

/// Makes the store's file as small as it can be.
///
/// # Errors
/// If there is no store; those of [`Store::compact`].
pub fn compact(data: &Data) -> Result<()> {
    let store = data.open()?;
    let report = store.compact()?;
    say(format_args!(
        "{}: {} bytes, {} before",
        data.file().display(),
        report.bytes_after,
        report.bytes_before
    ))?;
    Ok(store.close()?)
}

/// Follows the chain of the audit log; fails if it is broken.
///
/// # Errors
/// If there is no store, or it cannot be read.
pub fn audit_verify(data: &Data) -> Result<ExitCode> {
    let store = data.open()?;
    let found = store.read(audit::verify)?;
    store.close()?;
    match found {
        Verification::Verified { entries, head } => {
            let head: String = head.iter().map(|byte| format!("{byte:02x}")).collect();
            say(format_args!("the audit log is whole: {entries} entries, head {head}"))?;
            Ok(ExitCode::SUCCESS)
        }
        Verification::Broken { at } => {
            say(format_args!("the audit log was tampered with: entry {at} does not fit"))?;
            Ok(ExitCode::FAILURE)
        }
    }
}
