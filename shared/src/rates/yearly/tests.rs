use serde_json::{Value, json};

use super::*;
use crate::calendar::next_working_day;
use crate::money::{Euro, Rate};

fn shipped() -> Yearly {
    serde_json::from_str(SHIPPED).unwrap()
}

#[test]
fn floors_and_bands_follow_from_one_another() {
    for (year, pension, daily, ceiling, band, month) in [
        (2024, 59_861, 5_687, 119_650, 55_008, 4_584),
        (2025, 60_340, 5_732, 120_607, 55_448, 4_621),
        (2026, 61_185, 5_813, 122_295, 56_224, 4_685),
    ] {
        let yearly = shipped();
        let figures = yearly.employees_in(year).unwrap().value;
        assert_eq!(figures.minimum_pension.cents(), pension);
        assert_eq!(figures.daily_minimum.cents(), daily);
        assert_eq!(figures.ceiling, Euro::from_whole(ceiling));
        assert_eq!(figures.first_band, Euro::from_whole(band));
        assert_eq!(figures.first_band_month, Euro::from_whole(month));
        // 9.5 % of the lowest pension, and a twelfth to the whole euro.
        assert_eq!(figures.minimum_pension.times(Rate::from_hundredths(950)).cents(), daily);
        assert_eq!((figures.first_band.cents() + 600) / 1200, month);
    }
}

#[test]
fn the_conventional_wage_and_the_year_that_credits_52_weeks_are_those_of_the_circular() {
    let yearly = shipped();
    let figures = yearly.employees_in(2026).unwrap().value;
    assert_eq!(figures.conventional_daily, Some(Euro::from_cents(32_30)));
    assert_eq!(figures.credited_year, Some(Euro::from_whole(12_726)));
    // Forty per cent of the lowest pension for each of 52 weeks, to the whole euro (art. 7 DL 463/1983).
    let week = figures.minimum_pension.times(Rate::from_hundredths(40_00));
    assert_eq!(week.cents() * 52 / 100, 12_726);
    // No circular was found that says them for the years before.
    for year in [2024, 2025] {
        let figures = yearly.employees_in(year).unwrap().value;
        assert_eq!((figures.conventional_daily, figures.credited_year), (None, None), "{year}");
    }
}

#[test]
fn years_that_are_not_known_are_named() {
    let yearly = shipped();
    for year in [i32::MIN, 0, 2023, 2027, i32::MAX] {
        let missing = yearly.employees_in(year).unwrap_err();
        assert_eq!(missing.parameter, Parameter::EmployeeYear);
        assert_eq!(missing.day.year(), year.clamp(1, 9999));
        assert!(yearly.separate_in(year).is_err() && yearly.self_employed_in(year).is_err());
    }
}

#[test]
fn sources_are_the_circulars_of_the_year() {
    let yearly = shipped();
    for (year, employees, separate, self_employed) in [
        (2024, "21/2024", "24/2024", "33/2024"),
        (2025, "26/2025", "27/2025", "38/2025"),
        (2026, "6/2026", "8/2026", "14/2026"),
    ] {
        let circular = |number: &str| format!("Circ. INPS {number}");
        assert_eq!(yearly.employees_in(year).unwrap().source, circular(employees));
        assert_eq!(yearly.separate_in(year).unwrap().source, circular(separate));
        assert_eq!(yearly.self_employed_in(year).unwrap().source, circular(self_employed));
    }
}

#[test]
fn instalments_are_due_on_working_days() {
    let yearly = shipped();
    for year in 2024..=2026 {
        let days = yearly.self_employed_in(year).unwrap().value.instalments;
        let civil = [(year, 5, 16), (year, 8, 20), (year, 11, 16), (year + 1, 2, 16)];
        let due = civil
            .map(|(year, month, day)| next_working_day(Day::new(year, month, day).unwrap(), None));
        assert_eq!(days, due, "{year}");
    }
}

#[test]
fn figures_out_of_order_are_refused() {
    let with = |group: &str, field: &str, value: Value| {
        let mut yearly: Value = serde_json::from_str(SHIPPED).unwrap();
        yearly[group][0]["value"][field] = value;
        serde_json::from_value::<Yearly>(yearly).is_ok()
    };
    assert!(!with("employees", "ceiling", json!(0)));
    assert!(!with("employees", "daily_minimum", json!(-1)));
    assert!(!with("separate", "minimum", json!(999_999_999)));
    assert!(!with("separate", "advance", json!(1_000_001)));
    assert!(!with("self_employed", "above_first_band", json!(900_000)));
    let days = ["2024-05-16", "2024-05-16", "2024-11-18", "2025-02-17"];
    assert!(!with("self_employed", "instalments", json!(days)));
    assert!(!with(
        "self_employed",
        "merchants",
        json!({"rate": 244_800, "under_21": 241_800, "closure": 244_800})
    ));
    assert!(with("employees", "credited_year", json!(1_200_000)));
    assert!(!with("employees", "other", json!(1)));
}

#[test]
fn every_part_has_its_law() {
    let mut yearly: Value = serde_json::from_str(SHIPPED).unwrap();
    assert_eq!(yearly["laws"].as_array().map(Vec::len), Some(Part::NewIn2025 as usize + 1));
    for (part, law) in [
        (Part::Pension, "L. 335/1995"),
        (Part::AboveBand, "DL 384/1992"),
        (Part::Maternity, "L. 488/1999"),
        (Part::NewIn2025, "L. 207/2024"),
    ] {
        assert!(shipped().law(part).is_some_and(|found| found.contains(law)), "{part:?}");
    }
    // Figures that were put in force before laws were told.
    yearly.as_object_mut().unwrap().remove("laws");
    let older = serde_json::from_value::<Yearly>(yearly).unwrap();
    assert_eq!(older.law(Part::Pension), None);
}
