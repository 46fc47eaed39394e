//! Interest by the day: the rates of the ECB and of the law as they changed, and what they make of an amount over a time.

mod accrual;
mod parameters;

pub use accrual::{Accrual, Span, legal};
pub(crate) use accrual::{Held, Stretch, accrue, stretches};
pub use parameters::{Parameters, SHIPPED};

use core::fmt::{Display, Formatter, Result as FmtResult};

use serde::{Deserialize, Serialize};

use crate::parameters::Missing;

/// Why interest, a sanction or a deferral cannot be calculated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Error {
    /// The amount is below zero.
    Negative,
    /// The last day lies before the first.
    Backwards,
    /// A value that the calculation needs is not known for a day.
    Missing(Missing),
}

impl Display for Error {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        match self {
            Self::Negative => formatter.write_str("an amount below zero"),
            Self::Backwards => formatter.write_str("the last day lies before the first"),
            Self::Missing(Missing { parameter, day }) => {
                write!(formatter, "no {parameter:?} known for {day}")
            }
        }
    }
}

impl core::error::Error for Error {}

impl From<Missing> for Error {
    fn from(missing: Missing) -> Self {
        Self::Missing(missing)
    }
}

#[cfg(test)]
pub(crate) mod tests;
