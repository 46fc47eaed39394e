//! A delegate sees exactly the companies of the active delegations, everywhere.

use std::collections::BTreeSet;

use backend::declarations::service::{self as declarations, NewDeclaration};
use backend::delegations::{Grant, service as delegations};
use harness::{Client, TestApp, World, company};
use http::StatusCode;
use serde_json::json;
use shared::calendar::{Day, Month};
use shared::declarations::{DmState, Scheme, Section};
use shared::durc::OnFile;
use shared::export::Format;
use shared::fiscal::Matricola;
use shared::format;
use shared::ids::{CompanyId, ImportId};
use shared::lang::Lang;
use shared::money::Euro;
use shared::requests::{Action, Archive, Look};
use shared::sections::{by_number, called, record_path};
use shared::{changes, companies, deadlines, evidence, home, notices, practice};

use super::{client_of, day, grid, matricola, stranger};
use crate::requests::{act, sent};

/// The companies that each screen, each file and the calendar show.
async fn seen(client: &Client, feed: &str) -> Vec<BTreeSet<CompanyId>> {
    let grid = grid(client).await;
    let since = Day::new(2026, 1, 1);
    let changes = changes::Since { since, limit: Some(100), ..Default::default() };
    let changes = client.send(&changes).await.expect("an answer");
    let deadlines = deadlines::List { limit: Some(100), ..Default::default() };
    let deadlines = client.send(&deadlines).await.expect("an answer");
    assert!(changes.next.is_none(), "the world is small");
    let overview = client.send(&home::OfMany::default()).await.expect("an answer");
    assert_eq!(overview.companies as usize, grid.len());
    let pieces = evidence::List { limit: Some(100), ..Default::default() };
    let pieces = client.send(&pieces).await.expect("an answer");
    assert!(pieces.next.is_none(), "the world is small");
    let mut places = vec![
        grid.id.iter().copied().collect(),
        changes.items.iter().map(|change| change.company).collect(),
        deadlines.items.iter().map(|deadline| deadline.company).collect(),
        pieces.items.iter().map(|piece| piece.company).collect(),
    ];
    let calendar = client.get(&format!("{feed}?")).await;
    let file = changes::Export { since, ..Default::default() };
    for reply in [
        calendar,
        client.call(client.request(&practice::Export::default(), "")).await,
        client.call(client.request(&file, "")).await,
        client.call(client.request(&deadlines::Export::default(), "")).await,
        client.call(client.request(&evidence::Export::default(), "")).await,
    ] {
        assert_eq!(reply.status, StatusCode::OK);
        let text = String::from_utf8(reply.body.to_vec()).expect("words").replace("\r\n ", "");
        let named = grid.id.iter().zip(&grid.name).filter(|(_, name)| text.contains(*name));
        places.push(named.map(|(id, _)| *id).collect());
        let unknown: Vec<&str> = text.lines().filter(|line| line.contains("Azienda 9")).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
    places
}

async fn sees_everywhere(client: &Client, feed: &str, expected: &[CompanyId]) {
    let expected: BTreeSet<CompanyId> = expected.iter().copied().collect();
    for (place, seen) in seen(client, feed).await.into_iter().enumerate() {
        assert_eq!(seen, expected, "{place}");
    }
}

#[tokio::test]
async fn a_delegate_sees_the_companies_of_active_delegations_and_no_other() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let lasting = client_of(&app, &world, 1, (day(1, 1), None)).await;
    let ending = client_of(&app, &world, 2, (day(1, 1), Some(day(10, 14)))).await;
    let _ended = client_of(&app, &world, 903, (day(1, 1), Some(day(10, 13)))).await;
    let _beginning = client_of(&app, &world, 904, (day(10, 15), None)).await;
    let _foreign = stranger(&app, 905).await;
    let client = app.sign_in("consulente").await;
    let feed = client.send(&deadlines::OpenFeed {}).await.unwrap().path;

    sees_everywhere(&client, &feed, &[world.company, lasting, ending]).await;
    let grid = grid(&client).await;
    let until = |company| {
        let row = grid.id.iter().position(|id| *id == company).expect("a row");
        grid.delegation.get(row).copied().flatten()
    };
    assert_eq!((until(lasting), until(ending)), (None, Some(day(10, 14))));

    let practice = world.practice;
    app.write(move |tx| delegations::revoke(tx, practice, lasting, day(10, 14))).await;
    sees_everywhere(&client, &feed, &[world.company, ending]).await;
    for request in [Some(lasting), Some(world.other), Some(app.app().new_id())] {
        let list = deadlines::List { company: request, ..Default::default() };
        assert_eq!(client.send(&list).await.unwrap_err().code, "not_found");
        let list = changes::Since { company: request, ..Default::default() };
        assert_eq!(client.send(&list).await.unwrap_err().code, "not_found");
        let seen = changes::Seen { companies: request.map(|one| vec![one]), ..Default::default() };
        assert_eq!(client.send(&seen).await.unwrap_err().code, "not_found");
        let file = deadlines::Export { company: request, ..Default::default() };
        assert_eq!(client.call(client.request(&file, "")).await.problem().code, "not_found");
        let file = changes::Export { company: request, ..Default::default() };
        assert_eq!(client.call(client.request(&file, "")).await.problem().code, "not_found");
        let list = evidence::List { company: request, ..Default::default() };
        assert_eq!(client.send(&list).await.unwrap_err().code, "not_found");
        let file = list.export(Format::Csv, None);
        assert_eq!(client.call(client.request(&file, "")).await.problem().code, "not_found");
        let list = notices::List { company: request, ..Default::default() };
        assert_eq!(client.send(&list).await.unwrap_err().code, "not_found");
        let file = list.export(Format::Csv, None);
        assert_eq!(client.call(client.request(&file, "")).await.problem().code, "not_found");
    }
}

