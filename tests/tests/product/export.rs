//! Lists as files: what is in them, who is given them, and what is noted of it.

use backend::people::service as people;
use bytes::Bytes;
use harness::{Client, Reply, TestApp, World};
use shared::endpoint::Endpoint;
use shared::export::Format;
use shared::fiscal::Matricola;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::notifications::{Event, Read};
use shared::parameters::{Replace, Subject};
use shared::requests::topics::{TopicId, Unit};
use shared::requests::{
    Action, Draft, ExportQueue, Queue, SaveDraft, Standing, Submit, Submitted, View,
};
use shared::{
    audit, changes, companies, deadlines, declarations, intake, notifications, parameters,
    payments, requests, sections,
};

use crate::requests::act;

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

/// The archive of the returns transmitted.
const RETURNS: &str = "uniemens";

/// Those of a year, as a file.
fn of_2026(company: CompanyId) -> sections::Export {
    let (section, filter) = (RETURNS.to_owned(), Some("month:2026-01..2026-12".to_owned()));
    sections::Export { company, section, filter, ..Default::default() }
}

/// The lines of a CSV file after its byte order mark.
fn lines(reply: &Reply) -> Vec<String> {
    let text = String::from_utf8(reply.body.to_vec()).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap();
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    text.split("\r\n").map(str::to_owned).collect()
}

/// Sends a request with this subject line.
async fn asked(client: &Client, company: CompanyId, subject: &str) -> Submitted {
    let content = Draft {
        company: Some(company),
        topic: Some(TopicId(201)),
        subject: subject.to_owned(),
        text: "Non risulta.".into(),
        ..Draft::default()
    };
    let draft = client.send(&SaveDraft { content, ..SaveDraft::default() }).await.unwrap();
    client.send(&Submit { draft: draft.draft, version: draft.version }).await.unwrap()
}

#[tokio::test]
async fn returns_are_narrowed_to_a_position() {
    let (app, world) = with_world().await;
    let client = app.sign_in("consulente").await;
    let company = world.company;
    for (matricola, count) in [("7012345763", 1), ("7031990090", 0)] {
        let section = RETURNS.to_owned();
        let filter = Some(format!("matricola:{matricola}"));
        let list = sections::List { company, section, filter, ..Default::default() };
        assert_eq!(client.send(&list).await.unwrap().items.len(), count);
        let sections::List { company, section, filter, .. } = list;
        let export = sections::Export { company, section, filter, ..Default::default() };
        let lines = lines(&get(&client, &export).await);
        let has = |line: String| lines.contains(&line);
        let matricola = Matricola::parse(matricola).unwrap().spaced();
        assert!(has(format!("\"Filtro\";\"Matricola: {matricola}\"")), "{lines:?}");
        assert!(has(format!("\"Righe\";\"{count}\"")), "{lines:?}");
    }
}

