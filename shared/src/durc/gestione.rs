//! The accounts that regularity is checked for.

use serde::{Deserialize, Serialize};

/// A scheme or body with accounts of its own: the tolerance of the DURC holds for each (art. 3 c. 3 DM 30/1/2015).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Gestione {
    /// Employers with UniEmens (`aziende DM`).
    Employers,
    /// Farm employers.
    Farms,
    /// Public employers.
    PublicEmployers,
    /// Show and sport (ex ENPALS).
    Entertainment,
    /// Principals of the Gestione Separata (`committenti`).
    Principals,
    /// Professionals of the Gestione Separata.
    Professionals,
    /// Artisans.
    Artisans,
    /// Merchants.
    Merchants,
    /// Self-employed farmers.
    SelfEmployedFarmers,
    /// The insurance against accidents at work (INAIL).
    Inail,
    /// A fund of the building trade (`Cassa edile`).
    CassaEdile,
}

impl Gestione {
    /// Whether a return is due each month a position is active.
    pub const fn is_monthly(self) -> bool {
        matches!(self, Gestione::Employers)
    }
}
