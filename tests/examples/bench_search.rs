//! Measures finding: a store of ten thousand companies with a hundred things and two requests each, asked by a consultant with three hundred
//! clients and by an office that is competent for all of them, through the whole of HTTP but the socket.
//!
//! Prints one JSON object a line: name, value, unit, floor, ratio, goal. Arguments: the folder to write in (default `target`; a temporary
//! folder is made inside it) and how many companies there are (default 10000).

use std::error::Error;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use backend::companies::Extract;
use backend::companies::service::{ExtractPeriod, ExtractPosition, store_extract};
use backend::delegations::{Grant, Kind, Practice, service as delegations};
use backend::people::{Person, Place, service as people};
use backend::requests::service as requests;
use backend::search::Doc;
use backend::search::service::put;
use backend::store::{Options, Store, StoreError};
use harness::TestApp;
use serde_json::json;
use shared::auth::Role;
use shared::calendar::{Day, Month};
use shared::companies::PositionState;
use shared::fiscal::{CompanyTaxCode, Matricola};
use shared::ids::{CompanyId, PersonId, PracticeId, RequestId};
use shared::lang::Lang;
use shared::offices::OfficeCode;
use shared::requests::Draft;
use shared::requests::topics::TopicId;
use shared::search::{Find, Found};
use shared::sections::Subject;

/// Things of each company.
const THINGS: u32 = 100;
/// Requests of each.
const REQUESTS: u32 = 2;
/// Clients of the consultant.
const CLIENTS: usize = 300;
/// Queries of each caller.
const QUERIES: u32 = 4_000;
/// Companies in one transaction.
const BATCH: u32 = 20;

type Failed = Box<dyn Error>;

#[tokio::main]
async fn main() -> Result<(), Failed> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let companies: u32 = arguments.next().map_or(Ok(10_000), |text| text.parse())?;
    let folder = tempfile::tempdir_in(folder)?;
    let path = folder.path().join("search.redb");

    let store = Store::open(&path, Options::default())?;
    let before = Instant::now();
    fill(&store, companies)?;
    let built = before.elapsed();
    store.transact_blocking(move |tx| callers(tx, companies))?;
    store.compact()?;
    let things = companies * (THINGS + 1);
    let bytes = std::fs::metadata(&path)?.len();
    let per_thing = bytes as f64 / f64::from(things);
    print(
        json!({"name": format!("indexing, {things} things"), "value": built.as_micros() as u64 / u64::from(things), "unit": "µs each"}),
    );
    print(
        json!({"name": "index on disk, companies included", "value": per_thing.round(), "unit": "bytes each"}),
    );

    let before = Instant::now();
    ask(&store, companies)?;
    let each = before.elapsed().as_micros() as u64 / u64::from(companies * REQUESTS);
    print(json!({"name": "sending and indexing requests", "value": each, "unit": "µs each"}));

    let app = TestApp::with().store(store).build().await;
    for (persona, whose) in [("consulente", "300 clients"), ("operatore", "an office")] {
        let client = app.sign_in(persona).await;
        let mut times = Vec::new();
        let mut found = 0_u32;
        for number in 0..QUERIES {
            let find = Find { q: query(number, companies), limit: None };
            let asked = Instant::now();
            let answer: Found =
                client.send(&find).await.map_err(|problem| format!("{}: {problem:?}", find.q))?;
            times.push((asked.elapsed(), find.q));
            found += u32::from(!answer.groups.is_empty());
        }
        times.sort_unstable();
        if std::env::var_os("SLOWEST").is_some() {
            times.iter().rev().take(25).for_each(|(time, query)| eprintln!("{time:?} {query}"));
        }
        let at = |share: usize| milliseconds(times[times.len() * share / 1000].0);
        let of = |what: &str| format!("search for {whose}, {what}");
        print(json!({"name": of("median"), "value": at(500), "unit": "ms", "goal": "<= 5"}));
        print(
            json!({"name": of("99th percentile"), "value": at(990), "unit": "ms", "goal": "<= 30"}),
        );
        print(json!({"name": of("slowest"), "value": at(999), "unit": "ms"}));
        print(json!({"name": of("with hits"), "value": found * 100 / QUERIES, "unit": "%"}));
    }
    Ok(())
}

