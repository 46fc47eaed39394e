//! Deadlines that no month and no notification gives: fixed instalments, yearly requests, the time-bar of a debt, an appeal that nobody
//! decides.

use backend::delegations::{Grant, service as delegations};
use harness::{Client, TestApp, World, company};
use serde_json::{Value, json};
use shared::calendar::Day;
use shared::deadlines::{DeadlineRow, Export, Kind, List, OpenFeed, State};
use shared::evidence::Term;
use shared::money::Euro;
use shared::sections::by_number;

use super::{day, matricola};

/// A day in milliseconds.
const DAY: i64 = 86_400_000;

/// The deadlines of a kind up to the end of next year.
async fn of(client: &Client, kind: Kind) -> Vec<DeadlineRow> {
    let to = Day::new(2027, 12, 31);
    let request = List { kind: Some(kind), to, limit: Some(100), ..List::default() };
    client.send(&request).await.unwrap().items
}

fn next_year(month: u32, day: u32) -> Day {
    Day::new(2027, month, day).expect("a day")
}

/// A position of somebody self-employed.
fn own(scheme: &str, code: &str, state: &str, to: Option<&str>) -> (&'static str, Value) {
    let mut record = json!({ "tax_code": "RSSMRA70A01H501S", "name": "Mario Rossi",
        "scheme": scheme, "code": code, "state": state, "from": "2015-03-01" });
    if let Some(to) = to {
        record["to"] = json!(to);
    }
    ("lavoratori-autonomi", record)
}

#[tokio::test]
async fn whoever_is_self_employed_has_fixed_instalments_to_come() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let client = app.sign_in("consulente").await;
    world
        .feed(
            &app,
            &[
                own("artigiani", "111", "attiva", None),
                own("professionisti", "222", "attiva", None),
            ],
        )
        .await;
    let days = |rows: &[DeadlineRow]| rows.iter().map(|row| row.day).collect::<Vec<_>>();
    let artisan = of(&client, Kind::Instalment).await;
    // The circular of 2027 is not known: its instalments are not told of.
    assert_eq!(days(&artisan), [day(11, 16), next_year(2, 16)]);
    for row in &artisan {
        assert_eq!(row.source.as_deref(), Some("Circ. INPS 14/2026"));
        assert_eq!((row.term, row.amount), (None, None), "whose amount their own cassetto says");
        let at = row.subject.as_ref().and_then(|subject| by_number(subject.section));
        assert_eq!(at.map(|at| at.slug), Some("lavoratori-autonomi"));
    }
    let file = client.get(&shared::endpoint::url(&Export::default()).unwrap()).await;
    let file = String::from_utf8(file.body.to_vec()).unwrap();
    for expected in ["Rata dei lavoratori autonomi", "Pagare la rata fissa", "Circ. INPS 14/2026"] {
        assert!(file.contains(expected), "{expected}\n{file}");
    }
    let feed = client.send(&OpenFeed {}).await.unwrap().path;
    let calendar = app.anonymous().get(&feed).await;
    let calendar = String::from_utf8(calendar.body.to_vec()).unwrap().replace("\r\n ", "");
    assert_eq!(calendar.matches(" · Pagare la rata fissa\r\n").count(), 2, "{calendar}");
    assert!(calendar.contains("-instalment-2026-11-16@cassetto"), "each has its own: {calendar}");

    // Who closed in September still pays for the third quarter, in November; farmers have other days.
    let closed = own("artigiani", "111", "cessata_definitiva", Some("2026-09-30"));
    world.feed(&app, &[closed, own("agricoli", "333", "attiva", None)]).await;
    let both = of(&client, Kind::Instalment).await;
    let expected = [
        day(11, 16),
        day(11, 16),
        next_year(1, 18),
        next_year(7, 16),
        next_year(9, 16),
        next_year(11, 16),
    ];
    assert_eq!(days(&both), expected);
}

#[tokio::test]
async fn an_employer_can_ask_to_defer_until_the_end_of_may() {
    let app = TestApp::new().await;
    World::of(&app).await;
    let client = app.sign_in("consulente").await;
    let rows = of(&client, Kind::Deferral).await;
    let found: Vec<_> =
        rows.iter().map(|row| (row.day, row.state, row.source.as_deref())).collect();
    assert_eq!(found, [(next_year(5, 31), State::Later, Some("Msg. INPS 8609/2012"))]);
    assert_eq!(of(&client, Kind::Construction).await, [], "a shop builds nothing");

    app.clock().set(app.app().now().plus_millis(180 * DAY));
    let client = app.sign_in("consulente").await;
    let feed = client.send(&OpenFeed {}).await.unwrap().path;
    let calendar = app.anonymous().get(&feed).await;
    let calendar = String::from_utf8(calendar.body.to_vec()).unwrap().replace("\r\n ", "");
    let summary = "SUMMARY:Differimento per ferie collettive: Trattoria Esempio\r\n";
    assert!(calendar.contains(summary), "{calendar}");
}

