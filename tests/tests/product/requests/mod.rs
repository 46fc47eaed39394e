//! The whole conversation over HTTP: who may what, what is refused and why, and one protocol number for each request.

pub mod attachments;
mod bulk;
mod clock;
mod filters;
mod list;
mod looks;
mod receipts;
mod register;
mod replays;
pub mod rules;
mod statistics;
mod verbs;

use std::collections::BTreeSet;

use backend::demo;
use harness::{Client, EVIDENCE, TestApp, World};
use shared::attachments::Download;
use shared::calendar::Day;
use shared::endpoint::url;
use shared::evidence::{self, Happened, Link};
use shared::ids::{AttachmentId, CompanyId, RequestId};
use shared::lang::Lang;
use shared::offices::OfficeCode;
use shared::requests::topics::{OTHER, TopicId, Unit};
use shared::requests::{
    About, Act, Acted, Action, Answer, Counters, Draft, Drafts, Follower, LONGEST_SUBJECT, List,
    Outcome, Queue, SaveDraft, SavedDraft, Show, ShowDraft, Side, Standing, State, Submit,
    Submitted, Topics, What,
};

pub fn content(company: CompanyId, text: &str) -> Draft {
    let (subject, text) = ("DM di agosto".to_owned(), text.to_owned());
    Draft { company: Some(company), topic: Some(TopicId(201)), subject, text, ..Draft::default() }
}

pub async fn saved(client: &Client, content: Draft) -> SavedDraft {
    client.send(&SaveDraft { content, ..SaveDraft::default() }).await.expect("a draft is kept")
}

pub async fn sent(client: &Client, company: CompanyId) -> Submitted {
    let SavedDraft { draft, version, .. } = saved(client, content(company, "Non risulta.")).await;
    client.send(&Submit { draft, version }).await.expect("it is sent")
}

/// Does something about a request, by its version now.
pub async fn act(client: &Client, request: RequestId, action: Action) -> Result<Acted, String> {
    let version = client.send(&Show { request }).await.map_err(|problem| problem.code)?.version;
    client.send(&Act::of(request, version, action)).await.map_err(|problem| problem.code)
}

#[tokio::test]
async fn a_company_asks_and_the_office_answers() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let Submitted { id, receipt } = sent(&owner, world.company).await;
    assert_eq!(receipt.registered.number.to_string(), "7010.E.2026.0000001");
    assert_eq!(receipt.unit, Unit::RETURNS);
    assert!(receipt.expected < receipt.due);

    let queue = operator.send(&Queue::default()).await.unwrap();
    assert_eq!((queue.counters.open, queue.counters.unassigned), (1, 1));
    assert_eq!(
        act(&operator, id, Action::Ask { text: "Quale?".into(), attachments: vec![] }).await,
        Err("not_now".into())
    );
    act(&operator, id, Action::Take).await.unwrap();
    act(&operator, id, Action::Note { text: "segreto".into() }).await.unwrap();
    act(&operator, id, Action::Ask { text: "Quale?".into(), attachments: vec![] }).await.unwrap();
    let asked = owner.send(&Show { request: id }).await.unwrap();
    assert!(asked.clock.paused);
    assert_eq!(asked.charge.unwrap().name, "Persona operatore");
    assert!(!format!("{:?}", asked.lines).contains("segreto"));
    let reply = Action::Reply { text: "Il 7012345763.".into(), attachments: Vec::new() };
    assert_eq!(act(&owner, id, reply).await.unwrap().state.standing(), Standing::InCharge);
    let answer = Answer { decision: "Sistemata.".into(), ..Answer::default() };
    let outcome = Some(Outcome::Accepted);
    let last = Action::Answer { answer, outcome, attachments: Vec::new() };
    let closed = act(&operator, id, last).await.unwrap();
    assert_eq!(closed.state, State::Closed(Outcome::Accepted));
    assert_eq!(closed.protocol.unwrap().to_string(), "7010.U.2026.0000002");

    let late = Action::Reply { text: "Ancora".into(), attachments: Vec::new() };
    assert_eq!(act(&owner, id, late).await, Err("not_now".into()));
    act(&owner, id, Action::Rate { stars: 5, aspect: None, comment: String::new() }).await.unwrap();
    let reopened = act(&owner, id, Action::Reopen { reason: "Non va".into(), attachments: vec![] })
        .await
        .unwrap();
    assert_eq!(reopened.state, State::Routed);
    let found = owner.send(&List { standing: Some(Standing::Open), ..List::default() }).await;
    assert_eq!(found.unwrap().items.len(), 1);
    app.deliver().await;
}

