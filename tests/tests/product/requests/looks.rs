//! What is each person's own in a conversation: what they have not looked at, and what they have not sent.

use backend::delegations::service as delegations;
use harness::{Client, TestApp, World};
use shared::endpoint::Endpoint;
use shared::ids::{AttachmentId, RequestId};
use shared::offices::OfficeCode;
use shared::requests::topics::Unit;
use shared::requests::{
    Action, Archive, Keep, Kind, LONGEST_TEXT, Left, LeftRow, List, Look, Queue, Show, Unsent,
};

use crate::requests::attachments::{has, uploaded};
use crate::requests::{act, sent};

/// The requests of a list with their marks.
async fn marks(client: &Client) -> Vec<(RequestId, bool)> {
    let list = client.send(&List::default()).await.expect("a list");
    list.items.into_iter().map(|row| (row.id, row.unread)).collect()
}

#[tokio::test]
async fn what_is_new_comes_first_until_it_was_looked_at() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, consultant) = (app.sign_in("titolare").await, app.sign_in("consulente").await);
    let operator = app.sign_in("operatore").await;
    let first = sent(&owner, world.company).await.id;
    app.clock().advance_minutes(1);
    let second = sent(&owner, world.company).await.id;
    assert_eq!(
        marks(&owner).await,
        [(second, false), (first, false)],
        "one's own words are no news"
    );
    assert_eq!(marks(&consultant).await, [(second, true), (first, true)]);
    let row = operator.send(&Queue::default()).await.unwrap().page.items;
    assert!(row.iter().all(|row| row.unread), "nobody at the desk has looked");

    // What stays within the office is no news for a customer.
    act(&operator, first, Action::Take).await.unwrap();
    owner.send(&Look { request: first, line: 2 }).await.unwrap();
    act(&operator, first, Action::Note { text: "segreto".into() }).await.unwrap();
    assert_eq!(marks(&owner).await[1], (first, false), "not even that it came last");
    app.clock().advance_minutes(1);
    act(&operator, first, Action::Ask { text: "Quale?".into(), attachments: vec![] })
        .await
        .unwrap();
    assert_eq!(marks(&owner).await, [(first, true), (second, false)]);
    let thread = owner.send(&Show { request: first }).await.unwrap();
    assert!(thread.unread);
    let line = thread.lines.last().unwrap().number;
    owner.send(&Look { request: first, line }).await.unwrap();
    assert!(!owner.send(&Show { request: first }).await.unwrap().unread);
    // Less than before, or more than there is, is as it was.
    owner.send(&Look { request: first, line: 1 }).await.unwrap();
    assert!(!owner.send(&Show { request: first }).await.unwrap().unread);
    consultant.send(&Look { request: second, line: 99 }).await.unwrap();
    assert_eq!(marks(&consultant).await, [(first, true), (second, false)]);
    act(&operator, second, Action::Take).await.unwrap();
    assert!(consultant.send(&Show { request: second }).await.unwrap().unread);
    let stranger = app.sign_in("estraneo").await;
    assert_eq!(stranger.send(&Look { request: first, line: 1 }).await.unwrap_err().status, 404);
    app.deliver().await;
}

#[tokio::test]
async fn pages_go_on_after_what_is_unread() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, consultant) = (app.sign_in("titolare").await, app.sign_in("consulente").await);
    let mut requests = Vec::new();
    for _ in 0..4 {
        requests.push(sent(&owner, world.company).await.id);
        app.clock().advance_minutes(1);
    }
    // The newest and the oldest were looked at.
    for seen in [requests[0], requests[3]] {
        consultant.send(&Look { request: seen, line: 1 }).await.unwrap();
    }
    let mut found = Vec::new();
    let mut cursor = None;
    loop {
        let list = List { cursor, limit: Some(1), ..List::default() };
        let page = consultant.send(&list).await.unwrap();
        assert_eq!(page.total, Some(4));
        found.extend(page.items.into_iter().map(|row| row.id));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(found, [requests[2], requests[1], requests[3], requests[0]]);
    app.deliver().await;
}

/// How many requests somebody finds among those that they put away, or did not.
async fn listed(client: &Client, archived: Option<bool>) -> usize {
    let list = client.send(&List { archived, ..List::default() }).await.expect("a list");
    list.items.len()
}

