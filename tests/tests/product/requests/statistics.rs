//! What is counted of requests, who may know it, and how an office stands.

use backend::demo;
use backend::statistics::service::{self as counts, Answered};
use harness::{Client, TestApp, World};
use shared::calendar::{Day, Month, is_working_day};
use shared::endpoint::url;
use shared::export::Format;
use shared::format;
use shared::ids::{PersonId, RequestId};
use shared::lang::Lang;
use shared::offices::OfficeCode;
use shared::requests::topics::TopicId;
use shared::requests::{
    self, Act, Action, Age, Answer, Aspect, LONGEST_DETAILS, Outcome, Queue, RateSending, Rating,
    Submitted, Topics, What,
};
use shared::statistics::{Export, ExportShown, InTime, Report, Reported, Scope, Show};

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
            done(&owner, id, Action::Reopen { reason: "Non va".into(), attachments: vec![] }).await;
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
    let first = Month::of(app.app().today()).previous().first_day();
    assert_eq!(report.in_time, InTime { from: first, answered: 10, in_time: 10 });
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
async fn what_everybody_may_know_is_a_file_for_whoever_is_signed_in() {
    let app = TestApp::new().await;
    eleven(&app, &World::of(&app).await).await;
    next_month(&app).await;
    let owner = app.sign_in("titolare").await;
    let shown = owner.send(&Show::default()).await.unwrap();
    let file = |asked: ExportShown| url(&asked).unwrap();
    let text = async |asked: ExportShown| {
        String::from_utf8(owner.get(&file(asked)).await.body.to_vec()).unwrap()
    };
    let whole = text(ExportShown::default()).await;
    let [from, to] = [shown.from, shown.to].map(|month| format::month(month, Lang::It));
    assert!(whole.contains(&format!("\"Filtro\";\"Da: {from}; A: {to}\"\r\n")), "{whole}");
    assert!(whole.contains("\r\n\"In tutto\";;10;0;0\r\n"), "{whole}");
    for one in &shown.groups {
        let figure = if one.group.id == TopicId(200) { "10;0;0" } else { "\"meno di 10\";;" };
        let row = format!("\r\n\"Gruppo di argomenti\";\"{}\";{figure}\r\n", one.group.title);
        assert!(whole.contains(&row), "{row} in {whole}");
    }
    let office = &shown.offices[0];
    let row = format!("\r\n\"Sede\";\"{}\";10;0;0\r\n", office.name);
    assert!(whole.contains(&row), "{whole}");

    let (place, group) = (Some(office.code), Some(TopicId(200)));
    let narrow = text(ExportShown { office: place, group, ..ExportShown::default() }).await;
    let title = &shown.groups.iter().find(|one| one.group.id == TopicId(200)).unwrap().group.title;
    let said = format!("; Sede: {}; Gruppo di argomenti: {title}\"\r\n", office.name);
    assert!(narrow.contains(&said), "{narrow}");
    assert_eq!(narrow.matches("\"Gruppo di argomenti\";").count(), 1, "{narrow}");
    let none = ExportShown { office: Some(code("9999")), ..ExportShown::default() };
    assert_eq!(owner.get(&file(none)).await.problem().code, "not_found");
    let nobody = app.anonymous().get(&file(ExportShown::default())).await;
    assert_eq!(nobody.problem().code, "not_signed_in");
    app.deliver().await;
}

