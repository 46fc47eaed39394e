//! Building the server, and running one of our own for as long as a test or a measurement needs it.

use crate::step;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

/// How long a server may take to fill its store and listen.
const PATIENCE: Duration = Duration::from_secs(120);
/// What the server prints before its address, once it listens.
const LISTENING: &str = "listening on ";

/// Builds `cassetto` with the packed web app inside; gives its path.
///
/// # Errors
/// When it does not compile.
pub fn build(ws: &Workspace, profile: &str) -> Result<PathBuf> {
    let words =
        ["build", "--package", "cassetto-backend", "--bin", "cassetto", "--profile", profile];
    step::run(ws, &format!("server: cargo build ({profile})"), &mut ws.cargo(words))?;
    Ok(ws.executable(profile, "cassetto"))
}

/// A demo server that stops when this is dropped, and whose store goes with it unless it is kept.
pub struct Server {
    child: Child,
    /// `http://127.0.0.1:PORT`.
    pub url: String,
    /// From the start of the process to its saying that it listens.
    pub started_in: Duration,
    data: PathBuf,
    keep: bool,
}

impl Server {
    /// Starts `executable` on a free port over a new store, and waits until it listens.
    ///
    /// # Errors
    /// When it does not start, ends, or does not listen in good time; the message names its log.
    pub fn start(ws: &Workspace, executable: &Path) -> Result<Self> {
        let data = ws.target.join("xtask").join(format!("data-{}", std::process::id()));
        fs::remove_dir_all(&data).ok();
        let mut server = Self::start_on(ws, executable, &data)?;
        server.keep = false;
        Ok(server)
    }

    /// Starts `executable` on a free port over the store in `data`, which is kept.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub fn start_on(ws: &Workspace, executable: &Path, data: &Path) -> Result<Self> {
        fs::create_dir_all(data)?;
        let log = ws.target.join("xtask/server.log");
        let start = Instant::now();
        let mut command = ws.command(&executable.to_string_lossy());
        command.args(["serve", "--demo", "--listen", "127.0.0.1:0", "--data"]).arg(data);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(File::create(&log)?);
        let mut child =
            command.spawn().with_context(|| format!("cannot start {}", executable.display()))?;
        let lines = child
            .stdout
            .take()
            .map(|out| forward(out, log.clone()))
            .context("the server has no output")?;
        let mut server = Self {
            child,
            url: String::new(),
            started_in: Duration::ZERO,
            data: data.to_owned(),
            keep: true,
        };
        match lines.recv_timeout(PATIENCE) {
            Ok(url) => server.url = url,
            Err(_) => {
                bail!("the server did not say that it listens; its output is in {}", log.display())
            }
        }
        server.started_in = start.elapsed();
        Ok(server)
    }

    /// Waits until the server has done what it does after its start, where the system tells how much a process works.
    pub fn rest(&self) {
        let worked = || {
            let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).ok()?;
            // After the name in brackets: the 12th and 13th field are the time used, in hundredths of a second.
            let fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11).take(2);
            fields.map(|field| field.parse::<u64>().ok()).sum::<Option<u64>>()
        };
        let deadline = Instant::now() + PATIENCE;
        while let Some(before) = worked() {
            thread::sleep(Duration::from_secs(2));
            let idle = worked().is_none_or(|now| now < before + 10);
            if idle || Instant::now() > deadline {
                return;
            }
        }
    }

    /// The process, for looking at its memory.
    pub fn process(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
        if !self.keep {
            fs::remove_dir_all(&self.data).ok();
        }
    }
}

/// Copies the server's output to its log until it ends, and hands over the address when it is told.
fn forward(out: ChildStdout, log: PathBuf) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut file = File::options().append(true).open(log).ok();
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            if let Some((_, address)) = line.split_once(LISTENING) {
                sender.send(address.trim().to_owned()).ok();
            }
            if let Some(file) = &mut file {
                writeln!(file, "{line}").ok();
            }
        }
    });
    receiver
}
