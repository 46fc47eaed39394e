//! Files in a backup: each once in the folder beside the backups, and for each backup a list of those that belong to it.
//!
//! The list has the form of `sha256sum`, so that it can be verified without this program. Files never change: what an earlier backup
//! brought is not brought again, and what no list names any more goes with the last backup that named it.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::{FOLDER, Files, Hash, digest, gone, hexadecimal, names, parse, relative, sync};

/// The end of a list's name, behind that of its backup.
const LIST: &str = ".files";

/// Copies the files beside the backup `dest`, and writes the list of them; how many they are.
///
/// # Errors
/// If a file cannot be read or written, or one is damaged.
pub fn back_up(files: &Files, dest: &Path) -> Result<usize> {
    let all = files.all().context("the files cannot be listed")?;
    let folder = beside(dest);
    let mut list = String::new();
    for hash in &all {
        let target = folder.join(relative(hash));
        if !target.exists() {
            copy(&files.place(hash), &target, hash)?;
        }
        list.push_str(&format!("{}  {FOLDER}/{}\n", hexadecimal(hash), relative(hash).display()));
    }
    let name = list_of(dest);
    let mut written = File::create(&name).context("the list of files cannot be written")?;
    let synced = written.write_all(list.as_bytes()).and_then(|()| written.sync_all());
    synced.context("the list of files cannot be written")?;
    Ok(all.len())
}

/// Brings the files of the backup `src` into a data folder; how many they are. A backup from before there were files has none.
///
/// # Errors
/// If a file is missing, damaged or cannot be written; those that are there already stay.
pub fn restore(src: &Path, data: &Path) -> Result<usize> {
    let Some(hashes) = listed(&list_of(src))? else { return Ok(0) };
    let (from, to) = (beside(src), data.join(FOLDER));
    for hash in &hashes {
        let target = to.join(relative(hash));
        if !target.exists() {
            copy(&from.join(relative(hash)), &target, hash)?;
        }
    }
    Ok(hashes.len())
}

/// Takes away the list of a backup that is removed, and the files beside it that no other backup lists.
///
/// # Errors
/// If a list cannot be read or a file not removed.
pub fn prune(backup: &Path) -> Result<()> {
    gone(fs::remove_file(list_of(backup))).context("a list of files cannot be removed")?;
    let Some(folder) = backup.parent() else { return Ok(()) };
    let mut kept = BTreeSet::new();
    for name in names(folder)?.iter().filter(|name| name.ends_with(LIST)) {
        kept.extend(listed(&folder.join(name))?.unwrap_or_default());
    }
    let there = Files::of(Some(folder));
    for hash in there.all()?.iter().filter(|hash| !kept.contains(*hash)) {
        there.remove(hash).context("an old file cannot be removed")?;
    }
    Ok(())
}

/// Copies a file under a name of its own first: what bears the final name is whole, and is what its name says.
fn copy(from: &Path, to: &Path, hash: &Hash) -> Result<()> {
    let folder = to.parent().unwrap_or(to);
    fs::create_dir_all(folder)?;
    let part = to.with_extension("part");
    let copied = fs::copy(from, &part).and_then(|_| {
        let file = File::open(&part)?;
        file.sync_all()?;
        digest(file)
    });
    let digest = copied.with_context(|| format!("{} cannot be copied", from.display()))?;
    if digest != *hash {
        gone(fs::remove_file(&part))?;
    }
    ensure!(
        digest == *hash,
        "{} is damaged: its content is not what its name says",
        from.display()
    );
    fs::rename(&part, to).and_then(|()| sync(folder))?;
    Ok(())
}

fn beside(backup: &Path) -> PathBuf {
    backup.parent().unwrap_or(Path::new("")).join(FOLDER)
}

fn list_of(backup: &Path) -> PathBuf {
    let mut name = backup.as_os_str().to_owned();
    name.push(LIST);
    name.into()
}

/// The hashes of a list; nothing if there is no list.
fn listed(list: &Path) -> Result<Option<Vec<Hash>>> {
    let text = match fs::read_to_string(list) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        text => text.with_context(|| format!("{} cannot be read", list.display()))?,
    };
    let hashes = text.lines().map(|line| {
        let hash = line.split_whitespace().next().and_then(parse);
        hash.with_context(|| format!("{} is no list of files", list.display()))
    });
    hashes.collect::<Result<_>>().map(Some)
}
