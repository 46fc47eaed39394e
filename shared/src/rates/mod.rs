//! What contributions should cost, as data: nothing here accuses, it only says what is expected and
//! how well that is known.

mod apprentices;
mod collaborators;
mod employees;
mod sector;
mod yearly;

pub use apprentices::{Apprenticeship, apprentice_rate};
pub use collaborators::{CollaboratorKind, client_share, collaborator_rate};
pub use employees::{WorkerKind, expected_rate};
pub use sector::Sector;
pub use yearly::{Yearly, yearly};

use crate::calendar::Month;
use crate::money::{Euro, Rate};
pub use crate::parameters::Confidence;

/// The rate expected on a wage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    /// What employer and employee pay together.
    pub total: Rate,
    /// The employee's part of it.
    pub employee: Rate,
    /// How well it is known.
    pub confidence: Confidence,
}

/// A contribution and who bears it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// What is paid.
    pub total: Euro,
    /// What is withheld from the wage.
    pub employee: Euro,
    /// What the employer adds.
    pub employer: Euro,
}

impl Expected {
    /// The contribution on a wage: the total and the employee's part are rounded half-up to the cent,
    /// the employer's is the rest.
    pub fn on(self, wage: Euro) -> Contribution {
        let (total, employee) = (wage.times(self.total), wage.times(self.employee));
        Contribution { total, employee, employer: total - employee }
    }
}

/// The years whose rates the tables hold.
const YEARS: core::ops::RangeInclusive<i32> = 2024..=2026;

/// How well the tables are known to hold in a month: as they say within their years, less in the year
/// before and the year after, which take the nearest year's, and not at all beyond.
fn confidence_in(month: Month, within: Confidence) -> Option<Confidence> {
    if YEARS.contains(&month.year()) {
        return Some(within);
    }
    let neighbour = YEARS.contains(&(month.year() + 1)) || YEARS.contains(&(month.year() - 1));
    neighbour.then_some(Confidence::Reconstructed)
}

#[cfg(test)]
mod tests;
