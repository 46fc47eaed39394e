//! Rectification notices over HTTP: of all clients and of one, gathered, as a file, and of nobody else's company.

use harness::{NOTICE, TestApp, World};
use serde_json::json;
use shared::changes::{Seen, Since};
use shared::export::Format;
use shared::ids::CompanyId;
use shared::intake::{FileKind, Submit};
use shared::money::Euro;
use shared::notices::{Cause, Count, Export, List, Show, Side, Sort, Stage};
use shared::parameters::{Replace, Subject};
use shared::search::Find;
use shared::sections;
use shared::sections::matters::notices::SECTION;

async fn world() -> (TestApp, World) {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    world.notice(&app).await;
    (app, world)
}

#[tokio::test]
async fn a_notice_is_listed_gathered_and_shown() {
    let (app, world) = world().await;
    let consultant = app.sign_in("consulente").await;
    let page = consultant.send(&List::default()).await.unwrap();
    let [row] = page.items.as_slice() else { panic!("{page:?}") };
    assert_eq!((row.company, row.key.as_str(), row.stage), (world.company, NOTICE, Stage::Sent));
    assert_eq!((row.cause, row.side, page.total), (Cause::Rate, Side::ToPay, Some(1)));
    let today = app.app().today();
    assert_eq!(row.halved, Some((today.plus_days(29), Euro::from_cents(104_51))));
    assert_eq!(row.f24(today).unwrap().debit, Euro::from_cents(104_51));
    let counted = consultant.send(&Count::default()).await.unwrap();
    assert_eq!((counted.open, counted.companies, counted.soon), (1, 1, 0));
    assert_eq!(counted.to_pay, Euro::from_cents(109_01));
    assert_eq!(counted.groups[0].named[0].company, world.company);
    let show = Show { company: world.company, key: NOTICE.to_owned() };
    let detail = consultant.send(&show).await.unwrap();
    assert_eq!((&detail.row, detail.declaration), (row, Some(world.declaration)));
    assert_eq!(detail.basis, None, "the return of this world names no groups");
}

#[tokio::test]
async fn a_company_s_notices_are_counted_however_many_there_are() {
    let (app, world) = world().await;
    // More than a page of the archive has, the first of them paid.
    let many = shared::page::MAX_LIMIT + 20;
    let record = |number: u16| {
        let state = if number == 0 { "pagata" } else { "inviata" };
        let record = json!({ "number": format!("NR2025{number:08}"), "state": state, "month": "2025-02",
            "matricola": "7012345763", "side": "attiva", "cause": "durc", "differences": "10.00",
            "sanctions": "1.00", "total": "11.00", "issued": "2026-09-01", "pay_by": "2026-10-20" });
        ("note-rettifica", record)
    };
    world.feed(&app, &(0..many).map(record).collect::<Vec<_>>()).await;
    let owner = app.sign_in("titolare").await;
    let of_company = Count { company: Some(world.company) };
    let counted = owner.send(&of_company).await.unwrap();
    let open = u32::from(many);
    assert_eq!((counted.open, counted.settled, counted.soon), (open, 1, open - 1));
    let durc = counted.groups.iter().find(|group| group.cause == Cause::Durc).unwrap();
    assert_eq!(durc.notices, open - 1);
    assert_eq!(durc.difference + durc.sanctions, Euro::from_cents(11_00 * i64::from(open - 1)));
    // Each of them has a term; that of the world's own runs last.
    assert_eq!(counted.clocks.len(), usize::from(many));
    assert_eq!(counted.clocks.last().unwrap().key, NOTICE);
    let all = owner.send(&Count::default()).await.unwrap();
    assert_eq!((all.open, all.clocks.len()), (open, 0), "terms are told of one company");
}

