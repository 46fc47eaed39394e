//! Detailed registry data (M11): everything that is kept of the subject.

use super::{branches, histories, interruptions};
use crate::auth::Resource;
use crate::fiscal::Registered;
use crate::sections::common::labels;
use crate::sections::relations::{linked, parent, persons, same_code, self_employed};
use crate::sections::{
    Code, Field, FieldRole, Kind, Order, Phrase, Section, Source, Tone, Words, phrase,
};

/// State of the firm in the chamber's register.
const CHAMBER_STATES: &[Code] = &[
    Code::toned("attiva", phrase("Attiva", "Active", "Aktiv"), Tone::Green),
    Code::new("inattiva", phrase("Inattiva", "Inactive", "Inaktiv")),
    Code::toned("sospesa", phrase("Sospesa", "Suspended", "Ausgesetzt"), Tone::Orange),
    Code::toned(
        "liquidazione",
        phrase("In liquidazione", "In liquidation", "In Liquidation"),
        Tone::Orange,
    ),
    Code::toned(
        "procedura",
        phrase("In procedura", "In insolvency", "Im Insolvenzverfahren"),
        Tone::Red,
    ),
    Code::new("cancellata", phrase("Cancellata", "Struck off", "Gelöscht")),
];

/// The archives that the page of these data shows in short, in its order: to whom the company is related, and what became of it.
pub static PARTS: [&Section; 8] = [
    &linked::SECTION,
    &same_code::SECTION,
    &parent::SECTION,
    &persons::SECTION,
    &self_employed::SECTION,
    &interruptions::SECTION,
    &histories::NAME,
    &branches::SECTION,
];

/// The section.
pub static SECTION: Section = Section {
    slug: "dati-dettaglio",
    number: 11,
    row: "M11",
    resource: Resource::Registry,
    source: Source::Feed,
    words: Words {
        title: phrase(
            "Dati anagrafici di dettaglio",
            "Detailed registry data",
            "Stammdaten im Einzelnen",
        ),
        short: phrase(
            "Tutto ciò che si sa del soggetto",
            "All that is known of the subject",
            "Alles, was bekannt ist",
        ),
        help: phrase(
            "La scheda completa del soggetto: natura giuridica, indirizzo con i codici del comune, recapiti, le attività nelle tre edizioni \
             ATECO, l'albo delle cooperative e quello degli artigiani. Se qualcosa è cambiato si chiede la variazione dei dati aziendali; \
             alcune variazioni (indirizzo, denominazione) hanno un loro archivio con le date.",
            "The whole card of the subject: legal nature, address with the codes of the municipality, contacts, its activities in three \
             editions of ATECO, the registers of cooperatives and of artisans. Where something has changed, a change of the company's data \
             is applied for; some changes (address, name) have an archive of their own, with their dates.",
            "Das vollständige Blatt des Subjekts: Rechtsnatur, Anschrift mit den Kodes der Gemeinde, Kontakte, Tätigkeiten in drei Ausgaben \
             von ATECO, die Verzeichnisse der Genossenschaften und der Handwerker. Hat sich etwas geändert, wird die Änderung der \
             Betriebsdaten beantragt; manche Änderungen (Anschrift, Bezeichnung) haben ein eigenes Archiv mit ihren Daten.",
        ),
        source: labels::REGISTER_FEED,
        empty: phrase(
            "Nessun dato di dettaglio negli archivi: restano i dati sintetici.",
            "No detailed data on file: the brief data remain.",
            "Keine Einzeldaten vorhanden: Es bleiben die Stammdaten in Kürze.",
        ),
    },
    fields: FIELDS,
    key: &["tax_code"],
    order: Order::ascending("tax_code"),
    spans: &[("started", "ended"), ("artisan_registered", "artisan_ceased")],
};

