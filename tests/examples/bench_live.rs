//! Measures how soon the other side sees a message: a thousand tabs are open, customers reply in their conversations, and the tabs of the
//! operator who answers hear of it.
//!
//! The time of one runs from the moment its reply is handed to the socket until an operator's tab has the event, over the write that is
//! durable in between. Server, callers and tabs share the machine.
//!
//! Prints one JSON object a line: name, value, unit, floor, goal. Arguments: the folder to write in (default `target`; a temporary folder
//! is made inside it) and how many replies are sent (default 600).

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use backend::app::App;
use backend::http::settings::Settings;
use backend::http::{front, serve};
use backend::requests::service as requests;
use backend::store::{Options, Store};
use harness::bench::{Times, milliseconds, practice, sync_times};
use harness::wire::{Wire, write};
use harness::{TestApp, World, company};
use serde_json::json;
use shared::fiscal::Matricola;
use shared::ids::{CompanyId, DraftId, PersonId, RequestId};
use shared::requests::topics::TopicId;
use shared::requests::{Act, Action, Draft, Submit, Submitted};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Builder;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::{sleep_until, timeout};

/// People who talk to the office, each about a company of their own.
const CUSTOMERS: u32 = 99;
/// Tabs that each of them, and the operator, has open.
const TABS: usize = 10;
/// Replies a second.
const PACE: f64 = 60.0;
/// Longer than anything here takes.
const EVER: Duration = Duration::from_secs(30);

/// A customer with a conversation.
struct Customer {
    wire: Wire,
    cookie: String,
    request: RequestId,
}

/// A conversation of which a tab heard, and when.
type Heard = (String, Instant);

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let replies: u32 = arguments.next().map_or(Ok(600), |text| text.parse())?;
    let folder = tempfile::tempdir_in(folder)?;
    let floor = sync_times(folder.path(), Duration::from_secs(2))?;

    let server = Builder::new_multi_thread().enable_all().build()?;
    let callers = Builder::new_current_thread().enable_all().build()?;
    let store = Store::open(&folder.path().join("cassetto.redb"), Options::default())?;
    let app = server.block_on(TestApp::with().store(store.clone()).build());
    let personas = server.block_on(furnish(&app))?;
    let address = server.block_on(listening(app.app().clone()))?;
    let times = callers.block_on(measure(&app, address, personas, replies))?;
    show(&floor, app.app().tabs().count(), &times);
    server.block_on(app.deliver());
    server.shutdown_background();
    Ok(())
}

fn show(floor: &Times, tabs: usize, times: &Times) {
    for line in [
        json!({"name": "tabs open", "value": tabs, "unit": ""}),
        json!({
            "name": "a reply seen by the other side, median", "value": milliseconds(times.median), "unit": "ms",
            "floor": milliseconds(floor.median),
        }),
        json!({
            "name": "the same, 99th percentile", "value": milliseconds(times.p99), "unit": "ms",
            "floor": milliseconds(floor.p99), "goal": "<= 150",
        }),
    ] {
        println!("{line}");
    }
}

/// The office's people, and customers with a draft each; their personas.
async fn furnish(app: &TestApp) -> Result<Vec<String>> {
    World::of(app).await;
    let mut personas = Vec::new();
    for number in 1..=CUSTOMERS {
        let matricola = Matricola::compose(70, number)?;
        let built = company(number + 10, "Trattoria Esempio").position(matricola.as_str(), "7010");
        let company = built.store(app).await;
        let person = u128::from(number) + 1_000_000;
        personas.push(practice(app, person, vec![company]).await);
        let at = app.app().now();
        app.write(move |tx| {
            let person = PersonId::from_u128(person);
            requests::furnish_draft(tx, at, (person, draft(number)), content(company))
        })
        .await;
    }
    Ok(personas)
}

fn draft(number: u32) -> DraftId {
    DraftId::from_u128(u128::from(number) << 32)
}

fn content(company: CompanyId) -> Draft {
    Draft {
        company: Some(company),
        topic: Some(TopicId(201)),
        subject: "Denuncia di agosto non visibile".to_owned(),
        text: "La denuncia di agosto risulta trasmessa ma nel cassetto non compare.".to_owned(),
        ..Draft::default()
    }
}

