//! Files handed in, from the upload to what the company sees of them.

use backend::intake::service::import_files;
use backend::people::{Person, Place, service as people};
use bytes::Bytes;
use harness::{Client, TestApp, World};
use shared::auth::Role;
use shared::calendar::Day;
use shared::companies;
use shared::declarations::{self, DmState, Scheme};
use shared::fault::Problem;
use shared::ids::{CompanyId, ImportId, PersonId};
use shared::intake::{FileKind, Import, ImportState, IssueCode, List, Report, Show, Submit};
use shared::lang::Lang;
use shared::money::Rate;
use shared::payments::{self, Matched, PaidState};

const REGISTRY: &str = include_str!("../../../data/registry-forno.json");
const UNIEMENS: &str = include_str!("../../../data/uniemens-2025-09.xml");
const COLLABORATORS: &str = include_str!("../../../data/uniemens-collaborators-2025-03.xml");
const F24_TABLE: &str = include_str!("../../../data/f24-2025-10.csv");
const F24_RECORDS: &str = include_str!("../../../data/f24-2025-10.txt");

/// A bakery that the administrator imported, and its owner.
struct Bakery {
    app: TestApp,
    administrator: Client,
    owner: Client,
    company: CompanyId,
}

impl Bakery {
    async fn new() -> Self {
        let app = TestApp::new().await;
        World::of(&app).await;
        let administrator = app.sign_in("amministratore").await;
        let report = hand_in(&administrator, FileKind::Registry, "forno.json", REGISTRY).await;
        assert_eq!(report.import.state, ImportState::Accepted, "{report:?}");
        let person = Person {
            id: PersonId::from_u128(99),
            name: "Mario Rossi".to_owned(),
            tax_code: "RSSMRA85T10A562S".to_owned(),
            role: Role::Owner,
            place: Place::Companies,
            lang: Lang::It,
            email: None,
            persona: Some("fornaio".to_owned()),
        };
        app.write(move |tx| people::record(tx, &person)).await;
        let owner = app.sign_in("fornaio").await;
        let companies = owner.send(&companies::List::default()).await.unwrap();
        let company = companies.items[0].id;
        app.deliver().await;
        Self { app, administrator, owner, company }
    }

    async fn declarations(&self) -> Vec<declarations::DeclarationRow> {
        let list = declarations::List { company: self.company, ..Default::default() };
        self.owner.send(&list).await.unwrap().items
    }

    async fn declaration(&self) -> declarations::Declaration {
        let declaration = self.declarations().await[0].id;
        self.owner.send(&declarations::Show { company: self.company, declaration }).await.unwrap()
    }

    async fn payments(&self) -> Vec<payments::PaymentRow> {
        let list = payments::List { company: self.company, ..Default::default() };
        self.owner.send(&list).await.unwrap().items
    }
}

fn submit(kind: FileKind, name: &str) -> Submit {
    Submit { kind, name: name.to_owned() }
}

/// Hands in a file and waits for its report.
async fn hand_in(client: &Client, kind: FileKind, name: &str, file: impl Into<Vec<u8>>) -> Report {
    let import = client.hand_in(&submit(kind, name), Bytes::from(file.into())).await.unwrap();
    settled(client, import.id).await
}