#[tokio::test]
async fn an_answer_is_expected_when_the_office_usually_gives_it() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let unknown = sent(&owner, world.company).await;
    let clock = owner.send(&requests::Show { request: unknown.id }).await.unwrap().clock;
    assert_eq!(unknown.receipt.expected, clock.remind, "nothing is known: the first term");
    let month = app.app().today();
    eleven(&app, &world).await;
    let unfinished = sent(&owner, world.company).await.receipt;
    assert_eq!(unfinished.expected, clock.remind, "the month is not over");
    next_month(&app).await;

    let (owner, today) = (app.sign_in("titolare").await, app.app().today());
    let works = |day: &Day| is_working_day(*day, Some(code("7010")));
    let next = (1..).map(|days| today.plus_days(days)).find(works).unwrap();
    let asked = async |topic| {
        let (company, topic) = (Some(world.company), Some(TopicId(topic)));
        let offered = owner.send(&Topics { company, topic, ..Topics::default() }).await.unwrap();
        offered.answering.expect("the company has an office")
    };
    // All of them were answered on the day itself: no earlier than the next one is promised.
    let promised = asked(201).await;
    assert_eq!(promised.expected, next);
    assert!(asked(203).await.expected > next, "too few are known of this topic");
    for _ in 0..2 {
        let Submitted { id, receipt } = sent(&owner, world.company).await;
        assert_eq!((receipt.expected, receipt.due), (promised.expected, promised.due));
        let shown = owner.send(&requests::Show { request: id }).await.unwrap();
        assert_eq!((shown.expected, shown.receipt.expected), (next, next));
        assert!(shown.clock.remind > next, "the clock of the office stays as it is");
    }
    // With one less they are too few, whatever was kept.
    let (office, topic) = (code("7010"), TopicId(201));
    app.write(move |tx| {
        let person = PersonId::default();
        counts::reopened(tx, &Answered { office, topic, day: month, days: 0, person })
    })
    .await;
    let fewer = sent(&owner, world.company).await.receipt;
    assert!(fewer.expected > next);
    assert_eq!(asked(201).await.expected, fewer.expected);
    app.deliver().await;
}

#[tokio::test]
async fn what_is_slow_is_promised_within_the_last_day_and_later_if_the_customer_is_waited_for() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (office, topic, month) = (code("7010"), TopicId(201), app.app().today().plus_days(-40));
    app.write(move |tx| {
        let person = PersonId::default();
        (0..10).try_for_each(|_| {
            counts::answered(tx, &Answered { office, topic, day: month, days: 90, person })
        })
    })
    .await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let Submitted { id, receipt } = sent(&owner, world.company).await;
    assert_eq!(receipt.expected, receipt.due);
    done(&operator, id, Action::Take).await;
    done(&operator, id, Action::Ask { text: "Quale?".into(), attachments: vec![] }).await;
    app.clock().advance_minutes(7 * DAY);
    let owner = app.sign_in("titolare").await;
    done(&owner, id, Action::Reply { text: "Questa.".into(), attachments: Vec::new() }).await;
    let shown = owner.send(&requests::Show { request: id }).await.unwrap();
    assert!(shown.expected > receipt.expected, "the office has as many days as before");
    assert_eq!(shown.expected, shown.clock.due);
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
    let InTime { answered, in_time, .. } = report.in_time;
    assert!(0 < in_time && in_time <= answered, "{in_time} of {answered}");
    assert!(report.loads.iter().any(|load| load.closed > 0 && load.median.is_some()));
    let shown = app.anonymous().send(&Show::default()).await.unwrap();
    assert_eq!(shown.offices.len(), 4);
    assert!(shown.groups.iter().any(|one| one.topics.iter().any(|row| row.figure.is_none())));
    let file = head.get(&url(&Export { format: Format::Csv, lang: None }).unwrap()).await;
    let text = String::from_utf8(file.body.to_vec()).unwrap();
    assert!(text.contains("Risposte entro il termine dal"), "{text}");
    assert!(text.contains("Richieste aperte") && text.contains("Sollecito il"), "{text}");
    app.deliver().await;
}

