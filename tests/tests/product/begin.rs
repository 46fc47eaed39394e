//! An office writes to a company first: who may, what is refused, and what comes of it.

use harness::{Client, TestApp, World, company};
use shared::endpoint::url;
use shared::ids::{AttachmentId, CompanyId, DraftId, RequestId};
use shared::lang::Lang;
use shared::notifications::{self, Event};
use shared::receipts::Download;
use shared::register::{self, Direction};
use shared::requests::topics::{OTHER, TopicId, Unit};
use shared::requests::{
    Action, Begin, Kind, Level, List, Offer, Outcome, Queue, RateSending, Rating, Rule, Show, Side,
    State, Submitted, Topics, What,
};
use shared::statistics::Report;
use tokio::task::JoinSet;

use crate::requests::act;
use crate::requests::attachments::uploaded;
use crate::requests::rules::decide;

/// Minutes of a day.
const DAY: i64 = 24 * 60;

fn written(company: CompanyId, text: &str) -> Begin {
    let (topic, subject) = (TopicId(201), "DM di agosto".to_owned());
    Begin { company, topic, subject, text: text.to_owned(), ..Begin::default() }
}

async fn begun(client: &Client, company: CompanyId) -> Submitted {
    client
        .send(&written(company, "Manca un mese: quando lo trasmettete?"))
        .await
        .expect("it is sent")
}

/// Why it is refused: the field and the reason, or the code where no field is wrong.
async fn refused(client: &Client, begin: &Begin) -> (String, String) {
    let problem = client.send(begin).await.expect_err("it is refused");
    match problem.errors.into_iter().next() {
        Some(fault) => (fault.field, fault.reason),
        None => (String::new(), problem.code),
    }
}

fn close() -> Action {
    let (outcome, comment) = (Outcome::Accepted, "A posto.".to_owned());
    Action::Close { outcome, comment, attachments: Vec::new() }
}

#[tokio::test]
async fn the_company_reads_what_the_office_wrote_first_and_replies() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let operator = app.sign_in("operatore").await;
    let Submitted { id, receipt } = begun(&operator, world.company).await;
    assert_eq!(receipt.registered.number.to_string(), "7010.U.2026.0000001");
    assert_eq!(receipt.unit, Unit::RETURNS);

    let owner = app.sign_in("titolare").await;
    let row = owner.send(&List::default()).await.unwrap().items.remove(0);
    assert_eq!((row.id, row.unread, row.clock.paused), (id, true, true));
    assert_eq!(row.charge.as_deref(), Some("Persona operatore"));
    assert_eq!(Side::that_began(row.protocol), Side::Office);
    let thread = owner.send(&Show { request: id }).await.unwrap();
    assert_eq!(thread.state, State::Awaiting(Some(Level::First)));
    assert_eq!(thread.allowed, [Kind::Reply, Kind::CallBack]);
    let first = &thread.lines[0];
    assert_eq!((first.by.side, first.by.me), (Side::Office, false));
    assert_eq!(first.registered.as_ref(), Some(&receipt.registered));
    let What::Opened { text, .. } = &first.what else { panic!("it begins with it") };
    assert!(text.starts_with("Manca un mese"));

    let queue = operator.send(&Queue::default()).await.unwrap();
    let counters = queue.counters;
    assert_eq!((counters.open, counters.mine, counters.awaiting), (1, 1, 1));
    assert!(!queue.page.items[0].unread, "whoever wrote knows it");
    let colleague = app.sign_in("responsabile").await;
    assert!(colleague.send(&Queue::default()).await.unwrap().page.items[0].unread);

    let reply = Action::Reply { text: "Domani.".into(), attachments: Vec::new() };
    let replied = act(&owner, id, reply).await.unwrap();
    assert_eq!(replied.state, State::InCharge(Level::First));
    // What comes in is numbered by itself.
    assert_eq!(replied.protocol.unwrap().to_string(), "7010.E.2026.0000001");
    assert_eq!(act(&operator, id, close()).await.unwrap().state, State::Closed(Outcome::Accepted));
    let again = Action::Reopen { reason: "Non va".into(), attachments: Vec::new() };
    assert_eq!(act(&owner, id, again).await.unwrap().state, State::Routed);
    app.deliver().await;
}

