//! Lists as files: what is in them, who is given them, and what is noted of it.

use harness::{Client, Reply, TestApp, World};
use shared::endpoint::Endpoint;
use shared::export::Format;
use shared::lang::Lang;
use shared::requests::topics::TopicId;
use shared::requests::{Draft, SaveDraft, Standing, Submit};
use shared::{audit, changes, companies, deadlines, declarations, payments, requests};

async fn with_world() -> (TestApp, World) {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    (app, world)
}

async fn get<E: Endpoint>(client: &Client, request: &E) -> Reply {
    let reply = client.call(client.request(request, "")).await;
    assert!(reply.status.is_success(), "{reply:?}");
    reply
}

/// The lines of a CSV file after its byte order mark.
fn lines(reply: &Reply) -> Vec<String> {
    let text = String::from_utf8(reply.body.to_vec()).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap();
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    text.split("\r\n").map(str::to_owned).collect()
}

#[tokio::test]
async fn a_list_becomes_a_file_that_italian_spreadsheets_open() {
    let (app, world) = with_world().await;
    let client = app.sign_in("consulente").await;
    let company = world.company;
    let export = declarations::Export { company, year: Some(2026), ..Default::default() };
    let reply = get(&client, &export).await;
    assert_eq!(reply.header("content-type"), "text/csv; charset=utf-8; header=present");
    let disposition = reply.header("content-disposition");
    assert!(
        disposition.starts_with("attachment; filename=\"UniEmens trasmessi Trattoria Esempio "),
        "{disposition}"
    );
    assert!(disposition.contains("filename*=UTF-8''UniEmens%20trasmessi"), "{disposition}");
    let lines = lines(&reply);
    let head: Vec<&str> =
        lines.iter().take_while(|line| !line.is_empty()).map(String::as_str).collect();
    assert_eq!(head[0], "\"Elenco\";\"UniEmens trasmessi\"");
    assert!(head[1].starts_with("\"Azienda\";\"Trattoria Esempio · "), "{head:?}");
    assert_eq!(head[2], "\"Esportato da\";\"Persona consulente\"");
    assert_eq!(head[4], "\"Filtro\";\"Anno: 2026\"");
    assert_eq!(head[5], "\"Righe\";\"1\"");
    assert!(lines[7].starts_with("\"Competenza\";\"Matricola\";"), "{lines:?}");
    assert!(
        lines[8].starts_with(
            "09/2026;\"7012345763\";\"Dipendenti\";1;1276,00;\"Quadrato\";\"Pagato\";"
        ),
        "{lines:?}"
    );

    let german = payments::Export { company, lang: Some(Lang::De), ..Default::default() };
    let german = get(&client, &german).await;
    assert!(String::from_utf8_lossy(&german.body).contains("\"Bezahlt am\""));
    let workers = declarations::ExportWorkers {
        company,
        declaration: world.declaration,
        ..Default::default()
    };
    let workers = get(&client, &workers).await;
    assert!(
        String::from_utf8_lossy(&workers.body)
            .contains("\"Verdi Luigi\";\"VRDLGU85B02H501P\";\"1FI\";3000,00;1276,00\r\n")
    );
}

