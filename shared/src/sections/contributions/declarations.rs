//! UniEmens transmitted (M23): derived from the declarations; the detail has a page of its own.

use crate::auth::Resource;
use crate::sections::FieldRole::{Amount, Date, Hidden, Status, Title};
use crate::sections::common::labels;
use crate::sections::{Code, Field, Kind, Link, Order, Section, Source, Tone, Words, phrase};

/// UniEmens transmitted.
pub static SECTION: Section = Section {
    slug: "uniemens",
    number: 23,
    row: "M23",
    resource: Resource::Contributions,
    source: Source::Declarations,
    words: Words {
        title: phrase("UniEmens trasmessi", "UniEmens transmitted", "Übermittelte UniEmens"),
        short: phrase(
            "Le denunce mese per mese",
            "The returns month by month",
            "Die Meldungen Monat für Monat",
        ),
        help: phrase(
            "Ogni mese l'azienda denuncia i lavoratori e i contributi dovuti (art. 44, comma 9, D.L. 269/2003). Dai dati individuali \
             l'Istituto ricostruisce il DM: se quadra con il totale dichiarato è quadrato, altrimenti resta provvisorio \
             (Msg INPS 16252/2010). Una seconda trasmissione dello stesso mese sostituisce la prima: se cambia il dovuto è una \
             regolarizzazione (DM10 VIG), altrimenti una rettifica. Un file scartato non lascia denunce: lo dice il suo rapporto, in Importa.",
            "Every month the company declares its workers and the contributions due (art. 44 paragraph 9 D.L. 269/2003). From the \
             individual data the institute rebuilds the DM: balanced if it meets the declared total, provisional otherwise \
             (Msg INPS 16252/2010). A second transmission of a month takes the place of the first: a regularisation (DM10 VIG) if what is due \
             changes, else a correction. A file that was rejected leaves no return: its report under Import tells why.",
            "Jeden Monat meldet der Betrieb Arbeitnehmer und geschuldete Beiträge (Art. 44 Absatz 9 D.L. 269/2003). Aus den \
             Einzeldaten stellt das Institut das DM wieder her: ausgeglichen, wenn es mit der gemeldeten Summe übereinstimmt, sonst \
             vorläufig (Msg INPS 16252/2010). Eine zweite Übermittlung desselben Monats ersetzt die erste: Ändert sich das Geschuldete, ist sie \
             eine Nachmeldung (DM10 VIG), sonst eine Berichtigung. Eine abgelehnte Datei hinterlässt keine Meldung: Ihr Bericht unter Import \
             sagt, warum.",
        ),
        source: phrase(
            "File UniEmens importati.",
            "UniEmens files imported.",
            "Importierte UniEmens-Dateien.",
        ),
        empty: phrase(
            "Nessuna denuncia trasmessa: i mesi compaiono qui appena arriva un file UniEmens.",
            "No return was transmitted: months appear here as soon as a UniEmens file arrives.",
            "Keine Meldung übermittelt: Monate erscheinen hier, sobald eine UniEmens-Datei eintrifft.",
        ),
    },
    fields: &[
        Field::new("declaration", Kind::Id, phrase("Denuncia", "Return", "Meldung"))
            .required()
            .role(Hidden),
        Field::new(
            "month",
            Kind::Month,
            phrase("Competenza", "Month of competence", "Kompetenzmonat"),
        )
        .required()
        .role(Title)
        .filter()
        .link(Link::Payments),
        labels::matricola(),
        Field::new("kind", Kind::Code(PURPOSES), labels::KIND).filter(),
        Field::new("outcome", Kind::Code(OUTCOMES), phrase("Esito", "Outcome", "Ergebnis"))
            .filter(),
        Field::new(
            "state",
            Kind::Code(STATES),
            phrase("Stato del DM", "State of the DM", "Zustand des DM"),
        )
        .role(Status)
        .filter(),
        Field::new("workers", Kind::Count, labels::WORKERS),
        Field::new("due", Kind::Euro, labels::DUE).role(Amount).filter(),
        Field::new("paid", Kind::Code(PAID), phrase("Pagamento", "Payment", "Zahlung")).filter(),
        Field::new("transmitted", Kind::Moment, phrase("Trasmesso", "Transmitted", "Übermittelt"))
            .role(Date),
        Field::new("protocol", Kind::Text(60), phrase("Protocollo", "Protocol", "Protokoll"))
            .detail(),
        Field::new("scheme", Kind::Code(SCHEMES), labels::SCHEME).required().detail().filter(),
        Field::new("superseded", Kind::Flag, phrase("Sostituita", "Superseded", "Ersetzt"))
            .detail()
            .filter(),
        Field::new("debit", Kind::Euro, phrase("Totale a debito", "Total debit", "Summe Soll"))
            .detail(),
        Field::new("credit", Kind::Euro, phrase("Totale a credito", "Total credit", "Summe Haben"))
            .detail(),
        Field::new(
            "sender",
            Kind::Text(60),
            phrase(
                "Codice fiscale del mittente",
                "Tax code of the sender",
                "Steuernummer des Absenders",
            ),
        )
        .detail(),
        Field::new("sender_name", Kind::Text(405), phrase("Mittente", "Sender", "Absender"))
            .detail(),
        Field::new("file", Kind::Text(405), phrase("File", "File", "Datei")).detail(),
    ],
    key: &["declaration"],
    order: Order::descending("month"),
    spans: &[],
};

