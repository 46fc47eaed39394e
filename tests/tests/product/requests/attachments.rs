//! Documents in a conversation: kept with the draft, claimed by the message, named on the receipt, had by both sides and nobody else.

use std::io::{Cursor, Read};

use bytes::Bytes;
use harness::{Client, TestApp, World};
use sha2::{Digest, Sha256};
use shared::attachments::{Attachment, Download, Finish, Open, PutChunk, State as UploadState};
use shared::endpoint::url;
use shared::ids::{AttachmentId, RequestId};
use shared::live::Listen;
use shared::offices::OfficeCode;
use shared::requests::topics::Unit;
use shared::requests::{
    Act, Action, Answer, DiscardDraft, Draft, Drafts, Files, Outcome, Receipt, Show, ShowDraft,
    Submit,
};
use zip::ZipArchive;

use super::{act, content, saved};

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
    let answer = Action::Answer { answer, outcome: Some(Outcome::Accepted), attachments: vec![] };
    act(&operator, sent.id, answer).await.expect("answered");
    for (client, is_staff) in [(&owner, false), (&operator, true)] {
        let kept = archive(client, sent.id).await;
        assert_eq!(kept.len(), 1, "no documents");
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
    let act_on = Act::of(sent.id, Some(version), wrong);
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
    let (office, unit) = (OfficeCode::parse("4900").expect("an office"), Unit::Accounting);
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