#[tokio::test]
async fn a_list_becomes_a_file_that_italian_spreadsheets_open() {
    let (app, world) = with_world().await;
    let client = app.sign_in("consulente").await;
    let company = world.company;
    let reply = get(&client, &of_2026(company)).await;
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
    assert_eq!(head[4], "\"Filtro\";\"Competenza: 01/2026 – 12/2026\"");
    assert_eq!(head[5], "\"Righe\";\"1\"");
    assert!(lines[7].starts_with("\"Competenza\";\"Matricola\";"), "{lines:?}");
    assert!(
        lines[8].starts_with("09/2026;\"7012345763\";\"Corrente\";")
            && lines[8].contains(";\"Quadrato\";1;1276,00;\"Versato\";"),
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
    get(&client, &of_2026(world.company)).await;
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
            ("sections.export", Some(world.company), "csv; 1 rows; month=2026-01..2026-12"),
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
    let sent = asked(&owner, world.company, "=DM di agosto").await;
    let number = sent.receipt.registered.number.to_string();
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
    // While the office waits for the company no day runs out: neither in a file nor in what is told.
    let (operator, id) = (app.sign_in("operatore").await, sent.id);
    act(&operator, id, Action::Take).await.unwrap();
    assert!(!rows("titolare", requests::Export::default()).await[0].contains("\"Fermo\""));
    act(&operator, id, Action::Ask { text: "Quale?".into(), attachments: vec![] }).await.unwrap();
    for persona in ["titolare", "consulente", "operatore"] {
        let rows = rows(persona, requests::Export::default()).await;
        assert!(rows[0].contains("\"Fermo\""), "{persona}: {}", rows[0]);
    }
    let queue = lines(&get(&operator, &ExportQueue::default()).await);
    assert!(queue.iter().any(|line| line.ends_with(";\"Fermo\"")), "{queue:?}");
    let closed = requests::Export { standing: Some(Standing::Closed), ..Default::default() };
    assert!(rows("titolare", closed).await.is_empty());
    app.deliver().await;
}

#[tokio::test]
async fn the_queue_is_a_file_of_what_its_screen_is_narrowed_to() {
    let (app, world) = with_world().await;
    let owner = app.sign_in("titolare").await;
    let first = asked(&owner, world.company, "=DM di agosto").await.id;
    asked(&owner, world.company, "DM di luglio").await;
    let operator = app.sign_in("operatore").await;
    act(&operator, first, Action::Take).await.unwrap();
    let whole = lines(&get(&operator, &ExportQueue::default()).await);
    assert_eq!(whole[0], "\"Elenco\";\"Coda della sede\"");
    assert_eq!(whole[4], "\"Righe\";\"2\"");
    assert!(whole[6].ends_with(";\"Prossimo termine\""), "{}", whole[6]);
    let subjects = |lines: &[String]| {
        ["\"'=DM di agosto\"", "\"DM di luglio\""]
            .map(|subject| lines.iter().any(|line| line.contains(subject)))
    };
    assert_eq!(subjects(&whole), [true, true], "{whole:?}");

    let colleagues = operator.send(&Queue::default()).await.unwrap().colleagues;
    let me = colleagues.into_iter().find(|one| one.name == "Persona operatore").unwrap().person;
    let mine = ExportQueue {
        view: View::Mine,
        unit: Some(Unit::RETURNS),
        charge: Some(me),
        ..ExportQueue::default()
    };
    let mine = lines(&get(&operator, &mine).await);
    let said = "; Parte della coda: Mie; Unità: Flussi; Chi se ne occupa: Persona operatore\"";
    assert!(mine[3].starts_with("\"Filtro\";\"Sede: ") && mine[3].ends_with(said), "{}", mine[3]);
    assert_eq!((mine[4].as_str(), subjects(&mine)), ("\"Righe\";\"1\"", [true, false]));
    let log = app.sign_in("revisore").await.send(&audit::List::default()).await.unwrap().items;
    let noted = format!("csv; 1 rows; office=7010; view=Mine; unit=returns; charge={me}");
    assert!(log.iter().any(|entry| entry.detail.as_deref() == Some(&noted)), "{log:?}");

    // Whoever names somebody of elsewhere by their id learns nothing of them.
    let other = app.app().store().read(|tx| people::by_persona(tx, "titolare")).unwrap().unwrap();
    let other = ExportQueue { charge: Some(other.id), ..ExportQueue::default() };
    let none = lines(&get(&operator, &other).await);
    assert_eq!(none[4], "\"Righe\";\"0\"");
    assert!(!none[3].contains("Persona titolare"), "{}", none[3]);
    let book = ExportQueue { format: Format::Xlsx, ..ExportQueue::default() };
    assert!(get(&operator, &book).await.body.starts_with(b"PK\x03\x04"));
    app.deliver().await;
}

#[tokio::test]
async fn what_one_was_told_is_a_file_for_oneself() {
    let (app, world) = with_world().await;
    let owner = app.sign_in("titolare").await;
    let number = asked(&owner, world.company, "DM di agosto").await.receipt.registered.number;
    let told = async |client: &Client, asked: notifications::Export| {
        let mut lines = lines(&get(client, &asked).await);
        assert_eq!(lines[0], "\"Elenco\";\"Avvisi\"");
        let filter = lines[3].clone();
        lines.retain(|line| line.contains(&number.to_string()));
        (filter, lines)
    };
    let all = notifications::Export::default();
    let unread = notifications::Export { unread: Some(true), ..all.clone() };
    let (filter, rows) = told(&owner, unread.clone()).await;
    assert_eq!(filter, "\"Filtro\";\"Quali: da leggere\"");
    let [row] = rows.as_slice() else { panic!("{rows:?}") };
    let said = format!(";\"Richiesta registrata\";\"{number}\";\"Trattoria Esempio\";");
    assert!(row.contains(&said) && row.ends_with(";\"No\""), "{row}");

    let latest = owner.send(&notifications::Count {}).await.unwrap().latest;
    owner.send(&Read { number: latest, earlier: true }).await.unwrap();
    assert!(told(&owner, unread).await.1.is_empty());
    let (filter, rows) = told(&owner, all.clone()).await;
    assert_eq!(filter, "\"Filtro\";\"nessuno\"");
    assert!(rows.len() == 1 && rows[0].ends_with(";\"Sì\""), "{rows:?}");
    let other = notifications::Export { event: Some(Event::DurcExpiring), ..all.clone() };
    let (filter, rows) = told(&owner, other).await;
    assert_eq!((filter.as_str(), rows.len()), ("\"Filtro\";\"Avviso: DURC in scadenza\"", 0));
    assert!(told(&app.sign_in("estraneo").await, all).await.1.is_empty());
    app.deliver().await;
}

#[tokio::test]
async fn the_history_of_the_parameters_is_a_file() {
    let (app, _) = with_world().await;
    let (auditor, administrator) =
        (app.sign_in("revisore").await, app.sign_in("amministratore").await);
    let subject = Subject::Interest;
    let json = Some(subject.shipped().to_owned());
    for (json, note, number) in [(json, "=Decreto di prova", 0), (None, "Com'era prima", 1)] {
        let replace = Replace { subject, json, note: note.to_owned(), number };
        administrator.send(&replace).await.unwrap();
    }
    let lines = lines(&get(&auditor, &parameters::Export::default()).await);
    assert_eq!(lines[0], "\"Elenco\";\"Storico dei parametri\"");
    assert_eq!(
        (lines[3].as_str(), lines[4].as_str()),
        ("\"Filtro\";\"nessuno\"", "\"Righe\";\"2\"")
    );
    let who = "\"Persona amministratore\"";
    for (line, begin, end) in [
        (&lines[7], "2;\"Tassi (TUR e legale)\";", format!(";{who};\"Com'era prima\";\"Sì\"")),
        (&lines[8], "1;\"Tassi (TUR e legale)\";", format!(";{who};\"'=Decreto di prova\";\"No\"")),
    ] {
        assert!(line.starts_with(begin) && line.ends_with(&end), "{line}");
    }
}

#[tokio::test]
async fn what_a_report_says_of_a_file_is_a_file_for_whoever_handed_it_in() {
    let (app, _) = with_world().await;
    let owner = app.sign_in("titolare").await;
    let submit = intake::Submit { kind: intake::FileKind::Uniemens, name: "rotto.xml".to_owned() };
    let broken = "<?xml version=\"1.0\"?>\n<DenunceMensili>\n  <Azienda>\n    \
                  <AnnoMeseDenuncia>2025-13</AnnoMeseDenuncia>\n  </Azienda>\n</DenunceMensili>\n";
    let import = owner.hand_in(&submit, Bytes::from(broken)).await.unwrap().id;
    let report = loop {
        let report = owner.send(&intake::Show { import }).await.unwrap();
        if !matches!(report.import.state, intake::ImportState::Running { .. }) {
            break report;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    };
    let count = report.issues.len();
    assert!(count > 0);
    let asked = intake::ExportIssues { import, ..Default::default() };
    let lines = lines(&get(&owner, &asked).await);
    assert_eq!(lines[0], "\"Elenco\";\"Rapporto di un file importato\"");
    let said = format!("File: rotto.xml; Esito: Rifiutato; Segnalazioni in tutto: {count}");
    assert_eq!(lines[3], format!("\"Filtro\";\"{said}\""));
    assert_eq!(lines[4], format!("\"Righe\";\"{count}\""));
    for issue in &report.issues {
        let kind = if issue.code.is_warning() { "Avviso" } else { "Errore" };
        let place = format!("\";{};{};\"{kind}\";", issue.line, issue.column);
        assert!(lines.iter().any(|line| line.contains(&place)), "{issue:?} in {lines:?}");
    }
    let log = app.sign_in("revisore").await.send(&audit::List::default()).await.unwrap().items;
    let noted = format!("csv; {count} rows; import={import}; state=Refused; issues={count}");
    assert!(log.iter().any(|entry| entry.detail.as_deref() == Some(&noted)), "{log:?}");
    let other = app.sign_in("consulente").await;
    let other = other.call(other.request(&asked, "")).await;
    assert_eq!(other.problem().code, "not_found");
}
