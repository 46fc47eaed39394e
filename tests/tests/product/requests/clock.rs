//! What time does: the clock that speaks, and a delegation that ends while somebody types.

use backend::delegations::service as delegations;
use harness::{TestApp, World};
use shared::ids::PersonId;
use shared::practice::Assign;
use shared::requests::topics::OTHER;
use shared::requests::{Action, Draft, Drafts, SaveDraft, Show, ShowDraft, Submit, What};

use crate::requests::attachments::{has, uploaded};
use crate::requests::{act, content, saved, sent};

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// What the clock has said in a conversation.
fn said(lines: Vec<shared::requests::Line>) -> Vec<What> {
    let what = lines.into_iter().map(|line| line.what);
    what.filter(|what| matches!(what, What::Reminded | What::Escalated | What::Late)).collect()
}

#[tokio::test]
async fn the_clock_speaks_once_each_and_not_while_the_customer_is_asked() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let (asks, asked) = (sent(&owner, world.company).await, sent(&owner, world.company).await.id);
    let operator = app.sign_in("operatore").await;
    act(&operator, asked, Action::Take).await.unwrap();
    act(&operator, asked, Action::Ask { text: "Quale?".into(), attachments: vec![] })
        .await
        .unwrap();
    let version = operator.send(&Show { request: asks.id }).await.unwrap().version;
    let mut spoken = Vec::new();
    let mut last = 0;
    for _ in 0..40 {
        app.clock().advance_minutes(DAY);
        app.deliver().await;
        // Sessions end after a while; a new one is always welcome.
        let owner = app.sign_in("titolare").await;
        let thread = owner.send(&Show { request: asks.id }).await.unwrap();
        let told = said(thread.lines).len();
        if told > last {
            spoken.push(app.app().today());
            last = told;
        }
        let desk = app.sign_in("operatore").await.send(&Show { request: asks.id }).await.unwrap();
        assert_eq!(desk.version, version, "nobody's answer is refused because the clock spoke");
        let quiet = owner.send(&Show { request: asked }).await.unwrap();
        assert_eq!(said(quiet.lines), []);
    }
    let thread = app.sign_in("titolare").await.send(&Show { request: asks.id }).await.unwrap();
    let after = thread.clock.due.plus_days(1);
    assert_eq!(spoken, [thread.clock.remind, thread.clock.escalate, after]);
    assert_eq!(spoken[0], asks.receipt.expected);
    assert_eq!(said(thread.lines), [What::Reminded, What::Escalated, What::Late]);
    assert!(thread.clock.late);
    app.deliver().await;
}

#[tokio::test]
async fn a_delegation_revoked_while_somebody_types_keeps_the_draft_and_sends_nothing() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let consultant = app.sign_in("consulente").await;
    let before = sent(&consultant, world.company).await.id;
    let draft = saved(&consultant, content(world.company, "Sto ancora scrivendo")).await;
    let (practice, company, today) = (world.practice, world.company, app.app().today());
    app.write(move |tx| delegations::revoke(tx, practice, company, today)).await;

    let submit = Submit { draft: draft.draft, version: draft.version };
    assert_eq!(consultant.send(&submit).await.unwrap_err().status, 404);
    assert_eq!(consultant.send(&Show { request: before }).await.unwrap_err().status, 404);
    let reply = Action::Reply { text: "x".into(), attachments: Vec::new() };
    assert_eq!(act(&consultant, before, reply).await, Err("not_found".into()));
    let drafts = consultant.send(&Drafts {}).await.unwrap().items;
    assert_eq!((drafts.len(), drafts[0].name.as_deref()), (1, None), "kept, without the name");
    // The company goes on with what was asked for it.
    assert!(app.sign_in("titolare").await.send(&Show { request: before }).await.is_ok());
    app.deliver().await;
}

#[tokio::test]
async fn a_company_taken_from_whoever_types_keeps_the_draft_and_its_documents_for_them() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (head, hand) = (app.sign_in("consulente").await, app.sign_in("collaboratore").await);
    let file = uploaded(&hand, "a.pdf").await;
    let with = |text: &str| Draft { attachments: vec![file.id], ..content(world.company, text) };
    let draft = saved(&hand, with("Sto ancora")).await;
    // The collaborator is the fourth person of the world.
    let person = PersonId::from_u128(4);
    let assign = |on| Assign { person, companies: vec![world.company], on };
    head.send(&assign(false)).await.unwrap();

    let (draft, version) = (draft.draft, draft.version);
    assert_eq!(hand.send(&Submit { draft, version }).await.unwrap_err().status, 404);
    // What is being typed goes on being kept.
    let content = with("Sto ancora scrivendo");
    let further = SaveDraft { draft: Some(draft), version, content: content.clone() };
    let version = hand.send(&further).await.unwrap().version;
    assert_eq!(hand.send(&ShowDraft { draft }).await.unwrap().content, content);
    assert!(has(&hand, file.id).await);
    assert_eq!(hand.send(&Submit { draft, version }).await.unwrap_err().status, 404);
    head.send(&assign(true)).await.unwrap();
    let sent = hand.send(&Submit { draft, version }).await.unwrap();
    assert_eq!(sent.receipt.attachments, [file]);
    app.deliver().await;
}

#[tokio::test]
async fn whatever_has_no_topic_says_why() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let short = Draft { topic: Some(OTHER), ..content(world.company, "Boh") };
    let draft = saved(&owner, short).await;
    let submit = Submit { draft: draft.draft, version: draft.version };
    let problem = owner.send(&submit).await.unwrap_err();
    assert_eq!(problem.errors[0].reason, "too_short");
    app.deliver().await;
}
