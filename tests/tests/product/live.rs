//! What open tabs are told: at once, only to those who may know, again after a gap, and not for longer than the session lasts.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use backend::app::App;
use backend::clock::{Clock, TestClock};
use backend::http::serve;
use backend::live::service::{Audience, last, publish};
use backend::store::Store;
use harness::{Client, TestApp, World};
use shared::auth::Resource;
use shared::live::{Listen, Topic, TopicKind};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::time::timeout;

/// The request that is told of; over the wire the demo tells of its own as well.
const TOLD: &str = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

/// Longer than anything here takes.
const EVER: Duration = Duration::from_secs(20);

/// What somebody is told who asks only for what they missed.
async fn missed(client: &Client, after: u64) -> String {
    let listen = Listen { after: Some(after), seconds: Some(0) };
    let reply = client.get(&shared::endpoint::url(&listen).unwrap()).await;
    assert_eq!(reply.header("content-type"), "text/event-stream");
    assert_eq!(reply.header("cache-control"), "no-store");
    String::from_utf8(reply.body.to_vec()).unwrap()
}

async fn tell(app: &TestApp, audience: Audience, topic: Topic) {
    app.write(move |tx| publish(tx, &audience, topic.clone())).await;
}

#[tokio::test]
async fn only_those_who_may_know_are_told_and_only_what_they_missed() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let company = Audience::Company(world.company, Resource::Requests);
    let topic = Topic::about(TopicKind::Request, TOLD);
    tell(&app, company.clone(), topic.clone()).await;
    tell(&app, Audience::Company(world.company, Resource::InternalNotes), topic).await;
    tell(&app, Audience::Office("7010".into()), Topic::of(TopicKind::Request)).await;
    for (persona, numbers) in [
        ("titolare", &[1][..]),
        ("consulente", &[1]),
        ("collaboratore", &[1]),
        ("operatore", &[1, 2, 3]),
        ("estraneo", &[]),
        ("amministratore", &[]),
    ] {
        let told = missed(&app.sign_in(persona).await, 0).await;
        let heard: Vec<u32> = told
            .split("\n\n")
            .filter(|event| event.contains("event: changed"))
            .map(|event| event.split("id: ").nth(1).unwrap().lines().next().unwrap())
            .map(|number| number.parse().unwrap())
            .collect();
        assert_eq!(heard, numbers, "{persona}: {told}");
    }
    let owner = app.sign_in("titolare").await;
    let told = missed(&owner, 0).await;
    let event =
        format!("id: 1\nevent: changed\ndata: {{\"kind\":\"request\",\"id\":\"{TOLD}\"}}\n\n");
    assert!(told.contains(&event), "{told}");
    assert!(!missed(&owner, 1).await.contains("changed"));
    // Numbers that there are not yet are of another store: everything shown is to be asked for again.
    assert!(missed(&owner, 99).await.contains("event: resync"));
    for _ in 0..4100 {
        tell(&app, company.clone(), Topic::of(TopicKind::Request)).await;
    }
    assert!(missed(&owner, 1).await.contains("event: resync"), "too long away");
}

/// A demo on a port of its own.
struct Served {
    app: App,
    clock: Arc<TestClock>,
    address: SocketAddr,
    stop: oneshot::Sender<()>,
}

async fn served() -> Served {
    let clock = Arc::<TestClock>::default();
    let app = App::over(Store::in_memory().unwrap())
        .clock(Arc::clone(&clock) as Arc<dyn Clock>)
        .demo(true)
        .build();
    backend::demo::fill(&app, 3, 1).await.unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    tokio::spawn(serve::serve(app.clone(), listener, async { drop(stopped.await) }));
    Served { app, clock, address, stop }
}

impl Served {
    /// The cookie of somebody who signs in, and their session's person.
    async fn sign_in(&self, persona: &str) -> String {
        let body = format!(r#"{{"persona":"{persona}"}}"#);
        let call = "POST /api/v1/session/demo HTTP/1.1\r\nConnection: close\r\nContent-Type: application/json";
        let answer = self.call(call, &body).await;
        answer.split("set-cookie: ").nth(1).unwrap().split(';').next().unwrap().to_owned()
    }

    async fn call(&self, head: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        let length = body.len();
        let request = format!("{head}\r\nHost: a\r\nContent-Length: {length}\r\n\r\n{body}");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    }

    /// An open tab, which has heard that it is one.
    async fn tab(&self, cookie: &str, headers: &str) -> Tab {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        let head =
            format!("GET /api/v1/live HTTP/1.1\r\nHost: a\r\nCookie: {cookie}\r\n{headers}\r\n");
        stream.write_all(head.as_bytes()).await.unwrap();
        let mut tab = Tab { stream, heard: String::new() };
        tab.hears("event: ready").await;
        tab
    }

    /// Tells of something that nothing else here tells of; the number of the event.
    async fn tell(&self, audience: Audience) -> u64 {
        let topic = Topic::about(TopicKind::Request, TOLD);
        let told = backend::write::write(&self.app, None, None, move |tx| {
            publish(tx, &audience, topic.clone())?;
            Ok((last(tx)?, backend::audit::NewEntry::of("test.tell")))
        });
        told.await.unwrap()
    }
}

struct Tab {
    stream: TcpStream,
    heard: String,
}

impl Tab {
    /// Waits until something was heard; how long that took.
    async fn hears(&mut self, what: &str) -> Duration {
        let began = Instant::now();
        while !self.heard.contains(what) {
            assert!(self.more().await, "it ended without {what}: {}", self.heard);
        }
        began.elapsed()
    }

