//! A small world: two companies, a practice, an association, an office, and one person of each role.

use backend::deadlines;
use backend::declarations::service::{self as declarations, NewDeclaration, NewWorker};
use backend::delegations::{Grant, Kind, Practice, service as delegations};
use backend::durc;
use backend::durc::archive::{Filed, State};
use backend::evidence::service as evidence;
use backend::payments::service::{self as payments, NewPayment, NewRow};
use backend::people::{Person, Place, service as people};
use backend::register::service::{self as register, Entry};
use backend::sections::service::{self as sections, By};
use serde_json::{Value, json};
use shared::auth::Role;
use shared::calendar::{Day, Month};
use shared::declarations::{DmState, Scheme, Section};
use shared::ids::{CompanyId, DeclarationId, ImportId, LinkId, PaymentId, PersonId, PracticeId};
use shared::intake::{self, FileKind, Submit};
use shared::lang::Lang;
use shared::money::Euro;
use shared::offices::OfficeCode;
use shared::register::Direction;
use shared::sections::Cells;
use shared::sections::matters::notices::SECTION;

use crate::app::TestApp;
use crate::company::company;

/// The personas of every demo with their roles, in the order of the authorisation table.
pub const PERSONAS: [(&str, Role); 9] = [
    ("titolare", Role::Owner),
    ("dipendente", Role::Employee),
    ("consulente", Role::Consultant),
    ("collaboratore", Role::Collaborator),
    ("associazione", Role::Association),
    ("operatore", Role::Operator),
    ("responsabile", Role::Manager),
    ("amministratore", Role::Administrator),
    ("revisore", Role::Auditor),
];

/// What there is. Everybody of [`PERSONAS`] who may stand in a relation to a company stands in one to `company`, and nobody to `other`
/// but its representative, the persona `estraneo`.
pub struct World {
    /// The company, with a position at the office of the world's staff.
    pub company: CompanyId,
    /// A declaration of it, balanced, for September 2026.
    pub declaration: DeclarationId,
    /// The form that pays it.
    pub payment: PaymentId,
    /// Somebody else's company.
    pub other: CompanyId,
    /// A declaration of that one.
    pub other_declaration: DeclarationId,
    /// A form of that one.
    pub other_payment: PaymentId,
    /// The practice of `consulente` and `collaboratore`.
    pub practice: PracticeId,
    /// The association of `associazione`.
    pub association: PracticeId,
    /// The secret of the calendar feed of `consulente`.
    pub feed: String,
    /// A link to a DURC document of `company`, for thirty days more; there once [`World::document`] made it.
    pub link: LinkId,
    /// The secret of that link.
    pub secret: String,
}

impl World {
    /// Makes it.
    pub async fn of(app: &TestApp) -> Self {
        let (number, name) = COMPANY;
        let mine = company(number, name)
            .position("7012345763", "7010")
            .represented_by("Mario Rossi", TITOLARE);
        let others = company(2, "Officina Altrui")
            .position("4912345631", "4900")
            .represented_by("Nora Neri", ESTRANEO);
        let (company, other) = (mine.store(app).await, others.store(app).await);
        let (declaration, payment) =
            contributions(app, company, "7012345763", "7010", mine.tax_code()).await;
        let (other_declaration, other_payment) =
            contributions(app, other, "4912345631", "4900", others.tax_code()).await;
        let studio = practice(app, "Studio Lombardi", Kind::Consultants, company).await;
        let association = practice(app, "Associazione Artigiani", Kind::Association, company).await;
        let world = Self {
            company,
            declaration,
            payment,
            other,
            other_declaration,
            other_payment,
            practice: studio,
            association,
            feed: "f".repeat(64),
            link: app.app().new_id(),
            secret: "d".repeat(64),
        };
        world.people(app).await;
        let now = app.app().now();
        app.write(move |tx| {
            [company, other].into_iter().try_for_each(|one| evidence::refresh(tx, one, now))
        })
        .await;
        world
    }

