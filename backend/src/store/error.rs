//! What can go wrong in the store, by what the caller can do about it.

use std::path::{Path, PathBuf};

/// A failure of the store.
///
/// It is `Clone` because one failed commit answers every writer of its group. The texts say what is
/// wrong, where, and what to do; they carry names of files and tables, never stored data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Another process holds the file.
    #[error("{} is in use by another process: stop it first, or point this one elsewhere", path.display())]
    InUse {
        /// The store's file.
        path: PathBuf,
    },
    /// A newer version of the program wrote the file.
    #[error(
        "{} has schema {found}, this program knows schemas up to {known}: run the newer program, \
         or restore the backup made before its upgrade", path.display()
    )]
    NewerSchema {
        /// The store's file.
        path: PathBuf,
        /// The schema found in the file.
        found: u32,
        /// The newest schema this program can read.
        known: u32,
    },
    /// The file is not a store, or not a whole one.
    #[error(
        "{} is damaged or not a store ({detail}): restore it from a backup with \
         `cassetto restore`", path.display()
    )]
    Corrupt {
        /// The damaged file.
        path: PathBuf,
        /// What was found.
        detail: String,
    },
    /// A backup and its manifest do not agree, or one of them is missing.
    #[error("{} cannot be trusted as a backup: {detail}", path.display())]
    BadBackup {
        /// The backup.
        path: PathBuf,
        /// What does not agree.
        detail: String,
    },
    /// The target of a backup or a restore is there already.
    #[error("{} exists already: name another file, or ask explicitly to replace it", path.display())]
    Exists {
        /// The file in the way.
        path: PathBuf,
    },
    /// The disk, or the share of it given to us, is full. As with [`Self::Unavailable`], a write
    /// refused at the last moment may yet be found done, wholly.
    #[error("the disk is full and the write is not confirmed: free some space and try again")]
    Full,
    /// The write could not be confirmed. It is found done, wholly, or not done at all when the store
    /// is next opened; one who tries again must be able to tell.
    #[error("the store could not confirm the write ({reason})")]
    Unavailable {
        /// Why.
        reason: String,
    },
    /// An earlier failure stopped all writes; reading goes on where it can.
    #[error("the store takes no more writes until it is reopened ({reason})")]
    ReadOnly {
        /// The earlier failure.
        reason: String,
    },
    /// Maintenance needs the store for itself and readers or writers did not leave in time.
    #[error("the store is busy: stop the server, or try again when it is quiet")]
    Busy,
    /// A file could not be read or written.
    #[error("{}: {detail}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// The system's own words.
        detail: String,
    },
    /// Stored bytes do not read as the record or the key their table holds.
    #[error("table {table} holds a record this program cannot read: {detail}")]
    Decode {
        /// The table.
        table: &'static str,
        /// What was wrong.
        detail: String,
    },
    /// A key or a value is beyond what every engine can hold.
    #[error("table {table} cannot hold this: {detail}")]
    TooLarge {
        /// The table.
        table: &'static str,
        /// What is too large, and by how much.
        detail: String,
    },
    /// A defect of this program.
    #[error("internal error of the store: {detail}")]
    Internal {
        /// What happened.
        detail: String,
    },
}

impl StoreError {
    /// A decoding failure found where the table is not known; [`Self::in_table`] names it later.
    pub fn undecodable(detail: impl Into<String>) -> StoreError {
        StoreError::Decode { table: "?", detail: detail.into() }
    }

    /// The same failure, naming the table when it is a decoding failure.
    #[must_use]
    pub fn in_table(self, name: &'static str) -> StoreError {
        match self {
            StoreError::Decode { detail, .. } => StoreError::Decode { table: name, detail },
            other => other,
        }
    }

    /// A defect of this program, described.
    pub(crate) fn internal(detail: impl Into<String>) -> StoreError {
        StoreError::Internal { detail: detail.into() }
    }

    /// A failed file operation, a full disk told apart.
    pub(crate) fn io(path: &Path, error: &std::io::Error) -> StoreError {
        if means_full(error.kind()) {
            return StoreError::Full;
        }
        StoreError::Io { path: path.to_owned(), detail: error.to_string() }
    }
}

/// True for the ways in which a system says that no more can be stored.
pub(crate) fn means_full(kind: std::io::ErrorKind) -> bool {
    use std::io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    matches!(kind, StorageFull | QuotaExceeded | FileTooLarge)
}
