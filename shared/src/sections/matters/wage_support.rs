//! CIG and CIGS applications (M21): wage support and what became of its hours.

use crate::auth::Resource;
use crate::sections::common::labels;
use crate::sections::{
    Code, Field, FieldRole, Kind, Link, Order, Section, Source, Tone, Words, phrase,
};

/// Kinds of wage support.
const KINDS: &[Code] = &[
    Code::new("cigo", phrase("CIG ordinaria", "Ordinary CIG", "Ordentlicher Lohnausgleich (CIGO)")),
    Code::new(
        "cigs",
        phrase("CIG straordinaria", "Extraordinary CIG", "Außerordentlicher Lohnausgleich (CIGS)"),
    ),
    Code::new("fis", phrase("Assegno FIS", "FIS allowance", "FIS-Zulage")),
    Code::new(
        "cigd",
        phrase("CIG in deroga", "CIG by exemption", "Lohnausgleich in Abweichung (CIGD)"),
    ),
    Code::new(
        "solidarieta",
        phrase("Fondo di solidarietà", "Solidarity fund", "Solidaritätsfonds"),
    ),
    Code::new(
        "contratto_solidarieta",
        phrase("Contratto di solidarietà", "Solidarity contract", "Solidaritätsvertrag"),
    ),
];

/// Who pays the workers.
const MODES: &[Code] = &[
    Code::new(
        "conguaglio",
        phrase("Conguaglio in UniEmens", "Advanced and set off", "Verrechnung im UniEmens"),
    ),
    Code::new("diretto", phrase("Pagamento diretto", "Paid by the institute", "Direktzahlung")),
];

/// Where an application stands.
const STATES: &[Code] = &[
    Code::new("bozza", phrase("Bozza", "Draft", "Entwurf")),
    Code::toned("inviata", phrase("Inviata", "Sent", "Eingereicht"), Tone::Blue),
    Code::toned(
        "in_istruttoria",
        phrase("In istruttoria", "Being examined", "In Bearbeitung"),
        Tone::Blue,
    ),
    Code::toned(
        "integrazione",
        phrase("Integrazione richiesta", "More documents asked for", "Ergänzung verlangt"),
        Tone::Orange,
    ),
    Code::toned("autorizzata", phrase("Autorizzata", "Authorised", "Genehmigt"), Tone::Green),
    Code::toned(
        "autorizzata_parziale",
        phrase("Autorizzata in parte", "Partly authorised", "Teilweise genehmigt"),
        Tone::Orange,
    ),
    Code::toned("respinta", phrase("Respinta", "Rejected", "Abgelehnt"), Tone::Red),
    Code::new("annullata", phrase("Annullata", "Cancelled", "Annulliert")),
    Code::toned("conguagliata", phrase("Conguagliata", "Set off", "Verrechnet"), Tone::Green),
    Code::toned("pagata", phrase("Pagata", "Paid", "Bezahlt"), Tone::Green),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "cig",
    number: 21,
    row: "M21",
    resource: Resource::Contributions,
    source: Source::Feed,
    words: Words {
        title: phrase(
            "Domande CIG e CIGS",
            "CIG and CIGS applications",
            "Anträge auf Lohnausgleich (CIG, CIGS)",
        ),
        short: phrase(
            "Integrazioni salariali, ore e importi",
            "Wage support, hours and amounts",
            "Lohnausgleich, Stunden und Beträge",
        ),
        help: phrase(
            "Le domande di integrazione salariale (D.Lgs. 148/2015): quante ore sono state chieste e quante autorizzate. Il ticket della \
             domanda va indicato nell'UniEmens, dove viene abbinato all'autorizzazione; solo allora si può conguagliare ciò che è stato \
             anticipato ai lavoratori. Sulle ore autorizzate può essere dovuto un contributo addizionale.",
            "Applications for wage support (D.Lgs. 148/2015): how many hours were asked for and how many authorised. The application's ticket \
             is given in the UniEmens, where it is matched with the authorisation; only then can what was advanced to the workers be set off. \
             On authorised hours an additional contribution may be due.",
            "Anträge auf Lohnausgleich (GvD 148/2015): wie viele Stunden beantragt und wie viele genehmigt wurden. Das Ticket des Antrags ist \
             im UniEmens anzugeben, wo es mit der Genehmigung abgeglichen wird; erst dann lässt sich verrechnen, was den Arbeitnehmern \
             vorgestreckt wurde. Auf genehmigte Stunden kann ein Zusatzbeitrag geschuldet sein.",
        ),
        source: phrase(
            "Archivio delle integrazioni salariali dell'Istituto.",
            "The institute's archive of wage support.",
            "Archiv des Lohnausgleichs des Instituts.",
        ),
        empty: phrase(
            "Nessuna domanda di integrazione salariale.",
            "No application for wage support.",
            "Kein Antrag auf Lohnausgleich.",
        ),
    },
    fields: FIELDS,
    key: &["ticket"],
    order: Order::descending("from"),
    spans: &[("from", "to")],
};

const FIELDS: &[Field] = &[
    Field::new("ticket", Kind::Number(20), phrase("Ticket", "Ticket", "Ticket")).required(),
    Field::new("kind", Kind::Code(KINDS), labels::KIND).required().role(FieldRole::Title).filter(),
    labels::state(STATES),
    labels::matricola().required(),
    Field::new("cause", Kind::Text(160), phrase("Causale", "Ground", "Grund")).detail(),
    Field::new("from", Kind::Day, labels::FROM).required().role(FieldRole::Date).filter(),
    Field::new("to", Kind::Day, labels::TO),
    Field::new("first_month", Kind::Month, phrase("Primo mese", "First month", "Erster Monat"))
        .link(Link::Declaration)
        .detail(),
    Field::new("weeks", Kind::Count, phrase("Settimane", "Weeks", "Wochen")),
    Field::new("workers", Kind::Count, labels::WORKERS),
    Field::new(
        "hours_asked",
        Kind::Count,
        phrase("Ore chieste", "Hours asked for", "Beantragte Stunden"),
    ),
    Field::new(
        "hours_granted",
        Kind::Count,
        phrase("Ore autorizzate", "Hours authorised", "Genehmigte Stunden"),
    ),
    Field::new("mode", Kind::Code(MODES), phrase("Pagamento", "Payment", "Zahlung")).filter(),
    Field::new(
        "authorisation",
        Kind::Number(20),
        phrase("Autorizzazione", "Authorisation", "Genehmigung"),
    )
    .detail(),
    Field::new("authorised", Kind::Day, phrase("Autorizzata il", "Authorised on", "Genehmigt am"))
        .detail(),
    Field::new(
        "used",
        Kind::Euro,
        phrase("Conguagliato o pagato", "Set off or paid", "Verrechnet oder bezahlt"),
    )
    .role(FieldRole::Amount),
    Field::new("residual", Kind::Euro, labels::RESIDUAL).filter(),
];
