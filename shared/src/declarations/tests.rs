use super::*;
use crate::notices::{NoticeParameters, SHIPPED};

fn tolerance(year: i32, month: u32) -> Euro {
    let shipped: NoticeParameters = serde_json::from_str(SHIPPED).unwrap();
    shipped.section_tolerance_in(Month::new(year, month).unwrap())
}

#[test]
fn the_tolerance_became_narrower_in_may_2010() {
    assert_eq!(tolerance(2010, 4), Euro::from_whole(25));
    assert_eq!(tolerance(2010, 5), Euro::from_whole(5));
    assert_eq!(tolerance(2025, 9), Euro::from_whole(5));
    assert_eq!(tolerance(2004, 12), Euro::ZERO, "nothing is known to allow any");
}

fn section(declared: i64, reconstructed: i64) -> Section {
    Section { declared: Euro::from_cents(declared), reconstructed: Euro::from_cents(reconstructed) }
}

#[test]
fn the_state_follows_the_difference() {
    let tolerated = tolerance(2025, 9);
    for (reconstructed, expected) in [
        (12_340_60, DmState::Balanced),
        (12_340_00, DmState::Balanced),
        (12_339_99, DmState::Provisional),
        (12_350_00, DmState::Balanced),
        (12_350_01, DmState::ProvisionalAnomalous),
    ] {
        let state =
            dm_state(tolerated, Some((section(12_345_00, reconstructed), Section::default())));
        assert_eq!(state, expected, "{reconstructed}");
    }
    assert_eq!(dm_state(tolerated, None), DmState::NotGenerable);
    let early = tolerance(2010, 4);
    assert_eq!(
        dm_state(early, Some((section(100_00, 125_00), Section::default()))),
        DmState::Balanced
    );
}

#[test]
fn the_difference_is_balanced_by_the_line_of_its_kind() {
    let tolerated = tolerance(2025, 9);
    let lines = |declared, reconstructed| {
        balancing(tolerated, section(declared, reconstructed), Section::default())
            .into_iter()
            .map(|line| (line.code, line.amount.cents()))
            .collect::<Vec<_>>()
    };
    assert_eq!(lines(1_276_00, 1_276_11), [("Q298".to_owned(), 11)]);
    assert_eq!(lines(1_282_00, 1_276_11), [("0033".to_owned(), 589)]);
    assert_eq!(lines(12_345_00, 12_339_99), [("0033".to_owned(), 501)]);
    assert_eq!(lines(1_270_00, 1_276_11), []);
    assert_eq!(lines(1_277_00, 1_276_11), [("Q198".to_owned(), 89)]);
}
