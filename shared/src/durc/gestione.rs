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
    /// That of a code of the archives ([`SCHEMES`](crate::sections::common::codes::SCHEMES)). Employers by voucher have no account of their own
    /// here: theirs is that of employers, as of whatever says no scheme.
    pub fn of_code(code: Option<&str>) -> Self {
        match code {
            Some("agricole") => Gestione::Farms,
            Some("pubblica") => Gestione::PublicEmployers,
            Some("spettacolo") => Gestione::Entertainment,
            Some("committenti") => Gestione::Principals,
            Some("professionisti") => Gestione::Professionals,
            Some("artigiani") => Gestione::Artisans,
            Some("commercianti") => Gestione::Merchants,
            _ => Gestione::Employers,
        }
    }

    /// Whether a return is due each month a position is active.
    pub const fn is_monthly(self) -> bool {
        matches!(self, Gestione::Employers)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::sections::common::codes::SCHEMES;

    #[test]
    fn every_scheme_of_the_archives_has_its_account() {
        let accounts: BTreeSet<Gestione> =
            SCHEMES.iter().map(|scheme| Gestione::of_code(Some(scheme.code))).collect();
        assert_eq!(accounts.len(), SCHEMES.len() - 1, "only vouchers share that of employers");
        assert_eq!(Gestione::of_code(None), Gestione::Employers);
    }
}
