//! What every engine must hold to, one transaction at a time.

use std::ops::{Bound, ControlFlow};

use backend::store::{
    KeyRange, MAX_KEY_BYTES, MAX_VALUE_BYTES, Order, ReadTx, Store, StoreError, WriteTx,
};

use crate::store::groups;
use crate::store::{Pair, all, failure, open, pairs};

#[test]
fn a_file_conforms() {
    let folder = tempfile::tempdir().unwrap();
    let made = std::cell::Cell::new(0);
    conformance(|| {
        made.set(made.get() + 1);
        open(&folder.path().join(format!("{}.redb", made.get())))
    });
}

#[test]
fn memory_conforms() {
    conformance(|| Store::in_memory().unwrap());
}

fn conformance(make: impl Fn() -> Store) {
    tables_never_written_to_are_empty(&make());
    what_is_put_is_found_replaced_and_deleted(&make());
    tables_do_not_see_each_other(&make());
    ranges_and_orders(&make());
    a_transaction_sees_its_own_writes_in_order(&make());
    a_failing_closure_leaves_nothing(&make());
    a_panicking_closure_leaves_nothing(&make());
    a_snapshot_stays_as_it_was(&make());
    the_generation_counts_changes(&make());
    transactions_do_not_nest(&make());
    sizes_have_limits(&make());
    a_closed_store_refuses(make());
    groups::a_group_is_as_good_as_one_after_another(&make());
    groups::a_forgotten_writer_still_writes(&make());
    groups::no_update_is_lost(&make());
}

type Change = fn(&mut dyn WriteTx) -> Result<(), StoreError>;

fn write(store: &Store, change: Change) {
    store.transact_blocking(change).unwrap();
}

fn keys(store: &Store, range: KeyRange<'_>, order: Order) -> String {
    let found = store.read(|tx| pairs(tx, "t", range, order)).unwrap();
    found.iter().map(|(key, _)| String::from_utf8_lossy(key)).collect::<Vec<_>>().join(" ")
}

fn tables_never_written_to_are_empty(store: &Store) {
    assert_eq!(store.read(|tx| tx.get("t", b"k")), Ok(None));
    assert_eq!(store.read(|tx| all(tx, "t")), Ok(vec![]));
    let looked = store.transact_blocking(|tx| {
        Ok::<_, StoreError>((tx.get("t", b"k")?, tx.delete("t", b"k")?, all(tx, "t")?))
    });
    assert_eq!(looked, Ok((None, false, vec![])));
}

fn what_is_put_is_found_replaced_and_deleted(store: &Store) {
    write(store, |tx| tx.put("t", b"k", b"one"));
    assert_eq!(store.read(|tx| tx.get("t", b"k")), Ok(Some(b"one".to_vec())));
    write(store, |tx| tx.put("t", b"k", b"two"));
    assert_eq!(store.read(|tx| tx.get("t", b"k")), Ok(Some(b"two".to_vec())));
    let deleted = store.transact_blocking(|tx| {
        Ok::<_, StoreError>((tx.delete("t", b"k")?, tx.delete("t", b"k")?))
    });
    assert_eq!(deleted, Ok((true, false)));
    assert_eq!(store.read(|tx| tx.get("t", b"k")), Ok(None));
    write(store, |tx| tx.put("t", b"", b""));
    assert_eq!(store.read(|tx| tx.get("t", b"")), Ok(Some(vec![])));
}

fn tables_do_not_see_each_other(store: &Store) {
    write(store, |tx| {
        tx.put("t", b"k", b"of t")?;
        tx.put("u", b"k", b"of u")
    });
    write(store, |tx| tx.delete("u", b"k").map(drop));
    assert_eq!(store.read(|tx| tx.get("t", b"k")), Ok(Some(b"of t".to_vec())));
    assert_eq!(store.read(|tx| all(tx, "u")), Ok(vec![]));
}

type Limit = Bound<&'static [u8]>;

