//! What concerns files: who may open one, what is there when it is opened again, backups.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use backend::store::{Options, Order, Span, Store, StoreError, Table, manifest_path};

use crate::store::{failure, open};

const ROWS: Table<u64, String> = Table::new("rows");
const COUNT: Table<(), u64> = Table::new("count");

/// A row and the count of rows, which must always agree.
fn add_row(store: &Store) -> u64 {
    store
        .transact_blocking(|tx| {
            let count = COUNT.get(tx, &())?.unwrap_or(0) + 1;
            ROWS.put(tx, &count, &format!("row {count}"))?;
            COUNT.put(tx, &(), &count)?;
            Ok::<_, StoreError>(count)
        })
        .unwrap()
}

fn add_rows(store: &Store, rows: u32) {
    for _ in 0..rows {
        add_row(store);
    }
}

/// How many rows there are, once it is sure that all of them are there.
fn rows(store: &Store) -> u64 {
    let (rows, count) = store
        .read(|tx| {
            let rows = ROWS.collect(tx, &Span::all(), Order::Ascending)?;
            Ok::<_, StoreError>((rows, COUNT.get(tx, &())?.unwrap_or(0)))
        })
        .unwrap();
    let expected: Vec<_> = (1..=count).map(|row| (row, format!("row {row}"))).collect();
    assert_eq!(rows, expected);
    count
}

#[test]
fn a_second_opening_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.redb");
    let store = open(&path);
    let refused = failure(Store::open(&path, Options::default()));
    assert_eq!(refused, StoreError::InUse { path: path.clone() });
    assert!(refused.to_string().contains("a.redb is in use"), "{refused}");
    drop(store);
    open(&path);
}

#[test]
fn everything_is_there_after_reopening() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.redb");
    let store = open(&path);
    add_rows(&store, 20);
    store.close().unwrap();
    let store = open(&path);
    assert_eq!(rows(&store), 20);
    let stats = store.stats().unwrap();
    let names: Vec<_> =
        stats.tables.iter().map(|table| (table.name.as_str(), table.rows)).collect();
    assert_eq!(names, [("count", 1), ("meta", 1), ("rows", 20)]);
    assert_eq!(stats.file_bytes, fs::metadata(&path).unwrap().len());
    assert_eq!(stats.read_only, None);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("missing/a.redb");
    let refused = failure(Store::open(&path, Options::default()));
    assert!(matches!(&refused, StoreError::Io { .. }), "{refused:?}");
    assert!(refused.to_string().contains("missing/a.redb"), "{refused}");
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("a.redb"), folder.path().join("a.backup"));
    open(&path).backup(&copy).unwrap();
    for file in [path, copy] {
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o077, 0, "{file:?}");
    }
}

#[test]
fn check_and_compact_keep_everything() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&folder.path().join("a.redb"));
    add_rows(&store, 20);
    let report = store.check().unwrap();
    assert!(!report.repaired);
    assert_eq!(report.tables.len(), 3);
    let report = store.compact().unwrap();
    assert!(report.bytes_after <= report.bytes_before, "{report:?}");
    assert_eq!(rows(&store), 20);
    assert_eq!(add_row(&store), 21);
}

#[test]
fn maintenance_gives_way_to_a_reader() {
    let store = Store::in_memory().unwrap();
    let refused = store.read(|_| Ok::<_, StoreError>(store.compact())).unwrap();
    assert_eq!(refused, Err(StoreError::Busy));
    store.compact().unwrap();
}

#[test]
fn a_backup_made_while_writing_is_one_moment() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&folder.path().join("a.redb"));
    let (done, written) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let writers: Vec<_> = (0..4)
        .map(|_| {
            let (store, done, written) = (store.clone(), Arc::clone(&done), Arc::clone(&written));
            std::thread::spawn(move || {
                while !done.load(Ordering::Relaxed) {
                    written.fetch_max(add_row(&store), Ordering::SeqCst);
                }
            })
        })
        .collect();
    let mut least = Vec::new();
    for number in 0..5 {
        while written.load(Ordering::SeqCst) < 30 * (number + 1) {
            std::thread::yield_now();
        }
        least.push(written.load(Ordering::SeqCst));
        store.backup(&folder.path().join(format!("{number}.backup"))).unwrap();
    }
    done.store(true, Ordering::Relaxed);
    writers.into_iter().for_each(|writer| writer.join().unwrap());
    for (number, least) in least.into_iter().enumerate() {
        let restored = folder.path().join(format!("{number}.redb"));
        let from = folder.path().join(format!("{number}.backup"));
        let report = Store::restore(&from, &restored, false).unwrap();
        let found = rows(&open(&restored));
        assert!(found >= least, "backup {number} lost acknowledged rows: {found} of {least}");
        let counted = report.tables.iter().find(|table| table.name == "rows").unwrap();
        assert_eq!(counted.rows, found);
    }
}

