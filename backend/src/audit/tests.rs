//! The chain, whole and tampered with.

use shared::calendar::Instant;

use super::service::page;
use super::table::{HEAD, LOG};
use super::{NewEntry, Verification, append, verify};
use crate::fault::Error;
use crate::store::{Store, WriteTx};

const ENTRIES: u64 = 5;

fn log(
    tamper: impl Fn(&mut dyn WriteTx) -> Result<(), Error> + Send + 'static,
) -> (Store, Verification) {
    let store = Store::in_memory().unwrap();
    store
        .transact_blocking(move |tx| {
            for number in 1..=ENTRIES {
                let at = Instant::from_millis(i64::try_from(number).unwrap());
                append(tx, at, NewEntry::of("test.write").about(number))?;
            }
            tamper(tx)
        })
        .unwrap();
    let found = store.read(verify).unwrap();
    (store, found)
}

#[test]
fn an_untouched_log_verifies() {
    let (_, found) = log(|_| Ok(()));
    assert!(matches!(found, Verification::Verified { entries: ENTRIES, .. }));
    let empty = Store::in_memory().unwrap().read(verify).unwrap();
    assert_eq!(empty, Verification::Verified { entries: 0, head: [0; 32] });
}

#[test]
fn every_kind_of_tampering_shows() {
    let changed = log(|tx| {
        let mut row = LOG.get(tx, &3)?.unwrap();
        row.content.subject = Some("something else".into());
        Ok(LOG.put(tx, &3, &row)?)
    });
    let removed = log(|tx| LOG.delete(tx, &3).map(|_| ()).map_err(Error::from));
    let appended = log(|tx| {
        let row = LOG.get(tx, &ENTRIES)?.unwrap();
        Ok(LOG.put(tx, &(ENTRIES + 1), &row)?)
    });
    let cut = log(|tx| LOG.delete(tx, &ENTRIES).map(|_| ()).map_err(Error::from));
    let head = log(|tx| {
        let mut head = HEAD.get(tx, &())?.unwrap();
        head.hash[0] ^= 1;
        Ok(HEAD.put(tx, &(), &head)?)
    });
    for (name, (_, found), at) in [
        ("changed", changed, 3),
        ("removed", removed, 3),
        ("appended", appended, ENTRIES + 1),
        ("cut", cut, ENTRIES),
        ("head", head, ENTRIES + 1),
    ] {
        assert_eq!(found, Verification::Broken { at }, "{name}");
    }
}

#[test]
fn pages_go_back_to_the_first_entry() {
    let (store, _) = log(|_| Ok(()));
    let mut numbers = Vec::new();
    let mut cursor = None;
    loop {
        let page = store.read(|tx| page(tx, cursor.as_ref(), Some(2))).unwrap();
        assert_eq!(page.total, Some(ENTRIES));
        numbers.extend(page.items.iter().map(|entry| entry.number));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(numbers, [5, 4, 3, 2, 1]);
}
