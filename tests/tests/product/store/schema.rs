//! Upgrades of a store made by an older program, and refusal of one made by a newer.

use std::path::Path;

use backend::store::migrate::{STEPS, Step, backup_path, newest, version};
use backend::store::{Index, Options, Order, Span, Store, StoreError, Table, WriteTx};

use crate::store::failure;

const NAMES: Table<u32, String> = Table::new("names");

const SHOUT: Step = Step {
    name: "names in capitals",
    run: |tx| {
        let name = NAMES.get(tx, &1)?.unwrap_or_default();
        NAMES.put(tx, &1, &name.to_uppercase())
    },
};
const GREET: Step = Step {
    name: "greetings",
    run: |tx| {
        let name = NAMES.get(tx, &1)?.unwrap_or_default();
        NAMES.put(tx, &1, &format!("Hello {name}"))
    },
};
const BREAK: Step = Step {
    name: "fails half-way",
    run: |tx| {
        NAMES.put(tx, &1, &"half done".to_owned())?;
        Err(StoreError::Internal { detail: "on purpose".to_owned() })
    },
};

fn open_with(path: &Path, steps: &'static [Step]) -> Result<Store, StoreError> {
    Store::open(path, Options { steps, ..Options::default() })
}

fn name(store: &Store) -> String {
    store.read(|tx| NAMES.get(tx, &1)).unwrap().unwrap()
}

/// A store of the first schema.
fn old_store(path: &Path) {
    let store = open_with(path, &[]).unwrap();
    store.transact_blocking(|tx| NAMES.put(tx, &1, &"ada".to_owned())).unwrap();
    store.close().unwrap();
}

#[test]
fn each_step_is_taken_once_and_backed_up_before() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.redb");
    old_store(&path);
    assert_eq!(name(&open_with(&path, &[SHOUT]).unwrap()), "ADA");
    assert_eq!(name(&open_with(&path, &[SHOUT, GREET]).unwrap()), "Hello ADA");
    assert_eq!(name(&open_with(&path, &[SHOUT, GREET]).unwrap()), "Hello ADA");

    let (first, second) = (folder.path().join("first.redb"), folder.path().join("second.redb"));
    Store::restore(&backup_path(&path, 1), &first, false).unwrap();
    assert_eq!(name(&open_with(&first, &[]).unwrap()), "ada");
    assert_eq!(name(&open_with(&first, &[SHOUT, GREET]).unwrap()), "Hello ADA");
    std::fs::copy(backup_path(&path, 2), &second).unwrap();
    assert_eq!(name(&open_with(&second, &[SHOUT]).unwrap()), "ADA");
}

#[test]
fn keys_turned_round_keep_their_rows() {
    const LOOKS: Table<(u128, u128), String> = Table::new("requests.looks");
    const WRITES: Table<(u128, String), String> = Table::new("writes");
    const WRITES_NOW: Table<(String, u128), String> = Table::new("writes");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.redb");
    let store = open_with(&path, &STEPS[..1]).unwrap();
    let put = |tx: &mut dyn WriteTx| {
        LOOKS.put(tx, &(1, 2), &"one".to_owned())?;
        // The other way round it is a key of before: none may be taken for another.
        LOOKS.put(tx, &(2, 1), &"other".to_owned())?;
        WRITES.put(tx, &(7, "key".to_owned()), &"reply".to_owned())
    };
    store.transact_blocking(put).unwrap();
    store.close().unwrap();
    let store = open_with(&path, &STEPS[..2]).unwrap();
    store
        .read(|tx| {
            assert_eq!(LOOKS.get(tx, &(2, 1))?.as_deref(), Some("one"));
            assert_eq!(LOOKS.get(tx, &(1, 2))?.as_deref(), Some("other"));
            assert_eq!(WRITES_NOW.get(tx, &("key".to_owned(), 7))?.as_deref(), Some("reply"));
            assert_eq!(WRITES_NOW.count(tx, &Span::all(), 9)?, 1);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn requests_listed_before_have_room_for_what_they_are_found_by() {
    const LISTED: Index<(u128, u128)> = Index::new("requests.by_company");
    const FOUND_BY: Table<(u128, u128), String> = Table::new("requests.by_company");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.redb");
    let store = open_with(&path, &STEPS[..2]).unwrap();
    store
        .transact_blocking(|tx| {
            LISTED.put(tx, &(1, 2))?;
            LISTED.put(tx, &(3, 4))
        })
        .unwrap();
    store.close().unwrap();
    let store = open_with(&path, &STEPS[..3]).unwrap();
    let rows = store.read(|tx| FOUND_BY.collect(tx, &Span::all(), Order::Ascending)).unwrap();
    assert_eq!(rows, [((1, 2), String::new()), ((3, 4), String::new())]);
}

#[test]
fn requests_that_were_listed_by_office_alone_are_not_any_more() {
    const LISTED: Index<(u16, u128)> = Index::new("requests.by_office");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.redb");
    let store = open_with(&path, &STEPS[..3]).unwrap();
    store.transact_blocking(|tx| LISTED.put(tx, &(7010, 2))).unwrap();
    store.close().unwrap();
    let store = open_with(&path, &STEPS[..4]).unwrap();
    assert_eq!(store.read(|tx| LISTED.count(tx, &Span::all(), 9)), Ok(0));
}

#[test]
fn a_new_store_starts_at_the_newest_schema() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.redb");
    let store = open_with(&path, &[BREAK, BREAK]).unwrap();
    assert_eq!(store.read(version), Ok(3));
    store.close().unwrap();
    let refused = failure(open_with(&path, &[]));
    assert_eq!(refused, StoreError::NewerSchema { path: path.clone(), found: 3, known: 1 });
    assert!(refused.to_string().contains("run the newer program"), "{refused}");
}

#[test]
fn a_failed_step_leaves_the_store_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.redb");
    old_store(&path);
    let failed = failure(open_with(&path, &[SHOUT, BREAK]));
    assert!(failed.to_string().contains("on purpose"), "{failed}");
    let at_two = open_with(&path, &[SHOUT]).unwrap();
    assert_eq!(name(&at_two), "ADA", "the step before the failed one stands");
    drop(at_two);
    assert_eq!(name(&open_with(&path, &[SHOUT, GREET]).unwrap()), "Hello ADA");
}

#[test]
fn a_backup_of_a_newer_program_is_not_restored() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("a.redb"), folder.path().join("a.backup"));
    // One step more than this program knows.
    let steps: &'static [Step] = Box::leak(vec![SHOUT; STEPS.len() + 1].into_boxed_slice());
    open_with(&path, steps).unwrap().backup(&copy).unwrap();
    let target = folder.path().join("b.redb");
    let refused = failure(Store::restore(&copy, &target, false));
    let newer = newest(steps);
    assert!(
        matches!(refused, StoreError::NewerSchema { found, .. } if found == newer),
        "{refused:?}"
    );
    assert!(!target.exists());
}
