//! Measures how documents of 3 MB arrive, with their hash and durable: one after the other, beside writing as much to the same disk, and
//! 64 at a time for the memory that each takes.
//!
//! An upload is three calls: it is begun, its content brought, its content examined and kept. Each of them is durable when it is answered,
//! so the whole waits for the disk several times over; the call that brings the content does what the floor does, and hashes besides. The
//! floor writes the same bytes in pieces to a new file and has it on the disk. All are taken in turn, so that what else the disk does is
//! in all of them.
//!
//! What no upload can do without is measured beside it, in turn too: the same bytes over the loopback, dropped by whoever reads them, and
//! their hash. Caller, server, hash and disk share the machine's processors: what these three take together, less what goes on at the same
//! time, is what an upload can reach.
//!
//! Prints one JSON object a line: name, value, unit, floor, ratio, goal. Arguments: the folder to write in (default `target`; a temporary
//! folder is made inside it) and how many uploads are timed (default 40).

use std::fs::File;
use std::hint::black_box;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::Result;
use backend::app::App;
use backend::http::{front, serve};
use harness::TestApp;
use harness::bench::{forget_peak, median, milliseconds, peak, practice};
use harness::wire::{Wire, write};
use serde_json::json;
use sha2::{Digest, Sha256};
use shared::attachments::{Finish, LIMITS, Open, PutChunk, Upload};
use shared::endpoint::url;
use tokio::net::TcpListener;
use tokio::runtime::Builder;

/// Uploads at a time, for the memory.
const TOGETHER: usize = 64;
/// Bytes that the floor writes at once, as the server does.
const PIECE: usize = 64 * 1024;

/// A content of the largest size, each of another hash.
fn content(number: usize) -> Vec<u8> {
    let head = format!("%PDF-1.7\n% {number}\n");
    let mut content: Vec<u8> = (0..LIMITS.bytes).map(|at| (at % 251) as u8).collect();
    content.splice(..head.len(), head.bytes());
    content
}

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let times: usize = arguments.next().map_or(Ok(40), |text| text.parse())?;
    let folder = tempfile::tempdir_in(folder)?;

    let server = Builder::new_multi_thread().enable_all().build()?;
    let callers = Builder::new_current_thread().enable_all().build()?;
    let app = server.block_on(TestApp::with().data_dir(folder.path()).build());
    for number in 0..=times + TOGETHER {
        server.block_on(practice(&app, person(number), Vec::new()));
    }
    let address = server.block_on(listening(app.app().clone()))?;

    let (mut floor, mut contents, mut uploads) = (Vec::new(), Vec::new(), Vec::new());
    let (mut loopback, mut hashes) = (Vec::new(), Vec::new());
    for number in 0..times {
        let (content, mut caller) =
            (content(number), callers.block_on(Caller::to(address, number))?);
        floor.push(written(folder.path(), &content)?);
        loopback.push(dropped(&content)?);
        hashes.push(hashed(&content));
        let began = Instant::now();
        contents.push(callers.block_on(caller.upload(&content))?);
        uploads.push(began.elapsed());
    }
    let memory = callers.block_on(together(address, times))?;
    show(median(floor), median(contents), median(uploads), memory);
    for (name, times) in
        [("the same over the loopback alone", loopback), ("its hash alone", hashes)]
    {
        println!("{}", json!({"name": name, "value": milliseconds(median(times)), "unit": "ms"}));
    }
    server.shutdown_background();
    Ok(())
}

fn show(floor: Duration, content: Duration, upload: Duration, memory: f64) {
    let megabytes = LIMITS.bytes as f64 / 1024.0 / 1024.0;
    let speed = |time: Duration| (megabytes / time.as_secs_f64() * 10.0).round() / 10.0;
    let ratio = |time: Duration| (floor.as_secs_f64() / time.as_secs_f64() * 100.0).round() / 100.0;
    for line in [
        json!({
            "name": "content of 3 MB brought, with its hash", "value": speed(content), "unit": "MB/s", "floor": speed(floor),
            "ratio": ratio(content), "goal": ">= 0.7",
        }),
        json!({"name": "the same, time of one", "value": milliseconds(content), "unit": "ms", "floor": milliseconds(floor)}),
        json!({
            "name": "upload of three calls", "value": milliseconds(upload), "unit": "ms", "floor": milliseconds(floor),
            "ratio": ratio(upload),
        }),
        json!({
            "name": format!("memory of each of {TOGETHER} at a time"), "value": (memory * 100.0).round() / 100.0,
            "unit": "MB", "goal": "<= 1",
        }),
    ] {
        println!("{line}");
    }
}

