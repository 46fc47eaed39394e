//! What else can be done in a conversation: calling back, the second level, an end with its law, another office, and ten days to reopen.

use harness::{TestApp, World};
use shared::attachments::State as UploadState;
use shared::audit;
use shared::endpoint::Endpoint;
use shared::fault::FieldFault;
use shared::offices::OfficeCode;
use shared::requests::topics::{TopicId, Unit};
use shared::requests::{
    Act, Action, Answer, Draft, Kind, LONGEST_TEXT, Level, List, Outcome, Queue, QueuePage, Show,
    Standing, State, Submit, View, What,
};

use super::attachments::uploaded;
use crate::requests::{act, content, saved, sent};

/// Minutes of a day.
const DAY: i64 = 24 * 60;

#[tokio::test]
async fn whoever_asks_is_called_back_and_the_second_level_gives_back_what_it_was_asked() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let id = sent(&owner, world.company).await.id;
    let call = Action::CallBack { phone: "06 555 0100".into(), when: "la mattina".into() };
    let waits = async || {
        let rows = operator.send(&Queue::default()).await.unwrap().page.items;
        let row = rows.into_iter().find(|row| row.id == id).expect("it is there").call;
        assert_eq!(operator.send(&Show { request: id }).await.unwrap().call, row);
        let view = Queue { view: View::Call, ..Queue::default() };
        let QueuePage { page, counters, .. } = operator.send(&view).await.unwrap();
        assert_eq!((page.items.len(), counters.call), (usize::from(row), u32::from(row)));
        row
    };
    assert!(!waits().await, "nobody asked for it");
    act(&owner, id, call.clone()).await.unwrap();
    let refused = act(&operator, id, call.clone()).await;
    assert_eq!(refused, Err("not_now".into()), "only a customer is called");
    assert!(waits().await);
    let called = |text: &str| Action::Called { text: text.to_owned() };
    assert_eq!(act(&operator, id, called("x")).await, Err("not_now".into()), "nobody is in charge");
    act(&operator, id, Action::Take).await.unwrap();
    assert!(waits().await, "taking charge is no call");
    let thread = operator.send(&Show { request: id }).await.unwrap();
    assert_eq!(thread.phone.as_deref(), Some("06 555 0100"));
    assert_eq!(act(&operator, id, called(" ")).await, Err("invalid".into()));
    assert_eq!(act(&owner, id, called("x")).await, Err("not_now".into()));
    let after = act(&operator, id, called("Manca la quietanza.")).await.unwrap();
    assert_eq!((after.state, after.protocol), (State::InCharge(Level::First), None));
    assert!(!waits().await, "they were called");
    let last = owner.send(&Show { request: id }).await.unwrap().lines.pop().unwrap();
    assert_eq!(last.what, What::Done(called("Manca la quietanza.")), "and read what was said");
    act(&owner, id, call).await.unwrap();
    assert!(waits().await, "once more");

    let asked = Action::Escalate { reason: "Quale classe?".into() };
    let second = act(&operator, id, asked).await.unwrap();
    assert_eq!(second.state, State::InCharge(Level::Second));
    assert!(!second.allowed.contains(&Kind::Escalate), "there is no third");
    let counters = operator.send(&Queue::default()).await.unwrap().counters;
    assert_eq!((counters.second, counters.open), (1, 1));
    let back = act(&operator, id, Action::Return { reason: "La 1.13".into() }).await.unwrap();
    assert_eq!(back.state, State::InCharge(Level::First));
    // What the two levels say to each other is the office's.
    let seen = owner.send(&Show { request: id }).await.unwrap();
    assert!(!format!("{:?}", seen.lines).contains("Quale classe?"));
    assert_eq!(seen.standing, Standing::InCharge);
    app.deliver().await;
}

