//! What each side is told of a request on its way.

use backend::desk::service as desk;
use backend::people::{Person, Place, service as people};
use harness::{Client, TestApp, World};
use shared::auth::Role;
use shared::ids::RequestId;
use shared::lang::Lang;
use shared::notifications::{About, Event, List, NotificationRow};
use shared::offices::OfficeCode;
use shared::requests::topics::{TopicId, Unit};
use shared::requests::{
    Act, Action, Answer, Desk, Draft, Outcome, Queue, SaveDraft, Show, Submit, Submitted,
};

pub(super) async fn sent(client: &Client, world: &World) -> Submitted {
    let content = Draft {
        company: Some(world.company),
        topic: Some(TopicId(201)),
        subject: "DM di agosto".into(),
        text: "Non risulta: nessuno deve leggerlo altrove.".into(),
        ..Draft::default()
    };
    let draft = SaveDraft { content, ..SaveDraft::default() };
    let draft = client.send(&draft).await.expect("a draft is kept");
    let submit = Submit { draft: draft.draft, version: draft.version };
    client.send(&submit).await.expect("it is sent")
}

async fn act(client: &Client, request: RequestId, action: Action) {
    let version = client.send(&Show { request }).await.expect("it is theirs").version;
    client.send(&Act::of(request, version, action)).await.expect("it is done");
}

async fn told(client: &Client) -> Vec<NotificationRow> {
    let mut rows = client.send(&List::default()).await.expect("it answers").items;
    rows.reverse();
    rows
}

async fn events(client: &Client) -> Vec<Event> {
    told(client).await.iter().map(|row| row.event).collect()
}

#[tokio::test]
async fn each_side_is_told_what_the_other_does_and_who_sends_gets_the_receipt() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let [owner, consultant, operator, head, stranger] =
        ["titolare", "consulente", "operatore", "responsabile", "estraneo"]
            .map(|persona| app.sign_in(persona));
    let (owner, consultant, operator) = (owner.await, consultant.await, operator.await);
    let (head, stranger) = (head.await, stranger.await);
    let Submitted { id, receipt } = sent(&owner, &world).await;
    act(&operator, id, Action::Take).await;
    act(&operator, id, Action::Note { text: "Solo per noi.".into() }).await;
    act(&operator, id, Action::Ask { text: "Quale?".into(), attachments: vec![] }).await;
    act(&owner, id, Action::Reply { text: "Questo.".into(), attachments: Vec::new() }).await;
    let answer = Answer { decision: "Sistemata.".into(), ..Answer::default() };
    let outcome = Some(Outcome::Accepted);
    act(&operator, id, Action::Answer { answer, outcome, attachments: Vec::new() }).await;
    act(&owner, id, Action::Rate { stars: 4, aspect: None, comment: String::new() }).await;
    act(&owner, id, Action::Reopen { reason: "Non va".into(), attachments: vec![] }).await;

    use Event::{
        RequestAwaiting, RequestClosed, RequestMessage, RequestRegistered, RequestReopened,
        RequestTaken,
    };
    let own = [RequestRegistered, RequestTaken, RequestAwaiting, RequestClosed];
    assert_eq!(events(&owner).await, own, "of one's own doing only the receipt");
    let all = [
        RequestRegistered,
        RequestTaken,
        RequestAwaiting,
        RequestMessage,
        RequestClosed,
        RequestReopened,
    ];
    assert_eq!(events(&consultant).await, all);
    assert_eq!(events(&operator).await, [RequestMessage]);
    // Nobody is in charge of what was reopened.
    assert_eq!(events(&head).await, [RequestReopened]);
    assert_eq!(events(&stranger).await, []);

    let rows = told(&owner).await;
    assert_eq!(rows[0].title, format!("Richiesta registrata: {}", receipt.registered.number));
    assert_eq!(rows[0].about, About::Request(id.to_string()));
    for word in ["Trattoria Esempio", "Argomento: ", "Sede: ", "Risposta attesa entro il: "] {
        assert!(rows[0].text.contains(word), "{word} in {}", rows[0].text);
    }
    assert!(rows[1].text.contains("Chi se ne occupa: Persona operatore"), "{}", rows[1].text);
    assert!(rows[3].text.contains("Esito: Accolta"), "{}", rows[3].text);
    assert!(rows[3].text.contains("Si può riaprire fino al: "), "{}", rows[3].text);
    assert_eq!(told(&operator).await[0].about, About::Desk(id.to_string()));
    assert!(rows.iter().all(|row| !row.text.contains("nessuno deve")));

    app.deliver().await;
    let is_ours = |key: &str| key.starts_with('n');
    let mine =
        |to: &str| app.mail().iter().filter(|mail| mail.to == to && is_ours(&mail.key)).count();
    assert_eq!(mine("titolare@example.org"), 4);
    assert_eq!(mine("consulente@example.org"), 6);
    assert!(app.mail().iter().all(|mail| !mail.body.contains("Solo per noi")));
}

