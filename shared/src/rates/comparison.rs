//! What was declared beside what was expected.

use serde::{Deserialize, Serialize};

use super::{Expected, RateError};
use crate::money::{Euro, Rate, half_up};
use crate::notices::ContributionTolerance;
use crate::parameters::Confidence;

/// A declared contribution and the expected one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Comparison {
    /// The wage, or fee, both are of; nothing where only amounts are compared.
    pub wage: Euro,
    /// What was declared.
    pub declared: Euro,
    /// What was expected.
    pub expected: Euro,
    /// Declared less expected: below zero, too little was declared.
    pub difference: Euro,
    /// The rate that the declared contribution comes to; none on no wage.
    pub declared_rate: Option<Rate>,
    /// The rate that was expected; none where only amounts are compared.
    pub expected_rate: Option<Rate>,
    /// Whether the difference is more than the tolerance: above its amount, or above its part of the wage and no rounding to the cent.
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
pub fn compare(
    expected: Expected,
    wage: Euro,
    declared: Euro,
    tolerance: ContributionTolerance,
) -> Result<Comparison, RateError> {
    if wage.is_negative() || declared.is_negative() {
        return Err(RateError::Negative);
    }
    let due = wage.times(expected.total);
    let difference = declared - due;
    let missed = missed(expected.total, wage, declared);
    let beyond_rate = missed > i128::from(wage.cents()) * i128::from(tolerance.rate.millionths());
    Ok(Comparison {
        wage,
        declared,
        expected: due,
        difference,
        declared_rate: rate_borne(wage, declared),
        expected_rate: Some(expected.total),
        differs: difference.abs() > tolerance.amount || (missed >= CENT && beyond_rate),
        confidence: expected.confidence,
    })
}

/// A cent, in millionths.
const CENT: i128 = 1_000_000;

/// How far a contribution is from wage times rate, in millionths of a cent.
fn missed(rate: Rate, wage: Euro, contribution: Euro) -> i128 {
    let due = i128::from(wage.cents()) * i128::from(rate.millionths());
    (i128::from(contribution.cents()) * CENT - due).abs()
}

/// Whether the contribution of so many workers is one that no rounding to the cent, up or down and worker by worker, makes of their wages at
/// a rate.
pub fn beyond_rounding(rate: Rate, wages: Euro, contribution: Euro, workers: u32) -> bool {
    missed(rate, wages, contribution) >= CENT * i128::from(workers.max(1))
}

/// The rate that a contribution comes to; none on no wage, or of an amount below zero.
pub fn rate_borne(wage: Euro, contribution: Euro) -> Option<Rate> {
    let sound = wage > Euro::ZERO && !contribution.is_negative();
    sound.then(|| {
        let millionths = half_up(i128::from(contribution.cents()) * CENT, wage.cents().into());
        Rate::from_millionths(u32::try_from(millionths).unwrap_or(u32::MAX))
    })
}