#[tokio::test]
async fn whoever_was_answered_or_whose_request_is_over_waits_for_no_call_any_more() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let id = sent(&owner, world.company).await.id;
    act(&operator, id, Action::Take).await.unwrap();
    let asked = async || {
        let call = Action::CallBack { phone: "06 555 0100".into(), when: String::new() };
        act(&owner, id, call).await.unwrap();
    };
    // What each side is told: whether somebody waits, in the conversation and in the list, and at which number.
    let waits = async || {
        let mut says = Vec::new();
        for client in [&owner, &operator] {
            let thread = client.send(&Show { request: id }).await.unwrap();
            assert_eq!(thread.phone.as_deref(), Some("06 555 0100"), "the number stays");
            let row = client.send(&List::default()).await.unwrap().items.remove(0);
            says.extend([thread.call, row.call]);
        }
        says.dedup();
        assert_eq!(says.len(), 1, "all say the same");
        says[0]
    };
    asked().await;
    assert!(waits().await);
    let answer = Answer { decision: "Sistemata.".into(), ..Answer::default() };
    let said = Action::Answer { answer, outcome: None, attachments: vec![] };
    act(&operator, id, said).await.unwrap();
    assert!(!waits().await, "they were answered in writing");
    asked().await;
    assert!(waits().await, "and want a call all the same");
    let end =
        Action::Close { outcome: Outcome::Accepted, comment: "Fatto.".into(), attachments: vec![] };
    act(&operator, id, end).await.unwrap();
    assert!(!waits().await, "it is over");
    let again = Action::Reopen { reason: "Non va".into(), attachments: vec![] };
    act(&owner, id, again).await.unwrap();
    assert!(!waits().await, "nobody asked for a call since");
    asked().await;
    assert!(waits().await);
    app.deliver().await;
}

#[tokio::test]
async fn an_answer_says_by_which_law_what_comes_next_and_until_when_it_can_be_contested() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let id = sent(&owner, world.company).await.id;
    act(&operator, id, Action::Take).await.unwrap();
    let contestable = Some(app.app().today().plus_days(90));
    let answer = Answer {
        decision: "Non spetta.".into(),
        law: "Art. 46 L. 88/1989".into(),
        next: "Si può ricorrere al comitato.".into(),
        contestable,
    };
    let outcome = Some(Outcome::Rejected);
    let last = Action::Answer { answer: answer.clone(), outcome, attachments: Vec::new() };
    act(&operator, id, last).await.unwrap();
    let thread = owner.send(&Show { request: id }).await.unwrap();
    assert_eq!(thread.outcome, outcome);
    let said = thread.lines.iter().find_map(|line| match &line.what {
        What::Done(Action::Answer { answer, .. }) => Some(answer),
        _ => None,
    });
    assert_eq!(said, Some(&answer));

    let other = sent(&owner, world.company).await.id;
    act(&operator, other, Action::Take).await.unwrap();
    let nobody = Action::Close {
        outcome: Outcome::Withdrawn,
        comment: "Ritirata.".into(),
        attachments: vec![],
    };
    assert_eq!(act(&operator, other, nobody).await, Err("not_now".into()), "it was not withdrawn");
    let end = Action::Close {
        outcome: Outcome::Accepted,
        comment: "Già sistemata.".into(),
        attachments: vec![],
    };
    assert_eq!(act(&operator, other, end).await.unwrap().state, State::Closed(Outcome::Accepted));
    app.deliver().await;
}

#[tokio::test]
async fn what_says_nothing_is_past_or_reads_otherwise_is_refused_and_changes_nothing() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let id = sent(&owner, world.company).await.id;
    act(&operator, id, Action::Take).await.unwrap();
    act(&operator, id, Action::Ask { text: "Quale mese?".into(), attachments: vec![] })
        .await
        .unwrap();
    let version = operator.send(&Show { request: id }).await.unwrap().version;
    let call = |phone: &str| Action::CallBack { phone: phone.into(), when: "dopo le 15".into() };
    let reply = |text: &str| Action::Reply { text: text.into(), attachments: vec![] };
    let answer = |decision: &str, days: i64| Action::Answer {
        answer: Answer {
            decision: decision.into(),
            law: "Art. 2 L. 241/1990".into(),
            contestable: Some(app.app().today().plus_days(days)),
            ..Answer::default()
        },
        outcome: None,
        attachments: vec![],
    };
    for (client, action, reason) in [
        (&owner, call(""), "not_a_number"),
        (&owner, call("domani"), "not_a_number"),
        (&owner, reply("\u{200b}"), "empty"),
        (&owner, reply("Pagato \u{202e}otagap"), "characters"),
        (&operator, answer(" ", 90), "empty"),
        (&operator, answer("Non spetta.", -1), "past"),
    ] {
        let refused = client.send(&Act::of(id, version, action)).await.unwrap_err();
        assert_eq!(
            (refused.errors[0].field.as_str(), &*refused.errors[0].reason),
            ("action", reason)
        );
    }
    let thread = operator.send(&Show { request: id }).await.unwrap();
    assert_eq!((thread.version, thread.state), (version, State::Awaiting(Some(Level::First))));
    assert!(!thread.call, "nobody is to be called at no number");
    act(&operator, id, answer("Non spetta.", 0)).await.unwrap();
    app.deliver().await;
}

