//! What is counted of requests, who may know it, and how an office stands.

use backend::demo;
use harness::{Client, TestApp, World};
use shared::calendar::Month;
use shared::endpoint::url;
use shared::export::Format;
use shared::ids::RequestId;
use shared::offices::OfficeCode;
use shared::requests::topics::TopicId;
use shared::requests::{Action, Age, Answer, Outcome, Queue, Topics};
use shared::statistics::{Export, Report, Reported, Scope, Show};

use crate::requests::{act, sent};

/// Minutes of a day.
const DAY: i64 = 24 * 60;

fn code(office: &str) -> OfficeCode {
    OfficeCode::parse(office).expect("four digits")
}

fn answer() -> Action {
    let answer = Answer { decision: "Sistemata.".into(), ..Answer::default() };
    Action::Answer { answer, outcome: Some(Outcome::Accepted), attachments: Vec::new() }
}

/// Does something that is done.
async fn done(client: &Client, request: RequestId, action: Action) {
    act(client, request, action).await.expect("it is done");
}

/// Eleven requests with an answer: one was reopened and has another, one was reopened and withdrawn.
async fn eleven(app: &TestApp, world: &World) {
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    for number in 0..11 {
        let id = sent(&owner, world.company).await.id;
        done(&operator, id, Action::Take).await;
        done(&operator, id, answer()).await;
        if number < 2 {
            done(&owner, id, Action::Reopen { reason: "Non va".into() }).await;
        }
        if number == 0 {
            done(&operator, id, Action::Take).await;
            done(&operator, id, answer()).await;
        }
        if number == 1 {
            done(&owner, id, Action::Withdraw { reason: String::new() }).await;
        }
    }
}

/// The month in which they were answered is over.
async fn next_month(app: &TestApp) {
    let today = app.app().today();
    while Month::of(app.app().today()) == Month::of(today) {
        app.clock().advance_minutes(DAY);
    }
    app.deliver().await;
}

#[tokio::test]
async fn what_is_over_is_counted_once_by_its_last_answer() {
    let app = TestApp::new().await;
    eleven(&app, &World::of(&app).await).await;
    let report = app.sign_in("responsabile").await.send(&Report {}).await.unwrap();
    assert_eq!(report.loads.iter().map(|load| load.closed).sum::<u64>(), 10);
    let week = *report.weeks.last().unwrap();
    assert_eq!((report.open, week.came, week.went), (0, 13, 13));
    let now = app.anonymous().send(&Show::default()).await.unwrap();
    let last = Month::of(app.app().today()).previous();
    assert_eq!((now.whole, now.to), (None, last), "the month is not over");
    app.deliver().await;
}

#[tokio::test]
async fn what_everybody_may_know_is_of_many_and_said_before_somebody_asks() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    eleven(&app, &world).await;
    next_month(&app).await;
    let nobody = app.anonymous();
    let shown = nobody.send(&Show::default()).await.unwrap();
    let figure = shown.whole.expect("ten are enough");
    assert_eq!((figure.requests, figure.median, figure.ninety), (10, 0, 0));
    let office = shown.offices[0].code;
    assert_eq!((shown.offices.len(), office.as_str()), (1, "7010"));
    for one in &shown.groups {
        let expected = (one.group.id == TopicId(200)).then_some(figure);
        assert_eq!(one.group.figure, expected, "{one:?}");
    }
    let narrow = Show { office: Some(office), group: Some(TopicId(200)), ..Show::default() };
    assert_eq!(nobody.send(&narrow).await.unwrap().whole, Some(figure));
    let elsewhere = Show { office: Some(code("4900")), ..Show::default() };
    assert_eq!(nobody.send(&elsewhere).await.unwrap().whole, None);
    for none in [
        Show { office: Some(code("9999")), ..Show::default() },
        Show { group: Some(TopicId(201)), ..Show::default() },
    ] {
        assert_eq!(nobody.send(&none).await.unwrap_err().status, 404);
    }
    let topics = Topics { company: Some(world.company), ..Topics::default() };
    let offered = app.sign_in("titolare").await.send(&topics).await.unwrap().topics;
    let usual = |id| offered.iter().find(|row| row.id == TopicId(id)).and_then(|row| row.usual);
    assert_eq!(usual(201).map(|usual| (usual.of, usual.figure)), Some((Scope::Topic, figure)));
    assert_eq!(usual(203).map(|usual| usual.of), Some(Scope::Group));
    assert_eq!(usual(301).map(|usual| usual.of), Some(Scope::Office));
    app.deliver().await;
}

#[tokio::test]
async fn the_report_counts_what_the_queue_shows() {
    let app = TestApp::new().await;
    demo::fill(app.app(), 10, demo::SEED).await.unwrap();
    let head = app.sign_in("responsabile").await;
    let report: Reported = head.send(&Report {}).await.unwrap();
    let total = |queue: Queue| {
        let head = &head;
        async move { head.send(&queue).await.unwrap().page.total.unwrap() }
    };
    assert_eq!(total(Queue::default()).await, u64::from(report.open));
    for (one, age) in report.ages.iter().zip(Age::ALL) {
        let queue = Queue { age: Some(age), ..Queue::default() };
        assert_eq!((one.age, total(queue).await), (age, u64::from(one.open)));
    }
    assert_eq!(report.ages.iter().map(|one| one.open).sum::<u32>(), report.open);
    for ahead in &report.ahead {
        let queue = Queue { term: Some(ahead.day), ..Queue::default() };
        let sum = u64::from(ahead.reminded + ahead.escalated + ahead.due);
        assert_eq!(total(queue).await, sum, "{ahead:?}");
    }
    for load in &report.loads {
        let queue = Queue { charge: Some(load.person), ..Queue::default() };
        assert_eq!(total(queue).await, u64::from(load.open), "{load:?}");
    }
    assert_eq!((report.weeks.len(), report.ahead.len()), (12, 5));
    assert!(report.weeks[..11].iter().all(|week| week.came > 0 || week.went > 0));
    assert!(report.loads.iter().any(|load| load.closed > 0 && load.median.is_some()));
    let shown = app.anonymous().send(&Show::default()).await.unwrap();
    assert_eq!(shown.offices.len(), 4);
    assert!(shown.groups.iter().any(|one| one.topics.iter().any(|row| row.figure.is_none())));
    let file = head.get(&url(&Export { format: Format::Csv, lang: None }).unwrap()).await;
    let text = String::from_utf8(file.body.to_vec()).unwrap();
    assert!(text.contains("Richieste aperte") && text.contains("Sollecito il"), "{text}");
    app.deliver().await;
}
