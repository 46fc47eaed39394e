//! Connected persons (M15), derived from the register.

use crate::auth::Resource;
use crate::sections::common::codes::PERSONS;
use crate::sections::common::labels;
use crate::sections::{Code, Field, FieldRole, Kind, Link, Order, Section, Source, Words, phrase};

/// Number of the section of self-employed positions, to which a person leads.
pub(in crate::sections) const SELF_EMPLOYED: u8 = 16;

/// As the tax code tells it.
const SEXES: &[Code] = &[
    Code::new("f", phrase("Donna", "Female", "Weiblich")),
    Code::new("m", phrase("Uomo", "Male", "Männlich")),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "soggetti-collegati",
    number: PERSONS,
    row: "M15",
    resource: Resource::Registry,
    source: Source::Persons,
    words: Words {
        title: phrase("Soggetti collegati", "Connected persons", "Verbundene Personen"),
        short: phrase(
            "Chi rappresenta e amministra",
            "Who represents and manages",
            "Wer vertritt und verwaltet",
        ),
        help: phrase(
            "Le persone che hanno una carica nell'azienda: titolare, legale rappresentante, amministratori, soci. Solo chi la rappresenta può \
             chiedere l'autorizzazione al cassetto e dare una delega (Circ. 28/2011). Una carica finita resta nell'elenco con la sua data.",
            "The persons who hold a charge in the company: holder, legal representative, directors, partners. Only who represents it may \
             ask for access to the cassetto and grant a delegation (Circ. 28/2011). A charge that ended stays in the list with its date.",
            "Die Personen, die im Betrieb ein Amt bekleiden: Inhaber, gesetzlicher Vertreter, Verwalter, Gesellschafter. Nur wer ihn \
             vertritt, kann den Zugang zum Cassetto beantragen und eine Delegation erteilen (Rundschreiben 28/2011). Ein beendetes Amt \
             bleibt mit seinem Datum in der Liste.",
        ),
        source: labels::REGISTER,
        empty: phrase(
            "Nessun soggetto collegato negli archivi.",
            "No connected person on file.",
            "Keine verbundene Person vorhanden.",
        ),
    },
    fields: &[
        Field::new("name", Kind::Text(120), labels::PERSON).required().role(FieldRole::Title),
        Field::new("tax_code", Kind::PersonCode, labels::TAX_CODE)
            .required()
            .link(Link::Records(SELF_EMPLOYED)),
        Field::new("charge", Kind::Text(120), phrase("Carica", "Charge", "Amt")).required(),
        Field::new("representative", Kind::Flag, labels::REPRESENTATIVE).filter(),
        Field::new("since", Kind::Day, labels::SINCE).required().role(FieldRole::Date),
        Field::new("until", Kind::Day, labels::TO),
        Field::new("sex", Kind::Code(SEXES), phrase("Sesso", "Sex", "Geschlecht")).detail(),
        Field::new("born", Kind::Day, phrase("Data di nascita", "Date of birth", "Geburtsdatum"))
            .detail(),
        Field::new(
            "birthplace",
            Kind::Text(80),
            phrase("Luogo di nascita", "Birthplace", "Geburtsort"),
        )
        .detail(),
        Field::new("residence", Kind::Text(405), phrase("Residenza", "Residence", "Wohnsitz"))
            .detail(),
        Field::new(
            "citizenship",
            Kind::Text(405),
            phrase("Cittadinanza", "Citizenship", "Staatsangehörigkeit"),
        )
        .detail(),
        Field::new(
            "charge_code",
            Kind::Text(405),
            phrase("Codice della carica", "Code of the charge", "Kode des Amts"),
        )
        .detail(),
        Field::new(
            "deed",
            Kind::Text(405),
            phrase("Atto di nomina", "Deed of appointment", "Bestellungsakt"),
        )
        .detail(),
        Field::new(
            "years",
            Kind::Count,
            phrase("Anni in carica", "Years in charge", "Amtszeit in Jahren"),
        )
        .detail(),
        Field::new(
            "signature",
            Kind::Text(405),
            phrase("Poteri di firma", "Power to sign", "Zeichnungsbefugnis"),
        )
        .detail(),
        Field::new("elector", Kind::Flag, phrase("Elettore", "Elector", "Wahlberechtigt")).detail(),
        Field::new("certified", Kind::Flag, labels::CERTIFIED).filter(),
    ],
    key: &["tax_code", "charge", "since"],
    order: Order::descending("representative"),
    spans: &[("since", "until")],
};
