//! What checks ask about companies, whatever answers.

use shared::calendar::Month;
use shared::fiscal::{Ca, Csc};
use shared::ids::CompanyId;

/// A position in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionFacts {
    /// Whose it is.
    pub company: CompanyId,
    /// Whether it was active on some day of the month.
    pub active: bool,
    /// Its classification, if the register has one for the month.
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

    /// The position with a matricola, as it was in a month.
    ///
    /// # Errors
    /// Those of whatever answers.
    fn position(&self, matricola: &str, month: Month) -> anyhow::Result<Option<PositionFacts>>;
}
