//! A server stopped or killed in the middle of an import: the next one finishes it, or says that it could not, and leaves no file.
//!
//! The parent starts this same test binary as a child that serves a folder, hands in a file that takes long, and ends the child as soon
//! as it was told that the import runs.

use std::env;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use backend::app::App;
use backend::fault::Error;
use backend::http::serve;
use backend::intake;
use backend::people::{Person, Place, service as people};
use backend::store::{Options, Store};
use shared::auth::Role;
use shared::endpoint::{IDEMPOTENCY_KEY, url};
use shared::ids::{ImportId, PersonId};
use shared::intake::{FileKind, Import, ImportState, List, Report, Show, Submit};
use shared::lang::Lang;
use shared::page::Page;
use shared::session::DemoSignIn;

const FOLDER: &str = "SERVED_FOLDER";
/// Companies in the file: enough that reading and storing them takes long after the answer that the import runs.
const COMPANIES: u32 = 40_000;
/// Longer than anything here takes.
const EVER: Duration = Duration::from_secs(120);

/// The child's part. It does nothing when run as a test by itself.
#[test]
fn serves_until_ended() {
    let Some(folder) = env::var_os(FOLDER).map(PathBuf::from) else { return };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = Store::open(&folder.join("cassetto.redb"), Options::default()).unwrap();
        let app = App::over(store).demo(true).data_dir(folder).build();
        app.store().transact(|tx| people::record(tx, &administrator())).await.unwrap();
        intake::resume(&app).unwrap();
        serve::run(app.clone(), "127.0.0.1:0".parse().unwrap()).await.unwrap();
        app.store().clone().close().unwrap();
    });
}

fn administrator() -> Person {
    Person {
        id: PersonId::from_u128(1),
        name: "Ada Amministra".to_owned(),
        tax_code: "PRSNNA80A01H501X".to_owned(),
        role: Role::Administrator,
        place: Place::System,
        lang: Lang::It,
        email: None,
        persona: Some("amministratore".to_owned()),
    }
}

/// A server in a process of its own.
struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    fn start(folder: &Path) -> Self {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["--exact", "intake::interrupted::serves_until_ended", "--nocapture"])
            .env(FOLDER, folder)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines.find_map(|line| {
            Some(line.unwrap().split_once("listening on http://")?.1.parse().unwrap())
        });
        // Whatever else it prints must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address: address.unwrap() }
    }

    /// Sends a signal and waits for the end.
    fn end(mut self, signal: &str) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
        self.child.wait().unwrap();
    }

    /// One call; the head and the body of its answer.
    fn call(&self, line: &str, headers: &str, body: &[u8]) -> (String, Vec<u8>) {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(EVER)).unwrap();
        let head = format!(
            "{line} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(body).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|part| part == b"\r\n\r\n").unwrap();
        let body = answer.split_off(end + 4);
        (String::from_utf8(answer).unwrap(), body)
    }

    /// Signs the administrator in; the header that goes with the calls.
    fn sign_in(&self) -> String {
        let sign_in = DemoSignIn { persona: "amministratore".to_owned() };
        let line = format!("POST {}", url(&sign_in).unwrap());
        let body = serde_json::to_vec(&sign_in).unwrap();
        let headers = format!("Content-Type: application/json\r\n{IDEMPOTENCY_KEY}: in\r\n");
        let (head, _) = self.call(&line, &headers, &body);
        let cookie = head.split("set-cookie: ").nth(1).unwrap().split(';').next().unwrap();
        format!("Cookie: {cookie}\r\n")
    }

    fn hand_in(&self, cookie: &str, file: &[u8]) -> Import {
        let submit = Submit { kind: FileKind::Registry, name: "all.json".to_owned() };
        let line = format!("POST {}", url(&submit).unwrap());
        let headers = format!("{cookie}{IDEMPOTENCY_KEY}: one\r\n");
        let (head, body) = self.call(&line, &headers, file);
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        serde_json::from_slice(&body).unwrap()
    }

    fn report(&self, cookie: &str, import: ImportId) -> Report {
        let (_, body) = self.call(&format!("GET {}", url(&Show { import }).unwrap()), cookie, b"");
        serde_json::from_slice(&body).unwrap()
    }

    /// The report, once the import stands as wanted.
    fn once(&self, cookie: &str, import: ImportId, wanted: impl Fn(ImportState) -> bool) -> Report {
        let start = Instant::now();
        while start.elapsed() < EVER {
            let report = self.report(cookie, import);
            if wanted(report.import.state) {
                return report;
            }
            // Seldom enough for the allowance of reading, however slow the machine is.
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("the import does not come to it");
    }

    /// The report, once the import has ended.
    fn ended(&self, cookie: &str, import: ImportId) -> Report {
        self.once(cookie, import, |state| !matches!(state, ImportState::Running { .. }))
    }

    fn listed(&self, cookie: &str) -> Vec<Import> {
        let (_, body) = self.call(&format!("GET {}", url(&List::default()).unwrap()), cookie, b"");
        serde_json::from_slice::<Page<Import>>(&body).unwrap().items
    }
}

