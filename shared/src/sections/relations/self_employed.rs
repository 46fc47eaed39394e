//! Positions of self-employed persons (M16): those that connected persons have in their own name.

use super::persons::SELF_EMPLOYED;
use crate::auth::Resource;
use crate::sections::common::codes::{PERSONS, POSITION_STATES};
use crate::sections::common::labels;
use crate::sections::{Code, Field, FieldRole, Kind, Link, Order, Section, Source, Words, phrase};

/// Artisans, who pay fixed instalments.
pub const ARTISANS: &str = "artigiani";
/// Merchants, who do too.
pub const MERCHANTS: &str = "commercianti";
/// Self-employed farmers, whose instalments have days of their own.
pub const FARMERS: &str = "agricoli";

/// The schemes of the self-employed.
const SCHEMES: &[Code] = &[
    Code::new(ARTISANS, phrase("Artigiani", "Artisans", "Handwerker")),
    Code::new(MERCHANTS, phrase("Commercianti", "Merchants", "Kaufleute")),
    Code::new(
        "professionisti",
        phrase(
            "Professionisti (Gestione Separata)",
            "Professionals (Gestione Separata)",
            "Freiberufler (Gestione Separata)",
        ),
    ),
    Code::new(
        FARMERS,
        phrase(
            "Coltivatori diretti, mezzadri, imprenditori agricoli",
            "Self-employed farmers",
            "Selbstständige Landwirte",
        ),
    ),
];

/// The part of the insured person.
const PARTS: &[Code] = &[
    Code::new("titolare", phrase("Titolare", "Holder", "Inhaber")),
    Code::new("socio", phrase("Socio", "Partner", "Gesellschafter")),
    Code::new(
        "collaboratore",
        phrase("Collaboratore familiare", "Family helper", "Mitarbeitendes Familienmitglied"),
    ),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "lavoratori-autonomi",
    number: SELF_EMPLOYED,
    row: "M16",
    resource: Resource::Registry,
    source: Source::Feed,
    words: Words {
        title: phrase(
            "Posizioni dei lavoratori autonomi",
            "Positions of self-employed persons",
            "Positionen der Selbstständigen",
        ),
        short: phrase(
            "Artigiani, commercianti, professionisti",
            "Artisans, merchants, professionals",
            "Handwerker, Kaufleute, Freiberufler",
        ),
        help: phrase(
            "Le posizioni che titolari, soci e familiari hanno a proprio nome come artigiani, commercianti o professionisti della Gestione \
             Separata. Hanno il loro cassetto e i loro versamenti: qui si vede soltanto che esistono, dove e da quando, perché anche i loro \
             debiti contano per il DURC del codice fiscale a cui appartengono.",
            "The positions that holders, partners and relatives have in their own name as artisans, merchants or professionals of the \
             Gestione Separata. They have a cassetto and payments of their own: here is only that they exist, where and since when, for \
             their debts too count for the DURC of the tax code they belong to.",
            "Die Positionen, die Inhaber, Gesellschafter und Angehörige im eigenen Namen als Handwerker, Kaufleute oder Freiberufler der \
             Gestione Separata haben. Sie haben ihr eigenes Cassetto und eigene Zahlungen: Hier steht nur, dass es sie gibt, wo und seit \
             wann, denn auch ihre Schulden zählen für den DURC der Steuernummer, zu der sie gehören.",
        ),
        source: labels::REGISTER_FEED,
        empty: phrase(
            "Nessuna posizione di lavoro autonomo fra i soggetti collegati.",
            "No connected person has a position as self-employed.",
            "Keine verbundene Person hat eine Position als Selbstständige.",
        ),
    },
    fields: &[
        Field::new("tax_code", Kind::PersonCode, labels::TAX_CODE)
            .required()
            .link(Link::Records(PERSONS)),
        Field::new("name", Kind::Text(120), labels::PERSON).required().role(FieldRole::Title),
        Field::new("scheme", Kind::Code(SCHEMES), labels::SCHEME).required().filter(),
        Field::new(
            "code",
            Kind::Number(17),
            phrase("Codice posizione", "Position code", "Positionskode"),
        )
        .required(),
        Field::new(
            "part",
            Kind::Code(PARTS),
            phrase("Iscritto come", "Enrolled as", "Eingeschrieben als"),
        )
        .filter(),
        labels::office(),
        labels::state(POSITION_STATES),
        Field::new("from", Kind::Day, labels::FROM).required().role(FieldRole::Date),
        Field::new("to", Kind::Day, labels::TO),
    ],
    key: &["tax_code", "scheme", "code"],
    order: Order::ascending("name"),
    spans: &[("from", "to")],
};
