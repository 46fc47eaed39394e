//! What changed since somebody looked last.

use std::collections::BTreeSet;

use harness::{Client, TestApp, World, company};
use shared::changes::{ChangeKind, ChangeRow, Seen, Since, Unseen};
use shared::ids::CompanyId;
use shared::page::Page;
use shared::practice::MOST_COMPANIES;

use super::{client_of, day, grid};

async fn unseen(client: &Client) -> Vec<ChangeRow> {
    let page = client.send(&Since::default()).await.expect("changes");
    assert!(page.next.is_none() && page.items.iter().all(|change| !change.seen));
    page.items
}

#[tokio::test]
async fn what_the_register_changes_is_told_field_by_field() {
    let app = TestApp::new().await;
    World::of(&app).await;
    let client = app.sign_in("consulente").await;
    client.send(&Seen::default()).await.unwrap();
    assert!(unseen(&client).await.is_empty());
    app.clock().advance_minutes(20);

    let same = || company(1, "Trattoria Esempio").position("7012345763", "7010");
    same().represented_by("Mario Rossi", "RSSMRA70A01H501S").store(&app).await;
    assert!(unseen(&client).await.is_empty(), "the same extract changes nothing");
    let renamed = company(1, "Trattoria Nuova").position("7012345763", "7010");
    renamed.represented_by("Maria Rossi", "RSSMRA70A41H501W").store(&app).await;
    let changes = unseen(&client).await;
    let told: Vec<(ChangeKind, &str)> =
        changes.iter().map(|change| (change.kind, &*change.title)).collect();
    assert_eq!(
        told,
        [
            (ChangeKind::Removed, "Mario Rossi"),
            (ChangeKind::Added, "Maria Rossi"),
            (ChangeKind::Changed, "Trattoria Nuova"),
        ]
    );
    assert_eq!(changes[2].fields.len(), 1, "{:?}", changes[2]);
    let field = &changes[2].fields[0];
    assert_eq!(field.field, "name");
    assert_eq!(field.before.as_deref(), Some("Trattoria Esempio"));
    assert_eq!(field.after.as_deref(), Some("Trattoria Nuova"));
}

#[tokio::test]
async fn changes_are_seen_one_by_one_by_company_or_all_and_again_without_effect() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let more = client_of(&app, &world, 1, (day(1, 1), None)).await;
    let client = app.sign_in("consulente").await;
    let all = unseen(&client).await;
    assert_eq!(all.len(), 4);

    let of_world: Vec<u64> = all
        .iter()
        .filter(|change| change.company == world.company)
        .map(|change| change.number)
        .collect();
    assert_eq!(of_world, [3, 2, 1]);
    let one =
        |number| Seen { companies: Some(vec![world.company]), change: Some(number), until: None };
    for _ in 0..2 {
        let left = client.send(&one(2)).await.unwrap();
        assert_eq!(left, Unseen { changes: 3, companies: 2 });
    }
    assert_eq!(client.send(&one(99)).await.unwrap_err().code, "not_found");
    let nowhere = Seen { change: Some(1), ..Seen::default() };
    assert_eq!(client.send(&nowhere).await.unwrap_err().code, "invalid");
    assert_eq!(client.send(&one(1)).await.unwrap().changes, 2);
    assert_eq!(unseen(&client).await.iter().filter(|change| change.number > 2).count(), 1);

    let company = Seen { companies: Some(vec![more]), ..Seen::default() };
    for _ in 0..2 {
        let left = client.send(&company).await.unwrap();
        assert_eq!(left, Unseen { changes: 1, companies: 1 });
    }
    let grid = grid(&client).await;
    assert_eq!(grid.changes.iter().sum::<u32>(), 1);
    assert_eq!(client.send(&Seen::default()).await.unwrap(), Unseen::default());
    let other = app.sign_in("associazione").await;
    assert_eq!(unseen(&other).await.len(), 3, "what one has seen, another has not");
}

