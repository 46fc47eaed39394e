//! A file checked before it is sent: what the server is asked, what it tells nobody, and that the check says what the import will.

use bytes::Bytes;
use harness::{Client, TestApp, World};
use shared::calendar::Month;
use shared::companies;
use shared::intake::{FileKind, ImportState, Issue, Show, Submit};
use shared::parameters::Current;
use shared::preflight::{About, Known, KnownMonth, MAX_ASKED, Report, read};

const SAMPLE: &str = include_str!("../../../data/uniemens-2025-09.xml");

async fn world() -> (TestApp, World, Client, String) {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let consultant = app.sign_in("consulente").await;
    let company = consultant.send(&companies::Show { company: world.company }).await;
    let company = company.expect("the consultant may see it");
    (app, world, consultant, company.tax_code)
}

fn month(text: &str) -> Month {
    Month::parse(text).expect("a month")
}

async fn known(client: &Client, tax_code: &str, of: &str) -> Vec<KnownMonth> {
    let about = About { tax_code: tax_code.to_owned(), month: month(of) };
    client.send(&Known::of(&[about])).await.expect("an answer")
}

/// The sample for the world's company in September 2026.
fn file(tax_code: &str) -> String {
    SAMPLE
        .replace("<CFAzienda>12345678903", &format!("<CFAzienda>{tax_code}"))
        .replace("7012345662", "7012345763")
        .replace("2025-09", "2026-09")
}

async fn report(app: &TestApp, client: &Client, xml: &str) -> Report {
    let set = client.send(&Current {}).await.expect("parameters");
    let reading = read(xml.as_bytes(), app.app().today(), &set).expect("bytes are read");
    let mut known = Vec::new();
    for about in reading.about().chunks(MAX_ASKED) {
        known.extend(client.send(&Known::of(about)).await.expect("an answer"));
    }
    reading.report(&set, Some(&known)).expect("a report")
}

/// What the import says of the same file.
async fn imported(client: &Client, xml: &str) -> (u32, u32, Vec<Issue>) {
    let submit = Submit { kind: FileKind::Uniemens, name: "prova.xml".to_owned() };
    let import = client.hand_in(&submit, Bytes::from(xml.to_owned())).await.expect("an import");
    loop {
        let report = client.send(&Show { import: import.id }).await.expect("its report");
        if !matches!(report.import.state, ImportState::Running { .. }) {
            return (report.import.errors, report.import.warnings, report.issues);
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn what_is_known_is_told_to_whoever_may_hand_in_files() {
    let (_app, world, consultant, tax_code) = world().await;
    let [answer] = known(&consultant, &tax_code, "2026-10").await.try_into().unwrap();
    let company = answer.company.unwrap();
    assert_eq!((answer.tax_code, company.id), (tax_code, world.company));
    let [position] = company.positions.as_slice() else { panic!("one position") };
    assert_eq!(position.matricola, "7012345763");
    assert!(position.facts.active && position.facts.csc.is_some());
    let september = company.returns.iter().find(|one| one.month == month("2026-09")).unwrap();
    assert_eq!(september.due, september.paid);
    assert!(september.workers.as_ref().is_some_and(|workers| !workers.is_empty()));
    assert!(company.returns.iter().all(|one| one.month <= month("2026-10")));
}

#[tokio::test]
async fn a_company_of_others_is_none() {
    let (app, world, consultant, tax_code) = world().await;
    let stranger = app.sign_in("estraneo").await;
    let [answer] = known(&stranger, &tax_code, "2026-09").await.try_into().unwrap();
    assert_eq!(answer.company, None);
    let other = stranger.send(&companies::Show { company: world.other }).await.unwrap();
    let [answer] = known(&consultant, &other.tax_code, "2026-09").await.try_into().unwrap();
    let [nobody] = known(&consultant, "00000000000", "2026-09").await.try_into().unwrap();
    assert_eq!((answer.company, nobody.company), (None, None));
}

#[tokio::test]
async fn what_cannot_be_read_is_refused() {
    let (_app, _world, consultant, tax_code) = world().await;
    let one = format!("{tax_code}~2026-09");
    let many = vec![one.as_str(); MAX_ASKED + 1].join(",");
    for about in ["", "2026-09", "x~y", &many] {
        let problem = consultant.send(&Known { about: about.to_owned() }).await.unwrap_err();
        assert_eq!(problem.code, "invalid", "{about}");
    }
}

#[tokio::test]
async fn the_check_says_what_the_import_will() {
    let (app, _world, consultant, tax_code) = world().await;
    let good = file(&tax_code);
    for (from, to) in [
        ("696,06", "690,06"),
        ("<Qualifica3>I", "<Qualifica3>D"),
        ("RSSMRA80A01H501U", "RSSMRA80A01H501X"),
        ("7012345763", "4912345631"),
        ("<CFAzienda>", "<CFAzienda>0"),
        ("2026-09", "2019-02"),
        ("<NumDenIndiv>2", "<NumDenIndiv>3"),
        ("<TotaleADebito>1276", "<TotaleADebito>1300"),
        ("<DenunceMensili>", "<!DOCTYPE a><DenunceMensili>"),
        ("</Matricola>", "</Matricol>"),
    ] {
        assert!(good.contains(from), "{from}");
        let xml = good.replacen(from, to, 1);
        let checked = report(&app, &consultant, &xml).await;
        let said = (checked.errors, checked.warnings, checked.issues);
        assert_eq!(said, imported(&consultant, &xml).await, "{from} → {to}");
        assert!(said.0 + said.1 > 0, "{from} → {to}");
    }
    let checked = report(&app, &consultant, &good).await;
    assert_eq!((checked.errors, checked.warnings), (0, 0), "{:?}", checked.issues);
    assert!(checked.checked[0].replaces.is_some(), "September is declared already");
    assert_eq!(imported(&consultant, &good).await, (0, 0, Vec::new()));
}
