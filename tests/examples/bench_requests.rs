//! Measures the durable submission of requests with their registration: 256 people of 256 companies send what they have written to one
//! office, over sockets, and its register gives each a number.
//!
//! First as fast as it goes, each client with one call at a time: that gives the rate, and with 256 who wait the time of one follows from
//! it. What is sent is drafted before, a few at a time as people do, and the drafting is not counted. Then at set paces, near what it can bear and
//! at half of that, each call at its moment whatever became of those before: that gives the time of one, reckoned from that moment.
//! Server and callers share the machine. At the end the store is opened anew, and whatever was acknowledged must be in its register.
//!
//! Last an operator of the office asks for pages of all that it was ever asked, through the whole of HTTP but the socket.
//!
//! Prints one JSON object a line: name, value, unit, floor, goal. Arguments: the folder to write in (default `target`; a temporary folder
//! is made inside it) and how often each client sends in the first part (default 120).

use std::collections::VecDeque;
use std::fs;
use std::net::SocketAddr;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use backend::app::App;
use backend::http::{front, serve};
use backend::people::{Person, Place, service as people};
use backend::requests::service as requests;
use backend::store::{Options, Store};
use harness::bench::{Times, milliseconds, practice, sync_times};
use harness::wire::{Wire, write};
use harness::{TestApp, company};
use serde_json::json;
use shared::auth::Role;
use shared::fiscal::Matricola;
use shared::ids::{CompanyId, DraftId, PersonId};
use shared::lang::Lang;
use shared::offices::OfficeCode;
use shared::requests::topics::TopicId;
use shared::requests::{Draft, List, Standing, Submit, Submitted};
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::time::sleep_until;

const CLIENTS: u32 = 256;
/// Sent by each before anything is measured.
const WARMING: u32 = 4;
/// What is asked for, in submissions a second.
const GOAL: f64 = 5_000.0;
/// Seconds of each part at a set pace.
const PACED: f64 = 4.0;
/// The set paces: so much of the rate that was measured, and never more than so much of what is asked for.
const PACES: [(f64, f64); 2] = [(0.8, 1.0), (0.4, 0.5)];

/// Drafts that each keeps at a time, where nothing else is said.
const AT_HAND: u32 = 20;

/// Somebody who sends.
struct Sender {
    wire: Wire,
    cookie: String,
    company: CompanyId,
    person: PersonId,
    /// What they have not sent yet, ready for the wire.
    ready: VecDeque<String>,
    /// What was answered.
    answers: Vec<Vec<u8>>,
    /// How long each took.
    times: Vec<Duration>,
}

