//! What the company was before: addresses (M11), names (M18) and tax codes (M13).

use crate::auth::Resource;
use crate::sections::common::labels;
use crate::sections::{Code, Field, FieldRole, Kind, Link, Order, Section, Source, Words, phrase};

/// What an address is for.
const ADDRESSES: &[Code] = &[
    Code::new("sede_legale", phrase("Sede legale", "Registered office", "Rechtssitz")),
    Code::new("sede_operativa", phrase("Sede operativa", "Place of business", "Betriebssitz")),
    Code::new("corrispondenza", phrase("Corrispondenza", "Correspondence", "Schriftverkehr")),
];

/// The addresses a company had.
pub static ADDRESS: Section = Section {
    slug: "indirizzi",
    number: 44,
    row: "M11",
    resource: Resource::Registry,
    source: Source::Feed,
    words: Words {
        title: phrase("Variazioni di indirizzo", "Changes of address", "Adressänderungen"),
        short: phrase("Dove l'azienda è stata", "Where the company has been", "Wo der Betrieb war"),
        help: phrase(
            "Gli indirizzi dell'azienda con le date da cui valgono. Se l'indirizzo è sbagliato le raccomandate vanno altrove e possono \
             valere lo stesso come consegnate: chiedi la variazione dei dati aziendali.",
            "The addresses of the company with the dates from which they hold. If an address is wrong, registered letters go elsewhere and \
             may still count as delivered: apply for a change of the company's data.",
            "Die Anschriften des Betriebs mit den Tagen, ab denen sie gelten. Ist eine Anschrift falsch, gehen Einschreiben anderswohin und \
             können dennoch als zugestellt gelten: Beantragen Sie die Änderung der Betriebsdaten.",
        ),
        source: labels::REGISTER_FEED,
        empty: phrase(
            "Nessuna variazione: l'indirizzo è sempre stato quello di oggi.",
            "No change: the address has always been today's.",
            "Keine Änderung: Die Anschrift war immer die heutige.",
        ),
    },
    fields: &[
        Field::new("kind", Kind::Code(ADDRESSES), labels::KIND).required().filter(),
        Field::new("street", Kind::Text(160), labels::STREET).required().role(FieldRole::Title),
        Field::new("postcode", Kind::Digits(5), labels::POSTCODE).detail(),
        Field::new("town", Kind::Text(80), labels::TOWN),
        Field::new("province", Kind::Province, labels::PROVINCE),
        Field::new("from", Kind::Day, labels::FROM).required().role(FieldRole::Date).filter(),
        Field::new("to", Kind::Day, labels::TO),
    ],
    key: &["kind", "from"],
    order: Order::descending("from"),
    spans: &[("from", "to")],
};

/// Why a name changed.
const RENAMINGS: &[Code] = &[
    Code::new(
        "cambio_denominazione",
        phrase("Cambio di denominazione", "Change of name", "Namensänderung"),
    ),
    Code::new("trasformazione", phrase("Trasformazione", "Change of legal form", "Umwandlung")),
    Code::new("rettifica", phrase("Correzione", "Correction", "Richtigstellung")),
];

/// The names a company had.
pub static NAME: Section = Section {
    slug: "ragioni-sociali",
    number: 18,
    row: "M18",
    resource: Resource::Registry,
    source: Source::Feed,
    words: Words {
        title: phrase("Ragioni sociali pregresse", "Previous company names", "Frühere Firmennamen"),
        short: phrase(
            "Come si chiamava l'azienda",
            "What the company was called",
            "Wie der Betrieb hieß",
        ),
        help: phrase(
            "I nomi che l'azienda ha avuto e perché sono cambiati: un cambio di denominazione, oppure una trasformazione (per esempio da \
             S.n.c. a S.r.l.), che lascia la stessa matricola. Documenti vecchi portano il nome vecchio.",
            "The names the company had, and why they changed: a change of name, or of legal form (from S.n.c. to S.r.l., say), which keeps \
             the matricola. Old documents bear the old name.",
            "Die Namen, die der Betrieb hatte, und warum sie sich änderten: eine Namensänderung oder eine Umwandlung (etwa von S.n.c. in \
             S.r.l.), bei der die Matrikel bleibt. Alte Dokumente tragen den alten Namen.",
        ),
        source: labels::REGISTER_FEED,
        empty: phrase(
            "Nessun nome precedente: l'azienda si è sempre chiamata così.",
            "No previous name: the company has always been called this.",
            "Kein früherer Name: Der Betrieb hieß immer so.",
        ),
    },
    fields: &[
        Field::new("previous", Kind::Text(405), phrase("Prima", "Before", "Vorher"))
            .required()
            .role(FieldRole::Title),
        Field::new("current", Kind::Text(405), phrase("Dopo", "After", "Nachher")).required(),
        Field::new("on", Kind::Day, phrase("Cambiata il", "Changed on", "Geändert am"))
            .required()
            .role(FieldRole::Date)
            .filter(),
        Field::new("reason", Kind::Code(RENAMINGS), labels::REASON).filter(),
    ],
    key: &["on"],
    order: Order::descending("on"),
    spans: &[],
};

/// Why a tax code changed.
const RECODINGS: &[Code] = &[
    Code::new(
        "confluenza",
        phrase(
            "Confluenza di due soggetti",
            "Two subjects joined",
            "Zusammenführung zweier Subjekte",
        ),
    ),
    Code::new("correzione", phrase("Correzione", "Correction", "Richtigstellung")),
    Code::new("omocodia", phrase("Omocodia", "Omocodia", "Omocodia (gleicher Kode)")),
];

/// The tax codes a company had.
pub static TAX_CODE: Section = Section {
    slug: "codici-fiscali",
    number: 45,
    row: "M13",
    resource: Resource::Registry,
    source: Source::Feed,
    words: Words {
        title: phrase(
            "Variazioni di codice fiscale",
            "Changes of tax code",
            "Änderungen der Steuernummer",
        ),
        short: phrase("Codici vecchi e nuovi", "Old codes and new", "Alte und neue Nummern"),
        help: phrase(
            "Se lo stesso soggetto è stato registrato con due codici fiscali, l'Istituto li fa confluire in uno. Versamenti e denunce fatti \
             con il codice vecchio si cercano con quello.",
            "Where one subject was registered under two tax codes, the institute joins them. Payments and returns made under the old code \
             are looked for under that one.",
            "Wurde dasselbe Subjekt unter zwei Steuernummern geführt, legt das Institut sie zusammen. Zahlungen und Meldungen unter der alten \
             Nummer sind unter dieser zu suchen.",
        ),
        source: labels::REGISTER_FEED,
        empty: phrase(
            "Nessuna variazione: il codice fiscale è sempre stato questo.",
            "No change: the tax code has always been this one.",
            "Keine Änderung: Die Steuernummer war immer diese.",
        ),
    },
    fields: &[
        Field::new("old_code", Kind::TaxCode, phrase("Codice vecchio", "Old code", "Alte Nummer"))
            .required()
            .role(FieldRole::Title),
        Field::new("new_code", Kind::TaxCode, phrase("Codice nuovo", "New code", "Neue Nummer"))
            .required()
            .link(Link::Company),
        Field::new("on", Kind::Day, phrase("Dal giorno", "Since", "Seit"))
            .required()
            .role(FieldRole::Date),
        Field::new("reason", Kind::Code(RECODINGS), labels::REASON).filter(),
    ],
    key: &["old_code", "on"],
    order: Order::descending("on"),
    spans: &[],
};