// Labels of what the chamber's data have too.
pub(super) const ENDED: Phrase = phrase("Fine attività", "End of the activity", "Tätigkeitsende");
pub(super) const ARTISAN_CATEGORY: Phrase = phrase(
    "Albo artigiani, categoria",
    "Register of artisans, category",
    "Handwerkerrolle, Kategorie",
);
pub(super) const ARTISAN_APPLIED: Phrase = phrase(
    "Albo artigiani, domanda del",
    "Register of artisans, applied on",
    "Handwerkerrolle, Antrag vom",
);
pub(super) const ARTISAN_DECIDED: Phrase = phrase(
    "Albo artigiani, delibera del",
    "Register of artisans, decided on",
    "Handwerkerrolle, Beschluss vom",
);
pub(super) const ARTISAN_NUMBER: Phrase =
    phrase("Albo artigiani, numero", "Register of artisans, number", "Handwerkerrolle, Nummer");
pub(super) const ARTISAN_PROVINCE: Phrase = phrase(
    "Albo artigiani, provincia",
    "Register of artisans, province",
    "Handwerkerrolle, Provinz",
);
pub(super) const ARTISAN_REGISTERED: Phrase =
    phrase("Albo artigiani, iscritta il", "Register of artisans, since", "Handwerkerrolle, seit");
pub(super) const ARTISAN_CEASED: Phrase =
    phrase("Albo artigiani, cancellata il", "Register of artisans, until", "Handwerkerrolle, bis");

