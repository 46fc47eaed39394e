use proptest::prelude::*;
use rust_decimal::prelude::*;

use super::*;
use crate::parameters::{Confidence, Missing, Parameter};
use crate::sanctions;

#[test]
fn sanctions_and_plans_follow_the_tur() {
    let sanctions: sanctions::Parameters = serde_json::from_str(sanctions::SHIPPED).unwrap();
    let rates = rates();
    for (on, tur) in [
        ("2016-03-16", 0),
        ("2022-07-27", 50),
        ("2022-09-14", 125),
        ("2022-11-02", 200),
        ("2022-12-21", 250),
        ("2023-02-08", 300),
        ("2023-03-22", 350),
        ("2023-05-10", 375),
        ("2023-06-21", 400),
        ("2023-08-02", 425),
        ("2023-09-20", 450),
        ("2024-06-12", 425),
        ("2024-09-18", 365),
        ("2024-10-23", 340),
        ("2024-12-18", 315),
        ("2025-02-05", 290),
        ("2025-03-12", 265),
        ("2025-04-23", 240),
        ("2025-06-11", 215),
    ] {
        let on = day(on);
        let (plan, _) = shipped().rate_on(&rates, on).unwrap();
        assert_eq!(plan, Rate::from_hundredths(tur + 600), "{on}");
        let (omission, _) = sanctions::omission_rate(&sanctions, &rates, on, on).unwrap();
        assert_eq!(omission, Rate::from_hundredths(tur + 550), "{on}");
        let (step, last) = rates.tur.holding(Parameter::Tur, on).unwrap();
        assert!(step.from == on && last > on, "{on}");
    }
    assert_eq!(rates.tur.steps().len(), 19);
}

#[test]
fn plans_of_twelve_thousand_euro() {
    for (count, granted_by, instalment, interest, last) in [
        (6, Authority::Institute, 2_047_81, 286_86, 2_047_81),
        (24, Authority::Institute, 543_55, 1_045_15, 543_50),
        (36, Authority::Ministry, 376_87, 1_567_19, 376_74),
    ] {
        let plan = of(&Application { granted_by, ..application(12_000, count) }).unwrap();
        assert_eq!(plan.rate, Rate::from_hundredths(815));
        let figures = [plan.instalment, plan.interest, plan.instalments.last().unwrap().amount];
        assert_eq!(figures.map(Euro::cents), [instalment, interest, last], "{count}");
    }
}

#[test]
fn a_plan_row_by_row() {
    let plan = of(&application(12_000, 6)).unwrap();
    let rows: Vec<_> = plan
        .instalments
        .iter()
        .map(|row| [row.capital, row.interest, row.residual].map(Euro::cents))
        .collect();
    assert_eq!(
        rows,
        [
            [1_966_31, 81_50, 10_033_69],
            [1_979_66, 68_15, 8_054_03],
            [1_993_11, 54_70, 6_060_92],
            [2_006_65, 4_116, 4_054_27],
            [2_020_27, 27_54, 2_034_00],
            [2_034_00, 13_81, 0],
        ]
    );
    let dues: Vec<_> = plan.instalments.iter().map(|row| row.due.to_string()).collect();
    let last_days =
        ["2025-10-31", "2025-11-30", "2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31"];
    assert_eq!(dues, last_days);
    assert_eq!((plan.rules, plan.confidence), (RulesName::ByAuthority, Confidence::Reconstructed));
}

#[test]
fn plans_of_odd_numbers() {
    // Debt × i / (1 - (1 + i)^-N) with i a twelfth of TUR + 6; then instalment, interest in all, last instalment.
    for (cents, count, sent, instalment, interest, last) in [
        (9_876_54, 7, "2025-03-12", 1_451_91, 286_82, 1_451_90),
        (500_00, 1, "2025-10-01", 503_40, 3_40, 503_40),
        (1_234_56, 13, "2025-10-01", 99_54, 59_48, 99_56),
        (60_000_01, 23, "2024-12-18", 2_854_04, 5_642_82, 2_853_95),
        (750_00, 3, "2023-09-20", 254_39, 1_316, 254_38),
        (33_333_33, 24, "2025-10-01", 1_509_86, 2_903_23, 1_509_78),
    ] {
        let (debt, sent) = (Euro::from_cents(cents), day(sent));
        let asked = Application { debt, sent, first_due: sent, ..application(0, count) };
        let plan = of(&asked).unwrap();
        let figures = [plan.instalment, plan.interest, plan.instalments.last().unwrap().amount];
        assert_eq!(figures.map(Euro::cents), [instalment, interest, last], "{cents} {count}");
    }
    // 750 at 10.50 %: 6.56, 4.39 and 2.21 of interest.
    let sent = day("2023-09-20");
    let plan = of(&Application { sent, first_due: sent, ..application(750, 3) }).unwrap();
    let rows: Vec<_> = plan
        .instalments
        .iter()
        .map(|row| [row.capital, row.interest, row.residual].map(Euro::cents))
        .collect();
    assert_eq!(rows, [[247_83, 6_56, 502_17], [250_00, 4_39, 252_17], [252_17, 2_21, 0]]);
}