#[tokio::test]
async fn nobody_takes_back_what_the_office_began_or_says_how_it_was_to_send_it() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let id = begun(&operator, world.company).await.id;
    let withdraw = || Action::Withdraw { reason: String::new() };
    assert_eq!(act(&owner, id, withdraw()).await, Err("not_now".into()));
    let rate = RateSending { request: id, rating: Rating { stars: 4, ..Rating::default() } };
    assert_eq!(owner.send(&rate).await.unwrap_err().code, "not_now");
    let reply = Action::Reply { text: "Domani.".into(), attachments: Vec::new() };
    let allowed = act(&owner, id, reply).await.unwrap().allowed;
    assert!(!allowed.contains(&Kind::Withdraw), "{allowed:?}");
    assert_eq!(act(&owner, id, withdraw()).await, Err("not_now".into()));
    app.deliver().await;
}

#[tokio::test]
async fn the_clock_stands_until_the_company_replies_and_runs_from_then_on() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let id = begun(&app.sign_in("operatore").await, world.company).await.id;
    for _ in 0..30 {
        app.clock().advance_minutes(DAY);
        app.deliver().await;
    }
    // Sessions end after a while; a new one is always welcome.
    let owner = app.sign_in("titolare").await;
    let thread = owner.send(&Show { request: id }).await.unwrap();
    assert_eq!((thread.clock.elapsed, thread.clock.paused, thread.clock.late), (0, true, false));
    assert_eq!(thread.lines.len(), 1, "the clock had nothing to say");
    let reply = Action::Reply { text: "Eccolo.".into(), attachments: Vec::new() };
    act(&owner, id, reply).await.unwrap();
    for _ in 0..7 {
        app.clock().advance_minutes(DAY);
        app.deliver().await;
    }
    let thread = app.sign_in("titolare").await.send(&Show { request: id }).await.unwrap();
    assert!(!thread.clock.paused && (1..=7).contains(&thread.clock.elapsed), "{:?}", thread.clock);
    assert!(thread.expected > thread.receipt.expected, "it waited for the company meanwhile");
}

#[tokio::test]
async fn one_key_sends_it_once_with_its_number_and_the_notices() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let operator = app.sign_in("operatore").await;
    let (begin, before) = (written(world.company, "Manca un mese."), app.audited());
    let once = operator.send_as(&begin, "one").await.unwrap();
    assert_eq!(operator.send_as(&begin, "one").await.unwrap(), once);
    assert_eq!(app.audited() - before, 1);
    let day = app.app().today();
    let show = register::Show { office: None, day, cursor: None, limit: None };
    let lines = operator.send(&show).await.unwrap().page.items;
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].number, once.receipt.registered.number);
    assert_eq!(lines[0].number.direction, Direction::Out);
    // Before any job has run: they were told in the transaction that gave the number.
    for persona in ["titolare", "consulente"] {
        let client = app.sign_in(persona).await;
        let told = client.send(&notifications::List::default()).await.unwrap().items;
        assert_eq!(told.len(), 1, "{persona}");
        assert_eq!(told[0].event, Event::RequestMessage);
        assert!(told[0].text.contains("Aperta dalla sede"), "{}", told[0].text);
        assert!(!told[0].text.contains("Manca un mese"), "it is read in the conversation");
        assert_eq!(client.send(&List::default()).await.unwrap().items.len(), 1, "{persona}");
    }
    for nobody in ["operatore", "responsabile", "estraneo"] {
        let client = app.sign_in(nobody).await;
        let told = client.send(&notifications::List::default()).await.unwrap().items;
        assert_eq!(told.len(), 0, "{nobody}");
    }
    app.deliver().await;
}

#[tokio::test]
async fn what_has_an_id_is_sent_once_whatever_the_keys_and_words() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let operator = app.sign_in("operatore").await;
    let under = |id: u128, text: &str| {
        let draft = Some(DraftId::from_u128(id));
        Begin { draft, ..written(world.company, text) }
    };
    let once = operator.send_as(&under(7, "Manca un mese."), "one").await.unwrap();
    for (key, text) in [("two", "Manca un mese."), ("three", "Mancano due mesi.")] {
        assert_eq!(operator.send_as(&under(7, text), key).await.unwrap(), once, "{text}");
    }
    let mut sending = JoinSet::new();
    for key in 0..16 {
        let (client, begin) = (operator.copy(), under(8, "Manca la firma."));
        sending.spawn(async move { client.send_as(&begin, &format!("at-once-{key}")).await });
    }
    let sent: Vec<Submitted> = sending.join_all().await.into_iter().map(Result::unwrap).collect();
    assert!(sent.iter().all(|one| *one == sent[0] && one.id != once.id), "{sent:?}");
    // What is refused takes no id.
    operator.send(&under(9, " ")).await.unwrap_err();
    let third = operator.send(&under(9, "Ecco.")).await.unwrap();
    assert_eq!(third.receipt.registered.number.number, 3);

    assert_eq!(operator.send(&Queue::default()).await.unwrap().counters.open, 3);
    let day = app.app().today();
    let show = register::Show { office: None, day, cursor: None, limit: None };
    assert_eq!(operator.send(&show).await.unwrap().page.items.len(), 3);
    let owner = app.sign_in("titolare").await;
    assert_eq!(owner.send(&notifications::List::default()).await.unwrap().items.len(), 3);
    assert_eq!(owner.send(&List::default()).await.unwrap().items.len(), 3);
    let lines = owner.send(&Show { request: once.id }).await.unwrap().lines;
    assert_eq!(lines.len(), 1);
    let What::Opened { text, .. } = &lines[0].what else { panic!("it begins with it") };
    assert_eq!(text, "Manca un mese.", "as it was sent first");
    app.deliver().await;
}