#[tokio::test]
async fn what_is_put_away_is_so_for_one_person_until_something_happens() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, consultant) = (app.sign_in("titolare").await, app.sign_in("consulente").await);
    let operator = app.sign_in("operatore").await;
    let request = sent(&owner, world.company).await.id;
    let put = |archived: bool| Archive { request, archived };
    for _ in 0..2 {
        owner.send(&put(true)).await.unwrap();
        assert_eq!(listed(&owner, Some(true)).await, 1);
        assert_eq!(listed(&owner, Some(false)).await, 0);
    }
    assert!(owner.send(&Show { request }).await.unwrap().archived);
    assert_eq!(listed(&owner, None).await, 1, "it is nowhere else than before");
    assert_eq!(listed(&consultant, Some(false)).await, 1, "it is nobody else's matter");
    for _ in 0..2 {
        owner.send(&put(false)).await.unwrap();
        assert_eq!(listed(&owner, Some(false)).await, 1);
    }

    // What stays within the office does not bring it back; what the customer may know does.
    owner.send(&put(true)).await.unwrap();
    act(&operator, request, Action::Take).await.unwrap();
    assert_eq!(listed(&owner, Some(false)).await, 1);
    owner.send(&put(true)).await.unwrap();
    act(&operator, request, Action::Note { text: "segreto".into() }).await.unwrap();
    assert_eq!(listed(&owner, Some(true)).await, 1);
    act(&operator, request, Action::Ask { text: "Quale?".into(), attachments: vec![] })
        .await
        .unwrap();
    assert!(!owner.send(&Show { request }).await.unwrap().archived);
    let stranger = app.sign_in("estraneo").await;
    assert_eq!(stranger.send(&put(true)).await.unwrap_err().status, 404);
    app.deliver().await;
}

/// What somebody gets of a call as it comes, but for the ids: those are random.
async fn said<E: Endpoint>(client: &Client, request: &E) -> String {
    let body = client.call(client.request(request, "")).await.body;
    let text = String::from_utf8(body.to_vec()).expect("it is JSON");
    let blank = |part| if str::parse::<RequestId>(part).is_ok() { "id" } else { part };
    text.split('"').map(blank).collect::<Vec<_>>().join("\"")
}

#[tokio::test]
async fn a_customer_cannot_tell_whether_the_office_wrote_something_for_itself() {
    let mut told = Vec::new();
    for notes in [false, true] {
        let app = TestApp::new().await;
        let world = World::of(&app).await;
        let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
        let request = sent(&owner, world.company).await.id;
        let note = async || {
            if notes {
                act(&operator, request, Action::Note { text: "segreto".into() }).await.unwrap();
            }
        };
        note().await;
        act(&operator, request, Action::Take).await.unwrap();
        note().await;
        if notes {
            let asked = Action::Escalate { reason: "Quale classe?".into() };
            act(&operator, request, asked).await.unwrap();
        }
        let attachments = vec![uploaded(&operator, "Modulo.pdf").await.id];
        act(&operator, request, Action::Ask { text: "Quale?".into(), attachments }).await.unwrap();
        note().await;
        let asked = said(&owner, &Show { request }).await;
        assert!(asked.contains("Modulo.pdf"), "{asked}");
        let lines = owner.send(&Show { request }).await.unwrap().lines;
        let numbers: Vec<u32> = lines.iter().map(|line| line.number).collect();
        assert_eq!(numbers, [1, 2, 3]);
        owner.send(&Look { request, line: 3 }).await.unwrap();
        let looked = said(&owner, &List::default()).await;
        let reply = Action::Reply { text: "Agosto".into(), attachments: Vec::new() };
        let acted = act(&owner, request, reply).await.unwrap();
        // What was on its way while the reply was sent is over; what is written after it is kept.
        owner.send(&Keep { request, after: 3, unsent: words("Ago") }).await.unwrap();
        assert_eq!(owner.send(&Show { request }).await.unwrap().unsent, None);
        owner.send(&Keep { request, after: 4, unsent: words("E settembre") }).await.unwrap();
        note().await;
        let last = said(&owner, &Show { request }).await;
        assert!(last.contains("E settembre"), "{last}");
        told.push([asked, looked, serde_json::to_string(&acted).unwrap(), last]);
        app.deliver().await;
    }
    assert_eq!(told[0], told[1]);
}

