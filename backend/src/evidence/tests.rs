//! Evidence follows the data, keeps what was done about it, and is derived once however often one asks.

use std::collections::HashSet;
use std::sync::Arc;

use shared::calendar::{Day, Instant};
use shared::durc::Gestione;
use shared::evidence::{Action, Happened, Kind, Link, Named, State, Tracked};
use shared::fault::Fault;
use shared::ids::{CompanyId, PersonId};
use shared::money::Euro;
use shared::payments::Matched;
use shared::sections::matters::credits;
use shared::sections::{Cells, Field};

use super::act;
use super::board::{Board, Held};
use super::facts::facts;
use super::service::{catch_up_all, pieces, refresh};
use super::table::HEADS;
use crate::app::App;
use crate::clock::{Clock, DAY, TestClock};
use crate::companies::service as companies;
use crate::demo;
use crate::fault::{Error, Result};
use crate::sections::service::{By, put};
use crate::store::{ReadTx, Store, WriteTx};

const NOW: Instant = Instant::from_millis(1_795_000_000_000);

/// A demo world of so many companies, and its clock.
async fn world(companies: usize) -> (App, Arc<TestClock>) {
    let clock = Arc::new(TestClock::default());
    clock.set(NOW);
    let app = App::over(Store::in_memory().unwrap()).clock(Arc::clone(&clock) as Arc<dyn Clock>);
    let app = app.demo(true).build();
    demo::fill(&app, companies, demo::SEED).await.unwrap();
    (app, clock)
}

fn all(app: &App) -> Vec<CompanyId> {
    app.store().read(|tx| companies::all(tx)).unwrap()
}

fn tracked(tx: &dyn ReadTx, company: CompanyId) -> Vec<Tracked> {
    pieces(tx, company).unwrap().iter().filter_map(|(_, row)| row.tracked()).collect()
}

#[tokio::test]
async fn deriving_again_changes_nothing() {
    let (app, _) = world(6).await;
    for company in all(&app) {
        let before = app.store().read(|tx| pieces(tx, company)).unwrap();
        app.store().transact(move |tx| refresh(tx, company, NOW)).await.unwrap();
        let after = app.store().read(|tx| pieces(tx, company)).unwrap();
        let told = |rows: &[(String, super::table::Row)]| {
            rows.iter()
                .map(|(key, row)| (key.clone(), row.tracked(), row.history.len()))
                .collect::<Vec<_>>()
        };
        assert_eq!(told(&before), told(&after));
    }
}

#[tokio::test]
async fn time_alone_moves_evidence_and_a_day_is_looked_at_once() {
    let (app, clock) = world(6).await;
    assert_eq!(catch_up_all(&app).await.unwrap(), 0, "derived when it was stored");
    clock.advance_minutes(40 * DAY / 60_000);
    assert_eq!(catch_up_all(&app).await.unwrap(), 6);
    assert_eq!(catch_up_all(&app).await.unwrap(), 0);
    let today = app.today().epoch_days();
    let missing = |tx: &dyn ReadTx, company| {
        let head = HEADS.get(tx, &company).unwrap().unwrap();
        assert_eq!(head.day, today);
        let kinds = tracked(tx, company).into_iter().map(|piece| piece.evidence.kind);
        kinds.filter(|kind| *kind == Kind::MissingReturn).count()
    };
    let missing: usize = all(&app)
        .into_iter()
        .map(|company| {
            app.store().read(|tx| Ok::<_, crate::store::StoreError>(missing(tx, company))).unwrap()
        })
        .sum();
    assert!(missing > 0, "nobody declared the month that fell due meanwhile");
}

/// What a board has of the companies.
fn held(app: &App, board: &Board) -> Vec<Arc<Held>> {
    let of_all = |tx: &dyn ReadTx| -> Result<Vec<Arc<Held>>> {
        let (reading, mut held) = (board.on(tx, app.today())?, Vec::new());
        for company in companies::all(tx)? {
            held.extend(reading.of(company)?);
        }
        Ok(held)
    };
    app.store().read(of_all).unwrap()
}