    /// Files a DURC document of the company, makes the link to it, and has another office register [`RECEIPT`].
    pub async fn document(&self, app: &TestApp) {
        let (company, now, today) = (self.company, app.app().now(), app.app().today());
        let (link, secret) = (self.link, self.secret.clone());
        app.write(move |tx| {
            let filed = Filed {
                protocol: "INPS_70000001".to_owned(),
                state: State::Regular,
                checked: today.plus_days(-60),
                issued: Some(today.plus_days(-60)),
                invited: None,
                open: Euro::ZERO,
            };
            durc::archive::file(tx, now, company, &filed, &By::Check)?;
            let until = (filed.protocol, today.plus_days(30));
            let received = Entry {
                office: OfficeCode::parse("4900").expect("an office"),
                direction: Direction::In,
                party: "Officina Altrui".to_owned(),
                subject: "Domanda".to_owned(),
                files: Vec::new(),
                digest: [7; 32],
                about: String::new(),
            };
            register::assign(tx, now, received)?;
            Ok(durc::service::link(tx, company, (link, &secret), until, now)?)
        })
        .await;
    }

    /// Files a notice of the company for September 2026, notified yesterday; its key is [`NOTICE`].
    pub async fn notice(&self, app: &TestApp) {
        let (company, now, today) = (self.company, app.app().now(), app.app().today());
        let said = [
            ("number", NOTICE.to_owned()),
            ("state", "inviata".to_owned()),
            ("month", september().to_string()),
            ("matricola", "7012345763".to_owned()),
            ("side", "attiva".to_owned()),
            ("cause", "aliquota".to_owned()),
            ("differences", "100.00".to_owned()),
            ("sanctions", "9.01".to_owned()),
            ("total", "109.01".to_owned()),
            ("issued", today.plus_days(-3).to_string()),
            ("notified", today.plus_days(-1).to_string()),
            ("pay_by", today.plus_days(27).to_string()),
            ("rate", "7.65".to_owned()),
        ];
        app.write(move |tx| {
            let mut cells: Cells = vec![None; SECTION.fields.len()];
            for (field, text) in &said {
                let place = SECTION.field(field).map(|(place, _)| place).unwrap_or_default();
                cells[place] = Some(text.clone());
            }
            let by = By::Feed(ImportId::from_u128(3));
            sections::put(tx, now, company, &SECTION, cells, &by)?;
            evidence::refresh(tx, company, now)
        })
        .await;
    }

    /// Hands in records of the company's archives, each an archive and what the record says.
    ///
    /// # Panics
    /// If one of them is refused.
    pub async fn feed(&self, app: &TestApp, records: &[(&str, Value)]) {
        let administrator = app.sign_in("amministratore").await;
        let (number, name) = COMPANY;
        let mine = company(number, name);
        let line = |(section, record): &(&str, Value)| {
            let company = mine.tax_code();
            json!({ "section": section, "company": company, "op": "put", "record": record })
                .to_string()
        };
        let lines: Vec<String> = records.iter().map(line).collect();
        let submit = Submit { kind: FileKind::Sections, name: "archivi.jsonl".to_owned() };
        // Whoever signs in anew would begin again with keys that are still remembered.
        let key: ImportId = app.app().new_id();
        let import =
            administrator.hand_in_as(&submit, lines.join("\n"), &format!("feed-{key}")).await;
        let import = import.expect("an import").id;
        app.deliver().await;
        let report = administrator.send(&intake::Show { import }).await.expect("its report");
        assert_eq!(report.import.errors, 0, "{:?}", report.issues);
    }

    async fn people(&self, app: &TestApp) {
        let office = OfficeCode::parse("7010").expect("an office");
        for (number, (persona, role)) in
            (1_u128..).zip(PERSONAS.into_iter().chain([("estraneo", Role::Owner), ADDETTO]))
        {
            let place = match role {
                Role::Owner => Place::Companies,
                Role::Employee => Place::Employee(self.company),
                _ if (persona, role) == ADDETTO => Place::Practice(self.association),
                Role::Consultant | Role::Collaborator => Place::Practice(self.practice),
                Role::Association => Place::Practice(self.association),
                Role::Operator | Role::Manager => Place::Office(office),
                Role::Administrator | Role::Auditor => Place::System,
            };
            let tax_code = match persona {
                "titolare" => TITOLARE.to_owned(),
                "estraneo" => ESTRANEO.to_owned(),
                _ => format!("PRSNNA80A{number:02}H501X"),
            };
            let person = Person {
                id: PersonId::from_u128(number),
                name: format!("Persona {persona}"),
                tax_code,
                role,
                place,
                lang: Lang::It,
                email: Some(format!("{persona}@example.org")),
                persona: Some(persona.to_owned()),
            };
            let (company, now, feed) = (self.company, app.app().now(), self.feed.clone());
            app.write(move |tx| {
                if person.role == Role::Collaborator {
                    delegations::assign(tx, person.id, company)?;
                }
                if person.role == Role::Consultant {
                    deadlines::new_feed(tx, person.id, &feed, now)?;
                }
                people::record(tx, &person)
            })
            .await;
        }
    }
}

