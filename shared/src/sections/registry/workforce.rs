//! Workforce (M19): employees of each position month by month, declared and certified.

use crate::auth::Resource;
use crate::sections::common::labels;
use crate::sections::{
    Code, Field, FieldRole, Kind, Link, Order, Section, Source, Tone, Words, phrase,
};

/// Whether the figure was certified.
const STATES: &[Code] = &[
    Code::new("dichiarata", phrase("Dichiarata", "Declared", "Gemeldet")),
    Code::toned(
        "da_certificare",
        phrase("Da certificare", "To be certified", "Zu bescheinigen"),
        Tone::Orange,
    ),
    Code::toned("modificata", phrase("Modificata", "Modified", "Geändert"), Tone::Blue),
    Code::toned("certificata", phrase("Certificata", "Certified", "Bescheinigt"), Tone::Green),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "forza-lavoro",
    number: 49,
    row: "M19",
    resource: Resource::Contributions,
    source: Source::Feed,
    words: Words {
        title: phrase("Forza lavoro", "Workforce", "Belegschaft"),
        short: phrase(
            "Dipendenti mese per mese",
            "Employees month by month",
            "Angestellte Monat für Monat",
        ),
        help: phrase(
            "Quanti dipendenti aveva ogni posizione in ogni mese: dichiarati con l'UniEmens, eventualmente modificati, e certificati \
             dall'Istituto. Il numero decide le soglie di 5, 15 e 50 dipendenti e quindi i contributi per la cassa integrazione e il FIS \
             (D.Lgs. 148/2015): una soglia sbagliata è una causa frequente di nota di rettifica.",
            "How many employees each position had in each month: declared by the UniEmens, modified perhaps, and certified by the institute. \
             The number decides the thresholds of 5, 15 and 50 employees and with them the contributions for wage integration and the FIS \
             (D.Lgs. 148/2015): a wrong threshold is a frequent cause of rectification notices.",
            "Wie viele Angestellte jede Position in jedem Monat hatte: mit UniEmens gemeldet, gegebenenfalls geändert und vom Institut \
             bescheinigt. Die Zahl entscheidet über die Schwellen von 5, 15 und 50 Angestellten und damit über die Beiträge für \
             Lohnausgleich und FIS (GvD 148/2015): Eine falsche Schwelle ist eine häufige Ursache von Berichtigungsmitteilungen.",
        ),
        source: phrase(
            "Archivio della forza aziendale dell'Istituto.",
            "The institute's archive of workforces.",
            "Archiv der Belegschaften des Instituts.",
        ),
        empty: phrase(
            "Nessun mese negli archivi: la forza aziendale compare con la prima denuncia.",
            "No month on file: the workforce appears with the first return.",
            "Kein Monat vorhanden: Die Belegschaft erscheint mit der ersten Meldung.",
        ),
    },
    fields: &[
        Field::new("month", Kind::Month, labels::MONTH)
            .required()
            .role(FieldRole::Title)
            .filter()
            .link(Link::Declaration),
        labels::matricola().required(),
        labels::state(STATES),
        Field::new("declared", Kind::Count, phrase("Dichiarati", "Declared", "Gemeldet"))
            .required(),
        Field::new("modified", Kind::Count, phrase("Modificati", "Modified", "Geändert")),
        Field::new("certified", Kind::Count, phrase("Certificati", "Certified", "Bescheinigt"))
            .role(FieldRole::Amount),
        Field::new("on", Kind::Moment, phrase("Aggiornata il", "Updated on", "Aktualisiert am"))
            .detail(),
        Field::new("by", Kind::Text(60), phrase("Aggiornata da", "Updated by", "Aktualisiert von"))
            .detail(),
    ],
    key: &["matricola", "month"],
    order: Order::descending("month"),
    spans: &[],
};
