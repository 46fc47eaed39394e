//! A file on its way in: kept on disk, never whole in memory, and gone when nobody has it open any more.

use std::fmt::Write as _;
use std::fs::{File, OpenOptions};
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
}

/// Receives an upload.
///
/// # Errors
/// Those of the upload; if it cannot be written.
pub async fn receive(app: &App, import: ImportId, mut upload: Upload) -> Result<Arrived> {
    let file = nameless(&folder(app), import).context("no place for an upload")?;
    let mut target = tokio::fs::File::from_std(file);
    let mut hash = Sha256::new();
    let mut size = 0_u64;
    while let Some(piece) = upload.piece().await? {
        hash.update(&piece);
        size += piece.len() as u64;
        target.write_all(&piece).await.context("an upload cannot be written")?;
    }
    target.flush().await.context("an upload cannot be written")?;
    Ok(Arrived { file: target.into_std().await, size, sha256: hash.finalize().into() })
}

/// Opens a file that is there already.
///
/// # Errors
/// If it cannot be read.
pub fn open(path: &Path) -> anyhow::Result<Arrived> {
    let read = || {
        let mut file = File::open(path)?;
        let (mut hash, mut size, mut piece) = (Sha256::new(), 0, vec![0; PIECE]);
        loop {
            let read = file.read(&mut piece)?;
            if read == 0 {
                return io::Result::Ok(Arrived { file, size, sha256: hash.finalize().into() });
            }
            hash.update(piece.get(..read).unwrap_or_default());
            size += read as u64;
        }
    };
    read().with_context(|| format!("{} cannot be read", path.display()))
}

/// A SHA-256 in hexadecimal.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Where uploads wait: beside the data, or where the system keeps what is passing.
fn folder(app: &App) -> PathBuf {
    app.data_dir().map_or_else(std::env::temp_dir, Path::to_owned)
}

/// A new file whose name is taken away at once, so that nothing of it is left behind however this process ends.
fn nameless(folder: &Path, import: ImportId) -> io::Result<File> {
    let path = folder.join(format!("upload-{import}"));
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(&path)?;
    std::fs::remove_file(&path)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nameless_file_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let file = nameless(folder.path(), ImportId::from_u128(7)).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        let mut text = String::new();
        (&file).read_to_string(&mut text).unwrap();
        assert_eq!(text, "");
        assert_eq!(hexadecimal(&[0, 171]), "00ab");
    }
}
