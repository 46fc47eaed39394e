//! Administrative appeals (M84), as the institute's archive has them.

use crate::auth::Resource;
use crate::sections::common::codes::NOTICES;
use crate::sections::common::labels;
use crate::sections::{
    Code, Field, FieldRole, Kind, Link, Order, Section, Source, Tone, Words, phrase,
};

/// Where an appeal stands.
const STATES: &[Code] = &[
    Code::toned("pendente", phrase("Pendente", "Pending", "Anhängig"), Tone::Blue),
    Code::toned("accolto", phrase("Accolto", "Granted", "Angenommen"), Tone::Green),
    Code::toned(
        "accolto_parziale",
        phrase("Accolto in parte", "Granted in part", "Teilweise angenommen"),
        Tone::Orange,
    ),
    Code::toned("respinto", phrase("Respinto", "Rejected", "Abgelehnt"), Tone::Red),
    Code::new("ritirato", phrase("Ritirato", "Withdrawn", "Zurückgezogen")),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "ricorsi",
    number: 52,
    row: "M84",
    resource: Resource::Contributions,
    source: Source::Feed,
    words: Words {
        title: phrase("Ricorsi amministrativi", "Administrative appeals", "Verwaltungsrekurse"),
        short: phrase(
            "Presentati, pendenti, decisi",
            "Filed, pending, decided",
            "Eingebracht, anhängig, entschieden",
        ),
        help: phrase(
            "I ricorsi presentati all'Istituto con «Ricorsi on line», entro 90 giorni dalla notifica dell'atto. Finché il ricorso pende il \
             recupero è fermo e il debito non conta per il DURC; passati 90 giorni il silenzio vale come rifiuto (L. 88/1989, Circ. 48/2023). Un \
             ricorso respinto non copre più: il debito torna a contare, se qui non risulta una causa in tribunale (art. 3 DM 30/1/2015).",
            "Appeals filed with the institute on line, within 90 days of the act. While one is pending recovery stands still and the debt does \
             not count for the DURC; after 90 days silence counts as refusal (L. 88/1989, Circ. 48/2023). One that was rejected covers no more: the \
             debt counts again unless a case before a court is shown here (art. 3 DM 30/1/2015).",
            "Rekurse, die online beim Institut eingebracht wurden, binnen 90 Tagen ab Zustellung. Solange einer anhängig ist, ruht die \
             Einbringung und die Schuld zählt nicht für den DURC; nach 90 Tagen gilt Schweigen als Ablehnung (G. 88/1989, Rundschr. 48/2023). Ein \
             abgelehnter deckt nicht mehr: die Schuld zählt wieder, wenn hier kein Gerichtsverfahren aufscheint (Art. 3 DM 30.1.2015).",
        ),
        source: phrase(
            "Archivio dei ricorsi dell'Istituto.",
            "The institute's archive of appeals.",
            "Archiv der Rekurse des Instituts.",
        ),
        empty: phrase("Nessun ricorso presentato.", "No appeal filed.", "Kein Rekurs eingebracht."),
    },
    fields: &[
        Field::new("number", Kind::Number(30), phrase("Numero", "Number", "Nummer"))
            .required()
            .role(FieldRole::Title),
        labels::state(STATES),
        Field::new("filed", Kind::Day, phrase("Presentato il", "Filed on", "Eingebracht am"))
            .required()
            .role(FieldRole::Date)
            .filter(),
        Field::new("decided", Kind::Day, phrase("Deciso il", "Decided on", "Entschieden am")),
        labels::matricola(),
        Field::new(
            "amount",
            Kind::Euro,
            phrase("Somma contestata", "Amount contested", "Angefochtener Betrag"),
        )
        .not_negative()
        .role(FieldRole::Amount)
        .filter(),
        Field::new(
            "notice",
            Kind::Number(30),
            phrase("Nota di rettifica", "Rectification notice", "Berichtigungsmitteilung"),
        )
        .detail()
        .link(Link::Records(NOTICES)),
        Field::new(
            "court",
            Kind::Day,
            phrase("In tribunale dal", "Before a court since", "Vor Gericht seit"),
        )
        .detail(),
        Field::new(
            "judged",
            Kind::Day,
            phrase("Sentenza definitiva del", "Final judgment of", "Rechtskräftiges Urteil vom"),
        )
        .detail(),
    ],
    key: &["number"],
    order: Order::descending("filed"),
    spans: &[("filed", "decided"), ("court", "judged")],
};
