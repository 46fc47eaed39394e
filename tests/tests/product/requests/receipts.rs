//! The receipt as a document, and what it is worth for whoever holds it.

use harness::{TestApp, World};
use http::StatusCode;
use sha2::{Digest, Sha256};
use shared::calendar::Day;
use shared::endpoint::url;
use shared::lang::Lang;
use shared::receipts::Download;
use shared::register::{Annul, Registered, Verify, code};
use shared::requests::{Action, Answer, Draft, Outcome, Show, Submit};

use crate::requests::attachments::uploaded;
use crate::requests::{act, content, saved, sent};

#[tokio::test]
async fn the_document_says_number_digest_and_code_to_those_who_may_read_the_request() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let sent = sent(&owner, world.company).await;
    let path = url(&Download { request: sent.id, lang: Some(Lang::En) }).unwrap();
    let before = app.audited();
    let file = owner.get(&path).await;
    assert_eq!((file.status, app.audited() - before), (StatusCode::OK, 1));
    assert_eq!(file.headers["content-type"], "application/pdf");
    let said = String::from_utf8_lossy(&file.body).into_owned();
    let registered = &sent.receipt.registered;
    let number = registered.number.to_string();
    let code = code(&registered.digest);
    for expected in
        [number.as_str(), &code, "Trattoria Esempio", "Law 241/1990", "/verifica/ricevuta"]
    {
        assert!(said.contains(expected), "{expected}");
    }
    // A digest is longer than a line.
    assert!(said.contains(&registered.digest[..50]));
    for stranger in ["estraneo", "responsabile"] {
        let status = app.sign_in(stranger).await.get(&path).await.status;
        let expected = if stranger == "estraneo" { StatusCode::NOT_FOUND } else { StatusCode::OK };
        assert_eq!(status, expected, "{stranger}");
    }
    app.deliver().await;
}

#[tokio::test]
async fn whoever_holds_it_learns_what_it_is_worth_and_which_files_came_with_it() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let file = uploaded(&owner, "quietanza.pdf").await;
    let with = Draft { attachments: vec![file.id], ..content(world.company, "Ho pagato.") };
    let draft = saved(&owner, with).await;
    let submit = Submit { draft: draft.draft, version: draft.version };
    let registered = owner.send(&submit).await.unwrap().receipt.registered;
    let (number, anybody) = (registered.number, app.anonymous());
    let verify = |digest: &str, file: Option<&str>| Verify {
        number,
        digest: digest.to_owned(),
        file: file.map(str::to_owned),
    };
    for named in [registered.digest.clone(), code(&registered.digest)] {
        let found = anybody.send(&verify(&named, None)).await.unwrap();
        assert_eq!((found.attachments, found.file, found.annulled), (1, None, false));
        assert_eq!(found.digest, registered.digest);
    }
    for (digest, came) in
        [(file.sha256.as_str(), true), (registered.digest.as_str(), false), ("x", false)]
    {
        let found = anybody.send(&verify(&code(&registered.digest), Some(digest))).await.unwrap();
        assert_eq!(found.file, Some(came), "{digest}");
    }
    let wrong = code(&registered.digest).chars().rev().collect::<String>();
    for digest in [wrong.as_str(), "", &code(&registered.digest)[..12]] {
        assert_eq!(anybody.send(&verify(digest, None)).await.unwrap_err().status, 404, "{digest}");
    }
    let head = app.sign_in("responsabile").await;
    head.send(&Annul { number, reason: "Per errore".into() }).await.unwrap();
    let found = anybody.send(&verify(&registered.digest, Some(&file.sha256))).await.unwrap();
    assert!(found.annulled && found.file == Some(true));
    app.deliver().await;
}

#[tokio::test]
async fn the_digest_of_what_goes_out_is_of_all_that_it_says() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let answered = sent(&owner, world.company).await.id;
    act(&operator, answered, Action::Take).await.unwrap();
    let answer = Answer {
        decision: "Non spetta.".into(),
        law: "Art. 46 L. 88/1989".into(),
        next: String::new(),
        contestable: Day::new(2027, 2, 28),
    };
    let (outcome, attachments) = (Some(Outcome::Rejected), Vec::new());
    let last = Action::Answer { answer, outcome, attachments };
    act(&operator, answered, last).await.unwrap();
    let closed = sent(&owner, world.company).await.id;
    act(&operator, closed, Action::Take).await.unwrap();
    let end = Action::Close {
        outcome: Outcome::Accepted,
        comment: "Già sistemata.".into(),
        attachments: vec![],
    };
    act(&operator, closed, end).await.unwrap();
    for (request, text) in [
        (answered, "Non spetta.\nArt. 46 L. 88/1989\n\n2027-02-28\nRespinta"),
        (closed, "Già sistemata.\nAccolta"),
    ] {
        let last = owner.send(&Show { request }).await.unwrap().lines.pop().unwrap();
        let Registered { number, digest, .. } = last.registered.expect("it went out");
        let hash = Sha256::digest(text);
        let expected: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(digest, expected, "{text}");
        let verify = Verify { number, digest: code(&digest), file: None };
        assert_eq!(app.anonymous().send(&verify).await.unwrap().digest, digest);
    }
    app.deliver().await;
}

#[tokio::test]
async fn a_request_without_files_has_none() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let registered = sent(&app.sign_in("titolare").await, world.company).await.receipt.registered;
    let file = Some("0".repeat(64));
    let verify = Verify { number: registered.number, digest: registered.digest, file };
    let found = app.anonymous().send(&verify).await.unwrap();
    assert_eq!((found.attachments, found.file), (0, Some(false)));
    app.deliver().await;
}
