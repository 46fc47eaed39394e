//! Inter-professional training funds (M30). The code and the name of a fund come from the feed: the list of funds changes.

use crate::auth::Resource;
use crate::sections::common::labels;
use crate::sections::{
    Code, Field, FieldRole, Kind, Link, Order, Section, Source, Tone, Words, phrase,
};

/// What happened.
const EVENTS: &[Code] = &[
    Code::toned("adesione", phrase("Adesione", "Membership", "Beitritt"), Tone::Green),
    Code::new("revoca", phrase("Revoca", "Withdrawal", "Widerruf")),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "fondi-interprofessionali",
    number: 30,
    row: "M30",
    resource: Resource::Contributions,
    source: Source::Feed,
    words: Words {
        title: phrase(
            "Fondi interprofessionali",
            "Training funds",
            "Interprofessionelle Weiterbildungsfonds",
        ),
        short: phrase(
            "A chi va lo 0,30 % per la formazione",
            "Who gets the 0.30 % for training",
            "Wer die 0,30 % für Weiterbildung erhält",
        ),
        help: phrase(
            "Lo 0,30 % delle retribuzioni, che si versa comunque con i contributi, può andare a un fondo per la formazione dei dipendenti \
             (art. 118 L. 388/2000; art. 25 L. 845/1978). L'adesione si fa per matricola, con il codice del fondo nell'UniEmens; si lascia \
             con il codice REVO. Non costa nulla in più.",
            "0.30 % of wages, which is paid with the contributions anyway, can go to a fund that trains the employees (art. 118 \
             L. 388/2000; art. 25 L. 845/1978). Membership is for a matricola, by the fund's code in the UniEmens; code REVO leaves. It costs \
             nothing more.",
            "0,30 % der Löhne, die ohnehin mit den Beiträgen gezahlt werden, können an einen Fonds für die Weiterbildung der Angestellten \
             gehen (Art. 118 G. 388/2000; Art. 25 G. 845/1978). Der Beitritt gilt je Matrikel, mit dem Kode des Fonds im UniEmens; der \
             Austritt erfolgt mit Kode REVO. Er kostet nichts zusätzlich.",
        ),
        source: phrase(
            "Adesioni e revoche dichiarate negli UniEmens.",
            "Memberships and withdrawals declared in the UniEmens.",
            "In den UniEmens erklärte Beitritte und Widerrufe.",
        ),
        empty: phrase(
            "Nessuna adesione: lo 0,30 % non è destinato ad alcun fondo.",
            "No membership: the 0.30 % goes to no fund.",
            "Kein Beitritt: Die 0,30 % gehen an keinen Fonds.",
        ),
    },
    fields: &[
        labels::matricola().required(),
        Field::new("fund", Kind::Number(4), phrase("Codice fondo", "Fund code", "Kode des Fonds"))
            .required(),
        Field::new("fund_name", Kind::Text(80), phrase("Fondo", "Fund", "Fonds"))
            .required()
            .role(FieldRole::Title),
        Field::new("event", Kind::Code(EVENTS), phrase("Evento", "Event", "Ereignis"))
            .required()
            .role(FieldRole::Status)
            .filter(),
        Field::new("from", Kind::Month, labels::FIRST_MONTH)
            .required()
            .role(FieldRole::Date)
            .filter()
            .link(Link::Declaration),
        Field::new("to", Kind::Month, labels::LAST_MONTH).link(Link::Declaration),
        Field::new("employees", Kind::Count, labels::EMPLOYEES),
        Field::new(
            "portability",
            Kind::Flag,
            phrase("Portabilità richiesta", "Portability claimed", "Übertragung beantragt"),
        )
        .filter(),
    ],
    key: &["matricola", "fund", "event", "from"],
    order: Order::descending("from"),
    spans: &[("from", "to")],
};