static PURPOSES: &[Code] = &[
    Code::new("corrente", phrase("Corrente", "Current", "Laufend")),
    Code::new("regolarizzazione", phrase("Regolarizzazione", "Regularisation", "Nachmeldung")),
    Code::new("rettifica", phrase("Rettifica", "Correction", "Berichtigung")),
];

static OUTCOMES: &[Code] = &[
    Code::toned("accolta", phrase("Accolta", "Accepted", "Angenommen"), Tone::Green),
    Code::toned("con_avvisi", phrase("Con avvisi", "With warnings", "Mit Hinweisen"), Tone::Orange),
    Code::new("sostituita", phrase("Sostituita", "Superseded", "Ersetzt")),
];

static SCHEMES: &[Code] = &[
    Code::new("dipendenti", phrase("Dipendenti", "Employees", "Angestellte")),
    Code::new("collaboratori", phrase("Collaboratori", "Collaborators", "Freie Mitarbeiter")),
];

static STATES: &[Code] = &[
    Code::toned("quadrato", phrase("Quadrato", "Balanced", "Ausgeglichen"), Tone::Green),
    Code::toned("provvisorio", phrase("Provvisorio", "Provisional", "Vorläufig"), Tone::Orange),
    Code::toned(
        "provvisorio_anomalo",
        phrase("Provvisorio anomalo", "Provisional, anomalous", "Vorläufig, anomal"),
        Tone::Red,
    ),
    Code::toned(
        "non_generabile",
        phrase("Non generabile", "Cannot be generated", "Nicht erstellbar"),
        Tone::Red,
    ),
];

/// How a payment stands; also for other sections of contributions.
pub(super) static PAID: &[Code] = &[
    Code::new("niente", phrase("Nulla da versare", "Nothing due", "Nichts geschuldet")),
    Code::toned("pagato", phrase("Versato", "Paid", "Gezahlt"), Tone::Green),
    Code::toned("eccedenza", phrase("Versato in più", "Overpaid", "Zu viel gezahlt"), Tone::Blue),
    Code::toned(
        "parziale",
        phrase("Versato in parte", "Partly paid", "Teilweise gezahlt"),
        Tone::Orange,
    ),
    Code::toned("non_pagato", phrase("Non versato", "Not paid", "Nicht gezahlt"), Tone::Red),
    Code::toned("nei_termini", phrase("Da versare", "To pay", "Zu zahlen"), Tone::Blue),
];