#[tokio::test]
async fn a_request_is_found_by_the_number_of_anything_said_in_it() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let (id, other) = (sent(&owner, world.company).await.id, sent(&owner, world.company).await.id);
    act(&operator, id, Action::Take).await.unwrap();
    let asked = act(&operator, id, Action::Ask { text: "Quale?".into(), attachments: vec![] })
        .await
        .unwrap();
    let number = asked.protocol.expect("a question is registered").to_string();
    let found = async |text: &str| {
        let list = List { text: Some(text.to_owned()), ..List::default() };
        let rows = owner.send(&list).await.unwrap().items;
        rows.into_iter().map(|row| row.id).collect::<BTreeSet<_>>()
    };
    assert_eq!(found(&number).await, BTreeSet::from([id]));
    assert_eq!(found(&number.to_lowercase()).await, BTreeSet::from([id]));
    assert_eq!(found(&format!("agosto {number}")).await, BTreeSet::from([id]));
    assert!(found(&format!("settembre {number}")).await.is_empty(), "each word has to stand there");
    assert!(found("7010.U.2026.0009999").await.is_empty());
    assert_eq!(found("").await, BTreeSet::from([id, other]));
    app.deliver().await;
}

#[tokio::test]
async fn what_an_association_asks_for_a_member_the_member_reads_with_its_answer() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (association, owner) = (app.sign_in("associazione").await, app.sign_in("titolare").await);
    let operator = app.sign_in("operatore").await;
    let id = sent(&association, world.company).await.id;
    let who = owner.send(&Show { request: id }).await.unwrap().lines[0].by.clone();
    assert_eq!((who.name.as_deref(), who.me), (Some("Persona associazione"), false));
    act(&operator, id, Action::Take).await.unwrap();
    act(&operator, id, Action::Ask { text: "Quale mese?".into(), attachments: vec![] })
        .await
        .unwrap();
    // The member answers for itself.
    let reply = Action::Reply { text: "Agosto.".into(), attachments: Vec::new() };
    act(&owner, id, reply).await.unwrap();
    let answer = Answer { decision: "Sistemata.".into(), ..Answer::default() };
    let outcome = Some(Outcome::Accepted);
    let last = Action::Answer { answer, outcome, attachments: Vec::new() };
    act(&operator, id, last).await.unwrap();
    for client in [&association, &owner] {
        let list = List { standing: Some(Standing::Closed), ..List::default() };
        let rows = client.send(&list).await.unwrap().items;
        assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [id]);
        let thread = client.send(&Show { request: id }).await.unwrap();
        let said = thread.lines.iter().find_map(|line| match &line.what {
            What::Done(Action::Answer { answer, .. }) => Some(answer.decision.as_str()),
            _ => None,
        });
        assert_eq!(said, Some("Sistemata."));
    }
    let stranger = app.sign_in("estraneo").await;
    assert_eq!(stranger.send(&Show { request: id }).await.unwrap_err().status, 404);
    app.deliver().await;
}

#[tokio::test]
async fn a_request_follows_an_earlier_one_of_the_same_company() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let before = sent(&owner, world.company).await.id;
    let following = |request| Draft {
        about: Some(About::Request(request)),
        ..content(world.company, "Ancora sullo stesso mese.")
    };
    let strange = saved(&owner, following(RequestId::from_u128(1))).await;
    let submit = Submit { draft: strange.draft, version: strange.version };
    assert_eq!(owner.send(&submit).await.unwrap_err().errors[0].field, "about");
    let good = saved(&owner, following(before)).await;
    let submit = Submit { draft: good.draft, version: good.version };
    let Submitted { id: after, receipt } = owner.send(&submit).await.unwrap();
    let follower = Follower { request: after, protocol: receipt.registered.number };
    assert_eq!(owner.send(&Show { request: before }).await.unwrap().followed, [follower]);
    let shown = owner.send(&Show { request: after }).await.unwrap();
    assert_eq!(shown.about, Some(About::Request(before)));
    app.deliver().await;
}

#[tokio::test]
async fn evidence_is_in_hand_once_the_office_was_asked_about_it() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let about = |key: &str| Draft {
        about: Some(About::Evidence(key.to_owned())),
        ..content(world.company, "Che cosa manca?")
    };
    for key in [EVIDENCE, "gone"] {
        let kept = saved(&owner, about(key)).await;
        let submit = Submit { draft: kept.draft, version: kept.version };
        let sent = owner.send(&submit).await.unwrap();
        let show = evidence::Show { company: world.company, key: EVIDENCE.to_owned() };
        let shown = owner.send(&show).await.unwrap();
        let last = shown.history.iter().find(|event| event.what == Happened::TakenInHand);
        let number = last.and_then(|event| event.note.clone()).unwrap();
        if key == EVIDENCE {
            let link = Link::Request(sent.id.to_string());
            assert_eq!(shown.tracked.state, evidence::State::InHand { link });
            assert_eq!(number, sent.receipt.registered.number.to_string());
        } else {
            assert_ne!(number, sent.receipt.registered.number.to_string());
        }
    }
    app.deliver().await;
}

