//! Documents through HTTP: sent in parts and gone on with, examined, refused each for its own reason, had by those who may.

use std::io::{Cursor, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use backend::app::App;
use backend::attachments::service::{self as attachments, Owner};
use backend::fault::Error;
use backend::files::Files;
use backend::http::serve;
use backend::requests::service as requests;
use backend::store::{ReadTx, Store};
use bytes::Bytes;
use harness::{Client, Reply, TestApp, World};
use sha2::{Digest, Sha256};
use shared::attachments::{
    Attachment, Discard, Download, Finish, LIMITS, Open, PutChunk, Refusal, State, Upload,
};
use shared::fault::{Fault, Problem};
use shared::ids::{AttachmentId, CompanyId, PersonId, RequestId};
use shared::requests::Draft;
use shared::requests::topics::TopicId;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use zip::write::{SimpleFileOptions, ZipWriter};

/// What every scanner takes for a virus; not in one piece, or this file were one.
pub const EICAR: [&str; 2] =
    [r"X5O!P%@AP[4\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"];
const PDF: &[u8] = b"%PDF-1.7\nuna busta paga";

fn hexadecimal(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn open(client: &Client, name: &str, size: usize) -> Result<Upload, Problem> {
    client.send(&Open { name: name.to_owned(), size: size as u64, sha256: None }).await
}

/// Brings a part, from an offset on.
async fn put(client: &Client, id: AttachmentId, offset: usize, part: &[u8]) -> Reply {
    let mut call = client.request(&PutChunk { attachment: id, offset: offset as u64 }, "");
    *call.body_mut() = Bytes::copy_from_slice(part);
    client.call(call).await
}

/// Uploads a whole document.
async fn upload(client: &Client, name: &str, content: &[u8]) -> Result<Attachment, Problem> {
    let id = open(client, name, content.len()).await?.id;
    put(client, id, 0, content).await.into_result::<Upload>()?;
    client.send(&Finish { attachment: id }).await
}

/// Field and reason of the fault with which something is refused.
fn reason<T: std::fmt::Debug>(outcome: Result<T, Problem>) -> (String, String) {
    let problem = outcome.unwrap_err();
    assert_eq!((problem.status, problem.code.as_str()), (422, "invalid"), "{problem:?}");
    let fault = problem.errors.into_iter().next().unwrap();
    (fault.field, fault.reason)
}

/// An archive of these.
pub fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Where the file of a hash lies.
fn place(app: &TestApp, sha256: &str) -> PathBuf {
    app.app().files().folder().join(&sha256[..2]).join(sha256)
}

#[tokio::test]
async fn a_document_is_sent_in_parts_and_handed_out_as_it_was() {
    let app = TestApp::new().await;
    World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let sha256 = Some(hexadecimal(PDF));
    let name = "busta à.pdf".to_owned();
    let begun: Upload = owner.send(&Open { name, size: PDF.len() as u64, sha256 }).await.unwrap();
    assert_eq!((begun.name.as_str(), begun.offset, begun.ready), ("busta à.pdf", 0, false));
    let id = begun.id;
    let half: Upload = put(&owner, id, 0, &PDF[..10]).await.json();
    assert_eq!(half.offset, 10);
    let gap = put(&owner, id, 12, &PDF[12..]).await.problem();
    assert_eq!((gap.code.as_str(), gap.value), ("conflict", Some(10)));
    assert_eq!(reason(owner.send(&Finish { attachment: id }).await).1, "incomplete");
    // What was sent twice is there once.
    put(&owner, id, 4, &PDF[4..]).await.into_result::<Upload>().unwrap();
    assert_eq!(owner.send(&State { attachment: id }).await.unwrap().offset, PDF.len() as u64);
    let done: Attachment = owner.send(&Finish { attachment: id }).await.unwrap();
    assert_eq!((done.bytes, done.sha256.as_str()), (PDF.len() as u64, hexadecimal(PDF).as_str()));
    assert_eq!(owner.send(&Finish { attachment: id }).await.unwrap(), done, "once more");
    assert!(owner.send(&State { attachment: id }).await.unwrap().ready);

    let before = app.audited();
    let reply = owner.get(&shared::endpoint::url(&Download { attachment: id }).unwrap()).await;
    assert_eq!(reply.body, PDF);
    assert_eq!(app.audited() - before, 1);
    assert_eq!(reply.header("content-type"), "application/pdf");
    assert_eq!(
        reply.header("content-disposition"),
        "attachment; filename=\"busta a.pdf\"; filename*=UTF-8''busta%20%C3%A0.pdf"
    );
    assert_eq!(reply.header("x-content-type-options"), "nosniff");
    assert!(reply.header("content-security-policy").starts_with("sandbox; default-src 'none'"));
}

#[tokio::test]
async fn each_bad_document_is_refused_for_its_own_reason_and_nothing_else_is_lost() {
    let app = TestApp::new().await;
    World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let good = upload(&owner, "prima.pdf", PDF).await.unwrap();
    for (name, expected) in [
        ("pagina.html", "kind"),
        ("disegno.svg", "kind"),
        ("programma.exe", "kind"),
        ("senza estensione", "kind"),
        ("busta.exe.pdf", "double_extension"),
        ("busta\u{202e}fdp.pdf", "marks"),
        ("bu\0sta.pdf", "marks"),
        (&format!("{}.pdf", "x".repeat(4096)), "too_long"),
        ("", "missing"),
        ("../../etc/nota.pdf", "path"),
    ] {
        let refused = reason(open(&owner, name, 10).await);
        assert_eq!(refused, ("name".to_owned(), expected.to_owned()), "{name:?}");
    }
    let eicar = EICAR.concat().into_bytes();
    let bomb = zip(&[("a.txt", &vec![b'0'; 5 << 20])]);
    for (name, content, expected) in [
        ("a.pdf", &b"\x89PNG\r\n\x1a\n"[..], "wrong_content"),
        ("a.txt", b"<html><script>alert(1)</script>", "active"),
        ("a.xml", b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", "active"),
        ("a.png", b"MZ\x90\0\x03\0", "executable"),
        ("eicar.txt", &eicar, "virus"),
        ("eicar.zip", &zip(&[("eicar.com", &eicar)]), "virus"),
        ("bomba.zip", &bomb, "bomb"),
        ("uscita.zip", &zip(&[("../../a.txt", b"x")]), "unsafe"),
        ("rotto.zip", b"PK\x03\x04", "broken"),
    ] {
        let begun = open(&owner, name, content.len()).await.unwrap();
        put(&owner, begun.id, 0, content).await.into_result::<Upload>().unwrap();
        let (finish, before) = (Finish { attachment: begun.id }, app.audited());
        for _ in 0..2 {
            let refused = reason(owner.send(&finish).await);
            assert_eq!(refused, ("file".to_owned(), expected.to_owned()), "{name}");
        }
        assert_eq!(app.audited() - before, 1, "{name}: a refusal is noted once");
        let stand = owner.send(&State { attachment: begun.id }).await.unwrap();
        assert_eq!(stand.refused.map(Refusal::name), Some(expected), "{name}");
        owner.send(&Discard { attachment: begun.id }).await.unwrap();
    }
    assert_eq!(app.app().files().all().unwrap().len(), 1, "nothing that was refused is kept");
    assert!(app.app().files().parts().unwrap().is_empty());
    let first = owner.send(&State { attachment: good.id }).await.unwrap();
    assert!(first.ready, "what was there before stays");
}

#[tokio::test]
async fn three_megabytes_are_taken_and_a_byte_more_is_not() {
    let app = TestApp::new().await;
    World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let most = usize::try_from(LIMITS.bytes).unwrap();
    let mut whole = vec![b'x'; most];
    whole[..5].copy_from_slice(b"%PDF-");
    let taken = upload(&owner, "intero.pdf", &whole).await.unwrap();
    assert_eq!(taken.bytes, LIMITS.bytes);
    let announced = reason(open(&owner, "intero.pdf", most + 1).await);
    assert_eq!(announced, ("size".to_owned(), "too_large".to_owned()));
    assert_eq!(reason(open(&owner, "vuoto.pdf", 0).await).1, "empty");
    let small = open(&owner, "piccolo.pdf", 10).await.unwrap();
    let beyond = put(&owner, small.id, 0, &whole[..11]).await.problem();
    assert_eq!((beyond.status, beyond.value), (413, Some(10)), "more than it said");
    whole.push(b'x');
    let large = open(&owner, "intero.pdf", most).await.unwrap();
    let larger = put(&owner, large.id, 0, &whole).await.problem();
    assert_eq!((larger.status, larger.code.as_str()), (413, "too_large"));
    let changed = Some(hexadecimal(b"another"));
    let size = PDF.len() as u64;
    let other: Upload =
        owner.send(&Open { name: "altro.pdf".into(), size, sha256: changed }).await.unwrap();
    put(&owner, other.id, 0, PDF).await.into_result::<Upload>().unwrap();
    assert_eq!(reason(owner.send(&Finish { attachment: other.id }).await).1, "changed");
    let nonsense = Open { name: "a.pdf".into(), size: 1, sha256: Some("00".into()) };
    assert_eq!(reason(owner.send(&nonsense).await).1, "not_a_hash");
}

/// The owner with so many documents that belong to no message yet, in their order.
async fn with_documents(app: &TestApp, count: usize) -> (Client, PersonId, Vec<AttachmentId>) {
    let owner = app.sign_in("titolare").await;
    let person = person(app, &owner).await;
    let mut ids = Vec::new();
    for name in ["a.pdf", "b.pdf", "c.pdf", "d.pdf"].into_iter().take(count) {
        ids.push(upload(&owner, name, PDF).await.unwrap().id);
        // Identifiers of one moment have no order.
        app.clock().advance_minutes(1);
    }
    (owner, person, ids)
}

/// The conversation of these tests.
const REQUEST: RequestId = RequestId::from_u128(9);

/// Lets the conversation be there.
async fn asked(app: &TestApp, company: CompanyId, person: PersonId) {
    let draft = Draft { company: Some(company), topic: Some(TopicId(201)), ..Draft::default() };
    let now = app.app().now();
    app.write(move |tx| requests::furnish(tx, now, REQUEST, person, draft.clone())).await;
}

/// Puts documents into a line; the reason, if they are refused.
async fn claim(
    app: &TestApp,
    ids: &[AttachmentId],
    person: PersonId,
    owner: Owner,
) -> Result<Vec<Attachment>, String> {
    let ids = ids.to_vec();
    let claimed =
        app.app().store().transact(move |tx| attachments::claim(tx, person, &ids, owner)).await;
    claimed.map_err(|error| match error {
        Error::Fault(Fault::Invalid(faults)) => faults[0].reason.clone(),
        other => panic!("{other:?}"),
    })
}

#[tokio::test]
async fn a_message_takes_three_of_ones_own_that_are_finished() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, person, ids) = with_documents(&app, 4).await;
    let unfinished = open(&owner, "e.pdf", 10).await.unwrap().id;
    let stranger = self::person(&app, &app.sign_in("estraneo").await).await;
    let line = Owner::line(world.company, REQUEST, 1);
    for (ids, person, reason) in [
        (&ids[..], person, "too_many"),
        (&[ids[0], ids[0]], person, "unknown"),
        (&[ids[0], unfinished], person, "not_ready"),
        (&[ids[0]], stranger, "unknown"),
    ] {
        assert_eq!(claim(&app, ids, person, line).await, Err(reason.to_owned()));
    }
    let claimed = claim(&app, &ids[..3], person, line).await.unwrap();
    assert_eq!(claimed.len(), 3);
    assert_eq!(app.app().store().read(|tx| attachments::of(tx, line)).unwrap(), claimed);
    let again = claim(&app, &ids[..1], person, line).await;
    assert_eq!(again, Err("unknown".to_owned()), "it has its message");
}

#[tokio::test]
async fn whoever_reads_a_message_has_its_documents_and_nobody_else() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, person, ids) = with_documents(&app, 4).await;
    asked(&app, world.company, person).await;
    let line = Owner::line(world.company, REQUEST, 1);
    claim(&app, &ids[..3], person, line).await.unwrap();
    let operator = app.sign_in("operatore").await;
    let note = upload(&operator, "nota.pdf", b"%PDF-interna").await.unwrap();
    let person = self::person(&app, &operator).await;
    let internal = Owner::line(world.company, REQUEST, 2).internal();
    claim(&app, &[note.id], person, internal).await.unwrap();
    for (persona, id, has) in [
        ("titolare", ids[0], true),
        ("consulente", ids[0], true),
        ("operatore", ids[0], true),
        ("estraneo", ids[0], false),
        ("titolare", ids[3], true),
        ("consulente", ids[3], false),
        ("operatore", note.id, true),
        ("titolare", note.id, false),
        ("titolare", AttachmentId::from_u128(1), false),
    ] {
        let target = shared::endpoint::url(&Download { attachment: id }).unwrap();
        let reply = app.sign_in(persona).await.get(&target).await;
        match has {
            true => assert!(reply.status.is_success(), "{persona}: {reply:?}"),
            false => assert_eq!(reply.problem().code, "not_found", "{persona}"),
        }
    }
    let stranger = app.sign_in("estraneo").await;
    for problem in [
        stranger.send(&State { attachment: ids[3] }).await.unwrap_err(),
        stranger.send(&Finish { attachment: ids[3] }).await.unwrap_err(),
        stranger.send(&Discard { attachment: ids[3] }).await.unwrap_err(),
        put(&stranger, ids[3], 0, PDF).await.problem(),
        owner.send(&Discard { attachment: ids[0] }).await.unwrap_err(),
    ] {
        assert_eq!(problem.code, "not_found");
    }
    let names = |all| {
        let of = |tx: &dyn ReadTx| attachments::of_conversation(tx, world.company, REQUEST, all);
        let files = app.app().store().read(of).unwrap();
        let bundle = attachments::bundle(app.app(), &files, ("primo.pdf", PDF), "tutto.zip");
        let mut archive = zip::ZipArchive::new(Cursor::new(bundle.unwrap().bytes)).unwrap();
        (0..archive.len())
            .map(|at| archive.by_index(at).unwrap().name().unwrap().into_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(false), ["primo.pdf", "001-01 a.pdf", "001-02 b.pdf", "001-03 c.pdf"]);
    assert_eq!(names(true).last().unwrap(), "002-04 nota.pdf");
    app.deliver().await;
}

