//! Documents in a conversation: kept with the draft, claimed by the message, named on the receipt, had by both sides and nobody else.

use std::io::{Cursor, Read};

use bytes::Bytes;
use harness::{Client, TestApp, World};
use sha2::{Digest, Sha256};
use shared::attachments::{
    Attachment, Download, Finish, LIMITS, Open, PutChunk, State as UploadState,
};
use shared::endpoint::url;
use shared::export::Format;
use shared::ids::{AttachmentId, RequestId};
use shared::live::Listen;
use shared::offices::OfficeCode;
use shared::register;
use shared::requests::topics::Unit;
use shared::requests::{
    Act, Action, Answer, DiscardDraft, Draft, Drafts, Files, Keep, Kind, Line, Outcome, Receipt,
    SaveDraft, Show, ShowDraft, Submit, Unsent,
};
use zip::ZipArchive;

use super::{act, content, saved};
use crate::attachments::{EICAR, zip};

/// Uploads a document.
pub async fn uploaded(client: &Client, name: &str) -> Attachment {
    let bytes = Bytes::from(format!("%PDF-1.7\n{name}"));
    let open = Open { name: name.to_owned(), size: bytes.len() as u64, sha256: None };
    let attachment = client.send(&open).await.expect("it begins").id;
    client.hand_in(&PutChunk { attachment, offset: 0 }, bytes).await.expect("it is brought");
    client.send(&Finish { attachment }).await.expect("nothing is wrong with it")
}

/// Whether somebody is handed the document.
pub async fn has(client: &Client, attachment: AttachmentId) -> bool {
    let target = url(&Download { attachment }).expect("an address");
    client.get(&target).await.status.is_success()
}

/// What stands on the receipt: text and files, as anybody can reckon it.
fn digest(text: &str, files: &[Attachment]) -> String {
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let mut hash = Sha256::new_with_prefix(text);
    for file in files {
        let content = format!("%PDF-1.7\n{}", file.name);
        assert_eq!(file.sha256, hex(&Sha256::digest(&content)));
        hash.update(Sha256::digest(&content));
    }
    hex(&hash.finalize())
}

#[tokio::test]
async fn documents_go_with_a_request_and_are_on_its_receipt() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let mut files = Vec::new();
    for name in ["a.pdf", "b.pdf", "c.pdf"] {
        files.push(uploaded(&owner, name).await);
    }
    files.sort_by_key(|file| file.id);
    let ids: Vec<AttachmentId> = files.iter().map(|file| file.id).collect();
    let with = Draft { attachments: ids.clone(), ..content(world.company, "Tre pagine.") };
    let draft = saved(&owner, with.clone()).await;
    let another = app.sign_in("titolare").await;
    let shown = another.send(&ShowDraft { draft: draft.draft }).await.expect("on another device");
    assert_eq!(shown.content.attachments, ids);
    assert!(another.send(&UploadState { attachment: ids[0] }).await.expect("it waits").ready);
    assert!(!has(&operator, ids[0]).await, "nobody else has what was not sent");

    let submit = Submit { draft: draft.draft, version: draft.version };
    let sent = owner.send(&submit).await.expect("it is sent");
    let Receipt { registered, attachments, .. } = &sent.receipt;
    assert_eq!(*attachments, files);
    assert_eq!(registered.digest, digest("Tre pagine.", &files));
    assert_eq!(owner.send_as(&submit, "again").await.expect("once more"), sent);
    let thread = operator.send(&Show { request: sent.id }).await.expect("the office reads it");
    assert_eq!((&thread.lines[0].attachments, &thread.receipt.attachments), (&files, &files));
    for (persona, may) in
        [("titolare", true), ("consulente", true), ("operatore", true), ("estraneo", false)]
    {
        assert_eq!(has(&app.sign_in(persona).await, ids[0]).await, may, "{persona}");
    }
    let bundle = url(&Files { request: sent.id, lang: None }).expect("an address");
    assert_eq!(app.sign_in("estraneo").await.get(&bundle).await.problem().code, "not_found");
    let kept = archive(&operator, sent.id).await;
    let names: Vec<&str> = kept.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!((names[0], names.len()), ("Conversazione.pdf", ids.len() + 1));
    assert_eq!(names[1], format!("001-01 {}", files[0].name));

    // They are with this message now, and with no other.
    let again = saved(&owner, with).await;
    let submit = Submit { draft: again.draft, version: again.version };
    let refused = owner.send(&submit).await.expect_err("they are taken");
    assert_eq!(
        (refused.errors[0].field.as_str(), refused.errors[0].reason.as_str()),
        ("attachments", "unknown")
    );
    assert_eq!(owner.send(&Drafts {}).await.expect("drafts").items.len(), 1, "it stays");
    app.deliver().await;
}

