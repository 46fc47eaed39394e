//! The DURC through HTTP: asked for, cured, warned about, shared and verified.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU32, Ordering};

use backend::audit::service as audit;
use backend::delegations::{Grant, service as delegations};
use backend::durc::service::monthly;
use backend::sections::service::{By, put};
use backend::store::Store;
use harness::{Client, TestApp, World, company};
use serde_json::{Value, json};
use shared::calendar::{Day, Instant, Month};
use shared::durc::{
    Ask, Asked, CoverCause, Outcome, Reason, Regularity, Revoke, Role, Share, Show, Stage,
    TechnicalProblem, Verify,
};
use shared::ids::{CompanyId, ImportId};
use shared::money::Euro;
use shared::sections::matters::credits;
use shared::sections::{Cells, matters};

/// A debt that a feed brings: what is left of it, by its number.
async fn owes(app: &TestApp, company: CompanyId, residual: &str) {
    owes_of(app, company, residual, residual).await;
}

/// The same, of contributions of so much.
async fn owes_of(app: &TestApp, company: CompanyId, contributions: &str, residual: &str) {
    let (contributions, residual) = (contributions.to_owned(), residual.to_owned());
    let now = app.app().now();
    app.write(move |tx| {
        let said = |field: &str| match field {
            "id" => Some("2026-06.0000001".to_owned()),
            "kind" => Some("verbale_inps".to_owned()),
            "phase" => Some("aperta".to_owned()),
            "competence_from" | "competence_to" => Some("2026-06".to_owned()),
            "contributions" => Some(contributions.clone()),
            "residual" => Some(residual.clone()),
            "since" => Some("2026-07-20".to_owned()),
            _ => None,
        };
        let cells: Cells = credits::SECTION.fields.iter().map(|field| said(field.name)).collect();
        let by = By::Feed(ImportId::from_u128(9));
        Ok(put(tx, now, company, &credits::SECTION, cells, &by)?)
    })
    .await;
}

/// A company without positions, and so without returns to hand in.
async fn quiet_of(app: &TestApp) -> CompanyId {
    let quiet = company(3, "Falegnameria Quieta");
    quiet.represented_by("Mario Rossi", "RSSMRA70A01H501S").store(app).await
}

/// The same, whose owner asks.
async fn quiet(app: &TestApp) -> (CompanyId, Client) {
    World::of(app).await;
    (quiet_of(app).await, app.sign_in("titolare").await)
}

/// Asks under a key of its own: whoever signs in anew would begin again with keys that are still remembered.
async fn ask(client: &Client, company: CompanyId) -> Asked {
    static ASKED: AtomicU32 = AtomicU32::new(0);
    let key = format!("ask-{}", ASKED.fetch_add(1, Ordering::Relaxed));
    client.send_as(&Ask { company, mail: false }, &key).await.expect("an outcome")
}

async fn show(client: &Client, company: CompanyId) -> Regularity {
    client.send(&Show { company }).await.expect("how it stands")
}

#[tokio::test]
async fn a_regular_company_is_given_a_document_and_then_the_same_one_again() {
    let app = TestApp::new().await;
    let (company, client) = quiet(&app).await;
    let first = ask(&client, company).await;
    let document = first.document.clone().expect("a document");
    assert_eq!((first.outcome, first.again), (Outcome::Regular, false));
    assert_eq!(document.expires, document.issued.plus_days(120));
    let again = ask(&client, company).await;
    assert_eq!((again.document.as_ref(), again.again), (Some(&document), true));
    // On its last day it is still given; the day after there is another one.
    app.clock().advance_minutes(120 * 24 * 60);
    let client = app.sign_in("titolare").await;
    assert!(ask(&client, company).await.again);
    app.clock().advance_minutes(24 * 60);
    let client = app.sign_in("titolare").await;
    let next = ask(&client, company).await;
    assert!(!next.again && next.document.is_some_and(|next| next.protocol != document.protocol));
    assert_eq!(show(&client, company).await.history.len(), 2);
    app.deliver().await;
}

