//! Credits and defaults (M20): what the company owes beyond its current returns, and what it is owed.

use crate::auth::Resource;
use crate::sections::FieldRole::{Amount, Date, Status, Title};
use crate::sections::{Code, Field, Kind, Link, Order, Section, Source, Tone, Words, phrase};

/// Credits and defaults.
pub static SECTION: Section = Section {
    slug: "crediti",
    number: 20,
    row: "M20",
    resource: Resource::Contributions,
    source: Source::Feed,
    words: Words {
        title: phrase("Crediti e inadempienze", "Credits and defaults", "Guthaben und Rückstände"),
        short: phrase(
            "Somme da pagare o da recuperare",
            "Sums owed or to be recovered",
            "Geschuldete oder zurückzuholende Beträge",
        ),
        help: phrase(
            "Qui trovi ciò che risulta non pagato (inadempienze) e ciò che ti spetta (crediti), mese per mese. Una denuncia non pagata \
             passa al recupero crediti e, se resta scoperta, diventa un avviso di addebito con valore di titolo esecutivo \
             (art. 30 D.L. 78/2010). Le sanzioni civili seguono l'art. 116, comma 8, L. 388/2000.",
            "Here is what turns out unpaid (defaults) and what you are owed (credits), month by month. An unpaid return goes to debt \
             recovery and, if it stays open, becomes a charge notice that can be enforced (art. 30 D.L. 78/2010). Civil sanctions \
             follow art. 116 paragraph 8 L. 388/2000.",
            "Hier steht, was unbezahlt ist (Rückstände) und was Ihnen zusteht (Guthaben), Monat für Monat. Eine unbezahlte Meldung geht \
             an die Einbringung und wird, bleibt sie offen, zum vollstreckbaren Belastungsbescheid (Art. 30 D.L. 78/2010). Die zivilen \
             Sanktionen folgen Art. 116 Absatz 8 L. 388/2000.",
        ),
        source: phrase(
            "Archivio recupero crediti dell'Istituto",
            "The institute's debt recovery archive",
            "Archiv der Krediteintreibung des Instituts",
        ),
        empty: phrase(
            "Nessun credito e nessuna inadempienza: non risultano somme aperte.",
            "No credits and no defaults: no sums are open.",
            "Weder Guthaben noch Rückstände: keine offenen Beträge.",
        ),
    },
    fields: &[
        Field::new("id", Kind::Number(40), phrase("Numero", "Number", "Nummer"))
            .required()
            .detail(),
        Field::new("kind", Kind::Code(KINDS), phrase("Tipo", "Kind", "Art"))
            .required()
            .role(Title)
            .filter(),
        Field::new(
            "matricola",
            Kind::Matricola,
            phrase("Matricola", "Matricola", "Matrikelnummer"),
        )
        .filter(),
        Field::new("competence_from", Kind::Month, phrase("Dal mese", "From month", "Von Monat"))
            .required()
            .filter()
            .link(Link::Declaration),
        Field::new("competence_to", Kind::Month, phrase("Al mese", "To month", "Bis Monat"))
            .link(Link::Payments),
        Field::new("phase", Kind::Code(PHASES), phrase("Fase", "Phase", "Phase"))
            .required()
            .role(Status)
            .filter(),
        Field::new("contributions", Kind::Euro, phrase("Contributi", "Contributions", "Beiträge"))
            .required(),
        Field::new("sanctions", Kind::Euro, phrase("Sanzioni", "Sanctions", "Sanktionen")),
        Field::new("interest", Kind::Euro, phrase("Interessi", "Interest", "Zinsen")).detail(),
        Field::new("paid", Kind::Euro, phrase("Pagato", "Paid", "Bezahlt")),
        Field::new("residual", Kind::Euro, phrase("Residuo", "Residual", "Restbetrag"))
            .required()
            .role(Amount)
            .filter(),
        Field::new(
            "since",
            Kind::Day,
            phrase("In questa fase dal", "In this phase since", "In dieser Phase seit"),
        ),
        Field::new(
            "deadline",
            Kind::Day,
            phrase("Prossima scadenza", "Next deadline", "Nächste Frist"),
        )
        .role(Date)
        .filter(),
        Field::new(
            "durc",
            Kind::Flag,
            phrase("Incide sul DURC", "Counts for the DURC", "Zählt für das DURC"),
        )
        .filter(),
        Field::new(
            "origin",
            Kind::Text(200),
            phrase("Documento di origine", "Document of origin", "Ursprungsdokument"),
        )
        .detail(),
    ],
    key: &["id"],
    order: Order::descending("competence_from"),
    spans: &[("competence_from", "competence_to")],
};