#[tokio::test]
async fn a_page_to_print_brings_its_own_policy_and_no_script() {
    let (app, world) = with_world().await;
    let client = app.sign_in("titolare").await;
    let export =
        payments::Export { company: world.company, format: Format::Print, ..Default::default() };
    let reply = get(&client, &export).await;
    assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
    assert!(reply.header("content-disposition").starts_with("inline; "));
    let policy = reply.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    assert!(!policy.contains("script") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(reply.headers.get_all("content-security-policy").iter().count(), 1);
    let page = String::from_utf8(reply.body.to_vec()).unwrap();
    assert!(
        page.contains("<th scope=\"col\" class=\"figure\">Debito</th>")
            && !page.contains("<script"),
        "{page}"
    );
}

#[tokio::test]
async fn a_workbook_is_one() {
    let (app, _) = with_world().await;
    let client = app.sign_in("operatore").await;
    let export = companies::Export { format: Format::Xlsx, ..Default::default() };
    let reply = get(&client, &export).await;
    assert!(reply.body.starts_with(b"PK\x03\x04"));
    assert_eq!(reply.header("content-type"), Format::Xlsx.media_type());
}

#[tokio::test]
async fn what_is_due_and_what_changed_are_files_too() {
    let (app, world) = with_world().await;
    let client = app.sign_in("consulente").await;
    let due = deadlines::Export { kind: Some(deadlines::Kind::Uniemens), ..Default::default() };
    let due = lines(&get(&client, &due).await);
    assert_eq!(due[0], "\"Elenco\";\"Scadenze\"");
    assert!(due.contains(&"\"Filtro\";\"Che cosa scade: Invio UniEmens\"".to_owned()), "{due:?}");
    let rows: Vec<&String> = due.iter().filter(|line| line.contains("Trattoria Esempio")).collect();
    assert!(!rows.is_empty() && rows.iter().all(|row| row.contains("Invio UniEmens")), "{due:?}");
    assert!(rows[0].ends_with(";\"Scaduta\";"), "{rows:?}");

    let changed = lines(&get(&client, &changes::Export::default()).await);
    assert!(changed.contains(&"\"Filtro\";\"Quali: da vedere\"".to_owned()), "{changed:?}");
    assert!(changed.iter().any(|line| line.starts_with("\"Trattoria Esempio\";")), "{changed:?}");
    client.send(&changes::Seen::default()).await.unwrap();
    let none = lines(&get(&client, &changes::Export::default()).await);
    assert!(none.contains(&"\"Righe\";\"0\"".to_owned()), "{none:?}");
    let all = changes::Export {
        since: Some(app.app().today()),
        company: Some(world.company),
        ..Default::default()
    };
    let all = lines(&get(&client, &all).await);
    assert!(all.iter().any(|line| line.starts_with("\"Trattoria Esempio\";")), "{all:?}");
    assert!(!all.iter().any(|line| line.contains("Officina Altrui")), "{all:?}");
}

#[tokio::test]
async fn each_file_is_noted_with_what_chose_it_and_without_what_was_typed() {
    let (app, world) = with_world().await;
    let client = app.sign_in("consulente").await;
    let export = companies::Export {
        search: Some("Mario Rossi".to_owned()),
        attention: Some(true),
        ..Default::default()
    };
    get(&client, &export).await;
    get(
        &client,
        &declarations::Export { company: world.company, year: Some(2026), ..Default::default() },
    )
    .await;
    let auditor = app.sign_in("revisore").await;
    let log = auditor.send(&audit::List::default()).await.unwrap().items;
    let noted: Vec<_> = log
        .iter()
        .filter(|entry| entry.action.contains("export"))
        .map(|entry| {
            (entry.action.as_str(), entry.company, entry.detail.as_deref().unwrap_or_default())
        })
        .collect();
    assert_eq!(
        noted,
        [
            ("declarations.export", Some(world.company), "csv; 1 rows; year=2026"),
            ("companies.export", None, "csv; 0 rows; search=…; attention=true"),
        ]
    );
    let export = audit::Export { from: Some(app.app().today()), ..Default::default() };
    assert!(
        String::from_utf8_lossy(&get(&auditor, &export).await.body).contains("companies.export")
    );
}

#[tokio::test]
async fn a_person_has_one_allowance_over_all_sessions() {
    let app = TestApp::with()
        .config(|config| config.http.rates.export.burst = 2)
        .config(|config| config.http.rates.export.per_minute = 1)
        .build()
        .await;
    World::of(&app).await;
    let (desk, phone) = (app.sign_in("consulente").await, app.sign_in("consulente").await);
    for client in [&desk, &phone] {
        get(client, &companies::Export::default()).await;
    }
    let third = phone.call(phone.request(&companies::Export::default(), "")).await;
    assert_eq!(third.problem().code, "too_many");
    get(&app.sign_in("titolare").await, &companies::Export::default()).await;
}

#[tokio::test]
async fn requests_are_a_file_for_whoever_may_see_them() {
    let (app, world) = with_world().await;
    let owner = app.sign_in("titolare").await;
    let content = Draft {
        company: Some(world.company),
        topic: Some(TopicId(201)),
        subject: "=DM di agosto".into(),
        text: "Non risulta.".into(),
        ..Draft::default()
    };
    let draft = owner.send(&SaveDraft { content, ..SaveDraft::default() }).await.unwrap();
    let submit = Submit { draft: draft.draft, version: draft.version };
    let number = owner.send(&submit).await.unwrap().receipt.registered.number.to_string();
    let rows = async |persona: &str, asked: requests::Export| {
        let mut lines = lines(&get(&app.sign_in(persona).await, &asked).await);
        lines.retain(|line| line.contains(&number));
        lines
    };
    for persona in ["titolare", "consulente", "operatore"] {
        let rows = rows(persona, requests::Export::default()).await;
        assert_eq!(rows.len(), 1, "{persona}");
        assert!(rows[0].contains("Da prendere in carico") && rows[0].contains("Trattoria Esempio"));
        assert!(rows[0].contains("\"'=DM di agosto\""), "no formula: {}", rows[0]);
    }
    assert!(rows("estraneo", requests::Export::default()).await.is_empty());
    let closed = requests::Export { standing: Some(Standing::Closed), ..Default::default() };
    assert!(rows("titolare", closed).await.is_empty());
    app.deliver().await;
}