/// Lets the consultant ask the office something about each company, and again.
fn ask(store: &Store, companies: u32) -> Result<(), Failed> {
    let now = shared::calendar::Instant::from_millis(1_795_000_000_000);
    for first in (0..companies * REQUESTS).step_by(BATCH as usize) {
        store.transact_blocking(move |tx| {
            (first..(companies * REQUESTS).min(first + BATCH)).try_for_each(|number| {
                let company = CompanyId::from_u128(u128::from(number % companies) + 1);
                let draft = Draft {
                    company: Some(company),
                    topic: Some(TopicId(201)),
                    subject: subject(number),
                    text: "Non risulta.".to_owned(),
                    ..Draft::default()
                };
                let id = RequestId::from_u128(u128::from(number) + 1);
                requests::furnish(tx, now, id, PersonId::from_u128(1), draft)
            })
        })?;
    }
    Ok(())
}

/// What a request is about: one of a few matters, and a word.
fn subject(number: u32) -> String {
    const MATTERS: [&str; 4] = ["Denuncia di", "Versamento non abbinato", "Durc", "Rateazione"];
    format!("{} {}", MATTERS[number as usize % 4], word(lot(number, 50, 900), 900))
}

/// Stores the companies, each with things that can be found.
fn fill(store: &Store, companies: u32) -> Result<(), Failed> {
    let now = shared::calendar::Instant::from_millis(1_795_000_000_000);
    for first in (0..companies).step_by(BATCH as usize) {
        store.transact_blocking(move |tx| {
            (first..companies.min(first + BATCH)).try_for_each(|number| {
                let id = CompanyId::from_u128(u128::from(number) + 1);
                store_extract(tx, id, &extract(number), now)?;
                (0..THINGS).try_for_each(|thing| {
                    Ok::<_, backend::fault::Error>(put(tx, &doc(id, number, thing))?)
                })
            })
        })?;
    }
    Ok(())
}

#[expect(clippy::needless_pass_by_value, reason = "what json! makes")]
fn print(line: serde_json::Value) {
    println!("{line}");
}

fn milliseconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 100_000.0).round() / 100.0
}