#[tokio::test]
async fn an_expired_delegation_disappears_at_midnight() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let ending = client_of(&app, &world, 2, (day(1, 1), Some(day(10, 14)))).await;
    let client = app.sign_in("consulente").await;
    let feed = client.send(&deadlines::OpenFeed {}).await.unwrap().path;
    sees_everywhere(&client, &feed, &[world.company, ending]).await;
    app.clock().advance_minutes(14 * 60);
    let client = app.sign_in("consulente").await;
    sees_everywhere(&client, &feed, &[world.company]).await;
}

#[tokio::test]
async fn everybody_has_the_grid_of_their_own_relation() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let more = client_of(&app, &world, 1, (day(1, 1), None)).await;
    for (persona, expected) in [
        ("titolare", vec![world.company]),
        ("dipendente", vec![world.company]),
        ("consulente", vec![world.company, more]),
        ("collaboratore", vec![world.company]),
        ("associazione", vec![world.company]),
        ("operatore", vec![world.company, more]),
        ("responsabile", vec![world.company, more]),
        ("estraneo", vec![world.other]),
    ] {
        let client = app.sign_in(persona).await;
        let expected: BTreeSet<CompanyId> = expected.into_iter().collect();
        let seen: BTreeSet<CompanyId> = grid(&client).await.id.into_iter().collect();
        assert_eq!(seen, expected, "{persona}");
    }
}

#[tokio::test]
async fn the_grid_says_what_the_data_say() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let client = app.sign_in("consulente").await;
    let grid = grid(&client).await;
    assert_eq!((grid.len(), grid.id.as_slice()), (1, &[world.company][..]));
    assert_eq!(grid.declared[0].map(|month| month.to_string()).as_deref(), Some("2026-09"));
    assert_eq!((grid.months_short[0], grid.missing[0].cents()), (0, 0));
    // The year before September is missing, and the register has known the position since 2020.
    assert_eq!(grid.not_declared[0], 12);
    assert_eq!(grid.workforce[0], Some(1));
    assert!(grid.deadline[0].is_some_and(|due| due < day(10, 14)), "{:?}", grid.deadline[0]);
    assert_eq!(grid.offices.len(), 1);
    // Everything came today: the register's extract, the declaration, the payment.
    assert_eq!((grid.changes[0], grid.changed[0]), (3, Some(day(10, 14))));
    let lists = serde_json::to_value(&grid).unwrap();
    for (name, list) in lists.as_object().unwrap() {
        if let Some(list) = list.as_array()
            && !["id", "others", "offices", "staff", "tags"].contains(&name.as_str())
        {
            assert_eq!(list.len(), grid.len(), "{name}");
        }
    }
}

