//! Inspections (M26).

use crate::auth::Resource;
use crate::sections::common::labels;
use crate::sections::{
    Code, Field, FieldRole, Kind, Link, Order, Section, Source, Tone, Words, phrase,
};

/// Who inspected.
const BODIES: &[Code] = &[
    Code::new("inps", phrase("INPS", "INPS", "INPS")),
    Code::new("inl", phrase("Ispettorato del lavoro", "Labour inspectorate", "Arbeitsinspektorat")),
    Code::new("gdf", phrase("Guardia di Finanza", "Guardia di Finanza", "Finanzwache")),
];

/// What was found.
const FINDINGS: &[Code] = &[
    Code::toned(
        "nessuno",
        phrase("Nessun rilievo", "Nothing found", "Keine Beanstandung"),
        Tone::Green,
    ),
    Code::toned(
        "lavoro_nero",
        phrase("Lavoro nero", "Undeclared work", "Schwarzarbeit"),
        Tone::Red,
    ),
    Code::toned(
        "inquadramento",
        phrase("Inquadramento errato", "Wrong classification", "Falsche Einstufung"),
        Tone::Orange,
    ),
    Code::toned(
        "indennita",
        phrase("Indennità non dovute", "Undue allowances", "Nicht zustehende Zulagen"),
        Tone::Orange,
    ),
    Code::toned("altro", phrase("Altro", "Other", "Anderes"), Tone::Grey),
];

/// Where it stands.
const STATES: &[Code] = &[
    Code::toned("in_corso", phrase("In corso", "Under way", "Im Gang"), Tone::Blue),
    Code::toned(
        "regolare",
        phrase("Conclusa, regolare", "Closed, in order", "Abgeschlossen, in Ordnung"),
        Tone::Green,
    ),
    Code::toned(
        "verbale_notificato",
        phrase("Verbale notificato", "Report notified", "Protokoll zugestellt"),
        Tone::Red,
    ),
    Code::toned("diffida", phrase("Diffida", "Formal warning", "Verwarnung"), Tone::Orange),
    Code::toned("ricorso", phrase("Ricorso", "Appealed", "Rekurs"), Tone::Blue),
    Code::toned("rateizzata", phrase("Rateizzata", "In instalments", "In Raten"), Tone::Blue),
    Code::toned("pagata", phrase("Pagata", "Paid", "Bezahlt"), Tone::Green),
    Code::toned(
        "recupero_crediti",
        phrase("A recupero crediti", "In debt recovery", "In Einbringung"),
        Tone::Red,
    ),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "ispezioni",
    number: 26,
    row: "M26",
    resource: Resource::Contributions,
    source: Source::Feed,
    words: Words {
        title: phrase("Ispezioni di vigilanza", "Inspections", "Inspektionen"),
        short: phrase(
            "Accessi, verbali, esiti",
            "Visits, reports, outcomes",
            "Besuche, Protokolle, Ergebnisse",
        ),
        help: phrase(
            "Gli accertamenti dell'Istituto, dell'Ispettorato e di altri enti: quando sono venuti, quale periodo hanno guardato, che cosa \
             hanno trovato e quanto chiedono. Chi paga tutto, o chiede le rate e versa la prima, entro 30 giorni dalla notifica dimezza le \
             sanzioni civili (art. 116, c. 8, L. 388/2000). Gli stati sono quelli di questo programma.",
            "Assessments by the institute, the inspectorate and other bodies: when they came, which period they looked at, what they found \
             and what they ask for. Whoever pays all, or applies for instalments and pays the first, within 30 days of notification halves \
             the civil sanctions (art. 116 par. 8 L. 388/2000). The states are this program's own.",
            "Feststellungen des Instituts, des Arbeitsinspektorats und anderer Stellen: wann sie kamen, welchen Zeitraum sie prüften, was sie \
             fanden und was sie fordern. Wer binnen 30 Tagen ab Zustellung alles zahlt oder Raten beantragt und die erste zahlt, halbiert die \
             Zivilstrafen (Art. 116 Abs. 8 G. 388/2000). Die Zustände sind jene dieses Programms.",
        ),
        source: phrase(
            "Archivio della vigilanza ispettiva.",
            "The archive of inspections.",
            "Archiv der Inspektionen.",
        ),
        empty: phrase(
            "Nessuna ispezione negli archivi.",
            "No inspection on file.",
            "Keine Inspektion vorhanden.",
        ),
    },
    fields: &[
        Field::new("number", Kind::Number(30), phrase("Verbale", "Report", "Protokoll"))
            .required()
            .role(FieldRole::Title),
        labels::state(STATES),
        Field::new("body", Kind::Code(BODIES), phrase("Ente", "Body", "Stelle"))
            .required()
            .filter(),
        Field::new("visited", Kind::Day, phrase("Primo accesso", "First visit", "Erster Besuch"))
            .required()
            .role(FieldRole::Date)
            .filter(),
        Field::new("notified", Kind::Day, labels::NOTIFIED),
        Field::new("from", Kind::Month, phrase("Periodo dal", "Period from", "Zeitraum von"))
            .link(Link::Declaration),
        Field::new("to", Kind::Month, phrase("Periodo al", "Period to", "Zeitraum bis")),
        Field::new(
            "workers",
            Kind::Count,
            phrase("Lavoratori controllati", "Workers checked", "Geprüfte Arbeitnehmer"),
        ),
        Field::new(
            "irregular",
            Kind::Count,
            phrase("Lavoratori irregolari", "Irregular workers", "Irreguläre Arbeitnehmer"),
        ),
        Field::new("finding", Kind::Code(FINDINGS), phrase("Rilievo", "Finding", "Beanstandung"))
            .filter(),
        Field::new("contributions", Kind::Euro, labels::CONTRIBUTIONS),
        Field::new("sanctions", Kind::Euro, labels::SANCTIONS),
        Field::new("total", Kind::Euro, labels::TOTAL).role(FieldRole::Amount).filter(),
        labels::matricola(),
    ],
    key: &["number"],
    order: Order::descending("visited"),
    spans: &[("visited", "notified"), ("from", "to")],
};