#[tokio::test]
async fn nothing_runs_out_for_the_company_while_the_office_waits_for_it() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let id = sent(&owner, &world).await.id;
    act(&operator, id, Action::Take).await;
    act(&operator, id, Action::Ask { text: "Quale?".into(), attachments: vec![] }).await;
    act(&operator, id, Action::Called { text: "Aspettiamo la visura.".into() }).await;
    // Registered, in charge, asked, called.
    let rows = told(&owner).await;
    let then = "Con una risposta oggi, la sede risponde entro il: ";
    assert!(rows[2].text.contains(then), "{}", rows[2].text);
    assert!(!rows[3].text.contains("entro il"), "{}", rows[3].text);
    app.deliver().await;
}

#[tokio::test]
async fn whoever_is_given_a_request_is_told_and_a_repeated_write_tells_nothing_twice() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, head) = (app.sign_in("titolare").await, app.sign_in("responsabile").await);
    let operator = app.sign_in("operatore").await;
    let id = sent(&owner, &world).await.id;
    let queue = head.send(&Queue::default()).await.expect("it is theirs");
    let colleague = queue.colleagues.iter().find(|one| one.name == "Persona operatore");
    let person = colleague.expect("they work here").person;
    act(&head, id, Action::Assign { person }).await;
    assert_eq!(events(&operator).await, [Event::RequestRouted]);
    assert_eq!(events(&owner).await, [Event::RequestRegistered, Event::RequestTaken]);

    let action = Action::Reply { text: "Ancora questo.".into(), attachments: Vec::new() };
    let request = Act::of(id, None, action);
    let once = owner.send_as(&request, "one").await.expect("it is done");
    assert_eq!(owner.send_as(&request, "one").await.expect("it was done"), once);
    assert_eq!(events(&operator).await, [Event::RequestRouted, Event::RequestMessage]);
    app.deliver().await;
}

#[tokio::test]
async fn an_office_is_told_that_a_call_is_asked_for_and_a_company_that_there_is_something_to_read()
{
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let [owner, consultant, operator] =
        ["titolare", "consulente", "operatore"].map(|persona| app.sign_in(persona));
    let (owner, consultant, operator) = (owner.await, consultant.await, operator.await);
    let Submitted { id, receipt } = sent(&owner, &world).await;
    act(&operator, id, Action::Take).await;
    let (phone, when) = ("06 555 0100".to_owned(), "la mattina".to_owned());
    act(&owner, id, Action::CallBack { phone, when }).await;
    let rows = told(&operator).await;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].event, Event::RequestCall);
    let number = receipt.registered.number;
    assert_eq!(rows[0].title, format!("Richiesta di richiamata: {number}"));
    assert!(!rows[0].text.contains("06 555"), "numbers are read in the conversation");
    act(&operator, id, Action::Called { text: "Manca la quietanza.".into() }).await;
    use Event::{RequestMessage, RequestRegistered, RequestTaken};
    let all = [RequestRegistered, RequestTaken, RequestMessage, RequestMessage];
    assert_eq!(events(&consultant).await, all);
    assert_eq!(events(&owner).await, all[..3], "not of one's own doing");
    app.deliver().await;
}

/// Somebody who works at an office, in a unit if one is named.
async fn colleague(app: &TestApp, persona: &str, role: Role, office: &str, unit: Option<Unit>) {
    let person = Person {
        id: app.app().new_id(),
        name: format!("Persona {persona}"),
        tax_code: persona.to_uppercase(),
        role,
        place: Place::Office(OfficeCode::parse(office).expect("an office")),
        lang: Lang::It,
        email: None,
        persona: Some(persona.to_owned()),
    };
    app.write(move |tx| {
        people::record(tx, &person)?;
        let Some(unit) = unit else { return Ok(()) };
        let (days, contact) = (vec![1, 2, 3], String::new());
        let reached = Desk { unit, days, from: 9 * 60, to: 12 * 60, contact, away: None };
        desk::furnish_desk(tx, person.id, &reached)
    })
    .await;
}