#[tokio::test]
async fn the_demo_world_has_conversations_of_every_kind() {
    let app = TestApp::new().await;
    demo::fill(app.app(), 10, demo::SEED).await.unwrap();
    let owner = app.sign_in("titolare").await;
    for standing in [Standing::Open, Standing::InCharge, Standing::Closed] {
        let list = List { standing: Some(standing), ..List::default() };
        assert!(!owner.send(&list).await.unwrap().items.is_empty(), "{standing:?}");
    }
    assert_eq!(owner.send(&Drafts {}).await.unwrap().items.len(), 1);
    // Some of it is new, some the office began, and some brings documents that can be had.
    let rows = owner.send(&List::default()).await.unwrap().items;
    assert!(rows.iter().any(|row| Side::that_began(row.protocol) == Side::Office));
    assert!(rows.iter().any(|row| row.unread) && rows.iter().any(|row| !row.unread));
    let mut names = BTreeSet::new();
    for row in rows {
        for line in owner.send(&Show { request: row.id }).await.unwrap().lines {
            for file in line.attachments {
                let path = url(&Download { attachment: file.id }).unwrap();
                let had = owner.get(&path).await;
                assert_eq!(had.body.len() as u64, file.bytes, "{}", file.name);
                names.insert(file.name);
            }
        }
    }
    let expected = ["quietanza-f24.png", "ricevuta-trasmissione.pdf"].map(str::to_owned);
    assert_eq!(names, BTreeSet::from(expected));
    let counters = app.sign_in("operatore").await.send(&Queue::default()).await.unwrap().counters;
    let Counters { open, mine, unassigned, due, awaiting, reopened, second, call } = counters;
    let all = [open, mine, unassigned, due, awaiting, reopened, second, call];
    assert!(all.iter().all(|count| *count > 0), "{counters:?}");
    app.deliver().await;
}

#[tokio::test]
async fn strangers_and_other_offices_find_nothing() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let id = sent(&app.sign_in("consulente").await, world.company).await.id;
    let stranger = app.sign_in("estraneo").await;
    for request in [id, RequestId::from_u128(1)] {
        assert_eq!(stranger.send(&Show { request }).await.unwrap_err().status, 404);
    }
    let draft = saved(&stranger, content(world.company, "Mia?")).await;
    let submit = Submit { draft: draft.draft, version: draft.version };
    assert_eq!(stranger.send(&submit).await.unwrap_err().status, 404);
    assert_eq!(stranger.send(&Drafts {}).await.unwrap().items.len(), 1, "the draft stays");
    let operator = app.sign_in("operatore").await;
    let (office, unit) = (OfficeCode::parse("4900").unwrap(), Unit::ACCOUNTING);
    let transfer = Action::Transfer { office, unit, reason: "Competenza".into() };
    act(&operator, id, transfer).await.unwrap();
    assert_eq!(operator.send(&Show { request: id }).await.unwrap_err().status, 404);
    app.deliver().await;
}

#[tokio::test]
async fn what_cannot_be_sent_stays_a_draft() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let with = |ids: u128| (1..=ids).map(AttachmentId::from_u128).collect::<Vec<_>>();
    let wrong = [
        (content(world.company, ""), "empty"),
        (content(world.company, &"x".repeat(10_001)), "too_long"),
        (Draft { subject: "x".repeat(20_000), ..content(world.company, "x") }, "too_long"),
        (Draft { attachments: with(4), ..content(world.company, "x") }, "too_many"),
        (Draft { attachments: with(1), ..content(world.company, "x") }, "unknown"),
        (Draft { matricola: Some("1".into()), ..content(world.company, "x") }, "unknown"),
    ];
    for (number, (content, reason)) in (1..).zip(wrong) {
        let SavedDraft { draft, version, .. } = saved(&owner, content).await;
        let problem = owner.send(&Submit { draft, version }).await.unwrap_err();
        assert_eq!(problem.errors[0].reason, reason);
        assert_eq!(owner.send(&Drafts {}).await.unwrap().items.len(), number);
    }
    // Nothing of a subject line is cut before it is sent; a list shows its beginning.
    let rows = owner.send(&Drafts {}).await.unwrap().items;
    let long = rows.iter().find(|row| row.subject.starts_with('x')).expect("it is kept");
    assert_eq!(long.subject.len(), LONGEST_SUBJECT);
    let kept = owner.send(&ShowDraft { draft: long.draft }).await.unwrap();
    assert_eq!(kept.content.subject.len(), 20_000);
    let over = Draft { subject: "x".repeat(20_001), ..content(world.company, "x") };
    let refused = owner.send(&SaveDraft { content: over, ..SaveDraft::default() }).await;
    let fault = refused.unwrap_err().errors.remove(0);
    assert_eq!((fault.field.as_str(), fault.reason.as_str()), ("subject", "too_long"));
    let saved = saved(&owner, content(world.company, "uno")).await;
    let change = |version| SaveDraft {
        draft: Some(saved.draft),
        version,
        content: content(world.company, "due"),
    };
    owner.send(&change(1)).await.unwrap();
    assert_eq!(owner.send(&change(1)).await.unwrap_err().code, "conflict");
    app.deliver().await;
}

