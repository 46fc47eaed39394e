//! The index: what is put in is found, what is taken out leaves nothing, and nobody finds what they may not see.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use shared::ids::{CompanyId, RequestId};
use shared::sections::Subject;

use crate::search::Doc;
use crate::search::find::search;
use crate::search::index::{enter_request, put, remove, withdraw_request};
use crate::search::query::Query;
use crate::search::table::{ASKED, DOCS, HERE, NEAR, NUMBER_OF, WORDS};
use crate::search::text;
use crate::search::visible::Visible;
use crate::store::{KeyRange, Order, Store, StoreError};

fn id(number: u128) -> CompanyId {
    CompanyId::from_u128(number)
}

/// Something of a company; number nought is the company itself.
fn doc(company: u128, number: u32, words: &str) -> Doc {
    let subject = (number > 0).then(|| Subject { section: 20, key: format!("k{number}") });
    Doc {
        company: id(company),
        subject,
        title: words.to_owned(),
        detail: String::new(),
        terms: vec![words.to_owned()],
    }
}

fn stored(docs: Vec<Doc>) -> Store {
    let store = Store::in_memory().unwrap();
    store.transact_blocking(move |tx| docs.iter().try_for_each(|doc| put(tx, doc))).unwrap();
    store
}

type Found = BTreeSet<(u128, Option<String>)>;

/// What somebody who sees these companies finds, whichever way the search goes about it.
fn found(store: &Store, companies: &[u128], typed: &str) -> Found {
    let query = Query::read(typed).unwrap();
    let both = [true, false].map(|few| {
        store
            .read(|tx| {
                let ids: Vec<CompanyId> = companies.iter().copied().map(id).collect();
                let visible = if few {
                    let mut numbered = Vec::new();
                    for company in ids {
                        numbered
                            .extend(NUMBER_OF.get(tx, &company)?.map(|number| (number, company)));
                    }
                    numbered.sort_unstable();
                    Visible::Few(numbered)
                } else {
                    Visible::Many(ids)
                };
                let (companies, records, complete) = search(tx, &visible, &query, 20)?;
                assert!(complete);
                let hits = companies.into_iter().chain(records);
                Ok::<_, crate::fault::Error>(
                    hits.map(|hit| {
                        (hit.company.as_u128(), hit.stored.section.map(|_| hit.stored.key))
                    })
                    .collect::<Found>(),
                )
            })
            .unwrap()
    });
    let [few, many] = both;
    assert_eq!(few, many, "{typed}");
    few
}

fn only(company: u128, number: u32) -> Found {
    let key = (number > 0).then(|| format!("k{number}"));
    [(company, key)].into()
}

fn world() -> Store {
    stored(vec![
        doc(1, 0, "Trattoria Esempio S.r.l. 01234567897 7012345662"),
        doc(1, 1, "Rossi Mario RSSMRA70A01H501S"),
        doc(1, 2, "2026-09 1276.00 INPS.7010.12345"),
        doc(2, 0, "Officina Rossi 02345678901 4912345631"),
        doc(2, 1, "2026-09 88.50"),
    ])
}

#[test]
fn things_are_found_by_whatever_somebody_remembers() {
    let store = world();
    let all = [1, 2];
    for (typed, expected) in [
        ("trattoria", only(1, 0)),
        ("TRÀTTORIA esem", only(1, 0)),
        ("tratoria", only(1, 0)),
        ("trattoira", only(1, 0)),
        ("7012345662", only(1, 0)),
        ("70 123 45662", only(1, 0)),
        ("70123", only(1, 0)),
        ("345662", only(1, 0)),
        ("srl", only(1, 0)),
        ("rssmra70", only(1, 1)),
        ("RSS MRA 70A01 H501S", only(1, 1)),
        ("mario", only(1, 1)),
        ("esempio 09/2026", only(1, 2)),
        ("settembre 2026 officina", only(2, 1)),
        ("1.276,00", only(1, 2)),
        ("1276", only(1, 2)),
        ("inps 12345", only(1, 2)),
        ("INPS/7010/12345", only(1, 2)),
        ("mario officina", Found::new()),
        ("zzz", Found::new()),
    ] {
        assert_eq!(found(&store, &all, typed), expected, "{typed}");
    }
    assert_eq!(found(&store, &all, "rossi").len(), 2);
    assert_eq!(found(&store, &all, "2026-09").len(), 2);
}