#[tokio::test]
async fn a_notice_of_less_than_a_euro_is_kept_and_shown_to_nobody() {
    let (app, world) = world().await;
    let notice = |differences: &str| {
        let record = json!({ "number": "NR202599999999", "state": "inviata", "month": "2025-02",
            "matricola": "7012345763", "side": "attiva", "cause": "altre", "differences": differences,
            "sanctions": "0.00", "total": differences, "issued": "2026-09-01", "pay_by": "2026-10-20" });
        ("note-rettifica", record)
    };
    let owner = app.sign_in("titolare").await;
    owner.send(&Seen::default()).await.unwrap();
    let seen = async || {
        let list = sections::List {
            company: world.company,
            section: "note-rettifica".to_owned(),
            ..Default::default()
        };
        let rows = owner.send(&list).await.unwrap().items.len();
        let index = sections::Index { company: world.company, titles: None };
        let index = owner.send(&index).await.unwrap().sections;
        let entry = index.iter().find(|entry| entry.section == "note-rettifica").unwrap();
        let find = Find { q: "NR202599999999".to_owned(), limit: None };
        let found = owner.send(&find).await.unwrap().groups;
        let found = found.iter().filter(|group| group.section == Some(SECTION.number)).count();
        let news = owner.send(&Since::default()).await.unwrap().items.len();
        let all = owner.send(&List::default()).await.unwrap().total.unwrap();
        (rows, entry.count, found, news, all)
    };
    world.feed(&app, &[notice("1.00")]).await;
    assert_eq!(seen().await, (1, 1, 0, 0, 1));
    world.feed(&app, &[notice("1.01")]).await;
    assert_eq!(seen().await, (2, 2, 1, 1, 2));
    world.feed(&app, &[notice("-0.40")]).await;
    assert_eq!(seen().await, (1, 1, 0, 2, 1));
}

#[tokio::test]
async fn what_is_asked_for_narrows_and_orders() {
    let (app, world) = world().await;
    let owner = app.sign_in("titolare").await;
    let mut totals = Vec::new();
    for list in [
        List { company: Some(world.company), ..List::default() },
        List { q: Some("trattoria".into()), sort: Some(Sort::Company), ..List::default() },
        List { stage: Some(Stage::Paid), ..List::default() },
        List { cause: Some(Cause::Durc), ..List::default() },
        List { q: Some("nessuno".into()), ..List::default() },
        List { until: Some(app.app().today().plus_days(5)), ..List::default() },
    ] {
        totals.push(owner.send(&list).await.unwrap().total.unwrap());
    }
    assert_eq!(totals, [1, 1, 0, 0, 0, 0]);
    let wrong = owner.get("/api/v1/notices?cursor=x").await;
    assert_eq!(wrong.problem().errors[0].reason, "not_a_cursor");
}

#[tokio::test]
async fn of_a_notice_paid_in_part_the_rest_is_asked_for_everywhere() {
    let (app, world) = world().await;
    let (owner, company, today) = (app.sign_in("titolare").await, world.company, app.app().today());
    let brief = owner.send(&shared::companies::Show { company }).await.unwrap();
    let file = format!(
        "codice_fiscale;data_pagamento;sede;causale;codice;da;a;debito;credito\n\
         {};{:02}/{:02}/{};7010;DMRA;7012345763;09/2026;;50,00;0,00\n",
        brief.tax_code,
        today.day(),
        today.month(),
        today.year()
    );
    let submit = Submit { kind: FileKind::F24, name: "f24.csv".to_owned() };
    owner.hand_in(&submit, bytes::Bytes::from(file)).await.unwrap();
    app.deliver().await;
    // Of 100.00 and 9.01, half of which is enough until the 29th day, 50.00 were paid.
    let row = owner.send(&List::default()).await.unwrap().items.remove(0);
    assert_eq!((row.stage, row.paid), (Stage::Sent, None));
    assert_eq!(
        (row.total.cents(), row.part_paid.cents(), row.left().cents()),
        (109_01, 50_00, 59_01)
    );
    assert_eq!(row.halved, Some((today.plus_days(29), Euro::from_cents(54_51))));
    assert_eq!(row.f24(today).unwrap().debit, Euro::from_cents(54_51));
    let counted = owner.send(&Count::default()).await.unwrap();
    assert_eq!((counted.to_pay.cents(), counted.spared.cents()), (59_01, 4_50));
    assert_eq!(counted.groups[0].left(), Euro::from_cents(59_01));
    let detail = owner.send(&Show { company, key: NOTICE.to_owned() }).await.unwrap();
    assert_eq!(detail.row, row);
    let section = "note-rettifica".to_owned();
    let list = sections::List { company, section, ..Default::default() };
    let differs = owner.send(&list).await.unwrap().items.remove(0).differs;
    let [total] = differs.as_slice() else { panic!("{differs:?}") };
    assert_eq!((total.field.as_str(), total.other.as_deref()), ("total", Some("59.01")));
    assert_eq!(total.day, Some(today));
    let export = Export { format: Format::Csv, ..Export::default() };
    let file = owner.get(&shared::endpoint::url(&export).unwrap()).await;
    let text = String::from_utf8_lossy(&file.body).into_owned();
    assert!(["109,01", "50,00", "54,51"].iter().all(|said| text.contains(said)), "{text}");
}