/// Who is signed in.
async fn person(app: &TestApp, client: &Client) -> PersonId {
    let begun = open(client, "x.pdf", 1).await.unwrap();
    client.send(&Discard { attachment: begun.id }).await.unwrap();
    let log = app.sign_in("revisore").await;
    let entries = log.send(&shared::audit::List::default()).await.unwrap();
    let subject = Some(begun.id.to_string());
    let entry = entries.items.iter().find(|entry| entry.subject == subject).unwrap();
    entry.person.unwrap()
}

#[tokio::test]
async fn a_file_that_was_tampered_with_is_not_handed_out() {
    let app = TestApp::new().await;
    World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let done = upload(&owner, "a.pdf", PDF).await.unwrap();
    let target = shared::endpoint::url(&Download { attachment: done.id }).unwrap();
    let before = app.audited();
    std::fs::write(place(&app, &done.sha256), b"%PDF-1.7\nun'altra busta").unwrap();
    assert_eq!(owner.get(&target).await.problem().code, "internal");
    std::fs::remove_file(place(&app, &done.sha256)).unwrap();
    assert_eq!(owner.get(&target).await.problem().code, "internal");
    assert_eq!(app.audited(), before, "nothing was handed out");
}

#[tokio::test]
async fn a_file_goes_with_the_last_attachment_that_has_it_and_forgotten_uploads_go_by_themselves() {
    let app = TestApp::new().await;
    World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let (one, two) =
        (upload(&owner, "a.pdf", PDF).await.unwrap(), upload(&owner, "b.pdf", PDF).await.unwrap());
    let files = || app.app().files().all().unwrap().len();
    assert_eq!(files(), 1, "the same content is one file");
    owner.send(&Discard { attachment: one.id }).await.unwrap();
    assert_eq!(files(), 1);
    let half = open(&owner, "c.pdf", 20).await.unwrap();
    put(&owner, half.id, 0, b"%PDF-").await.into_result::<Upload>().unwrap();
    app.deliver().await;
    assert_eq!((files(), app.app().files().parts().unwrap().len()), (1, 1));
    app.clock().advance_minutes((LIMITS.hours + 1) * 60);
    app.deliver().await;
    assert_eq!((files(), app.app().files().parts().unwrap().len()), (0, 0));
    let owner = app.sign_in("titolare").await;
    let gone = owner.send(&State { attachment: two.id }).await.unwrap_err();
    assert_eq!(gone.code, "not_found");
}