#[test]
fn the_name_of_an_archive_says_of_what_kind_a_thing_is() {
    let payment = |number: u32, words: &str| {
        let subject = Some(Subject { section: 34, key: format!("k{number}") });
        Doc { subject, ..doc(1, number, words) }
    };
    let mut docs = vec![
        doc(1, 0, "Trattoria Esempio"),
        payment(1, "2026-11-16 1276.00"),
        payment(2, "2026-10-16 1276.00"),
        payment(3, "2026-11-16 88.50"),
    ];
    // More things of other archives than are taken of a company.
    docs.extend((10..60).map(|number| doc(1, number, "2026-11-16")));
    let store = stored(docs);
    let both: Found = [(1, Some("k1".to_owned())), (1, Some("k3".to_owned()))].into();
    for typed in ["F24 16/11/2026", "16.11.2026 F24-Zahlungen", "trattoria F24 2026-11-16"] {
        assert_eq!(found(&store, &[1], typed), both, "{typed}");
    }
    assert_eq!(found(&store, &[1], "F24 16/11/2026 1.276,00"), only(1, 1));
    assert_eq!(found(&store, &[1], "crediti 1.276,00"), Found::new());
    assert_eq!(found(&store, &[2], "F24 16/11/2026"), Found::new());
}

#[test]
fn an_archive_that_is_looked_for_in_vain_keeps_nothing_else_from_being_found() {
    let mut docs = vec![doc(1, 0, "Trattoria Esempio")];
    docs.extend((1..3).map(|number| doc(1, number, &format!("F24bis{number} 2026-11-16"))));
    // More than are looked at to see whether they are of the archive that was named.
    docs.extend((3..3_010).map(|number| doc(1, number, "2026-11-16")));
    let store = stored(docs);
    let query = Query::read("F24 16/11/2026").unwrap();
    let found = store.read(|tx| {
        let visible = Visible::Many(vec![id(1)]);
        let (_, records, complete) = search(tx, &visible, &query, 20)?;
        Ok::<_, crate::fault::Error>((records.len(), complete))
    });
    assert_eq!(found.unwrap(), (2, false));
}

#[test]
fn nothing_is_found_of_companies_that_one_does_not_see() {
    let store = world();
    assert_eq!(found(&store, &[2], "2026-09"), only(2, 1));
    for typed in ["trattoria", "tratoria", "7012345662", "1276", "mario", "345662"] {
        assert_eq!(found(&store, &[2], typed), Found::new(), "{typed}");
        assert_eq!(found(&store, &[], typed), Found::new(), "{typed}");
    }
}

#[test]
fn what_is_put_again_is_found_by_its_new_words_alone() {
    let store = world();
    store.transact_blocking(|tx| put(tx, &doc(1, 1, "Bianchi Mario"))).unwrap();
    assert_eq!(found(&store, &[1], "bianchi"), only(1, 1));
    assert_eq!(found(&store, &[1], "rossi"), Found::new());
    assert_eq!(found(&store, &[1], "mario"), only(1, 1));
}

/// Rows of the tables that hold terms.
fn rows(store: &Store) -> BTreeMap<&'static str, usize> {
    [DOCS.name(), HERE.0, WORDS.0, NEAR.name(), ASKED.name()]
        .into_iter()
        .map(|table| {
            let mut rows = 0;
            let count = |tx: &dyn crate::store::ReadTx| {
                tx.scan(table, KeyRange::ALL, Order::Ascending, &mut |_, _| {
                    rows += 1;
                    Ok(std::ops::ControlFlow::Continue(()))
                })
            };
            store.read(count).unwrap();
            (table, rows)
        })
        .collect()
}

