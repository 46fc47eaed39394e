//! Requests and their documents: found by number, by words of the subject and by names of files, by whoever may read them and nobody else.

use backend::command::SEARCHED;
use backend::delegations::{Grant, service as delegations};
use backend::people::{Person, Place, service as people};
use backend::search::rebuild::ensure;
use backend::store::{Index, Order, Span, StoreError, Table};
use harness::{Client, TestApp, World};
use shared::auth::Role;
use shared::calendar::Day;
use shared::ids::{AttachmentId, CompanyId, PersonId, RequestId};
use shared::lang::Lang;
use shared::offices::OfficeCode;
use shared::parameters::{Confidence, Series, Step};
use shared::requests::topics::Unit;
use shared::requests::{Action, Draft, Outcome, Retention, Submit};
use shared::search::{Found, Rank};

use super::{find, with_world};
use crate::requests::attachments::uploaded;
use crate::requests::rules::decide;
use crate::requests::{act, content, saved, sent};

const FOUND_BY: Table<(u128, u128), String> = Table::new("requests.by_company");
const ASKED: Index<(String, u16, u128)> = Index::new("search.asked");
const BUILT: Table<(), u32> = Table::new("search.built");

/// Sends a request about a subject with a document.
async fn asked(client: &Client, world: &World, subject: &str, file: &str) -> RequestId {
    let attachments = vec![uploaded(client, file).await.id];
    let draft =
        Draft { subject: subject.to_owned(), attachments, ..content(world.company, "Ecco.") };
    let draft = saved(client, draft).await;
    let submit = Submit { draft: draft.draft, version: draft.version };
    client.send(&submit).await.expect("it is sent").id
}

const SUBJECT: &str = "Sollecito: denuncia di agosto non visibile, perché?";
const FILE: &str = "Verbale di accertamento.pdf";

/// Requests, and why they were found.
type Ranked = Vec<(RequestId, Rank)>;

/// What was found of requests and of their documents.
fn of(found: &Found) -> (Ranked, Ranked) {
    let requests = found.requests.iter().map(|hit| (hit.request, hit.rank));
    let attachments = found.attachments.iter().map(|hit| (hit.request, hit.rank));
    (requests.collect(), attachments.collect())
}

/// Queries that find the one request, with the reason.
const BY_ITSELF: [(&str, Rank); 13] = [
    ("7010.E.2026.0000001", Rank::Code),
    ("7010 e 2026 0000001", Rank::Code),
    ("0000001", Rank::Code),
    ("2026.0000001", Rank::Words),
    ("7010.E.2026.000", Rank::Words),
    ("000001", Rank::Words),
    ("sollecito", Rank::Title),
    ("SOLLÈCITO agosto", Rank::Words),
    ("perche", Rank::Words),
    ("visib", Rank::Words),
    ("trattoria agosto", Rank::Words),
    ("denunzia agosto", Rank::Typo),
    ("tratoria solecito", Rank::Typo),
];
/// Queries that find its document.
const BY_FILE: [(&str, Rank); 4] = [
    ("verbale", Rank::Title),
    ("accertam pdf", Rank::Words),
    ("agosto verbale", Rank::Words),
    ("verbbale", Rank::Typo),
];

#[tokio::test]
async fn whoever_may_read_a_request_finds_it_by_whatever_they_remember() {
    let (app, world) = with_world().await;
    let owner = app.sign_in("titolare").await;
    let id = asked(&owner, &world, SUBJECT, FILE).await;
    for persona in ["titolare", "consulente", "collaboratore", "associazione", "operatore"] {
        let client = app.sign_in(persona).await;
        for (q, rank) in BY_ITSELF {
            assert_eq!(of(&find(&client, q).await).0, [(id, rank)], "{persona} {q}");
        }
        for (q, rank) in BY_FILE {
            assert_eq!(of(&find(&client, q).await).1, [(id, rank)], "{persona} {q}");
        }
        for q in ["agosto settembre", "7010", "2026", "0000002", "7010.E.2025.0000001"] {
            assert_eq!(of(&find(&client, q).await), (vec![], vec![]), "{persona} {q}");
        }
        let found = find(&client, "sollecito").await;
        let (hit, protocol) = (&found.requests[0], "7010.E.2026.0000001");
        assert_eq!((hit.subject.as_str(), hit.protocol.to_string().as_str()), (SUBJECT, protocol));
        assert_eq!((hit.company, hit.company_name.as_str()), (world.company, "Trattoria Esempio"));
        let found = find(&client, "verbale").await;
        let hit = &found.attachments[0];
        assert_eq!((hit.name.as_str(), hit.protocol.to_string().as_str()), (FILE, protocol));
        assert!(found.complete);
    }
    // Words of two letters are not kept for an office, which is told so.
    let office = app.sign_in("operatore").await;
    assert!(!find(&office, "di").await.complete);
    app.deliver().await;
}

