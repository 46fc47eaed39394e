//! The way out: arriving, once, whatever happens between.

use std::collections::BTreeSet;
use std::time::Duration;

use backend::clock::Clock;
use backend::jobs::run_until_idle;
use backend::notifications::contacts::record;
use backend::people::service as people;
use backend::post::settings::{Relay, Safety};
use harness::TestApp;
use shared::notifications::{Channel, Choice, Event, Prefer, Step, Why};

use crate::notifications::relay::{Mood, certificate, gateway, relay};
use crate::notifications::{again, app, here, post, steps, tell, with_mobile};

#[tokio::test]
async fn mail_and_sms_arrive_and_the_ledger_says_so() {
    let ((mails, got), (texts, posted)) = (relay(None).await, gateway().await);
    let app = app(post(&here(mails), Some(texts))).await;
    with_mobile(&app).await;
    tell(&app, Event::RequestRegistered, "a").await;
    tell(&app, Event::RequestRegistered, "a").await;
    app.deliver().await;
    let mail = got.got();
    assert_eq!(mail.len(), 1, "the same key is told once: {mail:?}");
    assert_eq!(mail[0].to, "titolare@example.org");
    assert_eq!(mail[0].header("Subject"), "Cassetto: Richiesta registrata: 0001234/2026");
    assert_eq!(mail[0].header("Auto-Submitted"), "auto-generated");
    assert_eq!(mail[0].header("Bcc"), "", "what somebody wrote is never a header");
    let posted = posted.got();
    assert_eq!(posted.len(), 1);
    assert!(posted[0].head.starts_with("post /messages http/1.1"), "{}", posted[0].head);
    assert!(posted[0].head.contains("authorization: bearer word"));
    assert!(posted[0].head.contains("idempotency-key: n"));
    assert_eq!(posted[0].body["to"], "+393331234567");
    let text = posted[0].body["text"].as_str().unwrap();
    assert!(text.contains("0001234/2026") && text.chars().count() <= 160, "{text}");
    assert!(!text.contains("Aliquote"), "a telephone shows it to whoever looks: {text}");
    let client = app.sign_in("titolare").await;
    for channel in [Channel::Email, Channel::Sms] {
        assert_eq!(steps(&client, channel).await, [Step::Queued, Step::HandedOver]);
    }
    assert_eq!(steps(&client, Channel::Pec).await, []);
    app.deliver().await;
}

#[tokio::test]
async fn mail_goes_by_tls_to_whom_the_certificate_says_and_to_nobody_else() {
    let folder = tempfile::tempdir().unwrap();
    let (pem, acceptor) = certificate();
    let (address, got) = relay(Some(acceptor)).await;
    let ca = folder.path().join("ca.pem");
    std::fs::write(&ca, pem).unwrap();
    let known = Relay {
        host: "localhost".to_owned(),
        port: address.port(),
        user: Some("us".to_owned()),
        password: "word".into(),
        ca: Some(ca),
        timeout_seconds: 5,
        ..Relay::default()
    };
    let stranger = Relay { ca: None, ..known.clone() };
    let app_of_stranger = app(post(&stranger, None)).await;
    tell(&app_of_stranger, Event::RequestMessage, "a").await;
    app_of_stranger.deliver().await;
    assert!(got.got().is_empty());
    let client = app_of_stranger.sign_in("titolare").await;
    let told = steps(&client, Channel::Email).await;
    assert_eq!(told, [Step::Queued, Step::TriedAgain(Why::Unreachable)]);

    let app = app(post(&known, None)).await;
    tell(&app, Event::RequestMessage, "a").await;
    app.deliver().await;
    let got = got.got();
    assert_eq!(got.len(), 1);
    assert!(got[0].safe);
    // RFC 4616: nothing, user, password, between noughts.
    assert_eq!(got[0].signed_in.as_deref(), Some("AHVzAHdvcmQ="));
}

#[test]
fn a_relay_or_a_gateway_elsewhere_is_never_spoken_to_in_the_clear() {
    use backend::config::Config;
    use backend::post::Post;
    use backend::post::settings::Gateway;
    let set_up = |config: &Config| Post::set_up(config, std::path::Path::new("nowhere"));
    let mut config = Config::default();
    let host = "mail.example.it".to_owned();
    config.mail.smtp = Some(Relay { host, safety: Safety::None, ..Relay::default() });
    assert!(set_up(&config).is_err());
    config.mail.smtp = None;
    for (url, host, fits) in [
        ("https://sms.example.it/send", "sms.example.it", true),
        ("http://sms.example.it/send", "sms.example.it", false),
        ("https://evil.example/send", "sms.example.it", false),
        ("https://sms.example.it@evil.example/send", "sms.example.it", false),
        ("ftp://sms.example.it", "sms.example.it", false),
        ("not a url", "sms.example.it", false),
    ] {
        let gateway =
            Gateway { url: url.to_owned(), hosts: vec![host.to_owned()], ..Gateway::default() };
        config.sms = Some(gateway);
        assert_eq!(set_up(&config).is_ok(), fits, "{url}");
    }
}