fn words(text: &str) -> Unsent {
    Unsent { text: text.to_owned(), ..Unsent::nothing(Kind::Reply) }
}

#[tokio::test]
async fn what_was_written_stays_until_it_is_sent_and_is_its_writers() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, consultant) = (app.sign_in("titolare").await, app.sign_in("consulente").await);
    let request = sent(&owner, world.company).await.id;
    let keep = |text: &str| Keep { request, after: 0, unsent: words(text) };
    owner.send(&keep("Aggiungo che")).await.unwrap();
    owner.send(&keep("Aggiungo che la ricevuta")).await.unwrap();
    // Another device of the same person has it; nobody else.
    let elsewhere = app.sign_in("titolare").await;
    let kept = elsewhere.send(&Show { request }).await.unwrap();
    assert_eq!(kept.unsent, Some(keep("Aggiungo che la ricevuta").unsent));
    assert_eq!(kept.lines.len(), 1, "it was not sent");
    assert_eq!(consultant.send(&Show { request }).await.unwrap().unsent, None);
    consultant.send(&keep("Io invece")).await.unwrap();

    let long = || "a".repeat(2 * LONGEST_TEXT + 1);
    for unsent in [
        Unsent { text: long(), ..words("") },
        Unsent { note: long(), ..words("") },
        Unsent { comment: long(), ..words("") },
    ] {
        let refused = owner.send(&Keep { request, after: 0, unsent }).await.unwrap_err();
        assert_eq!((refused.status, refused.errors[0].reason.as_str()), (422, "too_long"));
    }
    // Each of the words is kept as what it is.
    let (note, comment) = ("Tra noi".to_owned(), "Gentili".to_owned());
    let unsent = Unsent { kind: Kind::Rate, note, comment, ..words("Aggiungo che la ricevuta") };
    owner.send(&Keep { request, after: 0, unsent: unsent.clone() }).await.unwrap();
    assert_eq!(elsewhere.send(&Show { request }).await.unwrap().unsent, Some(unsent));
    let stranger = app.sign_in("estraneo").await;
    assert_eq!(stranger.send(&keep("Anch'io")).await.unwrap_err().status, 404);

    let reply = Action::Reply { text: "Aggiungo la ricevuta".into(), attachments: Vec::new() };
    act(&owner, request, reply).await.unwrap();
    assert_eq!(elsewhere.send(&Show { request }).await.unwrap().unsent, None);
    let theirs = consultant.send(&Show { request }).await.unwrap().unsent;
    assert_eq!(theirs, Some(keep("Io invece").unsent));
    consultant.send(&keep(" ")).await.unwrap();
    assert_eq!(consultant.send(&Show { request }).await.unwrap().unsent, None);
    app.deliver().await;
}

#[tokio::test]
async fn words_that_arrive_after_they_were_sent_are_not_kept() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, consultant) = (app.sign_in("titolare").await, app.sign_in("consulente").await);
    let request = sent(&owner, world.company).await.id;
    let reply = |text: &str| Action::Reply { text: text.into(), attachments: Vec::new() };
    act(&owner, request, reply("Aggiungo la ricevuta")).await.unwrap();
    // The pause before the reply was on its way while that was sent.
    let keep = |after: u32, text: &str| Keep { request, after, unsent: words(text) };
    owner.send(&keep(0, "Aggiungo la ricevu")).await.unwrap();
    let thread = owner.send(&Show { request }).await.unwrap();
    assert_eq!(thread.unsent, None);
    // What is written after it is; what another does meanwhile ends nothing.
    act(&consultant, request, reply("E io la fattura")).await.unwrap();
    let mine = thread.lines.last().unwrap().number;
    owner.send(&keep(mine, "Anzi")).await.unwrap();
    let kept = owner.send(&Show { request }).await.unwrap().unsent;
    assert_eq!(kept, Some(words("Anzi")));
    app.deliver().await;
}