#[tokio::test]
async fn up_to_150_euro_are_no_gap_and_a_cent_more_is_one() {
    for (residual, outcome) in [
        ("149.99", Outcome::Regular),
        ("150.00", Outcome::Regular),
        ("150.01", Outcome::BeingCured),
    ] {
        let app = TestApp::new().await;
        let (company, client) = quiet(&app).await;
        owes(&app, company, residual).await;
        assert_eq!(ask(&client, company).await.outcome, outcome, "{residual}");
        app.deliver().await;
    }
}

#[tokio::test]
async fn a_record_with_an_amount_below_zero_is_named_and_breaks_nothing() {
    let app = TestApp::new().await;
    let (company, client) = quiet(&app).await;
    owes(&app, company, "-900.00").await;
    let shown = show(&client, company).await;
    assert_eq!(shown.check.outcome, Outcome::TechnicalAnomaly);
    let reasons = &shown.check.gestioni[0].reasons;
    let named = reasons.iter().any(|reason| {
        matches!(reason, Reason::Technical { problem: TechnicalProblem::UnsoundRecord, record, .. }
            if record.as_deref() == Some("2026-06.0000001"))
    });
    assert!(named, "{reasons:?}");
    let asked = ask(&client, company).await;
    assert_eq!((asked.outcome, asked.document), (Outcome::TechnicalAnomaly, None));
    // What grew since the parts were written down is owed, and nothing that cannot be.
    owes_of(&app, company, "4210.00", "4248.82").await;
    let shown = show(&client, company).await;
    assert_eq!(shown.check.outcome, Outcome::ToInvite);
    assert_eq!(shown.check.gestioni[0].open, Euro::from_cents(4248_82));
    app.deliver().await;
}

#[tokio::test]
async fn a_gap_is_told_once_and_cured_in_time_becomes_a_document() {
    let app = TestApp::new().await;
    let (company, client) = quiet(&app).await;
    owes(&app, company, "900.00").await;
    let found = show(&client, company).await.check;
    assert_eq!((found.outcome, found.gestioni[0].debts[0].role), (Outcome::ToInvite, Role::Counts));
    let asked = ask(&client, company).await;
    let today = app.app().today();
    assert_eq!((asked.outcome, asked.cure_by), (Outcome::BeingCured, Some(today.plus_days(15))));
    assert_eq!(ask(&client, company).await.cure_by, asked.cure_by, "there is one invitation");
    assert_eq!(show(&client, company).await.history.len(), 1);
    owes(&app, company, "0.00").await;
    assert_eq!(ask(&client, company).await.outcome, Outcome::Regular);
    let history = show(&client, company).await.history;
    assert_eq!(history.len(), 1, "the check that found the gap has the document");
    assert!(history[0].invited.is_some() && history[0].expires.is_some());
    app.deliver().await;
}

#[tokio::test]
async fn a_gap_not_cured_is_irregular_after_fifteen_days_and_another_case_after_the_block() {
    use Outcome::{BeingCured, Irregular};
    let app = TestApp::new().await;
    let (company, _) = quiet(&app).await;
    owes(&app, company, "900.00").await;
    for (days, outcome) in [(0, BeingCured), (16, Irregular), (15, BeingCured)] {
        app.clock().advance_minutes(days * 24 * 60);
        let asked = ask(&app.sign_in("titolare").await, company).await;
        assert_eq!((asked.outcome, asked.document), (outcome, None), "after {days} days more");
    }
    let past = show(&app.sign_in("titolare").await, company).await.history;
    assert!(past.iter().map(|one| one.outcome).eq([BeingCured, Irregular]), "{past:?}");
    app.deliver().await;
}

