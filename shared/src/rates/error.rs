//! Why a contribution cannot be reckoned.

use core::error::Error;
use core::fmt::{Display, Formatter, Result};

use serde::{Deserialize, Serialize};

use super::{Collar, Sector};
use crate::fiscal::{Ca, Csc};
use crate::parameters::Missing;

/// Why there is no figure; a screen has one sentence for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RateError {
    /// The parameters hold no value for the time.
    Missing(Missing),
    /// The tables have no rates for the sector or class of the CSC.
    UnknownCsc(Csc),
    /// The CSC is one whose contributions follow rules of their own (Msg. INPS 3649/2022).
    SpecialCsc(Csc),
    /// What the CA does to the rate is not known.
    UnknownCa(Ca),
    /// The CA puts the position under rates that the tables do not hold.
    OtherRules(Ca),
    /// The CA does not go with the sector or the CSC, or with the fund that was asked for.
    CaAgainst {
        /// The CA.
        ca: Ca,
        /// The sector of the CSC.
        sector: Sector,
    },
    /// The fund that was asked for is not one of the sector.
    FundAgainst(Sector),
    /// The tables have no rates for such workers of the sector.
    UnknownWorker {
        /// The sector.
        sector: Sector,
        /// Operaio, impiegato or dirigente.
        collar: Collar,
    },
    /// An amount below zero.
    Negative,
    /// Days or hours that no month has.
    Time,
    /// Months of a year that are not from 1 to 12.
    Months,
    /// The reduction is not for who enrolled on that day, or has come to its end.
    Reduction,
}

impl From<Missing> for RateError {
    fn from(missing: Missing) -> Self {
        Self::Missing(missing)
    }
}

impl Display for RateError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        match self {
            Self::Missing(missing) => {
                write!(formatter, "no value of {:?} on {}", missing.parameter, missing.day)
            }
            Self::UnknownCsc(csc) => write!(formatter, "no rates for CSC {csc}"),
            Self::SpecialCsc(csc) => write!(formatter, "CSC {csc} has rules of its own"),
            Self::UnknownCa(ca) => write!(formatter, "unknown effect of CA {ca}"),
            Self::OtherRules(ca) => write!(formatter, "CA {ca} has rates not in the tables"),
            Self::CaAgainst { ca, sector } => {
                write!(formatter, "CA {ca} does not go with {sector:?}")
            }
            Self::FundAgainst(sector) => write!(formatter, "no such fund in {sector:?}"),
            Self::UnknownWorker { sector, collar } => {
                write!(formatter, "no rates for {collar:?} in {sector:?}")
            }
            Self::Negative => formatter.write_str("an amount below zero"),
            Self::Time => formatter.write_str("impossible days or hours"),
            Self::Months => formatter.write_str("months from 1 to 12"),
            Self::Reduction => formatter.write_str("no right to the reduction"),
        }
    }
}

impl Error for RateError {}