#[tokio::test]
async fn an_id_that_somebody_else_sent_tells_nothing_and_sends_nothing() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let sister = company(3, "Sorella").position("7012345662", "7010").store(&app).await;
    let operator = app.sign_in("operatore").await;
    let to = |company| Begin {
        draft: Some(DraftId::from_u128(7)),
        ..written(company, "Manca un mese.")
    };
    operator.send(&to(world.company)).await.unwrap();
    let taken = ("draft".to_owned(), "taken".to_owned());
    let colleague = app.sign_in("responsabile").await;
    assert_eq!(refused(&colleague, &to(world.company)).await, taken);
    assert_eq!(refused(&operator, &to(sister)).await, taken);
    assert_eq!(operator.send(&Queue::default()).await.unwrap().counters.open, 1);
    app.deliver().await;
}

#[tokio::test]
async fn it_may_be_about_a_position_of_the_company_and_of_no_other() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let about = |code: &str| Begin {
        matricola: Some(code.to_owned()),
        ..written(world.company, "Manca un mese.")
    };
    for strange in ["4912345631", "1", ""] {
        let said = refused(&operator, &about(strange)).await;
        assert_eq!(said, ("matricola".to_owned(), "unknown".to_owned()), "{strange}");
    }
    let request = operator.send(&about("7012345763")).await.unwrap().id;
    let whole = begun(&operator, world.company).await.id;
    let code = Some("7012345763".to_owned());
    for client in [&owner, &operator] {
        assert_eq!(client.send(&Show { request }).await.unwrap().matricola, code);
        assert_eq!(client.send(&Show { request: whole }).await.unwrap().matricola, None);
        let list = List { matricola: code.clone(), ..List::default() };
        let rows = client.send(&list).await.unwrap().items;
        assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [request]);
    }
    let queue = operator.send(&Queue::default()).await.unwrap().page.items;
    let row = queue.iter().find(|row| row.id == request).expect("it waits for the company");
    assert_eq!(row.matricola, code);
    app.deliver().await;
}

#[tokio::test]
async fn only_the_offices_of_the_company_may_and_nobody_else_learns_of_it() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let unknown: CompanyId = app.app().new_id();
    for (persona, code) in [
        ("titolare", "forbidden"),
        ("dipendente", "forbidden"),
        ("consulente", "forbidden"),
        ("collaboratore", "forbidden"),
        ("associazione", "forbidden"),
        ("estraneo", "not_found"),
        ("amministratore", "not_found"),
        ("revisore", "not_found"),
    ] {
        let client = app.sign_in(persona).await;
        let said = refused(&client, &written(world.company, "Prova.")).await;
        assert_eq!(said, (String::new(), code.to_owned()), "{persona}");
        let said = refused(&client, &written(unknown, "Prova.")).await;
        assert_eq!(said, (String::new(), "not_found".to_owned()), "{persona}");
    }
    let operator = app.sign_in("operatore").await;
    for company in [world.other, unknown] {
        let said = refused(&operator, &written(company, "Prova.")).await;
        assert_eq!(said, (String::new(), "not_found".to_owned()));
    }
    let id = begun(&operator, world.company).await.id;
    let stranger = app.sign_in("estraneo").await;
    for request in [id, RequestId::from_u128(1)] {
        assert_eq!(stranger.send(&Show { request }).await.unwrap_err().status, 404);
    }
    app.deliver().await;
}