#[tokio::test]
async fn the_months_of_a_practice_are_those_of_its_clients_together() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let _more = client_of(&app, &world, 1, (day(1, 1), None)).await;
    let client = app.sign_in("consulente").await;
    let overview = client.send(&home::OfMany::default()).await.unwrap();
    assert_eq!(overview.months.len(), 12);
    let home = client
        .send(&home::OfCompany { company: world.company, ..Default::default() })
        .await
        .unwrap();
    assert_eq!(home.durc, OnFile::default(), "nobody has asked for a DURC");
    let mut due = Euro::ZERO;
    for sum in &overview.months {
        let own = home.months.iter().find(|own| own.month == sum.month);
        let own = own.map_or((Euro::ZERO, Euro::ZERO), |own| (own.due, own.paid));
        assert_eq!((sum.due, sum.paid), own, "{}", sum.month);
        due += sum.due;
    }
    // September is due on the 16th, two days from now.
    assert_eq!(due, Euro::ZERO);
    app.clock().advance_minutes(3 * 24 * 60);
    let overview = app.sign_in("consulente").await.send(&home::OfMany::default()).await.unwrap();
    let last = overview.months.last().unwrap();
    assert!(last.due > Euro::ZERO && last.due == last.paid, "{last:?}");
}

/// Stores what a company declared for August: this much, paid by nobody.
async fn declared(app: &TestApp, company: CompanyId, number: u32, due: Euro, state: DmState) {
    let declaration = NewDeclaration {
        id: app.app().new_id(),
        company,
        month: Month::new(2026, 8).expect("a month"),
        scheme: Scheme::Employees,
        matricola: Some(matricola(number)),
        workforce: Some(1),
        sections: Some((Section::default(), Section::default())),
        due,
        state,
        groups: Vec::new(),
        items: Vec::new(),
        warnings: Vec::new(),
        transmitted: app.app().now(),
        protocol: format!("INPS.UNIEMENS.{number}"),
        sender: "PRSNNA80A01H501X".to_owned(),
        sender_name: None,
        file: "august.xml".to_owned(),
        import: ImportId::from_u128(1),
    };
    app.write(move |tx| Ok(declarations::record(tx, &declaration, &[])?)).await;
}

/// What a home counts that leads to a page.
fn count(overview: &home::Overview, href: &str) -> u32 {
    let counter = overview.counters.iter().find(|counter| counter.2 == href);
    counter.unwrap_or_else(|| panic!("{href} in {:?}", overview.counters)).0
}

#[tokio::test]
async fn a_home_counts_what_its_pages_list_and_names_one_as_one() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    client_of(&app, &world, 1, (day(1, 1), Some(day(10, 31)))).await;
    let client = app.sign_in("consulente").await;
    let overview = client.send(&home::OfMany::default()).await.unwrap();
    let hrefs: Vec<&str> = overview.counters.iter().map(|each| each.2.as_str()).collect();
    let pages = [
        "/evidenze?stato=nuove",
        "/richieste",
        "/scadenze",
        "/clienti?mostra=deleghe",
        "/novita",
        "/clienti?mostra=da-guardare",
    ];
    assert_eq!(hrefs, pages);
    let new = evidence::List {
        standing: Some(evidence::Standing::New),
        limit: Some(1),
        ..Default::default()
    };
    let new = client.send(&new).await.unwrap().total.unwrap();
    assert_eq!(u64::from(count(&overview, pages[0])), new);
    assert!(new > 0, "the returns of the year are missing");
    let grid = grid(&client).await;
    let open: u32 = grid.evidence.iter().sum();
    assert_eq!(u64::from(open), new, "nobody has seen any");
    assert!(grid.evidence_durc.iter().zip(&grid.evidence).all(|(durc, open)| durc <= open));
    let expiring = overview.counters.iter().find(|each| each.2 == pages[3]).unwrap();
    assert_eq!((expiring.0, expiring.1.as_str()), (1, "delega che finisce in 30 giorni"));
    // An office has neither deadlines nor delegations, and answers requests in its queue.
    let client = app.sign_in("operatore").await;
    let overview = client.send(&home::OfMany::default()).await.unwrap();
    let hrefs: Vec<&str> = overview.counters.iter().map(|each| each.2.as_str()).collect();
    assert_eq!(hrefs, [pages[0], pages[4], pages[5]]);
}

