//! What helps whoever answers, over HTTP: text modules, the checklist of documents, who else is at it.

use backend::people::{Person, Place, service as people};
use harness::{Client, TestApp, World};
use shared::auth::Role;
use shared::desk::{
    Content, Document, Doing, Each, GONE_SECONDS, Here, Hours, Link, MOST_TOGETHER, Mark, Module,
    Modules, Related, RetireModule, SaveChecklist, SaveHours, SaveModule, Seat, ShowChecklist,
    Ticked, Together, Values, Words, fill, presence,
};
use shared::format;
use shared::ids::RequestId;
use shared::lang::Lang;
use shared::offices::OfficeCode;
use shared::requests::topics::{TopicId, Unit};
use shared::requests::{
    Act, Action, Desk, Draft, Outcome, SaveDraft, Show, State, Submit, Thread, What,
};
use shared::session::Prefer;

use crate::requests::attachments::{has, uploaded};

/// Sends a request about a topic.
async fn sent(client: &Client, world: &World, topic: u16) -> RequestId {
    let content = Draft {
        company: Some(world.company),
        topic: Some(TopicId(topic)),
        subject: "Avviso già pagato".into(),
        text: "Abbiamo pagato.".into(),
        ..Draft::default()
    };
    let saved = client.send(&SaveDraft { content, ..SaveDraft::default() }).await;
    let saved = saved.expect("a draft is kept");
    let submit = Submit { draft: saved.draft, version: saved.version };
    client.send(&submit).await.expect("it is sent").id
}

fn content(title: &str, topic: Option<TopicId>) -> Content {
    let words =
        Words { title: title.into(), decision: "{company}: fatto.".into(), ..Words::default() };
    Content { topic, it: words, ..Content::default() }
}

fn titles(modules: &[Module]) -> Vec<&str> {
    modules.iter().map(|module| module.content.it.title.as_str()).collect()
}

#[tokio::test]
async fn modules_fit_the_request_and_the_language_of_whoever_asked() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    owner.send(&Prefer { lang: Lang::De }).await.unwrap();
    let request = sent(&owner, &world, 602).await;
    let fitting = operator.send(&Modules { request: Some(request) }).await.unwrap();
    assert_eq!(fitting.lang, Some(Lang::De));
    let topics: Vec<_> = fitting.items.iter().map(|module| module.content.topic).collect();
    assert_eq!(topics.first(), Some(&Some(TopicId(602))));
    assert!(topics.iter().all(|topic| topic.is_none_or(|topic| topic == TopicId(602))));
    assert!(topics.contains(&None) && fitting.items.iter().all(|module| !module.editable));
    assert!(operator.send(&Modules::default()).await.unwrap().items.len() > fitting.items.len());

    let thread = operator.send(&Show { request }).await.unwrap();
    let module = &fitting.items[0].content;
    let filled = module.filled(Lang::De, &thread, app.app().today());
    assert_eq!(filled.next, "Sie müssen nichts tun.");
    let stranger = app.sign_in("amministratore").await;
    for request in [request, RequestId::from_u128(1)] {
        let problem = stranger.send(&Modules { request: Some(request) }).await.unwrap_err();
        assert_eq!(problem.status, 404);
    }
    app.deliver().await;
}