#[test]
fn how_many_depends_on_who_grants_then_on_the_debt() {
    let old = |granted_by, count| of(&Application { granted_by, ..application(12_000, count) });
    assert_eq!(old(Authority::Institute, 25), Err(PlanError::TooMany { most: 24 }));
    assert_eq!(old(Authority::Ministry, 37), Err(PlanError::TooMany { most: 36 }));
    assert!(old(Authority::Decree, 60).is_ok());
    let new = |cents, count, granted_by| {
        let sent = day("2026-03-01");
        let debt = Euro::from_cents(cents);
        let asked = application(0, count);
        let asked = Application { debt, sent, granted_by, first_due: sent, ..asked };
        plan(&switched(), &rates(), &Application { another_running: true, ..asked })
    };
    assert!(new(500_000_00, 36, Authority::Institute).is_ok());
    let too_many = Err(PlanError::TooMany { most: 36 });
    assert_eq!(new(500_000_00, 37, Authority::Institute), too_many);
    let most = new(500_000_01, 60, Authority::Institute).unwrap();
    assert_eq!((most.rules, most.instalments.len()), (RulesName::ByDebt, 60));
    assert_eq!(new(500_000_00, 12, Authority::Ministry), Err(PlanError::NotGranted));
    let before = plan(&switched(), &rates(), &application(600_000, 60));
    assert_eq!(before, Err(PlanError::TooMany { most: 24 }));
}

#[test]
fn what_is_no_plan_is_refused() {
    let asked = application(12_000, 6);
    assert_eq!(of(&application(0, 6)), Err(PlanError::NoDebt));
    assert_eq!(of(&application(-5, 6)), Err(PlanError::NoDebt));
    assert_eq!(of(&application(12_000, 0)), Err(PlanError::NoInstalments));
    let running = Application { another_running: true, ..asked };
    assert_eq!(of(&running), Err(PlanError::AnotherRunning));
    let backwards = Application { first_due: day("2025-09-30"), ..asked };
    assert_eq!(of(&backwards), Err(PlanError::Backwards));
    let tiny = Application { debt: Euro::from_cents(10), instalments: 24, ..asked };
    assert_eq!(of(&tiny), Err(PlanError::TooSmall));
    let long_ago = Application { sent: day("2015-01-01"), ..asked };
    let missing = Missing { parameter: Parameter::InstalmentSpread, day: day("2015-01-01") };
    assert_eq!(of(&long_ago), Err(PlanError::Missing(missing)));
    assert!(of(&Application { debt: Euro::from_cents(i64::MAX), ..asked }).is_ok());
}

proptest! {
    #[test]
    fn every_plan_adds_up(cents in 100_00i64..=1_000_000_000_00, count in 1u16..=60, sent in 16_876i64..=21_000) {
        let sent = Day::from_epoch_days(sent);
        let asked = application(0, count);
        let debt = Euro::from_cents(cents);
        let granted_by = Authority::Decree;
        let asked = Application { debt, sent, first_due: sent, granted_by, ..asked };
        let plan = of(&asked).unwrap();
        let sum = |of: fn(&Instalment) -> Euro| plan.instalments.iter().map(of).sum::<Euro>();
        prop_assert_eq!(sum(|row| row.amount), plan.debt + plan.interest);
        prop_assert_eq!(sum(|row| row.capital), debt);
        prop_assert!(plan.instalments.iter().all(|row| !row.residual.is_negative()));
        prop_assert_eq!(plan.instalments.last().unwrap().residual, Euro::ZERO);
        prop_assert_eq!(plan.instalments.len(), usize::from(count));
        prop_assert!(plan.instalments.windows(2).all(|pair| pair[0].due < pair[1].due));
        let last = plan.instalments.last().unwrap().amount;
        prop_assert!((last - plan.instalment).abs() <= Euro::from_cents(60));
        for row in &plan.instalments {
            let month = (row.residual + row.capital).cents();
            let exact = Decimal::from(month) * Decimal::from(plan.rate.millionths()) / Decimal::from(12_000_000);
            let exact = exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
            prop_assert_eq!(Some(row.interest.cents()), exact.to_i64());
        }
    }
}