async fn settled(client: &Client, import: ImportId) -> Report {
    loop {
        let report = client.send(&Show { import }).await.unwrap();
        if !matches!(report.import.state, ImportState::Running { .. }) {
            return report;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

async fn refused(client: &Client, kind: FileKind, file: &str) -> Problem {
    client.hand_in(&submit(kind, "x"), Bytes::from(file.to_owned())).await.unwrap_err()
}

fn errors(report: &Report) -> Vec<(IssueCode, u32)> {
    let errors = report.issues.iter().filter(|issue| !issue.code.is_warning());
    errors.map(|issue| (issue.code, issue.line)).collect()
}

#[tokio::test]
async fn a_month_is_declared_balanced_and_paid() {
    for (name, f24) in [("f24.csv", F24_TABLE), ("f24.txt", F24_RECORDS)] {
        let bakery = Bakery::new().await;
        let declared = hand_in(&bakery.owner, FileKind::Uniemens, "09.xml", UNIEMENS).await;
        assert_eq!((declared.import.state, declared.issues.len()), (ImportState::Accepted, 0));
        let counts = declared.import.counts;
        assert_eq!((counts.companies, counts.declarations, counts.workers), (1, 1, 2));
        assert_eq!(
            (declared.import.size, declared.import.sha256.len()),
            (UNIEMENS.len() as u64, 64)
        );
        let before = bakery.declaration().await;
        assert_eq!((before.row.state, before.row.paid), (DmState::Balanced, PaidState::Unpaid));

        let paid = hand_in(&bakery.owner, FileKind::F24, name, f24).await;
        assert_eq!(
            (paid.import.state, paid.import.counts.payments, paid.import.counts.rows),
            (ImportState::Accepted, 1, 1)
        );
        let declaration = bakery.declaration().await;
        assert_eq!(
            (declaration.row.due.cents(), declaration.row.paid),
            (1_276_00, PaidState::Paid)
        );
        assert!(
            declaration.row.protocol.starts_with("UE2025090000"),
            "{}",
            declaration.row.protocol
        );
        assert_eq!(declaration.debit.map(|debit| debit.reconstructed.cents()), Some(1_276_11));
        let lines: Vec<_> = declaration
            .balancing
            .iter()
            .map(|line| (line.code.as_str(), line.amount.cents()))
            .collect();
        assert_eq!(lines, [("Q298", 11)]);
        assert_eq!(
            (declaration.payments.len(), declaration.workforce, declaration.file.as_str()),
            (1, Some(2), "09.xml")
        );
        assert_eq!(
            (declaration.import, declaration.sender.as_str()),
            (declared.import.id, "12345678903")
        );
        let rows = bakery.payments().await;
        assert_eq!(rows[0].matched, Matched::Declaration { id: declaration.row.id });

        let workers = declarations::Workers {
            company: bakery.company,
            declaration: declaration.row.id,
            ..Default::default()
        };
        let workers = bakery.owner.send(&workers).await.unwrap().items;
        let names: Vec<_> =
            workers.iter().map(|worker| (worker.name.as_str(), worker.code.as_str())).collect();
        assert_eq!(names, [("ROSSI MARIO", "1FI000"), ("VERDI GIOVANNA", "2FI000")]);
    }
}

#[tokio::test]
async fn totals_decide_the_state() {
    let bakery = Bakery::new().await;
    let start = UNIEMENS.find("<DenunciaAziendale>").unwrap();
    let end = UNIEMENS.find("</DenunciaAziendale>").unwrap() + "</DenunciaAziendale>".len();
    let without = format!("{}{}", &UNIEMENS[..start], &UNIEMENS[end..]);
    let total =
        |euro: &str| UNIEMENS.replace("<TotaleADebito>1276<", &format!("<TotaleADebito>{euro}<"));
    for (file, state, line) in [
        (total("1282"), DmState::Provisional, Some(("0033", 5_89))),
        (total("1270"), DmState::ProvisionalAnomalous, None),
        (without, DmState::NotGenerable, None),
        (UNIEMENS.to_owned(), DmState::Balanced, Some(("Q298", 11))),
    ] {
        bakery.app.clock().advance_minutes(1);
        let report = hand_in(&bakery.owner, FileKind::Uniemens, "09.xml", file).await;
        assert_eq!(report.import.state, ImportState::Accepted, "{report:?}");
        let declaration = bakery.declaration().await;
        assert_eq!(declaration.row.state, state);
        assert_eq!(declaration.warnings, report.issues);
        let lines: Vec<_> = declaration
            .balancing
            .iter()
            .map(|line| (line.code.as_str(), line.amount.cents()))
            .collect();
        assert_eq!(lines, line.into_iter().collect::<Vec<_>>(), "{state:?}");
    }
    let rows = bakery.declarations().await;
    let superseded: Vec<_> = rows.iter().map(|row| row.superseded).collect();
    assert_eq!(superseded, [false, true, true, true]);
}

#[tokio::test]
async fn a_broken_file_is_refused_and_nothing_of_it_is_stored() {
    let bakery = Bakery::new().await;
    let mut handed_in = 0;
    for (from, to, code, line) in [
        ("<NumDenIndiv>2", "<NumDenIndiv>3", IssueCode::WorkerCount, 47),
        ("RSSMRA80A01H501U", "RSSMRA80A01H501X", IssueCode::TaxCode, 16),
        ("7012345662", "7012345626", IssueCode::Matricola, 14),
        ("696,06", "690,06", IssueCode::RateDifference, 26),
        ("2025-09", "2027-09", IssueCode::FutureMonth, 10),
        ("2025-09", "2025-19", IssueCode::Month, 10),
        ("7012345662", "4912345631", IssueCode::UnknownPosition, 14),
        (
            "<DenunceMensili>",
            "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><DenunceMensili>",
            IssueCode::Doctype,
            2,
        ),
        (
            "<DenunceMensili>",
            "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><DenunceMensili>",
            IssueCode::Doctype,
            2,
        ),
        ("encoding=\"UTF-8\"", "encoding=\"UTF-16\"", IssueCode::Encoding, 1),
        ("</DenunceMensili>", "", IssueCode::NotWellFormed, 55),
        ("<DenunceMensili>", "<Denunce>", IssueCode::WrongKind, 2),
    ] {
        let report =
            hand_in(&bakery.owner, FileKind::Uniemens, "bad.xml", UNIEMENS.replacen(from, to, 1))
                .await;
        handed_in += 1;
        assert_eq!(
            (report.import.state, report.import.errors),
            (ImportState::Refused, 1),
            "{from}"
        );
        assert_eq!(errors(&report), [(code, line)], "{from}");
    }
    let mut latin = UNIEMENS.replace("MARIO", "NICOLO").into_bytes();
    let at = latin.windows(6).position(|part| part == b"NICOLO").unwrap();
    latin[at + 5] = 0xD2;
    let report = hand_in(&bakery.owner, FileKind::Uniemens, "latin.xml", latin).await;
    assert_eq!(errors(&report), [(IssueCode::Encoding, 18)]);
    assert!(bakery.declarations().await.is_empty() && bakery.payments().await.is_empty());
    let list = bakery.owner.send(&List::default()).await.unwrap();
    assert_eq!(list.items.len(), handed_in + 1);
}

#[tokio::test]
async fn one_bad_company_refuses_the_file_for_all() {
    let bakery = Bakery::new().await;
    let (start, end) =
        (UNIEMENS.find("<Azienda>").unwrap(), UNIEMENS.find("</DenunceMensili>").unwrap());
    let second = UNIEMENS[start..end].replace("2025-09", "2025-08").replace("696,06", "690,06");
    let file = format!("{}{second}</DenunceMensili>", &UNIEMENS[..end]);
    let report = hand_in(&bakery.owner, FileKind::Uniemens, "two.xml", file.clone()).await;
    assert_eq!(errors(&report), [(IssueCode::RateDifference, 71)]);
    assert!(bakery.declarations().await.is_empty());
    let report =
        hand_in(&bakery.owner, FileKind::Uniemens, "two.xml", file.replace("690,06", "696,06"))
            .await;
    assert_eq!(
        (report.import.state, report.import.counts.declarations),
        (ImportState::Accepted, 2)
    );
    let protocols: Vec<_> =
        bakery.declarations().await.into_iter().map(|row| row.protocol).collect();
    assert_eq!(protocols[0], protocols[1]);
}

#[tokio::test]
async fn a_file_is_stored_once() {
    let bakery = Bakery::new().await;
    let first = hand_in(&bakery.owner, FileKind::Uniemens, "09.xml", UNIEMENS).await;
    let second = hand_in(&bakery.owner, FileKind::Uniemens, "again.xml", UNIEMENS).await;
    assert_eq!(
        (first.import.state, second.import.state),
        (ImportState::Accepted, ImportState::Repeated)
    );
    assert_eq!(second.import.counts, first.import.counts);
    assert_eq!(bakery.declarations().await.len(), 1);

    // Somebody who may not act for the bakery does not learn that the file was accepted.
    let stranger = bakery.app.sign_in("estraneo").await;
    let third = hand_in(&stranger, FileKind::Uniemens, "09.xml", UNIEMENS).await;
    assert_eq!(errors(&third), [(IssueCode::UnknownCompany, 11)]);
    bakery.app.deliver().await;
}

#[tokio::test]
async fn a_key_names_one_file() {
    let bakery = Bakery::new().await;
    let send = async |file: &'static str| -> Result<Import, Problem> {
        let mut call = bakery.owner.request(&submit(FileKind::Uniemens, "09.xml"), "one-key");
        *call.body_mut() = Bytes::from_static(file.as_bytes());
        bakery.owner.call(call).await.into_result()
    };
    let first = send(UNIEMENS).await.unwrap();
    settled(&bakery.owner, first.id).await;
    let again = send(UNIEMENS).await.unwrap();
    assert_eq!((again.id, again.state), (first.id, ImportState::Accepted));
    assert_eq!(send(COLLABORATORS).await.unwrap_err().code, "key_reused");
}

#[tokio::test]
async fn companies_of_others_look_as_if_they_did_not_exist() {
    let bakery = Bakery::new().await;
    let consultant = bakery.app.sign_in("consulente").await;
    let mut reports = Vec::new();
    for tax_code in ["12345678903", "01234567897"] {
        let file = UNIEMENS.replace("<CFAzienda>12345678903", &format!("<CFAzienda>{tax_code}"));
        let mut report = hand_in(&consultant, FileKind::Uniemens, "09.xml", file).await;
        assert_eq!(report.issues[0].found.take().as_deref(), Some(tax_code));
        reports.push(report.issues);
    }
    assert_eq!(reports[0], reports[1]);
    assert_eq!(reports[0][0].code, IssueCode::UnknownCompany);
    bakery.app.deliver().await;
}

#[tokio::test]
async fn imports_are_seen_by_those_who_handed_them_in() {
    let bakery = Bakery::new().await;
    let report = hand_in(&bakery.owner, FileKind::Uniemens, "/tmp/09.xml", UNIEMENS).await;
    assert_eq!(report.import.name, "09.xml");
    for other in ["titolare", "consulente", "amministratore"] {
        let client = bakery.app.sign_in(other).await;
        let hidden = client.send(&Show { import: report.import.id }).await.unwrap_err();
        assert_eq!(hidden.status, 404, "{other}");
        let listed = client.send(&List::default()).await.unwrap().items;
        assert!(listed.iter().all(|import| import.id != report.import.id), "{other}");
    }
    bakery.app.clock().advance_minutes(1);
    let later = hand_in(&bakery.owner, FileKind::F24, "f24.csv", F24_TABLE).await;
    let first = bakery.owner.send(&List { cursor: None, limit: Some(1) }).await.unwrap();
    assert_eq!(first.items.iter().map(|import| import.id).collect::<Vec<_>>(), [later.import.id]);
    let second = bakery.owner.send(&List { cursor: first.next, limit: Some(1) }).await.unwrap();
    assert_eq!(second.items.iter().map(|import| import.id).collect::<Vec<_>>(), [report.import.id]);
    bakery.app.deliver().await;
}

#[tokio::test]
async fn each_kind_is_for_its_roles() {
    let bakery = Bakery::new().await;
    assert_eq!(refused(&bakery.owner, FileKind::Registry, REGISTRY).await.status, 403);
    assert_eq!(refused(&bakery.administrator, FileKind::Uniemens, UNIEMENS).await.status, 403);
    let nameless =
        bakery.owner.hand_in(&submit(FileKind::Uniemens, "a/"), Bytes::new()).await.unwrap_err();
    assert_eq!((nameless.status, nameless.errors[0].field.as_str()), (422, "name"));
}

#[tokio::test]
async fn a_wrong_matricola_leaves_the_money_loose() {
    let bakery = Bakery::new().await;
    let file = F24_TABLE.replace("7012345662", "4912345631");
    let report = hand_in(&bakery.owner, FileKind::F24, "f24.csv", file).await;
    assert_eq!(report.import.state, ImportState::Accepted, "{report:?}");
    assert_eq!(bakery.payments().await[0].matched, Matched::WrongPosition);
    let report = hand_in(
        &bakery.owner,
        FileKind::F24,
        "f24.csv",
        F24_TABLE.replace("7012345662", "7012345626"),
    )
    .await;
    assert_eq!(errors(&report), [(IssueCode::Matricola, 2)]);
    assert_eq!(bakery.payments().await.len(), 1);
}

#[tokio::test]
async fn a_position_is_of_one_company_until_it_ceases_there() {
    let bakery = Bakery::new().await;
    let successor =
        REGISTRY.replace("12345678903", "01234567897").replace("FORNO ESEMPIO", "FORNO NUOVO");
    let line = 1 + REGISTRY.lines().position(|line| line.contains("7012345662")).unwrap() as u32;
    let states = async |name: &str, file: String| {
        let report = hand_in(&bakery.administrator, FileKind::Registry, name, file).await;
        (report.import.state, errors(&report))
    };
    let refused = (ImportState::Refused, vec![(IssueCode::PositionElsewhere, line)]);
    assert_eq!(states("new.json", successor.clone()).await, refused);
    for state in ["suspended", "bankrupt", "ceased_provisionally"] {
        let held = REGISTRY.replace("\"active\"", &format!("\"{state}\""));
        assert_eq!(states("held.json", held).await.0, ImportState::Accepted);
        assert_eq!(states("new.json", successor.clone()).await, refused, "{state}");
    }
    let ceased = REGISTRY.replace("\"active\"", "\"ceased\"");
    assert_eq!(states("ceased.json", ceased).await.0, ImportState::Accepted);
    assert_eq!(states("new.json", successor).await.0, ImportState::Accepted);
    // Now it is the other's.
    let back = REGISTRY.replace("FORNO ESEMPIO", "FORNO DI PRIMA");
    assert_eq!(states("back.json", back).await, refused);
}

#[tokio::test]
async fn an_older_extract_changes_nothing() {
    let bakery = Bakery::new().await;
    let older = REGISTRY.replace("2025-10-01", "2025-09-30").replace("ESEMPIO", "DI IERI");
    let report = hand_in(&bakery.administrator, FileKind::Registry, "older.json", older).await;
    assert_eq!((report.import.state, report.import.counts.companies), (ImportState::Accepted, 0));
    let said: Vec<_> = report.issues.iter().map(|issue| (issue.code, issue.line)).collect();
    assert_eq!(said, [(IssueCode::OlderExtract, 12)]);
    let name = async || {
        let show = companies::Show { company: bakery.company };
        bakery.owner.send(&show).await.unwrap().name
    };
    assert_eq!(name().await, "FORNO ESEMPIO S.R.L.");
    let later = REGISTRY.replace("2025-10-01", "2025-10-02").replace("ESEMPIO", "DI DOMANI");
    hand_in(&bakery.administrator, FileKind::Registry, "later.json", later).await;
    assert_eq!(name().await, "FORNO DI DOMANI S.R.L.");
}

#[tokio::test]
async fn collaborators_are_due_too() {
    let bakery = Bakery::new().await;
    let report = hand_in(&bakery.owner, FileKind::Uniemens, "gs.xml", COLLABORATORS).await;
    assert_eq!((report.import.state, report.issues.len()), (ImportState::Accepted, 0));
    let row = &bakery.declarations().await[0];
    assert_eq!(
        (row.scheme, row.due.cents(), row.state),
        (Scheme::Collaborators, 1_050_90, DmState::Balanced)
    );
    let (company, declaration) = (bakery.company, row.id);
    let workers = declarations::Workers { company, declaration, ..Default::default() };
    let workers = bakery.owner.send(&workers).await.unwrap().items;
    let engaged = workers[0].engaged.expect("a collaborator");
    assert_eq!(engaged.rate, Rate::from_hundredths(35_03));
    let march = |day| Day::new(2025, 3, day);
    assert_eq!((engaged.from, engaged.to), (march(1), march(31)));
    let file = declarations::ExportWorkers { company, declaration, ..Default::default() };
    let file = bakery.owner.call(bakery.owner.request(&file, "")).await;
    let text = String::from_utf8(file.body.to_vec()).unwrap();
    assert!(text.contains(";\"Aliquota\";\"Dal\";\"Al\"\r\n"), "{text}");
    assert!(text.contains(";35,0300%;01/03/2025;31/03/2025\r\n"), "{text}");
}

#[tokio::test]
async fn the_command_line_imports_for_everybody() {
    let app = TestApp::new().await;
    let folder = tempfile::tempdir().unwrap();
    let mut states = Vec::new();
    for (kind, name, text) in [
        (FileKind::Uniemens, "early.xml", UNIEMENS),
        (FileKind::Registry, "forno.json", REGISTRY),
        (FileKind::Uniemens, "09.xml", UNIEMENS),
        (FileKind::Uniemens, "again.xml", UNIEMENS),
        (FileKind::F24, "f24.txt", F24_RECORDS),
        (FileKind::F24, "wrong.csv", UNIEMENS),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        let reports = import_files(app.app(), kind, &[path]).await.unwrap();
        assert_eq!(reports[0].import.name, name);
        states.push(reports[0].import.state);
    }
    use ImportState::{Accepted, Refused, Repeated};
    assert_eq!(states, [Refused, Accepted, Accepted, Repeated, Accepted, Refused]);
    assert!(import_files(app.app(), FileKind::F24, &[folder.path().join("none")]).await.is_err());
    assert_eq!(app.audited(), 6);
}
