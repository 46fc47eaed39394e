use shared::calendar::{Day, Instant};
use shared::offices::OfficeCode;
use shared::register::Direction;

use super::close::close_to;
use super::days::{digest, numbers};
use super::service::{Entry, assign};
use super::table::Row;
use crate::fault::{Error, Result};
use crate::store::{Store, WriteTx};

fn entry(office: u16, direction: Direction) -> Entry {
    Entry {
        office: OfficeCode::from_number(office).unwrap(),
        direction,
        party: "Esempio".into(),
        subject: "prova".into(),
        files: Vec::new(),
        digest: [7; 32],
        about: "x".into(),
    }
}

fn given(store: &Store, now: Instant, office: u16, direction: Direction) -> String {
    let given = move |tx: &mut dyn WriteTx| assign(tx, now, entry(office, direction));
    store.transact_blocking(given).unwrap().number.to_string()
}

#[test]
fn numbers_have_no_gap_and_begin_again_with_the_year_of_rome() {
    let store = Store::in_memory().unwrap();
    let midnight = Instant::from_rome(Day::new(2027, 1, 1).unwrap(), 0, 0).unwrap();
    let before = midnight.plus_millis(-1);
    assert_eq!(given(&store, before, 7010, Direction::In), "7010.E.2026.0000001");
    let failed: Result<()> = store.transact_blocking(move |tx| {
        assign(tx, before, entry(7010, Direction::In))?;
        Err(Error::field("text", "empty"))
    });
    assert!(failed.is_err());
    assert_eq!(given(&store, before, 7010, Direction::In), "7010.E.2026.0000002");
    assert_eq!(given(&store, before, 7010, Direction::Out), "7010.U.2026.0000001");
    assert_eq!(given(&store, before, 2000, Direction::In), "2000.E.2026.0000001");
    assert_eq!(given(&store, midnight, 7010, Direction::In), "7010.E.2027.0000001");
}

#[test]
fn a_line_without_files_or_their_names_is_stored_as_before_there_were_any() {
    let row = |files, names| Row {
        at: Instant::from_millis(0),
        party: "Esempio".into(),
        subject: "prova".into(),
        attachments: 0,
        digest: [7; 32],
        about: "x".into(),
        files,
        names,
        by_hand: None,
    };
    let file = || Some(vec![[1; 32].into()]);
    let named = Some(vec!["a.pdf".to_owned()]);
    // The head of an array of six, of seven, and of eight.
    for (row, head) in
        [(row(None, None), 0x86), (row(file(), None), 0x87), (row(file(), named), 0x88)]
    {
        assert_eq!(minicbor::to_vec(row).unwrap()[0], head);
    }
}

#[test]
fn a_day_is_closed_once_it_is_over_and_nothing_is_added_to_it() {
    let store = Store::in_memory().unwrap();
    let at = |day, hour| Instant::from_rome(Day::new(2027, 3, day).unwrap(), hour, 0).unwrap();
    let closed = |until: Day| {
        let now = at(9, 8);
        store.transact_blocking(move |tx| close_to(tx, now, 7010, until.epoch_days())).unwrap();
    };
    let numbers = |day| {
        let day = Day::new(2027, 3, day).unwrap();
        store.read(|tx| numbers(tx, 7010, Direction::In, day)).unwrap()
    };
    let digest = |day| {
        let day = Day::new(2027, 3, day).unwrap();
        store.read(|tx| digest(tx, 7010, day)).unwrap()
    };
    for (day, hour) in [(1, 9), (1, 18), (3, 9)] {
        given(&store, at(day, hour), 7010, Direction::In);
    }
    assert_eq!([numbers(1), numbers(2), numbers(3)], [1..3, 1..1, 3..4]);
    assert_eq!(digest(2), None, "nothing happened");
    let alone = digest(3);
    closed(Day::new(2027, 3, 2).unwrap());
    assert_ne!(digest(3), alone, "it follows what was closed before");
    // The clock goes back: numbers go on, and days that are closed stay as they were.
    let first = digest(1);
    assert_eq!(given(&store, at(1, 20), 7010, Direction::In), "7010.E.2027.0000004");
    assert_eq!((digest(1), numbers(3)), (first, 3..5));
    given(&store, at(1, 20), 7010, Direction::Out);
    assert_eq!(digest(1), first);
}
