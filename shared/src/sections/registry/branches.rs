//! Establishments (M19): the places where the company works.

use crate::auth::Resource;
use crate::sections::common::codes::OPEN_CLOSED;
use crate::sections::common::labels;
use crate::sections::{Code, Field, FieldRole, Kind, Order, Section, Source, Words, phrase};

/// What an establishment is.
const KINDS: &[Code] = &[
    Code::new("filiale", phrase("Filiale", "Branch", "Filiale")),
    Code::new("negozio", phrase("Negozio", "Shop", "Geschäft")),
    Code::new("laboratorio", phrase("Laboratorio", "Workshop", "Werkstatt")),
    Code::new("stabilimento", phrase("Stabilimento", "Plant", "Werk")),
    Code::new("deposito", phrase("Deposito", "Warehouse", "Lager")),
    Code::new("ufficio", phrase("Ufficio", "Office", "Büro")),
    Code::new("cantiere", phrase("Cantiere", "Building site", "Baustelle")),
];

/// Who knows of it.
const ORIGINS: &[Code] = &[
    Code::new(
        "comunicata",
        phrase(
            "Comunicata all'Istituto",
            "Communicated to the institute",
            "Dem Institut mitgeteilt",
        ),
    ),
    Code::new(
        "infocamere",
        phrase("Dal registro imprese", "From the business register", "Aus dem Handelsregister"),
    ),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "dipendenze",
    number: 19,
    row: "M19",
    resource: Resource::Registry,
    source: Source::Feed,
    words: Words {
        title: phrase("Dipendenze e unità operative", "Establishments", "Betriebsstätten"),
        short: phrase("I luoghi in cui si lavora", "The places of work", "Die Arbeitsorte"),
        help: phrase(
            "I luoghi in cui l'azienda lavora oltre alla sede. Di regola stanno tutti sotto la stessa matricola: aprirne uno non chiede una \
             posizione nuova, ma una comunicazione (Circ. 172/2010). Il progressivo è quello che si indica nell'UniEmens come unità \
             operativa.",
            "The places where the company works besides its seat. As a rule all come under one matricola: opening one asks for no new \
             position but for a communication (Circ. 172/2010). The number is the one given in the UniEmens as operating unit.",
            "Die Orte, an denen der Betrieb neben seinem Sitz arbeitet. In der Regel gehören alle zur selben Matrikel: Wer einen eröffnet, \
             braucht keine neue Position, sondern teilt ihn mit (Rundschreiben 172/2010). Die laufende Nummer ist jene, die im UniEmens als \
             Betriebsstätte angegeben wird.",
        ),
        source: phrase(
            "Comunicazioni dell'azienda all'Istituto e unità locali del registro imprese.",
            "The company's communications to the institute and the local units of the business register.",
            "Mitteilungen des Betriebs an das Institut und örtliche Einheiten des Handelsregisters.",
        ),
        empty: phrase(
            "Nessuna unità oltre alla sede.",
            "No establishment besides the seat.",
            "Keine Betriebsstätte neben dem Sitz.",
        ),
    },
    fields: &[
        Field::new("number", Kind::Count, phrase("Progressivo", "Number", "Laufende Nummer"))
            .required(),
        Field::new("sign", Kind::Text(120), phrase("Insegna", "Sign", "Bezeichnung"))
            .required()
            .role(FieldRole::Title),
        Field::new("kind", Kind::Code(KINDS), labels::KIND).required().filter(),
        labels::state(OPEN_CLOSED),
        Field::new("opened", Kind::Day, labels::OPENED).required().role(FieldRole::Date).filter(),
        Field::new("closed", Kind::Day, phrase("Chiusa il", "Closed on", "Geschlossen am")),
        Field::new(
            "closing_cause",
            Kind::Text(120),
            phrase("Perché è chiusa", "Why it closed", "Warum geschlossen"),
        )
        .detail(),
        Field::new("street", Kind::Text(160), labels::STREET),
        Field::new("postcode", Kind::Digits(5), labels::POSTCODE).detail(),
        Field::new("town", Kind::Text(80), labels::TOWN),
        Field::new("province", Kind::Province, labels::PROVINCE),
        Field::new("ateco", Kind::Ateco, labels::ATECO).detail(),
        Field::new("employees", Kind::Count, labels::EMPLOYEES),
        Field::new("origin", Kind::Code(ORIGINS), phrase("Origine", "Origin", "Herkunft")).filter(),
        Field::new("hamlet", Kind::Text(80), labels::HAMLET).detail(),
        Field::new("importance", Kind::Text(40), phrase("Importanza", "Importance", "Bedeutung"))
            .detail(),
    ],
    key: &["number"],
    order: Order::ascending("number"),
    spans: &[("opened", "closed")],
};