async fn listening(app: App) -> Result<SocketAddr> {
    let settings = Settings { max_connections_per_address: 2_000, ..app.config().http.clone() };
    let front = front(&app, settings)?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(serve::serve_front(front, listener, std::future::pending()));
    Ok(address)
}

async fn measure(
    app: &TestApp,
    address: SocketAddr,
    personas: Vec<String>,
    replies: u32,
) -> Result<Times> {
    let (nobody, _) = unbounded_channel();
    let mut customers = Vec::with_capacity(personas.len());
    for (number, persona) in (1..).zip(personas) {
        let mut wire = Wire::to(address).await?;
        let (cookie, _) = wire.sign_in(&persona).await?;
        let submit = Submit { draft: draft(number), version: 1 };
        let (_, answer) = wire.call(&write(&submit, &cookie, &persona)?).await?;
        let sent: Submitted = serde_json::from_slice(answer)?;
        for _ in 0..TABS {
            tab(address, &cookie, nobody.clone()).await?;
        }
        customers.push(Customer { wire, cookie, request: sent.id });
    }
    let mut wire = Wire::to(address).await?;
    let (cookie, _) = wire.sign_in("operatore").await?;
    let (heard, hears) = unbounded_channel();
    for _ in 0..TABS {
        tab(address, &cookie, heard.clone()).await?;
    }
    let open = app.app().tabs().count();
    ensure!(open >= 1_000, "{open} tabs are open");
    talk(customers, hears, replies).await
}

/// Opens a tab, which from now on tells what it hears.
async fn tab(address: SocketAddr, cookie: &str, told: UnboundedSender<Heard>) -> Result<()> {
    let mut stream = TcpStream::connect(address).await?;
    let head = format!("GET /api/v1/live HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n\r\n");
    stream.write_all(head.as_bytes()).await?;
    let mut text = String::new();
    while !text.contains("event: ready") {
        ensure!(more(&mut stream, &mut text).await?, "no tab: {text}");
    }
    text.clear();
    tokio::spawn(async move {
        while more(&mut stream, &mut text).await.unwrap_or(false) {
            let at = Instant::now();
            while let Some((event, rest)) = text.split_once("\n\n") {
                let id = event.split_once("\"id\":\"").and_then(|(_, rest)| rest.split_once('"'));
                if let Some((id, _)) = id {
                    // Nobody listens to most of the tabs.
                    let _ = told.send((id.to_owned(), at));
                }
                text = rest.to_owned();
            }
        }
    });
    Ok(())
}

async fn more(stream: &mut TcpStream, text: &mut String) -> Result<bool> {
    let mut piece = [0; 4096];
    let read = stream.read(&mut piece).await?;
    text.push_str(&String::from_utf8_lossy(&piece[..read]));
    Ok(read > 0)
}

/// Customers reply in turn, at moments that are evenly spread; how long each reply took to each of the operator's tabs.
async fn talk(
    mut customers: Vec<Customer>,
    mut hears: UnboundedReceiver<Heard>,
    replies: u32,
) -> Result<Times> {
    let (mut times, start) = (Vec::new(), Instant::now() + Duration::from_millis(300));
    // What was told before is of the requests themselves.
    sleep_until(start.into()).await;
    while hears.try_recv().is_ok() {}
    let mut sent: HashMap<String, Instant> = HashMap::new();
    let places = customers.len();
    for turn in 0..replies {
        sleep_until((start + Duration::from_secs_f64(f64::from(turn) / PACE)).into()).await;
        let customer = customers.get_mut(turn as usize % places).context("a customer")?;
        let action = Action::Reply { text: format!("Ecco, {turn}."), attachments: Vec::new() };
        let act = Act::of(customer.request, None, action);
        let call = write(&act, &customer.cookie, &format!("reply-{turn}"))?;
        sent.insert(customer.request.to_string(), Instant::now());
        customer.wire.call(&call).await?;
        while let Ok(heard) = hears.try_recv() {
            times.extend(took(&sent, &heard));
        }
    }
    while times.len() < replies as usize * TABS {
        let heard = timeout(EVER, hears.recv()).await.context("not all was heard")?;
        times.extend(took(&sent, &heard.context("the tabs are open")?));
    }
    Ok(Times::of(times))
}

fn took(sent: &HashMap<String, Instant>, (id, at): &Heard) -> Option<Duration> {
    sent.get(id).map(|from| at.duration_since(*from))
}
