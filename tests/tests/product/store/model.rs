//! The store against a map in memory, over random transactions that share commits.

use std::collections::BTreeMap;
use std::ops::{Bound, ControlFlow};

use backend::store::{KeyRange, Order, Store, StoreError, WriteTx};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::store::groups::{hold, queue, release};
use crate::store::open;

type Model = BTreeMap<(usize, Vec<u8>), Vec<u8>>;
type Limits = (Bound<Vec<u8>>, Bound<Vec<u8>>);

const TABLES: [&str; 2] = ["first", "second"];

#[derive(Debug, Clone)]
enum Op {
    Put(usize, Vec<u8>, Vec<u8>),
    Delete(usize, Vec<u8>),
    Get(usize, Vec<u8>),
    Scan(usize, Limits, Order, usize),
}

#[derive(Debug, Clone)]
struct Transaction {
    ops: Vec<Op>,
    fails: bool,
}

/// What an operation showed.
#[derive(Debug, Clone, PartialEq)]
enum Seen {
    Nothing,
    Deleted(bool),
    Got(Option<Vec<u8>>),
    Scanned(Vec<(Vec<u8>, Vec<u8>)>),
}

/// Few and short keys, so that they meet; zeros and 255s, where encodings go wrong.
fn keys() -> impl Strategy<Value = Vec<u8>> {
    vec(prop_oneof![Just(0), Just(1), Just(0x7F), Just(0xFF)], 0..3)
}

fn bounds() -> impl Strategy<Value = Bound<Vec<u8>>> {
    prop_oneof![
        Just(Bound::Unbounded),
        keys().prop_map(Bound::Included),
        keys().prop_map(Bound::Excluded)
    ]
}

fn ops() -> impl Strategy<Value = Op> {
    let table = || 0..TABLES.len();
    let order = prop_oneof![Just(Order::Ascending), Just(Order::Descending)];
    prop_oneof![
        4 => (table(), keys(), vec(any::<u8>(), 0..4)).prop_map(|(t, k, v)| Op::Put(t, k, v)),
        2 => (table(), keys()).prop_map(|(t, k)| Op::Delete(t, k)),
        1 => (table(), keys()).prop_map(|(t, k)| Op::Get(t, k)),
        3 => (table(), (bounds(), bounds()), order, 1..6_usize)
            .prop_map(|(t, limits, order, most)| Op::Scan(t, limits, order, most)),
    ]
}

fn groups() -> impl Strategy<Value = Vec<Vec<Transaction>>> {
    let transaction = (vec(ops(), 0..12), prop::bool::weighted(0.25))
        .prop_map(|(ops, fails)| Transaction { ops, fails });
    vec(vec(transaction, 1..5), 1..5)
}

fn run(tx: &mut dyn WriteTx, op: &Op) -> Result<Seen, StoreError> {
    Ok(match op {
        Op::Put(table, key, value) => {
            tx.put(TABLES[*table], key, value)?;
            Seen::Nothing
        }
        Op::Delete(table, key) => Seen::Deleted(tx.delete(TABLES[*table], key)?),
        Op::Get(table, key) => Seen::Got(tx.get(TABLES[*table], key)?),
        Op::Scan(table, (start, end), order, most) => {
            let range = KeyRange {
                start: start.as_ref().map(Vec::as_slice),
                end: end.as_ref().map(Vec::as_slice),
            };
            let mut found = Vec::new();
            tx.scan(TABLES[*table], range, *order, &mut |key, value| {
                found.push((key.to_vec(), value.to_vec()));
                let more = found.len() < *most;
                Ok(if more { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
            })?;
            Seen::Scanned(found)
        }
    })
}

fn within((start, end): &Limits, key: &Vec<u8>) -> bool {
    let after_start = match start {
        Bound::Included(start) => key >= start,
        Bound::Excluded(start) => key > start,
        Bound::Unbounded => true,
    };
    let before_end = match end {
        Bound::Included(end) => key <= end,
        Bound::Excluded(end) => key < end,
        Bound::Unbounded => true,
    };
    after_start && before_end
}

fn run_on_model(model: &mut Model, op: &Op) -> Seen {
    match op {
        Op::Put(table, key, value) => {
            model.insert((*table, key.clone()), value.clone());
            Seen::Nothing
        }
        Op::Delete(table, key) => Seen::Deleted(model.remove(&(*table, key.clone())).is_some()),
        Op::Get(table, key) => Seen::Got(model.get(&(*table, key.clone())).cloned()),
        Op::Scan(table, limits, order, most) => {
            let mut found: Vec<_> = model
                .iter()
                .filter(|((of, key), _)| of == table && within(limits, key))
                .map(|((_, key), value)| (key.clone(), value.clone()))
                .collect();
            if *order == Order::Descending {
                found.reverse();
            }
            found.truncate(*most);
            Seen::Scanned(found)
        }
    }
}

fn agrees_with_the_model(store: &Store, groups: &[Vec<Transaction>]) {
    let mut model = Model::new();
    for group in groups {
        let gate = hold(store);
        let pending = group
            .iter()
            .map(|Transaction { ops, fails }| {
                let (ops, fails) = (ops.clone(), *fails);
                queue(store, move |tx| {
                    let seen = ops.iter().map(|op| run(tx, op)).collect::<Result<Vec<_>, _>>()?;
                    // A failure carries what was seen, to be compared as well.
                    if fails {
                        return Err(StoreError::Internal { detail: format!("{seen:?}") });
                    }
                    Ok(seen)
                })
            })
            .collect();
        for (answer, transaction) in release(gate, pending).into_iter().zip(group) {
            let mut after = model.clone();
            let seen: Vec<_> =
                transaction.ops.iter().map(|op| run_on_model(&mut after, op)).collect();
            if transaction.fails {
                let detail = format!("{seen:?}");
                assert_eq!(answer, Err(StoreError::Internal { detail }));
            } else {
                assert_eq!(answer, Ok(seen));
                model = after;
            }
        }
        assert_eq!(contents(store), model);
    }
}

fn contents(store: &Store) -> Model {
    let mut found = Model::new();
    for (number, table) in TABLES.into_iter().enumerate() {
        for (key, value) in store.read(|tx| crate::store::all(tx, table)).unwrap() {
            found.insert((number, key), value);
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn memory_agrees_with_the_model(groups in groups()) {
        agrees_with_the_model(&Store::in_memory().unwrap(), &groups);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_file_agrees_with_the_model(groups in groups()) {
        let folder = tempfile::tempdir().unwrap();
        agrees_with_the_model(&open(&folder.path().join("a.redb")), &groups);
    }
}