const FIELDS: &[Field] = &[
    Field::new("tax_code", Kind::TaxCode, labels::TAX_CODE).required(),
    Field::new(
        "legal_nature",
        Kind::Text(120),
        phrase("Natura giuridica", "Legal nature", "Rechtsnatur"),
    )
    .required()
    .role(FieldRole::Title),
    Field::new(
        "legal_nature_code",
        Kind::Text(4),
        phrase("Codice della natura giuridica", "Code of the legal nature", "Kode der Rechtsnatur"),
    )
    .detail(),
    Field::new(
        "chamber_state",
        Kind::Code(CHAMBER_STATES),
        phrase(
            "Stato al registro imprese",
            "State in the business register",
            "Zustand im Handelsregister",
        ),
    )
    .role(FieldRole::Status)
    .filter(),
    Field::new(
        "chamber",
        Kind::Province,
        phrase("Camera di commercio", "Chamber of commerce", "Handelskammer"),
    ),
    Field::new("rea", Kind::Number(20), labels::REA),
    Field::new(
        "registered",
        Kind::Day,
        phrase(
            "Iscritta al registro imprese il",
            "In the business register since",
            "Im Handelsregister seit",
        ),
    )
    .role(FieldRole::Date),
    Field::new(
        "street",
        Kind::Text(160),
        phrase("Toponimo, via e civico", "Street and number", "Straße und Nummer"),
    ),
    Field::new("hamlet", Kind::Text(80), labels::HAMLET).detail(),
    Field::new("postcode", Kind::Digits(5), labels::POSTCODE).detail(),
    Field::new("town", Kind::Text(80), labels::TOWN),
    Field::new(
        "istat",
        Kind::Digits(6),
        phrase("Comune, codice ISTAT", "Municipality, ISTAT code", "Gemeinde, ISTAT-Kode"),
    )
    .detail(),
    Field::new(
        "belfiore",
        Kind::Text(4),
        phrase(
            "Comune, codice catastale",
            "Municipality, land-register code",
            "Gemeinde, Katasterkode",
        ),
    )
    .detail(),
    Field::new("province", Kind::Province, labels::PROVINCE).detail(),
    Field::new("region", Kind::Text(40), phrase("Regione", "Region", "Region")).detail(),
    Field::new("country", Kind::Text(60), phrase("Stato estero", "Foreign country", "Ausland"))
        .detail(),
    Field::new(
        "seat_in_italy",
        Kind::Flag,
        phrase("Sede legale in Italia", "Registered office in Italy", "Rechtssitz in Italien"),
    )
    .detail(),
    Field::new("phone", Kind::Text(40), phrase("Telefono", "Telephone", "Telefon")).detail(),
    Field::new("fax", Kind::Text(40), phrase("Fax", "Fax", "Fax")).detail(),
    Field::new("email", Kind::Email, phrase("E-mail", "E-mail", "E-Mail")).detail(),
    Field::new(
        "pec",
        Kind::Email,
        phrase("PEC", "Certified e-mail (PEC)", "Zertifizierte E-Mail (PEC)"),
    )
    .detail(),
    Field::new(
        "legalmail",
        Kind::Email,
        phrase("Altra casella legale", "Other legal mailbox", "Weiteres Rechtspostfach"),
    )
    .detail(),
    Field::new(
        "activity",
        Kind::Text(300),
        phrase("Attività dichiarata", "Declared activity", "Erklärte Tätigkeit"),
    ),
    Field::new("ateco_1991", Kind::Number(8), phrase("ATECO 1991", "ATECO 1991", "ATECO 1991"))
        .detail(),
    Field::new("ateco_2002", Kind::Number(8), phrase("ATECO 2002", "ATECO 2002", "ATECO 2002"))
        .detail(),
    Field::new("ateco_2007", Kind::Ateco, phrase("ATECO 2007", "ATECO 2007", "ATECO 2007"))
        .detail(),
    Field::new("started", Kind::Day, labels::STARTED).detail(),
    Field::new("ended", Kind::Day, ENDED).detail(),
    Field::new("certified", Kind::Flag, labels::CERTIFIED).detail(),
    Field::new(
        "certifier",
        Kind::Text(80),
        phrase("Ente certificatore", "Certified by", "Bescheinigt von"),
    )
    .detail(),
    Field::new(
        "cooperative_number",
        Kind::Number(20),
        phrase(
            "Albo cooperative, numero",
            "Register of cooperatives, number",
            "Genossenschaftsregister, Nummer",
        ),
    )
    .detail(),
    Field::new(
        "cooperative_registered",
        Kind::Day,
        phrase(
            "Albo cooperative, data",
            "Register of cooperatives, date",
            "Genossenschaftsregister, Datum",
        ),
    )
    .detail(),
    Field::new(
        "cooperative_section",
        Kind::Text(80),
        phrase(
            "Albo cooperative, sezione",
            "Register of cooperatives, section",
            "Genossenschaftsregister, Sektion",
        ),
    )
    .detail(),
    Field::new("artisan_number", Kind::Number(20), ARTISAN_NUMBER).detail(),
    Field::new("artisan_province", Kind::Province, ARTISAN_PROVINCE).detail(),
    Field::new("artisan_registered", Kind::Day, ARTISAN_REGISTERED).detail(),
    Field::new("artisan_ceased", Kind::Day, ARTISAN_CEASED).detail(),
    Field::new("artisan_category", Kind::Text(120), ARTISAN_CATEGORY).detail(),
    Field::new("artisan_applied", Kind::Day, ARTISAN_APPLIED).detail(),
    Field::new("artisan_decided", Kind::Day, ARTISAN_DECIDED).detail(),
    Field::new(
        "register_number",
        Kind::RegisterNumber(Registered::Subject),
        labels::REGISTER_NUMBER,
    )
    .detail(),
    Field::new(
        "cooperative_subsection",
        Kind::Text(80),
        phrase(
            "Albo cooperative, sottosezione",
            "Register of cooperatives, subsection",
            "Genossenschaftsregister, Untersektion",
        ),
    )
    .detail(),
    Field::new(
        "cooperative_category",
        Kind::Text(80),
        phrase(
            "Albo cooperative, categoria",
            "Register of cooperatives, category",
            "Genossenschaftsregister, Kategorie",
        ),
    )
    .detail(),
    Field::new(
        "activity_1991",
        Kind::Text(300),
        phrase("Attività ATECO 1991", "Activity, ATECO 1991", "Tätigkeit, ATECO 1991"),
    )
    .detail(),
    Field::new(
        "activity_2002",
        Kind::Text(300),
        phrase("Attività ATECO 2002", "Activity, ATECO 2002", "Tätigkeit, ATECO 2002"),
    )
    .detail(),
    Field::new(
        "activity_2007",
        Kind::Text(300),
        phrase("Attività ATECO 2007", "Activity, ATECO 2007", "Tätigkeit, ATECO 2007"),
    )
    .detail(),
];
