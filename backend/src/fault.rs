//! What services fail with, and what of it the caller is told.

use shared::fault::Fault;

use crate::store::StoreError;

/// What services return.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a service failed. The cases say who is told what: a [`Fault`] goes to the caller as it is, the others go to the log and the
/// caller learns only as much as helps.
#[derive(Debug)]
pub enum Error {
    /// The caller's matter.
    Fault(Fault),
    /// The store's matter.
    Store(StoreError),
    /// A defect, or a part of the system that does not answer. Its text must hold no personal data.
    Unexpected(anyhow::Error),
}

impl Error {
    /// What the caller is told, and what the log should say of it.
    pub fn fault(self) -> (Fault, Option<String>) {
        match self {
            Error::Fault(fault) => (fault, None),
            Error::Store(error) => {
                let fault = match error {
                    StoreError::Full => Fault::Full,
                    StoreError::Unavailable { .. }
                    | StoreError::ReadOnly { .. }
                    | StoreError::Busy => Fault::Busy,
                    _ => Fault::Internal,
                };
                (fault, Some(error.to_string()))
            }
            Error::Unexpected(error) => (Fault::Internal, Some(format!("{error:#}"))),
        }
    }

    /// A fault of one field of the request.
    pub fn field(field: &str, reason: &str) -> Self {
        Error::Fault(Fault::field(field, reason))
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Error::Fault(fault) => f.write_str(fault.code()),
            Error::Store(error) => error.fmt(f),
            Error::Unexpected(error) => write!(f, "{error:#}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Error::Fault(fault)
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        Error::Store(error)
    }
}

impl From<anyhow::Error> for Error {
    fn from(error: anyhow::Error) -> Self {
        Error::Unexpected(error)
    }
}

#[cfg(test)]
mod tests {
    use super::{Error, Fault, StoreError};

    #[test]
    fn the_caller_learns_what_helps_and_the_log_the_rest() {
        let cases = [
            (Error::Fault(Fault::NotFound), Fault::NotFound, false),
            (Error::Store(StoreError::Full), Fault::Full, true),
            (Error::Store(StoreError::ReadOnly { reason: "a disk".into() }), Fault::Busy, true),
            (
                Error::Store(StoreError::Internal { detail: "a defect".into() }),
                Fault::Internal,
                true,
            ),
            (Error::Unexpected(anyhow::anyhow!("a defect")), Fault::Internal, true),
        ];
        for (error, expected, logged) in cases {
            let (fault, log) = error.fault();
            assert_eq!(fault, expected);
            assert_eq!(log.is_some(), logged, "{expected:?}");
        }
    }
}