/// Number and name of the company.
const COMPANY: (u32, &str) = (1, "Trattoria Esempio");
/// A collaborator of the association.
const ADDETTO: (&str, Role) = ("addetto", Role::Collaborator);
const TITOLARE: &str = "RSSMRA70A01H501S";
const ESTRANEO: &str = "NRENRO75D41F205H";

fn day(month: u32, day: u32) -> Day {
    Day::new(2026, month, day).expect("a day")
}

/// A practice with a delegation of the company.
async fn practice(app: &TestApp, name: &str, kind: Kind, company: CompanyId) -> PracticeId {
    let practice = Practice { id: app.app().new_id(), name: name.to_owned(), kind };
    app.write(move |tx| {
        delegations::record_practice(tx, &practice)?;
        let grant = Grant { practice: practice.id, company, from: day(1, 1), to: None };
        delegations::grant(tx, &grant)?;
        Ok(practice.id)
    })
    .await
}

/// A piece of evidence of the world's company: it did not declare August 2026.
pub const EVIDENCE: &str = "E08~7012345763~2026-08";

/// Number and digest of what another office has registered, once [`World::document`] was called.
pub const RECEIPT: (&str, &str) =
    ("4900.E.2026.0000001", "0707070707070707070707070707070707070707070707070707070707070707");

/// The key of the notice that [`World::notice`] files.
pub const NOTICE: &str = "NR202600000001";

/// What September 2026 owes.
const DUE: Euro = Euro::from_cents(1_276_00);

fn september() -> Month {
    Month::new(2026, 9).expect("a month")
}

/// September 2026, declared and paid to the cent.
async fn contributions(
    app: &TestApp,
    company: CompanyId,
    matricola: &str,
    office: &str,
    payer: &str,
) -> (DeclarationId, PaymentId) {
    let declaration = declared(app, company, matricola, payer);
    let payment = paid(app, company, matricola, office, payer);
    let worker = NewWorker {
        tax_code: "VRDLGU85B02H501P".to_owned(),
        name: "Verdi Luigi".to_owned(),
        code: "1FI".to_owned(),
        base: Euro::from_cents(3_000_00),
        contribution: DUE,
        engaged: None,
    };
    let made = (declaration.id, payment.id);
    app.write(move |tx| {
        declarations::record(tx, &declaration, std::slice::from_ref(&worker))?;
        Ok(payments::record(tx, &payment)?)
    })
    .await;
    made
}

fn declared(app: &TestApp, company: CompanyId, matricola: &str, sender: &str) -> NewDeclaration {
    NewDeclaration {
        id: app.app().new_id(),
        company,
        month: september(),
        scheme: Scheme::Employees,
        matricola: Some(matricola.to_owned()),
        workforce: Some(1),
        sections: Some((Section::default(), Section::default())),
        due: DUE,
        state: DmState::Balanced,
        groups: Vec::new(),
        items: Vec::new(),
        warnings: Vec::new(),
        transmitted: app.app().now(),
        protocol: "INPS.UNIEMENS.1".to_owned(),
        sender: sender.to_owned(),
        sender_name: None,
        file: "september.xml".to_owned(),
        import: ImportId::from_u128(1),
    }
}

fn paid(
    app: &TestApp,
    company: CompanyId,
    matricola: &str,
    office: &str,
    payer: &str,
) -> NewPayment {
    let row = NewRow {
        office: office.to_owned(),
        causale: "DM10".to_owned(),
        code: matricola.to_owned(),
        from: Some(september()),
        to: None,
        debit: DUE,
        credit: Euro::ZERO,
    };
    NewPayment {
        id: app.app().new_id(),
        company,
        payer: payer.to_owned(),
        day: day(10, 13),
        rows: vec![row],
        file: "f24.txt".to_owned(),
        import: ImportId::from_u128(2),
    }
}
