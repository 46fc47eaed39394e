//! What contributions should cost: nothing here accuses, it only says what is expected, why, and how well that is known.
//!
//! The figures lie in `shared/parameters/rates.json` and `yearly.json` and are passed as [`Parameters`]; what they do not hold is an
//! error that names it.

mod charge;
mod comparison;
mod employees;
mod error;
mod lost_wages;
mod sector;
mod self_employed;
mod separate;
mod table;
mod yearly;

pub use charge::{Charge, Part};
pub use comparison::{Comparison, beyond_rounding, compare, compare_paid, rate_borne};
pub use employees::{
    Breakdown, Ceiling, Contract, Expected, Facts, FixedTerm, Floor, Fund, Insured, Lawful, Line,
    Note, Overband, Standing, Support, Time, Unrated, Worker, WorkerKind, expected_rate,
    group_worker, lawful_rates, rate_of,
};
pub use error::RateError;
pub use lost_wages::{LostWages, LostWagesBill};
pub use sector::Sector;
pub use self_employed::{Bill, Business, FixedInstalment, Reduction, Trade};
pub use separate::{
    Advance, CollaboratorKind, Fee, FeeBill, Professional, ProfessionalBill, client_share,
    collaborator_rate, credited_months, professional_rate,
};
pub use table::{
    Authorisation, CaEffect, Collar, Component, Counting, Entry, SHIPPED as SHIPPED_RATES, Share,
    StandingKind, Table,
};
pub use yearly::{
    Collaborators, EmployeeYear, Professionals, Reductions, SHIPPED as SHIPPED_YEARLY,
    SelfEmployedYear, SeparateParts, SeparateYear, TradeRate, Yearly,
};

use serde::{Deserialize, Serialize};

use crate::money::{Euro, Rate};
pub use crate::parameters::Confidence;

/// Everything that the rules of contribution rates take from laws and circulars.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    /// Components of the employees' rates, and what the CA do to them (`rates.json`).
    pub rates: Table,
    /// Figures published each year (`yearly.json`).
    pub yearly: Yearly,
}

/// A contribution and who bears it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Contribution {
    /// What is paid.
    pub total: Euro,
    /// What is withheld from the wage, or borne by the collaborator.
    pub employee: Euro,
    /// What the employer, or the principal, adds.
    pub employer: Euro,
}

impl Contribution {
    /// The contribution at two rates on a wage: the total and the employee's part are rounded half-up to the cent, the employer's is
    /// the rest.
    pub fn of(wage: Euro, total: Rate, employee: Rate) -> Self {
        Self::split(wage.times(total), wage.times(employee))
    }

    /// A total of which the employee bears a part.
    pub fn split(total: Euro, employee: Euro) -> Self {
        Self { total, employee, employer: total - employee }
    }
}

impl core::ops::Add for Contribution {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::split(self.total + other.total, self.employee + other.employee)
    }
}

impl core::ops::Sub for Contribution {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self::split(self.total - other.total, self.employee - other.employee)
    }
}

impl core::iter::Sum for Contribution {
    fn sum<I: Iterator<Item = Self>>(contributions: I) -> Self {
        contributions.fold(Self::default(), core::ops::Add::add)
    }
}

#[cfg(test)]
mod tests;
