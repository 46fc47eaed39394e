//! Why a written number was refused.

use core::error::Error;
use core::fmt::{Display, Formatter, Result};

use serde::{Deserialize, Serialize};

/// Why a text is not an amount or a rate; a screen has one sentence for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AmountError {
    /// Nothing was written.
    Empty,
    /// Something other than digits stands where digits belong.
    Characters,
    /// `1.234` may be one thousand or one and a bit: the decimals must be written.
    Ambiguous,
    /// The thousands are not in groups of three.
    Grouping,
    /// More decimals than the number has, or a separator with none after it.
    Decimals,
    /// More than can be counted.
    TooLarge,
}

impl Display for AmountError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str(match self {
            Self::Empty => "empty",
            Self::Characters => "not a number",
            Self::Ambiguous => "thousands or decimals: ambiguous",
            Self::Grouping => "thousands are not grouped by three",
            Self::Decimals => "wrong number of decimals",
            Self::TooLarge => "too large",
        })
    }
}

impl Error for AmountError {}