#[tokio::test]
async fn a_document_is_warned_about_thirty_and_fifteen_days_before_and_no_oftener() {
    let app = TestApp::new().await;
    World::of(&app).await.document(&app).await;
    let told = |app: &TestApp| {
        app.mail().iter().filter(|mail| mail.subject.contains("DURC in scadenza")).count()
    };
    // The world's document has sixty days left; five people act for the company.
    app.deliver().await;
    assert_eq!(told(&app), 0);
    for (days, mails) in [(30, 5), (1, 5), (13, 5), (1, 10), (1, 10), (20, 10)] {
        app.clock().advance_minutes(days * 24 * 60);
        app.deliver().await;
        app.deliver().await;
        assert_eq!(told(&app), mails, "after {days} days more");
    }
}

#[tokio::test]
async fn a_link_shows_the_document_and_nothing_else_until_it_is_revoked() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    world.document(&app).await;
    let client = app.sign_in("consulente").await;
    let company = world.company;
    let made = client.send(&Share { company, until: None }).await.expect("a link");
    let verify = Verify { secret: made.secret.clone() };
    let anybody = app.anonymous();
    let seen = anybody.send(&verify).await.expect("the document");
    assert_eq!((seen.name.as_str(), seen.valid), ("Trattoria Esempio", true));
    assert_eq!(seen.protocol, "INPS_70000001");
    let fields = serde_json::to_value(&seen).unwrap();
    let mut names: Vec<&str> = fields.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    let expected = [
        "checked",
        "expires",
        "issued",
        "name",
        "outcome",
        "protocol",
        "simulated",
        "tax_code",
        "valid",
    ];
    assert_eq!(names, expected, "nothing beyond what the document says");

    let revoked = client.send(&Revoke { company, link: made.link.id }).await.expect("revoked");
    assert!(!revoked.open && revoked.revoked.is_some());
    let gone = anybody.send(&verify).await.unwrap_err();
    let never = anybody.send(&Verify { secret: "0".repeat(64) }).await.unwrap_err();
    assert_eq!((gone.code.as_str(), &gone.title), ("not_found", &never.title));
    // The world's link opens for thirty days more.
    let other = Verify { secret: world.secret.clone() };
    app.clock().advance_minutes(30 * 24 * 60);
    anybody.send(&other).await.expect("the last day");
    app.clock().advance_minutes(24 * 60);
    assert_eq!(anybody.send(&other).await.unwrap_err().code, "not_found");
    app.deliver().await;
}

#[tokio::test]
async fn a_link_opens_no_longer_than_its_document() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    world.document(&app).await;
    let client = app.sign_in("titolare").await;
    let company = world.company;
    let last = show(&client, company).await.document.expect("a document").expires;
    let reason = async |until: Day| {
        let refused = client.send(&Share { company, until: Some(until) }).await.unwrap_err();
        refused.errors[0].reason.clone()
    };
    assert_eq!(reason(last.plus_days(1)).await, "after_document");
    assert_eq!(reason(app.app().today().plus_days(-1)).await, "past");
    let link = client.send(&Share { company, until: Some(last) }).await.expect("a link").link;
    assert_eq!((link.until, link.open), (last, true));
}

#[tokio::test]
async fn what_was_checked_is_an_archive_of_the_file_and_a_column_of_the_grid() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    world.document(&app).await;
    let client = app.sign_in("consulente").await;
    let shown = show(&client, world.company).await;
    let document = shown.document.expect("a document");
    assert_eq!((document.stage, document.days_left), (Stage::Valid, 60));
    let section = matters::durc::SECTION.slug.to_owned();
    let request = shared::sections::List { company: world.company, section, ..Default::default() };
    assert_eq!(client.send(&request).await.expect("an archive").items.len(), 1);
    let grid = client.send(&shared::practice::Grid {}).await.expect("a grid");
    assert_eq!(grid.durc_until, [Some(document.expires)]);
    assert_eq!(grid.durc, [Some(shared::durc::Light::Green)]);
}

