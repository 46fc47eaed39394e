//! Applications for instalments (M29).

use crate::auth::Resource;
use crate::sections::common::codes::SCHEMES;
use crate::sections::common::labels;
use crate::sections::{
    Code, Field, FieldRole, Kind, Link, Order, Section, Source, Tone, Words, phrase,
};

/// Where an application, and then its plan, stands.
const STATES: &[Code] = &[
    Code::toned("inviata", phrase("Inviata", "Sent", "Eingereicht"), Tone::Blue),
    Code::toned(
        "in_istruttoria",
        phrase("In istruttoria", "Being examined", "In Bearbeitung"),
        Tone::Blue,
    ),
    Code::toned(
        "accolta",
        phrase(
            "Accolta: versare la prima rata",
            "Granted: pay the first instalment",
            "Genehmigt: erste Rate zahlen",
        ),
        Tone::Orange,
    ),
    Code::toned("in_corso", phrase("In corso", "Running", "Laufend"), Tone::Green),
    Code::toned("respinta", phrase("Respinta", "Rejected", "Abgelehnt"), Tone::Red),
    Code::toned(
        "annullata",
        phrase(
            "Annullata: prima rata non pagata",
            "Cancelled: first instalment unpaid",
            "Annulliert: erste Rate unbezahlt",
        ),
        Tone::Red,
    ),
    Code::toned(
        "revocata",
        phrase(
            "Revocata: due rate non pagate",
            "Revoked: two instalments unpaid",
            "Widerrufen: zwei Raten unbezahlt",
        ),
        Tone::Red,
    ),
    Code::new("estinta", phrase("Estinta in anticipo", "Paid off early", "Vorzeitig getilgt")),
    Code::new("conclusa", phrase("Conclusa", "Concluded", "Abgeschlossen")),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "domande-dilazione",
    number: 29,
    row: "M29",
    resource: Resource::Contributions,
    source: Source::Feed,
    words: Words {
        title: phrase(
            "Domande di dilazione",
            "Applications for instalments",
            "Anträge auf Ratenzahlung",
        ),
        short: phrase(
            "Le rate chieste all'Istituto",
            "Instalments asked of the institute",
            "Beim Institut beantragte Raten",
        ),
        help: phrase(
            "Le rate chieste all'Istituto per debiti non ancora passati alla riscossione; la domanda comprende tutti i debiti di tutte le \
             gestioni (Circ. 108/2013). La prima rata va pagata alla scadenza o la domanda è annullata; due rate non pagate fanno revocare il \
             piano. Con il piano concesso e la prima rata pagata il DURC è regolare (art. 3 DM 30/1/2015). Quante rate si possono avere lo \
             dicono le regole in vigore il giorno della domanda.",
            "Instalments asked of the institute for debts not yet handed over for collection; the application covers all debts in all schemes \
             (Circ. 108/2013). The first instalment is paid when due or the application is cancelled; two unpaid instalments have the plan \
             revoked. With the plan granted and the first instalment paid the DURC is regular (art. 3 DM 30/1/2015). How many instalments \
             may be had is for the rules in force on the day of the application.",
            "Beim Institut beantragte Raten für Schulden, die noch nicht der Einhebung übergeben sind; der Antrag umfasst alle Schulden aller \
             Verwaltungen (Rundschreiben 108/2013). Wird die erste Rate nicht bei Fälligkeit gezahlt, wird der Antrag annulliert; zwei \
             unbezahlte Raten führen zum Widerruf. Mit gewährtem Plan und bezahlter erster Rate ist der DURC in Ordnung (Art. 3 DM \
             30.1.2015). Wie viele Raten möglich sind, sagen die am Tag des Antrags geltenden Regeln.",
        ),
        source: phrase(
            "Archivio delle dilazioni amministrative dell'Istituto.",
            "The institute's archive of instalment plans.",
            "Archiv der Ratenzahlungen des Instituts.",
        ),
        empty: phrase(
            "Nessuna domanda di dilazione.",
            "No application for instalments.",
            "Kein Antrag auf Ratenzahlung.",
        ),
    },
    fields: &[
        Field::new("protocol", Kind::Number(40), phrase("Protocollo", "Protocol", "Protokoll"))
            .required()
            .role(FieldRole::Title),
        labels::state(STATES),
        Field::new("applied", Kind::Day, phrase("Presentata il", "Applied on", "Eingereicht am"))
            .required()
            .filter(),
        Field::new("scheme", Kind::Code(SCHEMES), labels::SCHEME).filter(),
        Field::new(
            "credit",
            Kind::Number(40),
            phrase("Inadempienza compresa", "Default included", "Enthaltener Rückstand"),
        )
        .link(Link::Records(crate::sections::common::codes::CREDITS)),
        Field::new(
            "others",
            Kind::Text(300),
            phrase("Altri debiti compresi", "Other debts included", "Weitere enthaltene Schulden"),
        )
        .detail(),
        Field::new("debt", Kind::Euro, phrase("Debito", "Debt", "Schuld"))
            .not_negative()
            .required()
            .role(FieldRole::Amount)
            .filter(),
        Field::new(
            "asked",
            Kind::Count,
            phrase("Rate chieste", "Instalments asked", "Beantragte Raten"),
        ),
        Field::new(
            "granted",
            Kind::Count,
            phrase("Rate concesse", "Instalments granted", "Gewährte Raten"),
        ),
        Field::new("rate", Kind::Percent, labels::RATE),
        Field::new("instalment", Kind::Euro, labels::INSTALMENT).not_negative(),
        Field::new(
            "paid",
            Kind::Count,
            phrase("Rate pagate", "Instalments paid", "Bezahlte Raten"),
        ),
        Field::new(
            "unpaid",
            Kind::Count,
            phrase("Rate non pagate", "Instalments unpaid", "Unbezahlte Raten"),
        )
        .filter(),
        Field::new("first_due", Kind::Day, phrase("Prima rata", "First instalment", "Erste Rate"))
            .detail(),
        Field::new(
            "next_due",
            Kind::Day,
            phrase("Prossima rata", "Next instalment", "Nächste Rate"),
        )
        .role(FieldRole::Date)
        .filter(),
    ],
    key: &["protocol"],
    order: Order::descending("applied"),
    spans: &[("applied", "first_due")],
};
