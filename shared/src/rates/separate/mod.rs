//! The gestione separata: collaborators and professionals without a fund of their own (art. 2 c. 26 L. 335/1995).

mod collaborators;
mod professionals;

pub use collaborators::{CollaboratorKind, Fee, FeeBill, client_share, collaborator_rate};
pub use professionals::{Advance, Professional, ProfessionalBill, professional_rate};

use super::charge::Charges;
use super::{Charge, Part, RateError, SeparateParts};
use crate::money::Euro;

/// What of an income lies below a ceiling that earlier income has used up in part.
fn below_ceiling(income: Euro, earlier: Euro, ceiling: Euro) -> Result<Euro, RateError> {
    if income.is_negative() || earlier.is_negative() {
        return Err(RateError::Negative);
    }
    Ok(income.min((ceiling - earlier).max(Euro::ZERO)))
}

/// What of a contribution on a base each part of the rate is.
fn of_parts(charges: Charges<'_>, base: Euro, parts: SeparateParts) -> Vec<Charge> {
    let rates = [
        (Part::Pension, parts.pension),
        (Part::Protection, parts.protection),
        (Part::Unemployment, parts.unemployment),
        (Part::IncomeSupport, parts.income_support),
    ];
    rates.into_iter().filter_map(|(part, rate)| charges.of_rate(part, base, rate)).collect()
}

/// Whole months that a year's income credits: all twelve from the minimum on, in proportion below (art. 2 c. 29 L. 335/1995).
pub fn credited_months(income: Euro, minimum: Euro) -> u32 {
    if minimum <= Euro::ZERO || income >= minimum {
        return 12;
    }
    let months = i128::from(income.cents().max(0)) * 12 / i128::from(minimum.cents());
    u32::try_from(months).unwrap_or(12)
}

#[cfg(test)]
mod tests;
