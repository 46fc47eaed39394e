//! A file on its way in: kept on disk, never whole in memory, and gone when its import has ended.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::Context;
use sha2::{Digest, Sha256};
use shared::ids::ImportId;
use tokio::io::AsyncWriteExt;

use crate::app::App;
use crate::fault::Result;
use crate::http::call::Upload;

/// Bytes read at once.
const PIECE: usize = 64 * 1024;

/// A file that has arrived.
#[derive(Debug)]
pub struct Arrived {
    /// The file, open for reading.
    pub file: File,
    /// Its size in bytes.
    pub size: u64,
    /// Its SHA-256.
    pub sha256: [u8; 32],
    /// Removes it, until somebody promises to.
    pub guard: Option<Guard>,
}

/// Removes a file when it goes.
#[derive(Debug)]
pub struct Guard(PathBuf);

impl Drop for Guard {
    fn drop(&mut self) {
        remove(&self.0);
    }
}

impl Arrived {
    /// From now on the file is removed by [`forget`] only.
    pub fn leave(&mut self) {
        if let Some(guard) = self.guard.take() {
            std::mem::forget(guard);
        }
    }
}

/// Receives an upload.
///
/// # Errors
/// Those of the upload; if it cannot be written.
pub async fn receive(app: &App, import: ImportId, mut upload: Upload) -> Result<Arrived> {
    let (file, guard) = place(app, import).context("no place for an upload")?;
    let mut target = tokio::fs::File::from_std(file);
    let mut hash = Sha256::new();
    let mut size = 0_u64;
    while let Some(piece) = upload.piece().await? {
        hash.update(&piece);
        size += piece.len() as u64;
        target.write_all(&piece).await.context("an upload cannot be written")?;
    }
    target.flush().await.context("an upload cannot be written")?;
    Ok(Arrived { file: target.into_std().await, size, sha256: hash.finalize().into(), guard })
}

/// Opens a file that is there already.
///
/// # Errors
/// If it cannot be read.
pub fn open(path: &Path) -> anyhow::Result<Arrived> {
    let read = || {
        let mut file = File::open(path)?;
        if !file.metadata()?.is_file() {
            // It is read twice, which a pipe is not.
            return Err(io::Error::other("it is not a regular file"));
        }
        let (mut hash, mut size, mut piece) = (Sha256::new(), 0, vec![0; PIECE]);
        loop {
            let read = file.read(&mut piece)?;
            if read == 0 {
                let sha256 = hash.finalize().into();
                return io::Result::Ok(Arrived { file, size, sha256, guard: None });
            }
            hash.update(piece.get(..read).unwrap_or_default());
            size += read as u64;
        }
    };
    read().with_context(|| format!("{} cannot be read", path.display()))
}

/// Name of the folder of uploads in the data folder.
const FOLDER: &str = "uploads";

/// Where the file of an import is until it ends; nowhere for an app in memory.
pub fn path(app: &App, import: ImportId) -> Option<PathBuf> {
    Some(app.data_dir()?.join(FOLDER).join(import.to_string()))
}

/// Removes the file of an import that has ended.
pub fn forget(app: &App, import: ImportId) {
    if let Some(path) = path(app, import) {
        remove(&path);
    }
}

/// Removes all uploads but these: what a server that was cut off had only begun to receive.
///
/// # Errors
/// If the folder cannot be read.
pub fn sweep(app: &App, kept: &BTreeSet<ImportId>) -> anyhow::Result<()> {
    let Some(folder) = app.data_dir().map(|folder| folder.join(FOLDER)) else { return Ok(()) };
    let kept: BTreeSet<String> = kept.iter().map(ToString::to_string).collect();
    let files = match fs::read_dir(&folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        files => files.context("the folder of uploads cannot be read")?,
    };
    for file in files {
        let file = file.context("the folder of uploads cannot be read")?;
        if !file.file_name().to_str().is_some_and(|name| kept.contains(name)) {
            remove(&file.path());
        }
    }
    Ok(())
}

fn remove(path: &Path) {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            tracing::warn!(%error, "an upload cannot be removed");
        }
        _ => {}
    }
}

/// A new file for an upload. Without a data folder its name is taken away at once, so that nothing of it is left behind.
fn place(app: &App, import: ImportId) -> io::Result<(File, Option<Guard>)> {
    let Some(path) = path(app, import) else {
        let path = std::env::temp_dir().join(format!("upload-{import}"));
        let file = create(&path)?;
        fs::remove_file(&path)?;
        return Ok((file, None));
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok((create(&path)?, Some(Guard(path))))
}

/// A new file that only its owner reads.
fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[test]
    fn an_upload_is_gone_with_its_guard_and_stays_when_it_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let app = App::over(Store::in_memory().unwrap()).data_dir(folder.path().to_owned()).build();
        let uploads = || fs::read_dir(folder.path().join(FOLDER)).unwrap().count();
        sweep(&app, &BTreeSet::new()).unwrap();
        let kept = ImportId::from_u128(8);
        for import in [ImportId::from_u128(7), kept] {
            let (file, guard) = place(&app, import).unwrap();
            let mut arrived = Arrived { file, size: 0, sha256: [0; 32], guard };
            assert_eq!(uploads(), 1);
            if import == kept {
                arrived.leave();
            }
            drop(arrived);
        }
        let stray = path(&app, ImportId::from_u128(9)).unwrap();
        fs::write(stray, "cut off").unwrap();
        sweep(&app, &BTreeSet::from([kept])).unwrap();
        assert_eq!(uploads(), 1);
        forget(&app, kept);
        assert_eq!(uploads(), 0);
    }

    #[test]
    fn without_a_data_folder_nothing_has_a_name() {
        let app = App::over(Store::in_memory().unwrap()).build();
        let import = app.new_id();
        assert!(place(&app, import).unwrap().1.is_none());
        assert!(!std::env::temp_dir().join(format!("upload-{import}")).exists());
    }
}
