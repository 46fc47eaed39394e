//! Requests: how far a search goes, that it is right where it stops nowhere, and that it says so where it does.

use shared::auth::Role;
use shared::calendar::{Day, Instant};
use shared::companies::PositionState;
use shared::fiscal::{CompanyTaxCode, Matricola};
use shared::ids::{CompanyId, PersonId, PracticeId, RequestId, SessionId};
use shared::offices::OfficeCode;
use shared::requests::Draft;
use shared::requests::topics::TopicId;

use crate::access::Caller;
use crate::companies::Extract;
use crate::companies::service::{ExtractPeriod, ExtractPosition, store_extract};
use crate::delegations::{Grant, Kind, Practice, service as delegations};
use crate::fault::Error;
use crate::people::Place;
use crate::requests::service as requests;
use crate::search::query::Query;
use crate::search::requests::{LIMITS, Limits, Look, search};
use crate::search::visible::Visible;
use crate::store::Store;

const NOW: Instant = Instant::from_millis(1_795_000_000_000);
const OFFICE: &str = "7010";
/// Companies by number, from 1; all but the last are clients of the practice.
const COMPANIES: [&str; 5] =
    ["Officina Alfa", "Officina Beta", "Officina Gamma", "Trattoria Delta", "Trattoria Esterna"];
const CLIENTS: u128 = 4;

fn caller(role: Role, place: Place) -> Caller {
    let (session, person) = (SessionId::from_u128(1), PersonId::from_u128(1));
    Caller { session, person, role, place, tax_code: "PRSNNA80A01H501X".to_owned() }
}

fn consultant() -> Caller {
    caller(Role::Consultant, Place::Practice(PracticeId::from_u128(1)))
}

fn operator() -> Caller {
    caller(Role::Operator, Place::Office(OfficeCode::parse(OFFICE).unwrap()))
}

fn extract(number: u32, name: &str, office: &str) -> Extract {
    let day = Day::from_epoch_days(18_000);
    let period = ExtractPeriod {
        from: day,
        to: None,
        csc: "70201".to_owned(),
        cas: Vec::new(),
        ateco: None,
        self_employed: None,
    };
    let position = ExtractPosition {
        matricola: Matricola::compose(70, number).unwrap(),
        office: office.to_owned(),
        opened: day,
        states: vec![(PositionState::Active, day)],
        entries: Vec::new(),
        periods: vec![period],
    };
    Extract {
        tax_code: CompanyTaxCode::compose(number, 58).unwrap().as_str().to_owned(),
        name: name.to_owned(),
        vat: None,
        legal_form: None,
        address: None,
        rea: None,
        ateco: None,
        started: None,
        pec: None,
        email: None,
        phone: None,
        extracted: day,
        principal: false,
        positions: vec![position],
        persons: Vec::new(),
    }
}

/// A store with the companies and these requests, each of a company and about a subject; they are numbered from 1, the latest last.
fn asked(requested: &'static [(u128, &'static str)]) -> Store {
    asked_at([OFFICE; 5], requested)
}

