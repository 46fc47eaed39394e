use proptest::prelude::*;

use super::*;

const GESTIONI: [Gestione; 3] = [Gestione::Employers, Gestione::Artisans, Gestione::Inail];
const DUE: [&str; 4] = ["2025-01", "2025-02", "2025-03", "2025-04"];

fn debts() -> impl Strategy<Value = Vec<Debt>> {
    let one = (0usize..3, 0usize..4, 0i64..400_00, 0i64..60_00, 0i64..300_00, any::<bool>());
    proptest::collection::vec(one, 0..8).prop_map(|all| {
        let debts = all.into_iter().enumerate();
        debts
            .map(|(number, (gestione, due, contribution, sanctions, paid, covered))| Debt {
                gestione: GESTIONI[gestione],
                sanctions: euro(sanctions),
                paid: euro(paid),
                covers: covered
                    .then_some(Cover {
                        cause: CoverCause::Appeal,
                        from: day("2025-05-10"),
                        ended: None,
                        amount: Some(euro(contribution / 2)),
                    })
                    .into_iter()
                    .collect(),
                ..open(&format!("{number}"), DUE[due], contribution)
            })
            .collect()
    })
}

fn situations() -> impl Strategy<Value = Situation> {
    (debts(), 0i64..900_00, proptest::option::of(0i64..60)).prop_map(|(debts, credits, sent)| {
        let sent = sent.map(|days| day("2025-04-20").plus_days(days));
        Situation {
            certified_credits: euro(credits),
            invitation: sent.map(|sent| Invitation { checked: sent, sent }),
            ..owing(debts)
        }
    })
}

proptest! {
    #[test]
    fn more_payment_never_makes_it_worse(situation in situations(), which in 0usize..8, more in 0i64..500_00, later in 0i64..90) {
        let on = day("2025-04-25").plus_days(later);
        let before = check(&parameters(), &situation, on).unwrap().outcome;
        let mut paid = situation;
        if let Some(debt) = paid.debts.get_mut(which) {
            debt.paid += euro(more);
        }
        prop_assert!(check(&parameters(), &paid, on).unwrap().outcome <= before);
    }

    #[test]
    fn a_wider_tolerance_never_makes_it_worse(situation in situations(), wider in 150_00i64..900_00) {
        let on = day("2025-05-20");
        let text = SHIPPED.replace("\"value\": 15000", &format!("\"value\": {wider}"));
        let wide: DurcParameters = serde_json::from_str(&text).unwrap();
        let outcome = |parameters| check(parameters, &situation, on).unwrap().outcome;
        prop_assert!(outcome(&wide) <= outcome(&parameters()));
    }

    #[test]
    fn sums_are_those_of_the_debts(situation in situations()) {
        let check = check(&parameters(), &situation, day("2025-05-20")).unwrap();
        for gestione in check.gestioni {
            prop_assert_eq!(gestione.open, gestione.debts.iter().map(DebtOutcome::open).sum::<Euro>());
            prop_assert_eq!(gestione.open, gestione.residual - gestione.covered);
            prop_assert!(!gestione.reasons.is_empty());
        }
    }

    #[test]
    fn what_the_plan_says_turns_it_green_and_each_payment_is_needed(debts in debts()) {
        let on = day("2025-05-20");
        let situation = owing(debts);
        let plan = plan(&parameters(), &situation, on, on).unwrap();
        prop_assert_eq!(plan.green_from, Some(on));
        for cure in &plan.cures {
            prop_assert!(cure.left <= plan.check.tolerance);
            for payment in &cure.payments {
                prop_assert!(cure.left + payment.amount > plan.check.tolerance || payment.amount.is_zero());
            }
        }
        if let Some(last) = plan.green_until {
            let payments: Vec<Payment> = plan.cures.iter().flat_map(|cure| cure.payments.clone()).collect();
            let after = after(&situation, &payments, last).unwrap();
            prop_assert_eq!(check(&parameters(), &after, last).unwrap().outcome, Outcome::Regular);
            prop_assert!(check(&parameters(), &after, last.plus_days(1)).unwrap().outcome > Outcome::Regular);
        }
    }
}
