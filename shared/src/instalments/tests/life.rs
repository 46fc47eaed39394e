use proptest::prelude::*;

use super::*;

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
    let closing =
        |amount| Some(Closing { day: day("2025-12-10"), amount: Euro::from_cents(amount) });
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

proptest! {
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
}
