//! Sections that other slices fill, and what records of one source lead to in another.

use backend::declarations::service::{self as declarations, NewDeclaration};
use backend::payments::service::{self as payments, NewPayment, NewRow};
use harness::company;
use shared::auth::Resource;
use shared::calendar::Month;
use shared::declarations::{self as declared, DmState, Group, Purpose, Scheme};
use shared::ids::ImportId;
use shared::money::Euro;
use shared::sections::contributions::declarations as returns;
use shared::sections::contributions::principal;
use shared::sections::matters::notices;
use shared::sections::registry::{chamber, detail};
use shared::sections::{FieldRole, Index, Link, List, Row, SECTIONS, Section, Show, Target, key};

use crate::every_section::{House, sample};

#[tokio::test]
async fn derived_rows_are_as_their_descriptions_say() {
    let house = House::empty().await;
    for section in SECTIONS.iter().filter(|section| !section.source.is_fed()) {
        let rows = house.rows(section).await;
        let index = house.index(&house.owner).await;
        let entry = index.sections.iter().find(|entry| entry.section == section.slug).unwrap();
        assert_eq!(entry.count as usize, rows.len(), "{}", section.slug);
        let mut keys = std::collections::BTreeSet::new();
        for row in rows {
            assert!(keys.insert(row.key.clone()), "{} {}", section.slug, row.key);
            let record = house.record(section, &row.key).await;
            assert_eq!((record.version, record.revisions.len()), (0, 0));
            assert_eq!(key(section, &record.row.cells), row.key);
            for (field, cell) in section.fields.iter().zip(&record.row.cells) {
                let at = format!("{} {}: {cell:?}", section.slug, field.name);
                assert!(cell.is_some() || !field.required, "{at}");
                if let Some(cell) = cell {
                    assert_eq!(field.kind.read(cell).as_ref(), Ok(cell), "{at}");
                }
            }
        }
    }
}

#[tokio::test]
async fn a_company_about_which_nothing_came_has_empty_sections() {
    let house = House::empty().await;
    let nobody = company(640, "Azienda senza niente").position("7031990090", "7010");
    let nobody = nobody.store(&house.app).await;
    let office = house.app.sign_in("operatore").await;
    let index = office.send(&Index { company: nobody, titles: None }).await.unwrap();
    for section in SECTIONS.iter().filter(|section| !section.source.is_fed()) {
        let list = List { company: nobody, section: section.slug.to_owned(), ..List::default() };
        let page = office.send(&list).await.unwrap();
        let entry = index.sections.iter().find(|entry| entry.section == section.slug).unwrap();
        assert_eq!(entry.count as usize, page.items.len(), "{}", section.slug);
        // It is known by its entry in the register; nothing else came.
        let is_register = section.resource == Resource::Registry;
        assert!(is_register || page.items.is_empty(), "{} {:?}", section.slug, page.items);
        let key = "nothing".to_owned();
        let show = Show { company: nobody, section: section.slug.to_owned(), key };
        assert_eq!(office.send(&show).await.unwrap_err().code, "not_found", "{}", section.slug);
    }
}

#[tokio::test]
async fn what_the_world_has_is_in_its_sections() {
    let house = House::empty().await;
    for slug in ["uniemens"] {
        let section = shared::sections::by_slug(slug).unwrap();
        assert_eq!(house.rows(section).await.len(), 1, "{slug}");
    }
    let filled = ["M10", "M15", "M23", "M34"];
    for row in filled {
        let mut rows = 0;
        for section in
            SECTIONS.iter().filter(|section| section.row == row && !section.source.is_fed())
        {
            rows += house.rows(section).await.len();
        }
        assert!(rows > 0, "{row}");
    }
}

