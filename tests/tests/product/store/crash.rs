//! SIGKILL under write load: every acknowledged write is there afterwards, none is half there.
//!
//! The parent starts this same test binary as a child that writes with many writers and prints the
//! id of each acknowledged write. The parent kills it at a random instant, opens the store and
//! compares. `CRASH_ROUNDS` sets how many times (200 unless told).

use std::collections::BTreeSet;
use std::env;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant, SystemTime};

use backend::store::{Index, Options, Order, Span, Store, StoreError, Table, WriteTx};

const STORE: &str = "CRASH_STORE";
const WRITERS: &str = "CRASH_WRITERS";

/// Each write spans all of these. A write's id is its writer and a number of that writer's own.
type Id = (u32, u64);
const LEFT: Table<Id, String> = Table::new("left");
const RIGHT: Table<Id, String> = Table::new("right");
const BY_NUMBER: Index<(u64, u32)> = Index::new("by_number");
/// The writer's latest write only: the one before is deleted.
const LATEST: Index<Id> = Index::new("latest");
const COUNT: Table<(), u64> = Table::new("count");

fn text_of(id: Id) -> String {
    format!("write {} of {}", id.1, id.0).repeat(1 + id.1 as usize % 7)
}

fn write_all_of(tx: &mut dyn WriteTx, writer: u32) -> Result<Id, StoreError> {
    let last = LATEST.first(tx, &Span::prefix(&writer), Order::Ascending)?;
    let id = (writer, last.map_or(1, |(_, number)| number + 1));
    LEFT.put(tx, &id, &text_of(id))?;
    RIGHT.put(tx, &id, &text_of(id))?;
    BY_NUMBER.put(tx, &(id.1, id.0))?;
    LATEST.put(tx, &id)?;
    if let Some(last) = last {
        LATEST.delete(tx, &last)?;
    }
    let count = COUNT.get(tx, &())?.unwrap_or(0) + 1;
    COUNT.put(tx, &(), &count)?;
    Ok(id)
}

/// The child's part. It does nothing when run as a test by itself.
#[test]
fn writes_until_killed() {
    let Some(path) = env::var_os(STORE) else { return };
    let writers: u32 = env::var(WRITERS).unwrap().parse().unwrap();
    let store = Store::open(path.as_ref(), Options::default()).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().unwrap();
    runtime.block_on(async {
        let tasks: Vec<_> = (0..writers)
            .map(|writer| tokio::spawn(write_on_and_on(store.clone(), writer)))
            .collect();
        for task in tasks {
            task.await.unwrap().unwrap();
        }
    });
}

async fn write_on_and_on(store: Store, writer: u32) -> Result<(), StoreError> {
    loop {
        let (writer, number) = store.transact(move |tx| write_all_of(tx, writer)).await?;
        // Straight to the pipe: what was printed survives this process.
        let line = format!("ack {writer} {number}\n");
        std::io::stdout().lock().write_all(line.as_bytes()).unwrap();
    }
}

/// A small generator of reproducible chance.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) % limit
    }
}

