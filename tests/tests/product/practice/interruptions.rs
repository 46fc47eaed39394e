//! A month that an interruption on file covers asks nothing of a company, wherever it is told.

use std::collections::BTreeSet;

use harness::{Client, TestApp, World};
use serde_json::{Value, json};
use shared::calendar::Month;
use shared::deadlines::{List, State};
use shared::home::{Attention, OfCompany};
use shared::sections::{self, by_slug};

use super::grid;

/// A time without employees of the world's position, which goes on where no end is given.
fn interruption(from: &str, to: Option<&str>) -> (&'static str, Value) {
    let mut record = json!({ "matricola": "7012345763", "kind": "sospensione", "from": from,
        "state": if to.is_some() { "chiusa" } else { "aperta" } });
    if let Some(to) = to {
        record["to"] = json!(to);
    }
    ("interruzioni", record)
}

/// The months whose return Oggi misses.
async fn missed(client: &Client, world: &World) -> Vec<String> {
    let home = client
        .send(&OfCompany { company: world.company, ..Default::default() })
        .await
        .expect("a home");
    let month = |matter: &Attention| match matter {
        Attention::NotDeclared { month, .. } => Some(month.to_string()),
        _ => None,
    };
    home.attention.iter().filter_map(month).collect()
}

/// The months of which a deadline is in some state.
async fn due(client: &Client, world: &World, state: State) -> BTreeSet<String> {
    let company = Some(world.company);
    let list = List { company, state: Some(state), limit: Some(100), ..List::default() };
    let rows = client.send(&list).await.expect("deadlines").items;
    rows.iter().filter_map(|row| row.month.map(|month| month.to_string())).collect()
}

#[tokio::test]
async fn a_month_without_employees_is_missing_nowhere_and_one_day_of_work_is_enough() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let client = app.sign_in("consulente").await;
    assert_eq!(grid(&client).await.not_declared, [12]);
    let first = |to| interruption("2020-01-01", Some(to));
    let second = interruption("2026-07-01", Some("2026-08-31"));
    // September was declared and paid for; of June the last day was worked.
    world.feed(&app, &[first("2026-06-29"), second]).await;
    let client = app.sign_in("consulente").await;
    let june = ["2026-06".to_owned()];
    assert_eq!(grid(&client).await.not_declared, [1]);
    assert_eq!(missed(&client, &world).await, june);
    assert_eq!(due(&client, &world, State::Overdue).await, june.into());

    world.feed(&app, &[first("2026-06-30")]).await;
    let client = app.sign_in("consulente").await;
    let all = grid(&client).await;
    assert_eq!((all.not_declared[0], all.attention(0)), (0, Some(0)));
    assert!(missed(&client, &world).await.is_empty());
    assert!(due(&client, &world, State::Overdue).await.is_empty());
}

#[tokio::test]
async fn an_open_interruption_leaves_nothing_due_and_no_gap_between_the_returns() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    // The return of October was due on 30 November.
    app.clock().advance_minutes(50 * 24 * 60);
    let periods = async || {
        let (company, section) = (world.company, "periodi-occupazionali");
        let (kind, _) = by_slug(section).and_then(|one| one.field("kind")).expect("a field");
        let list = sections::List { company, section: section.to_owned(), ..Default::default() };
        let client = app.sign_in("consulente").await;
        let rows = client.send(&list).await.expect("periods").items;
        let kinds = rows.into_iter().map(|mut row| row.cells.swap_remove(kind).expect("a kind"));
        kinds.collect::<BTreeSet<String>>()
    };
    let kinds = |kinds: [&str; 2]| BTreeSet::from(kinds.map(str::to_owned));
    assert_eq!(periods().await, kinds(["con_dipendenti", "non_dichiarato"]));
    world.feed(&app, &[interruption("2026-10-01", None)]).await;
    assert_eq!(periods().await, kinds(["con_dipendenti", "senza_dipendenti"]));
    let client = app.sign_in("consulente").await;
    let declared = Month::new(2026, 9).expect("a month");
    let list = List { company: Some(world.company), limit: Some(100), ..List::default() };
    let rows = client.send(&list).await.expect("deadlines").items;
    let later: Vec<_> = rows.iter().filter(|row| row.month > Some(declared)).collect();
    assert!(!rows.is_empty() && later.is_empty(), "{later:?}");
}
