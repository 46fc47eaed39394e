//! Rectification notices (M22) with their arithmetic, and each of their causes.

use crate::auth::Resource;
use crate::sections::common::codes::{CHANNELS, DELIVERIES, NOTICE_CAUSES, NOTICES, SCHEMES};
use crate::sections::common::labels;
use crate::sections::{
    Code, Field, FieldRole, Kind, Link, Order, Phrase, Section, Source, Tone, Words, phrase,
};

/// To pay or to receive.
const SIDES: &[Code] = &[
    Code::toned("attiva", phrase("Attiva (a debito)", "To pay", "Zu zahlen"), Tone::Orange),
    Code::toned(
        "passiva",
        phrase("Passiva (a credito)", "In your favour", "Zu Ihren Gunsten"),
        Tone::Green,
    ),
];

/// Where a notice stands.
const STATES: &[Code] = &[
    Code::toned("emessa", phrase("Emessa", "Issued", "Ausgestellt"), Tone::Blue),
    Code::toned("inviata", phrase("Inviata", "Sent", "Zugesandt"), Tone::Orange),
    Code::toned(
        "recupero_crediti",
        phrase("A recupero crediti", "In debt recovery", "In Einbringung"),
        Tone::Red,
    ),
    Code::toned("contestata", phrase("Contestata", "Contested", "Angefochten"), Tone::Blue),
    Code::toned("rateizzata", phrase("Rateizzata", "In instalments", "In Raten"), Tone::Blue),
    Code::toned("pagata", phrase("Pagata", "Paid", "Bezahlt"), Tone::Green),
    Code::toned(
        "pagata_ridotta",
        phrase(
            "Pagata con sanzioni al 50 %",
            "Paid, sanctions halved",
            "Bezahlt, Strafen halbiert",
        ),
        Tone::Green,
    ),
    Code::toned(
        "utilizzata",
        phrase("Credito utilizzato", "Credit used", "Guthaben verwendet"),
        Tone::Green,
    ),
    Code::new(
        "annullata",
        phrase(
            "Annullata o ricalcolata",
            "Cancelled or recalculated",
            "Annulliert oder neu berechnet",
        ),
    ),
];

/// The macro-causes of Msg 666/2024.
const CAUSES: &[Code] = &[
    Code::new("aliquota", phrase("Aliquota applicata", "Rate applied", "Angewandter Satz")),
    Code::new("durc", phrase("Irregolarità DURC", "DURC irregular", "DURC nicht in Ordnung")),
    Code::new(
        "cig_fondi",
        phrase("CIG e fondi", "Wage integration and funds", "Lohnausgleich und Fonds"),
    ),
    Code::new("sanzioni", phrase("Sanzioni", "Sanctions", "Strafen")),
    Code::new(
        "esiti_non_definiti",
        phrase("Esiti non definiti", "Checks not concluded", "Prüfungen nicht abgeschlossen"),
    ),
    Code::new("altre", phrase("Altre cause", "Other causes", "Andere Ursachen")),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "note-rettifica",
    number: NOTICES,
    row: "M22",
    resource: Resource::Contributions,
    source: Source::Feed,
    words: Words {
        title: phrase("Note di rettifica", "Rectification notices", "Berichtigungsmitteilungen"),
        short: phrase(
            "Dove il calcolo dell'Istituto è diverso",
            "Where the institute calculates otherwise",
            "Wo das Institut anders rechnet",
        ),
        help: phrase(
            "Quando il calcolo dell'Istituto è diverso dalla denuncia nasce una nota di rettifica: attiva se c'è da pagare, passiva se il \
             credito è tuo. La causa dice perché (Msg 666/2024). Una nota attiva si paga con la causale DMRA: entro 30 giorni dalla notifica \
             le sanzioni civili sono la metà (Msg 970/2025). Se non sei d'accordo, chiedi il ricalcolo o fai ricorso entro 90 giorni. Una nota \
             passiva si usa in F24 con la causale DMRP.",
            "Where the institute's calculation differs from the return, a rectification notice is issued: “attiva” if there is something to \
             pay, “passiva” if the credit is yours. The cause tells why (Msg 666/2024). A notice to pay is paid under causale DMRA: within 30 \
             days of notification the civil sanctions are halved (Msg 970/2025). If you disagree, ask for a recalculation or appeal within 90 \
             days. A notice in your favour is used in the F24 under causale DMRP.",
            "Weicht die Berechnung des Instituts von der Meldung ab, entsteht eine Berichtigungsmitteilung: „attiva“, wenn zu zahlen ist, \
             „passiva“, wenn Ihnen ein Guthaben zusteht. Die Ursache sagt, warum (Mitteilung 666/2024). Gezahlt wird mit Causale DMRA: Binnen \
             30 Tagen ab Zustellung halbieren sich die Zivilstrafen (Mitteilung 970/2025). Sind Sie nicht einverstanden, verlangen Sie die \
             Neuberechnung oder legen binnen 90 Tagen Rekurs ein. Ein Guthaben wird im F24 mit Causale DMRP verwendet.",
        ),
        source: SOURCE,
        empty: phrase(
            "Nessuna nota di rettifica: i calcoli coincidono.",
            "No rectification notice: the calculations agree.",
            "Keine Berichtigungsmitteilung: Die Berechnungen stimmen überein.",
        ),
    },
    fields: FIELDS,
    key: &["number"],
    order: Order::descending("issued"),
    spans: &[("issued", "notified"), ("issued", "pay_by")],
};