/// As [`asked`], of companies at these offices.
fn asked_at(offices: [&'static str; 5], requested: &'static [(u128, &'static str)]) -> Store {
    let store = Store::in_memory().unwrap();
    store
        .transact_blocking(move |tx| {
            let (practice, from) = (PracticeId::from_u128(1), Day::from_epoch_days(18_000));
            let (name, kind) = ("Studio".to_owned(), Kind::Consultants);
            delegations::record_practice(tx, &Practice { id: practice, name, kind })?;
            for ((number, name), office) in (1_u32..).zip(COMPANIES).zip(offices) {
                let company = CompanyId::from_u128(number.into());
                store_extract(tx, company, &extract(number, name, office), NOW)?;
                if u128::from(number) <= CLIENTS {
                    delegations::grant(tx, &Grant { practice, company, from, to: None })?;
                }
            }
            for (id, (company, subject)) in (1_u128..).zip(requested) {
                let draft = Draft {
                    company: Some(CompanyId::from_u128(*company)),
                    topic: Some(TopicId(201)),
                    subject: (*subject).to_owned(),
                    text: "Non risulta.".to_owned(),
                    ..Draft::default()
                };
                let sender = PersonId::from_u128(1);
                requests::furnish(tx, NOW, RequestId::from_u128(id), sender, draft)?;
            }
            Ok::<_, Error>(())
        })
        .unwrap();
    store
}

/// What somebody finds within these limits, and whether everything was looked at.
fn found(store: &Store, caller: &Caller, typed: &str, limits: Limits) -> (Vec<u128>, bool) {
    let (query, today) = (Query::read(typed).unwrap(), NOW.day_in_rome());
    store
        .read(|tx| {
            let visible = match caller.role.is_staff() {
                true => Visible::Office(caller, today),
                false => Visible::Many((1..=CLIENTS).map(CompanyId::from_u128).collect()),
            };
            let look = Look { tx, caller, visible: &visible, query: &query, today, limits };
            let outcome = search(&look, 20)?;
            let ids = outcome.requests.iter().map(|hit| hit.request.as_u128());
            Ok::<_, Error>((ids.collect(), outcome.complete))
        })
        .unwrap()
}

#[test]
fn of_more_companies_than_are_looked_through_all_requests_are_found() {
    let store = asked(&[
        (4, "Sollecito agosto"),
        (5, "Sollecito agosto"),
        (1, "Rimborso agosto 2026"),
        (3, "Rimborso"),
    ]);
    let few = Limits { asked: 3, ..LIMITS };
    for (typed, expected) in [
        ("sollecito", (vec![1], true)),
        ("solecito", (vec![1], true)),
        ("sollec ago", (vec![1], true)),
        ("rimborso", (vec![4, 3], true)),
        ("agosto 2026", (vec![3], false)),
        // The word of the company counts for what it has.
        ("trattoria sollecito", (vec![1], true)),
        ("officina sollecito", (vec![], true)),
        ("trattoria", (vec![], true)),
        ("settembre", (vec![], true)),
        // A whole number is known; where a part of one stands, only those looked through say.
        ("7010.E.2026.0000001", (vec![1], true)),
        ("7010.E.2026.0000002", (vec![], true)),
        ("0000004", (vec![4], false)),
        ("0000001", (vec![], false)),
        // Of words of two letters nothing is known.
        ("di", (vec![], false)),
    ] {
        assert_eq!(found(&store, &consultant(), typed, few), expected, "{typed}");
        let (all, _) = found(&store, &consultant(), typed, LIMITS);
        let (some, complete) = expected;
        assert!(some == all || !complete, "{typed}: {all:?}");
    }
    // What many companies are called narrows nothing; the other word does.
    let common = Limits { owners: 1, ..few };
    assert_eq!(found(&store, &consultant(), "trattoria sollecito", common), (vec![1], true));
    assert_eq!(found(&store, &consultant(), "trattoria officina", common), (vec![], false));
    // More requests have the word than are asked whose they are: the latest are.
    let one = Limits { asked: 1, ..LIMITS };
    assert_eq!(found(&store, &consultant(), "sollecito", one), (vec![], false));
    assert_eq!(found(&store, &consultant(), "rimborso", one), (vec![4, 3], false));
}

#[test]
fn of_a_word_that_very_many_have_the_latest_are_found_wherever_they_are() {
    let offices = [OFFICE, OFFICE, OFFICE, "4900", OFFICE];
    let store = asked_at(
        offices,
        &[(3, "Agosto"), (3, "Agosto"), (4, "Agosto"), (4, "Agostano"), (3, "Agosto")],
    );
    let two = Limits { asked: 2, of_word: 2, ..LIMITS };
    assert_eq!(found(&store, &consultant(), "agosto", two), (vec![5, 3], false));
    assert_eq!(found(&store, &consultant(), "agost", two), (vec![5, 4], false));
    let three = Limits { of_word: 3, ..two };
    assert_eq!(found(&store, &consultant(), "agosto", three).0, [5, 3], "as many as are asked");
    let most = Limits { asked: 3, of_word: 4, ..LIMITS };
    assert_eq!(found(&store, &consultant(), "agosto", most), (vec![5, 3, 2, 1], false));
}

#[test]
fn an_office_is_told_where_a_search_stopped() {
    let store = asked(&[
        (1, "Agosto settembre raro"),
        (2, "Agosto"),
        (3, "Agosto"),
        (4, "Settembre"),
        (5, "Settembre"),
    ]);
    let of = |typed: &str, limits: Limits| found(&store, &operator(), typed, limits);
    assert_eq!(of("agosto", LIMITS), (vec![3, 2, 1], true));
    assert_eq!(of("agosto", Limits { read: 3, ..LIMITS }), (vec![3, 2, 1], true));
    assert_eq!(of("agosto", Limits { read: 2, ..LIMITS }), (vec![3, 2], false));

    let two = Limits { of_term: 2, ..LIMITS };
    assert_eq!(of("agosto", two), (vec![3, 2], false));
    assert_eq!(of("agosto settembre", two), (vec![], false));
    assert_eq!(of("agosto settembre", Limits { of_term: 3, ..LIMITS }), (vec![1], true));
    assert_eq!(of("agosto raro", two), (vec![1], true), "a word that few have says all");
    assert_eq!(of("agosto", Limits { of_word: 2, ..LIMITS }), (vec![3, 2], false));

    // Requests of two companies called so are not all looked through; those with the other word are read.
    let one = Limits { owners: 1, ..LIMITS };
    assert_eq!(of("trattoria settembre", one), (vec![5, 4], true));
    assert_eq!(of("trattoria officina", one), (vec![], false));
}