fn ranges_and_orders(store: &Store) {
    write(store, |tx| [b"a", b"b", b"c", b"d"].iter().try_for_each(|key| tx.put("t", *key, b"")));
    let cases: [(Limit, Limit, &str); 9] = [
        (Bound::Unbounded, Bound::Unbounded, "a b c d"),
        (Bound::Included(b"b"), Bound::Excluded(b"d"), "b c"),
        (Bound::Excluded(b"b"), Bound::Included(b"d"), "c d"),
        (Bound::Included(b"bb"), Bound::Unbounded, "c d"),
        (Bound::Unbounded, Bound::Excluded(b"a"), ""),
        (Bound::Included(b"b"), Bound::Included(b"b"), "b"),
        (Bound::Excluded(b"b"), Bound::Excluded(b"b"), ""),
        (Bound::Included(b"b"), Bound::Excluded(b"b"), ""),
        (Bound::Included(b"d"), Bound::Included(b"a"), ""),
    ];
    for (start, end, expected) in cases {
        let range = KeyRange { start, end };
        assert_eq!(keys(store, range, Order::Ascending), expected);
        let backwards: Vec<_> = expected.split(' ').rev().collect();
        assert_eq!(keys(store, range, Order::Descending), backwards.join(" "));
    }
}

fn a_transaction_sees_its_own_writes_in_order(store: &Store) {
    write(store, |tx| {
        [b"b", b"d", b"f", b"h"].iter().try_for_each(|key| tx.put("t", *key, b"old"))
    });
    let seen = store.transact_blocking(|tx| {
        tx.put("t", b"a", b"new")?;
        tx.put("t", b"d", b"new")?;
        tx.delete("t", b"f")?;
        tx.put("t", b"g", b"new")?;
        tx.put("t", b"z", b"new")?;
        tx.delete("t", b"z")?;
        let mut first_two = 0;
        tx.scan("t", KeyRange::ALL, Order::Descending, &mut |_, _| {
            first_two += 1;
            Ok(if first_two < 2 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
        })?;
        let ascending = text(&pairs(tx, "t", KeyRange::between(b"a", b"h"), Order::Ascending)?);
        let descending = text(&pairs(tx, "t", KeyRange::ALL, Order::Descending)?);
        Ok::<_, StoreError>((first_two, ascending, descending, reads_through(tx)?))
    });
    let seen = seen.unwrap();
    assert_eq!(seen.0, 2);
    assert_eq!(seen.1, "a=new b=old d=new g=new");
    assert_eq!(seen.2, "h=old g=new d=new b=old a=new");
    assert_eq!(seen.3, Some(b"new".to_vec()));
    assert_eq!(keys(store, KeyRange::ALL, Order::Ascending), "a b d g h");
}

fn reads_through(tx: &dyn ReadTx) -> Result<Option<Vec<u8>>, StoreError> {
    tx.get("t", b"d")
}

fn text(pairs: &[Pair]) -> String {
    let shown = pairs.iter().map(|(key, value)| {
        format!("{}={}", String::from_utf8_lossy(key), String::from_utf8_lossy(value))
    });
    shown.collect::<Vec<_>>().join(" ")
}

/// A caller's own error, as slices have.
#[derive(Debug, PartialEq)]
enum Refused {
    ByRule,
    ByStore(StoreError),
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Refused {
        Refused::ByStore(error)
    }
}

fn a_failing_closure_leaves_nothing(store: &Store) {
    write(store, |tx| tx.put("t", b"a", b"kept"));
    let refused = store.transact_blocking(|tx| {
        tx.put("t", b"a", b"lost")?;
        tx.put("u", b"b", b"lost")?;
        Err::<(), _>(Refused::ByRule)
    });
    assert_eq!(refused, Err(Refused::ByRule));
    assert_eq!(store.read(|tx| tx.get("t", b"a")), Ok(Some(b"kept".to_vec())));
    assert_eq!(store.read(|tx| tx.get("u", b"b")), Ok(None));
    let refused = store.read(|_| Err::<(), _>(Refused::ByRule));
    assert_eq!(refused, Err(Refused::ByRule));
}

fn a_panicking_closure_leaves_nothing(store: &Store) {
    let outcome = store.transact_blocking(|tx| -> Result<(), StoreError> {
        tx.put("t", b"a", b"lost")?;
        tx.scan("t", KeyRange::ALL, Order::Ascending, &mut |_, _| panic!("on purpose"))
    });
    assert!(matches!(outcome, Err(StoreError::Internal { .. })), "{outcome:?}");
    assert_eq!(store.read(|tx| tx.get("t", b"a")), Ok(None));
    write(store, |tx| tx.put("t", b"a", b"after"));
    assert_eq!(store.read(|tx| tx.get("t", b"a")), Ok(Some(b"after".to_vec())));
}

fn a_snapshot_stays_as_it_was(store: &Store) {
    write(store, |tx| tx.put("t", b"a", b"before"));
    let (first, second) = store
        .read(|tx| {
            let first = all(tx, "t")?;
            write(store, |tx| {
                tx.put("t", b"a", b"after")?;
                tx.put("t", b"b", b"after")
            });
            Ok::<_, StoreError>((first, all(tx, "t")?))
        })
        .unwrap();
    assert_eq!(first, second);
    assert_eq!(keys(store, KeyRange::ALL, Order::Ascending), "a b");
}

fn the_generation_counts_changes(store: &Store) {
    let before = store.generation();
    store.read(|tx| tx.get("t", b"a")).unwrap();
    write(store, |tx| tx.get("t", b"a").map(drop));
    write(store, |tx| tx.delete("t", b"a").map(drop));
    let _ = store.transact_blocking(|tx| {
        tx.put("t", b"a", b"")?;
        Err::<(), _>(Refused::ByRule)
    });
    assert_eq!(store.generation(), before);
    write(store, |tx| tx.put("t", b"a", b""));
    assert_eq!(store.generation(), before + 1);
}

fn transactions_do_not_nest(store: &Store) {
    let other = store.clone();
    let inner = store.transact_blocking(move |tx| {
        tx.put("t", b"a", b"outer")?;
        let inner = other.transact_blocking(|tx| tx.put("t", b"a", b"inner"));
        Ok::<_, StoreError>((inner, other.read(|tx| tx.get("t", b"a"))))
    });
    let (inner, committed) = inner.unwrap();
    assert!(matches!(inner, Err(StoreError::Internal { .. })), "{inner:?}");
    assert_eq!(committed, Ok(None), "beside the transaction, the last commit is read");
    assert_eq!(store.read(|tx| tx.get("t", b"a")), Ok(Some(b"outer".to_vec())));
}

fn sizes_have_limits(store: &Store) {
    write(store, |tx| {
        tx.put("t", &[7; MAX_KEY_BYTES], b"longest")?;
        tx.put("t", b"largest", &vec![7; MAX_VALUE_BYTES])
    });
    let found = store.read(|tx| tx.get("t", &[7; MAX_KEY_BYTES]));
    assert_eq!(found, Ok(Some(b"longest".to_vec())));
    let found = store.read(|tx| tx.get("t", b"largest")).unwrap();
    assert_eq!(found, Some(vec![7; MAX_VALUE_BYTES]));
    let key = store.transact_blocking(|tx| tx.put("t", &[7; MAX_KEY_BYTES + 1], b""));
    assert!(matches!(key, Err(StoreError::TooLarge { table: "t", .. })), "{key:?}");
    let value = store.transact_blocking(|tx| tx.put("t", b"", &vec![7; MAX_VALUE_BYTES + 1]));
    assert!(matches!(value, Err(StoreError::TooLarge { table: "t", .. })), "{value:?}");
}

fn a_closed_store_refuses(store: Store) {
    let other = store.clone();
    store.close().unwrap();
    let reading = failure(other.read(|tx| tx.get("t", b"a")));
    assert!(matches!(reading, StoreError::Unavailable { .. }), "{reading:?}");
    let writing = failure(other.transact_blocking(|tx| tx.put("t", b"a", b"")));
    assert!(matches!(writing, StoreError::Unavailable { .. }), "{writing:?}");
}