#[tokio::test]
async fn nobody_has_more_uploads_waiting_than_the_limit() {
    let app = TestApp::new().await;
    World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    for _ in 0..LIMITS.unclaimed {
        open(&owner, "a.pdf", 10).await.unwrap();
    }
    let refused = reason(open(&owner, "a.pdf", 10).await);
    assert_eq!(refused, ("file".to_owned(), "too_many".to_owned()));
}

/// A scanner that answers to its protocol: it finds a virus in whatever holds this word. `None` answers nothing.
async fn scanner(finds: Option<&'static [u8]>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut command = [0; 10];
            stream.read_exact(&mut command).await.unwrap();
            assert_eq!(&command, b"zINSTREAM\0");
            let mut content = Vec::new();
            loop {
                let length = stream.read_u32().await.unwrap();
                if length == 0 {
                    break;
                }
                let mut piece = vec![0; length as usize];
                stream.read_exact(&mut piece).await.unwrap();
                content.extend(piece);
            }
            let Some(finds) = finds else { continue };
            let found = content.windows(finds.len()).any(|window| window == finds);
            let answer: &[u8] = match found {
                true => b"stream: Test.Word FOUND\0",
                false => b"stream: OK\0",
            };
            stream.write_all(answer).await.unwrap();
        }
    });
    address
}

