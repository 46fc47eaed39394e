//! Measures the durable submission of requests with their registration: 256 people of 256 companies send what they have written to one
//! office, over sockets, and its register gives each a number.
//!
//! First as fast as it goes, each client with one call at a time: that gives the rate, and with 256 who wait the time of one follows from
//! it. Then at a set pace, each call at its moment whatever became of those before: that gives the time of one, reckoned from that moment.
//! Server and callers share the machine. At the end the store is opened anew, and whatever was acknowledged must be in its register.
//!
//! Prints one JSON object a line: name, value, unit, floor, goal. Arguments: the folder to write in (default `target`; a temporary folder
//! is made inside it) and how often each client sends in the first part (default 120).

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use backend::app::App;
use backend::http::{front, serve};
use backend::requests::service as requests;
use backend::store::{Options, Stats, Store};
use harness::bench::{Times, milliseconds, practice, sync_times};
use harness::wire::{Wire, write};
use harness::{TestApp, company};
use serde_json::json;
use shared::fiscal::Matricola;
use shared::ids::{CompanyId, DraftId, PersonId};
use shared::requests::topics::TopicId;
use shared::requests::{Draft, Submit, Submitted};
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::time::sleep_until;

const CLIENTS: u32 = 256;
/// Sent by each before anything is measured.
const WARMING: u32 = 4;
/// What is asked for, in submissions a second.
const GOAL: f64 = 5_000.0;
/// Seconds of the part at a set pace.
const PACED: f64 = 4.0;

/// Somebody who sends.
struct Sender {
    wire: Wire,
    /// What they have not sent yet, ready for the wire; the next one last.
    ready: Vec<String>,
    /// What was answered.
    answers: Vec<Vec<u8>>,
    /// How long each took.
    times: Vec<Duration>,
}

impl Sender {
    /// Sends the next; `from` is when it should have been sent.
    async fn send(&mut self, from: Instant) -> Result<()> {
        let request = self.ready.pop().context("a draft is left")?;
        let (_, body) = self.wire.call(&request).await?;
        self.times.push(from.elapsed());
        self.answers.push(body.to_vec());
        Ok(())
    }
}

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let each: u32 = arguments.next().map_or(Ok(120), |text| text.parse())?;
    let folder = tempfile::tempdir_in(folder)?;
    let floor = sync_times(folder.path(), Duration::from_secs(2))?;

    let server = Builder::new_multi_thread().enable_all().build()?;
    let callers = Builder::new_current_thread().enable_all().build()?;
    let file = folder.path().join("cassetto.redb");
    let store = Store::open(&file, Options::default())?;
    let app = server.block_on(TestApp::with().store(store.clone()).build());
    app.clock().run();
    let paced = (PACED * GOAL / f64::from(CLIENTS)).ceil() as u32;
    let people = server.block_on(furnish(&app, WARMING + each + paced))?;
    let address = server.block_on(listening(app.app().clone()))?;
    let mut senders = callers.block_on(signed_in(address, people))?;

    callers.block_on(all_out(&mut senders, WARMING))?;
    senders.iter_mut().for_each(|sender| sender.times.clear());
    let (before, busy) = (store.stats()?, server_time());
    let rate = callers.block_on(all_out(&mut senders, each))?;
    let (after, busy) = (store.stats()?, server_time() - busy);
    let crowded = times(&mut senders);
    let pace = GOAL.min(0.8 * rate);
    callers.block_on(at_pace(&mut senders, paced, pace))?;
    let calm = times(&mut senders);

    show(&floor, rate, &crowded, (pace, &calm));
    let sent = f64::from(each * CLIENTS);
    for line in [
        json!({"name": "submissions a commit", "value": carried(&before, &after), "unit": ""}),
        json!({"name": "processor time of the server for one", "value": (busy / sent / 1e3).round(), "unit": "µs"}),
    ] {
        println!("{line}");
    }
    let answers = senders.into_iter().flat_map(|sender| sender.answers).collect();
    // Nobody here has an address, so that little was promised besides.
    server.block_on(app.deliver());
    server.shutdown_background();
    drop(app);
    store.close()?;
    verify(&file, answers)
}

fn show(floor: &Times, rate: f64, crowded: &Times, (pace, calm): (f64, &Times)) {
    let pace = format!("submissions at {pace:.0} a second");
    let syncs = (1.0 / floor.median.as_secs_f64()).round();
    for line in [
        json!({"name": "fdatasync of 4 KB, median", "value": milliseconds(floor.median), "unit": "ms"}),
        json!({
            "name": format!("submissions, {CLIENTS} clients"), "value": rate.round(), "unit": "requests/s",
            "floor": syncs, "goal": format!(">= {GOAL}"),
        }),
        json!({"name": "the same, time of one, median", "value": milliseconds(crowded.median), "unit": "ms"}),
        json!({"name": "the same, time of one, 99th percentile", "value": milliseconds(crowded.p99), "unit": "ms"}),
        json!({
            "name": format!("{pace}, median"), "value": milliseconds(calm.median), "unit": "ms",
            "floor": milliseconds(floor.median),
        }),
        json!({
            "name": format!("{pace}, 99th percentile"), "value": milliseconds(calm.p99), "unit": "ms",
            "floor": milliseconds(floor.p99), "goal": "<= 25",
        }),
    ] {
        println!("{line}");
    }
}