/// Compares what was paid for a year with what was due: quarters that were rounded may together miss it by the tolerance.
///
/// # Errors
/// [`RateError::Negative`] for an amount below zero.
pub fn compare_paid(
    due: Euro,
    paid: Euro,
    confidence: Confidence,
    tolerance: ContributionTolerance,
) -> Result<Comparison, RateError> {
    if due.is_negative() || paid.is_negative() {
        return Err(RateError::Negative);
    }
    let difference = paid - due;
    Ok(Comparison {
        wage: Euro::ZERO,
        declared: paid,
        expected: due,
        difference,
        declared_rate: None,
        expected_rate: None,
        differs: difference.abs() > tolerance.amount,
        confidence,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHOP: Expected = Expected {
        total: Rate::from_hundredths(38_97),
        employee: Rate::from_millionths(94_567),
        confidence: Confidence::Derived,
    };

    fn of(wage: i64, declared: i64) -> Comparison {
        let [wage, declared] = [wage, declared].map(Euro::from_cents);
        compare(SHOP, wage, declared, ContributionTolerance::usual()).unwrap()
    }

    #[test]
    fn cents_of_rounding_are_no_difference() {
        for (wage, declared, differs) in [
            (2_000_00, 779_40, false),
            (2_000_00, 779_42, false),
            (2_000_00, 779_38, false),
            (2_000_00, 779_43, true),
            (2_000_00, 779_37, true),
            // A cent of 100.00 is 0.01 %, and one of 200.00 is 0.005 %; half a cent may be rounded either way.
            (100_00, 38_98, true),
            (100_00, 38_96, true),
            (199_99, 77_95, true),
            (200_00, 77_95, false),
            (200_00, 77_96, true),
            (400_00, 155_90, false),
            (50_00, 19_48, false),
            (50_00, 19_49, false),
            (50_00, 19_50, true),
            (50_00, 19_47, true),
            (0, 0, false),
            (0, 3, true),
        ] {
            assert_eq!(of(wage, declared).differs, differs, "{wage} {declared}");
        }
    }

    #[test]
    fn the_tolerance_is_that_of_the_parameters() {
        let wide = ContributionTolerance {
            amount: Euro::from_cents(10),
            rate: Rate::from_millionths(1_000),
        };
        let differs = |cents, tolerance| {
            let declared = Euro::from_cents(cents);
            compare(SHOP, Euro::from_whole(2_000), declared, tolerance).unwrap().differs
        };
        assert!(differs(779_50, ContributionTolerance::usual()) && !differs(779_50, wide));
        assert!(differs(779_51, wide), "above the amount");
        let narrow = ContributionTolerance { rate: Rate::from_millionths(10), ..wide };
        assert!(differs(779_43, narrow) && !differs(779_42, narrow), "above the part of the wage");
    }

    #[test]
    fn a_difference_is_told_with_its_rates() {
        let found = of(2_000_00, 773_40);
        assert_eq!((found.expected.cents(), found.difference.cents()), (779_40, -6_00));
        assert_eq!(found.declared_rate, Some(Rate::from_hundredths(38_67)));
        assert_eq!(found.expected_rate, Some(Rate::from_hundredths(38_97)));
        assert!(found.is_evidence());
        assert_eq!(of(0, 5).declared_rate, None);
        assert_eq!(of(1, i64::MAX).declared_rate, Some(Rate::from_millionths(u32::MAX)));
    }

    #[test]
    fn what_was_pieced_together_is_no_evidence() {
        let supposed = Expected { confidence: Confidence::Reconstructed, ..SHOP };
        let usual = ContributionTolerance::usual();
        let found = compare(supposed, Euro::from_whole(2_000), Euro::ZERO, usual).unwrap();
        assert!(found.differs && !found.is_evidence());
    }

    #[test]
    fn what_was_paid_may_miss_the_year_by_rounded_quarters() {
        let of = |due: i64, paid: i64| {
            let [due, paid] = [due, paid].map(Euro::from_cents);
            compare_paid(due, paid, Confidence::Sourced, ContributionTolerance::usual())
        };
        for (paid, differs) in [(4_549_72, false), (4_549_68, false), (4_549_73, true), (0, true)] {
            let found = of(4_549_70, paid).unwrap();
            assert_eq!((found.differs, found.difference.cents()), (differs, paid - 4_549_70));
            assert_eq!((found.declared_rate, found.expected_rate), (None, None));
        }
        assert_eq!(of(1, -1), Err(RateError::Negative));
        assert_eq!(of(-1, 1), Err(RateError::Negative));
    }

    #[test]
    fn amounts_below_zero_are_refused() {
        for (wage, declared) in [(-1, 0), (0, -1)] {
            let [wage, declared] = [wage, declared].map(Euro::from_cents);
            let usual = ContributionTolerance::usual();
            assert_eq!(compare(SHOP, wage, declared, usual), Err(RateError::Negative));
        }
    }
}
