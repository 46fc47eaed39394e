use proptest::prelude::*;

use super::super::{Colleague, Concerns, Tag, TagColor};
use super::*;
use crate::ids::{CompanyId, PersonId, TagId};
use crate::money::Euro;

fn day(number: i64) -> Day {
    Day::from_epoch_days(20_000 + number)
}

/// Three companies that differ in everything the tests ask for.
fn clients() -> Clients {
    Clients {
        id: (1..=3).map(CompanyId::from_u128).collect(),
        name: ["Àncora", "Bar Città", "Zeta"].map(str::to_owned).into(),
        tax_code: ["1", "2", "3"].map(str::to_owned).into(),
        matricola: vec![None; 3],
        office: vec![Some(0), None, Some(1)],
        state: vec![PositionState::Active; 3],
        declared: vec![Month::new(2026, 9), None, Month::new(2026, 8)],
        dm: vec![Some(DmState::Balanced), None, Some(DmState::NotGenerable)],
        months_short: vec![0, 2, 1],
        missing: [0, 250_00, 10_00].map(Euro::from_cents).into(),
        not_balanced: vec![3, 0, 1],
        not_declared: vec![0; 3],
        debts: vec![0; 3],
        debt: vec![Euro::ZERO; 3],
        notices: vec![0; 3],
        evidence: vec![4, 0, 1],
        evidence_durc: vec![1, 0, 0],
        requests: vec![0, 2, 0],
        unread: vec![0, 1, 1],
        workforce: vec![Some(4), None, Some(12)],
        deadline: vec![Some(day(-1)), Some(day(5)), None],
        deadline_kind: vec![Some(Kind::F24), Some(Kind::Uniemens), None],
        delegation: vec![None; 3],
        assigned: vec![vec![], vec![0], vec![]],
        tagged: vec![vec![0], vec![0, 1], vec![]],
        changes: vec![0; 3],
        changed: vec![None; 3],
        durc: vec![None; 3],
        durc_until: vec![None; 3],
        offices: [("7010", "Roma"), ("4900", "Milano")]
            .map(|(code, name)| Office { code: code.into(), name: name.into() })
            .into(),
        staff: vec![Colleague { id: PersonId::from_u128(1), name: "Davide".into() }],
        tags: (1..=2)
            .map(|number| Tag {
                id: TagId::from_u128(number),
                name: number.to_string(),
                color: TagColor::Grey,
                version: 1,
            })
            .collect(),
        ..Clients::default()
    }
}

fn rows(column: Column, test: Test, values: &[&str]) -> Vec<u32> {
    let values = values.iter().map(|value| (*value).to_owned()).collect();
    let condition = Condition { column, test, values };
    assert!(condition.is_sound(), "{condition:?}");
    select(&clients(), &[condition], &[], day(0))
}

#[test]
fn whatever_is_of_concern_makes_a_client_one_to_look_at() {
    let none = Concerns::default();
    assert_eq!(Concerns { durc: Some(Light::Green), ..none }.count(), 0);
    assert_eq!(Concerns { durc: Some(Light::Yellow), ..none }.count(), 0);
    for one in [
        Concerns { months_short: 1, ..none },
        Concerns { not_balanced: 1, ..none },
        Concerns { not_declared: 1, ..none },
        Concerns { debts: 1, ..none },
        Concerns { notices: 1, ..none },
        Concerns { durc: Some(Light::Red), ..none },
    ] {
        assert_eq!(one.count(), 1, "{one:?}");
        let clients = Clients {
            months_short: vec![one.months_short],
            not_balanced: vec![one.not_balanced],
            not_declared: vec![one.not_declared],
            debts: vec![one.debts],
            notices: vec![one.notices],
            durc: vec![one.durc],
            ..Clients::default()
        };
        assert_eq!((clients.attention(0), clients.attention(1)), (Some(1), None), "{one:?}");
    }
}

