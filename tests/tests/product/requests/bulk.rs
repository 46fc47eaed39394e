//! One request to many offices: what is said of each company before, one number for each, across stops and replays.

use std::collections::BTreeSet;
use std::env;
use std::io::Write as _;
use std::time::Duration;

use backend::delegations::{Grant, service as delegations};
use backend::store::{Options, Store};
use harness::{Client, TestApp, World, company};
use http::StatusCode;
use shared::bulk::{
    Content, Discard, Export, ExportList, List, MOST_ROWS, Obstacle, Open, Opened, Send, Show,
    Shown, Stage, Write,
};
use shared::calendar::Day;
use shared::endpoint::url;
use shared::export::Format;
use shared::fiscal::Matricola;
use shared::ids::CompanyId;
use shared::requests::topics::TopicId;
use shared::requests::{List as Requests, Show as ShowRequest, What};

use crate::requests::replays::{FROM, STORE, killed};

fn content(text: &str) -> Content {
    Content { topic: Some(TopicId(201)), subject: "DM di {company}".into(), text: text.into() }
}

/// A client of the practice, with so many positions of its own, or one that has ceased.
async fn client(app: &TestApp, world: &World, number: u32, matricola: Option<&str>) -> CompanyId {
    let made = company(number, &format!("Cliente {number}"));
    let made = match matricola {
        Some("ceased") => made.position(&self::matricola(900), "4900").ceased(),
        Some(matricola) => made.position(matricola, "7010"),
        None => made,
    };
    let company = made.store(app).await;
    let from = Day::new(2020, 1, 1).expect("a day");
    let grant = Grant { practice: world.practice, company, from, to: None };
    app.write(move |tx| delegations::grant(tx, &grant)).await;
    company
}

/// A bulk request about these, with a text.
async fn written(consultant: &Client, open: &Open, text: &str) -> Shown {
    let Opened { bulk } = consultant.send(open).await.expect("it begins");
    let write = Write { bulk, version: 1, content: content(text), without: Vec::new() };
    consultant.send(&write).await.expect("it is kept")
}

fn about(companies: &[CompanyId]) -> Open {
    Open { companies: companies.to_vec(), codes: Vec::new() }
}

#[tokio::test]
async fn every_company_says_before_what_would_become_of_it_and_after_what_did() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let ceased = client(&app, &world, 11, Some("ceased")).await;
    let bare = client(&app, &world, 12, None).await;
    let consultant = app.sign_in("consulente").await;
    let stranger = company(2, "Officina Altrui");
    let codes = [stranger.tax_code(), "12345678903", "00000000000", "x", stranger.tax_code()];
    let codes = codes.map(str::to_owned).to_vec();
    let open = Open { codes, ..about(&[world.company, ceased, bare, world.company]) };
    let shown = written(&consultant, &open, "Per {company} ({matricola}).").await;
    let why: Vec<_> = shown.rows.iter().map(|row| row.obstacle).collect();
    let (unknown, none) = (Some(Obstacle::Unknown), Some(Obstacle::NotACode));
    let (ceased, bare) = (Some(Obstacle::Ceased), Some(Obstacle::NoPosition));
    let expected = [None, ceased, bare, unknown, unknown, none, none];
    assert_eq!(why, expected);
    assert_eq!(shown.rows[0].office.as_deref(), Some("Roma Tuscolano"), "of its position");
    assert!(shown.rows[0].expected.is_some());
    // One that is somebody else's says no more than one that there is not.
    assert_eq!((&shown.rows[3].name, &shown.rows[4].name), (&None, &None));

    let send = Send { bulk: shown.bulk, version: shown.version };
    assert_eq!(consultant.send(&send).await.unwrap().stage, Stage::Sending);
    let early = consultant.send(&Discard { bulk: shown.bulk }).await.unwrap_err();
    assert_eq!(early.code, "not_now");
    app.deliver().await;
    let done = consultant.send(&Show { bulk: shown.bulk }).await.unwrap();
    assert_eq!(done.stage, Stage::Done);
    assert_eq!(done.rows.iter().map(|row| row.obstacle).collect::<Vec<_>>(), expected);
    let sent = done.rows[0].sent.expect("it was sent");
    let request = consultant.send(&ShowRequest { request: sent.request }).await.unwrap();
    assert_eq!(request.subject, "DM di Trattoria Esempio");
    let What::Opened { text, .. } = &request.lines[0].what else { panic!("it begins with it") };
    assert_eq!(text, "Per Trattoria Esempio (7012345763).");
    assert_eq!(request.receipt.registered.number, sent.protocol);
    // The company sees it as its own.
    let owner = app.sign_in("titolare").await;
    assert_eq!(owner.send(&Requests::default()).await.unwrap().total, Some(1));
    let export = Export { bulk: shown.bulk, format: Format::Csv, lang: None };
    let file = consultant.get(&url(&export).unwrap()).await;
    assert_eq!(file.status, StatusCode::OK);
    let text = String::from_utf8(file.body.to_vec()).unwrap();
    assert!(
        text.contains(&sent.protocol.to_string()) && text.contains("Azienda cessata"),
        "{text}"
    );
    let all = url(&ExportList::default()).unwrap();
    let file = String::from_utf8(consultant.get(&all).await.body.to_vec()).unwrap();
    let row = file.lines().find(|line| line.starts_with("\"DM di {company}\";\"Conclusa\";"));
    assert!(row.is_some_and(|row| row.ends_with(";7;1;6")), "{file}");
    consultant.send(&Discard { bulk: shown.bulk }).await.unwrap();
    assert!(consultant.send(&List {}).await.unwrap().items.is_empty());
    let none = String::from_utf8(consultant.get(&all).await.body.to_vec()).unwrap();
    assert!(none.contains("\"Righe\";\"0\""), "{none}");
    app.deliver().await;
}

