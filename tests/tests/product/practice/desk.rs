//! Views, tags and assignments.

use harness::{Client, TestApp, World};
use shared::ids::CompanyId;
use shared::practice::{
    Assign, Changed, Column, Condition, CreateTag, CreateView, DeleteTag, DeleteView, Export,
    Layout, MOST_COMPANIES, ReplaceTag, ReplaceView, SetTag, Sort, TagColor, Test, View, Views,
};

use super::{client_of, day, grid};

async fn with_clients(count: u32) -> (TestApp, World, Vec<CompanyId>) {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let mut companies = Vec::new();
    for number in 0..count {
        companies.push(client_of(&app, &world, number, (day(1, 1), None)).await);
    }
    (app, world, companies)
}

fn layout() -> Layout {
    Layout { columns: vec![Column::Name, Column::Missing], frozen: 1, ..Layout::default() }
}

fn named(name: &str, shared: bool) -> CreateView {
    CreateView { name: name.to_owned(), shared, layout: layout() }
}

async fn views(client: &Client) -> Vec<View> {
    client.send(&Views {}).await.expect("views")
}

fn reasons(problem: shared::fault::Problem) -> Vec<String> {
    problem.errors.into_iter().map(|error| format!("{}: {}", error.field, error.reason)).collect()
}

#[tokio::test]
async fn views_are_shared_or_ones_own_and_change_by_version() {
    let (app, ..) = with_clients(0).await;
    let (head, hand) = (app.sign_in("consulente").await, app.sign_in("collaboratore").await);
    let shared = head.send(&named("Tutti", true)).await.unwrap();
    let own = head.send(&named("Miei", false)).await.unwrap();
    assert!(shared.editable && own.editable && shared.version == 1);
    assert_eq!(views(&head).await.len(), 2);
    let of_hand = views(&hand).await;
    assert_eq!(of_hand.iter().map(|view| view.editable).collect::<Vec<_>>(), [false]);
    assert!(views(&app.sign_in("associazione").await).await.is_empty());

    let replace = ReplaceView {
        view: shared.id,
        name: "Tutti quanti".into(),
        layout: Layout { pinned: Some(2), ..layout() },
        version: 1,
    };
    assert_eq!(hand.send(&replace).await.unwrap_err().code, "forbidden");
    assert_eq!(hand.send(&named("Per tutti", true)).await.unwrap_err().code, "forbidden");
    let replaced = head.send(&replace).await.unwrap();
    assert_eq!((replaced.version, replaced.layout.pinned), (2, Some(2)));
    let conflict = head.send(&replace).await.unwrap_err();
    assert_eq!((conflict.code.as_str(), conflict.value), ("conflict", Some(2)));
    assert_eq!(views(&head).await[0].id, shared.id, "the pinned ones come first");

    let foreign = ReplaceView { view: own.id, ..replace.clone() };
    assert_eq!(hand.send(&foreign).await.unwrap_err().code, "not_found");
    let delete = DeleteView { view: shared.id, version: 1 };
    assert_eq!(head.send(&delete).await.unwrap_err().code, "conflict");
    head.send(&DeleteView { version: 2, ..delete }).await.unwrap();
    assert!(views(&hand).await.is_empty());
}

#[tokio::test]
async fn a_view_that_no_grid_could_show_is_refused() {
    let (app, ..) = with_clients(0).await;
    let client = app.sign_in("consulente").await;
    client.send(&named("Clienti", false)).await.unwrap();
    let condition = |column, test, values: &[&str]| Layout {
        filter: vec![Condition {
            column,
            test,
            values: values.iter().map(|v| (*v).to_owned()).collect(),
        }],
        ..layout()
    };
    let sort = Sort { column: Column::Name, descending: false };
    for (name, layout, expected) in [
        ("  ", layout(), "name: empty"),
        (&*"x".repeat(61), layout(), "name: too_long"),
        (" CLIENTI ", layout(), "name: taken"),
        ("A", Layout { columns: vec![], ..layout() }, "columns: empty"),
        ("A", Layout { columns: vec![Column::Name; 2], ..layout() }, "columns: twice"),
        ("A", Layout { frozen: 2, ..layout() }, "frozen: too_many"),
        ("A", Layout { sort: vec![sort, sort], ..layout() }, "sort: twice"),
        ("A", condition(Column::Name, Test::AtLeast, &["1"]), "filter: not_a_test"),
        ("A", condition(Column::Missing, Test::AtLeast, &["lots"]), "filter: not_a_test"),
        ("A", condition(Column::Name, Test::Is, &[&"x".repeat(101)]), "filter: too_many"),
    ] {
        let request = CreateView { name: name.to_owned(), shared: false, layout };
        assert_eq!(reasons(client.send(&request).await.unwrap_err()), [expected]);
    }
}

