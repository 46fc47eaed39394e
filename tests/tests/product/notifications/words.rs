//! What people are told is what an administrator wrote, or what the program says.

use harness::{Client, TestApp, World};
use shared::fault::Problem;
use shared::lang::Lang;
use shared::notifications::{Event, List, Messages, NotificationRow, Wording};
use shared::parameters::{Change, Replace, Show, Subject};

use super::requests::sent;

/// Puts one text in the place of all that was written.
async fn say(client: &Client, title: &str, lead: &str) -> Result<Change, Problem> {
    let subject = Subject::Messages;
    let number = client.send(&Show { subject, number: None }).await?.number;
    let (title, lead) = (title.to_owned(), lead.to_owned());
    let wording = Wording { event: Event::RequestRegistered, lang: Lang::It, title, lead };
    let json = serde_json::to_string(&Messages { messages: vec![wording] }).expect("it is written");
    client.send(&Replace { subject, json: Some(json), note: "Prova".to_owned(), number }).await
}

async fn first(client: &Client, lang: Lang) -> NotificationRow {
    let list = List { lang: Some(lang), ..List::default() };
    let rows = client.send(&list).await.expect("it answers").items;
    let registered = |row: &NotificationRow| row.event == Event::RequestRegistered;
    rows.into_iter().find(registered).expect("it was told")
}

#[tokio::test]
async fn people_read_what_an_administrator_wrote_with_its_values() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let administrator = app.sign_in("amministratore").await;
    let owner = app.sign_in("titolare").await;
    let receipt = sent(&owner, &world).await.receipt;
    let protocol = receipt.registered.number.to_string();
    let usual = first(&owner, Lang::It).await;
    assert_eq!(usual.title, format!("Richiesta registrata: {protocol}"));

    say(&administrator, "Arrivata", "È la {protocol}, a {office}.").await.unwrap();
    let told = first(&owner, Lang::It).await;
    assert_eq!(told.title, "Arrivata", "the number is named below");
    assert!(told.text.starts_with(&format!("È la {protocol}, a ")), "{}", told.text);
    let english = first(&owner, Lang::En).await;
    assert!(english.title.starts_with("Request registered"), "nobody said otherwise");
    say(&administrator, "Arrivata", "È qui.").await.unwrap();
    assert_eq!(first(&owner, Lang::It).await.title, format!("Arrivata: {protocol}"));

    let subject = Subject::Messages;
    let number = administrator.send(&Show { subject, number: None }).await.unwrap().number;
    let back = Replace { subject, json: None, note: "Prova".to_owned(), number };
    administrator.send(&back).await.unwrap();
    assert_eq!(first(&owner, Lang::It).await.text, usual.text);
    app.deliver().await;
}

#[tokio::test]
async fn texts_that_name_what_is_not_told_are_refused() {
    let app = TestApp::new().await;
    World::of(&app).await;
    let administrator = app.sign_in("amministratore").await;
    for (title, lead, reason) in [
        ("Arrivata", "Per {company}", "RequestRegistered it.lead: placeholder"),
        ("{sede", "È qui.", "RequestRegistered it.title: placeholder"),
        (" ", "È qui.", "RequestRegistered it.title: empty"),
    ] {
        let problem = say(&administrator, title, lead).await.unwrap_err();
        assert_eq!(problem.errors[0].reason, reason);
    }
    let manager = app.sign_in("responsabile").await;
    assert_eq!(say(&manager, "a", "b").await.unwrap_err().code, "forbidden");
}
