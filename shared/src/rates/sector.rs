//! The sector of a position, as far as its rate depends on it.

use crate::fiscal::{Ca, Csc};

/// A group of positions that pay the same rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
}

/// Codes within industry whose contributions follow other rules (Msg. INPS 3649/2022).
const SPECIAL: [&str; 3] = ["10106", "11901", "12001"];
/// Authorisations that put a position under rates not in the tables: logistics and travel agencies
/// (3B, 3X), artisans beyond their size (5B to 5G), public bodies (6A to 6N).
const OTHER_RULES: [&str; 12] =
    ["3B", "3X", "5B", "5C", "5D", "5F", "5G", "6A", "6B", "6C", "6D", "6N"];

impl Sector {
    /// The sector of a position, when its rates are in the tables.
    pub fn of(csc: &Csc, cas: &[Ca]) -> Option<Self> {
        let other_rules = cas.iter().any(|ca| OTHER_RULES.contains(&ca.as_str()));
        if other_rules || SPECIAL.contains(&csc.as_str()) {
            return None;
        }
        match (csc.sector(), csc.class(), csc.category()) {
            (1, 13, 1..=5) => Some(Self::ConstructionIndustry),
            (4, 13, 1..=5) => Some(Self::ConstructionCraft),
            // Installers share the class of building without its rates.
            (1, 13, 6..=8) => Some(Self::Industry),
            (4, 13, 6..=8) => Some(Self::Craft),
            (1 | 4, 13, _) => None,
            (1, _, _) => Some(Self::Industry),
            (4, _, _) => Some(Self::Craft),
            (7, 5, _) => Some(Self::PublicHouses),
            (7, _, _) => Some(Self::Commerce),
            _ => None,
        }
    }
}
