//! What the register of companies says, in its sections.

use harness::company;
use serde_json::json;
use shared::fiscal::Matricola;
use shared::intake::{FileKind, Submit};
use shared::sections::registry::{periods, states};
use shared::sections::relations::{persons, same_code};
use shared::sections::{List, Row, Section, Target};

use crate::every_section::{House, sample};

#[tokio::test]
async fn a_state_tells_who_entered_it_and_a_period_how_many_worked_for_themselves() {
    let house = House::empty().await;
    let extract = json!({ "tax_code": house.tax_code, "name": "Trattoria Esempio",
        "extracted": house.app.app().today().to_string(),
        "positions": [{ "matricola": house.matricola, "office": "7010", "opened": "2020-01-01",
            "states": [{ "state": "active", "from": "2020-01-01" },
                { "state": "suspended", "from": "2020-03-09", "entered": "2020-03-12T09:12",
                    "entered_by": "Operatore 7010-03" }],
            "periods": [{ "from": "2020-01-01", "csc": "70502", "self_employed": 2 }] }] });
    let submit = Submit { kind: FileKind::Registry, name: "again.json".to_owned() };
    let import = house.administrator.hand_in(&submit, extract.to_string()).await.unwrap();
    assert_eq!(import.errors, 0);
    let said = |section: &Section, row: &Row, name: &str| {
        row.cells[section.field(name).unwrap().0].clone()
    };
    // The owner was of the register too, and is no longer in it.
    let office = house.app.sign_in("operatore").await;
    let rows = async |section: &Section| office.send(&house.list(section)).await.unwrap().items;
    let section = &states::SECTION;
    let [last, first] = rows(section).await.try_into().unwrap();
    let entered = |row: &Row| (said(section, row, "entered"), said(section, row, "entered_by"));
    let whole = (Some("2020-03-12T09:12".to_owned()), Some("Operatore 7010-03".to_owned()));
    assert_eq!((entered(&last), entered(&first)), (whole, (None, None)));
    let section = &periods::SECTION;
    assert_eq!(said(section, &rows(section).await[0], "self_employed").as_deref(), Some("2"));
}

#[tokio::test]
async fn the_brief_data_say_where_the_company_is_enrolled_and_a_position_leads_to_its_details() {
    let house = House::empty().await;
    let brief = shared::sections::by_slug("dati-sintetici").unwrap();
    let key_of = house.rows(brief).await[0].key.clone();
    let row = house.record(brief, &key_of).await.row;
    let said = |name: &str| row.cells[brief.field(name).unwrap().0].as_deref();
    assert_eq!(said("matricola"), Some(house.matricola.as_str()));
    assert_eq!((said("office"), said("state")), (Some("7010"), Some("attiva")));
    assert!(said("since").is_some() && said("opened").is_some());
    // Whoever may act for it, by name and tax code; nobody has asked for a DURC yet.
    let acts = said("intermediary").unwrap();
    assert!(acts.matches(" (").count() == 2 && acts.ends_with(')'), "{acts}");
    assert_eq!(said("regularity"), None);
    let durc = shared::sections::by_slug("durc").unwrap();
    let mut cells = sample::record(durc, 1);
    let today = house.app.app().today();
    for (name, value) in [
        ("state", "regolare".to_owned()),
        ("checked", today.to_string()),
        ("issued", today.to_string()),
        ("expires", today.plus_days(120).to_string()),
        ("invited", String::new()),
    ] {
        cells[durc.field(name).unwrap().0] = Some(value).filter(|value| !value.is_empty());
    }
    house.feed("durc.jsonl", &sample::put(durc, &house.tax_code, &cells)).await;
    let row = house.record(brief, &key_of).await.row;
    let said = |name: &str| row.cells[brief.field(name).unwrap().0].as_deref();
    assert_eq!(said("regularity"), Some("regolare"));
    let workforce = shared::sections::by_slug("forza-lavoro").unwrap();
    let mut cells = sample::record(workforce, 1);
    cells[workforce.field("month").unwrap().0] = said("workforce_month").map(str::to_owned);
    cells[workforce.field("certified").unwrap().0] = Some("3".to_owned());
    assert_eq!(said("workforce_certified"), None);
    house.feed("workforce.jsonl", &sample::put(workforce, &house.tax_code, &cells)).await;
    let row = house.record(brief, &key_of).await.row;
    let (place, _) = brief.field("workforce_certified").unwrap();
    assert_eq!(row.cells[place].as_deref(), Some("3"));

    let detail = shared::sections::by_slug("dettaglio-posizioni").unwrap();
    let mut cells = sample::record(detail, 1);
    cells[detail.field("matricola").unwrap().0] = Some(house.matricola.clone());
    house.feed("detail.jsonl", &sample::put(detail, &house.tax_code, &cells)).await;
    let positions = shared::sections::by_slug("posizioni").unwrap();
    let links = house.record(positions, &house.matricola).await.links;
    let [link] = links.as_slice() else { panic!("{links:?}") };
    assert!(matches!(&link.target, Target::Record { section, .. } if section == detail.slug));
}

