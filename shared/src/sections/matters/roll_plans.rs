//! Instalments with the collection agent (M28).

use crate::auth::Resource;
use crate::sections::common::labels;
use crate::sections::{
    Code, Field, FieldRole, Kind, Link, Order, Section, Source, Tone, Words, phrase,
};

/// Number of the section, to which roll entries lead.
pub(super) const ROLL_PLANS: u8 = 28;

/// Where a plan stands.
const STATES: &[Code] = &[
    Code::toned("attiva", phrase("Attiva", "Running", "Laufend"), Tone::Green),
    Code::toned("decaduta", phrase("Decaduta", "Lapsed", "Verfallen"), Tone::Red),
    Code::new("estinta", phrase("Estinta", "Paid off", "Getilgt")),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "dilazioni-cartella",
    number: ROLL_PLANS,
    row: "M28",
    resource: Resource::Contributions,
    source: Source::Feed,
    words: Words {
        title: phrase(
            "Dilazioni su cartella",
            "Instalments with the collection agent",
            "Ratenzahlungen auf Zahlkarten",
        ),
        short: phrase(
            "Rate con la riscossione",
            "Instalments with the agency",
            "Raten bei der Einhebung",
        ),
        help: phrase(
            "I piani di rate concessi da Agenzia delle entrate-Riscossione per avvisi e cartelle. Finché il piano è attivo e pagato, il debito \
             non impedisce il DURC (art. 3, c. 2, DM 30/1/2015). Se il piano decade, l'intero residuo torna dovuto.",
            "Instalment plans granted by the collection agency (AdER) for notices and bills. While the plan is running and paid, the debt does \
             not stand in the way of the DURC (art. 3 par. 2 DM 30/1/2015). If the plan lapses, all that is outstanding falls due again.",
            "Ratenpläne der Einhebungsagentur (AdER) für Bescheide und Zahlkarten. Solange der Plan läuft und bezahlt wird, steht die Schuld \
             dem DURC nicht im Weg (Art. 3 Abs. 2 DM 30.1.2015). Verfällt der Plan, ist der gesamte offene Betrag wieder fällig.",
        ),
        source: phrase(
            "Dati di Agenzia delle entrate-Riscossione.",
            "Data of the collection agency (AdER).",
            "Daten der Einhebungsagentur (AdER).",
        ),
        empty: phrase(
            "Nessun piano di rate con la riscossione.",
            "No instalment plan with the collection agency.",
            "Kein Ratenplan bei der Einhebung.",
        ),
    },
    fields: &[
        Field::new("plan", Kind::Number(30), phrase("Piano", "Plan", "Plan"))
            .required()
            .role(FieldRole::Title),
        labels::state(STATES),
        Field::new(
            "notice",
            Kind::Number(30),
            phrase("Avviso o cartella", "Notice or bill", "Bescheid oder Zahlkarte"),
        )
        .link(Link::Records(super::roll::ROLL)),
        Field::new(
            "others",
            Kind::Text(300),
            phrase("Altri compresi nel piano", "Others in the plan", "Weitere im Plan"),
        )
        .detail(),
        Field::new("granted", Kind::Day, phrase("Concesso il", "Granted on", "Gewährt am"))
            .required(),
        Field::new("instalments", Kind::Count, labels::INSTALMENTS).required(),
        Field::new(
            "left",
            Kind::Count,
            phrase("Rate residue", "Instalments left", "Verbleibende Raten"),
        ),
        Field::new(
            "unpaid",
            Kind::Count,
            phrase("Rate non pagate", "Instalments unpaid", "Unbezahlte Raten"),
        )
        .filter(),
        Field::new("instalment", Kind::Euro, labels::INSTALMENT).not_negative(),
        Field::new("total", Kind::Euro, labels::TOTAL).required().not_negative(),
        Field::new("paid", Kind::Euro, labels::PAID).not_negative(),
        Field::new("residual", Kind::Euro, labels::RESIDUAL)
            .not_negative()
            .required()
            .role(FieldRole::Amount)
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
    key: &["plan"],
    order: Order::descending("granted"),
    spans: &[("first_due", "next_due")],
};
