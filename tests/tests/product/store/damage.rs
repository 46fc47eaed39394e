//! Files that are not stores, or no longer whole: refused with advice, or read exactly as written.

use std::cell::Cell;
use std::fs;
use std::path::Path;

use backend::store::{Options, Store, StoreError};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use crate::store::{Pair, all, failure, open};

fn refused(path: &Path) -> StoreError {
    let refused = failure(Store::open(path, Options::default()));
    assert!(matches!(refused, StoreError::Corrupt { .. }), "{refused:?}");
    assert!(refused.to_string().contains("restore it from a backup"), "{refused}");
    refused
}

#[test]
fn what_is_not_a_store_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.redb");
    let texts: [&[u8]; 4] = [b"", b"short", &[0; 100_000], &[b'x'; 100_000]];
    for text in texts {
        fs::write(&path, text).unwrap();
        refused(&path);
        assert_eq!(fs::read(&path).unwrap(), text, "a refused file is left as it was");
    }
}

#[derive(Debug, Clone)]
enum Harm {
    Flip { at: usize, bit: u32 },
    Zero { page: usize },
    Swap { page: usize, other: usize },
    Cut { at: usize },
    Extend { bytes: usize },
}

const PAGE: usize = 4096;
const CASES: u32 = 400;

fn harms(length: usize) -> impl Strategy<Value = Harm> {
    let page = move || 0..length / PAGE;
    prop_oneof![
        4 => (0..length, 0..8_u32).prop_map(|(at, bit)| Harm::Flip { at, bit }),
        2 => (0..512_usize, 0..8_u32).prop_map(|(at, bit)| Harm::Flip { at, bit }),
        2 => page().prop_map(|page| Harm::Zero { page }),
        2 => (page(), page()).prop_map(|(page, other)| Harm::Swap { page, other }),
        2 => (0..length).prop_map(|at| Harm::Cut { at }),
        1 => (1..3 * PAGE).prop_map(|bytes| Harm::Extend { bytes }),
    ]
}

fn harmed(mut bytes: Vec<u8>, harm: &Harm) -> Vec<u8> {
    let page = |page: usize| page * PAGE..(page + 1) * PAGE;
    match *harm {
        Harm::Flip { at, bit } => bytes[at] ^= 1 << bit,
        Harm::Zero { page: which } => bytes[page(which)].fill(0),
        Harm::Swap { page: one, other } => {
            let kept = bytes[page(one)].to_vec();
            bytes.copy_within(page(other), one * PAGE);
            bytes[page(other)].copy_from_slice(&kept);
        }
        Harm::Cut { at } => bytes.truncate(at),
        Harm::Extend { bytes: more } => bytes.extend(vec![0xA5; more]),
    }
    bytes
}

/// Opens what is left and reads it all.
fn read_all(path: &Path) -> Result<Vec<Pair>, StoreError> {
    let store = Store::open(path, Options::default())?;
    store.read(|tx| all(tx, "t"))
}

#[test]
fn a_damaged_store_is_refused_or_read_exactly() {
    let folder = tempfile::tempdir().unwrap();
    let (whole, path) = (folder.path().join("whole.redb"), folder.path().join("a.redb"));
    let store = open(&whole);
    for round in 0..8_u8 {
        let write = move |tx: &mut dyn backend::store::WriteTx| {
            (0..100_u8).try_for_each(|row| tx.put("t", &[row, round % 4], &[row ^ round; 90]))
        };
        store.transact_blocking(write).unwrap();
    }
    store.close().unwrap();
    let (bytes, expected) = (fs::read(&whole).unwrap(), read_all(&whole).unwrap());

    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(CASES) };
    let mut runner = TestRunner::new_with_rng(config, rng);
    let refusals = Cell::new(0);
    runner
        .run(&harms(bytes.len()), |harm| {
            fs::write(&path, harmed(bytes.clone(), &harm)).unwrap();
            match read_all(&path) {
                Ok(found) => prop_assert_eq!(&found, &expected),
                Err(StoreError::Corrupt { .. }) => refusals.set(refusals.get() + 1),
                Err(other) => prop_assert!(false, "unclear refusal: {:?}", other),
            }
            Ok(())
        })
        .unwrap();
    // Much of a young file is unused, and repair mends some harm: the rest must be noticed.
    assert!(refusals.get() > CASES / 20, "only {} of {CASES} were noticed", refusals.get());
}
