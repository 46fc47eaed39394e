//! Keys, spans, tables and indexes.

use std::cmp::Reverse;
use std::fmt::Debug;

use backend::store::key::{from_bytes, to_bytes};
use backend::store::{Index, Key, Order, Span, Store, StoreError, Table, WriteTx};
use proptest::prelude::*;

use crate::store::failure;

fn keeps_order<K: Key + Ord + Debug>(a: K, b: K) {
    let (bytes_a, bytes_b) = (to_bytes(&a), to_bytes(&b));
    assert_eq!(bytes_a.cmp(&bytes_b), a.cmp(&b), "{a:?} {b:?}");
    assert_eq!(from_bytes::<K>(&bytes_a), Ok(a));
    assert_eq!(from_bytes::<K>(&bytes_b), Ok(b));
}

/// Texts and bytes rich in the values that escapes are about.
fn tricky_bytes() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(prop_oneof![Just(0), Just(1), Just(0xFE), Just(0xFF)], 0..5)
}

proptest! {
    #[test]
    fn numbers_keep_their_order(a: (u8, u16, u32, u64), b: (u8, u16, u32, u64)) {
        keeps_order(a, b);
    }

    #[test]
    fn signed_and_wide_numbers_keep_their_order(a: (i32, i64, u128), b: (i32, i64, u128)) {
        keeps_order(a, b);
        keeps_order((a.0.signum(), a.1), (b.0.signum(), b.1));
    }

    #[test]
    fn bytes_and_texts_keep_their_order(
        a in (tricky_bytes(), "[\0\u{1}a\u{7F}é]{0,3}", any::<[u8; 2]>()),
        b in (tricky_bytes(), "[\0\u{1}a\u{7F}é]{0,3}", any::<[u8; 2]>()),
    ) {
        keeps_order(a, b);
    }

    #[test]
    fn descending_parts_keep_their_order(
        a in (tricky_bytes(), any::<i64>(), 0..2_u8, any::<bool>()),
        b in (tricky_bytes(), any::<i64>(), 0..2_u8, any::<bool>()),
    ) {
        let mixed = |(bytes, number, small, flag)| {
            (small, Reverse(bytes), flag, Reverse((Reverse(number), small)), number)
        };
        keeps_order(mixed(a), mixed(b));
    }

    #[test]
    fn no_bytes_make_decoding_panic(bytes: Vec<u8>) {
        let _ = from_bytes::<(String, Reverse<Vec<u8>>, i64)>(&bytes);
        let _ = from_bytes::<(bool, Reverse<String>, [u8; 3], u128)>(&bytes);
    }
}

#[test]
fn broken_keys_are_refused() {
    let cases: [(Result<(), StoreError>, &str); 5] = [
        (from_bytes::<u32>(&[1, 2]).map(drop), "ends 2 bytes early"),
        (from_bytes::<u16>(&[1, 2, 3]).map(drop), "1 bytes too many"),
        (from_bytes::<String>(&[0xC3, 0, 0]).map(drop), "not UTF-8"),
        (from_bytes::<Vec<u8>>(&[5, 0, 7]).map(drop), "escape 0x07"),
        (from_bytes::<bool>(&[2]).map(drop), "neither false nor true"),
    ];
    for (outcome, words) in cases {
        let refused = failure(outcome).to_string();
        assert!(refused.contains(words), "{refused}");
    }
}

type Hearing = (String, u32, Reverse<u64>);

const HEARINGS: Index<Hearing> = Index::new("hearings");

fn hearings(store: &Store, span: &Span<Hearing>, order: Order) -> String {
    let found = store.read(|tx| HEARINGS.collect(tx, span, order)).unwrap();
    let shown = found.iter().map(|(office, year, number)| format!("{office}{year}.{}", number.0));
    shown.collect::<Vec<_>>().join(" ")
}

