//! Periods: how a position was classified over time, and when it had employees (M19).

use crate::auth::Resource;
use crate::sections::common::labels;
use crate::sections::{
    Code, Field, FieldRole, Kind, Link, Order, Section, Source, Tone, Words, phrase,
};

/// The classifications, derived from the register.
pub static SECTION: Section = Section {
    slug: "periodi-contributivi",
    number: 42,
    row: "M11",
    resource: Resource::Registry,
    source: Source::Periods,
    words: Words {
        title: phrase("Periodi contributivi", "Contribution periods", "Beitragszeiträume"),
        short: phrase(
            "CSC, CA e ATECO nel tempo",
            "CSC, CA and ATECO over time",
            "CSC, CA und ATECO im Lauf der Zeit",
        ),
        help: phrase(
            "Com'era inquadrata ogni posizione, periodo per periodo. L'inquadramento (art. 49 L. 88/1989) decide le aliquote: se una nota di \
             rettifica dà la colpa all'aliquota, guarda qui quale CSC e quali CA valevano in quel mese.",
            "How each position was classified, period by period. The classification (art. 49 L. 88/1989) decides the rates: if a \
             rectification notice blames the rate, see here which CSC and CA held in that month.",
            "Wie jede Position eingestuft war, Zeitraum für Zeitraum. Die Einstufung (Art. 49 G. 88/1989) entscheidet über die Sätze: Nennt \
             eine Berichtigungsmitteilung den Satz als Ursache, sehen Sie hier, welcher CSC und welche CA in jenem Monat galten.",
        ),
        source: labels::REGISTER,
        empty: phrase(
            "Nessun periodo contributivo negli archivi.",
            "No contribution period on file.",
            "Kein Beitragszeitraum vorhanden.",
        ),
    },
    fields: &[
        labels::matricola().required().role(FieldRole::Title),
        Field::new("from", Kind::Day, labels::FROM).required().role(FieldRole::Date).filter(),
        Field::new("to", Kind::Day, labels::TO),
        Field::new("csc", Kind::Csc, labels::CSC).filter(),
        Field::new("cas", Kind::Cas, labels::CAS),
        Field::new("ateco", Kind::Ateco, labels::ATECO),
        Field::new(
            "self_employed",
            Kind::Count,
            phrase("Lavoratori autonomi", "Self-employed persons", "Selbstständige"),
        ),
    ],
    key: &["matricola", "from"],
    order: Order::descending("from"),
    spans: &[("from", "to")],
};

/// Whether employees were declared.
const EMPLOYMENT_KINDS: &[Code] = &[
    Code::toned(
        "con_dipendenti",
        phrase("Con dipendenti", "With employees", "Mit Angestellten"),
        Tone::Green,
    ),
    Code::new(
        "senza_dipendenti",
        phrase("Senza dipendenti", "Without employees", "Ohne Angestellte"),
    ),
    Code::toned(
        "non_dichiarato",
        phrase("Non dichiarato", "Not declared", "Nicht gemeldet"),
        Tone::Orange,
    ),
];

/// The employment periods, derived from the declarations.
pub static EMPLOYMENT: Section = Section {
    slug: "periodi-occupazionali",
    number: 48,
    row: "M19",
    resource: Resource::Contributions,
    source: Source::Employment,
    words: Words {
        title: phrase("Periodi occupazionali", "Employment periods", "Beschäftigungszeiträume"),
        short: phrase(
            "Mesi con e senza dipendenti",
            "Months with and without employees",
            "Monate mit und ohne Angestellte",
        ),
        help: phrase(
            "I mesi di seguito in cui una posizione ha denunciato dipendenti, non ne aveva, o non ha denunciato nulla. Un periodo non \
             dichiarato senza un'interruzione registrata è una denuncia che manca: va trasmessa, oppure la sospensione va comunicata.",
            "Runs of months in which a position declared employees, had none, or declared nothing. A period not declared without an \
             interruption on file is a missing return: it is to be transmitted, or the suspension to be communicated.",
            "Aufeinanderfolgende Monate, in denen eine Position Angestellte gemeldet hat, keine hatte oder nichts gemeldet hat. Ein nicht \
             gemeldeter Zeitraum ohne eingetragene Unterbrechung ist eine fehlende Meldung: Sie ist nachzureichen, oder die Aussetzung ist \
             mitzuteilen.",
        ),
        source: phrase(
            "Ricavati dagli UniEmens trasmessi e dalle interruzioni.",
            "Derived from the UniEmens transmitted and the interruptions.",
            "Aus den übermittelten UniEmens und den Unterbrechungen abgeleitet.",
        ),
        empty: phrase(
            "Nessun mese da raccontare: non ci sono ancora denunce.",
            "No month to tell of: there are no declarations yet.",
            "Kein Monat zu berichten: Es gibt noch keine Meldungen.",
        ),
    },
    fields: &[
        labels::matricola().required().role(FieldRole::Title),
        Field::new("from", Kind::Month, labels::FIRST_MONTH)
            .required()
            .role(FieldRole::Date)
            .filter()
            .link(Link::Declaration),
        Field::new("to", Kind::Month, labels::LAST_MONTH).link(Link::Declaration),
        Field::new("kind", Kind::Code(EMPLOYMENT_KINDS), labels::KIND)
            .required()
            .role(FieldRole::Status)
            .filter(),
        Field::new("months", Kind::Count, phrase("Mesi", "Months", "Monate")),
        Field::new(
            "least",
            Kind::Count,
            phrase("Dipendenti, minimo", "Employees, least", "Angestellte, mindestens"),
        ),
        Field::new(
            "most",
            Kind::Count,
            phrase("Dipendenti, massimo", "Employees, most", "Angestellte, höchstens"),
        ),
    ],
    key: &["matricola", "from"],
    order: Order::descending("from"),
    spans: &[("from", "to")],
};