#[tokio::test]
async fn a_head_keeps_those_of_the_office_and_an_administrator_those_of_all() {
    let app = TestApp::new().await;
    World::of(&app).await;
    let (head, admin) = (app.sign_in("responsabile").await, app.sign_in("amministratore").await);
    let save = |title: &str| SaveModule { content: content(title, None), ..Default::default() };
    let own = head.send(&save("Della sede")).await.unwrap();
    assert!(own.editable && own.version == 1 && own.office.is_some() && own.by.is_some());
    let seen = admin.send(&Modules::default()).await.unwrap().items;
    assert!(!titles(&seen).contains(&"Della sede"), "an office's own is nobody else's");
    let shipped = seen.iter().find(|module| module.version == 0).unwrap();
    let change = SaveModule {
        module: Some(shipped.id),
        version: 0,
        content: content("Di tutte", Some(TopicId(201))),
    };
    assert_eq!(head.send(&change).await.unwrap_err().code, "forbidden");
    assert_eq!(admin.send(&change).await.unwrap().version, 1);
    let again = SaveModule { content: content("Ancora", None), ..change.clone() };
    assert_eq!(admin.send(&again).await.unwrap_err().code, "conflict");
    let foreign = SaveModule { module: Some(own.id), version: 1, content: content("Mia", None) };
    assert_eq!(admin.send(&foreign).await.unwrap_err().status, 404);

    let operator = app.sign_in("operatore").await;
    let seen = operator.send(&Modules::default()).await.unwrap().items;
    assert!(titles(&seen).contains(&"Della sede") && titles(&seen).contains(&"Di tutte"));
    head.send(&RetireModule { module: own.id, version: 1 }).await.unwrap();
    admin.send(&RetireModule { module: shipped.id, version: 1 }).await.unwrap();
    let seen = operator.send(&Modules::default()).await.unwrap().items;
    assert!(!titles(&seen).contains(&"Della sede") && !titles(&seen).contains(&"Di tutte"));
    let gone = RetireModule { module: own.id, version: 2 };
    assert_eq!(head.send(&gone).await.unwrap_err().status, 404);
    app.deliver().await;
}

#[tokio::test]
async fn a_module_that_says_nothing_or_misspells_is_refused() {
    let app = TestApp::new().await;
    World::of(&app).await;
    let head = app.sign_in("responsabile").await;
    let mut wrong = content("", Some(TopicId(9_999)));
    wrong.it.decision = "{compny}".into();
    let save = SaveModule { content: wrong, ..SaveModule::default() };
    let problem = head.send(&save).await.unwrap_err();
    let said: Vec<String> =
        problem.errors.iter().map(|one| format!("{} {}", one.field, one.reason)).collect();
    assert_eq!(said, ["topic unknown", "it.title empty", "it.decision placeholder"]);
    assert!(!titles(&head.send(&Modules::default()).await.unwrap().items).contains(&""));
}

#[tokio::test]
async fn documents_are_ticked_off_and_no_customer_sees_it() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    owner.send(&Prefer { lang: Lang::De }).await.unwrap();
    let request = sent(&owner, &world, 602).await;
    let show = ShowChecklist { request, lang: Lang::It };
    let fresh = operator.send(&show).await.unwrap();
    assert_eq!((fresh.version, fresh.lang, fresh.items.len()), (0, Lang::De, 2));
    assert_eq!(fresh.items[0].label, "L'avviso ricevuto");
    assert_eq!(fresh.items[0].asked, "Die erhaltene Aufforderung");
    let ticked = |document, mark| Ticked { document, mark };
    let items = vec![
        ticked(Document::Topic(1), Mark::Missing),
        ticked(Document::Own("Delega".into()), Mark::NotNeeded),
    ];
    let save = SaveChecklist { request, version: 0, items };
    assert_eq!(operator.send(&save).await.unwrap().version, 1);
    let late = SaveChecklist { items: Vec::new(), ..save.clone() };
    let head = app.sign_in("responsabile").await;
    assert_eq!(head.send(&late).await.unwrap_err().code, "conflict");
    let kept = head.send(&show).await.unwrap();
    let marks: Vec<Mark> = kept.items.iter().map(|item| item.ticked.mark).collect();
    assert_eq!(marks, [Mark::Unseen, Mark::Missing, Mark::NotNeeded]);
    assert_eq!(kept.by.as_deref(), Some("Persona operatore"));
    let wrong = SaveChecklist {
        version: 1,
        items: vec![ticked(Document::Topic(2), Mark::Present)],
        ..save
    };
    assert_eq!(head.send(&wrong).await.unwrap_err().errors[0].reason, "unknown");
    assert_eq!(owner.send(&show).await.unwrap_err().code, "forbidden");
    let none = ShowChecklist { request: RequestId::from_u128(1), lang: Lang::It };
    assert_eq!(head.send(&none).await.unwrap_err().status, 404);
    app.deliver().await;
}

