//! Brief registry data (M10): the company on one card.

use crate::auth::Resource;
use crate::sections::common::codes::POSITION_STATES;
use crate::sections::common::labels;
use crate::sections::{Code, Field, FieldRole, Kind, Order, Section, Source, Tone, Words, phrase};

/// How the company stands by the checks of its regularity that are on file.
const REGULARITY: &[Code] = &[
    Code::toned("regolare", phrase("Regolare", "Regular", "In Ordnung"), Tone::Green),
    Code::toned("in_verifica", phrase("In verifica", "Being checked", "In Prüfung"), Tone::Orange),
    Code::toned(
        "da_regolarizzare",
        phrase("Da regolarizzare", "To be regularised", "Zu bereinigen"),
        Tone::Red,
    ),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "dati-sintetici",
    number: 10,
    row: "M10",
    resource: Resource::Registry,
    source: Source::Company,
    words: Words {
        title: phrase("Dati anagrafici sintetici", "Brief registry data", "Stammdaten in Kürze"),
        short: phrase(
            "L'azienda in una scheda",
            "The company on one card",
            "Der Betrieb auf einem Blatt",
        ),
        help: phrase(
            "Chi è l'azienda per l'Istituto: codice fiscale, sede legale, attività, contatti, quante posizioni ha e quanti dipendenti ha \
             denunciato nell'ultimo mese. Il codice fiscale è la chiave di tutto: il DURC, per esempio, si chiede con quello soltanto \
             (DM 30/1/2015).",
            "Who the company is to the institute: tax code, registered office, activity, contacts, how many positions it has and how many \
             employees it declared for the last month. Everything hangs on the tax code: the DURC, for one, is asked for by nothing else \
             (DM 30/1/2015).",
            "Wer der Betrieb für das Institut ist: Steuernummer, Rechtssitz, Tätigkeit, Kontakte, wie viele Positionen er hat und wie viele \
             Angestellte er zuletzt gemeldet hat. Alles hängt an der Steuernummer: Auch der DURC wird allein mit ihr angefordert \
             (DM 30.1.2015).",
        ),
        source: labels::REGISTER,
        empty: phrase(
            "Nessun estratto anagrafico importato per questa azienda.",
            "No register extract has been imported for this company.",
            "Für diesen Betrieb wurde kein Registerauszug importiert.",
        ),
    },
    fields: &[
        Field::new("tax_code", Kind::TaxCode, labels::TAX_CODE).required(),
        Field::new("name", Kind::Text(405), labels::NAME).required().role(FieldRole::Title),
        Field::new("vat", Kind::CompanyCode, phrase("Partita IVA", "VAT number", "MwSt.-Nummer"))
            .detail(),
        Field::new(
            "legal_form",
            Kind::Text(120),
            phrase("Forma giuridica", "Legal form", "Rechtsform"),
        ),
        Field::new(
            "street",
            Kind::Text(160),
            phrase("Sede legale", "Registered office", "Rechtssitz"),
        ),
        Field::new("postcode", Kind::Digits(5), labels::POSTCODE).detail(),
        Field::new("town", Kind::Text(80), labels::TOWN),
        Field::new("province", Kind::Province, labels::PROVINCE).detail(),
        Field::new("rea", Kind::Number(20), labels::REA).detail(),
        Field::new("ateco", Kind::Ateco, labels::ATECO).detail(),
        Field::new("started", Kind::Day, labels::STARTED).role(FieldRole::Date),
        Field::new(
            "pec",
            Kind::Email,
            phrase("PEC", "Certified e-mail (PEC)", "Zertifizierte E-Mail (PEC)"),
        )
        .detail(),
        Field::new("email", Kind::Email, phrase("E-mail", "E-mail", "E-Mail")).detail(),
        Field::new("phone", Kind::Text(40), phrase("Telefono", "Telephone", "Telefon")).detail(),
        Field::new(
            "principal",
            Kind::Flag,
            phrase(
                "Committente di collaboratori",
                "Principal of collaborators",
                "Auftraggeber freier Mitarbeiter",
            ),
        )
        .detail(),
        Field::new(
            "positions",
            Kind::Count,
            phrase("Posizioni contributive", "Contribution positions", "Beitragspositionen"),
        ),
        Field::new(
            "active_positions",
            Kind::Count,
            phrase("Posizioni attive", "Active positions", "Aktive Positionen"),
        )
        .detail(),
        Field::new("workforce", Kind::Count, phrase("Forza aziendale", "Workforce", "Belegschaft")),
        Field::new(
            "workforce_month",
            Kind::Month,
            phrase("Forza aziendale del mese", "Workforce of the month", "Belegschaft im Monat"),
        )
        .detail(),
        Field::new(
            "intermediary",
            Kind::Text(400),
            phrase("Delegati", "Delegates", "Bevollmächtigte"),
        )
        .detail(),
        Field::new(
            "extracted",
            Kind::Day,
            phrase("Estratto anagrafico del", "Register extract of", "Registerauszug vom"),
        )
        .detail(),
        labels::matricola(),
        labels::office().detail(),
        Field::new("state", Kind::Code(POSITION_STATES), labels::STATE),
        Field::new("since", Kind::Day, labels::IN_STATE_SINCE).detail(),
        Field::new("opened", Kind::Day, labels::OPENED).detail(),
        Field::new("csc", Kind::Csc, labels::CSC).detail(),
        Field::new("cas", Kind::Cas, labels::CAS).detail(),
        Field::new(
            "workforce_certified",
            Kind::Count,
            phrase(
                "Forza aziendale certificata",
                "Workforce certified",
                "Bescheinigte Belegschaft",
            ),
        )
        .detail(),
        Field::new(
            "regularity",
            Kind::Code(REGULARITY),
            phrase("Regolarità contributiva", "Contribution regularity", "Beitragslage"),
        ),
    ],
    key: &["tax_code"],
    order: Order::ascending("name"),
    spans: &[],
};
