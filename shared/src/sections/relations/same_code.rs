//! Companies with the same tax code (M13): every position that ever was.

use crate::auth::Resource;
use crate::sections::common::codes::POSITION_STATES;
use crate::sections::common::labels;
use crate::sections::{Field, FieldRole, Kind, Link, Order, Section, Source, Words, phrase};

/// The section.
pub static SECTION: Section = Section {
    slug: "stesso-codice-fiscale",
    number: 13,
    row: "M13",
    resource: Resource::Registry,
    source: Source::FeedAndPositions,
    words: Words {
        title: phrase(
            "Aziende con lo stesso codice fiscale",
            "Companies with the same tax code",
            "Betriebe mit derselben Steuernummer",
        ),
        short: phrase(
            "Tutte le matricole del codice",
            "All matricole of the code",
            "Alle Matrikeln der Nummer",
        ),
        help: phrase(
            "Tutte le posizioni che l'Istituto ha registrato sotto questo codice fiscale, in ogni sede, anche cessate. Il DURC le guarda \
             tutte insieme: un debito su una matricola dimenticata blocca anche le altre (DM 30/1/2015).",
            "Every position the institute has registered under this tax code, at any office, ceased ones too. The DURC looks at all of them \
             together: a debt on a forgotten matricola blocks the others as well (DM 30/1/2015).",
            "Alle Positionen, die das Institut unter dieser Steuernummer führt, bei jeder Stelle, auch beendete. Der DURC betrachtet sie \
             gemeinsam: Eine Schuld auf einer vergessenen Matrikel blockiert auch die anderen (DM 30.1.2015).",
        ),
        source: labels::REGISTER_FEED,
        empty: phrase(
            "Nessuna posizione con questo codice fiscale.",
            "No position under this tax code.",
            "Keine Position unter dieser Steuernummer.",
        ),
    },
    fields: &[
        Field::new("matricola", Kind::Matricola, labels::MATRICOLA)
            .required()
            .role(FieldRole::Title)
            .link(Link::Company),
        Field::new("name", Kind::Text(405), labels::NAME),
        labels::state(POSITION_STATES),
        labels::office().filter(),
        Field::new("csc", Kind::Csc, labels::CSC),
        Field::new("cas", Kind::Cas, labels::CAS).detail(),
        Field::new("from", Kind::Day, labels::FROM).required().role(FieldRole::Date).filter(),
        Field::new("to", Kind::Day, labels::TO),
    ],
    key: &["matricola"],
    order: Order::descending("from"),
    spans: &[("from", "to")],
};