#[tokio::test]
async fn whoever_takes_or_gives_charge_speaks_to_the_company_and_beside_it_to_the_office_alone() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let head = app.sign_in("responsabile").await;
    let id = sent(&owner, world.company).await.id;
    let act = |version, action| Act::of(id, Some(version), action);
    let said = |version, action, comment: &str| {
        let comment = comment.to_owned();
        Act { comment, ..act(version, action) }
    };
    let noted = |version, action, note: &str| {
        let note = note.to_owned();
        Act { note, ..act(version, action) }
    };
    let refused = async |act: Act| {
        let first = operator.send(&act).await.unwrap_err().errors.swap_remove(0);
        format!("{} {}", first.field, first.reason)
    };
    let long = "x".repeat(LONGEST_TEXT + 1);
    assert_eq!(refused(said(1, Action::Take, &long)).await, "comment too_long");
    assert_eq!(refused(said(1, Action::Take, "a\u{0}b")).await, "comment characters");
    // What was written for colleagues goes nowhere by an act that the company reads.
    assert_eq!(refused(noted(1, Action::Take, "Sembra doppia.")).await, "note not_here");
    let taking = said(1, Action::Take, " Domani sento la cassa. ");
    let taken = operator.send_as(&taking, "once").await.unwrap();
    assert_eq!(operator.send_as(&taking, "once").await.unwrap(), taken);
    assert_eq!((taken.state, taken.version), (State::InCharge(Level::First), Some(2)));
    let colleagues = head.send(&Queue::default()).await.unwrap().colleagues;
    let colleague = colleagues.iter().find(|one| one.name == "Persona operatore");
    let person = colleague.expect("they work here").person;
    let giving = noted(2, Action::Assign { person }, "Urgente");
    head.send(&Act { comment: "Se ne occupa chi sa.".into(), ..giving }).await.unwrap();
    let ask = || Action::Ask { text: "Quale?".into(), attachments: vec![] };
    assert_eq!(refused(noted(4, ask(), "Di passaggio")).await, "note not_here");
    let assign = Action::Assign { person };
    assert_eq!(refused(said(4, ask(), "Per tutti")).await, "comment not_here");

    let lines = operator.send(&Show { request: id }).await.unwrap().lines;
    let note = |text: &str| What::Done(Action::Note { text: text.to_owned() });
    let whats: Vec<What> = lines.into_iter().skip(1).map(|line| line.what).collect();
    let expected = [What::Done(Action::Take), What::Done(assign), note("Urgente")];
    assert_eq!(whats, expected, "each once");
    let seen = owner.send(&Show { request: id }).await.unwrap().lines;
    assert_eq!(seen.len(), 3);
    assert_eq!(seen[1].comment, "Domani sento la cassa.");
    assert_eq!(seen[2].comment, "Se ne occupa chi sa.");
    assert!(!format!("{seen:?}").contains("Urgente"));
    let log = app.sign_in("revisore").await.send(&audit::List::default()).await.unwrap().items;
    let mut details: Vec<String> = log
        .into_iter()
        .filter(|entry| entry.action == Act::SPEC.name && entry.person.is_some())
        .filter_map(|entry| entry.detail)
        .collect();
    details.sort_unstable();
    assert_eq!(details, ["assign", "note", "take"]);
    app.deliver().await;
}