/// What the log has of the monthly checks of a company, the oldest first.
fn logged(app: &TestApp, company: CompanyId) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let read = app.app().store().read(|tx| {
        audit::each(tx, |entry| {
            if entry.action == "durc.monthly" && entry.company == Some(company) {
                found.push((entry.subject.unwrap_or_default(), entry.detail.unwrap_or_default()));
            }
            ControlFlow::Continue(())
        })
    });
    read.expect("the log");
    found.sort();
    found
}

#[tokio::test]
async fn the_internal_durc_has_one_outcome_a_company_and_month() {
    let store = Store::in_memory().expect("memory holds a store");
    let app = TestApp::with().store(store.clone()).build().await;
    let (practice, company) = (World::of(&app).await.practice, quiet_of(&app).await);
    let from = app.app().today().plus_days(-100);
    let grant = Grant { practice, company, from, to: None };
    app.write(move |tx| delegations::grant(tx, &grant)).await;
    owes(&app, company, "900.00").await;
    let told = |app: &TestApp| {
        let about = "DURC interno di Falegnameria Quieta";
        app.mail().iter().filter(|mail| mail.subject.starts_with(about)).count()
    };
    let known = |app: &TestApp| {
        app.app().store().read(|tx| monthly(tx, company, Month::new(2026, 1).unwrap())).unwrap()
    };
    let october = ("2026-10".to_owned(), "gap notified".to_owned());
    for minutes in [0, 120, 24 * 60] {
        app.clock().advance_minutes(minutes);
        app.deliver().await;
        assert_eq!((told(&app), known(&app).len()), (1, 1), "after {minutes} minutes more");
        assert_eq!(logged(&app, company), std::slice::from_ref(&october));
    }
    assert!(app.mail().iter().any(|mail| mail.body.contains("900,00")), "what it is about");

    // Another month, and a server that begins anew on its first day and again: one outcome more.
    let november = Day::new(2026, 11, 1).unwrap();
    for _ in 0..2 {
        let app = TestApp::with().store(store.clone()).build().await;
        app.clock().set(Instant::from_rome(november, 8, 0).unwrap());
        app.deliver().await;
        let notified: Vec<_> = known(&app).iter().map(|one| (one.month, one.notified)).collect();
        let month = |number| Month::new(2026, number).unwrap();
        let first = Day::new(2026, 10, 14).unwrap();
        assert_eq!(notified, [(month(10), Some(first)), (month(11), Some(november))]);
        assert_eq!(logged(&app, company).len(), 2);
    }
    // Paid within the fifteen days, the month is cured: it is said once.
    owes(&app, company, "0.00").await;
    app.clock().set(Instant::from_rome(november.plus_days(4), 8, 0).unwrap());
    for _ in 0..2 {
        app.clock().advance_minutes(120);
        app.deliver().await;
        assert_eq!(known(&app)[1].cured, Some(november.plus_days(4)));
        assert_eq!(logged(&app, company).len(), 3);
    }
    assert_eq!(told(&app), 1, "what the other servers sent is not sent again");
}

/// A claim of the institute within the cut-off, in a phase, with what else is said of it.
fn claim(phase: &str, more: Value) -> (&'static str, Value) {
    let mut record = json!({ "id": "D-1", "kind": "verbale_inps", "competence_from": "2026-05",
        "phase": phase, "contributions": "1000.00", "residual": "1000.00", "since": "2026-07-20" });
    if let (Some(record), Value::Object(more)) = (record.as_object_mut(), more) {
        record.extend(more);
    }
    ("crediti", record)
}

/// An entry of it in the collection roll, in a state.
fn in_roll(state: &str) -> (&'static str, Value) {
    let record = json!({ "number": "AVA-1", "state": state, "kind": "avviso_addebito",
        "formed": "2026-08-01", "notified": "2026-08-05", "total": "1000.00", "residual": "1000.00" });
    ("iscrizioni-ruolo", record)
}

/// An appeal against a notice, and what became of it.
fn appealed(state: &str, decided: Option<&str>) -> (&'static str, Value) {
    let record = json!({ "number": "RIC-1", "state": state, "filed": "2026-07-25",
        "decided": decided, "notice": "NR-1" });
    ("ricorsi", record)
}

