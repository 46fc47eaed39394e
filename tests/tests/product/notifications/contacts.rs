//! Addresses that are proven, and what belongs to nobody else.

use harness::{TestApp, World};
use shared::lang::Lang;
use shared::notifications::{
    Channel, Confirm, Contact, Count, Event, List, Mailbox, Read, Remove, SetContact, Show,
};

use crate::notifications::tell;

async fn with_world() -> TestApp {
    let app = TestApp::new().await;
    World::of(&app).await;
    app.deliver().await;
    app
}

/// The code in the latest mail to an address.
fn code(app: &TestApp, to: &str) -> String {
    let mail = app.mail().into_iter().rfind(|mail| mail.to == to).expect("a code was sent");
    let digits = mail.body.split(|c: char| !c.is_ascii_digit());
    digits.into_iter().find(|digits| digits.len() == 6).expect("a code was sent").to_owned()
}

#[tokio::test]
async fn an_address_is_used_once_its_code_comes_back() {
    let app = with_world().await;
    let client = app.sign_in("titolare").await;
    let channel = Channel::Email;
    let set = SetContact { channel, value: "new@example.org".to_owned() };
    let asked = client.send(&set).await.unwrap();
    let before = Some("titolare@example.org".to_owned());
    let pending = Some("new@example.org".to_owned());
    assert_eq!(asked, Contact { channel, value: before, pending: pending.clone() });
    app.deliver().await;
    let code = code(&app, "new@example.org");
    let confirmed = client.send(&Confirm { channel, code }).await.unwrap();
    assert_eq!(confirmed, Contact { channel, value: pending, pending: None });
    tell(&app, Event::RequestMessage, "a").await;
    app.deliver().await;
    let last = app.mail().pop().unwrap();
    assert_eq!(
        (last.to.as_str(), last.subject.contains("Nuovo messaggio")),
        ("new@example.org", true)
    );
    let shown = client.send(&Mailbox { to: Some("new@".to_owned()) }).await.unwrap();
    assert_eq!(shown.len(), 2, "the demo shows what it sent: {shown:?}");
    client.send(&Remove { channel }).await.unwrap();
    tell(&app, Event::RequestMessage, "b").await;
    app.deliver().await;
    assert_eq!(app.mail().last(), Some(&last), "without an address nothing is sent");
}

#[tokio::test]
async fn wrong_codes_are_counted_and_then_the_right_one_does_not_help() {
    let app = with_world().await;
    let client = app.sign_in("titolare").await;
    let channel = Channel::Email;
    let set = SetContact { channel, value: "new@example.org".to_owned() };
    client.send(&set).await.unwrap();
    app.deliver().await;
    let right = code(&app, "new@example.org");
    let wrong = if right == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        let problem = client.send(&Confirm { channel, code: wrong.to_owned() }).await.unwrap_err();
        assert_eq!(problem.errors[0].reason, "wrong");
    }
    let problem = client.send(&Confirm { channel, code: right }).await.unwrap_err();
    assert_eq!(problem.errors[0].reason, "used_up");

    client.send(&set).await.unwrap();
    app.deliver().await;
    let late = code(&app, "new@example.org");
    app.clock().advance_minutes(16);
    let problem = client.send(&Confirm { channel, code: late }).await.unwrap_err();
    assert_eq!(problem.errors[0].reason, "expired");
    for _ in 0..3 {
        client.send(&set).await.unwrap();
    }
    assert_eq!(client.send(&set).await.unwrap_err().code, "too_many");
    app.deliver().await;
}

#[tokio::test]
async fn what_is_no_address_is_refused_by_its_reason() {
    let app = with_world().await;
    let client = app.sign_in("titolare").await;
    for (channel, value, reason) in [
        (Channel::Email, "anna@example.org\r\nBcc: x@example.org", "not_an_address"),
        (Channel::Pec, "", "not_an_address"),
        (Channel::Sms, "06 1234567", "not_a_mobile"),
    ] {
        let set = SetContact { channel, value: value.to_owned() };
        let problem = client.send(&set).await.unwrap_err();
        assert_eq!(problem.errors[0].reason, reason, "{value:?}");
    }
    let none = Confirm { channel: Channel::Pec, code: "123456".to_owned() };
    assert_eq!(client.send(&none).await.unwrap_err().code, "not_found");
}

#[tokio::test]
async fn what_one_is_told_is_ones_own_in_ones_language_and_page_by_page() {
    let app = with_world().await;
    for number in 0..5 {
        tell(&app, Event::RequestMessage, &number.to_string()).await;
    }
    app.clock().advance_minutes(61);
    app.deliver().await;
    let client = app.sign_in("titolare").await;
    let mut list = List { limit: Some(2), lang: Some(Lang::De), ..List::default() };
    let mut numbers = Vec::new();
    loop {
        let page = client.send(&list).await.unwrap();
        numbers.extend(page.items.iter().map(|row| row.number));
        assert!(page.items.iter().all(|row| row.title.starts_with("Neue Nachricht")));
        let Some(next) = page.next else { break };
        list.cursor = Some(next);
    }
    assert_eq!(numbers, [5, 4, 3, 2, 1]);
    assert_eq!(client.send(&Count {}).await.unwrap().count, 5);
    let one = client.send(&Read { number: 2, earlier: false }).await.unwrap();
    let all = client.send(&Read { number: 4, earlier: true }).await.unwrap();
    assert_eq!((one.count, all.count), (4, 1));
    let unread = List { unread: Some(true), ..List::default() };
    assert_eq!(client.send(&unread).await.unwrap().items[0].number, 5);

    let other = app.sign_in("consulente").await;
    assert!(other.send(&List::default()).await.unwrap().items.is_empty());
    let missing = other.send(&Show { number: 5, lang: None }).await.unwrap_err();
    assert_eq!(missing.code, "not_found");
    let read = other.send(&Read { number: 5, earlier: false }).await.unwrap_err();
    assert_eq!(read.code, "not_found");
}