#[tokio::test]
async fn no_placeholder_is_sent_to_a_company_and_whatever_a_company_writes_is() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let id = sent(&owner, world.company).await.id;
    let left = || "Posizione {matricola}".to_owned();
    let act_at = async |version, action, comment: String| {
        let act = Act { comment, ..Act::of(id, Some(version), action) };
        operator.send(&act).await.map_err(|problem| problem.errors[0].clone())
    };
    let refused = |part: &str| FieldFault { field: part.into(), reason: "unfilled".into() };
    let fault = act_at(1, Action::Take, left()).await.unwrap_err();
    assert_eq!(fault, refused("comment"));
    act_at(1, Action::Take, String::new()).await.unwrap();
    let answer = |decision: &str, next: String| Action::Answer {
        answer: Answer { decision: decision.into(), next, ..Answer::default() },
        outcome: None,
        attachments: vec![],
    };
    for (action, part) in [
        (answer("Fatto.", left()), "action.next"),
        (answer("Da {company}", String::new()), "action.decision"),
        (Action::Ask { text: left(), attachments: vec![] }, "action.text"),
    ] {
        assert_eq!(act_at(2, action, String::new()).await.unwrap_err(), refused(part));
    }
    act_at(2, answer("Fatto {così}.", String::new()), String::new()).await.unwrap();
    act(&operator, id, Action::Note { text: left() }).await.unwrap();
    act(&owner, id, Action::Reply { text: left(), attachments: vec![] }).await.unwrap();
    app.deliver().await;
}

#[tokio::test]
async fn the_clock_goes_on_when_a_request_goes_to_another_office() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let id = sent(&owner, world.company).await.id;
    app.clock().advance_minutes(4 * DAY);
    app.deliver().await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let before = owner.send(&Show { request: id }).await.unwrap().clock;
    assert!(before.elapsed > 0);
    let (office, unit) = (OfficeCode::parse("4900").unwrap(), Unit::ACCOUNTING);
    let transfer = Action::Transfer { office, unit, reason: "Competenza".into() };
    act(&operator, id, transfer).await.unwrap();
    let after = owner.send(&Show { request: id }).await.unwrap();
    assert_eq!((after.office, after.unit, after.charge), (office, unit, None));
    assert_eq!(after.clock.elapsed, before.elapsed);
    app.deliver().await;
}

#[tokio::test]
async fn a_request_that_waits_goes_on_waiting_elsewhere_until_the_company_replies() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let id = sent(&owner, world.company).await.id;
    act(&operator, id, Action::Take).await.unwrap();
    act(&operator, id, Action::Ask { text: "Quale?".into(), attachments: vec![] }).await.unwrap();
    let (office, unit) = (OfficeCode::parse("7010").unwrap(), Unit::ACCOUNTING);
    let transfer = Action::Transfer { office, unit, reason: "Competenza".into() };
    let moved = act(&operator, id, transfer).await.unwrap();
    assert_eq!(moved.state, State::Awaiting(None));
    assert!(moved.allowed.contains(&Kind::Take) && !moved.allowed.contains(&Kind::Answer));
    app.clock().advance_minutes(40 * DAY);
    app.deliver().await;
    let (owner, colleague) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let seen = owner.send(&Show { request: id }).await.unwrap();
    assert_eq!((seen.state, seen.unit, seen.charge), (State::Awaiting(None), unit, None));
    assert_eq!((seen.clock.elapsed, seen.clock.paused, seen.clock.late), (0, true, false));
    assert_eq!(seen.lines.len(), 4, "the clock said nothing: {:?}", seen.lines);
    let in_views = async || {
        let mut found = Vec::new();
        for view in [View::Unassigned, View::Awaiting, View::Due] {
            let queue = Queue { view, ..Queue::default() };
            found.push(colleague.send(&queue).await.unwrap().page.items.len());
        }
        found
    };
    assert_eq!(in_views().await, [1, 1, 0], "it can be taken, and waits");
    let reply = Action::Reply { text: "Questa.".into(), attachments: Vec::new() };
    assert_eq!(act(&owner, id, reply).await.unwrap().state, State::Routed);
    assert_eq!(in_views().await, [1, 0, 0], "it is to be taken charge of");
    let seen = owner.send(&Show { request: id }).await.unwrap();
    assert_eq!((seen.clock.elapsed, seen.clock.paused), (0, false));
    let taken = act(&colleague, id, Action::Take).await.unwrap();
    assert_eq!(taken.state, State::InCharge(Level::First));
    app.deliver().await;
}