/// How many transactions a commit carried.
fn carried(before: &Stats, after: &Stats) -> f64 {
    let transactions = (after.transactions - before.transactions) as f64;
    (transactions / (after.commits - before.commits).max(1) as f64).round()
}

/// The companies, and for each somebody with drafts: persona and drafts.
async fn furnish(app: &TestApp, drafts: u32) -> Result<Vec<(String, Vec<DraftId>)>> {
    let mut people = Vec::new();
    for number in 1..=CLIENTS {
        let matricola = Matricola::compose(70, number)?;
        let built = company(number, "Trattoria Esempio").position(matricola.as_str(), "7010");
        let company = built.store(app).await;
        let person = u128::from(number) + 1_000_000;
        let persona = practice(app, person, vec![company]).await;
        let ids: Vec<DraftId> = (0..drafts)
            .map(|draft| DraftId::from_u128(u128::from(draft) << 32 | u128::from(number)))
            .collect();
        let (kept, at) = (ids.clone(), app.app().now());
        app.write(move |tx| {
            let person = PersonId::from_u128(person);
            kept.iter()
                .try_for_each(|id| requests::furnish_draft(tx, at, (person, *id), content(company)))
        })
        .await;
        people.push((persona, ids));
    }
    Ok(people)
}

/// What people write, at its usual length.
fn content(company: CompanyId) -> Draft {
    let said = "La denuncia di agosto risulta trasmessa ma nel cassetto non compare, e il versamento non è abbinato. ";
    Draft {
        company: Some(company),
        topic: Some(TopicId(201)),
        subject: "Denuncia di agosto non visibile".to_owned(),
        text: said.repeat(6),
        ..Draft::default()
    }
}

async fn listening(app: App) -> Result<SocketAddr> {
    let front = front(&app, app.config().http.clone())?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(serve::serve_front(front, listener, std::future::pending()));
    Ok(address)
}

async fn signed_in(
    address: SocketAddr,
    people: Vec<(String, Vec<DraftId>)>,
) -> Result<Vec<Sender>> {
    let mut senders = Vec::with_capacity(people.len());
    for (persona, drafts) in people {
        let mut wire = Wire::to(address).await?;
        let (cookie, _) = wire.sign_in(&persona).await?;
        let ready = drafts.into_iter().map(|draft| {
            let submit = Submit { draft, version: 1 };
            write(&submit, &cookie, &draft.to_string())
        });
        let ready = ready.collect::<Result<_>>()?;
        senders.push(Sender { wire, ready, answers: Vec::new(), times: Vec::new() });
    }
    Ok(senders)
}

/// Each sends so many, one after the other: how many a second all together.
async fn all_out(senders: &mut Vec<Sender>, each: u32) -> Result<f64> {
    let start = Instant::now();
    let sent = f64::from(each) * senders.len() as f64;
    together(senders, |mut sender, _| async move {
        for _ in 0..each {
            sender.send(Instant::now()).await?;
        }
        Ok(sender)
    })
    .await?;
    Ok(sent / start.elapsed().as_secs_f64())
}

/// Each sends so many at moments that are evenly spread over all, `pace` a second.
async fn at_pace(senders: &mut Vec<Sender>, each: u32, pace: f64) -> Result<()> {
    let start = Instant::now() + Duration::from_millis(100);
    together(senders, move |mut sender, place| async move {
        for turn in 0..each {
            let order = f64::from(turn * CLIENTS) + place as f64;
            let at = start + Duration::from_secs_f64(order / pace);
            sleep_until(at.into()).await;
            sender.send(at).await?;
        }
        Ok(sender)
    })
    .await
}

/// Lets all do something at once.
async fn together<F: Future<Output = Result<Sender>> + Send + 'static>(
    senders: &mut Vec<Sender>,
    task: impl Fn(Sender, usize) -> F,
) -> Result<()> {
    let tasks: Vec<_> = senders
        .drain(..)
        .enumerate()
        .map(|(place, sender)| tokio::spawn(task(sender, place)))
        .collect();
    for task in tasks {
        senders.push(task.await??);
    }
    Ok(())
}

/// What all of them took, forgotten here.
fn times(senders: &mut [Sender]) -> Times {
    Times::of(senders.iter_mut().flat_map(|sender| std::mem::take(&mut sender.times)).collect())
}

/// Nanoseconds of processor time that all threads but the callers' have had; nought where the system does not tell.
fn server_time() -> f64 {
    let own = std::process::id().to_string();
    let tasks = fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let others = tasks.filter(|task| task.file_name().to_string_lossy() != own);
    let times = others.filter_map(|task| {
        let times = fs::read_to_string(task.path().join("schedstat")).ok()?;
        times.split(' ').next()?.parse::<f64>().ok()
    });
    times.sum()
}

/// Opens the store anew: whatever was acknowledged is registered, under numbers without a gap.
fn verify(file: &Path, answers: Vec<Vec<u8>>) -> Result<()> {
    let mut numbers = Vec::with_capacity(answers.len());
    for answer in answers {
        let sent: Submitted = serde_json::from_slice(&answer)?;
        numbers.push(sent.receipt.registered.number.number);
    }
    numbers.sort_unstable();
    let last = numbers.len() as u64;
    ensure!(numbers.into_iter().eq(1..=last), "a number is missing, or was given twice");
    let tables = Store::open(file, Options::default())?.stats()?.tables;
    let rows = tables.into_iter().find(|table| table.name == "register").map(|table| table.rows);
    ensure!(rows == Some(last), "{last} were acknowledged, {rows:?} are registered");
    Ok(())
}