/// An extract of so many companies.
fn extracts(count: u32) -> Vec<u8> {
    let companies: Vec<String> = (1..=count)
        .map(|number| {
            let tax_code = tax_code(number);
            format!(
                r#"{{"tax_code":"{tax_code}","name":"Azienda {number}","extracted":"2025-10-01"}}"#
            )
        })
        .collect();
    format!("[{}]", companies.join(",\n")).into_bytes()
}

/// A company's tax code: ten digits and the check digit of a VAT number.
fn tax_code(number: u32) -> String {
    let digits = format!("{number:010}");
    let sum: u32 = digits
        .bytes()
        .map(|byte| u32::from(byte - b'0'))
        .enumerate()
        .map(|(place, digit)| if place % 2 == 0 { digit } else { digit * 2 / 10 + digit * 2 % 10 })
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

fn uploads(folder: &Path) -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder.join("uploads")).unwrap();
    files.map(|file| file.unwrap().path()).collect()
}

/// Hands a file in and ends the server while it is being imported; the folder, the cookie and the import.
fn cut_off(signal: &str) -> (tempfile::TempDir, String, Import) {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path());
    let cookie = server.sign_in();
    let import = server.hand_in(&cookie, &extracts(COMPANIES));
    assert!(matches!(import.state, ImportState::Running { .. }), "{import:?}");
    server.end(signal);
    // A server that is told to stop may be quick enough to end the import.
    let left = uploads(folder.path()).len();
    assert!(left == 1 || (left == 0 && signal == "-TERM"), "{left} files");
    (folder, cookie, import)
}

#[test]
fn an_import_that_was_cut_off_is_finished_at_the_next_start() {
    for signal in ["-KILL", "-TERM"] {
        let (folder, cookie, import) = cut_off(signal);
        std::fs::write(folder.path().join("uploads/stray"), "half an upload").unwrap();
        let server = Server::start(folder.path());
        assert_eq!(server.listed(&cookie)[0].id, import.id);
        let report = server.ended(&cookie, import.id);
        assert_eq!(
            (report.import.state, report.import.counts.companies),
            (ImportState::Accepted, COMPANIES),
            "{signal}"
        );
        assert_eq!((report.import.name, report.import.at), (import.name, import.at));
        assert_eq!(server.listed(&cookie).len(), 1);
        // Whoever repeats the call that was never answered to its end gets the same import.
        assert_eq!(server.hand_in(&cookie, &extracts(COMPANIES)).id, import.id);
        server.end("-TERM");
        assert_eq!(uploads(folder.path()), Vec::<PathBuf>::new());
        let store = Store::open(&folder.path().join("cassetto.redb"), Options::default()).unwrap();
        let audit = store.read(backend::audit::verify).unwrap();
        assert!(matches!(audit, backend::audit::Verification::Verified { .. }));
    }
}

#[test]
fn an_import_that_is_cut_off_each_time_is_given_up() {
    let (folder, cookie, import) = cut_off("-KILL");
    for _ in 0..2 {
        let server = Server::start(folder.path());
        // Once it reads, it has been noted that it tries again.
        let reads = |state| !matches!(state, ImportState::Running { done: 0 });
        let report = server.once(&cookie, import.id, reads);
        assert!(matches!(report.import.state, ImportState::Running { .. }), "{report:?}");
        server.end("-KILL");
    }
    let server = Server::start(folder.path());
    assert_eq!(server.ended(&cookie, import.id).import.state, ImportState::Interrupted);
    server.end("-TERM");
    assert_eq!(uploads(folder.path()), Vec::<PathBuf>::new());
}

#[test]
fn a_second_server_on_the_same_data_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path());
    let refused = Store::open(&folder.path().join("cassetto.redb"), Options::default());
    assert!(refused.err().unwrap().to_string().contains("in use by another process"));
    // The first one does not notice.
    server.sign_in();
    server.end("-TERM");
    Store::open(&folder.path().join("cassetto.redb"), Options::default()).unwrap();
}

#[test]
fn an_import_whose_file_is_lost_is_interrupted_and_nothing_of_it_is_stored() {
    let (folder, cookie, import) = cut_off("-KILL");
    std::fs::write(&uploads(folder.path())[0], "[").unwrap();
    for _ in 0..2 {
        let server = Server::start(folder.path());
        let report = server.ended(&cookie, import.id);
        assert_eq!(report.import.state, ImportState::Interrupted);
        assert_eq!(server.listed(&cookie).len(), 1);
        server.end("-TERM");
        assert_eq!(uploads(folder.path()), Vec::<PathBuf>::new());
    }
    let store = Store::open(&folder.path().join("cassetto.redb"), Options::default()).unwrap();
    let known = store
        .read(|tx| backend::companies::service::by_tax_code(tx, &tax_code(1)).map_err(Error::from));
    assert_eq!(known.unwrap(), None);
}
