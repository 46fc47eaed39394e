use super::*;
use crate::calendar::Day;
use crate::interest::tests::{day, shipped as rates};
use crate::money::{Euro, Rate};

mod cases;
mod examples;
mod further;
mod properties;

fn shipped() -> Parameters {
    serde_json::from_str(SHIPPED).unwrap()
}

/// An omission of 10,000 due on a day, paid wholly on another.
fn omission(due: &str, paid: &str) -> Facts {
    Facts {
        contribution: Euro::from_whole(10_000),
        due: day(due),
        until: day(paid),
        breach: Breach::Omission,
        payment: Some(Payment { day: day(paid), form: Form::Whole }),
        requested: None,
        notified: None,
        reported: None,
        relief: None,
    }
}

fn evasion(due: &str, paid: &str) -> Facts {
    Facts { breach: Breach::Evasion, ..omission(due, paid) }
}

fn of(facts: &Facts) -> Assessment {
    assess(&shipped(), &rates(), facts, Policy::default()).unwrap()
}

fn cents(amount: i64) -> Euro {
    Euro::from_cents(amount)
}

fn percent(hundredths: u32) -> Rate {
    Rate::from_hundredths(hundredths)
}