#[tokio::test]
async fn what_is_not_ready_or_was_changed_elsewhere_is_not_sent() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let consultant = app.sign_in("consulente").await;
    assert_eq!(consultant.send(&about(&[])).await.unwrap_err().errors[0].reason, "empty");
    let many = Open { codes: (0..=MOST_ROWS).map(|n| n.to_string()).collect(), ..about(&[]) };
    assert_eq!(consultant.send(&many).await.unwrap_err().errors[0].reason, "too_many");
    let shown = written(&consultant, &about(&[world.company]), "Per {azienda}").await;
    let (bulk, version) = (shown.bulk, shown.version);
    let send = |version| Send { bulk, version };
    let problem = consultant.send(&send(version)).await.unwrap_err();
    assert_eq!(
        (problem.errors[0].field.as_str(), problem.errors[0].reason.as_str()),
        ("text", "placeholder")
    );
    let write = |version, without| Write { bulk, version, content: content("Bene"), without };
    assert_eq!(consultant.send(&write(1, Vec::new())).await.unwrap_err().code, "conflict");
    let none = consultant.send(&write(version, vec![1])).await.unwrap_err();
    assert_eq!(none.errors[0].reason, "empty", "a company must be left");
    let version = consultant.send(&write(version, Vec::new())).await.unwrap().version;
    assert_eq!(consultant.send(&send(version - 1)).await.unwrap_err().code, "conflict");
    // It is the consultant's alone, even among colleagues.
    for other in ["collaboratore", "associazione"] {
        let other = app.sign_in(other).await;
        assert_eq!(other.send(&Show { bulk }).await.unwrap_err().status, 404);
        assert_eq!(other.send(&send(version)).await.unwrap_err().status, 404);
        assert_eq!(other.send(&Discard { bulk }).await.unwrap_err().status, 404);
    }
    assert_eq!(app.sign_in("titolare").await.send(&List {}).await.unwrap_err().status, 403);
    consultant.send(&send(version)).await.unwrap();
    assert_eq!(consultant.send(&send(version)).await.unwrap_err().code, "not_now");
    app.deliver().await;
}

#[tokio::test]
async fn a_delegation_that_ends_before_its_turn_keeps_the_request_from_being_sent() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let consultant = app.sign_in("consulente").await;
    let shown = written(&consultant, &about(&[world.company]), "Testo").await;
    let send = Send { bulk: shown.bulk, version: shown.version };
    consultant.send(&send).await.unwrap();
    let (practice, company, today) = (world.practice, world.company, app.app().today());
    app.write(move |tx| delegations::revoke(tx, practice, company, today).map(drop)).await;
    app.deliver().await;
    let done = consultant.send(&Show { bulk: shown.bulk }).await.unwrap();
    assert_eq!(done.rows[0].obstacle, Some(Obstacle::Unknown));
    assert!(done.rows[0].sent.is_none());
    app.deliver().await;
}

#[tokio::test]
async fn each_of_many_has_one_number_though_two_servers_work_on_it_and_one_began_before() {
    const CLIENTS: u32 = 120;
    let store = Store::in_memory().unwrap();
    let before = TestApp::with().store(store.clone()).build().await;
    let world = World::of(&before).await;
    let mut companies = vec![world.company];
    for number in 0..CLIENTS {
        companies.push(client(&before, &world, 1_000 + number, Some(&matricola(number))).await);
    }
    let consultant = before.sign_in("consulente").await;
    let shown = written(&consultant, &about(&companies), "Testo").await;
    let send = Send { bulk: shown.bulk, version: shown.version };
    // The same key twice, and the same again under another one.
    consultant.send_as(&send, "once").await.unwrap();
    consultant.send_as(&send, "once").await.unwrap();
    assert_eq!(consultant.send_as(&send, "twice").await.unwrap_err().code, "not_now");
    // The server that took it stops; another one starts over what is on the disk, and both of them work.
    let after = TestApp::with().store(store).build().await;
    tokio::join!(after.deliver(), before.deliver());
    after.deliver().await;
    one_each(&consultant, CLIENTS + 1).await;
    before.deliver().await;
}