#[tokio::test]
async fn what_was_taken_without_a_word_comes_again_as_the_same_letter() {
    let ((mails, got), (texts, posted)) = (relay(None).await, gateway().await);
    let app = app(post(&here(mails), Some(texts))).await;
    with_mobile(&app).await;
    got.becomes(Mood::BreaksOff);
    posted.becomes(Mood::BreaksOff);
    tell(&app, Event::RequestClosed, "a").await;
    app.deliver().await;
    got.becomes(Mood::Kind);
    posted.becomes(Mood::Kind);
    app.clock().advance_minutes(1);
    app.deliver().await;
    let ids: BTreeSet<String> =
        got.got().iter().map(|mail| mail.header("Message-ID").to_owned()).collect();
    assert_eq!((got.got().len(), ids.len()), (2, 1), "{ids:?}");
    let ids: BTreeSet<String> = posted.got().iter().map(|sms| sms.body["id"].to_string()).collect();
    assert_eq!((posted.got().len(), ids.len()), (2, 1), "{ids:?}");
    let client = app.sign_in("titolare").await;
    let told = steps(&client, Channel::Email).await;
    assert_eq!(told, [Step::Queued, Step::TriedAgain(Why::Unreachable), Step::HandedOver]);
    app.clock().advance_minutes(60);
    app.deliver().await;
    assert_eq!(got.got().len(), 2, "what is done is not done again");
}

#[tokio::test]
async fn a_server_that_dies_while_sending_sends_the_same_letter_when_it_is_back() {
    let (mails, got) = relay(None).await;
    let first = app(post(&here(mails), None)).await;
    tell(&first, Event::RequestClosed, "a").await;
    got.becomes(Mood::Silent);
    let working = run_until_idle(first.app());
    let cut = tokio::time::timeout(Duration::from_millis(800), working).await;
    assert!(cut.is_err(), "it waits for the relay's word");
    assert_eq!(got.got().len(), 1);
    let (store, now) = (first.app().store().clone(), first.clock().now());
    // What dies says no farewell: what it left behind is looked at below.
    std::mem::forget(first);
    got.becomes(Mood::Kind);
    let second = again(store, post(&here(mails), None)).await;
    second.clock().set(now);
    second.deliver().await;
    assert_eq!(got.got().len(), 1, "somebody may still be at it");
    second.clock().advance_minutes(6);
    second.deliver().await;
    let ids: BTreeSet<String> =
        got.got().iter().map(|mail| mail.header("Message-ID").to_owned()).collect();
    assert_eq!((got.got().len(), ids.len()), (2, 1), "{ids:?}");
    let client = second.sign_in("titolare").await;
    assert_eq!(steps(&client, Channel::Email).await, [Step::Queued, Step::HandedOver]);
}

#[tokio::test]
async fn a_refused_address_is_the_end_and_a_busy_relay_is_asked_again_for_half_a_day() {
    let (mails, got) = relay(None).await;
    let app = app(post(&here(mails), None)).await;
    got.becomes(Mood::Refuses);
    tell(&app, Event::RequestClosed, "a").await;
    app.deliver().await;
    let client = app.sign_in("titolare").await;
    let told = steps(&client, Channel::Email).await;
    assert_eq!(told, [Step::Queued, Step::Failed(Why::AddressRefused)]);

    got.becomes(Mood::Busy);
    tell(&app, Event::RequestTaken, "b").await;
    let hours = until_it_ends(&app).await;
    assert!((12..24).contains(&hours), "{hours}");
    let told = steps(&client_of(&app).await, Channel::Email).await;
    assert_eq!(told.len(), 13, "{told:?}");
    assert_eq!(told[1], Step::TriedAgain(Why::Busy));
    assert_eq!(told[12], Step::Failed(Why::Busy));
    assert!(got.got().is_empty());
}

async fn client_of(app: &TestApp) -> harness::Client {
    app.sign_in("titolare").await
}

/// Lets time pass until the latest message ended; how many hours.
async fn until_it_ends(app: &TestApp) -> u32 {
    for quarters in 0..200_u32 {
        app.deliver().await;
        let told = steps(&client_of(app).await, Channel::Email).await;
        if told.iter().any(|step| matches!(step, Step::Failed(_))) {
            return quarters / 4;
        }
        app.clock().advance_minutes(15);
    }
    panic!("it never ends")
}

#[tokio::test]
async fn a_relay_that_is_away_is_left_in_peace() {
    let (away, _) = relay(None).await;
    let nobody = std::net::SocketAddr::from(([127, 0, 0, 1], 1));
    assert_ne!(away, nobody);
    let app = app(post(&here(nobody), None)).await;
    for (number, event) in Event::ALL.into_iter().take(6).enumerate() {
        tell(&app, event, &number.to_string()).await;
    }
    app.deliver().await;
    let client = app.sign_in("titolare").await;
    let told = steps(&client, Channel::Email).await;
    assert_eq!(told, [Step::Queued], "three failures in a row were enough");
}

#[tokio::test]
async fn certified_mail_arrives_once_somebody_asks_for_it() {
    let (mails, got) = relay(None).await;
    let app = app(post(&here(mails), None)).await;
    app.write(|tx| {
        let Some(owner) = people::by_persona(tx, "titolare")? else { return Ok(()) };
        record(tx, owner.id, Channel::Pec, "trattoria@pec.example.it")
    })
    .await;
    tell(&app, Event::RequestRegistered, "a").await;
    app.deliver().await;
    let certified = || got.got().into_iter().filter(|mail| mail.to == "trattoria@pec.example.it");
    assert_eq!(certified().count(), 0, "nobody gets it who did not ask");
    let client = app.sign_in("titolare").await;
    let choice = Choice { event: Event::RequestClosed, channel: Channel::Pec, on: true };
    client.send(&Prefer { choices: vec![choice], ..Prefer::default() }).await.unwrap();
    tell(&app, Event::RequestClosed, "b").await;
    app.deliver().await;
    let mails: Vec<_> = certified().collect();
    assert_eq!(mails.len(), 1);
    assert!(mails[0].header("From").contains("cassetto@pec.example.it"));
    assert_eq!(steps(&client, Channel::Pec).await, [Step::Queued, Step::HandedOver]);
}
