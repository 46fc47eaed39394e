//! Deadlines and their calendar.

use std::collections::BTreeMap;

use backend::declarations::service::{self as declarations, NewDeclaration};
use harness::{Client, NOTICE, TestApp, World};
use http::StatusCode;
use serde_json::json;
use shared::calendar::{Day, Month};
use shared::deadlines::{
    CloseFeed, Days, DeadlineRow, Export, Kind, List, MyFeed, OpenFeed, State,
};
use shared::declarations::{DmState, Scheme};
use shared::evidence::Term;
use shared::format;
use shared::home::{OfCompany, OfMany};
use shared::ids::ImportId;
use shared::lang::Lang;
use shared::money::Euro;
use shared::sections::by_number;

use super::{client_of, day};

/// Where a deadline stands: each state together, the open ones by day, what is done behind them and the latest first.
fn place(row: &DeadlineRow) -> (State, i64) {
    let day = row.day.epoch_days();
    (row.state, if row.state == State::Done { -day } else { day })
}

#[tokio::test]
async fn deadlines_stand_as_their_day_and_the_ledger_say() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let ending = client_of(&app, &world, 1, (day(1, 1), Some(day(11, 3)))).await;
    let client = app.sign_in("consulente").await;
    let request = List { company: Some(world.company), limit: Some(100), ..List::default() };
    let all = client.send(&request).await.unwrap().items;
    let of = |kind: Kind, month: &str| {
        let is = |month: Option<Month>| month.map(|month| month.to_string());
        all.iter().find(|row| row.kind == kind && is(row.month).as_deref() == Some(month))
    };
    // September was declared and paid before its terms: done, and still to come.
    for (kind, due) in [(Kind::F24, day(10, 16)), (Kind::Uniemens, day(11, 2))] {
        let row = of(kind, "2026-09").expect("a row");
        assert_eq!((row.day, row.state), (due, State::Done));
    }
    assert_eq!(of(Kind::F24, "2026-08").map(|row| row.state), Some(State::Overdue));
    assert_eq!(
        of(Kind::F24, "2026-10").map(|row| (row.day, row.state)),
        Some((day(11, 16), State::Later))
    );
    assert!(all.is_sorted_by_key(place), "{all:?}");

    let delegation = List { kind: Some(Kind::Delegation), ..List::default() };
    let delegation = client.send(&delegation).await.unwrap().items;
    let found: Vec<_> = delegation.iter().map(|row| (row.company, row.day, row.state)).collect();
    assert_eq!(found, [(ending, day(11, 3), State::Month)]);
    let done = List { state: Some(State::Done), ..List::default() };
    assert_eq!(client.send(&done).await.unwrap().items.len(), 2);
}

#[tokio::test]
async fn a_home_names_what_is_due_next_and_leads_to_it() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    notified(&app, &world).await;
    let (owner, client) = (app.sign_in("titolare").await, app.sign_in("consulente").await);
    let today = app.app().today();
    let list = List { company: Some(world.company), from: Some(today), ..List::default() };
    let rows = client.send(&list).await.unwrap().items;
    let open: Vec<_> = rows.iter().filter(|row| row.state != State::Done).collect();
    let home = OfCompany { company: world.company, lang: Lang::En };
    let told = owner.send(&home).await.unwrap();
    let (next, countdown) = (told.deadlines, told.countdown.expect("nobody asked for a DURC"));
    assert!(!next.is_empty() && next.len() <= 4);
    assert_eq!(i64::from(countdown.0), open[0].day.days_since(today));
    assert_eq!(Some(countdown.2.as_str()), next[0].href.as_deref());
    assert!(countdown.1.contains(&next[0].title), "{countdown:?}");
    let days: Vec<_> = next.iter().filter_map(|one| one.figure.clone()).collect();
    let open_days = open.iter().take(next.len()).map(|row| format::day(row.day, Lang::En));
    assert_eq!(days, open_days.collect::<Vec<_>>());
    for (one, row) in next.iter().zip(&open) {
        assert_eq!(one.text, None, "the page is of one company");
        let href = one.href.as_deref().expect("it leads somewhere");
        assert_eq!(href.starts_with("/azienda/"), row.subject.is_some(), "{one:?}");
        assert!(row.title.as_deref().is_none_or(|title| one.title.contains(title)), "{one:?}");
    }
    let many = client.send(&OfMany { lang: Lang::De }).await.unwrap().deadlines;
    assert!(many.iter().all(|one| one.text.is_some() && !one.title.is_empty()));
    assert!(many.iter().all(|one| one.figure.is_some()));
}