#[tokio::test]
async fn a_month_leads_to_its_declaration_and_to_what_paid_it() {
    let house = House::empty().await;
    for section in sample::fed() {
        let months: Vec<usize> = section
            .fields
            .iter()
            .enumerate()
            .filter(|(_, field)| matches!(field.link, Some(Link::Declaration | Link::Payments)))
            .map(|(place, _)| place)
            .collect();
        if months.is_empty() {
            continue;
        }
        let mut cells = sample::record(section, 1);
        for place in &months {
            cells[*place] = Some("2026-09".to_owned());
        }
        for (from, to) in section.spans {
            let (from, to) = (section.field(from).unwrap().0, section.field(to).unwrap().0);
            cells[to] = cells[from].clone();
        }
        if let Some((place, _)) = section.field("matricola") {
            cells[place] = Some(house.matricola.clone());
        }
        let line = sample::put(section, &house.tax_code, &cells);
        let report = house.feed("one.jsonl", &line).await;
        assert_eq!(report.import.errors, 0, "{} {:?}", section.slug, report.issues);
        let record = house.record(section, &key(section, &cells)).await;
        for place in months {
            let field = &section.fields[place];
            let leads = record.links.iter().filter(|link| link.field == field.name);
            let targets: Vec<&Target> = leads.map(|link| &link.target).collect();
            let expected = match field.link {
                Some(Link::Declaration) => Target::Declaration { id: house.world.declaration },
                _ => Target::Payment { id: house.world.payment },
            };
            assert_eq!(targets, [&expected], "{} {}", section.slug, field.name);
        }
    }
}

#[tokio::test]
async fn another_company_is_led_to_only_by_those_who_may_see_it() {
    let house = House::empty().await;
    let stranger = house.app.sign_in("estraneo").await;
    let other =
        stranger.send(&shared::companies::Show { company: house.world.other }).await.unwrap();
    let mut tried = 0;
    for section in sample::fed() {
        let Some((place, field)) =
            section.fields.iter().enumerate().find(|(_, field)| field.link == Some(Link::Company))
        else {
            continue;
        };
        let Ok(code) = field.kind.read(&other.tax_code).or_else(|_| field.kind.read("4912345631"))
        else {
            continue;
        };
        let mut cells = sample::record(section, 1);
        cells[place] = Some(code);
        house.feed("one.jsonl", &sample::put(section, &house.tax_code, &cells)).await;
        let record = house.record(section, &key(section, &cells)).await;
        assert!(record.links.iter().all(|link| !matches!(link.target, Target::Company { .. })));
        tried += 1;
    }
    assert!(tried > 0, "no section leads to another company");
}

#[tokio::test]
async fn a_mother_or_daughter_of_the_same_company_leads_to_its_position() {
    let house = House::empty().await;
    let section = SECTIONS.iter().find(|section| section.slug == "posizione-riferimento").unwrap();
    let (place, _) = section.field("reference").unwrap();
    let mut cells = sample::record(section, 1);
    cells[place] = Some(house.matricola.clone());
    house.feed("one.jsonl", &sample::put(section, &house.tax_code, &cells)).await;
    let record = house.record(section, &key(section, &cells)).await;
    let led = record.links.iter().filter(|link| link.field == "reference");
    let led: Vec<&Target> = led.map(|link| &link.target).collect();
    assert!(
        matches!(led[..], [Target::Record { section, .. }] if section == "posizioni"),
        "{led:?}"
    );
}

#[tokio::test]
async fn the_chambers_data_are_held_against_the_registers() {
    let house = House::empty().await;
    let chamber = SECTIONS.iter().find(|section| section.row == "M32").unwrap();
    let mut cells = sample::record(chamber, 1);
    let (name, _) = chamber.field("name").unwrap();
    cells[name] = Some("Altro Nome".to_owned());
    house.feed("chamber.jsonl", &sample::put(chamber, &house.tax_code, &cells)).await;
    let record = house.record(chamber, &key(chamber, &cells)).await;
    let differs = record.row.differs.iter().find(|difference| difference.field == "name").unwrap();
    assert_eq!(differs.other.as_deref(), Some("Trattoria Esempio"));
    let brief = shared::sections::by_slug(&differs.section).unwrap();
    let row = &house.rows(brief).await[0];
    assert!(row.differs.iter().any(|difference| difference.other.as_deref() == Some("Altro Nome")));

    cells[name] = Some("TRATTORIA  ESEMPIO".to_owned());
    house.feed("chamber.jsonl", &sample::put(chamber, &house.tax_code, &cells)).await;
    let record = house.record(chamber, &key(chamber, &cells)).await;
    assert!(record.row.differs.iter().all(|difference| difference.field != "name"));
    assert!(brief.role(FieldRole::Title).is_some());
}