#[tokio::test]
async fn what_customers_say_of_how_it_was_is_counted_once_for_the_head_of_the_office_alone() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let rate = |stars, aspect| Action::Rate { stars, aspect, comment: "Ecco.".into() };
    let mut ids = Vec::new();
    for _ in 0..2 {
        let id = sent(&owner, world.company).await.id;
        done(&operator, id, Action::Take).await;
        done(&operator, id, answer()).await;
        done(&owner, id, rate(5, Some(Aspect::Clear))).await;
        ids.push(id);
    }
    let said = async || {
        let report = app.sign_in("responsabile").await.send(&Report {}).await.unwrap();
        let rows = report.ratings.into_iter();
        rows.map(|one| (one.stars, one.aspect, one.count)).collect::<Vec<_>>()
    };
    assert_eq!(said().await, [(5, Some(Aspect::Clear), 2)]);
    // Whoever thinks better of it is counted by what they said last.
    done(&owner, ids[0], rate(2, Some(Aspect::Working))).await;
    done(&owner, ids[1], rate(2, None)).await;
    assert_eq!(said().await, [(2, None, 1), (2, Some(Aspect::Working), 1)]);
    let thread = owner.send(&requests::Show { request: ids[0] }).await.unwrap();
    let last = thread.lines.last().map(|line| line.what.clone());
    assert_eq!(last, Some(What::Done(rate(2, Some(Aspect::Working)))), "as it was said");

    // Details are short.
    let comment = "x".repeat(LONGEST_DETAILS + 1);
    let long = Action::Rate { stars: 5, aspect: None, comment };
    let problem = owner.send(&Act::of(ids[0], None, long)).await.unwrap_err();
    assert_eq!(problem.errors[0].reason, "too_long");
    let head = app.sign_in("responsabile").await;
    let file = head.get(&url(&Export { format: Format::Csv, lang: None }).unwrap()).await;
    let text = String::from_utf8(file.body.to_vec()).unwrap();
    assert!(text.contains("2/5 · Ho avuto problemi tecnici"), "{text}");
    let shown = app.anonymous().send(&Show::default()).await.unwrap();
    assert_eq!(shown.whole, None, "nobody else is told");
    app.clock().advance_minutes(31 * DAY);
    assert!(said().await.is_empty(), "only the last days count");
    app.deliver().await;
}

#[tokio::test]
async fn how_it_was_to_send_a_request_is_said_once_and_is_a_figure_of_its_own() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, consultant) = (app.sign_in("titolare").await, app.sign_in("consulente").await);
    let request = sent(&owner, world.company).await.id;
    let rate = |stars, comment: &str| RateSending {
        request,
        rating: Rating { stars, aspect: Some(Aspect::Guided), comment: comment.to_owned() },
    };
    let long = "x".repeat(LONGEST_DETAILS + 1);
    for (wrong, reason) in
        [(rate(0, ""), "stars"), (rate(6, ""), "stars"), (rate(4, &long), "too_long")]
    {
        let fault = owner.send(&wrong).await.unwrap_err().errors.remove(0);
        assert_eq!((fault.field.as_str(), fault.reason.as_str()), ("rating", reason));
        let body = serde_json::to_value(&wrong).unwrap();
        assert!(body.get(&fault.field).is_some(), "what is wrong is in {body}");
    }
    let before = owner.send(&requests::Show { request }).await.unwrap();
    owner.send_as(&rate(4, " Facile. "), "one").await.unwrap();
    owner.send_as(&rate(4, " Facile. "), "one").await.unwrap();
    for client in [&owner, &consultant] {
        assert_eq!(client.send(&rate(1, "")).await.unwrap_err().code, "not_now");
    }
    let stranger = app.sign_in("estraneo").await;
    assert_eq!(stranger.send(&rate(1, "")).await.unwrap_err().status, 404);
    let operator = app.sign_in("operatore").await;
    assert_eq!(operator.send(&rate(1, "")).await.unwrap_err().code, "forbidden");

    // It is no part of the conversation: nothing is unread by it, and nothing registered.
    let thread = consultant.send(&requests::Show { request }).await.unwrap();
    let comment = "Facile.".to_owned();
    let said = Rating { stars: 4, aspect: Some(Aspect::Guided), comment };
    assert_eq!((thread.sending, thread.stars), (Some(said), None));
    assert_eq!((thread.lines.len(), thread.state), (before.lines.len(), before.state));
    let head = app.sign_in("responsabile").await;
    let report = head.send(&Report {}).await.unwrap();
    let [figure] = report.sendings[..] else { panic!("{:?}", report.sendings) };
    assert_eq!((figure.stars, figure.aspect, figure.count), (4, Some(Aspect::Guided), 1));
    assert!(report.ratings.is_empty(), "it says nothing of the answer");
    let file = head.get(&url(&Export { format: Format::Csv, lang: None }).unwrap()).await;
    let text = String::from_utf8(file.body.to_vec()).unwrap();
    assert!(text.contains("Voti all'invio negli ultimi 30 giorni"), "{text}");
    app.deliver().await;
}