#[tokio::test]
async fn documents_of_what_was_not_sent_are_kept_with_it() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let request = sent(&owner, world.company).await.id;
    let unsent = Unsent { attachments: vec![AttachmentId::from_u128(7)], ..words("") };
    owner.send(&Keep { request, after: 0, unsent: unsent.clone() }).await.unwrap();
    assert_eq!(owner.send(&Show { request }).await.unwrap().unsent, Some(unsent.clone()));
    let many = Unsent { attachments: vec![AttachmentId::from_u128(7); 100], ..unsent };
    let refused = owner.send(&Keep { request, after: 0, unsent: many }).await.unwrap_err();
    assert_eq!((refused.status, refused.errors[0].reason.as_str()), (422, "too_many"));
    app.deliver().await;
}

#[tokio::test]
async fn what_was_written_stays_its_writers_after_the_delegation_and_tells_nothing_else() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, consultant) = (app.sign_in("titolare").await, app.sign_in("consulente").await);
    let (request, other) =
        (sent(&owner, world.company).await.id, sent(&owner, world.company).await.id);
    let keep = |request, text: &str| Keep { request, after: 0, unsent: words(text) };
    consultant.send(&keep(request, "Aggiungo che")).await.unwrap();
    assert!(consultant.send(&Left {}).await.unwrap().items.is_empty(), "it is in the conversation");
    let (practice, company, today) = (world.practice, world.company, app.app().today());
    app.write(move |tx| delegations::revoke(tx, practice, company, today)).await;

    assert_eq!(consultant.send(&Show { request }).await.unwrap_err().status, 404);
    let left = consultant.send(&Left {}).await.unwrap().items;
    let unsent = words("Aggiungo che");
    assert_eq!(left, [LeftRow { request, unsent, attachments: Vec::new() }]);
    let json = serde_json::to_string(&left).unwrap();
    assert!(!json.contains("Trattoria") && !json.contains(&company.to_string()), "{json}");
    for stranger in ["estraneo", "titolare", "collaboratore"] {
        assert!(app.sign_in(stranger).await.send(&Left {}).await.unwrap().items.is_empty());
    }
    // It is read, and not gone on with; where nothing was left there is nothing to throw away.
    let further = consultant.send(&keep(request, "Aggiungo che la")).await.unwrap_err();
    assert_eq!(further.status, 404);
    let reply = Action::Reply { text: "Aggiungo che".into(), attachments: Vec::new() };
    assert_eq!(act(&consultant, request, reply).await, Err("not_found".into()));
    assert_eq!(consultant.send(&keep(other, "")).await.unwrap_err().status, 404);
    consultant.send(&keep(request, "")).await.unwrap();
    assert!(consultant.send(&Left {}).await.unwrap().items.is_empty());
    assert_eq!(consultant.send(&keep(request, "")).await.unwrap_err().status, 404);
    app.deliver().await;
}

#[tokio::test]
async fn an_answer_that_was_not_sent_is_its_operators_after_the_request_went_elsewhere() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let request = sent(&app.sign_in("titolare").await, world.company).await.id;
    let (operator, head) = (app.sign_in("operatore").await, app.sign_in("responsabile").await);
    let (file, another) =
        (uploaded(&operator, "Prospetto.pdf").await, uploaded(&head, "x.pdf").await);
    let attachments = vec![file.id, another.id, AttachmentId::from_u128(7)];
    let unsent =
        Unsent { kind: Kind::Answer, law: "Art. 1".into(), attachments, ..words("Spetta.") };
    operator.send(&Keep { request, after: 0, unsent: unsent.clone() }).await.unwrap();
    let (office, unit) = (OfficeCode::parse("4900").unwrap(), Unit::ACCOUNTING);
    let transfer = Action::Transfer { office, unit, reason: "Competenza".into() };
    act(&head, request, transfer).await.unwrap();
    let left = operator.send(&Left {}).await.unwrap().items;
    // Of the documents those that are the operator's own and still there.
    assert_eq!(left, [LeftRow { request, unsent, attachments: vec![file.clone()] }]);
    let owner = app.sign_in("titolare").await;
    for (client, may) in [(&operator, true), (&head, false), (&owner, false)] {
        assert_eq!(has(client, file.id).await, may);
    }
    // Whoever throws the words away throws them away too.
    operator.send(&Keep { request, after: 0, unsent: words("") }).await.unwrap();
    assert!(operator.send(&Left {}).await.unwrap().items.is_empty());
    assert!(!has(&operator, file.id).await && has(&head, another.id).await);
    app.deliver().await;
}
