use shared::calendar::{Day, Instant};
use shared::offices::OfficeCode;
use shared::register::Direction;

use super::service::{Entry, assign};
use crate::fault::{Error, Result};
use crate::store::{Store, WriteTx};

fn entry(office: u16, direction: Direction) -> Entry {
    Entry {
        office: OfficeCode::from_number(office).unwrap(),
        direction,
        party: "Esempio".into(),
        subject: "prova".into(),
        attachments: 0,
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