#[tokio::test]
async fn colleagues_see_each_other_at_a_request_and_nothing_of_it_is_kept() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let (operator, head) = (app.sign_in("operatore").await, app.sign_in("responsabile").await);
    let request = sent(&owner, &world, 201).await;
    let (audited, generation) = (app.audited(), app.app().store().generation());
    let here = |doing| Here { request, doing };
    assert_eq!(operator.send(&here(Doing::Reading)).await.unwrap().others, []);
    let seen = head.send(&here(Doing::Writing)).await.unwrap().others;
    assert_eq!((seen.len(), seen[0].writing), (1, false));
    assert_eq!(seen[0].name, "Persona operatore");
    // Asked again with nothing written meanwhile, it is not the answer of before.
    let seen = operator.send(&here(Doing::Reading)).await.unwrap().others;
    assert!(seen.len() == 1 && seen[0].writing);
    head.send(&here(Doing::Gone)).await.unwrap();
    assert_eq!(operator.send(&here(Doing::Reading)).await.unwrap().others, []);
    head.send(&here(Doing::Reading)).await.unwrap();
    app.clock().advance_minutes(1);
    const { assert!(GONE_SECONDS < 60, "a minute is enough to be gone") };
    assert_eq!(operator.send(&here(Doing::Reading)).await.unwrap().others, []);
    assert_eq!((app.audited(), app.app().store().generation()), (audited, generation));
    assert_eq!(owner.send(&here(Doing::Reading)).await.unwrap_err().code, "forbidden");
    let none = Here { request: RequestId::from_u128(1), ..Here::default() };
    assert_eq!(head.send(&none).await.unwrap_err().status, 404);
    app.deliver().await;
}

#[tokio::test]
async fn several_are_answered_in_one_call_row_by_row_and_one_that_fails_stops_none() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let mut requests = Vec::new();
    for _ in 0..3 {
        requests.push(sent(&owner, &world, 201).await);
    }
    for request in [requests[0], requests[2]] {
        operator.send(&Act::of(request, Some(1), Action::Take)).await.unwrap();
    }
    let document = uploaded(&operator, "decisione.pdf").await.id;
    let answer = |request: &RequestId| {
        let answer = shared::requests::Answer { decision: "Fatto.".into(), ..Default::default() };
        let action = Action::Answer { answer, outcome: None, attachments: vec![document] };
        Each { request: *request, version: 2, action }
    };
    let together = Together { each: requests.iter().map(answer).collect() };
    let before = app.audited();
    let came = operator.send_as(&together, "together").await.unwrap();
    assert_eq!(operator.send_as(&together, "together").await.unwrap(), came, "each is done once");
    assert_eq!(app.audited() - before, 2);
    let done: Vec<bool> = came.iter().map(|one| one.acted.is_some()).collect();
    assert_eq!(done, [true, false, true]);
    let problem = came[1].problem.as_ref().unwrap();
    assert_eq!((problem.code.as_str(), came[1].request), ("not_now", requests[1]));
    let mut kept = Vec::new();
    for request in [requests[0], requests[2]] {
        let thread = owner.send(&Show { request }).await.unwrap();
        let line = thread.lines.last().unwrap();
        assert_eq!(line.attachments.len(), 1, "each has the document");
        assert!(has(&owner, line.attachments[0].id).await);
        kept.push(line.attachments[0].clone());
    }
    assert_ne!(kept[0].id, kept[1].id, "and its own");
    assert_eq!((&kept[0].sha256, &kept[0].name), (&kept[1].sha256, &kept[1].name));

    // The one that failed can be tried again, with the same upload.
    operator.send(&Act::of(requests[1], Some(1), Action::Take)).await.unwrap();
    let again = Together { each: vec![answer(&requests[1])] };
    assert!(operator.send(&again).await.unwrap()[0].acted.is_some());
    app.deliver().await;
}