#[tokio::test]
async fn many_clients_are_marked_in_one_call_and_those_of_others_passed_over() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let mut clients = vec![world.company];
    for number in 1..=30 {
        clients.push(client_of(&app, &world, number, (day(1, 1), None)).await);
    }
    let left_out = clients.pop().expect("a client");
    let client = app.sign_in("consulente").await;
    let before = unseen_clients(&client).await;
    assert_eq!(before.len(), 31);
    let of = |companies: Vec<CompanyId>| Seen { companies: Some(companies), ..Seen::default() };
    let nobody = CompanyId::from_u128(1);
    for foreign in [vec![world.other], vec![nobody], vec![world.other, nobody]] {
        assert_eq!(client.send(&of(foreign)).await.unwrap_err().code, "not_found");
    }
    let too_many = (0..=MOST_COMPANIES as u128).map(CompanyId::from_u128).collect();
    for (wrong, reason) in [(vec![], "empty"), (too_many, "too_many")] {
        let problem = client.send(&of(wrong)).await.unwrap_err();
        assert_eq!(problem.code, "invalid", "{reason}");
    }
    let which_one = Seen { change: Some(1), ..of(clients.clone()) };
    assert_eq!(client.send(&which_one).await.unwrap_err().code, "invalid");
    assert_eq!(unseen_clients(&client).await, before, "nothing was marked");
    for more in [&[][..], &[world.other, nobody]] {
        let left = client.send(&of([clients.as_slice(), more].concat())).await.unwrap();
        assert_eq!(left, Unseen { changes: 1, companies: 1 });
    }
    assert_eq!(unseen_clients(&client).await, [left_out].into());
}

/// The clients with changes not seen.
async fn unseen_clients(client: &Client) -> BTreeSet<CompanyId> {
    let grid = grid(client).await;
    let with = grid.id.iter().zip(&grid.changes).filter(|(_, count)| **count > 0);
    with.map(|(id, _)| *id).collect()
}

#[tokio::test]
async fn what_came_after_the_list_was_fetched_is_not_marked_with_it() {
    let app = TestApp::new().await;
    World::of(&app).await;
    let client = app.sign_in("consulente").await;
    let fetched = app.app().now();
    app.clock().advance_minutes(1);
    company(1, "Trattoria Nuova").position("7012345763", "7010").store(&app).await;
    let seen = Seen { until: Some(fetched), ..Seen::default() };
    let left = client.send(&seen).await.unwrap();
    assert_eq!(left, Unseen { changes: 2, companies: 1 });
}

#[tokio::test]
async fn pages_show_every_change_once_and_since_a_day_the_seen_ones_too() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    for number in 0..5 {
        client_of(&app, &world, number, (day(1, 1), None)).await;
    }
    let client = app.sign_in("consulente").await;
    client.send(&Seen { companies: Some(vec![world.company]), ..Seen::default() }).await.unwrap();
    for (since, expected) in [(None, 5), (Some(day(10, 14)), 8), (Some(day(10, 15)), 0)] {
        let mut found = Vec::new();
        let mut cursor = None;
        loop {
            let request = Since { since, limit: Some(2), cursor, ..Since::default() };
            let Page { items, next, .. } = client.send(&request).await.unwrap();
            found.extend(items.into_iter().map(|change| (change.company, change.number)));
            cursor = next;
            if cursor.is_none() {
                break;
            }
        }
        let count = found.len();
        found.sort_unstable();
        found.dedup();
        assert_eq!((count, found.len()), (expected, expected), "{since:?}");
    }
}

#[tokio::test]
async fn a_new_delegate_begins_where_the_delegation_began() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    app.clock().advance_minutes(24 * 60);
    client_of(&app, &world, 1, (day(10, 15), None)).await;
    // The world's company is known since yesterday, the other one since today.
    let practice = world.practice;
    let grant =
        backend::delegations::Grant { practice, company: world.other, from: day(10, 15), to: None };
    app.write(move |tx| backend::delegations::service::grant(tx, &grant)).await;
    let client = app.sign_in("consulente").await;
    let changed = unseen(&client).await;
    assert!(changed.iter().all(|change| change.company != world.other));
    assert_eq!(changed.len(), 4);
}
