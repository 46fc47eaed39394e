//! Offices that archives name: those opened since are known as those of the table are, and all are called what they are called today.

use shared::changes::{self, Since};
use shared::intake::{ImportState, IssueCode};
use shared::lang::Lang;
use shared::offices::{OfficeChange, OfficeKind};
use shared::sections::{self, Correct, Export, List, Remove, Row, by_slug, key, written};

use crate::every_section::{House, sample};
use crate::offices::{change, decide};

#[tokio::test]
async fn an_office_opened_since_is_fed_corrected_found_and_called_by_its_name() {
    let house = House::empty().await;
    let operator = house.app.sign_in("operatore").await;
    let section = by_slug("lavoratori-autonomi").unwrap();
    let (place, field) = section.field("office").unwrap();
    let said = |row: &Row| written(row, place, field, Lang::It);
    let mut cells = sample::record(section, 1);
    cells[place] = Some("7999".to_owned());
    let line = sample::put(section, &house.tax_code, &cells);
    let report = house.feed("before.jsonl", &line).await;
    let found: Vec<_> = report.issues.iter().map(|issue| (issue.code, issue.line)).collect();
    assert_eq!(found, [(IssueCode::Office, 1)]);

    let today = house.app.app().today();
    let named = |office, name: &str| {
        let name = Some(name.to_owned());
        OfficeChange { name, ..change(today, office) }
    };
    let opened = OfficeChange { kind: Some(OfficeKind::Seat), ..named("7999", "Roma Nuova") };
    decide(&house.administrator, vec![opened, named("7010", "Roma Sud")]).await.unwrap();
    let report = house.feed("after.jsonl", &format!("{line}\n")).await;
    assert_eq!(report.import.state, ImportState::Accepted, "{:?}", report.issues);
    assert_eq!(said(&house.rows(section).await[0]).as_deref(), Some("7999 Roma Nuova"));
    let found = List { search: Some("roma nuova".to_owned()), ..house.list(section) };
    assert_eq!(house.owner.send(&found).await.unwrap().items.len(), 1);
    let (company, slug) = (house.company(), section.slug.to_owned());
    let export = Export { company, section: slug.clone(), ..Default::default() };
    let file = house.owner.call(house.owner.request(&export, "")).await;
    assert!(String::from_utf8_lossy(&file.body).contains("\"7999 Roma Nuova\""));

    let correct = |office: &str| {
        let mut cells = cells.clone();
        cells[place] = Some(office.to_owned());
        let (section, key) = (slug.clone(), key(section, &cells));
        Correct { company, section, key, version: 1, reason: "Sede sbagliata".to_owned(), cells }
    };
    let problem = operator.send(&correct("9998")).await.unwrap_err();
    let wrong = &problem.errors[0];
    assert_eq!((wrong.field.as_str(), wrong.reason.as_str()), ("office", "office"));
    let record = operator.send(&correct("7010")).await.unwrap();
    assert_eq!(said(&record.row).as_deref(), Some("7010 Roma Sud"));
    let called = |digits: &Option<String>, names: &[(String, String)]| {
        sections::named(field, digits.as_deref().unwrap(), names, Lang::It)
    };
    let told = &record.revisions[0].changes[0];
    let words = [&told.before, &told.after].map(|digits| called(digits, &record.row.offices));
    assert_eq!(words, ["7999 Roma Nuova", "7010 Roma Sud"], "the history");

    let since = Since { section: Some(section.number), ..Since::default() };
    let change = house.owner.send(&since).await.unwrap().items.remove(0);
    let told = &change.fields[0];
    let words = [&told.before, &told.after].map(|digits| called(digits, &change.offices));
    assert_eq!(words, ["7999 Roma Nuova", "7010 Roma Sud"], "what changed");
    let export = changes::Export { section: Some(section.number), ..Default::default() };
    let file = house.owner.call(house.owner.request(&export, "")).await;
    let file = String::from_utf8_lossy(&file.body).into_owned();
    assert!(file.contains("7999 Roma Nuova") && file.contains("7010 Roma Sud"), "{file}");
}

#[tokio::test]
async fn what_was_removed_calls_its_office_by_its_name_too() {
    let house = House::empty().await;
    let operator = house.app.sign_in("operatore").await;
    let section = by_slug("lavoratori-autonomi").unwrap();
    let (place, field) = section.field("office").unwrap();
    let mut cells = sample::record(section, 1);
    cells[place] = Some("7010".to_owned());
    house.feed("one.jsonl", &sample::put(section, &house.tax_code, &cells)).await;
    let name = Some("Roma Sud".to_owned());
    let renamed = OfficeChange { name, ..change(house.app.app().today(), "7010") };
    decide(&house.administrator, vec![renamed]).await.unwrap();
    let (company, slug) = (house.company(), section.slug.to_owned());
    let (key, reason) = (key(section, &cells), "Per errore".to_owned());
    let remove = Remove { company, section: slug, key, version: 1, reason };
    let gone = operator.send(&remove).await.unwrap();
    assert!(gone.removed);
    assert_eq!(written(&gone.row, place, field, Lang::It).as_deref(), Some("7010 Roma Sud"));
}