#[tokio::test]
async fn a_person_is_told_by_the_tax_code() {
    let house = House::empty().await;
    let section = &persons::SECTION;
    let [row] = house.rows(section).await.try_into().unwrap();
    let record = house.record(section, &row.key).await;
    let said = |name: &str| record.row.cells[section.field(name).unwrap().0].as_deref();
    assert_eq!(said("tax_code"), Some("RSSMRA70A01H501S"));
    assert_eq!(said("sex"), Some("m"));
    assert_eq!(said("born"), Some("1970-01-01"));
    assert_eq!(said("birthplace"), Some("Roma (RM)"));
    // What the register does not say of them is unknown.
    for unknown in ["residence", "citizenship", "deed", "elector", "certified"] {
        assert_eq!(said(unknown), None, "{unknown}");
    }
}

#[tokio::test]
async fn the_positions_of_the_register_are_among_those_of_the_tax_code() {
    let house = House::empty().await;
    let section = &same_code::SECTION;
    let place = |name: &str| section.field(name).unwrap().0;
    let former = Matricola::compose(49, 199_001).unwrap().to_string();
    let two = company(641, "Azienda con due posizioni")
        .position("7031990090", "7010")
        .position(&former, "4900")
        .ceased();
    let two = two.store(&house.app).await;
    let office = house.app.sign_in("operatore").await;
    let list = List { company: two, section: section.slug.to_owned(), ..List::default() };
    let rows = office.send(&list).await.unwrap().items;
    let of = |key: &str| rows.iter().find(|row| row.key == key).unwrap();
    assert_eq!(rows.len(), 2);
    let said = |key: &str, name: &str| of(key).cells[place(name)].clone().unwrap();
    assert_eq!(said("7031990090", "name"), "Azienda con due posizioni");
    assert_eq!(said("7031990090", "to"), "2999-12-31");
    assert_eq!(said(&former, "state"), "cessata_definitiva");
    assert_eq!(said(&former, "to"), "2020-01-01");

    // What is fed of a position stands in its place; once that is removed, the register is heard again.
    let (key, known) = (house.matricola.clone(), house.rows(section).await);
    assert_eq!(known.len(), 1);
    let mut cells = known[0].cells.clone();
    cells[place("name")] = Some("Forno di prima".to_owned());
    cells[place("cas")] = None;
    house.feed("put.jsonl", &sample::put(section, &house.tax_code, &cells)).await;
    let [row] = house.rows(section).await.try_into().unwrap();
    assert_eq!(row.cells[place("name")].as_deref(), Some("Forno di prima"));
    assert_eq!(house.record(section, &key).await.version, 1);
    house.feed("gone.jsonl", &sample::delete(section, &house.tax_code, &cells)).await;
    assert_eq!(house.rows(section).await, known);
    let record = house.record(section, &key).await;
    assert_eq!((record.version, record.removed, record.revisions.len()), (0, false, 2));
}