/// What the archive of a conversation holds for somebody.
async fn archive(client: &Client, request: RequestId) -> Vec<(String, Vec<u8>)> {
    let address = url(&Files { request, lang: None }).expect("an address");
    let reply = client.get(&address).await;
    assert_eq!(reply.header("content-type"), "application/zip");
    let mut archive = ZipArchive::new(Cursor::new(reply.body)).expect("an archive");
    let mut kept = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a file");
        let (name, mut content) = (file.name().expect("a name").into_owned(), Vec::new());
        file.read_to_end(&mut content).expect("its content");
        kept.push((name, content));
    }
    kept
}

#[tokio::test]
async fn a_conversation_to_keep_says_what_its_reader_may_read() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let sent = super::sent(&owner, world.company).await;
    act(&operator, sent.id, Action::Take).await.expect("in charge");
    act(&operator, sent.id, Action::Note { text: "Riservatissimo".into() }).await.expect("noted");
    let answer = Answer { decision: "Spetta".into(), law: "Art. 7".into(), ..Answer::default() };
    let file = uploaded(&operator, "decisione.pdf").await.id;
    let (outcome, attachments) = (Some(Outcome::Accepted), vec![file]);
    act(&operator, sent.id, Action::Answer { answer, outcome, attachments })
        .await
        .expect("answered");
    // Opened, in charge, noted, answered: of what one does not see, no number is missing either.
    for (client, is_staff, last) in [(&owner, false, "003"), (&operator, true, "004")] {
        let kept = archive(client, sent.id).await;
        assert_eq!(kept[1].0, [last, "-01 decisione.pdf"].concat());
        assert_eq!(kept.len(), 2);
        let text = String::from_utf8_lossy(&kept[0].1).into_owned();
        let number = sent.receipt.registered.number.to_string();
        for said in [number.as_str(), "Non risulta.", "Spetta", "Art. 7", "Accolta"] {
            assert!(text.contains(said), "{said}");
        }
        assert_eq!(text.contains("Riservatissimo"), is_staff, "what the office noted");
    }
    app.deliver().await;
}

#[tokio::test]
async fn replies_and_the_answer_have_documents_of_their_writer() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let sent = super::sent(&owner, world.company).await;
    let reply = uploaded(&owner, "d.pdf").await;
    let wordless = Action::Reply { text: String::new(), attachments: vec![reply.id] };
    act(&owner, sent.id, wordless).await.expect("a document says enough");
    act(&operator, sent.id, Action::Take).await.expect("in charge");
    let answer = Answer { decision: "In allegato.".into(), ..Answer::default() };
    let strange = vec![uploaded(&owner, "e.pdf").await.id];
    let wrong = Action::Answer { answer: answer.clone(), outcome: None, attachments: strange };
    let version = operator.send(&Show { request: sent.id }).await.expect("it is there").version;
    let act_on = Act::of(sent.id, version, wrong);
    let refused = operator.send(&act_on).await.expect_err("somebody else's");
    assert_eq!(refused.errors[0].field, "attachments");
    let decision = uploaded(&operator, "decisione.pdf").await;
    let right = Action::Answer { answer, outcome: None, attachments: vec![decision.id] };
    act(&operator, sent.id, right).await.expect("answered");
    let lines = owner.send(&Show { request: sent.id }).await.expect("the answer").lines;
    let last = lines.last().expect("the answer");
    assert_eq!(last.attachments, std::slice::from_ref(&decision));
    let said = last.registered.as_ref().map(|registered| registered.digest.clone());
    assert_eq!(said, Some(digest("In allegato.\n\n\n\n", std::slice::from_ref(&decision))));
    assert!(has(&owner, decision.id).await);
    app.deliver().await;
}