#[tokio::test]
async fn what_is_closed_can_be_reopened_for_ten_working_days_and_rated_after_them() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let id = sent(&owner, world.company).await.id;
    act(&operator, id, Action::Take).await.unwrap();
    let end =
        Action::Close { outcome: Outcome::Accepted, comment: "Fatto.".into(), attachments: vec![] };
    act(&operator, id, end).await.unwrap();
    let (mut days, mut last) = (0, None);
    loop {
        let owner = app.sign_in("titolare").await;
        let thread = owner.send(&Show { request: id }).await.unwrap();
        if !thread.allowed.contains(&Kind::Reopen) {
            assert_eq!(thread.reopens_until, None);
            break;
        }
        assert!(days == 0 || thread.reopens_until == last, "the day that was said stays");
        (days, last) = (days + 1, thread.reopens_until);
        app.clock().advance_minutes(DAY);
        app.deliver().await;
    }
    assert!((14..=20).contains(&days), "ten working days are two weeks and more: {days}");
    assert_eq!(last, Some(app.app().today().plus_days(-1)), "to the day");
    let office = app.sign_in("operatore").await.send(&Show { request: id }).await.unwrap();
    assert_eq!(office.reopens_until, None, "an office does not reopen");
    let owner = app.sign_in("titolare").await;
    let done =
        async |action: Action, key: &str| owner.send_as(&Act::of(id, None, action), key).await;
    let late = Action::Reopen { reason: "Ripensandoci".into(), attachments: vec![] };
    assert_eq!(done(late, "late").await.unwrap_err().code, "not_now");
    let rated = done(Action::Rate { stars: 4, aspect: None, comment: String::new() }, "rated")
        .await
        .unwrap();
    assert_eq!(rated.allowed, [Kind::Rate], "and not that it could be reopened");
    app.deliver().await;
}

#[tokio::test]
async fn documents_of_a_draft_stay_as_long_as_the_draft() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let (kept, alone) = (uploaded(&owner, "a.pdf").await, uploaded(&owner, "b.pdf").await);
    let with = Draft { attachments: vec![kept.id], ..content(world.company, "Lunga.") };
    let draft = saved(&owner, with).await;
    app.clock().advance_minutes((shared::attachments::LIMITS.hours + 1) * 60);
    app.deliver().await;
    let owner = app.sign_in("titolare").await;
    let gone = owner.send(&UploadState { attachment: alone.id }).await.unwrap_err();
    assert_eq!(gone.code, "not_found", "nobody put it anywhere");
    let submit = Submit { draft: draft.draft, version: draft.version };
    assert_eq!(owner.send(&submit).await.unwrap().receipt.attachments, [kept]);
    app.deliver().await;
}

#[tokio::test]
async fn the_history_is_searched_by_its_five_parameters_and_the_queue_by_the_time_that_is_left() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let first = sent(&owner, world.company).await.id;
    app.clock().advance_minutes(3 * DAY);
    app.deliver().await;
    let (today, consultant) = (app.app().today(), app.sign_in("consulente").await);
    let about = Draft {
        matricola: Some("7012345763".to_owned()),
        topic: Some(TopicId(301)),
        ..content(world.company, "F24")
    };
    let draft = saved(&consultant, about).await;
    let submit = Submit { draft: draft.draft, version: draft.version };
    let second = consultant.send(&submit).await.unwrap().id;
    let operator = app.sign_in("operatore").await;
    let queue = async || {
        let rows = operator.send(&Queue::default()).await.unwrap().page.items;
        rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(queue().await, [first, second], "the older one has less time left");
    act(&operator, second, Action::Take).await.unwrap();
    act(&operator, second, Action::Ask { text: "Quale?".into(), attachments: vec![] })
        .await
        .unwrap();
    assert_eq!(queue().await, [first, second], "and what waits for the customer is last");

    let before = today.plus_days(-1);
    let owner = app.sign_in("titolare").await;
    for (list, found) in [
        (List { matricola: Some("7012345763".to_owned()), ..List::default() }, second),
        (List { topic: Some(TopicId(301)), ..List::default() }, second),
        (List { topic: Some(TopicId(201)), ..List::default() }, first),
        (List { standing: Some(Standing::Open), ..List::default() }, first),
        (List { opened_from: Some(today), ..List::default() }, second),
        (List { opened_to: Some(before), ..List::default() }, first),
        (List { updated_from: Some(today), ..List::default() }, second),
        (List { updated_to: Some(before), ..List::default() }, first),
    ] {
        let rows = owner.send(&list).await.unwrap().items;
        assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [found], "{list:?}");
    }
    app.deliver().await;
}