#[test]
fn spans_select_by_leading_parts() {
    let store = Store::in_memory().unwrap();
    let fill = |tx: &mut dyn WriteTx| {
        for office in ["A", "AB", "B"] {
            for (year, number) in [(1, 1), (1, 2), (2, 1), (u32::MAX, 7)] {
                HEARINGS.put(tx, &(office.to_owned(), year, Reverse(number)))?;
            }
        }
        Ok::<_, StoreError>(())
    };
    store.transact_blocking(fill).unwrap();
    let (a, b) = ("A".to_owned(), "B".to_owned());
    let last = u32::MAX;
    let cases = [
        (Span::prefix(&a), format!("A1.2 A1.1 A2.1 A{last}.7")),
        (Span::prefix(&(a.clone(), 1_u32)), "A1.2 A1.1".to_owned()),
        (Span::prefix(&(a.clone(), last)), format!("A{last}.7")),
        (Span::prefix(&(a.clone(), 2_u32, Reverse(1_u64))), "A2.1".to_owned()),
        (Span::prefix(&"C".to_owned()), String::new()),
        (Span::between(&(a.clone(), 2_u32), &"AB".to_owned()), format!("A2.1 A{last}.7")),
        (Span::from(&(b.clone(), 2_u32)), format!("B2.1 B{last}.7")),
        (Span::until(&(a, 1_u32)), String::new()),
    ];
    for (span, expected) in cases {
        assert_eq!(hearings(&store, &span, Order::Ascending), expected, "{span:?}");
    }
    let newest = hearings(&store, &Span::prefix(&(b, 1_u32)), Order::Descending);
    assert_eq!(newest, "B1.1 B1.2");
}

const WORDS: Table<(u32, u32), String> = Table::new("words");

fn word_store() -> Store {
    let store = Store::in_memory().unwrap();
    let fill = |tx: &mut dyn WriteTx| {
        (0..10).try_for_each(|n| WORDS.put(tx, &(n / 5, n), &format!("word {n}")))
    };
    store.transact_blocking(fill).unwrap();
    store
}

/// The numbers on each page, with a filter that keeps even ones.
fn pages(store: &Store, order: Order, limit: usize) -> Vec<Vec<u32>> {
    let (mut pages, mut cursor) = (Vec::new(), None);
    loop {
        let page = store
            .read(|tx| {
                let even = |key: &(u32, u32), _: &String| key.1.is_multiple_of(2);
                WORDS.page(tx, Span::all(), order, cursor.as_ref(), limit, even)
            })
            .unwrap();
        pages.push(page.items.iter().map(|(key, _)| key.1).collect());
        match page.next {
            Some(next) => cursor = Some(next),
            None => return pages,
        }
    }
}

#[test]
fn pages_follow_one_another() {
    let store = word_store();
    assert_eq!(pages(&store, Order::Ascending, 2), [vec![0, 2], vec![4, 6], vec![8]]);
    assert_eq!(pages(&store, Order::Descending, 4), [vec![8, 6, 4, 2], vec![0]]);
    assert_eq!(pages(&store, Order::Ascending, 5), [vec![0, 2, 4, 6, 8]]);
    let page = store.read(|tx| {
        WORDS.page(tx, Span::prefix(&1_u32), Order::Descending, Some(&(1, 7)), 9, |_, _| true)
    });
    let numbers: Vec<_> = page.unwrap().items.into_iter().map(|(key, _)| key.1).collect();
    assert_eq!(numbers, [6, 5]);
}

#[test]
fn ends_counts_and_presence() {
    let store = word_store();
    let found = store.read(|tx| {
        assert_eq!(WORDS.last(tx)?, Some(((1, 9), "word 9".to_owned())));
        let first = WORDS.first(tx, &Span::prefix(&1_u32), Order::Ascending)?;
        assert_eq!(first, Some(((1, 5), "word 5".to_owned())));
        assert!(WORDS.exists(tx, &(0, 0))? && !WORDS.exists(tx, &(0, 9))?);
        assert_eq!(WORDS.count(tx, &Span::prefix(&0_u32), 3)?, 3);
        assert_eq!(WORDS.count(tx, &Span::prefix(&0_u32), 30)?, 5);
        WORDS.count(tx, &Span::all(), 0)
    });
    assert_eq!(found, Ok(0));
}