#[tokio::test]
async fn a_home_says_of_each_client_what_wants_a_look_and_what_is_new() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let quiet = client_of(&app, &world, 1, (day(1, 1), None)).await;
    let client = app.sign_in("consulente").await;
    let overview = client.send(&home::OfMany::default()).await.unwrap();
    let leading = |items: &[home::Item], href: String| {
        let item = items.iter().find(|item| item.href.as_deref() == Some(&*href));
        item.unwrap_or_else(|| panic!("{href} in {items:?}")).clone()
    };
    let line = leading(&overview.worst, format!("/azienda/{quiet}"));
    assert_eq!((line.title.as_str(), line.figure), ("Azienda 001", None), "no money is missing");
    assert!(line.text.unwrap().contains(" denunce mancanti"));
    let news = leading(&overview.news, format!("/novita?azienda={}", world.company));
    assert!(news.title == "Trattoria Esempio" && news.figure.is_some() && news.text.is_some());
    client.send(&changes::Seen::default()).await.unwrap();
    let overview = client.send(&home::OfMany::default()).await.unwrap();
    assert!(overview.news.is_empty() && !overview.worst.is_empty());
}

#[tokio::test]
async fn a_companys_home_tells_what_is_new_in_it_until_it_is_seen() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let home = home::OfCompany { company: world.company, lang: Lang::En };
    let told = owner.send(&home).await.unwrap();
    let since = changes::Since { company: Some(world.company), ..Default::default() };
    let changes = owner.send(&since).await.unwrap().items;
    let counter = told.changes.expect("the register is new");
    let all = format!("/novita?azienda={}", world.company);
    assert_eq!((counter.0 as usize, &counter.2), (changes.len(), &all), "its own alone");
    assert_eq!(told.news.len(), changes.len().min(5));
    for (line, change) in told.news.iter().zip(&changes) {
        let section = by_number(change.subject.section).unwrap();
        assert!(line.title.ends_with(&called(Some(section), &change.title, Lang::En)), "{line:?}");
        let day = format::day(change.at.day_in_rome(), Lang::En);
        assert_eq!(line.text, Some(format!("{day} · New")));
        let page = record_path(world.company, section.slug, &change.subject.key);
        assert_eq!(line.href, Some(page));
    }
    app.clock().advance_minutes(1);
    let renamed = company(1, "Trattoria Nuova").position("7012345763", "7010");
    renamed.represented_by("Mario Rossi", "RSSMRA70A01H501S").store(&app).await;
    let told = owner.send(&home).await.unwrap();
    let renamed = told.news.iter().find(|line| line.title.ends_with("Trattoria Nuova")).unwrap();
    assert!(renamed.text.as_deref().unwrap().contains(" · Changed: "), "{renamed:?}");
    owner.send(&changes::Seen::default()).await.unwrap();
    let told = owner.send(&home).await.unwrap();
    assert!(told.changes.is_none() && told.news.is_empty());
}

#[tokio::test]
async fn requests_are_counted_for_each_person_who_may_read_them() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, consultant) = (app.sign_in("titolare").await, app.sign_in("consulente").await);
    let operator = app.sign_in("operatore").await;
    let counts = async |client: &Client| {
        let grid = grid(client).await;
        (grid.requests, grid.unread)
    };
    assert_eq!(counts(&consultant).await, (vec![0], vec![0]));
    let request = sent(&owner, world.company).await.id;
    assert_eq!(counts(&owner).await, (vec![1], vec![0]), "one's own words are no news");
    assert_eq!(counts(&operator).await, (vec![1], vec![1]));
    assert_eq!(counts(&consultant).await, (vec![1], vec![1]));
    consultant.send(&Look { request, line: 99 }).await.unwrap();
    assert_eq!(counts(&consultant).await, (vec![1], vec![0]));
    act(&operator, request, Action::Take).await.unwrap();
    act(&operator, request, Action::Ask { text: "Quale?".into(), attachments: vec![] })
        .await
        .unwrap();
    for client in [&owner, &consultant] {
        assert_eq!(counts(client).await, (vec![1], vec![1]));
        let overview = client.send(&home::OfMany::default()).await.unwrap();
        assert_eq!(count(&overview, "/richieste"), 1);
    }
    consultant.send(&Archive { request, archived: true }).await.unwrap();
    assert_eq!(counts(&consultant).await, (vec![1], vec![0]), "what is put away waits for nobody");
    assert_eq!(counts(&owner).await, (vec![1], vec![1]), "put away for oneself only");
    assert_eq!(counts(&app.sign_in("estraneo").await).await, (vec![0], vec![0]));
    app.deliver().await;
}

