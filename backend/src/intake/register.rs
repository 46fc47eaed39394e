//! The store that answers what checks ask about companies.

use std::sync::Arc;

use shared::calendar::{Day, Month};
use shared::ids::CompanyId;
use shared::intake::register::{PositionFacts, Register};
use shared::offices::{OfficeCode, by_code};

use crate::companies::service as companies;
use crate::fault::{Error, Result};
use crate::offices::service as offices;
use crate::store::{ReadTx, Store};

/// What the register holds already: what a new extract is compared with.
pub trait Known {
    /// The day of the extract by which the company with a tax code is known; none if it is not known.
    ///
    /// # Errors
    /// Those of whatever answers.
    fn extracted(&self, tax_code: &str) -> anyhow::Result<Option<Day>>;

    /// Whether a position is that of a company with another tax code, and has not ceased there for good.
    ///
    /// # Errors
    /// Those of whatever answers.
    fn is_elsewhere(&self, matricola: &str, tax_code: &str) -> anyhow::Result<bool>;

    /// Whether there is an office; one of the table, for whoever knows no others.
    ///
    /// # Errors
    /// Those of whatever answers.
    fn has_office(&self, office: OfficeCode) -> anyhow::Result<bool> {
        Ok(by_code(office).is_some())
    }
}

/// Whether whoever hands in a file may act for a company.
pub type May = Arc<dyn Fn(&dyn ReadTx, CompanyId) -> Result<bool> + Send + Sync>;

/// The companies of the store.
pub struct Stored<'a> {
    /// The store.
    pub store: &'a Store,
    /// For which of them files may be handed in.
    pub may: &'a May,
}

impl Register for Stored<'_> {
    fn company(&self, tax_code: &str) -> anyhow::Result<Option<CompanyId>> {
        let found = self.store.read(|tx| {
            let Some(company) = companies::by_tax_code(tx, tax_code)? else { return Ok(None) };
            Ok((self.may)(tx, company)?.then_some(company))
        });
        found.map_err(|error: Error| error.into())
    }

    fn position(
        &self,
        company: CompanyId,
        matricola: &str,
        month: Month,
    ) -> anyhow::Result<Option<PositionFacts>> {
        let positions =
            self.store.read(|tx| companies::positions(tx, company)).map_err(Error::from)?;
        let own = positions.into_iter().find(|(number, _)| number == matricola);
        Ok(own.map(|(_, facts)| PositionFacts {
            active: facts.active_in(month),
            csc: facts.csc_in(month),
            cas: facts.cas_in(month),
        }))
    }

    fn has_office(&self, office: OfficeCode) -> anyhow::Result<bool> {
        // Nearly all are of the table, and a file has many rows.
        Ok(by_code(office).is_some() || self.store.read(|tx| offices::knows(tx, office))?)
    }
}

impl Known for Stored<'_> {
    fn extracted(&self, tax_code: &str) -> anyhow::Result<Option<Day>> {
        let day = self.store.read(|tx| companies::extracted(tx, tax_code));
        Ok(day.map_err(Error::from)?)
    }

    fn is_elsewhere(&self, matricola: &str, tax_code: &str) -> anyhow::Result<bool> {
        let elsewhere = self.store.read(|tx| companies::is_elsewhere(tx, matricola, tax_code));
        Ok(elsewhere.map_err(Error::from)?)
    }

    fn has_office(&self, office: OfficeCode) -> anyhow::Result<bool> {
        Register::has_office(self, office)
    }
}
