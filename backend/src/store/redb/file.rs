//! The database's file: making, opening and looking at it.

use std::fs::{self, File, OpenOptions};
use std::io::ErrorKind;
use std::path::Path;

use ::redb::{Builder, Database, DatabaseError};

use super::failure::guarded;
use crate::store::backup::{remove_leftover, with_suffix};
use crate::store::{Options, StoreError};

/// Makes a new file that its owner alone can read.
pub(in crate::store) fn create_private(path: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| StoreError::io(path, &error))
}

/// Makes what was created or renamed in `path`'s folder durable.
pub(in crate::store) fn sync_folder_of(path: &Path) -> Result<(), StoreError> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    synced.map_err(|error| StoreError::io(folder, &error))
}

/// Makes an empty database in `path` if nothing is there.
///
/// It gets its name when it is whole and on disk, so a file cut down to nothing is never taken for
/// one that was just begun.
pub(super) fn create_missing(path: &Path) -> Result<(), StoreError> {
    if path.exists() {
        return Ok(());
    }
    let begun = with_suffix(path, ".new");
    remove_leftover(&begun)?;
    let made = create_private(&begun)
        .and_then(|_| guarded(&begun, || Builder::new().create(&begun)?.close()))
        .and_then(|()| match fs::hard_link(&begun, path) {
            // Another process was faster: its database is as good.
            Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                Err(StoreError::io(path, &error))
            }
            Ok(()) | Err(_) => Ok(()),
        });
    let _ = fs::remove_file(&begun);
    made?;
    sync_folder_of(path)
}

/// Opens the database in `path` for reading and writing, alone.
pub(super) fn open(path: &Path, options: &Options) -> Result<Database, StoreError> {
    let size = fs::metadata(path).map_err(|error| StoreError::io(path, &error))?.len();
    let mut builder = Builder::new();
    builder
        .set_cache_size(options.cache_bytes)
        .set_check_integrity_on_open(size <= options.verify_up_to_bytes);
    guarded(path, || builder.open(path))
}

/// Refuses when another process, or another part of this one, has the store `path` open.
pub(in crate::store) fn refuse_if_in_use(path: &Path) -> Result<(), StoreError> {
    let opened = guarded(path, || match Builder::new().open_read_only(path) {
        Err(error @ DatabaseError::DatabaseAlreadyOpen) => Err(error),
        // Damaged or interrupted, but nobody's: that is what one restores over.
        Ok(_) | Err(_) => Ok(()),
    });
    match opened {
        Err(in_use @ StoreError::InUse { .. }) => Err(in_use),
        Ok(()) | Err(_) => Ok(()),
    }
}