#[tokio::test]
async fn the_unit_that_a_request_goes_to_is_told_or_else_who_heads_the_office() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    for (persona, role, office, unit) in [
        ("conti", Role::Operator, "4900", Some(Unit::ACCOUNTING)),
        ("sportello", Role::Operator, "4900", Some(Unit::FRONT_OFFICE)),
        ("dirigente", Role::Manager, "4900", None),
        ("qui", Role::Operator, "7010", Some(Unit::ACCOUNTING)),
    ] {
        colleague(&app, persona, role, office, unit).await;
    }
    let transfer = async |office: &str, unit: Unit| {
        let id = sent(&owner, &world).await.id;
        let (office, reason) = (OfficeCode::parse(office).expect("an office"), "Competenza".into());
        act(&operator, id, Action::Transfer { office, unit, reason }).await;
        id
    };
    let away = transfer("4900", Unit::ACCOUNTING).await;
    let within = transfer("7010", Unit::ACCOUNTING).await;
    let nobodys = transfer("4900", Unit::RETURNS).await;
    let told_of = async |persona: &str| {
        let rows = told(&app.sign_in(persona).await).await.into_iter();
        rows.map(|row| (row.event, row.about)).collect::<Vec<_>>()
    };
    let of = |id: RequestId| (Event::RequestTransferred, About::Desk(id.to_string()));
    assert_eq!(told_of("conti").await, [of(away)]);
    assert_eq!(told_of("qui").await, [of(within)]);
    assert_eq!(told_of("dirigente").await, [of(nobodys)], "nobody is known in that unit");
    for nobody in ["sportello", "operatore", "responsabile"] {
        assert_eq!(told_of(nobody).await, [], "{nobody}");
    }
    assert_eq!(events(&owner).await.last(), Some(&Event::RequestTransferred));
    app.deliver().await;
}

#[tokio::test]
async fn the_office_is_reminded_its_head_and_the_customer_are_told_and_that_the_term_is_over() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let id = sent(&owner, &world).await.id;
    act(&app.sign_in("operatore").await, id, Action::Take).await;
    for _ in 0..40 {
        app.clock().advance_minutes(24 * 60);
        app.deliver().await;
    }
    let of_the_clock = async |persona: &str| {
        let told = events(&app.sign_in(persona).await).await.into_iter();
        told.filter(|event| matches!(event, RequestReminder | RequestEscalated | RequestLate))
            .collect::<Vec<_>>()
    };
    use Event::{RequestEscalated, RequestLate, RequestReminder};
    let in_charge = of_the_clock("operatore").await;
    assert_eq!(in_charge, [RequestReminder, RequestLate], "who is in charge");
    assert_eq!(of_the_clock("responsabile").await, [RequestEscalated, RequestLate]);
    assert_eq!(of_the_clock("titolare").await, [RequestEscalated]);
    assert_eq!(of_the_clock("estraneo").await, []);
    let rows = told(&app.sign_in("responsabile").await).await;
    let late = rows.iter().find(|row| row.event == RequestLate).expect("they were told");
    assert_eq!(late.about, About::Desk(id.to_string()));
    assert!(late.text.contains("Il termine era il: "), "{}", late.text);
    app.deliver().await;
}

#[tokio::test]
async fn a_head_who_is_in_charge_or_where_nobody_is_is_told_once_that_a_term_is_over() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let (mine, nobodys) = (sent(&owner, &world).await.id, sent(&owner, &world).await.id);
    act(&app.sign_in("responsabile").await, mine, Action::Take).await;
    for _ in 0..40 {
        app.clock().advance_minutes(24 * 60);
        app.deliver().await;
    }
    let rows = told(&app.sign_in("responsabile").await).await;
    let of = |id: RequestId| {
        let about = About::Desk(id.to_string());
        rows.iter().filter(|row| row.event == Event::RequestLate && row.about == about).count()
    };
    assert_eq!((of(mine), of(nobodys)), (1, 1));
    app.deliver().await;
}