/// Somebody who answers at another office.
async fn elsewhere(app: &TestApp) -> Client {
    let person = Person {
        id: PersonId::from_u128(99),
        name: "Persona altrove".to_owned(),
        tax_code: "PRSNNA80A99H501X".to_owned(),
        role: Role::Operator,
        place: Place::Office(OfficeCode::parse("4900").unwrap()),
        lang: Lang::It,
        email: None,
        persona: Some("altrove".to_owned()),
    };
    app.write(move |tx| people::record(tx, &person)).await;
    app.sign_in("altrove").await
}

/// Asserts that somebody finds as much by each query as by words that are nowhere.
async fn finds_nothing(client: &Client, who: &str) {
    let nothing = find(client, "nowhere at all").await;
    for (q, _) in BY_ITSELF.into_iter().chain(BY_FILE) {
        let found = find(client, q).await;
        assert_eq!(of(&found), of(&nothing), "{who} {q}");
        assert_eq!(found.complete, nothing.complete, "{who} {q}");
    }
}

#[tokio::test]
async fn nobody_else_finds_it_and_another_office_only_once_it_is_there() {
    let (app, world) = with_world().await;
    let owner = app.sign_in("titolare").await;
    let id = asked(&owner, &world, SUBJECT, FILE).await;
    let (operator, other) = (app.sign_in("operatore").await, elsewhere(&app).await);
    finds_nothing(&app.sign_in("estraneo").await, "a stranger").await;
    finds_nothing(&other, "another office").await;
    assert_eq!(find(&other, "sollecito").await, find(&other, "nowhere at all").await);

    let (office, unit) = (OfficeCode::parse("4900").unwrap(), Unit::ACCOUNTING);
    let transfer = Action::Transfer { office, unit, reason: "Competenza".into() };
    act(&operator, id, transfer).await.unwrap();
    finds_nothing(&operator, "the office that it left").await;
    // Its company is still none of that office's, and part of a number is looked for among its own.
    for q in ["7010.E.2026.0000001", "sollecito", "trattoria agosto", "denunzia agosto"] {
        assert_eq!(of(&find(&other, q).await).0.len(), 1, "{q}");
    }
    assert_eq!(of(&find(&other, "verbale").await).1, [(id, Rank::Title)]);
    assert_eq!(find(&other, "trattoria").await.groups, []);
    assert_eq!(of(&find(&owner, "0000001").await).0, [(id, Rank::Code)], "its number stays");
    app.deliver().await;
}

#[tokio::test]
async fn a_delegation_that_ends_takes_requests_with_it_at_once() {
    let (app, world) = with_world().await;
    let (owner, consultant) = (app.sign_in("titolare").await, app.sign_in("consulente").await);
    let collaborator = app.sign_in("collaboratore").await;
    let id = asked(&consultant, &world, SUBJECT, FILE).await;
    assert_eq!(of(&find(&collaborator, "sollecito").await).0, [(id, Rank::Title)]);
    let (practice, company, today) = (world.practice, world.company, app.app().today());
    app.write(move |tx| delegations::revoke(tx, practice, company, today)).await;
    finds_nothing(&consultant, "who asked").await;
    finds_nothing(&collaborator, "their collaborator").await;
    assert_eq!(of(&find(&owner, "sollecito").await).0, [(id, Rank::Title)]);
    app.deliver().await;
}