#[tokio::test]
async fn what_cannot_be_done_together_is_refused_before_any_of_it_is_done() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let request = sent(&owner, &world, 201).await;
    let take = |request| Each { request, version: 1, action: Action::Take };
    let many = (0..=MOST_TOGETHER as u128).map(|id| take(RequestId::from_u128(id)));
    for (each, reason) in [
        (Vec::new(), "empty"),
        (many.collect(), "too_many"),
        (vec![take(request), take(request)], "twice"),
    ] {
        let problem = operator.send(&Together { each }).await.unwrap_err();
        assert_eq!(problem.errors[0].reason, reason);
    }
    let none = Together { each: vec![take(RequestId::from_u128(1)), take(request)] };
    assert_eq!(owner.send(&none).await.unwrap_err().code, "forbidden");
    let came = operator.send(&none).await.unwrap();
    assert_eq!(came[0].problem.as_ref().map(|problem| problem.status), Some(404));
    assert!(came[1].acted.is_some());
    app.deliver().await;
}

#[tokio::test]
async fn each_of_several_is_answered_with_what_its_placeholders_say_in_its_own_language() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, consultant) = (app.sign_in("titolare").await, app.sign_in("consulente").await);
    let operator = app.sign_in("operatore").await;
    owner.send(&Prefer { lang: Lang::De }).await.unwrap();
    consultant.send(&Prefer { lang: Lang::En }).await.unwrap();
    let mut filled = Vec::new();
    for client in [&owner, &consultant] {
        let request = sent(client, &world, 602).await;
        let thread = operator.send(&Show { request }).await.unwrap();
        let values = Values::of(&thread, thread.clock.due, thread.lang);
        filled.push((fill("{deadline}", &values), thread.lang, thread.clock.due));
    }
    let (de, en) = (&filled[0], &filled[1]);
    assert_eq!((de.1, en.1), (Lang::De, Lang::En));
    for (said, lang, day) in [de, en] {
        assert_eq!(*said, format::day(*day, *lang));
    }
    assert_ne!(de.0, en.0, "a day is written as each reads it");
    app.deliver().await;
}

#[tokio::test]
async fn requests_of_a_company_are_linked_for_the_office_alone() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let (one, two) = (sent(&owner, &world, 201).await, sent(&owner, &world, 602).await);
    let link = |other, linked| Link { request: one, other, linked };
    for wrong in [one, RequestId::from_u128(1)] {
        let problem = operator.send(&link(wrong, true)).await.unwrap_err();
        assert_eq!(problem.errors[0].reason, "unknown");
    }
    let ids = |rows: &[shared::requests::RequestRow]| -> Vec<RequestId> {
        rows.iter().map(|row| row.id).collect()
    };
    operator.send(&link(two, true)).await.unwrap();
    let seen = operator.send(&Related { request: two }).await.unwrap();
    assert_eq!((ids(&seen.linked), ids(&seen.others)), (vec![one], vec![]));
    operator.send(&link(two, false)).await.unwrap();
    let seen = operator.send(&Related { request: two }).await.unwrap();
    assert_eq!((ids(&seen.linked), ids(&seen.others)), (vec![], vec![one]));
    assert_eq!(owner.send(&Related { request: two }).await.unwrap_err().code, "forbidden");
    app.deliver().await;
}