#[tokio::test]
async fn a_builder_can_ask_for_the_reduction_until_it_is_granted() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let mut builders = Vec::new();
    for (number, csc, cas) in
        [(1, "41301", [].as_slice()), (2, "11305", &["7N"]), (3, "11306", &[])]
    {
        let builder = company(200 + number, &format!("Edile {number}"))
            .position(&matricola(200 + number), "7010")
            .classified(csc, cas)
            .store(&app)
            .await;
        let from = Day::new(2025, 1, 1).expect("a day");
        let grant = Grant { practice: world.practice, company: builder, from, to: None };
        app.write(move |tx| delegations::grant(tx, &grant)).await;
        builders.push(builder);
    }
    // The first of February 2026: the reduction of 2025 can be asked for until 15 March.
    app.clock().set(app.app().now().plus_millis(-255 * DAY));
    let client = app.sign_in("consulente").await;
    let rows = of(&client, Kind::Construction).await;
    let found: Vec<_> = rows.iter().map(|row| (row.company, row.day, row.state)).collect();
    let until = day(3, 15);
    let expected = [(builders[0], until, State::Later), (builders[1], until, State::Done)];
    assert_eq!(found, expected, "installers do not build");
    assert!(rows[0].source.as_ref().unwrap().contains("Circ. INPS 145/2025"), "{rows:?}");
}

#[tokio::test]
async fn a_debt_is_time_barred_five_years_after_it_was_last_asked_for() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let client = app.sign_in("consulente").await;
    for (kind, phase, since, barred) in [
        ("denuncia_insoluta", "insoluto", "2022-02-20", Some(next_year(1, 17))),
        // A reminder lets the term begin anew, a worker's report makes it ten years, and nobody knows how long a court takes.
        ("denuncia_insoluta", "avviso_bonario", "2022-05-10", Some(next_year(5, 10))),
        ("denuncia_lavoratore", "insoluto", "2022-02-20", None),
        ("denuncia_insoluta", "contestazione", "2022-05-10", None),
        ("denuncia_insoluta", "pagata", "2022-05-10", None),
    ] {
        let debt = json!({ "id": "D1", "kind": kind, "competence_from": "2021-12", "phase": phase,
            "contributions": "500.00", "residual": "500.00", "since": since });
        world.feed(&app, &[("crediti", debt)]).await;
        let rows = of(&client, Kind::Prescription).await;
        let found: Vec<_> = rows.iter().map(|row| (row.day, row.amount)).collect();
        let amount = Some(Euro::from_cents(500_00));
        assert_eq!(
            found,
            barred.map(|day| (day, amount)).into_iter().collect::<Vec<_>>(),
            "{phase}"
        );
        assert!(rows.iter().all(|row| row.source.as_deref() == Some("Art. 3 c. 9 L. 335/1995")));
    }
}

#[tokio::test]
async fn a_credit_that_was_not_used_is_time_barred_after_ten_years() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let client = app.sign_in("consulente").await;
    for (kind, phase, from, barred) in [
        ("credito", "disponibile", "2016-11", Some(day(12, 16))),
        ("credito", "disponibile", "2016-12", Some(next_year(1, 16))),
        // What is used cannot be claimed, what another body owes is not the institute's, and this one is gone.
        ("credito", "usata", "2016-11", None),
        ("credito_certificato", "disponibile", "2016-11", None),
        ("credito", "disponibile", "2016-05", None),
    ] {
        let credit = json!({ "id": "C1", "kind": kind, "competence_from": from, "phase": phase,
            "contributions": "-500.00", "residual": "-500.00" });
        world.feed(&app, &[("crediti", credit)]).await;
        let rows = of(&client, Kind::Prescription).await;
        let found: Vec<_> = rows.iter().map(|row| (row.day, row.amount)).collect();
        let amount = Some(Euro::from_cents(500_00));
        let expected: Vec<_> = barred.map(|day| (day, amount)).into_iter().collect();
        assert_eq!(found, expected, "{kind} {phase} {from}");
        assert!(rows.iter().all(|row| row.source.as_deref() == Some("Art. 2033, 2946 c.c.")));
    }
}

#[tokio::test]
async fn an_appeal_holds_back_until_silence_and_the_end_of_the_year() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let appeal = json!({ "number": "RIC1", "state": "pendente", "filed": "2026-10-13" });
    let notice = json!({ "number": "NR9", "state": "contestata", "month": "2025-08",
        "matricola": "7012345763", "side": "attiva", "cause": "aliquota", "differences": "100.00",
        "sanctions": "9.01", "total": "109.01", "issued": "2025-11-10", "notified": "2025-11-13",
        "pay_by": "2025-12-10" });
    world.feed(&app, &[("ricorsi", appeal), ("note-rettifica", notice)]).await;
    let client = app.sign_in("consulente").await;
    let rows = of(&client, Kind::Record).await;
    let term = |term| rows.iter().find(|row| row.term == Some(term)).map(|row| row.day);
    assert_eq!(term(Term::Answer), Some(next_year(1, 11)));
    assert_eq!(term(Term::Recovery), Some(day(12, 31)));
}
