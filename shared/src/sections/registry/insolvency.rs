//! Insolvency procedures (M11).

use crate::auth::Resource;
use crate::sections::common::labels;
use crate::sections::{Code, Field, FieldRole, Kind, Order, Section, Source, Tone, Words, phrase};

/// Kinds of procedure.
const KINDS: &[Code] = &[
    Code::new("fallimento", phrase("Fallimento", "Bankruptcy", "Konkurs")),
    Code::new(
        "liquidazione_giudiziale",
        phrase("Liquidazione giudiziale", "Judicial liquidation", "Gerichtliche Liquidation"),
    ),
    Code::new(
        "concordato_preventivo",
        phrase("Concordato preventivo", "Composition with creditors", "Ausgleichsverfahren"),
    ),
    Code::new(
        "liquidazione_coatta",
        phrase(
            "Liquidazione coatta amministrativa",
            "Compulsory administrative liquidation",
            "Zwangsliquidation im Verwaltungsweg",
        ),
    ),
    Code::new(
        "amministrazione_straordinaria",
        phrase(
            "Amministrazione straordinaria",
            "Extraordinary administration",
            "Außerordentliche Verwaltung",
        ),
    ),
];

/// Where a procedure stands.
const STATES: &[Code] = &[
    Code::toned("aperta", phrase("Aperta", "Open", "Offen"), Tone::Red),
    Code::toned(
        "omologata",
        phrase("Omologata", "Confirmed by the court", "Gerichtlich bestätigt"),
        Tone::Orange,
    ),
    Code::new("revocata", phrase("Revocata", "Revoked", "Widerrufen")),
    Code::new("chiusa", phrase("Chiusa", "Closed", "Abgeschlossen")),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "procedure-concorsuali",
    number: 46,
    row: "M11",
    resource: Resource::Registry,
    source: Source::Feed,
    words: Words {
        title: phrase("Procedure concorsuali", "Insolvency procedures", "Insolvenzverfahren"),
        short: phrase(
            "Tribunale, decreto, chiusura",
            "Court, decree, closure",
            "Gericht, Dekret, Abschluss",
        ),
        help: phrase(
            "Fallimenti, concordati e altre procedure davanti al tribunale. Una procedura cambia il modo di riscuotere i debiti, le sanzioni \
             civili ridotte (art. 116 L. 388/2000) e le regole del DURC (art. 5 DM 30/1/2015, modificato dal DM 23/2/2016): i debiti più vecchi non \
             contano con l'esercizio provvisorio, dal giorno in cui è autorizzato, o il concordato con continuità, dalla pubblicazione della \
             domanda. È il giorno dal quale l'attività prosegue; dove manca, non risulta.",
            "Bankruptcies, compositions and other procedures before the court. A procedure changes how debts are collected, the reduced \
             civil sanctions (art. 116 L. 388/2000) and the rules of the DURC (art. 5 DM 30/1/2015, as amended by DM 23/2/2016): older debts do not \
             count under a provisional operation, from the day it is authorised, or a composition with continuity, from the publication of the \
             application. That is the day since which the business goes on; where it is missing, the archive does not say.",
            "Konkurse, Ausgleiche und andere Verfahren vor Gericht. Ein Verfahren ändert die Einhebung der Schulden, die herabgesetzten \
             Zivilstrafen (Art. 116 G. 388/2000) und die Regeln des DURC (Art. 5 DM 30.1.2015, geändert durch DM 23.2.2016): ältere Schulden \
             zählen nicht bei einer vorläufigen Weiterführung, ab dem Tag der Ermächtigung, oder einem Ausgleich mit Betriebsfortführung, ab der \
             Veröffentlichung des Antrags. Das ist der Tag, seit dem der Betrieb weiterläuft; fehlt er, sagt es das Archiv nicht.",
        ),
        source: labels::REGISTER_FEED,
        empty: phrase(
            "Nessuna procedura concorsuale.",
            "No insolvency procedure.",
            "Kein Insolvenzverfahren.",
        ),
    },
    fields: &[
        Field::new(
            "register_number",
            Kind::Number(30),
            phrase("Numero di registro", "Register number", "Registernummer"),
        )
        .required(),
        Field::new("kind", Kind::Code(KINDS), phrase("Procedura", "Procedure", "Verfahren"))
            .required()
            .role(FieldRole::Title)
            .filter(),
        labels::state(STATES),
        Field::new("court", Kind::Text(120), phrase("Tribunale", "Court", "Gericht")).required(),
        Field::new(
            "register_date",
            Kind::Day,
            phrase("Iscritta il", "Registered on", "Eingetragen am"),
        )
        .detail(),
        Field::new("decreed", Kind::Day, phrase("Decreto del", "Decree of", "Dekret vom"))
            .required()
            .role(FieldRole::Date)
            .filter(),
        Field::new("confirmed", Kind::Day, phrase("Omologa del", "Confirmed on", "Bestätigt am")),
        Field::new("revoked", Kind::Day, phrase("Revoca del", "Revoked on", "Widerrufen am"))
            .detail(),
        Field::new("closed", Kind::Day, phrase("Chiusura del", "Closed on", "Abgeschlossen am")),
        Field::new(
            "continued",
            Kind::Day,
            phrase(
                "L'attività prosegue dal",
                "The business goes on since",
                "Der Betrieb läuft weiter seit",
            ),
        ),
        Field::new(
            "continued_to",
            Kind::Day,
            phrase("Attività proseguita fino al", "It went on until", "Er lief weiter bis"),
        )
        .detail(),
    ],
    key: &["register_number"],
    order: Order::descending("decreed"),
    spans: &[("decreed", "closed"), ("continued", "continued_to")],
};