#[tokio::test]
async fn a_question_an_end_and_a_reopening_have_documents_too() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let id = super::sent(&owner, world.company).await.id;
    act(&operator, id, Action::Take).await.expect("in charge");
    let one = async |client: &Client, name: &str| vec![uploaded(client, name).await.id];
    let attachments = one(&operator, "modulo.pdf").await;
    act(&operator, id, Action::Ask { text: "Lo compili.".into(), attachments })
        .await
        .expect("asked");
    let attachments = one(&operator, "calcolo.pdf").await;
    let (outcome, comment) = (Outcome::Rejected, "Come da calcolo.".to_owned());
    act(&operator, id, Action::Close { outcome, comment, attachments }).await.expect("closed");
    let attachments = one(&owner, "ricevuta.pdf").await;
    let reason = "Ecco la ricevuta.".to_owned();
    act(&owner, id, Action::Reopen { reason, attachments }).await.expect("reopened");
    let lines = owner.send(&Show { request: id }).await.expect("it is there").lines;
    let with: Vec<&Line> = lines.iter().filter(|line| !line.attachments.is_empty()).collect();
    let names: Vec<&str> = with.iter().map(|line| line.attachments[0].name.as_str()).collect();
    assert_eq!(names, ["modulo.pdf", "calcolo.pdf", "ricevuta.pdf"]);
    let said = with[0].registered.as_ref().map(|registered| registered.digest.clone());
    assert_eq!(said, Some(digest("Lo compili.", &with[0].attachments)), "what the register says");
    assert_eq!(archive(&operator, id).await.len(), 4);

    // The register names them, on the screen and as a file.
    let day = app.app().today();
    let show = register::Show { office: None, day, cursor: None, limit: None };
    let day_of = operator.send(&show).await.expect("the register").page.items;
    let files: Vec<&register::Enclosed> = day_of.iter().flat_map(|line| &line.files).collect();
    let named: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(named, ["ricevuta.pdf", "modulo.pdf", "calcolo.pdf"], "received first");
    assert_eq!(files[1].sha256, with[0].attachments[0].sha256);
    let export = register::Export { office: None, day, format: Format::Csv, lang: None };
    let reply = operator.get(&url(&export).expect("an address")).await;
    let said = format!("modulo.pdf ({})", files[1].sha256);
    assert!(String::from_utf8_lossy(&reply.body).contains(&said));
    app.deliver().await;
}

#[tokio::test]
async fn whoever_the_request_is_with_has_its_documents() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let file = uploaded(&owner, "a.pdf").await;
    let with = Draft { attachments: vec![file.id], ..content(world.company, "Una.") };
    let draft = saved(&owner, with).await;
    let submit = Submit { draft: draft.draft, version: draft.version };
    let id = owner.send(&submit).await.expect("it is sent").id;
    assert!(has(&operator, file.id).await);
    let (office, unit) = (OfficeCode::parse("4900").expect("an office"), Unit::ACCOUNTING);
    let transfer = Action::Transfer { office, unit, reason: "Competenza".into() };
    act(&operator, id, transfer).await.expect("it goes elsewhere");
    assert!(!has(&operator, file.id).await, "and so do its documents");
    assert!(has(&owner, file.id).await);
    app.deliver().await;
}

#[tokio::test]
async fn a_draft_that_is_thrown_away_takes_its_documents_along() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let file = uploaded(&owner, "a.pdf").await;
    let with = Draft { attachments: vec![file.id], ..content(world.company, "Una.") };
    let draft = saved(&owner, with).await.draft;
    owner.send(&DiscardDraft { draft }).await.expect("it goes");
    let asked = owner.send(&UploadState { attachment: file.id }).await;
    assert_eq!(asked.expect_err("it is gone").code, "not_found");
    app.deliver().await;
}

