//! Notifications on their way: to a mail relay and an SMS gateway that are real, once each, when people wish it.

mod contacts;
mod receipts;
mod relay;
mod requests;
mod way;
mod when;
mod words;

use std::net::SocketAddr;
use std::path::Path;

use backend::config::Config;
use backend::notifications::contacts::record;
use backend::notifications::service::{Announcement, To, Words, announce};
use backend::people::service as people;
use backend::post::Post;
use backend::post::settings::{Gateway, Pec, Relay, Safety};
use backend::store::Store;
use harness::{Client, TestApp, World};
use shared::notifications::{About, Channel, Event, List, Show, Step};

/// A relay on this machine.
pub fn here(address: SocketAddr) -> Relay {
    Relay {
        host: "127.0.0.1".to_owned(),
        port: address.port(),
        safety: Safety::None,
        timeout_seconds: 5,
        ..Relay::default()
    }
}

/// The post over a relay, and over a gateway if there is one.
pub fn post(relay: &Relay, gateway: Option<SocketAddr>) -> Post {
    let mut config = Config::default();
    config.mail.from = "cassetto@example.it".to_owned();
    config.mail.smtp = Some(relay.clone());
    let from = "cassetto@pec.example.it".to_owned();
    config.pec = Some(Pec { from, smtp: relay.clone(), ..Pec::default() });
    config.sms = gateway.map(|gateway| Gateway {
        url: format!("http://{gateway}/messages"),
        hosts: vec!["127.0.0.1".to_owned()],
        token: "word".into(),
        timeout_seconds: 5,
        ..Gateway::default()
    });
    Post::set_up(&config, Path::new("nowhere")).expect("it answers")
}

/// An app over this post, with its people. What the world itself brings about was told before.
pub async fn app(post: Post) -> TestApp {
    let before = TestApp::new().await;
    World::of(&before).await;
    before.deliver().await;
    again(before.app().store().clone(), post).await
}

/// The same over a store that is there.
pub async fn again(store: Store, post: Post) -> TestApp {
    TestApp::with().store(store).post(post).build().await
}

/// Tells the owner of the company of an event that has this key.
pub async fn tell(app: &TestApp, event: Event, key: &str) {
    let now = app.app().now();
    let key = key.to_owned();
    app.write(move |tx| {
        let owner = people::by_persona(tx, "titolare")?.map(|person| person.id);
        let announcement = Announcement {
            event,
            to: To::People(owner.into_iter().collect()),
            company: None,
            about: About::Request("R1".to_owned()),
            key: key.clone(),
            words: Words {
                protocol: Some("0001234/2026".to_owned()),
                topic: Some(shared::requests::Words {
                    it: "Aliquote".into(),
                    en: "Rates".into(),
                    de: "Sätze".into(),
                }),
                quote: Some("Così è?\r\nBcc: all@example.org".to_owned()),
                ..Words::default()
            },
        };
        announce(tx, now, &announcement)
    })
    .await;
}

/// Gives the owner a mobile.
pub async fn with_mobile(app: &TestApp) {
    app.write(|tx| {
        let Some(owner) = people::by_persona(tx, "titolare")? else { return Ok(()) };
        record(tx, owner.id, Channel::Sms, "+393331234567")
    })
    .await;
}

/// What became of the owner's latest notification on a channel.
pub async fn steps(client: &Client, channel: Channel) -> Vec<Step> {
    let list = client.send(&List::default()).await.expect("it answers");
    let show = Show { number: list.items[0].number, lang: None };
    let trails = client.send(&show).await.expect("it answers").trails;
    let of = trails.into_iter().filter(|trail| trail.channel == channel);
    of.flat_map(|trail| trail.steps).map(|told| told.step).collect()
}
