//! Notices of an invented world: listed as their archives hold them, gathered, and kept only while they are true.

use std::collections::BTreeSet;
use std::sync::Arc;

use shared::calendar::{Day, Instant};
use shared::evidence::notice_key;
use shared::money::Euro;
use shared::notices::{Cause, Side, Sort, Stage, Supposed, Which, explaining};

use super::board::{Board, Held};
use super::list::{counted, placed, sort};
use super::show::detail;
use crate::app::App;
use crate::changes::touch;
use crate::clock::{Clock, TestClock};
use crate::companies::service as companies;
use crate::demo;
use crate::fault::Error;
use crate::parameters::service as parameters;
use crate::store::Store;

const NOW: Instant = Instant::from_millis(1_795_000_000_000);

async fn world() -> App {
    let clock = Arc::new(TestClock::default());
    clock.set(NOW);
    let app = App::over(Store::in_memory().unwrap()).clock(clock as Arc<dyn Clock>);
    let app = app.demo(true).build();
    demo::fill(&app, 40, demo::SEED).await.unwrap();
    app
}

fn held(app: &App, board: &Board) -> Vec<Arc<Held>> {
    let (generation, today) = (app.store().generation(), app.today());
    let all = app.store().read(|tx| board.of(tx, &companies::all(tx)?, generation, today));
    all.unwrap()
}

#[tokio::test]
async fn the_demo_world_has_every_stage_both_sides_and_shared_causes() {
    let app = world().await;
    let all = held(&app, &Board::default());
    let rows: Vec<_> = all.iter().flat_map(|held| &held.rows).collect();
    assert!(Stage::ALL.into_iter().all(|stage| rows.iter().any(|row| row.stage == stage)));
    assert!(Cause::ALL.into_iter().all(|cause| rows.iter().any(|row| row.cause == cause)));
    let counted = counted(&all, app.today());
    assert!(counted.groups.iter().any(|group| group.companies > 1), "{counted:?}");
    let sides: BTreeSet<Side> = counted.groups.iter().map(|group| group.side).collect();
    assert_eq!(sides.len(), 2);
    let sum: u32 = counted.groups.iter().map(|group| group.notices).sum();
    assert_eq!(sum, counted.open);
    assert!(counted.to_pay > Euro::ZERO && counted.in_favour > Euro::ZERO);
    assert!(counted.spared > Euro::ZERO, "some can still be halved");
}

#[tokio::test]
async fn lists_are_in_order_and_hold_only_what_is_meant() {
    let app = world().await;
    let (all, today) = (held(&app, &Board::default()), app.today());
    for order in Sort::ALL {
        let mut rows = placed(&all, &Which::default(), order, today);
        sort(&mut rows);
        assert!(rows.iter().all(|one| one.row.stage.is_open()));
        let totals: Vec<_> = rows.iter().map(|one| one.row.left()).collect();
        assert!(order != Sort::Amount || totals.is_sorted_by(|one, other| one >= other));
    }
    let which = Which { cause: Some(Cause::Rate), ..Which::default() };
    let rows = placed(&all, &which, Sort::Due, today);
    assert!(!rows.is_empty() && rows.iter().all(|one| one.row.cause == Cause::Rate));
}

#[tokio::test]
async fn what_is_done_about_a_notice_is_done_about_its_evidence() {
    let app = world().await;
    let (all, today) = (held(&app, &Board::default()), app.today());
    let rows = all.iter().flat_map(|held| &held.rows);
    let mut found = 0;
    for row in rows {
        let Some(key) = notice_key(row) else { continue };
        let evidence = app.store().read(|tx| app.evidence().on(tx, today)?.of(row.company));
        let pieces = &evidence.unwrap().unwrap().pieces;
        assert!(pieces.iter().any(|piece| piece.tracked.evidence.key == key), "{key}");
        found += 1;
    }
    assert!(found > 0);
}

#[tokio::test]
async fn a_company_is_read_anew_only_when_its_data_changed() {
    let (app, board) = (world().await, Board::default());
    let before = held(&app, &board);
    let company = before.iter().find_map(|held| held.rows.first()).unwrap().company;
    app.store().transact(move |tx| Ok::<_, Error>(touch(tx, NOW, company)?)).await.unwrap();
    let after = held(&app, &board);
    let same = before.iter().zip(&after).filter(|(one, other)| Arc::ptr_eq(one, other)).count();
    assert_eq!(same, before.len() - 1);
}

/// Of the demo's notices about rates some follow from another size to the cent, which the page finds by itself.
#[tokio::test]
async fn a_notice_is_explained_by_the_return_of_its_month() {
    let app = world().await;
    let (all, today): (_, Day) = (held(&app, &Board::default()), app.today());
    let mut explained = 0;
    for row in all.iter().flat_map(|held| &held.rows) {
        let found = app.store().read(|tx| detail(tx, row.company, &row.key, today)).unwrap();
        assert_eq!((found.row.key.as_str(), &found.row.number), (row.key.as_str(), &row.number));
        let Some(basis) = found.basis.filter(|_| row.cause == Cause::WageIntegration) else {
            continue;
        };
        let set = app.store().read(|tx| parameters::current(tx)).unwrap();
        let signed = if row.side == Side::ToPay { row.difference } else { -row.difference };
        let larger = explaining(&basis, &set.contributions, &set.notices, signed);
        explained +=
            usize::from(larger.iter().any(|Supposed { size, .. }| Some(*size) != basis.size));
    }
    assert!(explained > 0);
}
