//! Backups: a copy of one snapshot, its SHA-256 beside it, and the way back.
//!
//! The manifest has the form of `sha256sum`, so a backup can be verified without this program. Every
//! file is written under a name of its own, synced and renamed: what bears the final name is whole.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::engine::{Engine, TableRows};
use super::redb::{refuse_if_in_use, sync_folder_of};
use super::{Options, Store, StoreError, migrate, redb};

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupReport {
    /// The file written: the backup, or the restored store.
    pub path: PathBuf,
    /// Its size, in bytes.
    pub bytes: u64,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
    /// Its tables, by name.
    pub tables: Vec<TableRows>,
}

/// The manifest of the backup `path`: the same name with `.sha256` added.
pub fn manifest_path(path: &Path) -> PathBuf {
    with_suffix(path, ".sha256")
}

/// `path` with `suffix` added to its name.
pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Writes a backup of `engine`'s last commit to `dest`, in place of what is there.
pub(super) fn write(engine: &dyn Engine, dest: &Path) -> Result<BackupReport, StoreError> {
    let part = with_suffix(dest, ".part");
    remove_leftover(&part)?;
    let written = engine.copy_to(&part).and_then(|tables| {
        let (sha256, bytes) = digest(&part)?;
        write_manifest(dest, &sha256)?;
        rename(&part, dest)?;
        sync_folder_of(dest)?;
        Ok(BackupReport { path: dest.to_owned(), bytes, sha256, tables })
    });
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}

/// See [`Store::restore`].
pub(super) fn restore(from: &Path, to: &Path, replace: bool) -> Result<BackupReport, StoreError> {
    let expected = read_manifest(from)?;
    let occupied = to.exists();
    if occupied && !replace {
        return Err(StoreError::Exists { path: to.to_owned() });
    }
    if occupied {
        refuse_if_in_use(to)?;
    }
    let part = with_suffix(to, ".part");
    remove_leftover(&part)?;
    let restored = put_in_place(from, &part, to, &expected, occupied);
    if restored.is_err() {
        let _ = fs::remove_file(&part);
    }
    restored
}

fn put_in_place(
    from: &Path,
    part: &Path,
    to: &Path,
    expected: &str,
    occupied: bool,
) -> Result<BackupReport, StoreError> {
    let bytes = copy_verified(from, part, expected)?;
    let tables = examine(from, part)?;
    if occupied {
        set_aside(to)?;
    }
    rename(part, to)?;
    sync_folder_of(to)?;
    Ok(BackupReport { path: to.to_owned(), bytes, sha256: expected.to_owned(), tables })
}

/// Copies the backup, and fails unless what was copied has the manifest's digest.
fn copy_verified(from: &Path, part: &Path, expected: &str) -> Result<u64, StoreError> {
    let mut source = File::open(from).map_err(|error| StoreError::io(from, &error))?;
    let mut target = redb::create_private(part)?;
    let copied = pump(&mut source, &mut target).and_then(|done| target.sync_all().map(|()| done));
    let (sha256, bytes) = copied.map_err(|error| StoreError::io(part, &error))?;
    if sha256 == expected {
        return Ok(bytes);
    }
    Err(StoreError::BadBackup {
        path: from.to_owned(),
        detail: format!("its SHA-256 is {sha256}, its manifest says {expected}: use another one"),
    })
}

/// Opens the copy, verifies every page and refuses what this program could not run on.
fn examine(from: &Path, part: &Path) -> Result<Vec<TableRows>, StoreError> {
    let options = Options { verify_up_to_bytes: u64::MAX, ..Options::default() };
    let copy = Store::over(redb::open_file(part, &options)?);
    let found = migrate::schema_of(&copy, from)?.ok_or_else(|| StoreError::BadBackup {
        path: from.to_owned(),
        detail: "it is empty: use another one".to_owned(),
    })?;
    migrate::refuse_newer(from, found, migrate::newest(migrate::STEPS))?;
    let tables = copy.stats()?.tables;
    copy.close()?;
    Ok(tables)
}

/// Gives the store that is replaced a second name, so that a wrong restore can be undone. The first
/// name goes on pointing to it until the rename that follows.
fn set_aside(store: &Path) -> Result<(), StoreError> {
    let aside = with_suffix(store, ".replaced");
    remove_leftover(&aside)?;
    fs::hard_link(store, &aside).map_err(|error| StoreError::io(&aside, &error))
}

fn write_manifest(dest: &Path, sha256: &str) -> Result<(), StoreError> {
    let path = manifest_path(dest);
    let part = with_suffix(&path, ".part");
    let name = dest.file_name().unwrap_or_default().to_string_lossy();
    let written = File::create(&part).and_then(|mut file| {
        writeln!(file, "{sha256}  {name}")?;
        file.sync_all()
    });
    written.map_err(|error| StoreError::io(&part, &error))?;
    rename(&part, &path)
}

fn read_manifest(backup: &Path) -> Result<String, StoreError> {
    let bad = |detail: String| StoreError::BadBackup { path: backup.to_owned(), detail };
    let path = manifest_path(backup);
    let text = fs::read_to_string(&path).map_err(|error| {
        bad(format!("its manifest {} cannot be read ({error}); copy it along", path.display()))
    })?;
    let digest = text.split_whitespace().next().unwrap_or_default().to_ascii_lowercase();
    if digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Ok(digest);
    }
    Err(bad(format!("its manifest {} holds no SHA-256", path.display())))
}

fn digest(path: &Path) -> Result<(String, u64), StoreError> {
    let digested = File::open(path).and_then(|mut file| pump(&mut file, &mut io::sink()));
    digested.map_err(|error| StoreError::io(path, &error))
}

/// Copies all of `source` and returns the SHA-256, in hexadecimal, and the length of what passed.
fn pump(source: &mut impl Read, target: &mut impl Write) -> io::Result<(String, u64)> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 128 * 1024];
    let mut bytes = 0;
    loop {
        let read = source.read(&mut buffer)?;
        let Some(chunk) = buffer.get(..read).filter(|chunk| !chunk.is_empty()) else {
            let hex = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
            return Ok((hex, bytes));
        };
        hash.update(chunk);
        target.write_all(chunk)?;
        bytes += read as u64;
    }
}

fn rename(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::rename(from, to).map_err(|error| StoreError::io(to, &error))
}

/// Removes what an interrupted run left behind.
pub(super) fn remove_leftover(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(StoreError::io(path, &error)),
        Ok(()) | Err(_) => Ok(()),
    }
}
