//! One protocol number for each draft, however often it is sent: in any order, at once, and across the death of the program.

use std::collections::BTreeMap;
use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use backend::people::service as people;
use backend::requests::service as requests;
use backend::store::{Options, Store};
use harness::{Client, TestApp, World};
use shared::ids::{CompanyId, DraftId};
use shared::requests::Submit;
use tokio::task::JoinSet;

use crate::requests::content;

/// How many call at once.
const AT_ONCE: usize = 32;
/// Where the child finds the store that it is killed over.
pub(super) const STORE: &str = "KILLED_STORE";
/// From which draft on it sends, or how often one was killed before.
pub(super) const FROM: &str = "KILLED_FROM";
/// How many drafts there are then.
const KILLED_OVER: u64 = 600;

/// So many drafts of the owner's, from number 1.
async fn drafts(app: &TestApp, company: CompanyId, count: u64) {
    let at = app.app().now();
    app.write(move |tx| {
        let owner = people::by_persona(tx, "titolare")?.expect("the world has an owner").id;
        (1..=count).try_for_each(|draft| {
            let draft = DraftId::from_u128(draft.into());
            requests::furnish_draft(tx, at, (owner, draft), content(company, "Non risulta."))
        })
    })
    .await;
}

fn submit(draft: u64) -> Submit {
    Submit { draft: DraftId::from_u128(draft.into()), version: 1 }
}

/// Sends drafts under their keys, many at once; what each was told.
async fn told(owner: &Client, sends: Vec<(u64, String)>) -> Vec<(u64, u64)> {
    let mut sending = JoinSet::new();
    for some in sends.chunks(sends.len().div_ceil(AT_ONCE)) {
        let (client, some) = (owner.copy(), some.to_vec());
        sending.spawn(async move {
            let mut told = Vec::new();
            for (draft, key) in some {
                let sent = client.send_as(&submit(draft), &key).await.expect("it is sent");
                told.push((draft, sent.receipt.registered.number.number));
            }
            told
        });
    }
    sending.join_all().await.into_iter().flatten().collect()
}

/// The number of each draft, which is always the same one; all together they have no gap.
fn one_each(told: Vec<(u64, u64)>, count: u64) {
    let mut numbers = BTreeMap::new();
    for (draft, number) in told {
        let known = *numbers.entry(draft).or_insert(number);
        assert_eq!(known, number, "draft {draft} has two numbers");
    }
    let mut given: Vec<u64> = numbers.into_values().collect();
    given.sort_unstable();
    assert_eq!(given, (1..=count).collect::<Vec<u64>>());
}

#[tokio::test]
async fn a_thousand_sent_five_times_in_any_order_get_one_number_each() {
    const COUNT: u64 = 1_000;
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    drafts(&app, world.company, COUNT).await;
    let owner = app.sign_in("titolare").await;
    let mut sends: Vec<(u64, u64)> =
        (1..=COUNT).flat_map(|draft| (0..5).map(move |time| (draft, time))).collect();
    sends.sort_by_key(|(draft, time)| (draft * 5 + time).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    // Under the same key as another time, or under one of its own.
    let keyed = sends.into_iter().map(|(draft, time)| (draft, format!("{draft}-{}", time / 2)));
    one_each(told(&owner, keyed.collect()).await, COUNT);
    app.deliver().await;
}

/// The child's part: it sends until it is killed. It does nothing when run as a test by itself.
#[tokio::test]
async fn sends_until_killed() {
    let Some(path) = env::var_os(STORE) else { return };
    let from: u64 = env::var(FROM).unwrap().parse().unwrap();
    let store = Store::open(path.as_ref(), Options::default()).unwrap();
    let app = TestApp::with().store(store).build().await;
    let owner = app.sign_in("titolare").await;
    let mut sending = JoinSet::new();
    for draft in (from..=KILLED_OVER).chain(1..from) {
        if sending.len() >= AT_ONCE {
            sending.join_next().await.unwrap().unwrap();
        }
        let client = owner.copy();
        sending.spawn(async move {
            let sent = client.send_as(&submit(draft), &format!("child-{draft}")).await.unwrap();
            let number = sent.receipt.registered.number.number;
            // Straight to the pipe: what was printed survives this process.
            let line = format!("ack {draft} {number}\n");
            std::io::stdout().lock().write_all(line.as_bytes()).unwrap();
        });
    }
    sending.join_all().await;
    app.deliver().await;
}

/// Lets a child, which is a test of `requests`, send from a draft on and kills it after a while; what it was told until then.
pub(super) fn killed(child: &str, path: &Path, from: u64, after: Duration) -> Vec<(u64, u64)> {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", &["requests::", child].concat(), "--nocapture"])
        .env(STORE, path)
        .env(FROM, from.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let (first, first_came) = channel();
    let listener = std::thread::spawn(move || {
        let (mut told, mut line) = (Vec::new(), String::new());
        while out.read_line(&mut line).unwrap() > 0 && line.ends_with('\n') {
            if let Some(acknowledged) = line.trim_end().strip_prefix("ack ") {
                let (draft, number) = acknowledged.split_once(' ').unwrap();
                told.push((draft.parse().unwrap(), number.parse().unwrap()));
                let _ = first.send(());
            }
            line.clear();
        }
        told
    });
    first_came.recv_timeout(Duration::from_secs(60)).expect("the child begins to send");
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    listener.join().unwrap()
}

#[tokio::test]
async fn killed_in_between_and_sent_again_they_keep_their_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cassetto.redb");
    let open = || Store::open(&path, Options::default()).unwrap();
    let store = open();
    let app = TestApp::with().store(store.clone()).build().await;
    let world = World::of(&app).await;
    drafts(&app, world.company, KILLED_OVER).await;
    drop(app);
    store.close().unwrap();

    let mut all = Vec::new();
    for round in 0..6 {
        let after = Duration::from_millis(3 + 17 * round);
        all.extend(killed("replays::sends_until_killed", &path, 1 + round * 100, after));
    }
    let app = TestApp::with().store(open()).build().await;
    let owner = app.sign_in("titolare").await;
    let again = (1..=KILLED_OVER).rev().map(|draft| (draft, format!("again-{draft}")));
    all.extend(told(&owner, again.collect()).await);
    one_each(all, KILLED_OVER);
    app.deliver().await;
}
