//! What was declared beside what was expected.

use serde::{Deserialize, Serialize};

use super::{Expected, RateError};
use crate::money::{Euro, Rate, half_up};
use crate::parameters::Confidence;

/// Programs round in different places: a cent is no difference.
const ROUNDING: Euro = Euro::from_cents(1);
/// A contribution may be this far from the expected one.
const TOLERANCE: Euro = Euro::from_cents(2);
/// And its rate this far: 0.005 %, in millionths.
const RATE_TOLERANCE: i128 = 50;

/// A declared contribution and the expected one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Comparison {
    /// The wage both are of.
    pub wage: Euro,
    /// What was declared.
    pub declared: Euro,
    /// What was expected.
    pub expected: Euro,
    /// Declared less expected: below zero, too little was declared.
    pub difference: Euro,
    /// The rate that the declared contribution comes to; none on no wage.
    pub declared_rate: Option<Rate>,
    /// The rate that was expected.
    pub expected_rate: Rate,
    /// Whether the difference is more than rounding explains: above two cents, or above one cent and 0.005 % of the wage.
    pub differs: bool,
    /// How well the expected rate is known.
    pub confidence: Confidence,
}

impl Comparison {
    /// Whether the declaration can be called wrong: what was pieced together is no reason to.
    pub fn is_evidence(&self) -> bool {
        self.differs && self.confidence != Confidence::Reconstructed
    }
}

/// Compares the contribution declared on a wage with the expected rate.
///
/// # Errors
/// [`RateError::Negative`] for a wage or a contribution below zero.
pub fn compare(expected: Expected, wage: Euro, declared: Euro) -> Result<Comparison, RateError> {
    if wage.is_negative() || declared.is_negative() {
        return Err(RateError::Negative);
    }
    let due = wage.times(expected.total);
    let difference = declared - due;
    let (off, cents) = (difference.abs(), i128::from(difference.abs().cents()));
    let beyond_rate = cents * 1_000_000 > i128::from(wage.cents()) * RATE_TOLERANCE;
    let declared_rate = (!wage.is_zero()).then(|| {
        let millionths = half_up(i128::from(declared.cents()) * 1_000_000, wage.cents().into());
        Rate::from_millionths(u32::try_from(millionths).unwrap_or(u32::MAX))
    });
    Ok(Comparison {
        wage,
        declared,
        expected: due,
        difference,
        declared_rate,
        expected_rate: expected.total,
        differs: off > TOLERANCE || (off > ROUNDING && beyond_rate),
        confidence: expected.confidence,
    })
}
