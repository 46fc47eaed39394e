//! Payments situation (M34): what each month owes against what was paid for it.

use super::declarations::PAID;
use crate::auth::Resource;
use crate::sections::common::labels;
use crate::sections::{Field, FieldRole, Kind, Link, Order, Section, Source, Words, phrase};

/// The section.
pub static SECTION: Section = Section {
    slug: "situazione-pagamenti",
    number: 50,
    row: "M34",
    resource: Resource::Contributions,
    source: Source::Situation,
    words: Words {
        title: phrase("Situazione dei pagamenti", "Payments situation", "Zahlungsübersicht"),
        short: phrase(
            "Dovuto e versato per mese",
            "Due and paid by month",
            "Geschuldet und gezahlt je Monat",
        ),
        help: phrase(
            "Per ogni mese: quanto chiedono le denunce, quanto è stato versato, quanto manca. L'F24 si paga entro il 16 del mese dopo; dal 20 \
             del mese seguente ciò che manca passa fra gli insoluti e dieci giorni dopo al recupero crediti (Msg 21097/2008). Ciò che è \
             versato in più in un mese non copre ciò che manca in un altro.",
            "For each month: what the returns ask for, what was paid, what is missing. The F24 is paid by the 16th of the next month; from the \
             20th of the month after, what is missing goes to the unpaid archive and ten days later to debt recovery (Msg 21097/2008). What \
             was paid too much for one month does not cover what is missing for another.",
            "Für jeden Monat: was die Meldungen verlangen, was gezahlt wurde, was fehlt. Der F24 ist bis zum 16. des Folgemonats zu zahlen; \
             ab dem 20. des darauffolgenden Monats gilt Fehlendes als unbezahlt und geht zehn Tage später an die Einbringung \
             (Mitteilung 21097/2008). Was in einem Monat zu viel gezahlt wurde, deckt nicht, was in einem anderen fehlt.",
        ),
        source: phrase(
            "Ricavata dalle denunce trasmesse e dagli F24 versati.",
            "Derived from the returns transmitted and the F24 forms paid.",
            "Aus den übermittelten Meldungen und den gezahlten F24 abgeleitet.",
        ),
        empty: phrase(
            "Nessun mese: non ci sono ancora denunce né versamenti.",
            "No month: there are no returns and no payments yet.",
            "Kein Monat: Es gibt noch weder Meldungen noch Zahlungen.",
        ),
    },
    fields: &[
        Field::new("month", Kind::Month, labels::MONTH)
            .required()
            .role(FieldRole::Title)
            .filter()
            .link(Link::Declaration),
        Field::new("state", Kind::Code(PAID), labels::STATE)
            .required()
            .role(FieldRole::Status)
            .filter(),
        Field::new("due", Kind::Euro, labels::DUE).required(),
        Field::new("paid", Kind::Euro, labels::PAID).required(),
        Field::new("missing", Kind::Euro, phrase("Mancante", "Missing", "Fehlend"))
            .role(FieldRole::Amount)
            .filter(),
        Field::new("pay_by", Kind::Day, labels::PAY_BY).role(FieldRole::Date),
    ],
    key: &["month"],
    order: Order::descending("month"),
    spans: &[],
};
