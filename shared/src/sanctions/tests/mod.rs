use super::*;
use crate::calendar::Day;
use crate::interest::tests::{day, shipped as rates};
use crate::money::{Euro, Rate};
use crate::parameters::{Confidence, Series, Step};

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
    assess(&shipped(), &rates(), facts).unwrap()
}

/// The policy as shipped.
fn usual() -> Policy {
    shipped().policy_on(day("2025-09-16")).unwrap().value
}

/// The parameters with another policy.
fn under(policy: Policy) -> Parameters {
    let step = Step {
        from: day("2001-01-01"),
        until: None,
        value: policy,
        source: String::new(),
        confidence: Confidence::Reconstructed,
    };
    Parameters { policy: Series::new(vec![step]).unwrap(), ..shipped() }
}

fn cents(amount: i64) -> Euro {
    Euro::from_cents(amount)
}

fn percent(hundredths: u32) -> Rate {
    Rate::from_hundredths(hundredths)
}