#[tokio::test]
async fn an_office_finds_what_it_answered_and_who_did() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let (ended, open) = (sent(&owner, &world, 201).await, sent(&owner, &world, 602).await);
    let act = |version, action| Act::of(ended, Some(version), action);
    operator.send(&act(1, Action::Take)).await.unwrap();
    app.clock().advance_minutes(1);
    let (outcome, comment) = (Outcome::Partly, "Vale per agosto.".to_owned());
    let end = Action::Close { outcome, comment, attachments: vec![] };
    operator.send(&act(2, end)).await.unwrap();
    let listed = async |list: shared::requests::List| operator.send(&list).await.unwrap().items;
    let all = listed(shared::requests::List::default()).await;
    // Nobody at the desk has read the open one: in an office's list what happened last is first all the same.
    let ids: Vec<RequestId> = all.iter().map(|row| row.id).collect();
    assert_eq!(ids, [ended, open]);
    assert!(all[0].closed.is_some_and(|closed| closed > all[0].opened) && all[1].closed.is_none());
    assert_eq!(all[0].charge.as_deref(), Some("Persona operatore"));
    let standing = Some(shared::requests::Standing::Closed);
    let closed = shared::requests::List { standing, ..Default::default() };
    let partly = shared::requests::List { outcome: Some(outcome), ..Default::default() };
    let charge = Some("operatore".to_owned());
    let hers = shared::requests::List { charge, ..Default::default() };
    for list in [closed, partly, hers] {
        let ids: Vec<RequestId> = listed(list).await.iter().map(|row| row.id).collect();
        assert_eq!(ids, [ended]);
    }
    let file = shared::requests::Export { standing, ..Default::default() };
    let file = operator.call(operator.request(&file, "")).await;
    let text = String::from_utf8_lossy(&file.body);
    let rows = text.lines().filter(|line| line.contains("Avviso già pagato")).count();
    assert!(rows == 1 && text.contains("\"Chiusa il\""), "{text}");
    app.deliver().await;
}

#[tokio::test]
async fn a_duplicate_goes_on_in_another_request_and_says_so() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let (first, second) = (sent(&owner, &world, 201).await, sent(&owner, &world, 201).await);
    let act = |request, version, action| Act::of(request, Some(version), action);
    let merge = |into| Action::Merge { into, comment: "Stessa domanda.".into() };
    let early = operator.send(&act(second, 1, merge(first))).await.unwrap_err();
    assert_eq!(early.code, "not_now", "whoever merges is in charge");
    operator.send(&act(second, 1, Action::Take)).await.unwrap();
    for wrong in [second, RequestId::from_u128(1)] {
        let problem = operator.send(&act(second, 2, merge(wrong))).await.unwrap_err();
        assert_eq!(problem.errors[0].reason, "unknown_request");
    }
    let false_end = Action::Close {
        outcome: Outcome::Merged,
        comment: "Come sopra.".into(),
        attachments: vec![],
    };
    assert_eq!(operator.send(&act(second, 2, false_end)).await.unwrap_err().code, "not_now");
    let merged = operator.send(&act(second, 2, merge(first))).await.unwrap();
    assert_eq!(merged.state, State::Closed(Outcome::Merged));
    assert!(merged.protocol.is_some(), "the customer is written to");

    let number = |thread: &Thread| Some(thread.receipt.registered.number.to_string());
    let closed = owner.send(&Show { request: second }).await.unwrap();
    let goes_on = owner.send(&Show { request: first }).await.unwrap();
    assert_eq!(closed.lines.last().unwrap().to, number(&goes_on));
    assert!(closed.allowed.is_empty(), "it goes on elsewhere: {:?}", closed.allowed);
    let joined = goes_on.lines.last().unwrap();
    assert_eq!(joined.what, What::Joined { from: second });
    assert_eq!(joined.to, number(&closed));
    assert_eq!(goes_on.state, State::Routed);
    // What is over takes in nothing.
    let third = sent(&owner, &world, 201).await;
    operator.send(&act(third, 1, Action::Take)).await.unwrap();
    let problem = operator.send(&act(third, 2, merge(second))).await.unwrap_err();
    assert_eq!(problem.errors[0].reason, "unknown_request");
    app.deliver().await;
}

#[test]
fn presence_is_a_thing_of_its_own() {
    let request = RequestId::from_u128(1);
    assert_ne!(presence(request).id, Some(request.to_string()));
}