fn spawn(path: &Path, writers: u64) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "store::crash::writes_until_killed", "--nocapture"])
        .env(STORE, path)
        .env(WRITERS, writers.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Collects the acknowledged ids of complete lines, and tells of the first.
fn listen(out: impl Read + Send + 'static, first: Sender<()>) -> JoinHandle<Vec<Id>> {
    std::thread::spawn(move || {
        let mut out = BufReader::new(out);
        let (mut acknowledged, mut line) = (Vec::new(), String::new());
        while out.read_line(&mut line).unwrap() > 0 && line.ends_with('\n') {
            if let Some(id) = line.trim_end().strip_prefix("ack ") {
                let (writer, number) = id.split_once(' ').unwrap();
                acknowledged.push((writer.parse().unwrap(), number.parse().unwrap()));
                let _ = first.send(());
            }
            line.clear();
        }
        acknowledged
    })
}

/// Lets a child write into `path` and kills it; returns what it had acknowledged.
fn one_round(path: &Path, chance: &mut Chance) -> Vec<Id> {
    let mut child = spawn(path, 16 + chance.below(49));
    let (first, first_came) = channel();
    let listener = listen(child.stdout.take().unwrap(), first);
    // One in four is killed while it is still starting, or making the store.
    if chance.below(4) > 0 {
        let _ = first_came.recv_timeout(Duration::from_secs(30));
    }
    std::thread::sleep(Duration::from_millis(5 + chance.below(296)));
    if let Some(ended) = child.try_wait().unwrap() {
        let mut words = String::new();
        child.stderr.take().unwrap().read_to_string(&mut words).unwrap();
        panic!("the child ended by itself ({ended}): {words}");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    listener.join().unwrap()
}

/// Every acknowledged write is there, and all that is there agrees.
fn verify(store: &Store, acknowledged: &BTreeSet<Id>) -> Result<(), StoreError> {
    store.read(|tx| {
        let span = Span::all();
        let left = LEFT.collect(tx, &span, Order::Ascending)?;
        assert_eq!(left, RIGHT.collect(tx, &span, Order::Ascending)?, "one record without other");
        assert!(left.iter().all(|(id, text)| *text == text_of(*id)), "a record is garbled");
        let ids: BTreeSet<Id> = left.into_iter().map(|(id, _)| id).collect();
        let lost: Vec<_> = acknowledged.difference(&ids).collect();
        assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
        let indexed = BY_NUMBER.collect(tx, &Span::all(), Order::Ascending)?;
        let indexed: BTreeSet<Id> = indexed.into_iter().map(|(number, id)| (id, number)).collect();
        assert_eq!(indexed, ids, "the index does not agree");
        assert_eq!(COUNT.get(tx, &())?.unwrap_or(0), ids.len() as u64, "the count does not agree");
        for latest in LATEST.collect(tx, &span, Order::Ascending)? {
            let greatest = ids.range(..=(latest.0, u64::MAX)).next_back();
            assert_eq!(greatest, Some(&latest), "a deletion was undone");
        }
        Ok(())
    })
}

/// What one series of rounds went through.
#[derive(Default)]
struct Tally {
    acknowledged: usize,
    slowest_opening: Duration,
}

fn rounds(count: u64, seed: u64) -> Tally {
    /// A store lives through that many kills; then a new one is begun, so its making is hit too.
    const KILLS_PER_STORE: u64 = 10;
    let mut chance = Chance(seed);
    let mut tally = Tally::default();
    let folder = tempfile::tempdir().unwrap();
    let mut acknowledged = BTreeSet::new();
    for round in 0..count {
        let path = folder.path().join(format!("{}.redb", round / KILLS_PER_STORE));
        if round % KILLS_PER_STORE == 0 {
            acknowledged.clear();
        }
        let news = one_round(&path, &mut chance);
        tally.acknowledged += news.len();
        acknowledged.extend(news);
        let start = Instant::now();
        let store = Store::open(&path, Options::default()).unwrap();
        tally.slowest_opening = tally.slowest_opening.max(start.elapsed());
        verify(&store, &acknowledged).unwrap();
        store.close().unwrap();
    }
    tally
}

#[test]
fn killed_at_any_instant_nothing_acknowledged_is_lost() {
    let count: u64 = env::var("CRASH_ROUNDS").map_or(200, |text| text.parse().unwrap());
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    let seed: u64 =
        env::var("CRASH_SEED").map_or(now.as_nanos() as u64, |text| text.parse().unwrap());
    println!("CRASH_SEED={seed}");
    // Two series at a time: each mostly waits for its moment to kill.
    let other = std::thread::spawn(move || rounds(count / 2, seed ^ 1));
    let one = rounds(count - count / 2, seed);
    let other = other.join().unwrap();
    println!(
        "{count} kills, {} acknowledged writes, slowest opening {:?}",
        one.acknowledged + other.acknowledged,
        one.slowest_opening.max(other.slowest_opening)
    );
}
