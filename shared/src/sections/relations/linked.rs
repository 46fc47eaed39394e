//! Associated companies (M12).

use crate::auth::Resource;
use crate::sections::common::labels;
use crate::sections::{
    Code, Field, FieldRole, Kind, Link, Order, Section, Source, Tone, Words, phrase,
};

/// How two companies are related.
const RELATIONS: &[Code] = &[
    Code::toned("fusione", phrase("Fusione", "Merger", "Verschmelzung"), Tone::Blue),
    Code::toned(
        "incorporazione",
        phrase(
            "Fusione per incorporazione",
            "Merger by incorporation",
            "Verschmelzung durch Aufnahme",
        ),
        Tone::Blue,
    ),
    Code::toned("scissione", phrase("Scissione", "Demerger", "Spaltung"), Tone::Blue),
    Code::toned("subentro", phrase("Subentro", "Succession", "Übernahme"), Tone::Blue),
    Code::toned(
        "cessione_ramo",
        phrase(
            "Cessione di ramo d'azienda",
            "Transfer of a branch of business",
            "Abtretung eines Betriebszweigs",
        ),
        Tone::Blue,
    ),
    Code::toned(
        "affitto_azienda",
        phrase("Affitto d'azienda", "Lease of the business", "Betriebspacht"),
        Tone::Blue,
    ),
    Code::toned("gruppo", phrase("Stesso gruppo", "Same group", "Gleiche Gruppe"), Tone::Grey),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "aziende-collegate",
    number: 12,
    row: "M12",
    resource: Resource::Registry,
    source: Source::Feed,
    words: Words {
        title: phrase("Aziende collegate", "Associated companies", "Verbundene Betriebe"),
        short: phrase(
            "Fusioni, subentri, cessioni",
            "Mergers, successions, transfers",
            "Verschmelzungen, Übernahmen, Abtretungen",
        ),
        help: phrase(
            "Le aziende legate a questa da una fusione, una scissione, un subentro o la cessione di un ramo. Chi subentra può rispondere dei \
             debiti di chi c'era prima (art. 2560 c.c.), e i lavoratori passano con i loro diritti (art. 2112 c.c.): per questo le matricole \
             restano collegate.",
            "Companies tied to this one by a merger, a demerger, a succession or the transfer of a branch of business. Who takes over may \
             answer for earlier debts (art. 2560 civil code), and workers pass with their rights (art. 2112): that is why the matricole stay \
             linked.",
            "Betriebe, die mit diesem durch Verschmelzung, Spaltung, Übernahme oder Abtretung eines Betriebszweigs verbunden sind. Wer \
             übernimmt, kann für frühere Schulden haften (Art. 2560 ZGB), und die Arbeitnehmer gehen mit ihren Rechten über (Art. 2112 ZGB): \
             Darum bleiben die Matrikeln verbunden.",
        ),
        source: labels::REGISTER_FEED,
        empty: phrase(
            "Nessuna azienda collegata.",
            "No associated company.",
            "Kein verbundener Betrieb.",
        ),
    },
    fields: &[
        Field::new("name", Kind::Text(405), labels::NAME).required().role(FieldRole::Title),
        Field::new("tax_code", Kind::TaxCode, labels::TAX_CODE).required().link(Link::Company),
        Field::new(
            "other_matricola",
            Kind::Matricola,
            phrase("Matricola dell'altra", "The other's matricola", "Matrikel des anderen"),
        ),
        labels::matricola(),
        Field::new("relation", Kind::Code(RELATIONS), phrase("Legame", "Relation", "Verbindung"))
            .required()
            .role(FieldRole::Status)
            .filter(),
        Field::new("deed", Kind::Day, phrase("Atto del", "Deed of", "Urkunde vom")),
        Field::new("from", Kind::Day, phrase("Effetto dal", "With effect from", "Wirksam ab"))
            .required()
            .role(FieldRole::Date)
            .filter(),
        Field::new("to", Kind::Day, labels::TO),
    ],
    key: &["tax_code", "relation", "from"],
    order: Order::descending("from"),
    spans: &[("from", "to")],
};