#[tokio::test]
async fn a_text_of_a_hundred_thousand_characters_is_refused_and_what_was_kept_stays() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let before = content(world.company, "Che cosa manca?");
    let SavedDraft { draft, version, .. } = saved(&owner, before.clone()).await;
    let with = |count| SaveDraft {
        draft: Some(draft),
        version,
        content: content(world.company, &"x".repeat(count)),
    };
    let refused = owner.send(&with(100_000)).await.unwrap_err();
    assert_eq!((refused.status, refused.code.as_str()), (413, "too_large"));
    let refused = owner.send(&with(20_001)).await.unwrap_err();
    assert_eq!((refused.errors[0].field.as_str(), refused.status), ("text", 422));
    assert_eq!(refused.errors[0].reason, "too_long");
    let about = Some(About::Notice("x".repeat(2_001)));
    let strange = SaveDraft { content: Draft { about, ..before.clone() }, ..with(1) };
    let refused = owner.send(&strange).await.unwrap_err();
    assert_eq!((&*refused.errors[0].field, &*refused.errors[0].reason), ("about", "too_long"));
    let kept = owner.send(&ShowDraft { draft }).await.unwrap();
    assert_eq!((kept.version, kept.content), (version, before));
    let id = owner.send(&Submit { draft, version }).await.unwrap().id;
    let reply = Action::Reply { text: "x".repeat(100_000), attachments: Vec::new() };
    assert_eq!(act(&owner, id, reply).await, Err("too_large".into()));
    app.deliver().await;
}

#[tokio::test]
async fn words_lead_to_topics_and_a_company_to_its_office() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let all = owner.send(&Topics::default()).await.unwrap();
    assert!(all.topics.len() > 40 && all.answering.is_none());
    assert_eq!(all.frequent.len(), 6, "six topics stand before all");
    assert!(all.topics.iter().all(|row| !row.group.is_empty() && !row.title.is_empty()));

    let said = Some("I paid but you say I did not".to_owned());
    let company = Some(world.company);
    let asked = Topics { lang: Lang::En, text: said, company, ..Topics::default() };
    let found = owner.send(&asked).await.unwrap();
    assert_eq!(found.topics.first().map(|row| row.id), Some(TopicId(301)));
    assert!(found.frequent.is_empty(), "beside words only what fits them");
    let answering = found.answering.expect("the company has an office");
    assert!(!answering.office.is_empty() && answering.expected < answering.due);
    let in_time = |day: Day| app.app().today() < day && day <= answering.due;
    assert!(found.topics.iter().all(|row| row.expected.is_some_and(in_time)), "each says when");
    assert!(all.topics.iter().all(|row| row.expected.is_none()), "of no office nothing is said");
    let none = Topics { text: Some("xyzzy".to_owned()), ..Topics::default() };
    let offered = owner.send(&none).await.unwrap().topics;
    assert_eq!(offered.iter().map(|row| row.id).collect::<Vec<_>>(), [OTHER], "a generic request");
}

#[tokio::test]
async fn who_answers_a_stranger_does_not_learn() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let stranger = app.sign_in("estraneo").await;
    for company in [world.company, CompanyId::from_u128(1)] {
        let asked = Topics { company: Some(company), ..Topics::default() };
        assert_eq!(stranger.send(&asked).await.unwrap_err().status, 404);
    }
    let owner = app.sign_in("titolare").await;
    let asked = Topics {
        company: Some(world.company),
        matricola: Some("1234567890".to_owned()),
        ..Topics::default()
    };
    assert_eq!(owner.send(&asked).await.unwrap_err().errors[0].reason, "unknown");
}
