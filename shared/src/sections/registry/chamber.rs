//! Data of the chamber of commerce (M32), and which of them it certifies. Fields named as those of the brief and detailed data are
//! compared with them.

use super::detail::{
    ARTISAN_APPLIED, ARTISAN_CATEGORY, ARTISAN_CEASED, ARTISAN_DECIDED, ARTISAN_NUMBER,
    ARTISAN_PROVINCE, ARTISAN_REGISTERED, ENDED,
};
use crate::auth::Resource;
use crate::sections::common::labels;
use crate::sections::{
    Code, Field, FieldRole, Kind, Link, Order, Phrase, Section, Source, Tone, Words, phrase,
};

/// Number of the section of this data, and of which of them are certified: each leads to the other.
const EXTRACT: u8 = 32;
const CERTIFICATIONS: u8 = 56;

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
    number: EXTRACT,
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
        source: SOURCE,
        empty: phrase(
            "Nessuna visura: l'azienda non è iscritta al registro imprese o il dato non è ancora arrivato.",
            "No extract: the company is not in the business register, or its data have not arrived yet.",
            "Kein Auszug: Der Betrieb steht nicht im Handelsregister, oder die Daten sind noch nicht eingetroffen.",
        ),
    },
    fields: &[
        Field::new("rea", Kind::Number(20), labels::REA)
            .required()
            .link(Link::Records(CERTIFICATIONS)),
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
        Field::new("started", Kind::Day, labels::STARTED),
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
        Field::new("tax_code", Kind::TaxCode, labels::TAX_CODE).detail(),
        Field::new("ended", Kind::Day, ENDED).detail(),
        Field::new(
            "paid_up",
            Kind::Euro,
            phrase("Capitale versato", "Paid-up capital", "Eingezahltes Kapital"),
        )
        .not_negative()
        .detail(),
        Field::new(
            "secondary_activities",
            Kind::Text(300),
            phrase("Attività secondarie", "Secondary activities", "Nebentätigkeiten"),
        )
        .detail(),
        Field::new("artisan_category", Kind::Text(120), ARTISAN_CATEGORY).detail(),
        Field::new("artisan_number", Kind::Number(20), ARTISAN_NUMBER).detail(),
        Field::new("artisan_province", Kind::Province, ARTISAN_PROVINCE).detail(),
        Field::new("artisan_applied", Kind::Day, ARTISAN_APPLIED).detail(),
        Field::new("artisan_decided", Kind::Day, ARTISAN_DECIDED).detail(),
        Field::new("artisan_registered", Kind::Day, ARTISAN_REGISTERED).detail(),
        Field::new("artisan_ceased", Kind::Day, ARTISAN_CEASED).detail(),
    ],
    key: &["rea"],
    order: Order::ascending("rea"),
    spans: &[("started", "ended"), ("artisan_registered", "artisan_ceased")],
};

/// The data that can be certified one by one.
const DATA: &[Code] = &[
    Code::new("denominazione", labels::NAME),
    Code::new("forma_giuridica", phrase("Forma giuridica", "Legal form", "Rechtsform")),
    Code::new("sede", phrase("Sede legale", "Registered office", "Rechtssitz")),
    Code::new("stato", labels::STATE),
    Code::new("capitale", phrase("Capitale sociale", "Share capital", "Gesellschaftskapital")),
    Code::new("oggetto", phrase("Oggetto sociale", "Object of the company", "Gesellschaftszweck")),
    Code::new("ateco", labels::ATECO),
    Code::new("cariche", phrase("Cariche", "Charges", "Ämter")),
    Code::new("unita_locali", phrase("Unità locali", "Local units", "Örtliche Einheiten")),
    Code::new(
        "albo_artigiani",
        phrase("Albo artigiani", "Register of artisans", "Handwerkerrolle"),
    ),
    Code::new("depositi", phrase("Depositi", "Deposits", "Hinterlegungen")),
    Code::new("pec", phrase("PEC", "Certified e-mail (PEC)", "Zertifizierte E-Mail (PEC)")),
];

/// Which of its data the register certifies, each with its day.
pub static CERTIFIED: Section = Section {
    slug: "certificazioni-infocamere",
    number: CERTIFICATIONS,
    row: "M32",
    resource: Resource::Registry,
    source: Source::Feed,
    words: Words {
        title: phrase(
            "Certificazione dei dati Infocamere",
            "Certified chamber data",
            "Bescheinigte Daten der Handelskammer",
        ),
        short: phrase(
            "Quale dato è certificato, e da quando",
            "Which datum is certified, and since when",
            "Welche Angabe bescheinigt ist, und seit wann",
        ),
        help: phrase(
            "La visura dice per ogni dato se è certificato dal registro e di che giorno è. Ciò che non è certificato è solo dichiarato: \
             per una pratica può servire il documento.",
            "The extract says of each datum whether the register certifies it and of which day it is. What is not certified was only \
             declared: a request may need the document.",
            "Der Auszug sagt zu jeder Angabe, ob das Register sie bescheinigt und von welchem Tag sie ist. Was nicht bescheinigt ist, wurde \
             nur erklärt: Für eine Anfrage kann das Dokument nötig sein.",
        ),
        source: SOURCE,
        empty: phrase(
            "La visura non dice quali dati sono certificati.",
            "The extract does not say which data are certified.",
            "Der Auszug sagt nicht, welche Angaben bescheinigt sind.",
        ),
    },
    fields: &[
        Field::new("rea", Kind::Number(20), labels::REA).required().link(Link::Records(EXTRACT)),
        Field::new("datum", Kind::Code(DATA), phrase("Dato", "Datum", "Angabe"))
            .required()
            .role(FieldRole::Title)
            .filter(),
        Field::new("certified", Kind::Flag, labels::CERTIFIED).required().filter(),
        Field::new("of", Kind::Day, phrase("Dato del", "Datum of", "Angabe vom"))
            .role(FieldRole::Date)
            .filter(),
        Field::new(
            "certifier",
            Kind::Text(80),
            phrase("Ente certificatore", "Certified by", "Bescheinigt von"),
        ),
    ],
    key: &["rea", "datum"],
    order: Order::ascending("datum"),
    spans: &[],
};

const SOURCE: Phrase = phrase(
    "Registro delle imprese, tramite Infocamere.",
    "The business register, through Infocamere.",
    "Handelsregister, über Infocamere.",
);