#[test]
fn conditions_choose_rows() {
    let tag = TagId::from_u128(2).to_string();
    let person = PersonId::from_u128(1).to_string();
    for (column, test, values, expected) in [
        (Column::Name, Test::Contains, &["CITTA"][..], &[1][..]),
        (Column::Office, Test::Is, &["Roma", "Torino"], &[0]),
        (Column::Office, Test::Is, &["4900", "8100"], &[2]),
        (Column::Office, Test::IsNot, &["7010"], &[1, 2]),
        (Column::Office, Test::Empty, &[], &[1]),
        (Column::Declared, Test::AtMost, &["2026-08"], &[2]),
        (Column::Declared, Test::Empty, &[], &[1]),
        (Column::Dm, Test::Is, &["not_generable"], &[2]),
        (Column::Missing, Test::AtLeast, &["1000"], &[1, 2]),
        (Column::MonthsShort, Test::Is, &["1", "2"], &[1, 2]),
        (Column::Attention, Test::AtLeast, &["1"], &[0, 1, 2]),
        (Column::Attention, Test::AtLeast, &["3"], &[0]),
        (Column::Evidence, Test::AtLeast, &["1"], &[0, 2]),
        (Column::EvidenceDurc, Test::AtLeast, &["1"], &[0]),
        (Column::Requests, Test::AtLeast, &["2"], &[1]),
        (Column::Unread, Test::AtMost, &["0"], &[0]),
        (Column::Deadline, Test::Within, &["0"], &[0]),
        (Column::Deadline, Test::Within, &["7"], &[0, 1]),
        (Column::Tags, Test::Is, &[&tag], &[1]),
        (Column::Tags, Test::NotEmpty, &[], &[0, 1]),
        (Column::Assigned, Test::Is, &[&person], &[1]),
        (Column::Assigned, Test::Empty, &[], &[0, 2]),
    ] {
        assert_eq!(rows(column, test, values), expected, "{column:?} {test:?} {values:?}");
    }
}

#[test]
fn what_a_column_cannot_be_tested_for_is_not_sound() {
    for (column, test, values) in [
        (Column::Name, Test::AtLeast, &["A"][..]),
        (Column::Missing, Test::Contains, &["1"]),
        (Column::Missing, Test::AtLeast, &["much"]),
        (Column::Declared, Test::AtLeast, &["2026-13"]),
        (Column::Deadline, Test::Within, &["-1"]),
        (Column::Missing, Test::Within, &["1"]),
        (Column::Name, Test::Is, &[]),
        (Column::Name, Test::Empty, &["x"]),
        (Column::Name, Test::Contains, &["a", "b"]),
    ] {
        let values = values.iter().map(|value| (*value).to_owned()).collect();
        let condition = Condition { column, test, values };
        assert!(!condition.is_sound(), "{condition:?}");
    }
}

#[test]
fn what_is_empty_comes_last_either_way() {
    for (column, descending, expected) in [
        (Column::Workforce, false, [0, 2, 1]),
        (Column::Workforce, true, [2, 0, 1]),
        (Column::Dm, true, [2, 0, 1]),
        (Column::Name, true, [2, 1, 0]),
        (Column::Missing, true, [1, 2, 0]),
    ] {
        let sort = [Sort { column, descending }];
        assert_eq!(select(&clients(), &[], &sort, day(0)), expected, "{column:?}");
    }
}

#[test]
fn accents_and_case_do_not_matter() {
    assert_eq!(fold("  Caffè Übung È "), "caffe ubung e");
}

proptest! {
    #[test]
    fn a_filter_and_its_opposite_part_the_rows(column in 0..22_usize, value in "[a-z0-9-]{0,10}") {
        let column = Column::ALL[column];
        let chosen = |test| {
            let condition = Condition { column, test, values: vec![value.clone()] };
            select(&clients(), &[condition], &[], day(0))
        };
        let mut all = chosen(Test::Is);
        all.extend(chosen(Test::IsNot));
        all.sort_unstable();
        prop_assert_eq!(all, [0, 1, 2]);
    }
}
