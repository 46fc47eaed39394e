//! Times in which a position had no employees: no return is due for them, wherever it is asked.

use std::collections::HashMap;

use shared::calendar::{Day, Month};
use shared::evidence::Period;
use shared::ids::CompanyId;

use super::record::all;
use crate::companies::service::PositionFacts;
use crate::fault::Result;
use crate::store::ReadTx;

/// The interruptions on file of a company: those of each position by their first day.
pub struct Interruptions(HashMap<String, Vec<Period>>);

impl Interruptions {
    /// Those of a company.
    ///
    /// # Errors
    /// Those of the store.
    pub fn of(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Self> {
        let mut found: HashMap<String, Vec<Period>> = HashMap::new();
        for record in all(tx, company, "interruzioni", today)? {
            let Some(from) = record.day("from") else { continue };
            let of_position = found.entry(record.name("matricola")).or_default();
            of_position.push(Period { from, to: record.day("to") });
        }
        found.values_mut().for_each(|periods| periods.sort_unstable_by_key(|period| period.from));
        Ok(Self(found))
    }

    /// Those of a position.
    pub fn of_position(&self, matricola: &str) -> &[Period] {
        self.0.get(matricola).map_or(&[], Vec::as_slice)
    }

    /// Whether a return of a position is due for a month.
    pub fn is_due(&self, (matricola, facts): &(String, PositionFacts), month: Month) -> bool {
        facts.worked_in(month, self.of_position(matricola))
    }
}
