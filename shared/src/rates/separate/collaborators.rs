//! What is due on a collaborator's fee.

use serde::{Deserialize, Serialize};

use super::{below_ceiling, of_parts};
use crate::calendar::{Day, Month, f24_due};
use crate::money::{Euro, Rate, half_up};
use crate::parameters::{Confidence, Missing};
use crate::rates::charge::Charges;
use crate::rates::{Charge, Contribution, Parameters, RateError};

/// What a collaborator is insured for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CollaboratorKind {
    /// No other cover, with the unemployment benefit DIS-COLL.
    WithUnemployment,
    /// No other cover, without it.
    WithoutUnemployment,
    /// A pensioner, or covered elsewhere too.
    OtherCover,
}

/// The rate of a collaborator paid in a month.
///
/// # Errors
/// [`Missing`] where the year is not known.
pub fn collaborator_rate(
    parameters: &Parameters,
    kind: CollaboratorKind,
    month: Month,
) -> Result<Rate, Missing> {
    let year = parameters.yearly.separate_in(month.year())?;
    Ok(year.value.collaborators.of(kind).total())
}

/// What the principal bears of a contribution: all but the collaborator's third, rounded half-up to the cent (art. 1 DM 281/1996).
pub fn client_share(total: Euro) -> Euro {
    total - Euro::from_cents(half_up(i128::from(total.cents()), 3))
}

/// What a collaborator is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// The month in which it is paid.
    pub month: Month,
    /// What the collaborator is insured for.
    pub kind: CollaboratorKind,
    /// How much, not below zero.
    pub amount: Euro,
    /// What the gestione was paid on for them before in the year, by all principals.
    #[serde(default)]
    pub earlier: Euro,
}

/// What is due on a fee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct FeeBill {
    /// What contributions are paid on: the fee below the year's ceiling.
    pub base: Euro,
    /// What the contribution is made of; the parts, each rounded by itself, may miss it by cents.
    pub charges: Vec<Charge>,
    /// The rate.
    pub rate: Rate,
    /// What is due; the employee's part is the collaborator's third, the employer's the principal's two.
    pub contribution: Contribution,
    /// The day by which the principal pays it, by F24 under CXX or C10.
    pub due: Day,
    /// The circular that says so.
    pub source: String,
    /// How well it is known.
    pub confidence: Confidence,
}

impl Fee {
    /// What is due on the fee.
    ///
    /// # Errors
    /// The [`RateError`] that says what is not known or cannot be.
    pub fn bill(&self, parameters: &Parameters) -> Result<FeeBill, RateError> {
        let year = parameters.yearly.separate_in(self.month.year())?;
        let base = below_ceiling(self.amount, self.earlier, year.value.ceiling)?;
        let parts = year.value.collaborators.of(self.kind);
        let total = base.times(parts.total());
        Ok(FeeBill {
            base,
            charges: of_parts(Charges::of(&parameters.yearly, year), base, parts),
            rate: parts.total(),
            contribution: Contribution::split(total, total - client_share(total)),
            due: f24_due(self.month),
            source: year.source.clone(),
            confidence: year.confidence,
        })
    }
}
