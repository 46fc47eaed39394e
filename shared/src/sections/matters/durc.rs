//! Checks of regularity (M40): the DURC documents issued, and the invitations to regularise.

use crate::auth::Resource;
use crate::sections::common::labels;
use crate::sections::{Code, Field, FieldRole, Kind, Order, Section, Source, Tone, Words, phrase};

/// How a check ended, or stands.
const STATES: &[Code] = &[
    Code::toned("regolare", phrase("Regolare", "Regular", "In Ordnung"), Tone::Green),
    Code::toned(
        "invito",
        phrase("Invito a regolarizzare", "Invited to regularise", "Zur Behebung aufgefordert"),
        Tone::Orange,
    ),
    Code::new(
        "regolarizzato",
        phrase("Regolarizzato", "Regularised", "Nachträglich in Ordnung gebracht"),
    ),
    Code::toned("irregolare", phrase("Irregolare", "Irregular", "Nicht in Ordnung"), Tone::Red),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "durc",
    number: 51,
    row: "M40",
    resource: Resource::Contributions,
    source: Source::Feed,
    words: Words {
        title: phrase("DURC", "DURC", "DURC"),
        short: phrase(
            "Documenti di regolarità e inviti",
            "Certificates of regularity and invitations",
            "Ordnungsbescheinigungen und Aufforderungen",
        ),
        help: phrase(
            "Le verifiche della regolarità contributiva. Un documento regolare vale 120 giorni. Se manca qualcosa l'Istituto manda con la PEC un \
             invito: chi regolarizza entro 15 giorni resta regolare (DM 30/1/2015).",
            "The checks of regularity. A regular document is valid for 120 days. If something is missing the institute sends an invitation by \
             certified e-mail: whoever puts it right within 15 days stays regular (DM 30/1/2015).",
            "Die Überprüfungen der Beitragslage. Eine Bescheinigung gilt 120 Tage. Fehlt etwas, sendet das Institut mit PEC eine \
             Aufforderung: Wer binnen 15 Tagen in Ordnung bringt, bleibt in Ordnung (DM 30.1.2015).",
        ),
        source: phrase(
            "Archivio del DURC on line dell'Istituto.",
            "The institute's archive of DURC on line.",
            "Archiv des DURC on line des Instituts.",
        ),
        empty: phrase(
            "Nessuna verifica della regolarità negli archivi.",
            "No check of regularity on file.",
            "Keine Überprüfung vorhanden.",
        ),
    },
    fields: &[
        Field::new("protocol", Kind::Number(40), phrase("Protocollo", "Protocol", "Protokoll"))
            .required()
            .role(FieldRole::Title),
        labels::state(STATES),
        Field::new("checked", Kind::Day, phrase("Verificato il", "Checked on", "Überprüft am"))
            .required()
            .role(FieldRole::Date)
            .filter(),
        Field::new("issued", Kind::Day, phrase("Rilasciato il", "Issued on", "Ausgestellt am")),
        Field::new("expires", Kind::Day, phrase("Valido fino al", "Valid until", "Gültig bis")),
        Field::new("invited", Kind::Day, phrase("Invito del", "Invited on", "Aufgefordert am")),
        Field::new("open", Kind::Euro, phrase("Somme aperte", "Open sums", "Offene Beträge"))
            .role(FieldRole::Amount)
            .not_negative(),
        Field::new(
            "requester",
            Kind::Text(120),
            phrase("Chiesto da", "Asked for by", "Angefragt von"),
        )
        .detail(),
    ],
    key: &["protocol"],
    order: Order::descending("checked"),
    spans: &[("checked", "invited"), ("issued", "expires")],
};
