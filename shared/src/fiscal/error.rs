//! Why an identifier was refused.

use core::error::Error;
use core::fmt::{Display, Formatter, Result};

use serde::{Deserialize, Serialize};

/// Why a text is not the identifier it should be; a screen has one sentence for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FiscalError {
    /// Nothing was written.
    Empty,
    /// Too short or too long.
    Length,
    /// A letter stands where a digit belongs, a digit where a letter does, or neither.
    Characters,
    /// Nothing but zeros.
    AllZeros,
    /// The date of birth it holds is on no calendar.
    BirthDate,
    /// The check characters do not belong to the rest: most likely a slip of the pen.
    CheckDigit,
}

impl Display for FiscalError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str(match self {
            Self::Empty => "empty",
            Self::Length => "wrong length",
            Self::Characters => "wrong characters",
            Self::AllZeros => "only zeros",
            Self::BirthDate => "impossible date of birth",
            Self::CheckDigit => "wrong check digit",
        })
    }
}

impl Error for FiscalError {}
