//! What holds for whatever wage.

use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

use super::*;
use crate::money::Rate;
use crate::notices::ContributionTolerance;
use crate::rates::{Contribution, Counting, compare};

const CSCS: [&str; 7] = ["10101", "11301", "40901", "41304", "70201", "70502", "70701"];

fn rounded(cents: i64, rate: Rate) -> Decimal {
    (Decimal::new(cents, 2) * Decimal::new(rate.millionths().into(), 6))
        .round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

fn any_standing() -> impl Strategy<Value = Standing> {
    (0u32..4, 0u32..40).prop_map(|(kind, months)| match kind {
        0 => Standing::Ordinary,
        1 => Standing::Professional { months_served: months },
        2 => Standing::FirstLevel { months_served: months },
        _ => Standing::Confirmed { months_since: months },
    })
}

prop_compose! {
    fn any_facts()(
        csc in 0..CSCS.len(),
        size in 0u32..80,
        blue: bool,
        standing_now in any_standing(),
        fixed: bool,
        renewals in 0u8..6,
        cents in 0i64..=2_000_000,
        earlier in proptest::option::of(0i64..=15_000_000),
        days in proptest::option::of(0u32..=31),
        month in 0i32..36,
        stone: bool,
    ) -> Facts {
        let collar = if blue { Collar::BlueCollar } else { Collar::WhiteCollar };
        let contract = match fixed {
            true => Contract::FixedTerm(FixedTerm { renewals, exempt: false }),
            false => Contract::OpenEnded,
        };
        let insured = earlier.map_or(Insured::Before1996, |earlier| Insured::Since1996 {
            earlier: Euro::from_cents(earlier),
        });
        let fund = match CSCS[csc] {
            "10101" | "40901" if stone => Fund::Stone,
            _ => Fund::OfSector,
        };
        Facts {
            fund,
            month: Month::new(2024, 1).unwrap().plus(month),
            contract,
            wage: Euro::from_cents(cents),
            insured,
            time: days.map(Time::Days),
            ..standing(facts(CSCS[csc], size, collar), standing_now)
        }
    }
}

proptest! {
    #[test]
    fn everything_adds_up(facts in any_facts()) {
        let found = breakdown(&facts);
        for contribution in [found.due, found.ordinary]
            .into_iter()
            .chain(found.lines.iter().map(|line| line.amount))
        {
            prop_assert_eq!(contribution.employee + contribution.employer, contribution.total);
            prop_assert!(!contribution.employee.is_negative() && !contribution.employer.is_negative());
        }
        let added = || found.lines.iter().filter(|line| line.counting == Counting::Added);
        let sum: Contribution = added().map(|line| line.amount).sum();
        prop_assert_eq!(sum + found.rounding, found.ordinary);
        prop_assert!(found.rounding.total.abs().cents() <= 8);
        let rates: u32 = added().map(|line| line.rate.millionths()).sum();
        prop_assert_eq!(rates, found.rate.total.millionths());
        let worst = added().map(|line| line.confidence).max();
        prop_assert_eq!(worst, Some(found.rate.confidence));
        prop_assert!(found.confidence >= found.rate.confidence);
    }

    #[test]
    fn the_cents_are_those_of_decimal_arithmetic(facts in any_facts()) {
        let found = breakdown(&facts);
        let decimal = |amount: Euro| Decimal::new(amount.cents(), 2);
        let base = found.base.cents();
        prop_assert_eq!(decimal(found.ordinary.total), rounded(base, found.rate.total));
        prop_assert_eq!(decimal(found.ordinary.employee), rounded(base, found.rate.employee));
    }

    #[test]
    fn floors_and_ceilings_hold(facts in any_facts()) {
        let found = breakdown(&facts);
        let excess = found.ceiling.map_or(Euro::ZERO, |ceiling| ceiling.excess);
        let raised = found.floor.map_or(Euro::ZERO, |floor| floor.raised_by);
        prop_assert_eq!(found.base + excess, facts.wage + raised);
        if let Some(floor) = found.floor {
            prop_assert!(found.base + excess >= floor.minimum);
        }
        if let (Insured::Since1996 { earlier }, Some(ceiling)) = (facts.insured, found.ceiling) {
            prop_assert_eq!(found.base, (ceiling.limit - earlier).max(Euro::ZERO));
        }
    }

    #[test]
    fn more_wage_never_costs_less(facts in any_facts(), more in 0i64..=1_000_000) {
        let richer = Facts { wage: facts.wage + Euro::from_cents(more), ..facts.clone() };
        let (less, greater) = (breakdown(&facts), breakdown(&richer));
        prop_assert!(less.due.total <= greater.due.total);
        prop_assert!(less.due.employee <= greater.due.employee);
    }

    #[test]
    fn what_was_reckoned_compares_as_equal(facts in any_facts(), off in -2i64..=2) {
        let (found, usual) = (breakdown(&facts), ContributionTolerance::usual());
        let same = compare(found.rate, found.base, found.ordinary.total, usual).unwrap();
        prop_assert!(!same.differs && same.difference.is_zero());
        let declared = found.ordinary.total + Euro::from_cents(off);
        prop_assume!(!declared.is_negative() && found.base >= Euro::from_whole(500));
        prop_assert!(!compare(found.rate, found.base, declared, usual).unwrap().differs);
    }
}