#[tokio::test]
async fn an_office_that_a_view_names_by_what_it_was_called_is_meant_by_its_digits() {
    let (app, ..) = with_clients(0).await;
    let client = app.sign_in("consulente").await;
    let values = ["Roma Tuscolano", "4900", "Sede che non c'è"].map(str::to_owned).to_vec();
    let filter = vec![Condition { column: Column::Office, test: Test::Is, values }];
    let layout = Layout { filter, ..layout() };
    let request = CreateView { name: "Sedi".into(), shared: false, layout };
    client.send(&request).await.unwrap();
    let [condition] = views(&client).await[0].layout.filter.clone().try_into().unwrap();
    let Condition { values, .. } = condition;
    assert_eq!(values, ["7010", "4900", "Sede che non c'è"]);
}

#[tokio::test]
async fn tags_are_put_on_all_or_none() {
    let (app, world, companies) = with_clients(3).await;
    let client = app.sign_in("consulente").await;
    let tag = client.send(&CreateTag { name: "Edilizia".into(), color: TagColor::Orange }).await;
    let tag = tag.unwrap();
    let twice = CreateTag { name: "edilizia".into(), color: TagColor::Red };
    assert_eq!(reasons(client.send(&twice).await.unwrap_err()), ["name: taken"]);

    let set = SetTag { tag: tag.id, companies: companies.clone(), on: true };
    assert_eq!(client.send(&set).await.unwrap(), Changed { changed: 3 });
    assert_eq!(client.send(&set).await.unwrap(), Changed { changed: 0 });
    for foreign in [world.other, app.app().new_id()] {
        let set = SetTag { companies: vec![companies[0], foreign], on: false, ..set.clone() };
        assert_eq!(client.send(&set).await.unwrap_err().code, "not_found");
    }
    let tagged = grid(&client).await.tagged;
    assert_eq!(tagged.iter().filter(|tags| tags.as_slice() == [0]).count(), 3);
    let elsewhere = app.sign_in("associazione").await;
    let set_elsewhere = SetTag { companies: vec![world.company], ..set.clone() };
    assert_eq!(elsewhere.send(&set_elsewhere).await.unwrap_err().code, "not_found");
    assert!(grid(&elsewhere).await.tags.is_empty());

    let rename =
        ReplaceTag { tag: tag.id, name: "Cantieri".into(), color: TagColor::Blue, version: 1 };
    let hand = app.sign_in("collaboratore").await;
    assert_eq!(hand.send(&rename).await.unwrap_err().code, "forbidden");
    assert_eq!(client.send(&rename).await.unwrap().version, 2);
    assert_eq!(client.send(&rename).await.unwrap_err().code, "conflict");
    client.send(&DeleteTag { tag: tag.id, version: 2 }).await.unwrap();
    let grid = grid(&client).await;
    assert!(grid.tags.is_empty() && grid.tagged.iter().all(Vec::is_empty));
}