#[tokio::test]
async fn a_file_has_the_f24_row_of_today() {
    let (app, _) = world().await;
    let owner = app.sign_in("titolare").await;
    let export = Export { format: Format::Csv, ..Export::default() };
    let file = owner.get(&shared::endpoint::url(&export).unwrap()).await;
    let text = String::from_utf8_lossy(&file.body).into_owned();
    assert!(text.contains("DMRA") && text.contains("104,51") && text.contains(NOTICE), "{text}");
}

#[tokio::test]
async fn a_stranger_cannot_tell_a_company_from_none() {
    let (app, world) = world().await;
    let stranger = app.sign_in("estraneo").await;
    assert_eq!(stranger.send(&List::default()).await.unwrap().total, Some(0));
    for company in [world.company, CompanyId::from_u128(99)] {
        let list = List { company: Some(company), ..List::default() };
        let show = Show { company, key: NOTICE.to_owned() };
        assert_eq!(stranger.send(&list).await.unwrap_err().status, 404);
        assert_eq!(stranger.send(&Count { company: Some(company) }).await.unwrap_err().status, 404);
        assert_eq!(stranger.send(&show).await.unwrap_err().status, 404);
    }
}

#[tokio::test]
async fn an_administrator_s_replacement_is_what_notices_follow() {
    let (app, world) = world().await;
    let (owner, administrator) =
        (app.sign_in("titolare").await, app.sign_in("amministratore").await);
    let before = owner.send(&List::default()).await.unwrap().items.remove(0);
    assert!(before.halved.is_some());
    let json = Subject::Notices.shipped().replace("{ \"days\": 30 }", "{ \"days\": 10 }");
    let replace = |json: String| Replace {
        subject: Subject::Notices,
        json: Some(json),
        note: "Decreto di prova".to_owned(),
        number: 0,
    };
    let none = Subject::Notices.shipped().replace("{ \"days\": 30 }", "{ \"days\": 0 }");
    let refused = administrator.send(&replace(none)).await.unwrap_err();
    assert_eq!((refused.code.as_str(), refused.errors[0].field.as_str()), ("invalid", "json"));
    administrator.send(&replace(json)).await.unwrap();
    let after = owner.send(&List::default()).await.unwrap().items.remove(0);
    assert_eq!(after.halved.unwrap().0, app.app().today().plus_days(9));
    // Evidence that was derived with the earlier values is derived anew.
    let derived = backend::evidence::catch_up_all(app.app()).await.unwrap();
    assert_eq!(derived, 2);
    let evidence = shared::evidence::List { company: Some(world.company), ..Default::default() };
    let rows = owner.send(&evidence).await.unwrap().items;
    let sent = rows.iter().find(|row| row.kind == shared::evidence::Kind::NoticeSent).unwrap();
    assert_eq!(sent.deadline.unwrap().day, app.app().today().plus_days(9));
}
