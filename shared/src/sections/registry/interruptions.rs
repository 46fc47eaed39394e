//! Interruptions (M17): periods in which a position had no employees.

use crate::auth::Resource;
use crate::sections::common::codes::OPEN_CLOSED;
use crate::sections::common::labels;
use crate::sections::{Code, Field, FieldRole, Kind, Order, Section, Source, Words, phrase};

/// Why there were no employees.
const KINDS: &[Code] = &[
    Code::new(
        "sospensione",
        phrase("Sospensione dell'attività", "Activity suspended", "Tätigkeit ausgesetzt"),
    ),
    Code::new("senza_dipendenti", phrase("Senza dipendenti", "No employees", "Ohne Angestellte")),
    Code::new(
        "stagionale",
        phrase("Chiusura stagionale", "Seasonal closure", "Saisonale Schließung"),
    ),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "interruzioni",
    number: 17,
    row: "M17",
    resource: Resource::Registry,
    source: Source::Feed,
    words: Words {
        title: phrase("Interruzioni", "Interruptions", "Unterbrechungen"),
        short: phrase(
            "Periodi senza dipendenti",
            "Periods without employees",
            "Zeiträume ohne Angestellte",
        ),
        help: phrase(
            "I periodi in cui la posizione non aveva dipendenti. Durante un'interruzione l'UniEmens non è dovuto, e la sua mancanza non è \
             un'anomalia. Un'interruzione è aperta finché non si chiede la riattivazione: se hai assunto qualcuno, riattiva la posizione \
             prima della prima denuncia.",
            "The periods in which the position had no employees. During an interruption no UniEmens is due, and its absence is no anomaly. \
             An interruption stays open until reactivation is applied for: if you have hired somebody, reactivate the position before the \
             first return.",
            "Die Zeiträume, in denen die Position keine Angestellten hatte. Während einer Unterbrechung ist kein UniEmens geschuldet, sein \
             Fehlen ist keine Anomalie. Eine Unterbrechung bleibt offen, bis die Wiederaufnahme beantragt wird: Haben Sie jemanden \
             eingestellt, so aktivieren Sie die Position vor der ersten Meldung.",
        ),
        source: labels::REGISTER_FEED,
        empty: phrase(
            "Nessuna interruzione: le denunce sono dovute per tutti i mesi.",
            "No interruption: returns are due for every month.",
            "Keine Unterbrechung: Meldungen sind für alle Monate geschuldet.",
        ),
    },
    fields: &[
        labels::matricola().required(),
        Field::new("kind", Kind::Code(KINDS), labels::KIND)
            .required()
            .role(FieldRole::Title)
            .filter(),
        labels::state(OPEN_CLOSED),
        Field::new("from", Kind::Day, labels::FROM).required().role(FieldRole::Date).filter(),
        Field::new("to", Kind::Day, labels::TO),
        Field::new("entered", Kind::Moment, labels::ENTERED).detail(),
        Field::new("entered_by", Kind::Text(60), labels::ENTERED_BY).detail(),
    ],
    key: &["matricola", "from"],
    order: Order::descending("from"),
    spans: &[("from", "to")],
};
