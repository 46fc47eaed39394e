//! Power cuts, failing disks and full disks.

mod disk;

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::PathBuf;

use ::redb::Builder;

use super::Redb;
use super::failure::guarded;
use crate::store::{Order, Span, Store, StoreError, Table};
use disk::Disk;

const LEFT: Table<u64, String> = Table::new("left");
const RIGHT: Table<u64, String> = Table::new("right");
const COUNT: Table<(), u64> = Table::new("count");

/// A small generator of reproducible chance.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) % limit
    }
}

fn open(disk: &Disk) -> Result<Store, StoreError> {
    let disk = disk.clone();
    let path = PathBuf::from("simulated");
    let open = move || {
        let mut builder = Builder::new();
        // Less than the data, so that pages are read from the disk as well.
        builder.set_cache_size(64 * 1024).set_check_integrity_on_open(true);
        guarded("simulated".as_ref(), || builder.create_with_backend(disk.clone()))
    };
    Ok(Store::over(Redb::start(path, Box::new(open))?))
}

fn text_of(id: u64) -> String {
    format!("record {id} ").repeat(1 + id as usize % 200)
}

/// One write that spans three tables.
fn write(store: &Store, id: u64) -> Result<(), StoreError> {
    store.transact_blocking(move |tx| {
        LEFT.put(tx, &id, &text_of(id))?;
        RIGHT.put(tx, &id, &text_of(id))?;
        let count = COUNT.get(tx, &())?.unwrap_or(0) + 1;
        COUNT.put(tx, &(), &count)
    })
}

/// The ids of all writes, once it is sure that none is half there.
fn written(store: &Store) -> Result<BTreeSet<u64>, StoreError> {
    store.read(|tx| {
        let left = LEFT.collect(tx, &Span::all(), Order::Ascending)?;
        assert_eq!(left, RIGHT.collect(tx, &Span::all(), Order::Ascending)?);
        assert!(left.iter().all(|(id, text)| *text == text_of(*id)));
        assert_eq!(COUNT.get(tx, &())?.unwrap_or(0), left.len() as u64);
        Ok(left.into_iter().map(|(id, _)| id).collect())
    })
}

#[test]
fn a_power_cut_loses_nothing_acknowledged() {
    const SCENARIOS: u64 = 40;
    const OUTCOMES: u64 = 12;
    let mut chance = Chance(43);
    for _ in 0..SCENARIOS {
        let disk = Disk::default();
        let store = open(&disk).unwrap();
        disk.cut_at(disk.operations() + 1 + chance.below(400));
        let mut acknowledged = BTreeSet::new();
        let cut = (1..)
            .find_map(|id| {
                write(&store, id).unwrap();
                if disk.cut().is_none() {
                    acknowledged.insert(id);
                }
                disk.cut()
            })
            .unwrap();
        for _ in 0..OUTCOMES {
            let odds = chance.below(5);
            let left = cut.leaves(|| chance.below(4) < odds);
            let found = written(&open(&Disk::holding(left)).unwrap()).unwrap();
            assert!(found.is_superset(&acknowledged), "{found:?} lacks some of {acknowledged:?}");
        }
    }
}

const WRITES: u64 = 6;

/// What came of some writes on a disk that fails once.
struct Outcome {
    acknowledged: BTreeSet<u64>,
    errors: Vec<StoreError>,
}

fn some_writes(store: &Store) -> Outcome {
    let mut outcome = Outcome { acknowledged: BTreeSet::new(), errors: Vec::new() };
    for id in 1..=WRITES {
        match write(store, id) {
            Ok(()) => drop(outcome.acknowledged.insert(id)),
            Err(error) => outcome.errors.push(error),
        }
    }
    outcome
}

/// Runs the writes once for each operation they need, that one failing.
fn with_each_operation_failing(kind: ErrorKind, judge: impl Fn(u64, &Store, &Outcome)) {
    let whole = Disk::default();
    let store = open(&whole).unwrap();
    assert_eq!(some_writes(&store).errors, []);
    let operations = whole.operations();
    for number in 1..=operations {
        let disk = Disk::default();
        disk.fail_at(number, kind);
        let store = match open(&disk) {
            Ok(store) => store,
            Err(StoreError::Io { .. } | StoreError::Full | StoreError::Corrupt { .. }) => continue,
            Err(other) => panic!("operation {number}: unclear {other:?}"),
        };
        let outcome = some_writes(&store);
        judge(number, &store, &outcome);
        // The machine goes down as well: only what was synced is left.
        let left = disk.cut_now().leaves(|| false);
        let found = written(&open(&Disk::holding(left)).unwrap()).unwrap();
        assert!(found.is_superset(&outcome.acknowledged), "operation {number}: {found:?}");
    }
}