#[tokio::test]
async fn open_tabs_of_both_sides_are_told_and_of_internal_notes_only_the_office() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let id = super::sent(&owner, world.company).await.id;
    let told = async |client: &Client| {
        let listen = Listen { after: Some(0), seconds: Some(0) };
        let url = url(&listen).expect("an address");
        let body = String::from_utf8_lossy(&client.get(&url).await.body).into_owned();
        body.matches(&format!("{{\"kind\":\"request\",\"id\":\"{id}\"}}")).count()
    };
    let before = (told(&owner).await, told(&operator).await);
    assert!(before.0 > 0 && before.1 > 0);
    act(&operator, id, Action::Note { text: "Tra noi.".into() }).await.expect("it is noted");
    assert_eq!(told(&owner).await, before.0);
    assert!(told(&operator).await > before.1);
    act(&operator, id, Action::Take).await.expect("in charge");
    assert!(told(&owner).await > before.0);
    assert_eq!(told(&app.sign_in("estraneo").await).await, 0);
    app.deliver().await;
}

/// Uploads a document that will not do; the reason.
async fn refused(client: &Client, name: &str, content: Vec<u8>) -> String {
    let open = Open { name: name.to_owned(), size: content.len() as u64, sha256: None };
    let uploaded = async {
        let attachment = client.send(&open).await?.id;
        client.hand_in(&PutChunk { attachment, offset: 0 }, content).await?;
        client.send(&Finish { attachment }).await
    };
    let problem = uploaded.await.expect_err("it will not do");
    problem.errors[0].reason.clone()
}

#[tokio::test]
async fn whatever_is_refused_the_draft_stays_with_its_other_documents() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let kept = [uploaded(&owner, "a.pdf").await, uploaded(&owner, "b.pdf").await];
    let mut ids = kept.map(|file| file.id).to_vec();
    let with = |ids: &[AttachmentId]| Draft {
        attachments: ids.to_vec(),
        ..content(world.company, "Due.")
    };
    let draft = saved(&owner, with(&ids)).await;

    let most = usize::try_from(LIMITS.bytes).expect("it fits");
    let eicar = EICAR.concat().into_bytes();
    for (name, bytes, expected) in [
        ("grande.pdf", vec![b'0'; most + 1], "too_large"),
        ("vuoto.pdf", Vec::new(), "empty"),
        ("pagina.html", b"<html>".to_vec(), "kind"),
        ("disegno.svg", b"<svg/>".to_vec(), "kind"),
        ("pagina.txt", b"<html><script>alert(1)</script>".to_vec(), "active"),
        ("finta.pdf", b"\x89PNG\r\n\x1a\n".to_vec(), "wrong_content"),
        ("foto.png", b"MZ\x90\0\x03\0".to_vec(), "executable"),
        ("busta.exe.pdf", b"%PDF-1.7".to_vec(), "double_extension"),
        ("busta\u{202e}fdp.pdf", b"%PDF-1.7".to_vec(), "marks"),
        ("bu\0sta.pdf", b"%PDF-1.7".to_vec(), "marks"),
        ("../../etc/a.pdf", b"%PDF-1.7".to_vec(), "path"),
        ("C:\\Paghe\\b.pdf", b"%PDF-1.7".to_vec(), "path"),
        ("nota.txt", eicar.clone(), "virus"),
        ("nota.zip", zip(&[("nota.txt", &eicar)]), "virus"),
        ("bomba.zip", zip(&[("a.txt", &vec![b'0'; 5 << 20])]), "bomb"),
        ("uscita.zip", zip(&[("../../a.txt", b"x")]), "unsafe"),
    ] {
        assert_eq!(refused(&owner, name, bytes).await, expected, "{name:?}");
        let stays = owner.send(&ShowDraft { draft: draft.draft }).await.expect("it stays");
        assert_eq!((stays.version, stays.content), (draft.version, with(&ids)), "{name:?}");
    }

    // Two more are one too many: all four stay, and it goes with three.
    ids.push(uploaded(&owner, "c.pdf").await.id);
    ids.push(uploaded(&owner, "d.pdf").await.id);
    let change = |version, content| SaveDraft { draft: Some(draft.draft), version, content };
    let four = owner.send(&change(draft.version, with(&ids))).await.expect("they are kept");
    let submit = Submit { draft: four.draft, version: four.version };
    let refused = owner.send(&submit).await.expect_err("four");
    assert_eq!(refused.errors[0].reason, "too_many");
    let stays = owner.send(&ShowDraft { draft: draft.draft }).await.expect("it stays");
    assert_eq!(stays.content, with(&ids));
    for attachment in &ids {
        assert!(owner.send(&UploadState { attachment: *attachment }).await.expect("kept").ready);
    }
    let three = owner.send(&change(four.version, with(&ids[..3]))).await.expect("it is kept");
    let submit = Submit { draft: three.draft, version: three.version };
    let receipt = owner.send(&submit).await.expect("it is sent").receipt;
    assert_eq!(receipt.attachments.len(), 3);
    app.deliver().await;
}

