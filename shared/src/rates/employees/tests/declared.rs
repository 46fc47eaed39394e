//! The rate that follows from what a declaration tells.

use super::*;
use crate::fiscal::Ca;
use crate::money::Rate;
use crate::parameters::Confidence;
use crate::rates::{Parameters, RateError, Sector, Table};

fn expected(csc: &str, cas: &str, size: u32, qualification1: char) -> Option<Expected> {
    let (csc, cas) = (Csc::parse(csc).unwrap(), Ca::parse_all(cas).unwrap());
    let month = Month::new(2025, 9).unwrap();
    expected_rate(parameters(), &csc, &cas, size, qualification1, false, month)
}

#[test]
fn workers_are_told_apart_by_their_qualification() {
    for (qualification1, total) in [('1', Some(39_44)), ('2', Some(38_67)), ('3', None)] {
        let rate = expected("70502", "0J", 4, qualification1);
        assert_eq!(rate.map(|rate| rate.total), total.map(Rate::from_hundredths));
    }
}

#[test]
fn managers_have_rates_where_the_tables_do() {
    let rate = expected("10101", "", 60, '3').unwrap();
    assert_eq!(rate.total, Rate::from_hundredths(36_15));
    assert_eq!(rate.confidence, Confidence::Reconstructed, "no reason to call a return wrong");
    let month = Month::new(2025, 9).unwrap();
    for (csc, sector) in [("70201", Sector::Commerce), ("40901", Sector::Craft)] {
        let csc = Csc::parse(csc).unwrap();
        let found = rate_of(parameters(), &csc, &[], 20, '3', false, month);
        let collar = Collar::Executive;
        assert_eq!(found, Err(Unrated::Rates(RateError::UnknownWorker { sector, collar })));
    }
    let csc = Csc::parse("10101").unwrap();
    let other = rate_of(parameters(), &csc, &[], 20, '4', false, month);
    assert_eq!(other, Err(Unrated::Qualification('4')));
}

#[test]
fn a_shop_may_be_a_pastry_shop() {
    let lawful = |csc: &str, qualification1| {
        let (csc, month) = (Csc::parse(csc).unwrap(), Month::new(2025, 9).unwrap());
        let rates = lawful_rates(parameters(), &csc, &[], 4, qualification1, false, month);
        let rates = rates.filter(|one| one.firm.1).map(|one| one.expected);
        rates.map(|rate| (rate.total, rate.confidence)).collect::<Vec<_>>()
    };
    let rate = Rate::from_hundredths;
    let derived = |total| (rate(total), Confidence::Derived);
    assert_eq!(lawful("70201", '1'), [39_44, 39_24].map(derived), "with and without claims on FIS");
    let craft = (rate(37_11), Confidence::Reconstructed);
    assert_eq!(lawful("40901", '1'), [craft; 2]);
    for (csc, qualification1) in [("70201", '2'), ("70502", '1'), ("10101", '1'), ("41304", '1')] {
        assert_eq!(lawful(csc, qualification1), [], "{csc} {qualification1}");
    }
}

#[test]
fn what_a_declaration_does_not_tell_is_not_guessed() {
    for (csc, cas, size, qualification1) in [
        ("20101", "", 20, '2'),
        ("60101", "", 20, '2'),
        ("11310", "", 20, '1'),
        ("70401", "3X", 20, '1'),
        ("40901", "5B", 20, '1'),
        ("70201", "9Z", 20, '1'),
        ("70201", "", 9, '5'),
        ("11301", "", 12, '5'),
        ("41301", "", 12, '5'),
        ("70201", "", 20, 'x'),
    ] {
        assert_eq!(expected(csc, cas, size, qualification1), None, "{csc} {cas} {qualification1}");
    }
}

#[test]
fn apprentices_of_larger_firms_are_supposed() {
    let rate = expected("70201", "", 12, '5').unwrap();
    assert_eq!(rate.total, Rate::from_hundredths(18_25));
    assert_eq!(rate.confidence, Confidence::Reconstructed);
}