/// A number that looks drawn by lot, the same for the same numbers.
fn lot(a: u32, b: u32, below: u32) -> u32 {
    let mixed = (u64::from(a) << 32 | u64::from(b)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((mixed ^ mixed >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 33) as u32 % below
}

/// A word of syllables: a few hundred of each sort, as there are of names.
fn word(number: u32, of: u32) -> String {
    const SYLLABLES: [&str; 24] = [
        "ro", "ssi", "bian", "chi", "ver", "di", "fer", "ra", "ri", "mo", "ret", "ti", "gal", "lo",
        "con", "te", "mar", "ti", "no", "lu", "ca", "san", "tor", "ni",
    ];
    let mut word = String::new();
    let mut rest = number % of + 24;
    while rest > 0 {
        word.push_str(SYLLABLES[rest as usize % SYLLABLES.len()]);
        rest /= SYLLABLES.len() as u32;
    }
    word
}

fn matricola(number: u32) -> String {
    Matricola::compose(70, number)
        .map_or_else(|_| String::new(), |matricola| matricola.as_str().to_owned())
}

fn name(number: u32) -> String {
    const KINDS: [&str; 8] = [
        "Trattoria",
        "Officina",
        "Impresa edile",
        "Studio",
        "Autotrasporti",
        "Forno",
        "Farmacia",
        "Cantiere",
    ];
    let kind = KINDS[lot(number, 1, 8) as usize];
    format!(
        "{kind} {} {} S.r.l.",
        word(lot(number, 2, 900), 900),
        word(lot(number, 3, 4_000), 4_000)
    )
}

fn extract(number: u32) -> Extract {
    let day = Day::from_epoch_days(18_000);
    let tax_code = CompanyTaxCode::compose(number, 58)
        .map_or_else(|_| format!("{number:011}"), |code| code.as_str().to_owned());
    let positions =
        Matricola::parse(&matricola(number)).into_iter().map(|matricola| ExtractPosition {
            matricola,
            office: "7010".to_owned(),
            opened: day,
            states: vec![(PositionState::Active, day)],
            entries: Vec::new(),
            periods: vec![ExtractPeriod {
                from: day,
                to: None,
                csc: "70201".to_owned(),
                cas: Vec::new(),
                ateco: None,
                self_employed: None,
            }],
        });
    Extract {
        tax_code,
        name: name(number),
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
        positions: positions.collect(),
        persons: Vec::new(),
    }
}

fn notice(number: u32, thing: u32) -> String {
    format!("{:03}{:08}", 300 + thing % 9, lot(number, thing, 99_999_999))
}

fn amount(number: u32, thing: u32) -> String {
    format!("{}.{:02}", lot(number, thing + 1_000, 9_000), lot(number, thing + 2_000, 100))
}

fn person(number: u32, thing: u32) -> String {
    let lot = lot(number, thing % 12 + 3_000, 60_000);
    format!("{} {}", word(lot / 150, 6_000), word(lot % 150, 150))
}

fn month(thing: u32) -> String {
    Month::new(2024, 11)
        .map_or_else(String::new, |first| first.plus((thing % 24) as i32).to_string())
}

/// Half of the things are returns and payments, the other half records of archives, every third of those about a person.
fn doc(company: CompanyId, number: u32, thing: u32) -> Doc {
    let (section, title, mut terms) = match thing {
        0..48 => (
            23,
            month(thing),
            vec![
                month(thing),
                amount(number, thing),
                format!("INPS.UNIEMENS.{}", number * 24 + thing % 24),
            ],
        ),
        48..84 => (
            20,
            notice(number, thing),
            vec![notice(number, thing), month(thing), amount(number, thing)],
        ),
        _ => (
            21,
            person(number, thing),
            vec![
                person(number, thing),
                format!(
                    "{}{:02}A01H501X",
                    &person(number, thing).to_uppercase().replace(' ', "")[..6],
                    thing
                ),
                notice(number, thing),
            ],
        ),
    };
    terms.dedup();
    let subject = Some(Subject { section, key: format!("{title}~{thing}") });
    Doc { company, subject, title, detail: amount(number, thing), terms }
}

/// What somebody types: codes, names, months and amounts, whole and begun, right and wrong.
fn query(turn: u32, companies: u32) -> String {
    let number = lot(turn, 9, companies);
    let thing = lot(turn, 10, THINGS);
    let begun = |text: String, letters: usize| text.chars().take(letters).collect::<String>();
    let surname = || person(number, thing).split(' ').next().unwrap_or_default().to_owned();
    match turn % 21 {
        0 => matricola(number),
        1 => begun(matricola(number), 6),
        2 => name(number),
        3 => begun(name(number), 3),
        4 => begun(name(number), 9),
        5 => notice(number, 50),
        6 => begun(notice(number, 50), 7),
        7 => person(number, thing),
        8 => surname(),
        9 => begun(surname(), 3),
        10 => begun(surname(), 2),
        11 => format!("{} 09/2025", name(number).split(' ').nth(1).unwrap_or_default()),
        12 => amount(number, thing).replace('.', ","),
        13 => surname().replacen('i', "", 1) + "a",
        14 => format!("{number:05}x"),
        15 => subject(number),
        16 => begun(subject(number), 5),
        17 => format!("7010.E.2026.{:07}", number + 1),
        // An archive that is named, with what one of its things has, and with what everybody has of other archives.
        18 => format!("crediti {}", amount(number, thing).replace('.', ",")),
        19 => "ispezioni 09/2025".to_owned(),
        _ => matricola(number).chars().skip(4).collect(),
    }
}

/// A consultant with clients spread over all companies, and somebody of the office.
fn callers(
    tx: &mut dyn backend::store::WriteTx,
    companies: u32,
) -> Result<(), backend::fault::Error> {
    let practice = PracticeId::from_u128(1);
    let from = Day::from_epoch_days(18_000);
    delegations::record_practice(
        tx,
        &Practice { id: practice, name: "Studio".to_owned(), kind: Kind::Consultants },
    )?;
    for number in (0..companies).step_by((companies as usize / CLIENTS).max(1)).take(CLIENTS) {
        let company = CompanyId::from_u128(u128::from(number) + 1);
        delegations::grant(tx, &Grant { practice, company, from, to: None })?;
    }
    let office = OfficeCode::parse("7010")
        .map_err(|_| StoreError::Internal { detail: "no office".to_owned() })?;
    let callers = [
        ("consulente", Role::Consultant, Place::Practice(practice)),
        ("operatore", Role::Operator, Place::Office(office)),
    ];
    for (number, (persona, role, place)) in (1_u128..).zip(callers) {
        let person = Person {
            id: PersonId::from_u128(number),
            name: persona.to_owned(),
            tax_code: format!("PRSNNA80A{number:02}H501X"),
            role,
            place,
            lang: Lang::It,
            email: None,
            persona: Some(persona.to_owned()),
        };
        people::record(tx, &person)?;
    }
    Ok(())
}