/// The only bulk request there is went to so many companies, and each has one request with one number, without a gap.
async fn one_each(consultant: &Client, count: u32) {
    let bulk = consultant.send(&List {}).await.unwrap().items[0].bulk;
    let done = consultant.send(&Show { bulk }).await.unwrap();
    assert_eq!(done.stage, Stage::Done);
    let numbers: BTreeSet<u64> =
        done.rows.iter().filter_map(|row| row.sent.map(|sent| sent.protocol.number)).collect();
    assert_eq!(numbers, (1..=u64::from(count)).collect(), "one for each, none left out");
    let total = consultant.send(&Requests::default()).await.unwrap().total;
    assert_eq!(total, Some(count.into()));
}

/// Minutes after which somebody else goes on with what a program that was killed had begun.
const TAKEN_OVER: i64 = 6;

/// The child's part: it sends until it is killed. It does nothing when run as a test by itself.
#[tokio::test]
async fn sends_to_many_until_killed() {
    let Some(path) = env::var_os(STORE) else { return };
    let round: i64 = env::var(FROM).unwrap().parse().unwrap();
    let store = Store::open(path.as_ref(), Options::default()).unwrap();
    let app = TestApp::with().store(store).build().await;
    app.clock().advance_minutes(round * TAKEN_OVER);
    let consultant = app.sign_in("consulente").await;
    let bulk = consultant.send(&List {}).await.unwrap().items[0].bulk;
    let shown = consultant.send(&Show { bulk }).await.unwrap();
    if shown.stage == Stage::Written {
        consultant.send(&Send { bulk, version: shown.version }).await.unwrap();
    }
    let begins = async {
        while sent(&consultant.send(&Show { bulk }).await.unwrap()) == sent(&shown) {
            tokio::task::yield_now().await;
        }
        std::io::stdout().lock().write_all(b"ack 0 0\n").unwrap();
    };
    tokio::join!(app.deliver(), begins);
}

/// How many of a bulk request were sent.
fn sent(shown: &Shown) -> usize {
    shown.rows.iter().filter(|row| row.sent.is_some()).count()
}

#[tokio::test]
async fn killed_in_between_each_of_many_has_one_number_all_the_same() {
    const CLIENTS: u32 = 300;
    const ROUNDS: u64 = 4;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cassetto.redb");
    let open = || Store::open(&path, Options::default()).unwrap();
    let store = open();
    let app = TestApp::with().store(store.clone()).build().await;
    let world = World::of(&app).await;
    let mut companies = Vec::new();
    for number in 0..CLIENTS {
        companies.push(client(&app, &world, 1_000 + number, Some(&matricola(number))).await);
    }
    written(&app.sign_in("consulente").await, &about(&companies), "Testo").await;
    drop(app);
    store.close().unwrap();

    for round in 0..ROUNDS {
        let after = Duration::from_millis(round * 7);
        killed("bulk::sends_to_many_until_killed", &path, round, after);
    }
    let app = TestApp::with().store(open()).build().await;
    app.clock().advance_minutes(ROUNDS as i64 * TAKEN_OVER);
    app.deliver().await;
    one_each(&app.sign_in("consulente").await, CLIENTS).await;
    app.deliver().await;
}

/// A matricola that nobody else has.
fn matricola(number: u32) -> String {
    Matricola::compose(70, 100_000 + number).expect("a number of six digits").as_str().to_owned()
}

#[tokio::test]
async fn what_is_too_long_to_be_kept_is_refused_where_it_is() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let consultant = app.sign_in("consulente").await;
    let Opened { bulk } = consultant.send(&about(&[world.company])).await.unwrap();
    let refused = async |content| {
        let write = Write { bulk, version: 1, content, without: Vec::new() };
        let problem = consultant.send(&write).await.unwrap_err();
        (problem.errors[0].field.clone(), problem.errors[0].reason.clone())
    };
    let long = "x".repeat(20_001);
    for (field, content) in [
        ("subject", Content { subject: long.clone(), ..content("Bene") }),
        ("text", content(&long)),
    ] {
        assert_eq!(refused(content).await, (field.to_owned(), "too_long".to_owned()));
    }
    app.deliver().await;
}
