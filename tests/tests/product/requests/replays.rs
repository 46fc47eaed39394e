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
use shared::notifications::{Channel, Choice, Event, Prefer};
use shared::requests::Submit;
use tokio::task::JoinSet;

use crate::requests::content;

/// How many call at once: the more of them, the fewer commits.
const AT_ONCE: usize = 64;
/// How many drafts there are.
const DRAFTS: u64 = 1_000;
/// How often each is sent.
const TIMES: u64 = 5;
/// How often the program dies meanwhile.
const DEATHS: u64 = 5;
/// Where the child finds the store that it is killed over.
pub(super) const STORE: &str = "KILLED_STORE";
/// From which send on it goes, or how often one was killed before.
pub(super) const FROM: &str = "KILLED_FROM";

/// The owner's drafts, from number 1, written at once.
async fn drafts(app: &TestApp, company: CompanyId) {
    let at = app.app().now();
    app.write(move |tx| {
        let owner = people::by_persona(tx, "titolare")?.expect("the world has an owner").id;
        (1..=DRAFTS).try_for_each(|draft| {
            let draft = DraftId::from_u128(draft.into());
            requests::furnish_draft(tx, at, (owner, draft), content(company, "Non risulta."))
        })
    })
    .await;
}

/// Those who act for the company wish no mail: some thousand would take longer to leave than all that is sent here.
async fn no_mail(app: &TestApp) {
    let (event, channel) = (Event::RequestRegistered, Channel::Email);
    let choices = vec![Choice { event, channel, on: false }];
    for persona in ["titolare", "consulente"] {
        let prefer = Prefer { choices: choices.clone(), ..Prefer::default() };
        app.sign_in(persona).await.send(&prefer).await.expect("it is a wish");
    }
}

/// Every send: the draft, and the key, which is the same as another time's or one of its own. The order has to do with neither.
fn sends() -> Vec<(u64, String)> {
    let mut sends: Vec<(u64, u64)> =
        (1..=DRAFTS).flat_map(|draft| (0..TIMES).map(move |time| (draft, time))).collect();
    sends.sort_by_key(|(draft, time)| (draft * TIMES + time).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    sends.into_iter().map(|(draft, time)| (draft, format!("{draft}-{}", time / 2))).collect()
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
fn one_each(told: Vec<(u64, u64)>) {
    let mut numbers = BTreeMap::new();
    for (draft, number) in told {
        let known = *numbers.entry(draft).or_insert(number);
        assert_eq!(known, number, "draft {draft} has two numbers");
    }
    let mut given: Vec<u64> = numbers.into_values().collect();
    given.sort_unstable();
    assert_eq!(given, (1..=DRAFTS).collect::<Vec<u64>>());
}

/// The child's part: it sends until it is killed. It does nothing when run as a test by itself.
#[tokio::test]
async fn sends_until_killed() {
    let Some(path) = env::var_os(STORE) else { return };
    let from: usize = env::var(FROM).unwrap().parse().unwrap();
    let store = Store::open(path.as_ref(), Options::default()).unwrap();
    let app = TestApp::with().store(store).build().await;
    let owner = app.sign_in("titolare").await;
    let mut sending = JoinSet::new();
    for (draft, key) in sends().split_off(from) {
        if sending.len() >= AT_ONCE {
            sending.join_next().await.unwrap().unwrap();
        }
        let client = owner.copy();
        sending.spawn(async move {
            let sent = client.send_as(&submit(draft), &key).await.unwrap();
            let number = sent.receipt.registered.number.number;
            // Straight to the pipe: what was printed survives this process.
            let line = format!("ack {draft} {number}\n");
            std::io::stdout().lock().write_all(line.as_bytes()).unwrap();
        });
    }
    sending.join_all().await;
    app.deliver().await;
}

/// Lets a child, which is a test of `requests`, send from a place on and kills it after a while; what it was told until then.
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
async fn a_thousand_sent_five_times_in_any_order_and_across_deaths_get_one_number_each() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cassetto.redb");
    let open = || Store::open(&path, Options::default()).unwrap();
    let store = open();
    let app = TestApp::with().store(store.clone()).build().await;
    let world = World::of(&app).await;
    drafts(&app, world.company).await;
    no_mail(&app).await;
    drop(app);
    store.close().unwrap();

    let mut all = Vec::new();
    for death in 0..DEATHS {
        // Ever later, so that some die with little on the disk and some with more.
        let after = Duration::from_millis(4 << death);
        all.extend(killed("replays::sends_until_killed", &path, death * DRAFTS, after));
    }
    let app = TestApp::with().store(open()).build().await;
    let owner = app.sign_in("titolare").await;
    // Whatever a death left open is sent again with all the rest, under the keys of then.
    all.extend(told(&owner, sends()).await);
    one_each(all);
    app.deliver().await;
}