/// Hours on two mornings.
fn mornings(unit: Unit) -> Desk {
    let (days, contact) = (vec![2, 4], "06 5550 7010".to_owned());
    Desk { unit, days, from: 9 * 60, to: 12 * 60, contact, away: None }
}

fn saving(seat: &Seat, desk: Desk) -> SaveHours {
    SaveHours { person: seat.person, version: seat.version, desk }
}

#[tokio::test]
async fn the_hours_that_an_operator_sets_are_read_by_the_customer() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let request = sent(&owner, &world, 201).await;
    operator.send(&Act::of(request, Some(1), Action::Take)).await.unwrap();
    let reached = async || owner.send(&Show { request }).await.unwrap().charge.unwrap().desk;
    assert_eq!(reached().await, None, "nobody said anything");
    let own = operator.send(&Hours {}).await.unwrap();
    assert_eq!((own.len(), own[0].version, &own[0].desk), (1, 0, &None), "only their own");

    let wrong = Desk { days: Vec::new(), from: 900, ..mornings(Unit::RETURNS) };
    let problem = operator.send(&saving(&own[0], wrong)).await.unwrap_err();
    let said: Vec<_> = problem.errors.iter().map(|one| (&*one.field, &*one.reason)).collect();
    assert_eq!(said, [("days", "empty"), ("from", "not_hours")]);

    let away = Some(app.app().today().plus_days(3));
    let desk = Desk { away, ..mornings(Unit::RETURNS) };
    let (saving_once, before) = (saving(&own[0], desk.clone()), app.audited());
    let kept = operator.send_as(&saving_once, "hours").await.unwrap();
    assert_eq!(operator.send_as(&saving_once, "hours").await.unwrap(), kept);
    assert_eq!(app.audited() - before, 1);
    assert_eq!((kept.version, kept.by.as_deref()), (1, Some("Persona operatore")));
    assert_eq!(reached().await, Some(desk));
    let overtaken = operator.send(&saving(&own[0], mornings(Unit::RECOVERY))).await.unwrap_err();
    assert_eq!(overtaken.code, "conflict");

    app.clock().advance_minutes(4 * 24 * 60);
    let owner = app.sign_in("titolare").await;
    let charge = owner.send(&Show { request }).await.unwrap().charge.unwrap();
    assert_eq!(charge.desk, Some(mornings(Unit::RETURNS)), "an absence that is over is not told");
    app.deliver().await;
}

#[tokio::test]
async fn a_head_sets_the_hours_of_colleagues_and_of_nobody_elsewhere() {
    let app = TestApp::new().await;
    World::of(&app).await;
    let foreign = Person {
        id: app.app().new_id(),
        name: "Persona dirigente".into(),
        tax_code: "DIRIGENTE".into(),
        role: Role::Manager,
        place: Place::Office(OfficeCode::parse("4900").unwrap()),
        lang: Lang::It,
        email: None,
        persona: Some("dirigente".into()),
    };
    app.write(move |tx| people::record(tx, &foreign)).await;
    let (head, operator) = (app.sign_in("responsabile").await, app.sign_in("operatore").await);
    let seats = head.send(&Hours {}).await.unwrap();
    let names: Vec<_> = seats.iter().map(|seat| seat.name.as_str()).collect();
    assert_eq!(names, ["Persona responsabile", "Persona operatore"], "themselves first");

    let of_head = saving(&seats[0], mornings(Unit::FRONT_OFFICE));
    assert_eq!(operator.send(&of_head).await.unwrap_err().code, "forbidden");
    let elsewhere = app.sign_in("dirigente").await;
    let of_operator = saving(&seats[1], mornings(Unit::RECOVERY));
    assert_eq!(elsewhere.send(&of_operator).await.unwrap_err().code, "not_found");

    let kept = head.send(&of_operator).await.unwrap();
    assert_eq!(kept.by.as_deref(), Some("Persona responsabile"));
    let own = operator.send(&Hours {}).await.unwrap();
    assert_eq!(own, [kept]);
    assert_eq!(elsewhere.send(&Hours {}).await.unwrap().len(), 1);
}