#[tokio::test]
async fn pages_and_days_count_the_same() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    for number in 0..6 {
        client_of(&app, &world, number, (day(1, 1), None)).await;
    }
    let client = app.sign_in("consulente").await;
    let (from, to) = (Some(day(10, 14)), Some(day(12, 31)));
    let mut counted: BTreeMap<_, u32> = BTreeMap::new();
    let mut cursor = None;
    let mut seen = Vec::new();
    loop {
        let request = List { from, to, cursor, limit: Some(5), ..List::default() };
        let page = client.send(&request).await.unwrap();
        seen.extend(page.items);
        cursor = page.next;
        if cursor.is_none() {
            assert_eq!(page.total, Some(seen.len() as u64));
            break;
        }
    }
    let whole = List { from, to, limit: Some(100), ..List::default() };
    assert_eq!(client.send(&whole).await.unwrap().items, seen, "pages are the list");
    assert!(seen.is_sorted_by_key(place), "{seen:?}");
    assert_eq!(seen.last().map(|row| row.state), Some(State::Done));
    for row in &seen {
        *counted.entry((row.day, row.kind)).or_default() += 1;
    }
    let days = client.send(&Days { from, to, company: None }).await.unwrap();
    let sums: BTreeMap<_, u32> =
        days.iter().map(|sum| ((sum.day, sum.kind), sum.open + sum.done)).collect();
    assert_eq!(counted, sums);
    assert!(!sums.is_empty());
}

#[tokio::test]
async fn a_feed_is_read_by_its_secret_until_it_is_revoked_or_replaced() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    client_of(&app, &world, 1, (day(1, 1), Some(day(11, 3)))).await;
    let client = app.sign_in("consulente").await;
    assert!(client.send(&MyFeed {}).await.unwrap().since.is_some(), "the world made one");
    let first = client.send(&OpenFeed {}).await.unwrap().path;
    let made_before = format!("/api/v1/feeds/{}", world.feed);
    let nobody = app.anonymous();
    assert_eq!(nobody.get(&made_before).await.problem().code, "not_found");

    let calendar = nobody.get(&first).await;
    assert_eq!(calendar.status, StatusCode::OK);
    assert_eq!(calendar.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(calendar.header("cache-control"), "no-store");
    let text = String::from_utf8(calendar.body.to_vec()).unwrap();
    assert!(
        text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
            && text.ends_with("END:VCALENDAR\r\n")
    );
    for line in text.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line}");
    }
    let text = text.replace("\r\n ", "");
    for expected in [
        "DTSTART;VALUE=DATE:20261116\r\nDTEND;VALUE=DATE:20261117\r\nSUMMARY:F24 di ottobre 2026: 2 aziende",
        "DESCRIPTION:Azienda 001\\nTrattoria Esempio",
        "SUMMARY:Scade la delega: Azienda 001",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    assert_eq!(text.matches("BEGIN:VEVENT").count(), text.matches("\r\nUID:").count());
    let september = "SUMMARY:F24 di settembre 2026: Azienda 001\r\n";
    assert!(text.contains(september), "what the other company has done is not in it: {text}");

    let second = client.send(&OpenFeed {}).await.unwrap().path;
    assert_ne!(first, second);
    let dead = nobody.get(&first).await;
    assert_eq!(dead.problem().code, "not_found");
    let missing = nobody.get(&format!("/api/v1/feeds/{}", "0".repeat(64))).await;
    assert_eq!(missing.problem().code, "not_found");
    assert_eq!(nobody.get("/api/v1/feeds/short").await.problem().code, "not_found");
    client.send(&CloseFeed {}).await.unwrap();
    assert_eq!(nobody.get(&second).await.problem().code, "not_found");
    assert_eq!(client.send(&MyFeed {}).await.unwrap().since, None);
    client.send(&CloseFeed {}).await.unwrap();
}

