use super::*;
use crate::calendar::{Day, Month};
use crate::money::Euro;

mod checks;
mod documents;
mod properties;
mod simulations;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn euro(cents: i64) -> Euro {
    Euro::from_cents(cents)
}

fn parameters() -> DurcParameters {
    serde_json::from_str(SHIPPED).unwrap()
}

/// A month's contributions of which so many cents are open.
fn open(key: &str, competence: &str, cents: i64) -> Debt {
    Debt::of_month(key.to_owned(), None, month(competence), euro(cents))
}

fn owing(debts: Vec<Debt>) -> Situation {
    Situation { debts, ..Situation::default() }
}

fn invited(situation: Situation, sent: &str) -> Situation {
    let invitation = Some(Invitation { checked: day(sent), sent: day(sent) });
    Situation { invitation, ..situation }
}

fn outcome(situation: &Situation, on: &str) -> Outcome {
    check(&parameters(), situation, day(on)).unwrap().outcome
}

#[test]
fn the_shipped_values_are_sound() {
    let shipped = parameters();
    assert_eq!(shipped.unsound(), None);
    assert!(shipped.on(day("2015-06-30")).is_err());
    let text = SHIPPED.replace("\"early_days\": 30", "\"early_days\": 15");
    let wrong: DurcParameters = serde_json::from_str(&text).unwrap();
    assert_eq!(wrong.unsound(), Some(crate::parameters::Parameter::DurcWarnings));
    assert!(
        serde_json::from_str::<DurcParameters>(&SHIPPED.replacen("tolerance", "limit", 1)).is_err()
    );
}