/// How long the disk takes to have as much.
fn written(folder: &Path, content: &[u8]) -> Result<Duration> {
    let path = folder.join("floor");
    let began = Instant::now();
    let mut file = File::create(&path)?;
    content.chunks(PIECE).try_for_each(|piece| file.write_all(piece))?;
    file.sync_all()?;
    let took = began.elapsed();
    std::fs::remove_file(path)?;
    Ok(took)
}

/// How long as much takes to whoever reads it and drops it, over a connection that is there already.
fn dropped(content: &[u8]) -> Result<Duration> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
    let mut caller = TcpStream::connect(listener.local_addr()?)?;
    let (mut reader, _) = listener.accept()?;
    let size = content.len();
    let read = std::thread::spawn(move || -> Result<()> {
        let (mut piece, mut left) = (vec![0; PIECE], size);
        while left > 0 {
            let count = reader.read(&mut piece)?;
            anyhow::ensure!(count > 0, "the connection broke off");
            left -= count;
        }
        Ok(reader.write_all(&[1])?)
    });
    let began = Instant::now();
    caller.write_all(content)?;
    caller.read_exact(&mut [0])?;
    let took = began.elapsed();
    read.join().map_err(|_| anyhow::anyhow!("the reader panicked"))??;
    Ok(took)
}

/// How long its hash takes.
fn hashed(content: &[u8]) -> Duration {
    let began = Instant::now();
    black_box(Sha256::digest(content));
    began.elapsed()
}

async fn listening(app: App) -> Result<SocketAddr> {
    let front = front(&app, app.config().http.clone())?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(serve::serve_front(front, listener, std::future::pending()));
    Ok(address)
}

/// Somebody who uploads one document: nobody may have many that belong to no message.
struct Caller {
    wire: Wire,
    cookie: String,
}

/// The people who upload.
fn person(number: usize) -> u128 {
    2_000_000 + number as u128
}

impl Caller {
    async fn to(address: SocketAddr, number: usize) -> Result<Self> {
        let mut wire = Wire::to(address).await?;
        let (cookie, _) = wire.sign_in(&format!("bench{}", person(number))).await?;
        Ok(Self { wire, cookie })
    }

    /// Uploads a document; how long the call took that brings the content.
    async fn upload(&mut self, content: &[u8]) -> Result<Duration> {
        let size = content.len() as u64;
        let open = Open { name: "ricevute.pdf".to_owned(), size, sha256: None };
        let (_, answer) = self.wire.call(&write(&open, &self.cookie, "open")?).await?;
        let Upload { id, .. } = serde_json::from_slice(answer)?;
        let put = PutChunk { attachment: id, offset: 0 };
        let head = format!(
            "PUT {} HTTP/1.1\r\nHost: localhost\r\nCookie: {}\r\nContent-Length: {size}\r\n\r\n",
            url(&put)?,
            self.cookie
        );
        let began = Instant::now();
        self.wire.bring(&head, content).await?;
        let took = began.elapsed();
        let finish = Finish { attachment: id };
        self.wire.call(&write(&finish, &self.cookie, "finish")?).await?;
        Ok(took)
    }
}

/// Many at a time, each over a connection of its own: the memory that they took at their peak, shared out among them, in MB.
async fn together(address: SocketAddr, first: usize) -> Result<f64> {
    let mut callers = Vec::with_capacity(TOGETHER);
    for number in first..first + TOGETHER {
        // Made before anything is measured: it is the callers', not the server's.
        callers.push((Caller::to(address, number).await?, content(number)));
    }
    forget_peak()?;
    let before = peak()?;
    let upload = |(mut caller, content): (Caller, Vec<u8>)| {
        // The content comes back, so that nothing of it is let go before the end.
        tokio::spawn(async move { caller.upload(&content).await.map(|_| content) })
    };
    let tasks: Vec<_> = callers.into_iter().map(upload).collect();
    let mut kept = Vec::with_capacity(TOGETHER);
    for task in tasks {
        kept.push(task.await??);
    }
    Ok((peak()? - before) / TOGETHER as f64)
}
