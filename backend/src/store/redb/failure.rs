//! redb's errors and panics in the store's words.

use std::any::Any;
use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use ::redb::Error;

use crate::store::StoreError;

/// What `error`, met in the file `path`, means to a caller of the store.
pub(super) fn translate(path: &Path, error: impl Into<Error>) -> StoreError {
    let corrupt = |detail: String| StoreError::Corrupt { path: path.to_owned(), detail };
    match error.into() {
        Error::DatabaseAlreadyOpen | Error::LockProtocolMismatch => {
            StoreError::InUse { path: path.to_owned() }
        }
        Error::Corrupted(detail) => corrupt(detail),
        Error::UpgradeRequired(version) => corrupt(format!("file format {version} is too old")),
        Error::UnorderedKey => corrupt("keys are out of order".to_owned()),
        Error::RepairAborted => corrupt("it could not be repaired".to_owned()),
        Error::Io(error) => match error.kind() {
            ErrorKind::InvalidData | ErrorKind::UnexpectedEof => corrupt(error.to_string()),
            _ => StoreError::io(path, &error),
        },
        error @ (Error::PreviousIo | Error::DatabaseClosed) => {
            StoreError::Unavailable { reason: error.to_string() }
        }
        Error::TransactionInProgress => StoreError::Busy,
        error @ (Error::TableTypeMismatch { .. }
        | Error::TableIsMultimap(_)
        | Error::TableIsNotMultimap(_)
        | Error::TypeDefinitionChanged { .. }) => corrupt(error.to_string()),
        other => StoreError::internal(other.to_string()),
    }
}

/// Runs one operation of redb. On a file altered behind its back redb may panic; to the program
/// that is a damaged file like any other.
pub(super) fn guarded<T, E: Into<Error>>(
    path: &Path,
    operation: impl FnOnce() -> Result<T, E>,
) -> Result<T, StoreError> {
    match catch_unwind(AssertUnwindSafe(operation)) {
        Ok(result) => result.map_err(|error| translate(path, error)),
        Err(panic) => Err(StoreError::Corrupt { path: path.to_owned(), detail: words(&*panic) }),
    }
}

/// The message a panic carries.
pub(super) fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message").to_owned()
}
