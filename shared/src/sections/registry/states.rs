//! History of the states of positions (M11).

use crate::auth::Resource;
use crate::sections::common::codes::POSITION_STATES;
use crate::sections::common::labels;
use crate::sections::{Field, FieldRole, Kind, Order, Section, Source, Words, phrase};

/// The section.
pub static SECTION: Section = Section {
    slug: "storico-stati",
    number: 43,
    row: "M11",
    resource: Resource::Registry,
    source: Source::States,
    words: Words {
        title: phrase("Storico degli stati", "History of states", "Verlauf der Zustände"),
        short: phrase(
            "Aperture, sospensioni, cessazioni",
            "Openings, suspensions, closures",
            "Eröffnungen, Aussetzungen, Beendigungen",
        ),
        help: phrase(
            "Ogni passaggio di stato di una posizione e il giorno in cui è avvenuto; la storia comincia sempre con «attiva». Serve a sapere se \
             in un certo mese le denunce erano dovute: lo erano se la posizione era attiva o riattivata.",
            "Every change of state of a position and the day it happened; the history always begins with “active”. It tells whether returns \
             were due in a given month: they were if the position was active or reactivated.",
            "Jeder Zustandswechsel einer Position und der Tag, an dem er eintrat; der Verlauf beginnt immer mit „aktiv“. Er sagt, ob in einem \
             Monat Meldungen geschuldet waren: Sie waren es, wenn die Position aktiv oder wieder aktiv war.",
        ),
        source: labels::REGISTER,
        empty: phrase(
            "Nessuno stato negli archivi.",
            "No state on file.",
            "Kein Zustand vorhanden.",
        ),
    },
    fields: &[
        labels::matricola().required().role(FieldRole::Title),
        labels::state(POSITION_STATES),
        Field::new("since", Kind::Day, labels::SINCE).required().role(FieldRole::Date).filter(),
        Field::new("until", Kind::Day, labels::TO),
        Field::new("entered", Kind::Moment, labels::ENTERED),
        Field::new("entered_by", Kind::Text(405), labels::ENTERED_BY),
    ],
    key: &["matricola", "since", "state"],
    order: Order::descending("since"),
    spans: &[("since", "until")],
};