/// Grounds of charge (Msg INPS 23688/2006, 21097/2008; Circ. 168/2010) and their negative counterpart.
static KINDS: &[Code] = &[
    Code::new(
        "denuncia_insoluta",
        phrase("Denuncia non pagata", "Unpaid return", "Unbezahlte Meldung"),
    ),
    Code::new(
        "sanzioni_regolarizzazione",
        phrase(
            "Sanzioni su regolarizzazione",
            "Sanctions on regularisation",
            "Sanktionen auf Nachmeldung",
        ),
    ),
    Code::new(
        "nota_rettifica",
        phrase("Nota di rettifica attiva", "Rectification notice", "Berichtigungsbescheid"),
    ),
    Code::new(
        "confronto_retribuzioni",
        phrase("Confronto delle retribuzioni", "Comparison of wages", "Lohnvergleich"),
    ),
    Code::new(
        "verbale_inps",
        phrase("Verbale ispettivo INPS", "Inspection report, INPS", "Prüfbericht INPS"),
    ),
    Code::new(
        "verbale_altri",
        phrase("Verbale di altro ente", "Report of another body", "Bericht anderer Stelle"),
    ),
    Code::new(
        "denuncia_lavoratore",
        phrase("Denuncia di un lavoratore", "Report by a worker", "Anzeige eines Arbeitnehmers"),
    ),
    Code::new("credito", phrase("Credito disponibile", "Credit available", "Verfügbares Guthaben")),
];

/// The way of a debt from the missing payment to forced collection (art. 30 D.L. 78/2010), and how it ends.
static PHASES: &[Code] = &[
    Code::toned("aperta", phrase("Aperta", "Open", "Offen"), Tone::Orange),
    Code::toned("insoluto", phrase("Insoluto", "Unpaid", "Unbezahlt"), Tone::Red),
    Code::toned(
        "recupero_crediti",
        phrase("Recupero crediti", "Debt recovery", "Einbringung"),
        Tone::Red,
    ),
    Code::toned(
        "avviso_bonario",
        phrase("Avviso bonario", "Friendly reminder", "Gütliche Mahnung"),
        Tone::Orange,
    ),
    Code::toned(
        "avviso_addebito",
        phrase("Avviso di addebito", "Charge notice", "Belastungsbescheid"),
        Tone::Red,
    ),
    Code::toned(
        "affidata",
        phrase("Affidata alla riscossione", "With the collector", "Beim Einbringer"),
        Tone::Red,
    ),
    Code::toned(
        "contestazione",
        phrase("In contestazione", "Contested", "Angefochten"),
        Tone::Blue,
    ),
    Code::toned("rateizzata", phrase("Rateizzata", "In instalments", "In Raten"), Tone::Blue),
    Code::toned("sospesa", phrase("Sospesa", "Suspended", "Ausgesetzt"), Tone::Blue),
    Code::toned(
        "disponibile",
        phrase("Credito da usare", "Credit to use", "Guthaben nutzbar"),
        Tone::Green,
    ),
    Code::toned("pagata", phrase("Pagata", "Paid", "Bezahlt"), Tone::Green),
    Code::toned("sgravata", phrase("Sgravata", "Discharged", "Entlastet"), Tone::Green),
    Code::new("prescritta", phrase("Prescritta", "Time-barred", "Verjährt")),
    Code::new("usata", phrase("Credito usato", "Credit used", "Guthaben genutzt")),
];
