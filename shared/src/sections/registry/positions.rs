//! Contribution positions: the accounts that a company has with the institute, and what else is kept of each (M11).

use crate::auth::Resource;
use crate::fiscal::Registered;
use crate::sections::common::codes::{self, POSITION_STATES};
use crate::sections::common::labels;
use crate::sections::{
    Code, Field, FieldRole, Kind, Link, Order, Section, Source, Tone, Words, phrase,
};

/// The positions, derived.
pub static SECTION: Section = Section {
    slug: "posizioni",
    number: codes::POSITIONS,
    row: "M11",
    resource: Resource::Registry,
    source: Source::Positions,
    words: Words {
        title: phrase("Posizioni contributive", "Contribution positions", "Beitragspositionen"),
        short: phrase(
            "Le matricole e il loro stato",
            "The matricole and their state",
            "Die Matrikeln und ihr Zustand",
        ),
        help: phrase(
            "Una posizione è il conto che l'azienda ha presso l'Istituto, e la matricola è il suo numero. Di regola ce n'è una sola per \
             inquadramento (Circ. 172/2010 e 80/2014): le altre sedi di lavoro si comunicano soltanto. CSC e CA decidono quali contributi \
             si pagano; l'attività ATECO li giustifica.",
            "A position is the account that a company has with the institute, and the matricola is its number. As a rule there is one for \
             each classification (Circ. 172/2010 and 80/2014): other places of work are only communicated. CSC and CA decide which \
             contributions are paid; the ATECO activity justifies them.",
            "Eine Position ist das Konto des Betriebs beim Institut, die Matrikel ihre Nummer. In der Regel gibt es je Einstufung nur eine \
             (Rundschreiben 172/2010 und 80/2014): Weitere Arbeitsstätten werden nur mitgeteilt. CSC und CA entscheiden, welche Beiträge \
             gezahlt werden; die ATECO-Tätigkeit begründet sie.",
        ),
        source: labels::REGISTER,
        empty: phrase(
            "Nessuna posizione contributiva: l'azienda non risulta iscritta come datore di lavoro.",
            "No contribution position: the company is not enrolled as an employer.",
            "Keine Beitragsposition: Der Betrieb ist nicht als Arbeitgeber eingeschrieben.",
        ),
    },
    fields: &[
        Field::new("matricola", Kind::Matricola, labels::MATRICOLA)
            .required()
            .role(FieldRole::Title)
            .link(Link::Records(codes::POSITION_DETAILS)),
        labels::state(POSITION_STATES),
        Field::new("since", Kind::Day, labels::IN_STATE_SINCE).role(FieldRole::Date),
        labels::office().filter(),
        Field::new("csc", Kind::Csc, labels::CSC).filter(),
        Field::new("cas", Kind::Cas, labels::CAS),
        Field::new("ateco", Kind::Ateco, labels::ATECO),
        Field::new("opened", Kind::Day, labels::OPENED),
        Field::new("workforce", Kind::Count, phrase("Forza aziendale", "Workforce", "Belegschaft")),
        Field::new(
            "workforce_month",
            Kind::Month,
            phrase("Forza aziendale del mese", "Workforce of the month", "Belegschaft im Monat"),
        )
        .detail(),
    ],
    key: &["matricola"],
    order: Order::ascending("matricola"),
    spans: &[],
};

/// Main or secondary firm.
const FIRMS: &[Code] = &[
    Code::new("principale", phrase("Principale", "Main", "Haupt")),
    Code::new("secondaria", phrase("Secondaria", "Secondary", "Neben")),
];

/// The part a position plays where returns of several are sent together.
pub(in crate::sections) const CENTRALISATION: &[Code] = &[
    Code::new("nessuno", phrase("Nessun accentramento", "Not centralised", "Nicht zentralisiert")),
    Code::new("accentrante", phrase("Accentrante", "Centralising", "Zentralisierend")),
    Code::new("accentrata", phrase("Accentrata", "Centralised", "Zentralisiert")),
];

/// Outcome of the check of the classification.
const CHECKS: &[Code] = &[
    Code::toned("confermato", phrase("Confermato", "Confirmed", "Bestätigt"), Tone::Green),
    Code::toned(
        "da_verificare",
        phrase("Da verificare", "To be checked", "Zu prüfen"),
        Tone::Orange,
    ),
    Code::toned(
        "da_rettificare",
        phrase("Da rettificare", "To be corrected", "Zu berichtigen"),
        Tone::Red,
    ),
];