#[tokio::test]
async fn a_practice_without_clients_is_led_to_where_it_begins() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (practice, company) = (world.practice, world.company);
    app.write(move |tx| delegations::revoke(tx, practice, company, day(10, 14))).await;
    let client = app.sign_in("consulente").await;
    let overview = client.send(&home::OfMany::default()).await.unwrap();
    assert_eq!((overview.companies, overview.counters.len()), (0, 1));
    assert_eq!(count(&overview, "/clienti"), 0);
}

#[tokio::test]
async fn a_home_counts_as_many_clients_to_look_at_as_its_tab_lists() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let always = (day(1, 1), None);
    let (short, not_balanced) =
        (client_of(&app, &world, 1, always).await, client_of(&app, &world, 2, always).await);
    let silent = client_of(&app, &world, 3, always).await;
    // The first of all is in order: it had no employees until September.
    let record = json!({ "matricola": "7012345763", "kind": "sospensione", "state": "chiusa",
        "from": "2020-01-01", "to": "2026-08-31" });
    world.feed(&app, &[("interruzioni", record)]).await;
    declared(&app, short, 1, Euro::from_cents(100_00), DmState::Balanced).await;
    declared(&app, not_balanced, 2, Euro::ZERO, DmState::ProvisionalAnomalous).await;
    for persona in ["consulente", "operatore"] {
        let client = app.sign_in(persona).await;
        let (grid, today) = (grid(&client).await, app.app().today());
        let filter = practice::tab_filter("da-guardare");
        let listed = practice::select(&grid, &filter, &[], today);
        let listed: BTreeSet<CompanyId> = listed.iter().map(|row| grid.id[*row as usize]).collect();
        assert_eq!(listed, [short, not_balanced, silent].into(), "{persona}");
        let list = companies::List { attention: Some(true), ..Default::default() };
        let rows = client.send(&list).await.unwrap().items;
        let rows: BTreeSet<CompanyId> = rows.iter().map(|row| row.id).collect();
        assert_eq!(rows, listed, "{persona}");
        let overview = client.send(&home::OfMany::default()).await.unwrap();
        let counted = count(&overview, "/clienti?mostra=da-guardare");
        assert_eq!(counted as usize, listed.len(), "{persona}");
        assert!(overview.companies > counted, "{persona}");
    }
}

#[tokio::test]
async fn a_client_is_found_by_any_of_its_matricole_and_called_by_the_active_one() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (ceased, active) = (matricola(41), matricola(42));
    let moved = company(141, "Azienda 141").position(&ceased, "7010").ceased();
    let moved = moved.position(&active, "7010").store(&app).await;
    let grant = Grant { practice: world.practice, company: moved, from: day(1, 1), to: None };
    app.write(move |tx| delegations::grant(tx, &grant)).await;
    let client = app.sign_in("consulente").await;
    let grid = grid(&client).await;
    let row = grid.id.iter().position(|id| *id == moved).expect("a row");
    let codes: Vec<&str> = grid.matricole(row).map(Matricola::as_str).collect();
    assert_eq!(codes, [active.as_str(), &ceased]);
    let brief = client.send(&companies::Show { company: moved }).await.unwrap();
    assert_eq!(Some(brief.positions[0].matricola), grid.matricola[row]);
    assert_eq!(brief.positions[0].state, grid.state[row]);
    for typed in [&ceased, &active] {
        let list = companies::List { search: Some(typed.clone()), ..Default::default() };
        let found = client.send(&list).await.unwrap().items;
        assert_eq!(found.iter().map(|row| row.id).collect::<Vec<_>>(), [moved], "{typed}");
        let file = practice::Export { search: Some(typed.clone()), ..Default::default() };
        let file = client.call(client.request(&file, "")).await;
        let text = String::from_utf8_lossy(&file.body);
        assert!(text.contains("Azienda 141") && !text.contains("Trattoria"), "{text}");
    }
}
