//! Hostile uploads: what is not to be read, not to be had, or not to be believed. Each gets its answer, and nothing stays behind.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use backend::app::App;
use backend::config::Config;
use backend::http::serve;
use backend::http::settings::Deadlines;
use backend::store::Store;
use bytes::Bytes;
use harness::{Client, TestApp, World};
use shared::endpoint::{IDEMPOTENCY_KEY, url};
use shared::intake::{FileKind, ImportState, List, MAX_FILE, Show, Submit};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{sleep, timeout};

/// Longer than anything here takes.
const EVER: Duration = Duration::from_secs(60);

fn submit(kind: FileKind) -> Submit {
    Submit { kind, name: "x".to_owned() }
}

/// A demo that serves a folder and loses patience soon, and the cookie of its owner and of its administrator.
async fn served(folder: &Path) -> (SocketAddr, [String; 2]) {
    let short = Duration::from_millis(300);
    let mut config = Config::default();
    config.http.deadlines = Deadlines { body: short, ..Deadlines::default() };
    let app = App::over(Store::in_memory().unwrap())
        .config(config)
        .demo(true)
        .data_dir(folder.to_owned())
        .build();
    backend::demo::fill(&app, 3, 1).await.unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(serve::serve(app, listener, std::future::pending()));
    let mut cookies = [const { String::new() }; 2];
    for (cookie, persona) in cookies.iter_mut().zip(["titolare", "amministratore"]) {
        let body = format!(r#"{{"persona":"{persona}"}}"#);
        let head = format!(
            "POST /api/v1/session/demo HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        let answer = answer(address, &[head.as_bytes(), body.as_bytes()]).await;
        let given = answer.split("set-cookie: ").nth(1).unwrap().split(';').next().unwrap();
        *cookie = format!("Cookie: {given}\r\n");
    }
    (address, cookies)
}

/// What the server answers to these pieces until it closes; it may close before it took them all.
async fn answer(address: SocketAddr, pieces: &[&[u8]]) -> String {
    let (mut reader, mut writer) = TcpStream::connect(address).await.unwrap().into_split();
    let pieces: Vec<Vec<u8>> = pieces.iter().map(|piece| piece.to_vec()).collect();
    let sending = tokio::spawn(async move {
        for piece in pieces {
            if writer.write_all(&piece).await.is_err() {
                break;
            }
        }
        writer
    });
    let mut answer = Vec::new();
    // A reset after the answer is as good as an end.
    let _ = timeout(EVER, reader.read_to_end(&mut answer)).await.unwrap();
    sending.abort();
    String::from_utf8_lossy(&answer).into_owned()
}

/// The head of an upload, whose framing is to follow.
fn head(kind: FileKind, headers: &str) -> String {
    let target = url(&submit(kind)).unwrap();
    format!("POST {target} HTTP/1.1\r\nHost: a\r\n{IDEMPOTENCY_KEY}: k\r\n{headers}")
}

/// Names of what is in the folder of uploads.
fn left_in(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder.join("uploads")).into_iter().flatten();
    files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

/// Waits until no upload is left, or fails.
async fn nothing_is_left(folder: &Path, after: &str) {
    let wait = async {
        while !left_in(folder).is_empty() {
            sleep(Duration::from_millis(10)).await;
        }
    };
    assert!(timeout(EVER, wait).await.is_ok(), "after {after}: {:?}", left_in(folder));
}

#[tokio::test]
async fn an_upload_that_is_too_large_too_slow_or_cut_off_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (address, [owner, _]) = served(folder.path()).await;
    let begin = head(FileKind::Uniemens, &owner);
    let megabyte =
        [format!("{:x}\r\n", 1 << 20).as_bytes(), &vec![b'x'; 1 << 20], b"\r\n"].concat();
    let announced = format!("{begin}Content-Length: {}\r\n\r\n", MAX_FILE + 1);
    let chunked = format!("{begin}Transfer-Encoding: chunked\r\n\r\n");
    let mut unannounced = vec![chunked.as_bytes()];
    unannounced.extend(std::iter::repeat_n(megabyte.as_slice(), 51));
    let stalled = format!("{begin}Content-Length: 1000\r\n\r\n<?xml");
    for (name, pieces, status, code) in [
        ("announced", vec![announced.as_bytes()], 413, "too_large"),
        ("unannounced", unannounced, 413, "too_large"),
        ("stalled", vec![stalled.as_bytes()], 408, "too_slow"),
    ] {
        let answer = answer(address, &pieces).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{name}: {answer}");
        assert!(answer.contains(&format!(r#""code":"{code}""#)), "{name}: {answer}");
        nothing_is_left(folder.path(), name).await;
    }
    let mut cut = TcpStream::connect(address).await.unwrap();
    cut.write_all(stalled.as_bytes()).await.unwrap();
    while left_in(folder.path()).is_empty() {
        sleep(Duration::from_millis(1)).await;
    }
    drop(cut);
    nothing_is_left(folder.path(), "a cut").await;
    let list = format!(
        "GET {} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{owner}\r\n",
        url(&List::default()).unwrap()
    );
    let listed = answer(address, &[list.as_bytes()]).await;
    assert!(listed.contains(r#""items":[]"#), "no import came of it: {listed}");
}

#[tokio::test]
async fn who_may_hand_in_nothing_is_refused_before_a_byte_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (address, [owner, administrator]) = served(folder.path()).await;
    for (kind, headers, status) in [
        (FileKind::Uniemens, String::new(), 401),
        (FileKind::Uniemens, "Cookie: __Host-cassetto=00\r\n".to_owned(), 401),
        (FileKind::Uniemens, administrator.clone(), 403),
        (FileKind::Registry, owner.clone(), 403),
        (FileKind::Uniemens, format!("{owner}Sec-Fetch-Site: cross-site\r\n"), 403),
    ] {
        // Announced, never sent: an answer shows that nobody waited for it.
        let request = format!("{}Content-Length: 1000\r\n\r\n", head(kind, &headers));
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut begun = [0; 12];
        timeout(EVER, stream.read_exact(&mut begun)).await.unwrap().unwrap();
        assert_eq!(begun, *format!("HTTP/1.1 {status}").as_bytes(), "{headers}");
        assert_eq!(left_in(folder.path()), Vec::<String>::new());
    }
}

/// Hands in a file and waits for the number of its errors; it must have been refused.
async fn errors_of(client: &Client, kind: FileKind, file: Vec<u8>) -> u32 {
    let import = client.hand_in(&submit(kind), Bytes::from(file)).await.unwrap().id;
    loop {
        let report = client.send(&Show { import }).await.unwrap();
        match report.import.state {
            ImportState::Running { .. } => sleep(Duration::from_millis(5)).await,
            ImportState::Refused => {
                assert!(report.issues.iter().all(|issue| issue.line > 0 && issue.column > 0));
                return report.import.errors;
            }
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn what_is_no_such_file_is_refused_for_each_kind() {
    let app = TestApp::new().await;
    World::of(&app).await;
    let (owner, administrator) =
        (app.sign_in("titolare").await, app.sign_in("amministratore").await);
    app.deliver().await;
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("nothing", Vec::new()),
        ("white space", b" \r\n\t".to_vec()),
        ("noughts", vec![0; 100_000]),
        ("a byte order mark", vec![0xEF, 0xBB, 0xBF]),
        ("UTF-16", [&[0xFF, 0xFE][..], &wide("<?xml version='1.0'?><DenunceMensili/>")].concat()),
        ("no UTF-8", b"<DenunceMensili>\xC3\x28</DenunceMensili>".to_vec()),
        ("an archive", b"PK\x03\x04\x14\x00\x00\x00\x08\x00".to_vec()),
        ("a packed file", b"\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\x03".to_vec()),
        ("one endless line", vec![b'a'; 3 << 20]),
        ("deep elements", "<a>".repeat(200_000).into_bytes()),
        ("deep arrays", "[".repeat(200_000).into_bytes()),
        ("deep objects", r#"{"a":"#.repeat(200_000).into_bytes()),
        ("a page", b"<!DOCTYPE html><html><body>Accedi</body></html>".to_vec()),
        ("a document type", b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><DenunceMensili>&a;</DenunceMensili>".to_vec()),
        ("many entities", b"<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><DenunceMensili>&b;</DenunceMensili>".to_vec()),
    ];
    for (name, file) in files {
        for (client, kind) in [
            (&owner, FileKind::Uniemens),
            (&owner, FileKind::F24),
            (&administrator, FileKind::Registry),
        ] {
            assert!(errors_of(client, kind, file.clone()).await > 0, "{name} as {kind:?}");
        }
    }
}