/// What else is kept of a position, fed.
pub static DETAIL: Section = Section {
    slug: "dettaglio-posizioni",
    number: codes::POSITION_DETAILS,
    row: "M11",
    resource: Resource::Registry,
    source: Source::Feed,
    words: Words {
        title: phrase(
            "Dettaglio delle posizioni",
            "Details of positions",
            "Einzelheiten der Positionen",
        ),
        short: phrase(
            "Iscrizione, accentramento, controlli",
            "Enrolment, centralisation, checks",
            "Einschreibung, Zentralisierung, Prüfungen",
        ),
        help: phrase(
            "Come è nata ciascuna posizione: quando l'iscrizione è stata chiesta e convalidata, quale attività fu dichiarata, se la posizione \
             accentra altre o è accentrata, e com'è finito il controllo dell'inquadramento. Un inquadramento da rettificare cambia le \
             aliquote e fa nascere note di rettifica.",
            "How each position came to be: when its enrolment was applied for and validated, which activity was declared, whether it \
             centralises others or is centralised, and how the check of its classification ended. A classification to be corrected changes \
             the rates and brings rectification notices.",
            "Wie jede Position entstand: wann die Einschreibung beantragt und bestätigt wurde, welche Tätigkeit erklärt wurde, ob sie andere \
             zentralisiert oder selbst zentralisiert ist, und wie die Prüfung der Einstufung ausging. Eine zu berichtigende Einstufung \
             ändert die Sätze und führt zu Berichtigungsmitteilungen.",
        ),
        source: labels::REGISTER_FEED,
        empty: phrase(
            "Nessun dettaglio negli archivi per queste posizioni.",
            "No details of these positions on file.",
            "Keine Einzelheiten zu diesen Positionen vorhanden.",
        ),
    },
    fields: DETAIL_FIELDS,
    key: &["matricola"],
    order: Order::ascending("matricola"),
    spans: &[("applied", "validated")],
};

const DETAIL_FIELDS: &[Field] = &[
    labels::matricola().required().role(FieldRole::Title),
    Field::new(
        "check",
        Kind::Code(CHECKS),
        phrase("Controllo inquadramento", "Check of the classification", "Prüfung der Einstufung"),
    )
    .role(FieldRole::Status)
    .filter(),
    Field::new(
        "name",
        Kind::Text(405),
        phrase("Denominazione posizione", "Name of the position", "Bezeichnung der Position"),
    ),
    Field::new(
        "applied",
        Kind::Day,
        phrase("Iscrizione chiesta il", "Enrolment applied for on", "Einschreibung beantragt am"),
    ),
    Field::new("validated", Kind::Day, phrase("Convalidata il", "Validated on", "Bestätigt am"))
        .role(FieldRole::Date),
    Field::new(
        "provisional",
        Kind::Day,
        phrase(
            "Iscritta in via provvisoria il",
            "Enrolled provisionally on",
            "Vorläufig eingeschrieben am",
        ),
    )
    .detail(),
    Field::new(
        "activity",
        Kind::Text(300),
        phrase("Attività dichiarata", "Declared activity", "Erklärte Tätigkeit"),
    )
    .detail(),
    Field::new("firm", Kind::Code(FIRMS), phrase("Tipo ditta", "Kind of firm", "Art der Firma"))
        .detail(),
    Field::new(
        "centralisation",
        Kind::Code(CENTRALISATION),
        phrase("Accentramento", "Centralisation", "Zentralisierung"),
    )
    .filter(),
    Field::new(
        "reference",
        Kind::Matricola,
        phrase("Matricola di riferimento", "Reference matricola", "Bezugsmatrikel"),
    )
    .link(Link::Company),
    Field::new("agency", Kind::Text(80), phrase("Agenzia", "Agency", "Agentur")).detail(),
    Field::new("naval", Kind::Flag, phrase("Navale", "Naval", "Seefahrt")).detail(),
    Field::new(
        "cida",
        Kind::Number(10),
        phrase("CIDA (aziende agricole)", "CIDA (farms)", "CIDA (Landwirtschaft)"),
    )
    .detail(),
    Field::new("note", Kind::Text(400), labels::NOTE).detail(),
    Field::new("started", Kind::Day, labels::STARTED).detail(),
    Field::new(
        "provincial_office",
        Kind::Office,
        phrase("Sede provinciale", "Provincial office", "Provinzstelle"),
    )
    .detail(),
    Field::new("zonal_office", Kind::Office, phrase("Sede zonale", "Zonal office", "Zonenstelle"))
        .detail(),
    Field::new(
        "register_number",
        Kind::RegisterNumber(Registered::Position),
        labels::REGISTER_NUMBER,
    )
    .detail(),
];