#[test]
fn after_a_failed_operation_nothing_is_acknowledged_any_more() {
    with_each_operation_failing(ErrorKind::Other, |number, store, outcome| {
        let Some((first, later)) = outcome.errors.split_first() else {
            return;
        };
        let seen = format!("operation {number}: {:?}", outcome.errors);
        assert!(matches!(first, StoreError::Unavailable { .. } | StoreError::Io { .. }), "{seen}");
        assert!(later.iter().all(|it| matches!(it, StoreError::ReadOnly { .. })), "{seen}");
        let expected: BTreeSet<u64> = (1..=WRITES - outcome.errors.len() as u64).collect();
        assert_eq!(outcome.acknowledged, expected, "{seen}");
        let stats = store.stats();
        assert!(stats.is_err() || stats.is_ok_and(|stats| stats.read_only.is_some()), "{seen}");
    });
}

#[test]
fn when_there_is_room_again_writing_goes_on_by_itself() {
    with_each_operation_failing(ErrorKind::StorageFull, |number, store, outcome| {
        assert!(outcome.errors.iter().all(|it| *it == StoreError::Full), "{:?}", outcome.errors);
        assert!(outcome.errors.len() <= 1, "operation {number}: {:?}", outcome.errors);
        // A commit refused at its last step may have been made all the same.
        let found = written(store).unwrap();
        let unconfirmed = found.difference(&outcome.acknowledged).count();
        assert!(found.is_superset(&outcome.acknowledged), "operation {number}: {found:?}");
        assert!(unconfirmed <= outcome.errors.len(), "operation {number}: {found:?}");
    });
}

/// Lets several write at a time, each counting on from what it saw; what was acknowledged.
fn crowd(store: &Store) -> BTreeSet<u64> {
    std::thread::scope(|scope| {
        let writers: Vec<_> = (0..8)
            .map(|writer| {
                let ids = (0..6).map(move |turn| writer * 100 + turn);
                scope.spawn(move || ids.filter(|id| write(store, *id).is_ok()).collect::<Vec<_>>())
            })
            .collect();
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    })
}

#[test]
fn what_was_run_over_a_failed_group_fails_with_it() {
    let mut chance = Chance(44);
    for number in (0..40).map(|_| 20 + chance.below(400)) {
        let disk = Disk::default();
        let store = open(&disk).unwrap();
        disk.fail_at(disk.operations() + number, ErrorKind::Other);
        let acknowledged = crowd(&store);
        let left = disk.cut_now().leaves(|| false);
        let found = written(&open(&Disk::holding(left)).unwrap()).unwrap();
        assert!(found.is_superset(&acknowledged), "operation {number}: {found:?}");
    }
}

#[test]
fn what_was_run_over_a_group_without_room_fails_with_it() {
    let mut chance = Chance(45);
    for room in (0..40).map(|_| chance.below(200) as usize) {
        let disk = Disk::default();
        let store = open(&disk).unwrap();
        disk.limit(Some(disk.blocks() + room));
        let acknowledged = crowd(&store);
        assert_eq!(written(&store).unwrap(), acknowledged, "room for {room}");
        disk.limit(None);
        write(&store, 1_000_000).unwrap();
        assert!(written(&store).unwrap().is_superset(&acknowledged), "room for {room}");
    }
}

#[test]
fn a_full_disk_is_still_read() {
    let disk = Disk::default();
    let store = open(&disk).unwrap();
    write(&store, 1).unwrap();
    disk.limit(Some(disk.blocks() + 40));
    let mut acknowledged = BTreeSet::from([1]);
    let mut refusals = 0;
    for id in 2.. {
        match write(&store, id) {
            Ok(()) => drop(acknowledged.insert(id)),
            Err(StoreError::Full) => refusals += 1,
            Err(other) => panic!("{other:?}"),
        }
        assert_eq!(written(&store).unwrap(), acknowledged);
        if refusals == 5 {
            break;
        }
    }
    disk.limit(None);
    write(&store, 1_000_000).unwrap();
    acknowledged.insert(1_000_000);
    assert_eq!(written(&store).unwrap(), acknowledged);
}
