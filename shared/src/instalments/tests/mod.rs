use super::*;
use crate::calendar::Day;
use crate::interest::tests::{day, shipped as rates};
use crate::money::{Euro, Rate};

mod attribution;
mod deferral;
mod life;
mod plan;

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
