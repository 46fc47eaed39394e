//! Principal of collaborators, "committente 10 %" (M25): its position, and month by month what it declared and paid.

use super::declarations::PAID;
use crate::auth::Resource;
use crate::sections::common::{codes, labels};
use crate::sections::{Field, FieldRole, Kind, Link, Order, Section, Source, Words, phrase};

/// The position as a principal.
pub static POSITION: Section = Section {
    slug: "posizione-committente",
    number: 55,
    row: "M25",
    resource: Resource::Contributions,
    source: Source::Feed,
    words: Words {
        title: phrase(
            "Posizione di committente",
            "Position as a principal",
            "Position als Auftraggeber",
        ),
        short: phrase(
            "Da quando, presso quale sede, chi la rappresenta",
            "Since when, at which office, represented by whom",
            "Seit wann, bei welcher Stelle, von wem vertreten",
        ),
        help: phrase(
            "L'iscrizione dell'azienda fra i committenti della Gestione Separata (art. 2, comma 26, L. 335/1995): il suo stato, la sede \
             dell'Istituto che la segue e chi rappresenta l'azienda per i collaboratori. Non ha una matricola: conta il codice fiscale.",
            "The company's enrolment among the principals of the Gestione Separata (art. 2 par. 26 L. 335/1995): its state, the office of \
             the institute that looks after it and who represents the company towards collaborators. It has no matricola: the tax code \
             counts.",
            "Die Einschreibung des Betriebs unter den Auftraggebern der Gestione Separata (Art. 2 Abs. 26 G. 335/1995): ihr Zustand, die \
             zuständige Stelle des Instituts und wer den Betrieb gegenüber freien Mitarbeitern vertritt. Sie hat keine Matrikel: \
             Maßgeblich ist die Steuernummer.",
        ),
        source: labels::REGISTER_FEED,
        empty: phrase(
            "Nessuna posizione di committente negli archivi.",
            "No position as a principal on file.",
            "Keine Position als Auftraggeber vorhanden.",
        ),
    },
    fields: &[
        Field::new("tax_code", Kind::TaxCode, labels::TAX_CODE).required().role(FieldRole::Title),
        labels::state(codes::POSITION_STATES),
        Field::new("since", Kind::Day, phrase("Stato dal", "State since", "Zustand seit")),
        labels::office(),
        Field::new("ateco", Kind::Ateco, labels::ATECO),
        Field::new("representative", Kind::Text(120), labels::REPRESENTATIVE),
        Field::new(
            "representative_code",
            Kind::PersonCode,
            phrase(
                "Codice fiscale del rappresentante",
                "Tax code of the representative",
                "Steuernummer des Vertreters",
            ),
        )
        .link(Link::Records(codes::PERSONS))
        .detail(),
        Field::new("from", Kind::Day, labels::FROM).required().role(FieldRole::Date),
        Field::new("to", Kind::Day, labels::TO),
    ],
    key: &["tax_code", "from"],
    order: Order::descending("from"),
    spans: &[("from", "to"), ("from", "since")],
};

/// The section.
pub static SECTION: Section = Section {
    slug: "committente",
    number: 25,
    row: "M25",
    resource: Resource::Contributions,
    source: Source::Principal,
    words: Words {
        title: phrase(
            "Committente 10 %",
            "Principal of collaborators",
            "Auftraggeber freier Mitarbeiter",
        ),
        short: phrase(
            "Collaboratori e loro contributi",
            "Collaborators and their contributions",
            "Freie Mitarbeiter und ihre Beiträge",
        ),
        help: phrase(
            "Chi paga collaboratori è committente della Gestione Separata (art. 2, comma 26, L. 335/1995; il nome viene dall'aliquota di \
             allora). Un terzo del contributo è del collaboratore e due terzi del committente, che versa tutto entro il 16 del mese dopo il \
             compenso con la causale C10 o CXX. Conta la sede legale dell'azienda, non dove si lavora.",
            "Who pays collaborators is a principal of the Gestione Separata (art. 2 par. 26 L. 335/1995; the Italian name, “10 %”, keeps the \
             rate of that time). One third of the contribution is the collaborator's and two thirds the principal's, who pays all of it by \
             the 16th of the month after the fee under causale C10 or CXX. The registered office counts, not the place of work.",
            "Wer freie Mitarbeiter bezahlt, ist Auftraggeber der Gestione Separata (Art. 2 Abs. 26 G. 335/1995; der italienische Name „10 %“ \
             bewahrt den damaligen Satz). Ein Drittel des Beitrags trägt der Mitarbeiter, zwei Drittel der Auftraggeber, der alles bis zum \
             16. des Monats nach dem Entgelt mit Causale C10 oder CXX einzahlt. Maßgeblich ist der Rechtssitz, nicht der Arbeitsort.",
        ),
        source: phrase(
            "Ricavata dagli UniEmens dei collaboratori e dagli F24 versati.",
            "Derived from the UniEmens of collaborators and the F24 forms paid.",
            "Aus den UniEmens der freien Mitarbeiter und den gezahlten F24 abgeleitet.",
        ),
        empty: phrase(
            "Nessun collaboratore denunciato: l'azienda non risulta committente.",
            "No collaborator declared: the company is not known as a principal.",
            "Kein freier Mitarbeiter gemeldet: Der Betrieb gilt nicht als Auftraggeber.",
        ),
    },
    fields: &[
        Field::new("month", Kind::Month, labels::MONTH)
            .required()
            .role(FieldRole::Title)
            .filter()
            .link(Link::Payments),
        Field::new("declaration", Kind::Id, phrase("Denuncia", "Return", "Meldung"))
            .role(FieldRole::Hidden)
            .link(Link::Return),
        Field::new(
            "collaborators",
            Kind::Count,
            phrase("Collaboratori", "Collaborators", "Freie Mitarbeiter"),
        ),
        Field::new(
            "base",
            Kind::Euro,
            phrase("Imponibile", "Contribution base", "Bemessungsgrundlage"),
        ),
        Field::new("due", Kind::Euro, labels::DUE).required(),
        Field::new("paid", Kind::Euro, labels::PAID).required(),
        Field::new("difference", Kind::Euro, labels::DIFFERENCE).role(FieldRole::Amount).filter(),
        Field::new("state", Kind::Code(PAID), labels::STATE)
            .required()
            .role(FieldRole::Status)
            .filter(),
        Field::new(
            "paid_c10",
            Kind::Euro,
            phrase("Versato con C10", "Paid under C10", "Mit C10 gezahlt"),
        ),
        Field::new(
            "paid_cxx",
            Kind::Euro,
            phrase("Versato con CXX", "Paid under CXX", "Mit CXX gezahlt"),
        ),
    ],
    key: &["month"],
    order: Order::descending("month"),
    spans: &[],
};