    /// Waits until it ends; how long that took.
    async fn ends(&mut self) -> Duration {
        let began = Instant::now();
        // The last piece of a body in pieces is one of nought bytes.
        while !self.heard.ends_with("0\r\n\r\n") && self.more().await {}
        began.elapsed()
    }

    async fn more(&mut self) -> bool {
        let mut piece = [0; 4096];
        let read = timeout(EVER, self.stream.read(&mut piece)).await.unwrap().unwrap_or(0);
        self.heard.push_str(&String::from_utf8_lossy(&piece[..read]));
        read > 0
    }
}

#[tokio::test]
async fn a_change_reaches_another_tab_at_once_and_goes_on_after_a_gap() {
    let server = served().await;
    let office = Audience::Office("7010".into());
    let (mine, other) = (server.sign_in("operatore").await, server.sign_in("responsabile").await);
    let owner = server.sign_in("titolare").await;
    let (mut first, mut second) = (server.tab(&mine, "").await, server.tab(&other, "").await);
    let mut stranger = server.tab(&owner, "").await;
    let changed = |number: u64| format!("id: {number}\nevent: changed\n");
    let one = server.tell(office.clone()).await;
    let took = first.hears(&changed(one)).await + second.hears(&changed(one)).await;
    assert!(took < Duration::from_secs(1), "{took:?}");
    assert!(first.heard.contains(TOLD), "{}", first.heard);
    drop(second);
    let two = server.tell(office.clone()).await;
    let three = server.tell(office).await;
    first.hears(&changed(three)).await;
    let mut again = server.tab(&other, &format!("Last-Event-ID: {one}\r\n")).await;
    again.hears(&changed(three)).await;
    assert!(again.heard.contains(&changed(two)) && !again.heard.contains(&changed(one)));
    let quiet = timeout(Duration::from_millis(300), stranger.hears(TOLD)).await;
    assert!(quiet.is_err(), "{}", stranger.heard);
}

#[tokio::test]
async fn a_tab_ends_within_a_second_of_its_session() {
    let server = served().await;
    for way in ["sign out", "idle"] {
        let cookie = server.sign_in("operatore").await;
        let mut tab = server.tab(&cookie, "").await;
        match way {
            "idle" => server.clock.advance_minutes(shared::session::IDLE_MINUTES),
            _ => {
                let head = format!(
                    "DELETE /api/v1/session HTTP/1.1\r\nConnection: close\r\nCookie: {cookie}"
                );
                assert!(server.call(&head, "").await.starts_with("HTTP/1.1 2"));
            }
        }
        let took = tab.ends().await;
        assert!(tab.heard.contains("event: ended"), "{way}: {}", tab.heard);
        assert!(took < Duration::from_secs(1), "{way}: {took:?}");
    }
}

#[tokio::test]
async fn a_server_that_stops_tells_its_tabs_when_to_come_back() {
    let server = served().await;
    let cookie = server.sign_in("operatore").await;
    let mut tabs = Vec::new();
    for _ in 0..8 {
        tabs.push(server.tab(&cookie, "").await);
    }
    server.stop.send(()).unwrap();
    let mut moments = Vec::new();
    for tab in &mut tabs {
        assert!(tab.ends().await < Duration::from_secs(2));
        let retry = tab.heard.split("retry: ").nth(1).unwrap().lines().next().unwrap().to_owned();
        moments.push(retry.parse::<u64>().unwrap());
    }
    assert!(moments.iter().all(|moment| (500..5_000).contains(moment)), "{moments:?}");
    assert!(moments.iter().any(|moment| *moment != moments[0]), "not all at once: {moments:?}");
}

#[tokio::test]
async fn a_session_has_only_so_many_tabs() {
    let server = served().await;
    let cookie = server.sign_in("operatore").await;
    let mut tabs = Vec::new();
    for _ in 0..12 {
        tabs.push(server.tab(&cookie, "").await);
    }
    let head = format!("GET /api/v1/live HTTP/1.1\r\nConnection: close\r\nCookie: {cookie}");
    assert!(server.call(&head, "").await.starts_with("HTTP/1.1 429"));
    drop(tabs);
}