#[tokio::test]
async fn what_cannot_be_sent_is_refused_with_its_reason_and_takes_no_number() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (operator, today) = (app.sign_in("operatore").await, app.app().today());
    let with = |change: fn(&mut Begin)| {
        let mut begin = written(world.company, "Manca un mese.");
        change(&mut begin);
        begin
    };
    let ids = |count: u128| (1..=count).map(AttachmentId::from_u128).collect::<Vec<_>>();
    for (begin, field, reason) in [
        (with(|begin| begin.subject = " ".to_owned()), "subject", "empty"),
        (with(|begin| begin.subject = "x".repeat(121)), "subject", "too_long"),
        (with(|begin| begin.subject = "Uno\r\nBcc: due".to_owned()), "subject", "characters"),
        (with(|begin| begin.text = "\u{200b}".to_owned()), "text", "empty"),
        (with(|begin| begin.text = "x".repeat(10_001)), "text", "too_long"),
        (with(|begin| begin.text = "Per \u{202e}erorre".to_owned()), "text", "characters"),
        (with(|begin| begin.text = "Posizione {matricola}".to_owned()), "text", "unfilled"),
        (with(|begin| begin.topic = TopicId(9_999)), "topic", "empty"),
        (Begin { attachments: ids(4), ..with(|_| {}) }, "attachments", "too_many"),
        (Begin { attachments: ids(1), ..with(|_| {}) }, "attachments", "unknown"),
    ] {
        let said = refused(&operator, &begin).await;
        assert_eq!(said, (field.to_owned(), reason.to_owned()));
    }
    let administrator = app.sign_in("amministratore").await;
    decide(&administrator, |set| {
        set.offers = vec![Rule {
            from: today,
            until: None,
            office: None,
            about: Some(TopicId(203)),
            value: Offer { active: false, unit: None, attach: None },
            source: "Accordo".to_owned(),
        }];
    })
    .await
    .unwrap();
    let closed = with(|begin| begin.topic = TopicId(203));
    assert_eq!(refused(&operator, &closed).await, ("topic".to_owned(), "closed".to_owned()));
    let offered = Topics { company: Some(world.company), ..Topics::default() };
    let offered = operator.send(&offered).await.unwrap().topics;
    assert!(!offered.is_empty() && offered.iter().all(|row| row.id != TopicId(203)));
    assert_eq!(operator.send(&Queue::default()).await.unwrap().counters.open, 0);
    // A refusal leaves the key free, and no number was given. An office need not say why no other topic fits.
    let mut begin = with(|begin| begin.text = String::new());
    operator.send_as(&begin, "again").await.unwrap_err();
    (begin.text, begin.topic) = ("Sì.".to_owned(), OTHER);
    let sent = operator.send_as(&begin, "again").await.unwrap();
    assert_eq!(sent.receipt.registered.number.number, 1);
    app.deliver().await;
}

#[tokio::test]
async fn documents_go_with_it_and_what_attests_it_promises_no_answer() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let operator = app.sign_in("operatore").await;
    let file = uploaded(&operator, "modulo.pdf").await;
    let begin =
        Begin { attachments: vec![file.id], ..written(world.company, "Compilate il modulo.") };
    let Submitted { id, receipt } = operator.send(&begin).await.unwrap();
    assert_eq!(receipt.attachments.len(), 1);
    let owner = app.sign_in("titolare").await;
    let lines = owner.send(&Show { request: id }).await.unwrap().lines;
    assert_eq!(lines[0].attachments[0].name, "modulo.pdf");
    let path = url(&Download { request: id, lang: Some(Lang::En) }).unwrap();
    let said = String::from_utf8_lossy(&owner.get(&path).await.body).into_owned();
    let number = receipt.registered.number.to_string();
    for expected in [number.as_str(), "/verifica/ricevuta", "modulo.pdf"] {
        assert!(said.contains(expected), "{expected}");
    }
    for strange in ["Law 241/1990", "Answer expected by"] {
        assert!(!said.contains(strange), "{strange}");
    }
    app.deliver().await;
}

#[tokio::test]
async fn it_is_work_of_the_office_but_no_answer_that_somebody_waited_for() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let operator = app.sign_in("operatore").await;
    let id = begun(&operator, world.company).await.id;
    act(&operator, id, close()).await.unwrap();
    let report = app.sign_in("responsabile").await.send(&Report {}).await.unwrap();
    let week = *report.weeks.last().unwrap();
    assert_eq!((report.open, week.came, week.went), (0, 1, 1));
    assert_eq!(report.loads.iter().map(|load| load.closed).sum::<u64>(), 0);
    app.deliver().await;
}
