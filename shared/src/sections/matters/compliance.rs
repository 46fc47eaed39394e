//! Compliance letters (art. 30 DL 19/2024): what other archives know and the returns do not say.

use crate::auth::Resource;
use crate::sections::common::labels;
use crate::sections::{
    Code, Field, FieldRole, Kind, Link, Order, Section, Source, Tone, Words, phrase,
};

/// What became of a letter.
const STATES: &[Code] = &[
    Code::toned(
        "ricevuta",
        phrase("Da rispondere", "To be answered", "Zu beantworten"),
        Tone::Orange,
    ),
    Code::new(
        "fatti_comunicati",
        phrase("Fatti comunicati", "Facts reported", "Umstände gemeldet"),
    ),
    Code::toned(
        "regolarizzata",
        phrase("Regolarizzata", "Regularised", "In Ordnung gebracht"),
        Tone::Green,
    ),
    Code::toned("accertata", phrase("Accertata", "Assessed", "Festgestellt"), Tone::Red),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "lettere-compliance",
    number: 53,
    row: "M41",
    resource: Resource::Contributions,
    source: Source::Feed,
    words: Words {
        title: phrase("Lettere di compliance", "Compliance letters", "Compliance-Schreiben"),
        short: phrase(
            "Dove altri archivi dicono altro",
            "Where other archives say otherwise",
            "Wo andere Archive anderes sagen",
        ),
        help: phrase(
            "L'Istituto confronta le denunce con UniLav e con i dati fiscali e scrive che cosa sembra mancare. Entro 90 giorni si possono \
             comunicare fatti che non conosce; chi regolarizza entro 30 giorni paga la sanzione ridotta (art. 30, cc. 5-9, DL 19/2024).",
            "The institute compares the returns with hirings and tax data and writes what seems to be missing. Within 90 days one may report \
             facts it does not know; whoever regularises within 30 days pays the reduced sanction (art. 30 pars. 5-9 DL 19/2024).",
            "Das Institut vergleicht die Meldungen mit UniLav und Steuerdaten und schreibt, was zu fehlen scheint. Binnen 90 Tagen kann man \
             Umstände melden, die es nicht kennt; wer binnen 30 Tagen in Ordnung bringt, zahlt die ermäßigte Strafe (Art. 30 Abs. 5-9 GD \
             19/2024).",
        ),
        source: phrase(
            "Archivio delle lettere di compliance dell'Istituto.",
            "The institute's archive of compliance letters.",
            "Archiv der Compliance-Schreiben des Instituts.",
        ),
        empty: phrase(
            "Nessuna lettera ricevuta.",
            "No letter received.",
            "Kein Schreiben erhalten.",
        ),
    },
    fields: &[
        Field::new("number", Kind::Number(30), phrase("Numero", "Number", "Nummer"))
            .required()
            .role(FieldRole::Title),
        labels::state(STATES),
        Field::new("received", Kind::Day, phrase("Ricevuta il", "Received on", "Erhalten am"))
            .required()
            .role(FieldRole::Date)
            .filter(),
        labels::matricola(),
        Field::new("from", Kind::Month, labels::FIRST_MONTH).link(Link::Declaration),
        Field::new("to", Kind::Month, labels::LAST_MONTH),
        Field::new(
            "amount",
            Kind::Euro,
            phrase("Contributi mancanti", "Contributions missing", "Fehlende Beiträge"),
        )
        .not_negative()
        .role(FieldRole::Amount)
        .filter(),
        Field::new(
            "reason",
            Kind::Text(300),
            phrase("Che cosa risulta", "What was found", "Was sich ergab"),
        )
        .detail(),
    ],
    key: &["number"],
    order: Order::descending("received"),
    spans: &[("from", "to")],
};