impl Sender {
    /// Sends the next; `from` is when it should have been sent.
    async fn send(&mut self, from: Instant) -> Result<()> {
        let request = self.ready.pop_front().context("a draft is left")?;
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
    let people = server.block_on(furnish(&app))?;
    let address = server.block_on(listening(app.app().clone()))?;
    let mut senders = callers.block_on(signed_in(address, people))?;

    server.block_on(draft(&app, &mut senders, 0..WARMING))?;
    callers.block_on(all_out(&mut senders, WARMING))?;
    senders.iter_mut().for_each(|sender| sender.times.clear());
    let (mut took, mut busy, mut commits) = (Duration::ZERO, 0.0, 0);
    let until = WARMING + each;
    for first in (WARMING..until).step_by(AT_HAND as usize) {
        let drafts = first..until.min(first + AT_HAND);
        server.block_on(draft(&app, &mut senders, drafts.clone()))?;
        let (before, idle) = (store.generation(), server_time());
        took += callers.block_on(all_out(&mut senders, drafts.len() as u32))?;
        commits += store.generation() - before;
        busy += server_time() - idle;
    }
    let crowded = times(&mut senders);
    let sent = f64::from(each * CLIENTS);
    let rate = sent / took.as_secs_f64();
    let (mut next, mut calm) = (until, Vec::new());
    for (share, most) in PACES {
        let pace = (share * rate).min(most * GOAL);
        let paced = (PACED * pace / f64::from(CLIENTS)).ceil() as u32;
        server.block_on(draft(&app, &mut senders, next..next + paced))?;
        next += paced;
        callers.block_on(at_pace(&mut senders, paced, pace))?;
        calm.push((pace, times(&mut senders)));
    }

    show(&floor, rate, &crowded, &calm);
    let (a_commit, busy) = ((sent / commits as f64).round(), (busy / sent / 1e3).round());
    print(json!({"name": "submissions a commit", "value": a_commit, "unit": ""}));
    print(json!({"name": "processor time of the server for one", "value": busy, "unit": "µs"}));
    server.block_on(list(&app, next * CLIENTS))?;
    let answers = senders.into_iter().flat_map(|sender| sender.answers).collect();
    // Nobody here has an address, so that little was promised besides.
    server.block_on(app.deliver());
    server.shutdown_background();
    drop(app);
    store.close()?;
    verify(&file, answers)
}

fn show(floor: &Times, rate: f64, crowded: &Times, calm: &[(f64, Times)]) {
    let syncs = (1.0 / floor.median.as_secs_f64()).round();
    for line in [
        json!({"name": "fdatasync of 4 KB, median", "value": milliseconds(floor.median), "unit": "ms"}),
        json!({
            "name": format!("submissions, {CLIENTS} clients"), "value": rate.round(), "unit": "requests/s",
            "floor": syncs, "goal": format!(">= {GOAL}"),
        }),
        json!({"name": "the same, time of one, median", "value": milliseconds(crowded.median), "unit": "ms"}),
        json!({"name": "the same, time of one, 99th percentile", "value": milliseconds(crowded.p99), "unit": "ms"}),
    ] {
        println!("{line}");
    }
    for (pace, times) in calm {
        let pace = format!("submissions at {pace:.0} a second");
        for line in [
            json!({
                "name": format!("{pace}, median"), "value": milliseconds(times.median), "unit": "ms",
                "floor": milliseconds(floor.median),
            }),
            json!({
                "name": format!("{pace}, 99th percentile"), "value": milliseconds(times.p99), "unit": "ms",
                "floor": milliseconds(floor.p99), "goal": "<= 25",
            }),
        ] {
            println!("{line}");
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "what json! makes")]
fn print(line: serde_json::Value) {
    println!("{line}");
}

/// Measures pages of the list of the office, which has so many requests: as it comes, from further on, by what its index says, and by words
/// that all of them have and that none has.
async fn list(app: &TestApp, requests: u32) -> Result<()> {
    let office = OfficeCode::parse("7010").map_err(|_| anyhow!("no office"))?;
    let operator = Person {
        id: PersonId::from_u128(1),
        name: "Operatore".to_owned(),
        tax_code: "PRSNNA80A01H501X".to_owned(),
        role: Role::Operator,
        place: Place::Office(office),
        lang: Lang::It,
        email: None,
        persona: Some("operatore".to_owned()),
    };
    app.write(move |tx| people::record(tx, &operator)).await;
    let operator = app.sign_in("operatore").await;
    let asked = async |list: &List| {
        operator.send(list).await.map_err(|problem| anyhow!("{list:?}: {problem:?}"))
    };
    let mut further = List::default();
    for _ in 0..100 {
        further.cursor = asked(&further).await?.next;
    }
    let words = |text: &str| List { text: Some(text.to_owned()), ..List::default() };
    for (name, list) in [
        ("the latest", List::default()),
        ("from the 5,001st", further),
        ("open", List { standing: Some(Standing::Open), ..List::default() }),
        ("closed", List { standing: Some(Standing::Closed), ..List::default() }),
        ("of today", List { updated_from: Some(app.app().today()), ..List::default() }),
        ("with a word of all", words("agosto")),
        ("with a word of none", words("settembre")),
    ] {
        let mut times = Vec::new();
        for _ in 0..100 {
            let began = Instant::now();
            asked(&list).await?;
            times.push(began.elapsed());
        }
        let (name, times) = (format!("a page of {requests} requests, {name}"), Times::of(times));
        print(json!({"name": name, "value": milliseconds(times.median), "unit": "ms"}));
    }
    Ok(())
}

/// The companies, and for each somebody who may send: persona, person and company.
async fn furnish(app: &TestApp) -> Result<Vec<(String, PersonId, CompanyId)>> {
    let mut people = Vec::new();
    for number in 1..=CLIENTS {
        let matricola = Matricola::compose(70, number)?;
        let built = company(number, "Trattoria Esempio").position(matricola.as_str(), "7010");
        let company = built.store(app).await;
        let person = u128::from(number) + 1_000_000;
        let persona = practice(app, person, vec![company]).await;
        people.push((persona, PersonId::from_u128(person), company));
    }
    Ok(people)
}

/// Lets each have drafts of these numbers: all the first ones, then all the second ones, as time would give them their ids.
async fn draft(app: &TestApp, senders: &mut [Sender], drafts: Range<u32>) -> Result<()> {
    for (place, sender) in senders.iter_mut().enumerate() {
        let id = |draft: u32| DraftId::from_u128(u128::from(draft) << 32 | place as u128);
        let ids: Vec<DraftId> = drafts.clone().map(id).collect();
        for draft in &ids {
            let submit = Submit { draft: *draft, version: 1 };
            sender.ready.push_back(write(&submit, &sender.cookie, &draft.to_string())?);
        }
        let (at, person, company) = (app.app().now(), sender.person, sender.company);
        app.write(move |tx| {
            ids.iter()
                .try_for_each(|id| requests::furnish_draft(tx, at, (person, *id), content(company)))
        })
        .await;
    }
    Ok(())
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
    people: Vec<(String, PersonId, CompanyId)>,
) -> Result<Vec<Sender>> {
    let mut senders = Vec::with_capacity(people.len());
    for (persona, person, company) in people {
        let mut wire = Wire::to(address).await?;
        let (cookie, _) = wire.sign_in(&persona).await?;
        let (ready, answers, times) = <_>::default();
        senders.push(Sender { wire, cookie, company, person, ready, answers, times });
    }
    Ok(senders)
}

/// Each sends so many, one after the other: how long all of it took.
async fn all_out(senders: &mut Vec<Sender>, each: u32) -> Result<Duration> {
    let start = Instant::now();
    together(senders, |mut sender, _| async move {
        for _ in 0..each {
            sender.send(Instant::now()).await?;
        }
        Ok(sender)
    })
    .await?;
    Ok(start.elapsed())
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