#[tokio::test]
async fn what_the_chamber_names_otherwise_and_what_one_side_lacks_differs_too() {
    let house = House::empty().await;
    let (chamber, detail) = (&chamber::SECTION, &detail::SECTION);
    let of = |section: &Section, said: &[(&str, Option<&str>)]| {
        let mut cells = sample::record(section, 1);
        for (name, cell) in said {
            cells[section.field(name).unwrap().0] = cell.map(str::to_owned);
        }
        sample::put(section, &house.tax_code, &cells)
    };
    let institute = of(
        detail,
        &[
            ("tax_code", Some(&house.tax_code)),
            ("legal_nature", Some("Impresa individuale")),
            ("chamber_state", Some("attiva")),
            ("ateco_2007", Some("472420")),
            ("pec", None),
        ],
    );
    let theirs = of(
        chamber,
        &[
            ("legal_form", Some("impresa  individuale")),
            ("state", Some("cancellata")),
            ("ateco", Some("561011")),
            ("pec", Some("forno@pec.example")),
        ],
    );
    let report = house.feed("both.jsonl", &[institute, theirs].join("\n")).await;
    assert_eq!(report.import.errors, 0, "{:?}", report.issues);
    let [row] = house.rows(detail).await.try_into().unwrap();
    let differs = |row: &Row, name: &str| {
        row.differs.iter().find(|each| each.field == name).map(|each| each.other.clone())
    };
    assert_eq!(differs(&row, "legal_nature"), None);
    assert_eq!(differs(&row, "chamber_state"), Some(Some("cancellata".to_owned())));
    assert_eq!(differs(&row, "ateco_2007"), Some(Some("561011".to_owned())));
    assert_eq!(differs(&row, "pec"), Some(Some("forno@pec.example".to_owned())));
    let [row] = house.rows(chamber).await.try_into().unwrap();
    assert_eq!(differs(&row, "state"), Some(Some("attiva".to_owned())));
    // The brief data have no PEC either.
    assert_eq!(differs(&row, "pec"), Some(None));
}

#[tokio::test]
async fn what_the_chamber_certifies_is_not_held_against_the_register() {
    let house = House::full().await;
    let rows = house.rows(&chamber::CERTIFIED).await;
    assert!(!rows.is_empty() && rows.iter().all(|row| row.differs.is_empty()));
    let extract = house.rows(&chamber::SECTION).await;
    assert!(extract.iter().any(|row| !row.differs.is_empty()));
}

/// Stores a further return of September: this much for the position, or for collaborators where there is none.
async fn transmitted(house: &House, matricola: Option<&str>, due: i64) -> NewDeclaration {
    let group = |base| Group { code: "1A".to_owned(), workers: 1, base, contribution: Euro::ZERO };
    let new = NewDeclaration {
        id: house.app.app().new_id(),
        company: house.company(),
        month: Month::new(2026, 9).unwrap(),
        scheme: if matricola.is_some() { Scheme::Employees } else { Scheme::Collaborators },
        matricola: matricola.map(str::to_owned),
        workforce: None,
        sections: None,
        due: Euro::from_cents(due),
        state: DmState::Balanced,
        groups: vec![group(Euro::from_cents(2_000_00)), group(Euro::from_cents(1_000_00))],
        items: Vec::new(),
        warnings: Vec::new(),
        transmitted: house.app.app().now(),
        protocol: format!("UE-{due}"),
        sender: "RSSMRA85T10A562S".to_owned(),
        sender_name: Some("Studio Esempio".to_owned()),
        file: "again.xml".to_owned(),
        import: ImportId::from_u128(2),
    };
    let stored = new.clone();
    house.app.write(move |tx| Ok(declarations::record(tx, &stored, &[])?)).await;
    new
}

