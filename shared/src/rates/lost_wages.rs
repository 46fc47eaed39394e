//! What wage support costs on top of every month's contributions: a part of the wages lost in the hours that were authorised, the
//! dearer, the longer CIGO and CIGS were used in the last five years.

use serde::{Deserialize, Serialize};

use super::{Collar, Component, Facts, Fund, Parameters, RateError, Sector};
use crate::money::{Euro, Rate};
use crate::parameters::{Confidence, Missing, Parameter};

/// Wages lost in hours for which CIGO or CIGS was authorised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LostWages {
    /// The wages that the hours would have brought, not below zero.
    pub wages: Euro,
    /// Weeks used in the five years before the month of pay: the rate rises from the month after the one that reaches a limit.
    #[serde(default)]
    pub weeks: u32,
    /// Whether the firm had used none for 24 months when it began.
    #[serde(default)]
    pub unclaimed: bool,
}

/// What they cost the employer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct LostWagesBill {
    /// Of the wages.
    pub rate: Rate,
    /// What is due, all of it the employer's.
    pub amount: Euro,
    /// The law that says so.
    pub source: String,
    /// How well it is known.
    pub confidence: Confidence,
}

impl Facts {
    /// What wage support costs on top in the month, on wages that were lost.
    ///
    /// # Errors
    /// The [`RateError`] that says what is not known or cannot be.
    pub fn lost(
        &self,
        lost: LostWages,
        parameters: &Parameters,
    ) -> Result<LostWagesBill, RateError> {
        if lost.wages.is_negative() {
            return Err(RateError::Negative);
        }
        let sector = Sector::of(&self.csc)?;
        self.check_fund(sector)?;
        let (parameter, day) = (Parameter::ContributionRate, self.month.first_day());
        if !parameters.rates.knows(Component::LostWages) {
            let parameter = parameter(Component::LostWages);
            return Err(Missing { parameter, day }.into());
        }
        let has_cig = match self.fund {
            Fund::OfSector => sector != Sector::Craft,
            Fund::Stone => true,
            Fund::Professional | Fund::Apart => false,
        };
        let step = |component| {
            let firm = (sector, self.size);
            let entry = parameters.rates.lost_wages(component, firm, self.worker, lost.weeks)?;
            Some(entry.shares.on(parameter(component), day))
        };
        let ordinary = step(Component::LostWages).filter(|_| has_cig);
        let ordinary = ordinary.ok_or(match self.worker.collar {
            collar @ Collar::Executive => RateError::UnknownWorker { sector, collar },
            Collar::BlueCollar | Collar::WhiteCollar => RateError::FundAgainst(sector),
        })??;
        // Cheaper since 2025 only.
        let cheaper = step(Component::LostWagesUnclaimed).and_then(Result::ok);
        let step = cheaper.filter(|_| lost.unclaimed).unwrap_or(ordinary);
        let rate = step.value.total;
        Ok(LostWagesBill {
            rate,
            amount: lost.wages.times(rate),
            source: step.source.clone(),
            confidence: step.confidence,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::{Decimal, RoundingStrategy};

    use super::*;
    use crate::calendar::Month;
    use crate::fiscal::Csc;
    use crate::rates::tests::parameters;
    use crate::rates::{Contract, Insured, SHIPPED_RATES, Standing, Worker};

    fn firm(month: &str, csc: &str, size: u32) -> Facts {
        Facts {
            month: Month::parse(month).unwrap(),
            csc: Csc::parse(csc).unwrap(),
            cas: Vec::new(),
            size,
            fund: Fund::OfSector,
            no_fis_claims: false,
            pastry: false,
            worker: Worker { collar: Collar::BlueCollar, standing: Standing::Ordinary },
            contract: Contract::OpenEnded,
            wage: Euro::ZERO,
            time: None,
            insured: Insured::Before1996,
        }
    }

    fn lost(cents: i64, weeks: u32, unclaimed: bool) -> LostWages {
        LostWages { wages: Euro::from_cents(cents), weeks, unclaimed }
    }

    #[test]
    fn the_longer_the_use_the_dearer() {
        for (month, weeks, unclaimed, hundredths) in [
            ("2024-12", 0, false, 9_00),
            ("2024-12", 51, false, 9_00),
            ("2024-12", 52, false, 12_00),
            ("2024-12", 103, false, 12_00),
            ("2024-12", 104, false, 15_00),
            ("2024-12", 0, true, 9_00),
            ("2025-01", 0, true, 6_00),
            ("2025-01", 52, true, 9_00),
            ("2026-12", u32::MAX, true, 15_00),
            ("2026-12", 0, false, 9_00),
        ] {
            let asked = lost(1_000_00, weeks, unclaimed);
            let bill = firm(month, "10101", 20).lost(asked, parameters()).unwrap();
            assert_eq!(bill.rate, Rate::from_hundredths(hundredths), "{month} {weeks}");
            assert_eq!(bill.amount.cents(), i64::from(hundredths) * 10);
            assert_eq!(bill.confidence, Confidence::Derived);
            assert!(bill.source.contains("148/2015"));
        }
    }

    #[test]
    fn only_firms_with_cigo_or_cigs_pay_it() {
        let of = |facts: Facts| facts.lost(lost(100, 0, false), parameters());
        for (csc, size) in [("11301", 3), ("41304", 3), ("70201", 16), ("70502", 16)] {
            assert!(of(firm("2026-03", csc, size)).is_ok(), "{csc} {size}");
        }
        let stone = Facts { fund: Fund::Stone, ..firm("2026-03", "40901", 3) };
        assert!(of(stone).is_ok());
        let stone = Facts { fund: Fund::Stone, ..firm("2026-03", "70201", 16) };
        assert_eq!(of(stone), Err(RateError::FundAgainst(Sector::Commerce)));
        for (csc, size, sector) in [
            ("40901", 3, Sector::Craft),
            ("70201", 15, Sector::Commerce),
            ("60101", 90, Sector::Credit),
        ] {
            let found = of(firm("2026-03", csc, size));
            assert_eq!(found, Err(RateError::FundAgainst(sector)), "{csc}");
        }
    }

    #[test]
    fn what_is_not_known_is_named() {
        let industry = firm("2025-01", "10101", 20);
        let below = industry.lost(lost(-1, 0, false), parameters());
        assert_eq!(below, Err(RateError::Negative));
        for month in ["2023-12", "2027-01"] {
            let found = firm(month, "10101", 20).lost(lost(1, 0, true), parameters());
            let Err(RateError::Missing(missing)) = found else { panic!("{month}") };
            assert_eq!(missing.parameter, Parameter::ContributionRate(Component::LostWages));
        }
        let mut older: serde_json::Value = serde_json::from_str(SHIPPED_RATES).unwrap();
        let entries = older["components"].as_array_mut().unwrap();
        entries.retain(|entry| entry["component"] != "lost_wages");
        let rates = serde_json::from_value(older).unwrap();
        let older = Parameters { rates, ..parameters().clone() };
        let missing = industry.lost(lost(1, 0, false), &older);
        assert!(matches!(missing, Err(RateError::Missing(_))), "{missing:?}");
        let most = industry.lost(lost(i64::MAX, 0, false), parameters());
        assert!(!most.unwrap().amount.is_negative());
        let collar = Collar::Executive;
        let worker = Worker { collar, ..industry.worker };
        let found = Facts { worker, ..industry }.lost(lost(1, 0, false), parameters());
        assert_eq!(found, Err(RateError::UnknownWorker { sector: Sector::Industry, collar }));
        let unknown = firm("2025-01", "20101", 20);
        let found = unknown.lost(lost(1, 0, false), parameters());
        assert_eq!(found, Err(RateError::UnknownCsc(unknown.csc)));
    }

    proptest! {
        #[test]
        fn more_weeks_or_wages_never_cost_less(
            cents in 0i64..=1_000_000_000,
            weeks in 0u32..=200,
            more in 0u32..=200,
            unclaimed: bool,
        ) {
            let firm = firm("2026-03", "10101", 20);
            let of = |cents, weeks| firm.lost(lost(cents, weeks, unclaimed), parameters()).unwrap();
            let bill = of(cents, weeks);
            prop_assert!(bill.amount <= of(cents, weeks + more).amount);
            prop_assert!(bill.amount <= of(cents + i64::from(more), weeks).amount);
            let exact = Decimal::new(cents, 2) * Decimal::new(bill.rate.millionths().into(), 6);
            let exact = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
            prop_assert_eq!(Decimal::new(bill.amount.cents(), 2), exact);
        }
    }
}