#[tokio::test]
async fn a_reply_that_is_refused_keeps_its_words_and_its_documents() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let request = super::sent(&owner, world.company).await.id;
    let mut ids = Vec::new();
    for name in ["a.pdf", "b.pdf", "c.pdf", "d.pdf"] {
        ids.push(uploaded(&owner, name).await.id);
    }
    let text = "In allegato.";
    let unsent = |ids: &[AttachmentId]| {
        let (text, attachments) = (text.to_owned(), ids.to_vec());
        Unsent { text, attachments, ..Unsent::nothing(Kind::Reply) }
    };
    let reply = |text: &str, ids: &[AttachmentId]| {
        let action = Action::Reply { text: text.to_owned(), attachments: ids.to_vec() };
        Act::of(request, None, action)
    };
    let keep = |ids: &[AttachmentId]| Keep { request, after: 0, unsent: unsent(ids) };
    owner.send(&keep(&ids)).await.expect("it is kept");
    for (wrong, field, reason) in [
        (reply(text, &ids), "attachments", "too_many"),
        (reply(" \n", &[]), "action", "empty"),
        (reply("a\0b", &[]), "action", "characters"),
        (reply(&"x".repeat(10_001), &ids[..1]), "action", "too_long"),
    ] {
        let fault = owner.send(&wrong).await.expect_err(reason).errors.swap_remove(0);
        assert_eq!((fault.field.as_str(), fault.reason.as_str()), (field, reason));
        let shown = owner.send(&Show { request }).await.expect("it is there");
        assert_eq!((shown.lines.len(), shown.unsent), (1, Some(unsent(&ids))), "{reason}");
    }

    // A stranger does not learn that there is such a request, and what they brought stays theirs.
    let stranger = app.sign_in("estraneo").await;
    let theirs = uploaded(&stranger, "e.pdf").await.id;
    for wrong in [reply("Anch'io", &[theirs]), reply("Anch'io", &ids[..1])] {
        assert_eq!(stranger.send(&wrong).await.expect_err("not theirs").status, 404);
    }
    assert!(has(&stranger, theirs).await && !has(&stranger, ids[0]).await);

    // It was closed meanwhile: what was written waits for what can be done now.
    act(&operator, request, Action::Take).await.expect("in charge");
    let answer = Answer { decision: "Sistemata.".into(), ..Answer::default() };
    let outcome = Some(Outcome::Accepted);
    let answer = Action::Answer { answer, outcome, attachments: Vec::new() };
    act(&operator, request, answer).await.expect("answered");
    owner.send(&keep(&ids[..3])).await.expect("it is kept");
    let late = owner.send(&reply(text, &ids[..3])).await.expect_err("closed");
    assert_eq!(late.code, "not_now");
    let shown = owner.send(&Show { request }).await.expect("it is there");
    assert_eq!(shown.unsent, Some(unsent(&ids[..3])));
    let reopen = Action::Reopen { reason: "Mancano le carte.".into(), attachments: vec![] };
    act(&owner, request, reopen).await.expect("open again");
    owner.send(&reply(text, &ids[..3])).await.expect("it is sent");
    app.deliver().await;
}