#[tokio::test]
async fn a_transmission_says_what_it_was_for_and_what_came_of_it() {
    let house = House::empty().await;
    let section = &returns::SECTION;
    let said = |row: &Row, name: &str| row.cells[section.field(name).unwrap().0].clone();
    let [first] = house.rows(section).await.try_into().unwrap();
    assert_eq!(said(&first, "kind").as_deref(), Some("corrente"));
    assert_eq!(said(&first, "outcome").as_deref(), Some("accolta"));
    let due = Euro::parse(&said(&first, "due").unwrap()).unwrap().cents();

    house.app.clock().advance_minutes(1);
    let same = transmitted(&house, Some(&house.matricola), due).await;
    house.app.clock().advance_minutes(1);
    let more = transmitted(&house, Some(&house.matricola), due + 1).await;
    let rows = house.rows(section).await;
    let of = |id: String| rows.iter().find(|row| row.key == id).unwrap();
    for (id, kind, outcome) in [
        (first.key.clone(), "corrente", "sostituita"),
        (same.id.to_string(), "rettifica", "sostituita"),
        (more.id.to_string(), "regolarizzazione", "accolta"),
    ] {
        assert_eq!(said(of(id.clone()), "kind").as_deref(), Some(kind), "{id}");
        assert_eq!(said(of(id.clone()), "outcome").as_deref(), Some(outcome), "{id}");
    }
    let show = declared::Show { company: house.company(), declaration: more.id };
    assert_eq!(house.owner.send(&show).await.unwrap().purpose(), Purpose::Regularisation);

    // The list is searched by protocol, sender and matricola, and ordered by any of its columns.
    for search in [format!("ue-{}", due + 1), format!("studio esempio ue-{}", due + 1)] {
        let list = List { search: Some(search.clone()), ..house.list(section) };
        let found = house.owner.send(&list).await.unwrap().items;
        assert_eq!(found.len(), 1, "{search}");
        assert_eq!(found[0].key, more.id.to_string(), "{search}");
    }
    let list = List { search: Some(house.matricola.clone()), ..house.list(section) };
    assert_eq!(house.owner.send(&list).await.unwrap().items.len(), 3);
    let list = List { sort: Some("-due".to_owned()), ..house.list(section) };
    assert_eq!(house.owner.send(&list).await.unwrap().items[0].key, more.id.to_string());
    let list = List { filter: Some("kind:rettifica".to_owned()), ..house.list(section) };
    assert_eq!(house.owner.send(&list).await.unwrap().items.len(), 1);
}

#[tokio::test]
async fn a_month_of_collaborators_has_the_sum_of_what_they_were_paid() {
    let house = House::empty().await;
    let sent = transmitted(&house, None, 1_050_90).await;
    let section = &principal::SECTION;
    let row = |causale: &str, cents| NewRow {
        office: "7010".to_owned(),
        causale: causale.to_owned(),
        code: String::new(),
        from: Month::new(2026, 9),
        to: None,
        debit: Euro::from_cents(cents),
        credit: Euro::ZERO,
    };
    let payment = NewPayment {
        id: house.app.app().new_id(),
        company: house.company(),
        payer: house.tax_code.clone(),
        day: house.app.app().today(),
        rows: vec![row("CXX", 700_00), row("C10", 240_00), row("CXX", 100_00)],
        file: "collaborators.csv".to_owned(),
        import: ImportId::from_u128(7),
    };
    house.app.write(move |tx| Ok(payments::record(tx, &payment)?)).await;
    let [row] = house.rows(section).await.try_into().unwrap();
    let said = |name: &str| row.cells[section.field(name).unwrap().0].as_deref();
    assert_eq!((said("base"), said("due")), (Some("3000.00"), Some("1050.90")));
    let paid = ["paid", "paid_c10", "paid_cxx"].map(said);
    assert_eq!(paid, [Some("1040.00"), Some("240.00"), Some("800.00")]);
    // Who they were stands in the return.
    let record = house.record(section, &row.key).await;
    let led = record.links.iter().find(|link| link.field == "declaration").unwrap();
    assert_eq!(led.target, Target::Declaration { id: sent.id });
    assert_eq!(led.title, "2026-09");
}