#[tokio::test]
async fn a_feed_that_is_fetched_too_often_is_refused() {
    use backend::http::settings::Rate;
    let rate = Rate { burst: 2, per_minute: 1 };
    let app = TestApp::with().config(|config| config.http.rates.feed = rate).build().await;
    let world = World::of(&app).await;
    let path = format!("/api/v1/feeds/{}.ics", world.feed);
    let nobody = app.anonymous();
    for _ in 0..2 {
        assert_eq!(nobody.get(&path).await.status, StatusCode::OK);
    }
    assert_eq!(nobody.get(&path).await.problem().code, "too_many");
}

/// The terms of the records of a company, each with its archive, its last day and how it stands.
async fn of_records(
    client: &Client,
    world: &World,
) -> BTreeMap<(&'static str, Term), (Day, State)> {
    let request = List {
        company: Some(world.company),
        kind: Some(Kind::Record),
        limit: Some(100),
        ..List::default()
    };
    let rows = client.send(&request).await.unwrap().items;
    let of = |row: &DeadlineRow| {
        let section = by_number(row.subject.as_ref()?.section)?;
        Some(((section.slug, row.term?), (row.day, row.state)))
    };
    rows.iter().map(|row| of(row).expect("a term of a record")).collect()
}

/// What the institute has notified in the last weeks.
async fn notified(app: &TestApp, world: &World) {
    world.notice(app).await;
    world
        .feed(
            app,
            &[
                (
                    "iscrizioni-ruolo",
                    json!({ "number": "397 2026 0000000001 000", "state": "notificato",
                        "kind": "avviso_addebito", "formed": "2026-09-20", "notified": "2026-10-01",
                        "total": "2120.00", "residual": "2120.00" }),
                ),
                (
                    "durc",
                    json!({ "protocol": "INPS_1", "state": "invito", "checked": "2026-10-05",
                        "invited": "2026-10-06", "open": "400.00" }),
                ),
                (
                    "lettere-compliance",
                    json!({ "number": "CL1", "state": "ricevuta", "received": "2026-10-02" }),
                ),
                (
                    "ispezioni",
                    json!({ "number": "2026/1", "state": "verbale_notificato", "body": "inps",
                        "visited": "2026-06-01", "notified": "2026-08-01", "contributions": "1000.00",
                        "sanctions": "300.00", "total": "1300.00" }),
                ),
            ],
        )
        .await;
}

/// What settles all of it but the payments.
async fn settled(app: &TestApp, world: &World) {
    world
        .feed(
            app,
            &[
                (
                    "ricorsi",
                    json!({ "number": "RIC1", "state": "pendente", "filed": "2026-10-13",
                        "notice": NOTICE }),
                ),
                (
                    "iscrizioni-ruolo",
                    json!({ "number": "397 2026 0000000001 000", "state": "opposto",
                        "kind": "avviso_addebito", "formed": "2026-09-20", "notified": "2026-10-01",
                        "total": "2120.00", "residual": "2120.00" }),
                ),
                (
                    "durc",
                    json!({ "protocol": "INPS_1", "state": "regolarizzato", "checked": "2026-10-05",
                        "invited": "2026-10-06", "open": "400.00" }),
                ),
                (
                    "lettere-compliance",
                    json!({ "number": "CL1", "state": "regolarizzata", "received": "2026-10-02" }),
                ),
            ],
        )
        .await;
}