/// A store with three rows and its backup.
fn backed_up(folder: &tempfile::TempDir) -> (std::path::PathBuf, std::path::PathBuf) {
    let (path, copy) = (folder.path().join("a.redb"), folder.path().join("a.backup"));
    let store = open(&path);
    add_rows(&store, 3);
    store.backup(&copy).unwrap();
    store.close().unwrap();
    (path, copy)
}

#[test]
fn a_backup_takes_nobodys_place() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = backed_up(&folder);
    let store = open(&path);
    assert_eq!(store.backup(&copy), Err(StoreError::Exists { path: copy }));
    assert_eq!(store.backup(&path), Err(StoreError::Exists { path }));
}

#[test]
fn the_manifest_is_what_sha256sum_writes() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = backed_up(&folder);
    let copy = folder.path().join("b.backup");
    let report = open(&path).backup(&copy).unwrap();
    let manifest = fs::read_to_string(manifest_path(&copy)).unwrap();
    assert_eq!(manifest, format!("{}  b.backup\n", report.sha256));
    assert_eq!(report.bytes, fs::metadata(&copy).unwrap().len());
}

#[test]
fn a_restore_sets_the_old_store_aside() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = backed_up(&folder);
    let store = open(&path);
    assert_eq!(add_row(&store), 4);
    let in_use = StoreError::InUse { path: path.clone() };
    assert_eq!(Store::restore(&copy, &path, true), Err(in_use));
    store.close().unwrap();
    let exists = StoreError::Exists { path: path.clone() };
    assert_eq!(Store::restore(&copy, &path, false), Err(exists));

    Store::restore(&copy, &path, true).unwrap();
    assert_eq!(rows(&open(&path)), 3);
    assert_eq!(rows(&open(&folder.path().join("a.redb.replaced"))), 4);
}

#[test]
fn a_backup_is_restored_over_a_damaged_store() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = backed_up(&folder);
    fs::write(&path, "no longer a store").unwrap();
    Store::restore(&copy, &path, true).unwrap();
    assert_eq!(rows(&open(&path)), 3);
}

#[test]
fn a_backup_that_does_not_agree_with_its_manifest_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (_, copy) = backed_up(&folder);
    let target = folder.path().join("b.redb");
    let refused = |case: &str, words: &str| {
        let refused = failure(Store::restore(&copy, &target, false));
        assert!(matches!(&refused, StoreError::BadBackup { .. }), "{case}: {refused:?}");
        assert!(refused.to_string().contains(words), "{case}: {refused}");
        assert!(!target.exists(), "{case}: nothing is put in place");
    };
    let (bytes, manifest) = (fs::read(&copy).unwrap(), fs::read(manifest_path(&copy)).unwrap());

    let mut altered = bytes.clone();
    *altered.last_mut().unwrap() ^= 1;
    fs::write(&copy, altered).unwrap();
    refused("one bit flipped", "its manifest says");
    fs::write(&copy, &bytes[..bytes.len() / 2]).unwrap();
    refused("cut in half", "its manifest says");
    fs::write(&copy, &bytes).unwrap();
    fs::write(manifest_path(&copy), "gone").unwrap();
    refused("no digest", "holds no SHA-256");
    fs::remove_file(manifest_path(&copy)).unwrap();
    refused("no manifest", "copy it along");

    fs::write(manifest_path(&copy), manifest).unwrap();
    Store::restore(&copy, &target, false).unwrap();
    assert_eq!(rows(&open(&target)), 3);
}
