//! Entries in the collection roll (M27): enforceable demands.

use crate::auth::Resource;
use crate::sections::common::labels;
use crate::sections::{
    Code, Field, FieldRole, Kind, Link, Order, Section, Source, Tone, Words, phrase,
};

/// Number of the section, to which instalment plans lead.
pub(super) const ROLL: u8 = 27;

/// Debit notice since 2011, or older bill.
const KINDS: &[Code] = &[
    Code::new(
        "avviso_addebito",
        phrase("Avviso di addebito", "Debit notice", "Belastungsbescheid"),
    ),
    Code::new("cartella", phrase("Cartella di pagamento", "Payment bill", "Steuerzahlkarte")),
];

/// Where an entry stands.
const STATES: &[Code] = &[
    Code::toned("formato", phrase("Formato", "Drawn up", "Ausgestellt"), Tone::Orange),
    Code::toned("notificato", phrase("Notificato", "Notified", "Zugestellt"), Tone::Red),
    Code::toned(
        "opposto",
        phrase("Opposto in giudizio", "Opposed in court", "Vor Gericht angefochten"),
        Tone::Blue,
    ),
    Code::toned("sospeso", phrase("Sospeso", "Suspended", "Ausgesetzt"), Tone::Blue),
    Code::toned(
        "rateizzato",
        phrase("Rateizzato con AdER", "In instalments (AdER)", "In Raten (AdER)"),
        Tone::Blue,
    ),
    Code::toned(
        "definizione_agevolata",
        phrase("Definizione agevolata", "Facilitated settlement", "Begünstigte Abfindung"),
        Tone::Blue,
    ),
    Code::toned(
        "sgravio_parziale",
        phrase("Sgravato in parte", "Partly discharged", "Teilweise entlastet"),
        Tone::Orange,
    ),
    Code::toned("sgravato", phrase("Sgravato", "Discharged", "Entlastet"), Tone::Green),
    Code::toned("pagato", phrase("Pagato", "Paid", "Bezahlt"), Tone::Green),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "iscrizioni-ruolo",
    number: ROLL,
    row: "M27",
    resource: Resource::Contributions,
    source: Source::Feed,
    words: Words {
        title: phrase(
            "Iscrizioni a ruolo",
            "Entries in the collection roll",
            "Eintragungen in die Steuerrolle",
        ),
        short: phrase(
            "Avvisi di addebito e cartelle",
            "Debit notices and bills",
            "Belastungsbescheide und Zahlkarten",
        ),
        help: phrase(
            "I debiti affidati alla riscossione. Dal 2011 l'Istituto emette l'avviso di addebito, che è già titolo esecutivo (art. 30 \
             DL 78/2010): si paga entro 60 giorni dalla notifica o ci si oppone in tribunale entro 40; dopo, le rate si chiedono soltanto ad \
             Agenzia delle entrate-Riscossione. Prima c'erano le cartelle. I nomi degli stati sono di questo programma.",
            "Debts handed over for collection. Since 2011 the institute issues the debit notice, which can be enforced as it is (art. 30 \
             DL 78/2010): it is paid within 60 days of notification or opposed in court within 40; afterwards instalments are granted by the \
             collection agency (AdER) alone. Before, there were bills. The names of the states are this program's own.",
            "Schulden, die der Einhebung übergeben wurden. Seit 2011 stellt das Institut den Belastungsbescheid aus, der bereits \
             Vollstreckungstitel ist (Art. 30 GD 78/2010): Er ist binnen 60 Tagen ab Zustellung zu zahlen oder binnen 40 vor Gericht \
             anzufechten; danach gewährt nur die Einhebungsagentur (AdER) Raten. Früher gab es Steuerzahlkarten. Die Namen der Zustände sind \
             jene dieses Programms.",
        ),
        source: phrase(
            "Archivio degli avvisi di addebito dell'Istituto e dati della riscossione.",
            "The institute's archive of debit notices, and data of the collection agency.",
            "Archiv der Belastungsbescheide des Instituts und Daten der Einhebung.",
        ),
        empty: phrase(
            "Nulla è iscritto a ruolo.",
            "Nothing is entered in the collection roll.",
            "Nichts ist in die Steuerrolle eingetragen.",
        ),
    },
    fields: &[
        Field::new("number", Kind::Number(30), phrase("Numero", "Number", "Nummer"))
            .required()
            .role(FieldRole::Title),
        labels::state(STATES),
        Field::new("kind", Kind::Code(KINDS), labels::KIND).required().filter(),
        labels::matricola(),
        Field::new("from", Kind::Month, labels::FIRST_MONTH).link(Link::Declaration),
        Field::new("to", Kind::Month, labels::LAST_MONTH),
        Field::new("formed", Kind::Day, phrase("Formato il", "Drawn up on", "Ausgestellt am"))
            .required()
            .detail(),
        Field::new("notified", Kind::Day, labels::NOTIFIED).filter(),
        Field::new(
            "oppose_by",
            Kind::Day,
            phrase("Opponibile fino al", "Can be opposed until", "Anfechtbar bis"),
        ),
        Field::new("pay_by", Kind::Day, labels::PAY_BY).role(FieldRole::Date).filter(),
        Field::new(
            "agent",
            Kind::Text(80),
            phrase("Agente della riscossione", "Collection agent", "Einhebungsbeauftragter"),
        )
        .detail(),
        Field::new("contributions", Kind::Euro, labels::CONTRIBUTIONS).not_negative(),
        Field::new("sanctions", Kind::Euro, labels::SANCTIONS).not_negative(),
        Field::new("total", Kind::Euro, labels::TOTAL).required().not_negative(),
        Field::new("residual", Kind::Euro, labels::RESIDUAL)
            .not_negative()
            .required()
            .role(FieldRole::Amount)
            .filter(),
        Field::new(
            "credit",
            Kind::Number(40),
            phrase("Inadempienza di origine", "Default it comes from", "Ursprünglicher Rückstand"),
        )
        .detail()
        .link(Link::Records(crate::sections::common::codes::CREDITS)),
        Field::new(
            "plan",
            Kind::Number(30),
            phrase("Piano di rate", "Instalment plan", "Ratenplan"),
        )
        .detail()
        .link(Link::Records(super::roll_plans::ROLL_PLANS)),
    ],
    key: &["number"],
    order: Order::descending("formed"),
    spans: &[("formed", "notified"), ("notified", "pay_by"), ("from", "to")],
};
