//! Shareholdings (M15): who owns the company.

use super::persons::SELF_EMPLOYED;
use crate::auth::Resource;
use crate::sections::common::labels;
use crate::sections::{Field, FieldRole, Kind, Link, Order, Section, Source, Words, phrase};

/// The section.
pub static SECTION: Section = Section {
    slug: "partecipazioni",
    number: 47,
    row: "M15",
    resource: Resource::Registry,
    source: Source::Feed,
    words: Words {
        title: phrase("Partecipazioni", "Shareholdings", "Beteiligungen"),
        short: phrase("Soci e quote", "Partners and shares", "Gesellschafter und Anteile"),
        help: phrase(
            "Chi possiede l'azienda e con quale quota. Le partecipazioni stanno in un elenco a parte dalle cariche: un socio può non avere \
             alcuna carica, e un amministratore nessuna quota. Per i soci che lavorano nell'azienda la quota conta anche per i loro \
             contributi di artigiani o commercianti.",
            "Who owns the company, and with which share. Shareholdings are listed apart from charges: a partner may hold no charge, and a \
             director no share. For partners who work in the company, the share also counts for their own contributions as artisans or \
             merchants.",
            "Wem der Betrieb gehört und zu welchem Anteil. Beteiligungen stehen getrennt von den Ämtern: Ein Gesellschafter kann ohne Amt \
             sein, ein Verwalter ohne Anteil. Bei Gesellschaftern, die im Betrieb arbeiten, zählt der Anteil auch für ihre eigenen Beiträge \
             als Handwerker oder Kaufleute.",
        ),
        source: phrase(
            "Registro delle imprese, tramite il registro dei contribuenti.",
            "The business register, through the register of contributors.",
            "Handelsregister, über das Register der Beitragszahler.",
        ),
        empty: phrase(
            "Nessuna partecipazione negli archivi.",
            "No shareholding on file.",
            "Keine Beteiligung vorhanden.",
        ),
    },
    fields: &[
        Field::new("name", Kind::Text(405), phrase("Socio", "Partner", "Gesellschafter"))
            .required()
            .role(FieldRole::Title),
        Field::new("tax_code", Kind::TaxCode, labels::TAX_CODE)
            .required()
            .link(Link::Records(SELF_EMPLOYED)),
        Field::new("share", Kind::Percent, phrase("Quota", "Share", "Anteil")).required(),
        Field::new("nominal", Kind::Euro, phrase("Valore nominale", "Nominal value", "Nennwert"))
            .role(FieldRole::Amount),
        Field::new("from", Kind::Day, labels::FROM).required().role(FieldRole::Date),
        Field::new("to", Kind::Day, labels::TO),
        Field::new("certified", Kind::Flag, labels::CERTIFIED).detail(),
    ],
    key: &["tax_code", "from"],
    order: Order::descending("share"),
    spans: &[("from", "to")],
};
