//! Parameters replaced without a new release: who may, what is refused, and what then reckons with them.

use std::path::PathBuf;

use backend::intake::service::import_files;
use harness::{Client, TestApp, World, company};
use shared::calendar::Day;
use shared::fault::Problem;
use shared::ids::CompanyId;
use shared::intake::{FileKind, ImportState, IssueCode};
use shared::money::Rate;
use shared::parameters::{Change, Current, History, NOTE, Replace, Show, Subject, Version};
use shared::practice::Grid;
use shared::{durc, evidence, notices};

async fn with_world() -> TestApp {
    let app = TestApp::new().await;
    World::of(&app).await;
    app
}

/// What stands beside what the server says of the DURC, of evidence and of notices.
async fn beside(client: &Client, company: CompanyId) -> [Version; 3] {
    let durc = client.send(&durc::Show { company }).await.expect("a DURC").parameters;
    let company = Some(company);
    let evidence = client.send(&evidence::Count { company }).await.expect("counts").parameters;
    let notices = client.send(&notices::Count { company }).await.expect("counts").parameters;
    [durc, evidence.expect("a version"), notices.expect("a version")]
}

#[tokio::test]
async fn the_version_stands_beside_every_result() {
    let app = TestApp::new().await;
    let company = World::of(&app).await.company;
    let (owner, administrator) =
        (app.sign_in("titolare").await, app.sign_in("amministratore").await);
    let shipped = owner.send(&Current {}).await.unwrap().version;
    assert_eq!(beside(&owner, company).await, [shipped; 3]);
    replace(&administrator, Subject::Interest, Some(other_tur()), 0).await.unwrap();
    let now = owner.send(&Current {}).await.unwrap().version;
    assert_ne!(now, shipped);
    assert_eq!(beside(&owner, company).await, [now; 3]);
}

#[tokio::test]
async fn what_the_grid_keeps_in_memory_follows_the_parameters() {
    let app = TestApp::new().await;
    World::of(&app).await;
    let company = company(3, "Falegnameria Quieta");
    let company = company.represented_by("Mario Rossi", "RSSMRA70A01H501S").store(&app).await;
    let (owner, administrator) =
        (app.sign_in("titolare").await, app.sign_in("amministratore").await);
    let asked = owner.send(&durc::Ask { company, mail: false }).await.unwrap();
    let document = asked.document.expect("a document");
    let until = async || {
        let grid = owner.send(&Grid {}).await.unwrap();
        let at = grid.id.iter().position(|id| *id == company).expect("the company is in it");
        grid.durc_until[at]
    };
    assert_eq!(until().await, Some(document.issued.plus_days(120)));
    let ninety = Subject::Durc.shipped().replacen("\"value\": 120", "\"value\": 90", 1);
    replace(&administrator, Subject::Durc, Some(ninety), 0).await.unwrap();
    assert_eq!(until().await, Some(document.issued.plus_days(90)));
    app.deliver().await;
}

/// Replaces a subject; nothing for the text goes back to what is shipped.
async fn replace(
    client: &Client,
    subject: Subject,
    json: Option<String>,
    number: u64,
) -> Result<Change, Problem> {
    client.send(&Replace { subject, json, note: "Decreto di prova".to_owned(), number }).await
}

/// The TUR as shipped but for one rate.
fn other_tur() -> String {
    Subject::Interest.shipped().replacen("\"value\": ", "\"value\": 1", 1)
}

#[tokio::test]
async fn everybody_reckons_with_what_the_administrator_put_in_place() {
    let app = with_world().await;
    let (owner, administrator) =
        (app.sign_in("titolare").await, app.sign_in("amministratore").await);
    let shipped = owner.send(&Current {}).await.unwrap();
    assert_eq!(shipped.replaced, []);

    let made = replace(&administrator, Subject::Interest, Some(other_tur()), 0).await.unwrap();
    assert_eq!((made.number, made.subject, made.shipped), (1, Subject::Interest, false));
    let now = owner.send(&Current {}).await.unwrap();
    assert_eq!(now.version.number, shipped.version.number + 1);
    assert!(now.version > shipped.version || now.version.day >= shipped.version.day);
    assert_ne!(now.interest, shipped.interest);
    assert_eq!(now.sanctions, shipped.sanctions);
    assert_eq!(now.replaced.len(), 1);

    let text = administrator.send(&Show { subject: Subject::Interest, number: None }).await;
    let text = text.unwrap();
    assert_eq!((text.json, text.number), (other_tur(), 1));
    replace(&administrator, Subject::Interest, None, 1).await.unwrap();
    let back = owner.send(&Current {}).await.unwrap();
    assert_eq!((&back.interest, back.replaced.len()), (&shipped.interest, 0));
    assert_eq!(back.version.number, shipped.version.number + 2);
}