#[test]
fn what_is_taken_out_leaves_nothing() {
    let store = world();
    store
        .transact_blocking(|tx| {
            for (company, number) in [(1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (3, 1)] {
                let subject = doc(company, number, "").subject;
                remove(tx, id(company), subject.as_ref())?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert!(rows(&store).values().all(|rows| *rows == 0), "{:?}", rows(&store));
}

#[test]
fn words_of_requests_leave_nothing_and_take_nothing_along() {
    let store = world();
    let before = rows(&store);
    let words: Vec<String> = ["agosto", "di", "trattoria"].map(str::to_owned).into();
    let request = RequestId::from_u128(1);
    let (entered, gone) = (words.clone(), words);
    store.transact_blocking(move |tx| enter_request(tx, 7010, request, &entered)).unwrap();
    let with = rows(&store);
    assert_eq!(with[ASKED.name()], 2, "the shortest words have no row");
    assert_eq!(with[NEAR.name()] - before[NEAR.name()], 7, "and a word that was known no others");
    store
        .transact_blocking(|tx| {
            for (company, number) in [(1, 0), (1, 1), (1, 2), (2, 0), (2, 1)] {
                remove(tx, id(company), doc(company, number, "").subject.as_ref())?;
            }
            assert!(NEAR.exists(tx, &("tratoria".to_owned(), "trattoria".to_owned()))?);
            Ok::<_, StoreError>(())
        })
        .unwrap();
    store.transact_blocking(move |tx| withdraw_request(tx, 7010, request, &gone)).unwrap();
    assert!(rows(&store).values().all(|rows| *rows == 0), "{:?}", rows(&store));
}

#[test]
fn a_company_may_have_thousands_of_things_with_one_word() {
    let docs = (1..=3_000).map(|number| doc(1, number, &format!("2026-09 N{number}"))).collect();
    let store = stored(docs);
    assert_eq!(found(&store, &[1], "n2999"), only(1, 2_999));
    assert_eq!(found(&store, &[1], "09/2026 n2999"), only(1, 2_999));
    assert_eq!(found(&store, &[1], "09/2026").len(), 20);
    store
        .transact_blocking(|tx| {
            for number in 1..3_000 {
                remove(tx, id(1), doc(1, number, "").subject.as_ref())?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert_eq!(found(&store, &[1], "09/2026"), only(1, 3_000));
}

/// Whether a plain comparison says that the thing is meant.
fn is_meant(doc: &Doc, company: Option<&Doc>, words: &[String], typo: bool) -> bool {
    let has = |doc: &Doc, word: &String| {
        text::terms(&doc.terms).iter().any(|term| {
            term.starts_with(word.as_str())
                || (typo
                    && text::may_be_mistyped(word)
                    && text::may_be_mistyped(term)
                    && text::is_near(term, word))
        })
    };
    let company = company.filter(|_| doc.subject.is_some());
    words.iter().all(|word| has(doc, word) || company.is_some_and(|company| has(company, word)))
        && words.iter().any(|word| has(doc, word))
}

fn expected(docs: &[Doc], seen: &[u128], typed: &str) -> Found {
    let query = Query::read(typed).unwrap();
    let of = |readings: &[Vec<String>], typo: bool| -> Found {
        docs.iter()
            .filter(|doc| seen.contains(&doc.company.as_u128()))
            .filter(|doc| {
                let company = docs
                    .iter()
                    .find(|other| other.company == doc.company && other.subject.is_none());
                readings.iter().any(|words| is_meant(doc, company, words, typo))
            })
            .map(|doc| {
                (doc.company.as_u128(), doc.subject.as_ref().map(|subject| subject.key.clone()))
            })
            .collect()
    };
    let by_code = query.code.map(|code| of(&[code], false)).unwrap_or_default();
    if !by_code.is_empty() {
        return by_code;
    }
    let exact = of(&query.readings, false);
    if exact.len() >= 20 { exact } else { of(&query.readings, true) }
}

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec("[ab]{1,2}|[abc]{4,5}|[12]{2,3}", 1..4).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_index_finds_what_a_plain_comparison_finds(
        texts in prop::collection::vec((1_u128..4, 0_u32..4, words()), 1..16),
        seen in prop::collection::btree_set(1_u128..5, 0..4),
        asked in prop::collection::vec("[ab]{2}|[abc]{4,5}|[12]{2}", 1..3),
    ) {
        // Later texts of the same thing take the place of earlier ones.
        let latest: BTreeMap<(u128, u32), Doc> =
            texts.iter().map(|(company, number, text)| ((*company, *number), doc(*company, *number, text))).collect();
        let all = texts.iter().map(|(company, number, text)| doc(*company, *number, text)).collect();
        let store = stored(all);
        let seen: Vec<u128> = seen.into_iter().collect();
        let docs: Vec<Doc> = latest.into_values().collect();
        let typed = asked.join(" ");
        prop_assert_eq!(found(&store, &seen, &typed), expected(&docs, &seen, &typed), "{}", typed);
    }
}