#[tokio::test]
async fn a_scanner_that_is_configured_has_its_word_and_nothing_passes_without_it() {
    for (finds, content, expected) in [
        (Some(&b"cavallo"[..]), &b"%PDF-1.7 un cavallo"[..], Some("invalid")),
        (Some(b"cavallo"), b"%PDF-1.7 un cane", None),
        (None, b"%PDF-1.7 un cane", Some("busy")),
    ] {
        let address = scanner(finds).await;
        let app = TestApp::with()
            .config(|config| config.attachments.scanner = Some(address))
            .build()
            .await;
        World::of(&app).await;
        let owner = app.sign_in("titolare").await;
        let begun = open(&owner, "a.pdf", content.len()).await.unwrap();
        put(&owner, begun.id, 0, content).await.into_result::<Upload>().unwrap();
        let ended = owner.send(&Finish { attachment: begun.id }).await;
        assert_eq!(ended.as_ref().err().map(|problem| problem.code.as_str()), expected);
        if expected == Some("invalid") {
            assert_eq!(reason(ended).1, "virus");
        } else if expected == Some("busy") {
            let stand = owner.send(&State { attachment: begun.id }).await.unwrap();
            assert_eq!((stand.offset, stand.refused), (content.len() as u64, None), "it stays");
        }
    }
}