#[test]
fn what_a_declaration_does_not_tell_may_lawfully_be_otherwise() {
    let lawful = |csc: &str, cas: &str, size, fixed_term, on: &str| {
        let (csc, cas) = (Csc::parse(csc).unwrap(), Ca::parse_all(cas).unwrap());
        let month = Month::parse(on).unwrap();
        let rates = lawful_rates(parameters(), &csc, &cas, size, '2', fixed_term, month);
        rates
            .map(|one| Euro::from_whole(2_000).times(one.expected.total).cents())
            .collect::<Vec<_>>()
    };
    // A fixed term in a shop of eight, renewed once: 40.87 %.
    let renewed = lawful("70201", "", 8, true, "2025-09");
    assert_eq!(renewed[0], 807_40);
    assert!(renewed.contains(&817_40) && !renewed.contains(&812_40));
    // A shop of four without claims on FIS pays less since 2025: 38.47 %.
    assert_eq!(lawful("70201", "", 4, false, "2025-09"), [773_40, 769_40]);
    assert!(!lawful("70201", "", 4, false, "2024-09").contains(&769_40));
    // The fund of the professional activities, which those with FIS by their CA do not have: 39.17 %.
    assert_eq!(*lawful("70701", "", 20, false, "2025-09").last().unwrap(), 783_40);
    assert!(!lawful("70701", "0J", 20, false, "2025-09").contains(&783_40));
    assert!(!lawful("70201", "", 20, false, "2025-09").contains(&783_40));
    // CIGO of the stone trades: 3.30 % in place of 1.70 % is that of blue collars only.
    assert_eq!(lawful("10101", "", 8, false, "2025-09"), [753_00; 3]);
    assert!(lawful("60101", "", 20, false, "2025-09").is_empty());
}

#[test]
fn a_table_of_before_a_fund_was_known_has_no_rate_for_it() {
    let without = |rates: &serde_json::Value| {
        let mut rates = rates.clone();
        let components = rates["components"].as_array_mut().unwrap();
        components.retain(|one| one["component"] != "cigo_stone");
        serde_json::from_value::<Table>(rates).unwrap()
    };
    let shipped = serde_json::to_value(&parameters().rates).unwrap();
    let before = Parameters { rates: without(&shipped), ..parameters().clone() };
    let (csc, month) = (Csc::parse("10101").unwrap(), Month::parse("2025-09").unwrap());
    let lawful = |parameters: &Parameters| {
        let rates = lawful_rates(parameters, &csc, &[], 8, '1', false, month);
        rates.map(|one| (one.firm.0.fund, one.expected.total)).collect::<Vec<_>>()
    };
    let stone = |rates: &[(Fund, Rate)]| rates.iter().any(|(fund, _)| *fund == Fund::Stone);
    assert!(stone(&lawful(parameters())) && !stone(&lawful(&before)));
}

#[test]
fn how_often_a_term_may_be_renewed_is_for_the_table_to_say() {
    let (csc, month) = (Csc::parse("70201").unwrap(), Month::parse("2025-09").unwrap());
    let count = |renewals: serde_json::Value| {
        let mut rates = serde_json::to_value(&parameters().rates).unwrap();
        rates["renewals"] = renewals;
        let rates = serde_json::from_value::<Table>(rates).unwrap();
        let with = Parameters { rates, ..parameters().clone() };
        lawful_rates(&with, &csc, &[], 8, '2', true, month).count()
    };
    let shipped = serde_json::to_value(&parameters().rates).unwrap()["renewals"].clone();
    let mut once = shipped.clone();
    once[0]["value"] = 1.into();
    // With claims on FIS and without them, for each number of renewals from none on.
    assert_eq!([count(shipped), count(once), count(serde_json::json!([]))], [16, 4, 2]);
}

#[test]
fn fixed_terms_and_months() {
    let parameters = parameters();
    let csc = Csc::parse("70201").unwrap();
    let rate = |month, fixed_term| {
        let month = Month::parse(month).unwrap();
        expected_rate(parameters, &csc, &[], 3, '1', fixed_term, month).map(|rate| rate.total)
    };
    assert_eq!(rate("2025-09", true), Some(Rate::from_hundredths(40_07)));
    assert_eq!(rate("2026-12", false), Some(Rate::from_hundredths(38_67)));
    assert_eq!([rate("2023-12", false), rate("2027-01", false)], [None, None]);
}