#[tokio::test]
async fn whoever_acts_for_thousands_finds_the_requests_of_all_of_them_and_of_nobody_else() {
    let (app, world) = with_world().await;
    let (owner, consultant) = (app.sign_in("titolare").await, app.sign_in("consulente").await);
    // More than are looked through, and all of them before the one that asks.
    const OTHERS: u128 = 4_100;
    assert!(world.company > CompanyId::from_u128(OTHERS));
    let (practice, from) = (world.practice, Day::new(2026, 1, 1).unwrap());
    app.write(move |tx| {
        (1..=OTHERS).map(CompanyId::from_u128).try_for_each(|company| {
            delegations::grant(tx, &Grant { practice, company, from, to: None })
        })
    })
    .await;
    let id = asked(&owner, &world, SUBJECT, FILE).await;
    let stranger = app.sign_in("estraneo").await;
    let draft = Draft { subject: SUBJECT.to_owned(), ..content(world.other, "Ecco.") };
    let draft = saved(&stranger, draft).await;
    let submit = Submit { draft: draft.draft, version: draft.version };
    let other = stranger.send(&submit).await.unwrap().id;
    assert_eq!(of(&find(&stranger, "sollecito").await).0, [(other, Rank::Title)]);
    for (q, rank) in [
        ("7010.E.2026.0000001", Rank::Code),
        ("sollecito", Rank::Title),
        ("perche", Rank::Words),
        ("trattoria agosto", Rank::Words),
        ("denunzia agosto", Rank::Typo),
    ] {
        let found = find(&consultant, q).await;
        assert_eq!((of(&found).0, found.complete), (vec![(id, rank)], true), "{q}");
    }
    for (q, rank) in BY_FILE {
        assert_eq!(of(&find(&consultant, q).await).1, [(id, rank)], "{q}");
    }
    // Part of a number is looked for company by company, and not of all.
    assert!(!find(&consultant, "0000001").await.complete);
    let (company, today) = (world.company, app.app().today());
    app.write(move |tx| delegations::revoke(tx, practice, company, today)).await;
    for q in ["7010.E.2026.0000001", "sollecito", "trattoria agosto", "verbale"] {
        assert_eq!(of(&find(&consultant, q).await), (vec![], vec![]), "{q}");
    }
    app.deliver().await;
}

#[tokio::test]
async fn what_is_no_ones_or_within_the_office_is_not_found() {
    let (app, world) = with_world().await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let attachments = vec![uploaded(&owner, "Bozzetto.pdf").await.id];
    let draft = Draft { subject: "Bozza".into(), attachments, ..content(world.company, "Poi.") };
    saved(&owner, draft).await;
    let id = sent(&owner, world.company).await.id;
    act(&operator, id, Action::Take).await.unwrap();
    act(&operator, id, Action::Note { text: "Riservatissimo".into() }).await.unwrap();
    for q in ["bozza", "bozzetto", "riservatissimo"] {
        for client in [&owner, &operator] {
            assert_eq!(of(&find(client, q).await), (vec![], vec![]), "{q}");
        }
    }
    app.deliver().await;
}

#[tokio::test]
async fn what_came_later_is_found_as_well() {
    let (app, world) = with_world().await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let id = sent(&owner, world.company).await.id;
    let attachments = vec![uploaded(&owner, "Ricevuta.pdf").await.id];
    let reply = Action::Reply { text: "Eccola.".into(), attachments };
    act(&owner, id, reply).await.unwrap();
    act(&operator, id, Action::Take).await.unwrap();
    act(&operator, id, Action::Ask { text: "Quale mese?".into(), attachments: vec![] })
        .await
        .unwrap();
    for client in [&owner, &operator] {
        assert_eq!(of(&find(client, "ricevuta").await).1, [(id, Rank::Title)]);
        // By the number of what the office sent.
        assert_eq!(of(&find(client, "7010.U.2026.0000001").await).0, [(id, Rank::Code)]);
    }
    app.deliver().await;
}

/// Lets documents and requests be kept for so long, and the duty forget what is due.
pub async fn forgotten(app: &TestApp, files_months: Option<u16>, requests_months: Option<u16>) {
    let (source, confidence) = ("Massimario di scarto".to_owned(), Confidence::Sourced);
    let value = Retention { drafts_months: 12, files_months, requests_months };
    let step = Step { from: app.app().today(), until: None, value, source, confidence };
    decide(&app.sign_in("amministratore").await, |set| {
        let steps = set.retention.steps().iter().cloned().chain([step]).collect();
        set.retention = Series::new(steps).expect("in order");
    })
    .await
    .unwrap();
    app.clock().advance_minutes(25 * 60);
    app.deliver().await;
}

