//! Reference position (M14): which position sends the returns of which.

use crate::auth::Resource;
use crate::sections::common::codes::OPEN_CLOSED;
use crate::sections::common::labels;
use crate::sections::{Code, Field, FieldRole, Kind, Link, Order, Section, Source, Words, phrase};

/// On which side of the link this company's position stands.
const SIDES: &[Code] = &[
    Code::new(
        "accentrata",
        phrase("Accentrata (figlia)", "Centralised (daughter)", "Zentralisiert (Tochter)"),
    ),
    Code::new(
        "accentrante",
        phrase("Accentrante (madre)", "Centralising (parent)", "Zentralisierend (Mutter)"),
    ),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "posizione-riferimento",
    number: 14,
    row: "M14",
    resource: Resource::Registry,
    source: Source::Feed,
    words: Words {
        title: phrase("Posizione di riferimento", "Reference position", "Bezugsposition"),
        short: phrase(
            "Madre e figlie: accentramento",
            "Parent and daughters",
            "Mutter und Töchter",
        ),
        help: phrase(
            "Con l'accentramento una posizione madre fa gli adempimenti anche per le figlie, in base a un provvedimento dell'Istituto. Qui \
             trovi chi accentra chi, con il provvedimento e le date: scrivi alla sede della madre, perché la competenza è sua.",
            "By centralisation a parent position does the duties of its daughters too, on a measure of the institute. Here is who \
             centralises whom, with the measure and the dates: write to the parent's office, for it is the competent one.",
            "Durch die Zentralisierung erfüllt eine Mutterposition auch die Pflichten der Töchter, aufgrund einer Maßnahme des Instituts. \
             Hier steht, wer wen zentralisiert, mit Maßnahme und Daten: Schreiben Sie der Stelle der Mutter, denn sie ist zuständig.",
        ),
        source: labels::REGISTER_FEED,
        empty: phrase(
            "Nessun accentramento: ogni posizione provvede per sé.",
            "No centralisation: each position sees to itself.",
            "Keine Zentralisierung: Jede Position sorgt für sich.",
        ),
    },
    fields: &[
        labels::matricola().required(),
        Field::new("side", Kind::Code(SIDES), phrase("Ruolo", "Part", "Rolle")).required().filter(),
        Field::new(
            "reference",
            Kind::Matricola,
            phrase("Altra posizione", "Other position", "Andere Position"),
        )
        .required()
        .role(FieldRole::Title)
        .link(Link::Company),
        Field::new("name", Kind::Text(405), labels::NAME),
        labels::office(),
        Field::new("measure", Kind::Number(30), phrase("Provvedimento", "Measure", "Maßnahme")),
        Field::new(
            "measured",
            Kind::Day,
            phrase("Provvedimento del", "Measure of", "Maßnahme vom"),
        )
        .detail(),
        Field::new("from", Kind::Day, labels::FROM).required().role(FieldRole::Date).filter(),
        Field::new("to", Kind::Day, labels::TO),
        Field::new("employees", Kind::Count, labels::EMPLOYEES).role(FieldRole::Amount),
        labels::state(OPEN_CLOSED),
    ],
    key: &["matricola", "reference", "from"],
    order: Order::descending("from"),
    spans: &[("from", "to")],
};