#[tokio::test]
async fn what_is_done_is_seen_at_once_and_what_came_to_nothing_is_not() {
    let (app, _) = world(6).await;
    let board = app.evidence();
    let before = held(&app, board);
    let of_one = |held: &Held| {
        let piece = held.pieces.iter().find(|piece| piece.tracked.state.is_open())?;
        Some(Named { company: held.company, key: piece.tracked.evidence.key.clone() })
    };
    let (place, piece) =
        (0..).zip(&before).find_map(|(at, held)| Some((at, of_one(held)?))).unwrap();
    let person: PersonId = app.new_id();
    let archive = move |tx: &mut dyn WriteTx| {
        let action = Action::Archive { reason: "Prova".to_owned() };
        act::one(tx, &piece, &action, (Happened::Archived, None), person, NOW)
    };
    let is_as_before = |now: &[Arc<Held>], at: usize| Arc::ptr_eq(&now[at], &before[at]);
    let dropped = archive.clone();
    let nothing = app.store().transact(move |tx| {
        assert!(dropped(tx)?);
        Err::<(), _>(Error::from(Fault::Forbidden))
    });
    assert!(nothing.await.is_err());
    let now = held(&app, board);
    assert!((0..before.len()).all(|at| is_as_before(&now, at)), "it is as it was");

    assert!(app.store().transact(move |tx| archive(tx)).await.unwrap());
    let now = held(&app, board);
    assert!((0..before.len()).all(|at| is_as_before(&now, at) == (at != place)), "one is read");
    let archived = |held: &Held| {
        let is_archived = |state: &State| matches!(state, State::Archived { .. });
        held.pieces.iter().filter(|piece| is_archived(&piece.tracked.state)).count()
    };
    assert_eq!(archived(&now[place]), archived(&before[place]) + 1);
    // As whoever keeps nothing reads them.
    let anew = held(&app, &Board::default());
    let told = |all: &[Arc<Held>]| format!("{all:?}");
    assert_eq!(told(&now), told(&anew));
    // Derived anew, it is read anew.
    let company = now[place].company;
    app.store().transact(move |tx| refresh(tx, company, NOW)).await.unwrap();
    let later = held(&app, board);
    assert!(!Arc::ptr_eq(&later[place], &now[place]));
    assert_eq!(told(&later), told(&now));
}

#[tokio::test]
async fn the_facts_of_a_company_are_those_of_its_archives() {
    let (app, _) = world(6).await;
    let today: Day = NOW.day_in_rome();
    for company in all(&app) {
        let facts = app.store().read(|tx| facts(tx, company, today)).unwrap();
        assert!(!facts.positions.is_empty() && !facts.declarations.is_empty());
        assert!(facts.transmissions.len() >= facts.declarations.len());
        let issued: HashSet<&str> =
            facts.documents.iter().map(|one| one.protocol.as_str()).collect();
        assert_eq!(issued.len(), facts.documents.len());
        for payment in &facts.payments {
            assert!(payment.backed <= payment.row.credit.max(Euro::ZERO));
            let _: Matched = payment.row.matched;
        }
    }
}

#[tokio::test]
async fn a_debt_is_of_the_scheme_that_its_record_names() {
    let (app, _) = world(1).await;
    let (company, today) = (all(&app)[0], NOW.day_in_rome());
    let section = &credits::SECTION;
    for (scheme, gestione) in [(None, Gestione::Employers), (Some("artigiani"), Gestione::Artisans)]
    {
        let said = |field: &Field| match field.name {
            "id" => Some("D-1".to_owned()),
            "kind" => Some("verbale_inps".to_owned()),
            "phase" => Some("recupero_crediti".to_owned()),
            "competence_from" => Some("2026-05".to_owned()),
            "contributions" | "residual" => Some("100.00".to_owned()),
            "scheme" => scheme.map(str::to_owned),
            _ => None,
        };
        let cells: Cells = section.fields.iter().map(said).collect();
        let stored = app
            .store()
            .transact(move |tx| put(tx, NOW, company, section, cells.clone(), &By::Check))
            .await;
        stored.unwrap();
        let debts = app.store().read(|tx| facts(tx, company, today)).unwrap().debts;
        let debt = debts.iter().find(|fact| fact.debt.key == "D-1").unwrap();
        assert_eq!(debt.debt.gestione, gestione);
    }
}

#[test]
fn what_is_stored_is_what_was_tracked() {
    let evidence = serde_json::from_str(
        r#"{"key":"E08~1~2026-05","kind":"missing_return","gestione":"employers","code":"1","office":null,"months":["2026-05","2026-05"],
            "cause":"no_return","amount":null,"deadlines":[],"durc_from":null,"steps":[]}"#,
    )
    .unwrap();
    let day = Day::new(2026, 11, 3).unwrap();
    let mut piece = Tracked { evidence, state: State::New, since: day, changed: day };
    for action in [
        Action::See,
        Action::TakeInHand { link: Link::Note("chiesto".into()) },
        Action::Archive { reason: "doppia".into() },
        Action::Reopen,
    ] {
        piece.state = piece.state.after(action).unwrap();
        let row = super::table::Row::of(&piece, Vec::new()).unwrap();
        let bytes = minicbor::to_vec(&row).unwrap();
        let read: super::table::Row = minicbor::decode(&bytes).unwrap();
        assert_eq!(read.tracked(), Some(piece.clone()));
    }
}
