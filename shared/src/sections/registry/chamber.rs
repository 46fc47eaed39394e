//! Data of the chamber of commerce (M32). Fields named as those of the brief and detailed data are compared with them.

use crate::auth::Resource;
use crate::sections::common::labels;
use crate::sections::{Code, Field, FieldRole, Kind, Order, Section, Source, Tone, Words, phrase};

/// State of the firm.
const STATES: &[Code] = &[
    Code::toned("attiva", phrase("Attiva", "Active", "Aktiv"), Tone::Green),
    Code::new("inattiva", phrase("Inattiva", "Inactive", "Inaktiv")),
    Code::toned("sospesa", phrase("Sospesa", "Suspended", "Ausgesetzt"), Tone::Orange),
    Code::toned(
        "liquidazione",
        phrase("In liquidazione", "In liquidation", "In Liquidation"),
        Tone::Orange,
    ),
    Code::toned(
        "procedura",
        phrase("In procedura", "In insolvency", "Im Insolvenzverfahren"),
        Tone::Red,
    ),
    Code::new("cancellata", phrase("Cancellata", "Struck off", "Gelöscht")),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "infocamere",
    number: 32,
    row: "M32",
    resource: Resource::Registry,
    source: Source::Feed,
    words: Words {
        title: phrase("Dati Infocamere", "Chamber of commerce data", "Daten der Handelskammer"),
        short: phrase("Il registro delle imprese", "The business register", "Das Handelsregister"),
        help: phrase(
            "Ciò che dell'azienda sa la Camera di commercio. Dove l'Istituto ha un dato diverso, la differenza è segnalata: o manca una \
             comunicazione all'Istituto, o il registro non è aggiornato. «Certificato» vuol dire che il dato viene dal registro, non da una dichiarazione.",
            "What the chamber of commerce knows of the company. Where the institute holds something else, the difference is marked: either \
             a communication to the institute is missing, or the register is out of date. “Certified” means that it comes from \
             the register and not from a declaration.",
            "Was die Handelskammer über den Betrieb weiß. Wo das Institut etwas anderes führt, ist der Unterschied gekennzeichnet: Entweder \
             fehlt eine Mitteilung an das Institut, oder das Register ist nicht aktuell. „Bescheinigt“ heißt, dass \
             sie aus dem Register stammen und nicht aus einer Erklärung.",
        ),
        source: phrase(
            "Registro delle imprese, tramite Infocamere.",
            "The business register, through Infocamere.",
            "Handelsregister, über Infocamere.",
        ),
        empty: phrase(
            "Nessuna visura: l'azienda non è iscritta al registro imprese o il dato non è ancora arrivato.",
            "No extract: the company is not in the business register, or its data have not arrived yet.",
            "Kein Auszug: Der Betrieb steht nicht im Handelsregister, oder die Daten sind noch nicht eingetroffen.",
        ),
    },
    fields: &[
        Field::new("rea", Kind::Number(20), labels::REA).required(),
        Field::new("name", Kind::Text(405), labels::NAME).required().role(FieldRole::Title),
        labels::state(STATES),
        Field::new(
            "legal_form",
            Kind::Text(120),
            phrase("Forma giuridica", "Legal form", "Rechtsform"),
        ),
        Field::new(
            "capital",
            Kind::Euro,
            phrase("Capitale sociale", "Share capital", "Gesellschaftskapital"),
        )
        .role(FieldRole::Amount),
        Field::new(
            "street",
            Kind::Text(160),
            phrase("Sede legale", "Registered office", "Rechtssitz"),
        ),
        Field::new("postcode", Kind::Digits(5), labels::POSTCODE).detail(),
        Field::new("town", Kind::Text(80), labels::TOWN),
        Field::new("province", Kind::Province, labels::PROVINCE).detail(),
        Field::new("ateco", Kind::Ateco, labels::ATECO),
        Field::new(
            "object",
            Kind::Text(600),
            phrase("Oggetto sociale", "Object of the company", "Gesellschaftszweck"),
        )
        .detail(),
        Field::new(
            "started",
            Kind::Day,
            phrase("Inizio attività", "Activity since", "Tätigkeitsbeginn"),
        ),
        Field::new(
            "registered",
            Kind::Day,
            phrase("Iscritta al registro il", "In the register since", "Im Register seit"),
        )
        .detail(),
        Field::new(
            "artisan",
            Kind::Flag,
            phrase("Impresa artigiana", "Artisan firm", "Handwerksbetrieb"),
        )
        .detail(),
        Field::new(
            "pec",
            Kind::Email,
            phrase("PEC", "Certified e-mail (PEC)", "Zertifizierte E-Mail (PEC)"),
        ),
        Field::new("charges", Kind::Count, phrase("Cariche", "Charges", "Ämter")).detail(),
        Field::new(
            "local_units",
            Kind::Count,
            phrase("Unità locali", "Local units", "Örtliche Einheiten"),
        )
        .detail(),
        Field::new(
            "deposit",
            Kind::Text(120),
            phrase("Ultimo deposito", "Last deposit", "Letzte Hinterlegung"),
        )
        .detail(),
        Field::new(
            "deposited",
            Kind::Day,
            phrase("Depositato il", "Deposited on", "Hinterlegt am"),
        )
        .detail(),
        Field::new("certified", Kind::Flag, labels::CERTIFIED),
        Field::new("extracted", Kind::Day, phrase("Visura del", "Extract of", "Auszug vom"))
            .required()
            .role(FieldRole::Date),
    ],
    key: &["rea"],
    order: Order::ascending("rea"),
    spans: &[],
};