#[tokio::test]
async fn a_notice_leads_to_each_of_its_causes_and_back() {
    let house = House::empty().await;
    let (notice, cause) = (&notices::SECTION, &notices::CAUSE);
    let mut cells = sample::record(notice, 1);
    cells[notice.field("number").unwrap().0] = Some("NR-1".to_owned());
    let mut lines = vec![sample::put(notice, &house.tax_code, &cells)];
    for number in 1..=2 {
        let mut cells = sample::record(cause, number);
        cells[cause.field("notice").unwrap().0] = Some("NR-1".to_owned());
        cells[cause.field("number").unwrap().0] = Some(number.to_string());
        lines.push(sample::put(cause, &house.tax_code, &cells));
    }
    let report = house.feed("causes.jsonl", &lines.join("\n")).await;
    assert_eq!(report.import.errors, 0, "{:?}", report.issues);
    let leads = async |section: &Section, key: &str, to: &Section| {
        let links = house.record(section, key).await.links;
        let led = links.into_iter().filter(
            |link| matches!(&link.target, Target::Record { section, .. } if section == to.slug),
        );
        led.count()
    };
    let own = key(notice, &cells);
    assert_eq!(leads(notice, &own, cause).await, 2);
    assert_eq!(leads(cause, &format!("{own}~1"), notice).await, 1);
}

#[tokio::test]
async fn a_self_employed_person_leads_to_the_charges_they_hold() {
    let house = House::empty().await;
    let persons = shared::sections::by_slug("soggetti-collegati").unwrap();
    let person = house.rows(persons).await[0].clone();
    let code = person.cells[persons.field("tax_code").unwrap().0].clone();
    let section = shared::sections::by_slug("lavoratori-autonomi").unwrap();
    let mut cells = sample::record(section, 1);
    cells[section.field("tax_code").unwrap().0] = code;
    house.feed("self.jsonl", &sample::put(section, &house.tax_code, &cells)).await;
    let record = house.record(section, &key(section, &cells)).await;
    let led: Vec<&Target> = record.links.iter().map(|link| &link.target).collect();
    let expected = Target::Record { section: persons.slug.to_owned(), key: person.key };
    assert!(led.contains(&&expected), "{led:?}");
}

#[tokio::test]
async fn what_names_a_record_is_reached_from_it() {
    let house = House::empty().await;
    let by_slug = |slug: &str| shared::sections::by_slug(slug).unwrap();
    let (notice, appeal, plan) =
        (&notices::SECTION, by_slug("ricorsi"), by_slug("domande-dilazione"));
    let with = |section: &'static Section, field: &str, value: &str| {
        let mut cells = sample::record(section, 1);
        cells[section.field(field).unwrap().0] = Some(value.to_owned());
        cells
    };
    let debt = by_slug("crediti");
    let fed = [
        (notice, with(notice, "number", "NR-1")),
        (appeal, with(appeal, "notice", "NR-1")),
        (debt, with(debt, "id", "C/1")),
        (plan, with(plan, "credit", "C/1")),
    ];
    let lines: Vec<String> =
        fed.iter().map(|(section, cells)| sample::put(section, &house.tax_code, cells)).collect();
    let report = house.feed("named.jsonl", &lines.join("\n")).await;
    assert_eq!(report.import.errors, 0, "{:?}", report.issues);
    for (place, leads) in [(0, appeal), (2, plan)] {
        let (section, cells) = &fed[place];
        let links = house.record(section, &key(section, cells)).await.links;
        let to = links.iter().filter(
            |link| matches!(&link.target, Target::Record { section, .. } if section == leads.slug),
        );
        let fields: Vec<&str> = to.map(|link| link.field.as_str()).collect();
        assert_eq!(fields, [""], "{}", section.slug);
    }
}
