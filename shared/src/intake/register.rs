//! What the checks of a file ask about companies.

use serde::{Deserialize, Serialize};

use crate::calendar::Month;
use crate::fiscal::{Ca, Csc};
use crate::ids::CompanyId;
use crate::offices::{OfficeCode, by_code};

/// A position in a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct PositionFacts {
    /// Whether it was active on some day of the month.
    pub active: bool,
    /// Its classification, if the register has one for the month.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub csc: Option<Csc>,
    /// Its authorisations in the month.
    pub cas: Vec<Ca>,
}

/// The companies that somebody who hands in a file may act for.
pub trait Register {
    /// The company with a tax code. One that the submitter may not act for is none, so that nobody learns which companies there are.
    ///
    /// # Errors
    /// Those of whatever answers.
    fn company(&self, tax_code: &str) -> anyhow::Result<Option<CompanyId>>;

    /// The company's position with a matricola, as it was in a month.
    ///
    /// # Errors
    /// Those of whatever answers.
    fn position(
        &self,
        company: CompanyId,
        matricola: &str,
        month: Month,
    ) -> anyhow::Result<Option<PositionFacts>>;

    /// Whether there is an office; one of the table, for whoever knows no others.
    ///
    /// # Errors
    /// Those of whatever answers.
    fn has_office(&self, office: OfficeCode) -> anyhow::Result<bool> {
        Ok(by_code(office).is_some())
    }
}
