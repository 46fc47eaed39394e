//! The sector of a position, as far as its rate depends on it.

use serde::{Deserialize, Serialize};

use super::RateError;
use crate::fiscal::Csc;

/// A group of positions that pay the same rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Sector {
    /// Industry, building sites apart.
    Industry,
    /// Building industry.
    ConstructionIndustry,
    /// Crafts, building apart.
    Craft,
    /// Building crafts.
    ConstructionCraft,
    /// Commerce and services.
    Commerce,
    /// Bars, restaurants and the like, within commerce.
    PublicHouses,
    /// Banks and insurers; their solidarity fund is paid on top.
    Credit,
}

/// Codes within industry whose contributions follow other rules (Msg. INPS 3649/2022).
const SPECIAL: [&str; 3] = ["10106", "11901", "12001"];

impl Sector {
    /// The sector of a CSC (art. 49 L. 88/1989; Circ. INPS 80/2014).
    ///
    /// # Errors
    /// [`RateError::SpecialCsc`] and [`RateError::UnknownCsc`] where the tables have no rates for it.
    pub fn of(csc: &Csc) -> Result<Self, RateError> {
        if SPECIAL.contains(&csc.as_str()) {
            return Err(RateError::SpecialCsc(*csc));
        }
        match (csc.sector(), csc.class(), csc.category()) {
            (1, 13, 1..=5) => Ok(Self::ConstructionIndustry),
            (4, 13, 1..=5) => Ok(Self::ConstructionCraft),
            // Installers share the class of building without its rates.
            (1, 13, 6..=8) => Ok(Self::Industry),
            (4, 13, 6..=8) => Ok(Self::Craft),
            (1 | 4, 13, _) => Err(RateError::UnknownCsc(*csc)),
            (1, _, _) => Ok(Self::Industry),
            (4, _, _) => Ok(Self::Craft),
            (6, _, _) => Ok(Self::Credit),
            (7, 5, _) => Ok(Self::PublicHouses),
            (7, _, _) => Ok(Self::Commerce),
            _ => Err(RateError::UnknownCsc(*csc)),
        }
    }
}
