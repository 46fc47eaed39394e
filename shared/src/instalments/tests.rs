use proptest::prelude::*;
use rust_decimal::prelude::*;

use super::*;
use crate::calendar::{Day, Month};
use crate::interest::Error;
use crate::interest::tests::{day, oracle, shipped as rates};
use crate::money::{Euro, Rate};
use crate::parameters::{Confidence, Missing, Parameter};

fn shipped() -> Parameters {
    serde_json::from_str(SHIPPED).unwrap()
}

/// As [`shipped`], with the new rules operative from 1/3/2026.
fn switched() -> Parameters {
    let mut text: serde_json::Value = serde_json::from_str(SHIPPED).unwrap();
    text["operative"].as_array_mut().unwrap().push(serde_json::json!({
        "from": "2026-03-01", "value": "by_debt", "source": "the board's act", "confidence": "sourced"
    }));
    serde_json::from_value(text).unwrap()
}

fn application(debt: i64, instalments: u16) -> Application {
    Application {
        debt: Euro::from_whole(debt),
        instalments,
        granted_by: Authority::Institute,
        sent: day("2025-10-01"),
        first_due: day("2025-10-31"),
        another_running: false,
    }
}

fn of(application: &Application) -> Result<Plan, PlanError> {
    plan(&shipped(), &rates(), application)
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
            [2_006_65, 41_16, 4_054_27],
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

/// The plan of six with the instalments in `paid` paid in full on their days.
fn lived(paid: &[u16], today: &str) -> Life {
    let plan = of(&application(12_000, 6)).unwrap();
    life(&plan, &on_time(&plan, paid), None, day(today)).unwrap()
}

fn on_time(plan: &Plan, numbers: &[u16]) -> Vec<Paid> {
    let rows = plan.instalments.iter().filter(|row| numbers.contains(&row.number));
    rows.map(|row| Paid { number: row.number, day: row.due, amount: row.amount }).collect()
}

#[test]
fn the_first_instalment_makes_or_annuls_the_plan() {
    assert_eq!(lived(&[], "2025-10-31").state, State::Granted);
    let annulled = State::Annulled { on: day("2025-11-01") };
    assert_eq!(lived(&[], "2025-11-01").state, annulled);
    assert_eq!(lived(&[1], "2025-11-01").state, State::Active);
    let plan = of(&application(12_000, 6)).unwrap();
    let first = |amount, on| [Paid { number: 1, day: day(on), amount: Euro::from_cents(amount) }];
    let short = life(&plan, &first(2_047_80, "2025-10-31"), None, day("2025-11-05")).unwrap();
    assert_eq!(short.state, annulled);
    let late = life(&plan, &first(2_047_81, "2025-11-02"), None, day("2025-11-05")).unwrap();
    assert_eq!((late.state, late.instalments[0]), (annulled, Standing::PaidLate));
}

#[test]
fn two_missed_instalments_revoke_even_apart() {
    let one = lived(&[1, 3, 4], "2026-02-01");
    assert_eq!((one.state, one.missed, one.next), (State::Active, 1, Some(2)));
    let apart = lived(&[1, 3, 4], "2026-03-01");
    assert_eq!((apart.state, apart.missed), (State::Revoked { on: day("2026-03-01") }, 2));
    assert_eq!(lived(&[1, 3, 4], "2026-02-28").state, State::Active);
    // What is left of the debt: the capital of the second, the fifth and the sixth.
    assert_eq!(apart.residual, Euro::from_cents(1_979_66 + 2_020_27 + 2_034_00));
    let plan = of(&application(12_000, 6)).unwrap();
    let mut payments = on_time(&plan, &[1, 3, 4]);
    payments.push(Paid { number: 2, day: day("2026-02-10"), amount: Euro::from_cents(2_047_81) });
    let cured = life(&plan, &payments, None, day("2026-03-01")).unwrap();
    assert_eq!((cured.state, cured.missed), (State::Active, 1));
}

#[test]
fn paying_what_is_left_extinguishes() {
    let plan = of(&application(12_000, 6)).unwrap();
    let payments = on_time(&plan, &[1, 2]);
    let before = life(&plan, &payments, None, day("2025-12-10")).unwrap();
    assert_eq!(before.to_extinguish, Euro::from_cents(8_054_03));
    let closing = |amount| Some(Closing { day: day("2025-12-10"), amount: Euro::from_cents(amount) });
    let closed = life(&plan, &payments, closing(8_054_03), day("2026-05-01")).unwrap();
    assert_eq!(closed.state, State::Extinguished { on: day("2025-12-10") });
    assert_eq!((closed.residual, closed.next), (Euro::ZERO, None));
    let short = life(&plan, &payments, closing(8_054_02), day("2025-12-10")).unwrap();
    assert_eq!(short.state, State::Active);
    let overdue = life(&plan, &on_time(&plan, &[1]), None, day("2025-12-10")).unwrap();
    assert_eq!(overdue.to_extinguish, Euro::from_cents(2_047_81 + 8_054_03));
    let all = lived(&[1, 2, 3, 4, 5, 6], "2026-04-01");
    assert_eq!((all.state, all.residual), (State::Concluded { on: day("2026-03-31") }, Euro::ZERO));
}

#[test]
fn payments_of_another_plan_are_refused() {
    let plan = of(&application(12_000, 6)).unwrap();
    let paid = |number, amount| [Paid { number, day: day("2025-10-01"), amount }];
    let none = life(&plan, &paid(7, Euro::ZERO), None, day("2025-10-01"));
    assert_eq!(none, Err(LifeError::NoSuchInstalment { number: 7 }));
    let negative = life(&plan, &paid(1, Euro::from_cents(-1)), None, day("2025-10-01"));
    assert_eq!(negative, Err(LifeError::Negative));
    let empty = Plan { instalments: Vec::new(), ..plan };
    assert_eq!(life(&empty, &[], None, day("2025-10-01")), Err(LifeError::Empty));
}

#[test]
fn a_deferral_costs_the_rate_of_its_month() {
    let of = |month, until| {
        let month = Month::parse(month).unwrap();
        deferral(&shipped(), &rates(), Euro::from_whole(10_000), month, day(until))
    };
    let july = of("2025-07", "2025-09-16").unwrap();
    assert_eq!((july.due, july.days), (day("2025-08-20"), 27));
    assert_eq!((july.rate, july.interest), (Rate::from_hundredths(815), Euro::from_cents(60_29)));
    // The TUR changed on 11 June: it counts for the whole of June, and not for May.
    assert_eq!(of("2025-06", "2025-08-20").unwrap().rate, Rate::from_hundredths(815));
    assert_eq!(of("2025-05", "2025-07-16").unwrap().rate, Rate::from_hundredths(840));
    assert_eq!(of("2025-07", "2025-08-20").unwrap().interest, Euro::ZERO);
    assert_eq!(of("2025-07", "2025-08-19"), Err(Error::Backwards));
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

    #[test]
    fn a_life_owes_no_more_than_the_debt(paid in proptest::collection::vec((1u16..=6, 0i64..=200, 0i64..=3_000_00), 0..12), today in 0i64..=250) {
        let plan = of(&application(12_000, 6)).unwrap();
        let start = day("2025-10-01");
        let payments: Vec<_> = paid
            .into_iter()
            .map(|(number, after, cents)| Paid { number, day: start.plus_days(after), amount: Euro::from_cents(cents) })
            .collect();
        let found = life(&plan, &payments, None, start.plus_days(today)).unwrap();
        prop_assert!(!found.residual.is_negative() && found.residual <= plan.debt);
        prop_assert!(found.to_extinguish >= Euro::ZERO && found.to_extinguish <= plan.debt + plan.interest);
        let later = life(&plan, &payments, None, start.plus_days(today + 1)).unwrap();
        prop_assert!(later.residual <= found.residual);
        if matches!(found.state, State::Annulled { .. } | State::Revoked { .. }) {
            prop_assert_eq!(later.state, found.state);
        }
    }

    #[test]
    fn a_deferral_is_simple_interest(cents in 0i64..=1_000_000_000_00, days in 0i64..=400) {
        let month = Month::new(2025, 7).unwrap();
        let amount = Euro::from_cents(cents);
        let until = day("2025-08-20").plus_days(days);
        let found = deferral(&shipped(), &rates(), amount, month, until).unwrap();
        prop_assert_eq!(found.interest, oracle(amount, found.rate, found.days));
        prop_assert_eq!(found.total, amount + found.interest);
    }
}