#[tokio::test]
async fn what_was_there_stays_in_the_history() {
    let app = with_world().await;
    let (auditor, administrator) =
        (app.sign_in("revisore").await, app.sign_in("amministratore").await);
    replace(&administrator, Subject::Interest, Some(other_tur()), 0).await.unwrap();
    replace(&administrator, Subject::Terms, None, 0).await.unwrap();
    replace(&administrator, Subject::Interest, None, 1).await.unwrap();
    let page = auditor.send(&History { cursor: None, limit: Some(2) }).await.unwrap();
    let told: Vec<_> = page.items.iter().map(|change| (change.number, change.subject)).collect();
    assert_eq!(told, [(3, Subject::Interest), (2, Subject::Terms)]);
    assert!(page.items[0].by.is_some() && page.items[0].note == "Decreto di prova");
    let rest = auditor.send(&History { cursor: page.next, limit: None }).await.unwrap();
    assert_eq!(rest.items.iter().map(|change| change.number).collect::<Vec<_>>(), [1]);

    let subject = Subject::Interest;
    let first = auditor.send(&Show { subject, number: Some(1) }).await.unwrap();
    assert_eq!(first.json, other_tur());
    let shipped = auditor.send(&Show { subject, number: Some(0) }).await.unwrap();
    assert_eq!(shipped.json, subject.shipped());
    for number in [2, 9] {
        let missing = auditor.send(&Show { subject, number: Some(number) }).await.unwrap_err();
        assert_eq!(missing.code, "not_found", "{number}");
    }
    let forbidden = replace(&auditor, subject, None, 3).await.unwrap_err();
    assert_eq!(forbidden.code, "forbidden");
}

#[tokio::test]
async fn what_is_no_parameter_is_refused_with_its_place() {
    let app = with_world().await;
    let administrator = app.sign_in("amministratore").await;
    let before = app.audited();
    for (json, field) in [
        ("{", "json:1:1"),
        ("{\n \"tur\": [],\n \"legale\": []\n}", "json:3:9"),
        ("{\"tur\": []}", "json:1:11"),
        (Subject::Sanctions.shipped(), "json:2:11"),
    ] {
        let refused = replace(&administrator, Subject::Interest, Some(json.to_owned()), 0).await;
        let refused = refused.unwrap_err();
        assert_eq!(refused.code, "invalid", "{json}");
        assert_eq!(refused.errors[0].field, field, "{refused:?}");
        assert!(!refused.errors[0].reason.is_empty());
    }
    for (note, reason) in [(" ".to_owned(), "empty"), ("x".repeat(NOTE + 1), "too_long")] {
        let request = Replace { subject: Subject::Terms, json: None, note, number: 0 };
        let refused = administrator.send(&request).await.unwrap_err();
        assert_eq!(refused.errors[0].reason, reason);
    }
    let stale = replace(&administrator, Subject::Interest, None, 7).await.unwrap_err();
    assert_eq!((stale.code.as_str(), stale.value), ("conflict", Some(0)));
    assert_eq!(app.audited(), before);
    let unknown = administrator.get("/api/v1/parameters/subjects/holidays").await;
    assert_eq!(unknown.problem().code, "not_found");
}

#[tokio::test]
async fn declarations_are_checked_by_the_parameters_in_force() {
    let app = with_world().await;
    let administrator = app.sign_in("amministratore").await;
    // One point more for pensions.
    let rates = Subject::Rates.shipped().replace("\"total\": 330000", "\"total\": 340000");
    replace(&administrator, Subject::Rates, Some(rates), 0).await.unwrap();
    let set = administrator.send(&Current {}).await.unwrap();
    let expected = shared::rates::expected_rate(
        &set.contributions,
        &shared::fiscal::Csc::parse("70201").unwrap(),
        &[],
        5,
        '1',
        false,
        shared::calendar::Month::of(Day::new(2025, 9, 1).unwrap()),
    );
    assert!(expected.unwrap().total > Rate::from_hundredths(39_00));

    let data = |name: &str| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data").join(name);
    let registry = [data("registry-forno.json")];
    import_files(app.app(), FileKind::Registry, &registry).await.unwrap();
    let uniemens = [data("uniemens-2025-09.xml")];
    let reports = import_files(app.app(), FileKind::Uniemens, &uniemens).await.unwrap();
    let [report] = reports.as_slice() else { panic!("{reports:?}") };
    assert_eq!(report.import.state, ImportState::Refused, "{report:?}");
    let expected: Vec<_> = report
        .issues
        .iter()
        .filter(|issue| issue.code == IssueCode::RateDifference)
        .filter_map(|issue| issue.expected.as_deref())
        .collect();
    assert_eq!(expected, ["714,06", "595,05"], "{:?}", report.issues);
}