#[tokio::test]
async fn what_was_notified_has_terms_until_it_is_settled() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    notified(&app, &world).await;
    let client = app.sign_in("consulente").await;
    let found = of_records(&client, &world).await;
    let open: BTreeMap<_, _> = found.iter().map(|(what, (day, _))| (*what, *day)).collect();
    let expected = [
        (("note-rettifica", Term::PayHalved), day(11, 12)),
        (("note-rettifica", Term::Pay), day(11, 10)),
        (("note-rettifica", Term::Appeal), Day::new(2027, 1, 11).unwrap()),
        // The halving of the inspection's sanctions ended on 31 August: nothing is to be done about it.
        (("ispezioni", Term::Appeal), day(10, 30)),
        (("iscrizioni-ruolo", Term::Oppose), day(11, 10)),
        (("iscrizioni-ruolo", Term::Pay), day(11, 30)),
        (("durc", Term::Cure), day(10, 21)),
        (("lettere-compliance", Term::Regularise), day(11, 1)),
        (("lettere-compliance", Term::Report), day(12, 31)),
    ];
    assert_eq!(open, BTreeMap::from(expected));
    assert!(found.values().all(|(_, state)| *state != State::Done));

    settled(&app, &world).await;
    let done: Vec<_> = of_records(&client, &world)
        .await
        .into_iter()
        .filter(|(_, (_, state))| *state == State::Done)
        .map(|(what, _)| what)
        .collect();
    let mut expected = [
        ("durc", Term::Cure),
        ("iscrizioni-ruolo", Term::Oppose),
        ("lettere-compliance", Term::Regularise),
        ("lettere-compliance", Term::Report),
        ("note-rettifica", Term::Appeal),
    ];
    expected.sort();
    assert_eq!(done, expected);
}

#[tokio::test]
async fn a_term_says_its_law_and_what_is_to_be_paid_wherever_it_stands() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    notified(&app, &world).await;
    let client = app.sign_in("consulente").await;
    let request = List { company: Some(world.company), limit: Some(100), ..List::default() };
    let rows = client.send(&request).await.unwrap().items;
    let of = |term: Term, section: &str| {
        let found = rows.iter().find(|row| {
            let at = row.subject.as_ref().and_then(|subject| by_number(subject.section));
            row.term == Some(term) && at.is_some_and(|at| at.slug == section)
        });
        found.expect("a row")
    };
    let halved = of(Term::PayHalved, "note-rettifica");
    assert_eq!(halved.amount, Some(Euro::from_cents(104_51)), "the difference and half of 9.01");
    assert!(halved.source.as_ref().unwrap().contains("L. 388/2000"), "{halved:?}");
    assert_eq!(halved.title.as_deref(), Some(NOTICE));
    let cure = of(Term::Cure, "durc");
    assert_eq!(cure.amount, Some(Euro::from_cents(400_00)));
    assert!(cure.source.as_ref().unwrap().contains("DM 30/1/2015"), "{cure:?}");
    let oppose = of(Term::Oppose, "iscrizioni-ruolo");
    assert_eq!(oppose.amount, None);
    assert!(oppose.source.as_ref().unwrap().contains("D.Lgs 46/1999"), "{oppose:?}");

    let file = client.get(&shared::endpoint::url(&Export::default()).unwrap()).await;
    let file = String::from_utf8(file.body.to_vec()).unwrap();
    assert!(file.contains("\"Pagare con le sanzioni dimezzate\""), "{file}");
    let feed = client.send(&OpenFeed {}).await.unwrap().path;
    let calendar = app.anonymous().get(&feed).await;
    let calendar = String::from_utf8(calendar.body.to_vec()).unwrap().replace("\r\n ", "");
    let summary =
        ["SUMMARY:Trattoria Esempio: Note di rettifica ", NOTICE, " · Fare ricorso\r\n"].concat();
    assert!(calendar.contains(&summary), "{calendar}");
    assert!(calendar.contains("DESCRIPTION:Art. 46 L. 88/1989"), "{calendar}");
}

