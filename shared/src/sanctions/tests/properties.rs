//! What holds of every sanction.

use proptest::prelude::*;

use super::*;
use crate::interest::tests::oracle;

/// A day of the years 2024 to 2029, when every rate is known.
fn some_day() -> impl Strategy<Value = Day> {
    (19_723i64..=21_914).prop_map(Day::from_epoch_days)
}

fn some_facts() -> impl Strategy<Value = Facts> {
    let forms = prop_oneof![Just(Form::Whole), Just(Form::Parts), Just(Form::Instalments)];
    let breach = prop_oneof![Just(Breach::Omission), Just(Breach::Evasion)];
    let days = (some_day(), some_day(), some_day(), some_day(), some_day());
    let maybe = proptest::array::uniform4(any::<bool>());
    (0i64..=100_000_000_000, breach, forms, days, maybe).prop_map(
        |(amount, breach, form, (due, until, paid, asked, reported), maybe)| Facts {
            contribution: cents(amount),
            due,
            until,
            breach,
            payment: maybe[0].then_some(Payment { day: paid, form }),
            requested: maybe[1].then_some(asked),
            notified: maybe[2].then_some(asked.plus_days(40)),
            reported: maybe[3].then_some(reported),
            relief: None,
        },
    )
}

/// The rate of one day for all, so that only the delay counts.
fn steady() -> Policy {
    Policy { rate: RateAt::One(DayOf::On(day("2025-09-16"))), ..usual() }
}

proptest! {
    #[test]
    fn no_cap_is_exceeded_and_half_is_less(facts in some_facts(), each_day in any::<bool>()) {
        let rate = if each_day { RateAt::EachDay } else { RateAt::One(DayOf::Until) };
        let found = assess(&under(Policy { rate, ..usual() }), &rates(), &facts).unwrap();
        prop_assert!(!found.amount.is_negative() && found.amount <= found.full);
        prop_assert!(found.cap.is_none_or(|cap| found.full <= cap));
        prop_assert!(found.halved.is_none_or(|half| half <= found.full));
        prop_assert_eq!(found.days, u32::try_from(facts.until.days_since(facts.due)).unwrap_or(0));
        if found.capped_on.is_some() {
            prop_assert_eq!(Some(found.full), found.cap);
        }
        if !each_day && let Some(span) = found.spans.first() {
            let exact = oracle(facts.contribution, span.rate, found.days);
            prop_assert_eq!(found.full, found.cap.map_or(exact, |cap| exact.min(cap)));
        }
    }

    #[test]
    fn a_longer_delay_never_costs_less(facts in some_facts(), more in 0i64..=400) {
        let later = Facts { until: facts.until.plus_days(more), ..facts };
        let parameters = under(steady());
        let cost = |facts| assess(&parameters, &rates(), facts).unwrap().amount;
        prop_assert!(cost(&later) >= cost(&facts));
    }

    #[test]
    fn paying_later_never_costs_less(facts in some_facts()) {
        let last = facts.due.plus_days(900);
        // Between a spontaneous payment and a halved one the law itself may go either way.
        let facts = Facts { notified: None, ..facts };
        let parameters = under(steady());
        let rates = rates();
        let points = forecast(&parameters, &rates, &facts, facts.due, last);
        let amounts: Vec<Euro> = points.map(|point| point.unwrap().amount).collect();
        prop_assert_eq!(amounts.len(), 901);
        prop_assert!(amounts.is_sorted());
    }

    #[test]
    fn a_forecast_is_what_an_assessment_says(facts in some_facts(), on in some_day()) {
        let form = facts.payment.map_or(Form::Whole, |payment| payment.form);
        let paid = Facts { until: on, payment: Some(Payment { day: on, form }), ..facts };
        let (parameters, rates) = (shipped(), rates());
        let mut points = forecast(&parameters, &rates, &facts, on, on);
        let point = points.next().unwrap().unwrap();
        let found = assess(&parameters, &rates, &paid).unwrap();
        prop_assert_eq!((point.day, point.case, point.amount), (on, found.case, found.amount));
        prop_assert!(points.next().is_none());
    }

    #[test]
    fn nothing_panics(cents in any::<i64>(), due in any::<i64>(), until in any::<i64>()) {
        let contribution = Euro::from_cents(cents);
        let (due, until) = (Day::from_epoch_days(due), Day::from_epoch_days(until));
        let facts = Facts { contribution, due, until, ..omission("2025-09-16", "2025-12-16") };
        for rate in [RateAt::EachDay, RateAt::One(DayOf::Due)] {
            let policy = Policy { rate, regime: DayOf::Until };
            let _ = assess(&under(policy), &rates(), &facts);
        }
    }
}