/// The same appeal, rejected and then brought before a court.
fn in_court() -> (&'static str, Value) {
    let (archive, mut record) = appealed("respinto", Some("2026-09-20"));
    record["court"] = json!("2026-09-30");
    (archive, record)
}

/// What each archive brings that makes up for a claim, with the cause that the check then names.
fn covering() -> Vec<(Vec<(&'static str, Value)>, CoverCause)> {
    let entered = || json!({ "roll_entry": "AVA-1" });
    let of_notice = || json!({ "kind": "nota_rettifica", "notice": "NR-1" });
    let plan = json!({ "protocol": "P-1", "state": "in_corso", "applied": "2026-08-01",
        "first_due": "2026-09-01", "credit": "D-1", "debt": "1000.00" });
    let procedure = json!({ "register_number": "1/2026", "kind": "amministrazione_straordinaria",
        "state": "aperta", "court": "Tribunale di Roma", "decreed": "2026-09-01" });
    let bankruptcy = json!({ "register_number": "2/2026", "kind": "liquidazione_giudiziale",
        "state": "aperta", "court": "Tribunale di Roma", "decreed": "2026-08-20",
        "continued": "2026-09-01" });
    let certified = json!({ "id": "C-1", "kind": "credito_certificato", "phase": "disponibile",
        "competence_from": "2026-05", "contributions": "-1000.00", "residual": "-1000.00" });
    vec![
        (vec![claim("rateizzata", json!({}))], CoverCause::Instalments),
        (
            vec![claim("recupero_crediti", json!({})), ("domande-dilazione", plan)],
            CoverCause::Instalments,
        ),
        (vec![claim("affidata", entered()), in_roll("rateizzato")], CoverCause::Instalments),
        (vec![claim("sospesa", json!({}))], CoverCause::SuspendedByLaw),
        (vec![claim("compensazione", json!({}))], CoverCause::SetOff),
        (
            vec![claim("recupero_crediti", of_notice()), appealed("pendente", None)],
            CoverCause::Appeal,
        ),
        (vec![claim("contestazione", of_notice()), in_court()], CoverCause::CourtCase),
        (vec![claim("affidata", entered()), in_roll("sospeso")], CoverCause::CollectionSuspended),
        (
            vec![claim("affidata", entered()), in_roll("definizione_agevolata")],
            CoverCause::FacilitatedSettlement,
        ),
        (
            vec![claim("recupero_crediti", json!({})), ("procedure-concorsuali", procedure)],
            CoverCause::Insolvency,
        ),
        (
            vec![claim("recupero_crediti", json!({})), ("procedure-concorsuali", bankruptcy)],
            CoverCause::Insolvency,
        ),
        (
            vec![claim("recupero_crediti", json!({})), ("crediti", certified)],
            CoverCause::CertifiedCredits,
        ),
    ]
}

/// The part that a debt of the world's company has in the check, and what covers it.
async fn part(client: &Client, world: &World, key: &str) -> (Role, Vec<CoverCause>) {
    let check = show(client, world.company).await.check;
    let debts = check.gestioni.into_iter().flat_map(|gestione| gestione.debts);
    let found = debts.into_iter().find(|debt| debt.key == key).expect("the debt");
    (found.role, found.causes)
}

#[tokio::test]
async fn every_cause_that_covers_a_debt_follows_from_the_archives() {
    let mut told = 0;
    for (records, cause) in covering() {
        let app = TestApp::new().await;
        let world = World::of(&app).await;
        world.feed(&app, &records).await;
        let client = app.sign_in("titolare").await;
        let found = part(&client, &world, "D-1").await;
        assert_eq!(found, (Role::Covered, vec![cause]), "{records:?}");
        // Where it is still to be recovered there is evidence, which says the same.
        if let Ok(piece) = client.send(&piece(&world)).await {
            assert!(!piece.severity.durc, "{records:?}");
            assert_eq!(piece.tracked.evidence.covers, [cause], "{records:?}");
            told += 1;
        }
    }
    assert_eq!(told, 8, "what is owed still, covered or not");
}

/// Asks for the evidence of the claim.
fn piece(world: &World) -> shared::evidence::Show {
    shared::evidence::Show { company: world.company, key: "E11~debt~D-1".to_owned() }
}

#[tokio::test]
async fn what_is_due_or_was_only_opposed_counts() {
    let entered = json!({ "roll_entry": "AVA-1" });
    let lapsed = json!({ "plan": "R-1", "state": "decaduta", "notice": "AVA-1",
        "granted": "2026-08-20", "instalments": 36, "total": "1000.00", "residual": "1000.00" });
    let of_notice = || json!({ "kind": "nota_rettifica", "notice": "NR-1" });
    // The position of the company is active, and yet nothing says that the business of the bankrupt goes on.
    let bankruptcy = |more: Value| {
        let mut record = json!({ "register_number": "2/2026", "kind": "fallimento",
            "state": "aperta", "court": "Tribunale di Roma", "decreed": "2026-09-01" });
        if let (Some(record), Value::Object(more)) = (record.as_object_mut(), more) {
            record.extend(more);
        }
        vec![claim("recupero_crediti", json!({})), ("procedure-concorsuali", record)]
    };
    for records in [
        bankruptcy(json!({})),
        // It did, and no longer does; it does since a day before the claim was due.
        bankruptcy(json!({ "continued": "2026-09-05", "continued_to": "2026-10-01" })),
        bankruptcy(json!({ "continued": "2026-06-01" })),
        // The appeal is lost, and the archive knows of no court.
        vec![claim("contestazione", of_notice()), appealed("respinto", Some("2026-09-30"))],
        vec![claim("recupero_crediti", json!({}))],
        vec![claim("contestazione", entered.clone()), in_roll("opposto")],
        vec![claim("affidata", entered), in_roll("rateizzato"), ("dilazioni-cartella", lapsed)],
        vec![claim("recupero_crediti", of_notice()), appealed("respinto", Some("2026-09-30"))],
    ] {
        let app = TestApp::new().await;
        let world = World::of(&app).await;
        world.feed(&app, &records).await;
        let client = app.sign_in("titolare").await;
        let found = part(&client, &world, "D-1").await;
        assert_eq!(found, (Role::Counts, vec![]), "{records:?}");
        let piece = client.send(&piece(&world)).await.expect("evidence");
        assert!(piece.severity.durc, "{records:?}");
        assert_eq!(piece.tracked.evidence.covers, [], "{records:?}");
    }
}

#[tokio::test]
async fn an_appeal_covers_its_notice_while_it_is_pending() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let notice = json!({ "number": "NR-1", "state": "inviata", "month": "2026-01",
        "matricola": "7012345763", "side": "attiva", "differences": "900.00",
        "sanctions": "50.00", "total": "950.00", "issued": "2026-06-01",
        "notified": "2026-06-03", "pay_by": "2026-07-01", "durc": true });
    world.feed(&app, &[("note-rettifica", notice)]).await;
    let client = app.sign_in("titolare").await;
    let evidence = shared::evidence::Show { company: world.company, key: "E02~NR-1".to_owned() };
    let counts = (Role::Counts, vec![]);
    assert_eq!(part(&client, &world, "notice:NR-1").await, counts);
    assert!(client.send(&evidence).await.unwrap().severity.durc);
    world.feed(&app, &[appealed("pendente", None)]).await;
    let covered = (Role::Covered, vec![CoverCause::Appeal]);
    assert_eq!(part(&client, &world, "notice:NR-1").await, covered);
    assert!(!client.send(&evidence).await.unwrap().severity.durc);
    world.feed(&app, &[appealed("respinto", Some("2026-10-10"))]).await;
    assert_eq!(part(&client, &world, "notice:NR-1").await, counts);
}