#[tokio::test]
async fn a_page_goes_on_where_the_last_row_of_the_one_before_was() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    notified(&app, &world).await;
    let client = app.sign_in("consulente").await;
    let request = List {
        company: Some(world.company),
        kind: Some(Kind::Record),
        limit: Some(4),
        ..List::default()
    };
    let first = client.send(&request).await.unwrap();
    let whole = List { limit: Some(100), ..request.clone() };
    let before = client.send(&whole).await.unwrap().items;
    let (last, next) = (&before[3], &before[4]);
    assert_eq!(first.items.last(), Some(last));
    assert_eq!((last.day, last.term), (day(11, 10), Some(Term::Pay)));
    assert_eq!((next.day, next.term), (day(11, 10), Some(Term::Oppose)), "on the same day");
    // The notice is paid before the next page is asked for: its terms are behind what is open now.
    let paid = json!({ "number": NOTICE, "state": "pagata", "month": "2026-09",
        "matricola": "7012345763", "side": "attiva", "cause": "aliquota", "differences": "100.00",
        "sanctions": "9.01", "total": "109.01", "issued": "2026-10-11", "notified": "2026-10-13",
        "pay_by": "2026-11-10" });
    world.feed(&app, &[("note-rettifica", paid)]).await;
    let rest = List { cursor: first.next, limit: Some(100), ..request };
    let rest = client.send(&rest).await.unwrap().items;
    assert_eq!(rest.first(), Some(next));
    let open: Vec<_> = rest.iter().filter(|row| row.state != State::Done).collect();
    let is_notice = |row: &&DeadlineRow| row.title.as_deref() == Some(NOTICE);
    let expected: Vec<_> = before.iter().skip(4).filter(|row| !is_notice(row)).collect();
    assert_eq!(open, expected);
    assert_eq!(rest.iter().filter(|row| row.state == State::Done).count(), 3);
}

/// July 2026 of the world's company, declared and not paid.
async fn declared_late(app: &TestApp, world: &World) {
    let declaration = NewDeclaration {
        id: app.app().new_id(),
        company: world.company,
        month: Month::new(2026, 7).expect("a month"),
        scheme: Scheme::Employees,
        matricola: Some("7012345763".to_owned()),
        workforce: Some(1),
        sections: None,
        due: Euro::from_cents(1_000_00),
        state: DmState::Balanced,
        groups: Vec::new(),
        items: Vec::new(),
        warnings: Vec::new(),
        transmitted: app.app().now(),
        protocol: "INPS.UNIEMENS.7".to_owned(),
        sender: "RSSMRA70A01H501S".to_owned(),
        sender_name: None,
        file: "july.xml".to_owned(),
        import: ImportId::from_u128(7),
    };
    app.write(move |tx| Ok(declarations::record(tx, &declaration, &[])?)).await;
}

#[tokio::test]
async fn what_is_late_costs_less_until_the_institute_asks_for_it() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    declared_late(&app, &world).await;
    let client = app.sign_in("consulente").await;
    let request = List {
        company: Some(world.company),
        kind: Some(Kind::F24),
        limit: Some(100),
        ..List::default()
    };
    // The phase of July's debt, and whether the reduced sanction is still told of.
    for (phase, told) in [
        ("recupero_crediti", true),
        ("contestazione", false),
        ("rateizzata", false),
        ("compensazione", true),
    ] {
        let debt = json!({ "id": "D1", "kind": "denuncia_insoluta", "competence_from": "2026-07",
            "phase": phase, "contributions": "1000.00", "residual": "1000.00" });
        world.feed(&app, &[("crediti", debt)]).await;
        let rows = client.send(&request).await.unwrap().items;
        let reduced = rows.iter().find(|row| row.term == Some(Term::Regularise));
        let found = reduced.map(|row| (row.day, row.amount));
        let expected = told.then_some((day(12, 18), Some(Euro::from_cents(1_000_00))));
        assert_eq!(found, expected, "{phase}");
    }
}