const FIELDS: &[Field] = &[
    Field::new("number", Kind::Number(30), phrase("Numero", "Number", "Nummer"))
        .required()
        .role(FieldRole::Title)
        .link(Link::Records(NOTICE_CAUSES)),
    labels::state(STATES),
    Field::new("month", Kind::Month, phrase("Competenza", "Month of competence", "Kompetenzmonat"))
        .required()
        .filter()
        .link(Link::Declaration),
    labels::matricola().required(),
    Field::new("side", Kind::Code(SIDES), labels::KIND).required().filter(),
    Field::new("cause", Kind::Code(CAUSES), labels::CAUSE).filter(),
    Field::new(
        "differences",
        Kind::Euro,
        phrase("Differenze contributive", "Contribution differences", "Beitragsdifferenzen"),
    )
    .required(),
    Field::new("sanctions", Kind::Euro, labels::SANCTIONS),
    Field::new("total", Kind::Euro, labels::TOTAL).required().role(FieldRole::Amount).filter(),
    Field::new("issued", Kind::Day, phrase("Emessa il", "Issued on", "Ausgestellt am"))
        .required()
        .filter(),
    Field::new("notified", Kind::Day, labels::NOTIFIED),
    Field::new("pay_by", Kind::Day, labels::PAY_BY).role(FieldRole::Date).filter(),
    Field::new("channel", Kind::Code(CHANNELS), phrase("Inviata con", "Sent by", "Zugesandt mit"))
        .detail(),
    Field::new(
        "delivery",
        Kind::Code(DELIVERIES),
        phrase("Esito dell'invio", "Delivery", "Zustellung"),
    )
    .detail(),
    Field::new("days", Kind::Count, phrase("Giorni di ritardo", "Days late", "Tage Verzug"))
        .detail(),
    Field::new("rate", Kind::Percent, labels::RATE).detail(),
    Field::new("causale", Kind::Number(4), phrase("Causale F24", "F24 causale", "F24-Causale"))
        .detail(),
    Field::new("explanation", Kind::Text(500), phrase("Perché", "Why", "Warum")).detail(),
    Field::new("durc", Kind::Flag, labels::DURC).filter(),
    Field::new(
        "paid_month",
        Kind::Month,
        phrase("F24 del mese", "F24 of the month", "F24 des Monats"),
    )
    .link(Link::Payments)
    .detail(),
    Field::new("scheme", Kind::Code(SCHEMES), labels::SCHEME).detail().filter(),
];

/// Each cause of a notice, with its part of the amount: a notice names its principal cause itself.
pub static CAUSE: Section = Section {
    slug: "cause-note-rettifica",
    number: NOTICE_CAUSES,
    row: "M22",
    resource: Resource::Contributions,
    source: Source::Feed,
    words: Words {
        title: phrase(
            "Cause delle note di rettifica",
            "Causes of rectification notices",
            "Ursachen der Berichtigungsmitteilungen",
        ),
        short: phrase(
            "Ogni causa con il suo importo",
            "Each cause with its amount",
            "Jede Ursache mit ihrem Betrag",
        ),
        help: phrase(
            "Una nota di rettifica può avere più cause, ognuna con il suo importo e il suo messaggio (Msg 666/2024, per le competenze da \
             agosto 2023). La nota ripete la principale.",
            "A rectification notice can have several causes, each with its amount and its message (Msg 666/2024, for months from August \
             2023). The notice repeats the principal one.",
            "Eine Berichtigungsmitteilung kann mehrere Ursachen haben, jede mit ihrem Betrag und ihrer Meldung (Mitteilung 666/2024, für \
             Monate ab August 2023). Die Mitteilung wiederholt die wichtigste.",
        ),
        source: SOURCE,
        empty: phrase(
            "Nessuna causa negli archivi.",
            "No cause on file.",
            "Keine Ursache vorhanden.",
        ),
    },
    fields: &[
        Field::new(
            "notice",
            Kind::Number(30),
            phrase("Nota di rettifica", "Rectification notice", "Berichtigungsmitteilung"),
        )
        .required()
        .link(Link::Records(NOTICES)),
        Field::new("number", Kind::Count, phrase("Progressivo", "Number", "Laufende Nummer"))
            .required(),
        Field::new("cause", Kind::Code(CAUSES), labels::CAUSE)
            .required()
            .role(FieldRole::Title)
            .filter(),
        Field::new(
            "code",
            Kind::Number(20),
            phrase("Codice della causa", "Code of the cause", "Kode der Ursache"),
        ),
        Field::new("amount", Kind::Euro, phrase("Importo", "Amount", "Betrag"))
            .role(FieldRole::Amount)
            .filter(),
        Field::new("message", Kind::Text(500), phrase("Messaggio", "Message", "Meldung")),
    ],
    key: &["notice", "number"],
    order: Order::descending("notice"),
    spans: &[],
};

const SOURCE: Phrase = phrase(
    "Archivio delle note di rettifica dell'Istituto.",
    "The institute's archive of rectification notices.",
    "Archiv der Berichtigungsmitteilungen des Instituts.",
);
