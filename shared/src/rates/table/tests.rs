use serde_json::{Value, json};

use super::*;
use crate::rates::Standing;

fn shipped() -> Value {
    serde_json::from_str(SHIPPED).unwrap()
}

fn read(table: Value) -> Result<Table, String> {
    serde_json::from_value(table).map_err(|error| error.to_string())
}

/// The shipped table with a change in the first entry.
fn changed(field: &str, value: Value) -> Result<Table, String> {
    let mut table = shipped();
    table["components"][0][field] = value;
    read(table)
}

#[test]
fn the_shipped_table_is_sound() {
    let table: Table = serde_json::from_str(SHIPPED).unwrap();
    assert!(table.components.iter().all(|entry| entry.shares.steps().iter().all(|step| {
        step.until.is_some_and(|until| until > step.from) && !step.source.is_empty()
    })));
    let others = [Component::AdditionalIvs, Component::LostWages, Component::LostWagesUnclaimed];
    for component in Component::ON_WAGE.into_iter().chain(others) {
        assert!(table.components.iter().any(|entry| entry.component == component), "{component:?}");
    }
}

#[test]
fn tables_that_say_two_things_or_nothing_are_refused() {
    let mut doubled = shipped();
    let first = doubled["components"][0].clone();
    doubled["components"].as_array_mut().unwrap().push(first);
    assert!(read(doubled).unwrap_err().starts_with("two entries"));

    let mut twice = shipped();
    let ca = twice["authorisations"][0].clone();
    twice["authorisations"].as_array_mut().unwrap().push(ca);
    assert_eq!(read(twice).unwrap_err(), "a CA twice");

    let mut weeks = shipped();
    let entries = weeks["components"].as_array_mut().unwrap();
    let lost = entries.iter_mut().find(|entry| entry["component"] == "lost_wages").unwrap();
    lost["before_week"] = json!(53);
    assert!(read(weeks).unwrap_err().starts_with("two entries"));

    assert!(changed("sectors", json!([])).is_err());
    assert!(changed("shares", json!([])).is_err());
    assert!(changed("over", json!(50)).is_ok());
    assert!(changed("up_to", json!(50)).is_ok());
    assert!(changed("colour", json!("blue")).is_err());
    let mut empty = shipped();
    empty["components"][0]["over"] = json!(50);
    empty["components"][0]["up_to"] = json!(50);
    assert!(read(empty).is_err());
}

#[test]
fn nobody_pays_more_than_there_is() {
    for (total, employee) in [(10_000, 10_001), (1_000_001, 0)] {
        let mut table = shipped();
        table["components"][0]["shares"][0]["value"] =
            json!({"total": total, "employee": employee});
        assert!(read(table).is_err(), "{total} {employee}");
    }
}

#[test]
fn entries_hold_at_the_ends_of_their_sizes() {
    let table: Table = serde_json::from_str(SHIPPED).unwrap();
    let worker = Worker { collar: Collar::WhiteCollar, standing: Standing::Ordinary };
    let cigs = |size| table.entry(Component::Cigs, Sector::Commerce, size, worker).is_some();
    assert_eq!([cigs(0), cigs(15), cigs(16), cigs(u32::MAX)], [false, false, true, true]);
}