#[tokio::test]
async fn what_is_kept_no_longer_leaves_nothing_to_be_found_by() {
    let (app, world) = with_world().await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let id = asked(&owner, &world, SUBJECT, FILE).await;
    act(&operator, id, Action::Take).await.unwrap();
    let close =
        Action::Close { outcome: Outcome::Accepted, comment: "Fatto.".into(), attachments: vec![] };
    act(&operator, id, close).await.unwrap();
    app.deliver().await;
    let today = app.app().today();
    while app.app().today() <= today.plus_months(13) {
        app.clock().advance_minutes(24 * 60);
    }
    forgotten(&app, Some(12), None).await;
    for persona in ["titolare", "operatore"] {
        let client = app.sign_in(persona).await;
        assert_eq!(of(&find(&client, "verbale").await), (vec![], vec![]), "{persona}");
        assert_eq!(of(&find(&client, "sollecito").await).0, [(id, Rank::Title)], "{persona}");
    }
    let left = |word: &str| {
        let span = Span::prefix(&word.to_owned());
        app.app().store().read(|tx| ASKED.count(tx, &span, 9)).unwrap()
    };
    assert_eq!((left("verbale"), left("sollecito")), (0, 1));
    forgotten(&app, Some(12), Some(12)).await;
    for persona in ["titolare", "operatore"] {
        let client = app.sign_in(persona).await;
        assert_eq!(of(&find(&client, "sollecito").await), (vec![], vec![]), "{persona}");
        assert_eq!(of(&find(&client, "7010.E.2026.0000001").await).0, [], "{persona}");
    }
    let rows = app.app().store().read(|tx| {
        Ok::<_, StoreError>((
            ASKED.count(tx, &Span::all(), 9)?,
            FOUND_BY.count(tx, &Span::all(), 9)?,
        ))
    });
    assert_eq!(rows, Ok((0, 0)));
}

#[tokio::test]
async fn a_store_of_before_is_indexed_when_it_is_opened() {
    let (app, world) = with_world().await;
    let owner = app.sign_in("titolare").await;
    let id = asked(&owner, &world, SUBJECT, FILE).await;
    // As the step of the schema leaves such a store.
    app.write(|tx| {
        for (key, _) in FOUND_BY.collect(tx, &Span::all(), Order::Ascending)? {
            FOUND_BY.put(tx, &key, &String::new())?;
        }
        for key in ASKED.collect(tx, &Span::all(), Order::Ascending)? {
            ASKED.delete(tx, &key)?;
        }
        Ok(BUILT.put(tx, &(), &2)?)
    })
    .await;
    let operator = app.sign_in("operatore").await;
    for client in [&owner, &operator] {
        assert_eq!(of(&find(client, "sollecito").await).0, []);
    }
    let server = app.app().clone();
    let open = move || ensure(server.store(), &SEARCHED).expect("it is built");
    assert!(tokio::task::spawn_blocking(open).await.unwrap().is_some_and(|things| things > 1));
    for client in [&owner, &operator] {
        assert_eq!(of(&find(client, "solecito").await).0, [(id, Rank::Typo)]);
        assert_eq!(of(&find(client, "verbale").await).1, [(id, Rank::Title)]);
    }
    let server = app.app().clone();
    let again = move || ensure(server.store(), &SEARCHED).expect("it is there");
    assert_eq!(tokio::task::spawn_blocking(again).await.unwrap(), None);
    app.deliver().await;
}

#[tokio::test]
async fn the_best_comes_first_and_then_the_latest() {
    let (app, world) = with_world().await;
    let owner = app.sign_in("titolare").await;
    let mut ids = Vec::new();
    for subject in ["Rimborso IVS", "Nuovo rimborso", "Rimborzo"] {
        app.clock().advance_minutes(1);
        let attachments: Vec<AttachmentId> = Vec::new();
        let draft =
            Draft { subject: subject.into(), attachments, ..content(world.company, "Ecco.") };
        let draft = saved(&owner, draft).await;
        let submit = Submit { draft: draft.draft, version: draft.version };
        ids.push(owner.send(&submit).await.unwrap().id);
    }
    let expected = [(ids[0], Rank::Title), (ids[1], Rank::Words), (ids[2], Rank::Typo)];
    for persona in ["titolare", "operatore"] {
        let client = app.sign_in(persona).await;
        assert_eq!(of(&find(&client, "rimborso").await).0, expected, "{persona}");
        assert_eq!(of(&find(&client, "0000002").await).0, [(ids[1], Rank::Code)], "{persona}");
        assert_eq!(of(&find(&client, "ivs").await).0, [(ids[0], Rank::Words)], "{persona}");
    }
    app.deliver().await;
}