/// A demo over a folder, and the cookie of its owner.
async fn served(folder: &Path) -> (SocketAddr, String) {
    let app = App::over(Store::in_memory().unwrap()).demo(true).data_dir(folder.to_owned()).build();
    backend::demo::fill(&app, 3, 1).await.unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(serve::serve(app, listener, std::future::pending()));
    let body = r#"{"persona":"titolare"}"#;
    let answer =
        said(address, "POST /api/v1/session/demo", "Content-Type: application/json\r\n", body)
            .await;
    let cookie = answer.split("set-cookie: ").nth(1).unwrap().split(';').next().unwrap();
    (address, format!("Cookie: {cookie}\r\n"))
}

/// What the server answers to a call on a connection of its own.
async fn said(address: SocketAddr, call: &str, headers: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let length = body.len();
    let request = format!(
        "{call} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{headers}Content-Length: {length}\r\n\r\n{body}"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn an_upload_that_was_cut_off_goes_on_where_the_server_has_it() {
    let folder = tempfile::tempdir().unwrap();
    let (address, cookie) = served(folder.path()).await;
    let files = || Files::of(Some(folder.path())).all().unwrap().len();
    let of_demo = files();
    let json = format!("{cookie}Content-Type: application/json\r\nIdempotency-Key: k\r\n");
    let content = format!("%PDF-1.7 {}", "x".repeat(200_000));
    let size = content.len();
    let open = format!(r#"{{"name":"a.pdf","size":{size}}}"#);
    let begun = said(address, "POST /api/v1/attachments", &json, &open).await;
    let begun: Upload = serde_json::from_str(begun.split("\r\n\r\n").nth(1).unwrap()).unwrap();
    let path = format!("/api/v1/attachments/{}", begun.id);

    let mut cut = TcpStream::connect(address).await.unwrap();
    let head = format!(
        "PUT {path}/content?offset=0 HTTP/1.1\r\nHost: a\r\n{cookie}Content-Length: {size}\r\n\r\n"
    );
    cut.write_all(head.as_bytes()).await.unwrap();
    cut.write_all(&content.as_bytes()[..100_000]).await.unwrap();
    let mut offset = 0;
    for _ in 0..500 {
        let state = said(address, &format!("GET {path}"), &cookie, "").await;
        let stand: Upload = serde_json::from_str(state.split("\r\n\r\n").nth(1).unwrap()).unwrap();
        offset = usize::try_from(stand.offset).unwrap();
        if offset == 100_000 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(offset, 100_000);
    // The first connection is not known to be dead: the second takes over all the same.
    let call = format!("PUT {path}/content?offset={offset}");
    let rest = said(address, &call, &cookie, &content[offset..]).await;
    assert!(rest.starts_with("HTTP/1.1 200"), "{rest}");
    drop(cut);
    let finished = said(address, &format!("POST {path}"), &json.replace(": k", ": l"), "{}").await;
    assert!(finished.contains(&hexadecimal(content.as_bytes())), "{finished}");
    assert_eq!(files(), of_demo + 1);
}