#[tokio::test]
async fn a_collaborator_sees_what_is_assigned() {
    let (app, world, companies) = with_clients(3).await;
    let (head, hand) = (app.sign_in("consulente").await, app.sign_in("collaboratore").await);
    let person = grid(&head).await.staff[0].id;
    let assign = Assign { person, companies: companies.clone(), on: true };
    assert_eq!(head.send(&assign).await.unwrap().changed, 3);
    assert_eq!(grid(&hand).await.len(), 4);
    let assigned = grid(&head).await.assigned;
    assert!(assigned.iter().all(|staff| staff.as_slice() == [0]), "{assigned:?}");
    let take = Assign { on: false, ..assign.clone() };
    assert_eq!(head.send(&take).await.unwrap().changed, 3);
    assert_eq!(grid(&hand).await.id, [world.company]);

    assert_eq!(hand.send(&assign).await.unwrap_err().code, "forbidden");
    let foreign = Assign { companies: vec![world.other], ..assign.clone() };
    assert_eq!(head.send(&foreign).await.unwrap_err().code, "not_found");
    // Nobody of the practice: its head, somebody of the association, nobody at all.
    for person in [3, 11, 99].map(shared::ids::PersonId::from_u128) {
        let nobody = Assign { person, ..assign.clone() };
        assert_eq!(head.send(&nobody).await.unwrap_err().code, "not_found");
    }
}

#[tokio::test]
async fn ten_thousand_companies_travel_in_one_call_and_no_more() {
    let (app, ..) = with_clients(0).await;
    let client = app.sign_in("consulente").await;
    let person = grid(&client).await.staff[0].id;
    for (count, expected) in
        [(0, "invalid"), (MOST_COMPANIES, "not_found"), (MOST_COMPANIES + 1, "invalid")]
    {
        let companies = (1..=count as u128).map(CompanyId::from_u128).collect();
        let assign = Assign { person, companies, on: true };
        assert_eq!(client.send(&assign).await.unwrap_err().code, expected, "{count}");
    }
}

#[tokio::test]
async fn the_grid_leaves_as_a_file_with_the_columns_and_rows_asked_for() {
    let (app, _, companies) = with_clients(3).await;
    let client = app.sign_in("consulente").await;
    let export = Export {
        columns: Some("tax_code,name".into()),
        filter: Some("name:contains:azienda".into()),
        sort: Some("-name".into()),
        search: Some("AZIENDA 00".into()),
        ..Export::default()
    };
    let reply = client.get(&shared::endpoint::url(&export).unwrap()).await;
    let text = String::from_utf8(reply.body.to_vec()).unwrap();
    let names: Vec<&str> = text
        .lines()
        .filter_map(|line| line.split(';').next())
        .filter(|name| name.contains("Azienda 0"))
        .collect();
    assert_eq!(names.len(), companies.len(), "{text}");
    assert!(names[0].contains("002") && names[2].contains("000"), "{names:?}");

    let named = Export { companies: Some(companies[1].to_string()), ..Export::default() };
    let reply = client.get(&shared::endpoint::url(&named).unwrap()).await;
    let text = String::from_utf8(reply.body.to_vec()).unwrap();
    assert!(text.contains("Azienda 001") && !text.contains("Azienda 002"), "{text}");

    let but = Export { except: Some(companies[1].to_string()), ..Export::default() };
    let reply = client.get(&shared::endpoint::url(&but).unwrap()).await;
    let text = String::from_utf8(reply.body.to_vec()).unwrap();
    assert!(!text.contains("Azienda 001") && text.contains("Azienda 002"), "{text}");

    // By the digits of an office, however it is called.
    let office = Export { filter: Some("office:is:7010".into()), ..Export::default() };
    let reply = client.get(&shared::endpoint::url(&office).unwrap()).await;
    let text = String::from_utf8(reply.body.to_vec()).unwrap();
    assert!(text.contains("Azienda 001"), "{text}");
    let other = Export { filter: Some("office:is:4900".into()), ..Export::default() };
    let reply = client.get(&shared::endpoint::url(&other).unwrap()).await;
    let text = String::from_utf8(reply.body.to_vec()).unwrap();
    assert!(!text.contains("Azienda 001"), "{text}");

    for wrong in [
        Export { companies: Some("somewhere".into()), ..Export::default() },
        Export { except: Some("somewhere".into()), ..Export::default() },
    ] {
        let reply = client.get(&shared::endpoint::url(&wrong).unwrap()).await;
        assert_eq!(reply.problem().code, "invalid");
    }
}
