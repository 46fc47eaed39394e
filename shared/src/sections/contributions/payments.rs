//! Payments (M34): the INPS rows of F24 forms; derived, with a page of their own for the whole form.

use crate::auth::Resource;
use crate::sections::common::labels;
use crate::sections::{
    Code, Field, FieldRole, Kind, Link, Order, Section, Source, Tone, Words, phrase,
};

/// What a row was matched with.
const MATCHES: &[Code] = &[
    Code::toned(
        "denuncia",
        phrase("Abbinato alla denuncia", "Matched with the return", "Der Meldung zugeordnet"),
        Tone::Green,
    ),
    Code::new("altro", phrase("Altro versamento", "Other payment", "Andere Zahlung")),
    Code::new(
        "nota_rettifica",
        phrase("Nota di rettifica", "Rectification notice", "Berichtigungsmitteilung"),
    ),
    Code::new(
        "credito_nota",
        phrase("Credito di una nota", "Credit of a notice", "Guthaben einer Mitteilung"),
    ),
    Code::new("recupero", phrase("Recupero crediti", "Debt recovery", "Einbringung")),
    Code::new(
        "rata_dilazione",
        phrase("Rata di dilazione", "Instalment of a plan", "Rate eines Ratenplans"),
    ),
    Code::new(
        "autonomi",
        phrase("Contributi da autonomo", "Self-employed contributions", "Beiträge Selbständiger"),
    ),
    Code::toned(
        "posizione_errata",
        phrase("Matricola sconosciuta", "Unknown matricola", "Unbekannte Matrikel"),
        Tone::Red,
    ),
    Code::toned(
        "in_attesa",
        phrase("Attende la denuncia", "Awaits the return", "Wartet auf die Meldung"),
        Tone::Blue,
    ),
    Code::toned(
        "senza_denuncia",
        phrase("Nessuna denuncia", "No return", "Keine Meldung"),
        Tone::Orange,
    ),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "versamenti",
    number: 34,
    row: "M34",
    resource: Resource::Contributions,
    source: Source::Payments,
    words: Words {
        title: phrase("Versamenti F24", "F24 payments", "F24-Zahlungen"),
        short: phrase(
            "Che cosa è stato pagato, e per che cosa",
            "What was paid, and what for",
            "Was wofür gezahlt wurde",
        ),
        help: phrase(
            "Le righe INPS degli F24 pagati e la denuncia a cui sono state abbinate. La causale dice che cosa si paga: DM10 la denuncia del \
             mese, DMRA una nota di rettifica, C10 o CXX i collaboratori. Una riga non abbinata è denaro che non salda nulla: di solito la \
             matricola o il periodo sono scritti male.",
            "The INPS rows of the F24 forms paid, and the return each was matched with. The causale tells what is paid: DM10 the month's \
             return, DMRA a rectification notice, C10 or CXX the collaborators. A row not matched is money that settles nothing: mostly the \
             matricola or the period is misspelt.",
            "Die INPS-Zeilen der gezahlten F24 und die Meldung, der sie zugeordnet wurden. Die Causale sagt, was gezahlt wird: DM10 die \
             Meldung des Monats, DMRA eine Berichtigungsmitteilung, C10 oder CXX die freien Mitarbeiter. Eine nicht zugeordnete Zeile ist \
             Geld, das nichts begleicht: Meist sind Matrikel oder Zeitraum falsch geschrieben.",
        ),
        source: phrase("File F24 importati.", "F24 files imported.", "Importierte F24-Dateien."),
        empty: phrase(
            "Nessun versamento: compare qui quando un file F24 dell'azienda viene importato.",
            "No payment: payments appear here once an F24 file of the company is imported.",
            "Keine Zahlung: Zahlungen erscheinen hier, sobald eine F24-Datei des Betriebs importiert ist.",
        ),
    },
    fields: &[
        Field::new("payment", Kind::Id, phrase("Modello F24", "F24 form", "F24-Formular"))
            .required()
            .role(FieldRole::Hidden),
        Field::new("row", Kind::Count, phrase("Riga", "Row", "Zeile")).required().detail(),
        Field::new("causale", Kind::Text(4), phrase("Causale", "Causale", "Causale"))
            .required()
            .role(FieldRole::Title),
        Field::new("matched", Kind::Code(MATCHES), phrase("Abbinamento", "Match", "Zuordnung"))
            .required()
            .role(FieldRole::Status)
            .filter(),
        Field::new("day", Kind::Day, phrase("Pagato il", "Paid on", "Gezahlt am"))
            .required()
            .role(FieldRole::Date)
            .filter(),
        Field::new(
            "code",
            Kind::Text(17),
            phrase("Matricola o codice", "Matricola or code", "Matrikel oder Kode"),
        ),
        Field::new("from", Kind::Month, labels::FIRST_MONTH).filter().link(Link::Declaration),
        Field::new("to", Kind::Month, labels::LAST_MONTH).detail(),
        labels::office(),
        Field::new("debit", Kind::Euro, labels::PAID).role(FieldRole::Amount).filter(),
        Field::new("credit", Kind::Euro, phrase("Compensato", "Set off", "Verrechnet")),
    ],
    key: &["payment", "row"],
    order: Order::descending("day"),
    spans: &[("from", "to")],
};
