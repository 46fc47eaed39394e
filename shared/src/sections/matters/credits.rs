//! Credits and defaults (M20): what the company owes beyond its current returns, and what it is owed.

use crate::auth::Resource;
use crate::sections::FieldRole::{Amount, Date, Status, Title};
use crate::sections::common::codes::{NOTICES, SCHEMES};
use crate::sections::common::labels;
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
            "Ciò che risulta non pagato (inadempienze) e ciò che ti spetta (crediti), mese per mese. Una denuncia non pagata passa fra gli \
             insoluti, dieci giorni dopo al recupero crediti (Msg 21097/2008), poi arriva un avviso bonario e, se resta scoperta, un avviso di \
             addebito che è titolo esecutivo (art. 30 DL 78/2010). Le sanzioni civili seguono l'art. 116, c. 8, L. 388/2000. Fino a 150 euro \
             per gestione il DURC resta regolare (DM 30/1/2015).",
            "What turns out unpaid (defaults) and what you are owed (credits), month by month. An unpaid return goes to the unpaid archive, ten \
             days later to debt recovery (Msg 21097/2008); then comes a friendly reminder and, if it stays open, a debit notice that can be \
             enforced (art. 30 DL 78/2010). Civil sanctions follow art. 116 par. 8 L. 388/2000. Up to 150 euro a scheme the DURC stays in \
             order (DM 30/1/2015).",
            "Was unbezahlt ist (Rückstände) und was Ihnen zusteht (Guthaben), Monat für Monat. Eine unbezahlte Meldung gilt zuerst als \
             offen, geht zehn Tage später an die Einbringung (Mitteilung 21097/2008); dann kommt eine gütliche Zahlungsaufforderung und, \
             bleibt sie offen, ein vollstreckbarer Belastungsbescheid (Art. 30 GD 78/2010). Die Zivilstrafen folgen Art. 116 Abs. 8 \
             G. 388/2000. Bis 150 Euro je Verwaltung bleibt der DURC in Ordnung (DM 30.1.2015).",
        ),
        source: phrase(
            "Archivio del recupero crediti dell'Istituto.",
            "The institute's archive of debt recovery.",
            "Archiv der Einbringung des Instituts.",
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
        Field::new("kind", Kind::Code(KINDS), labels::KIND).required().role(Title).filter(),
        labels::matricola(),
        Field::new("competence_from", Kind::Month, labels::FIRST_MONTH)
            .required()
            .filter()
            .link(Link::Declaration),
        Field::new("competence_to", Kind::Month, labels::LAST_MONTH).link(Link::Payments),
        Field::new("phase", Kind::Code(PHASES), phrase("Fase", "Phase", "Phase"))
            .required()
            .role(Status)
            .filter(),
        Field::new("contributions", Kind::Euro, labels::CONTRIBUTIONS)
            .required()
            .negative_where("kind", CREDITS),
        Field::new("sanctions", Kind::Euro, labels::SANCTIONS).not_negative(),
        Field::new("interest", Kind::Euro, phrase("Interessi", "Interest", "Zinsen"))
            .detail()
            .not_negative(),
        Field::new("paid", Kind::Euro, labels::PAID).negative_where("kind", CREDITS),
        Field::new("residual", Kind::Euro, labels::RESIDUAL)
            .required()
            .role(Amount)
            .filter()
            .negative_where("kind", CREDITS),
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
        Field::new("durc", Kind::Flag, labels::DURC).filter(),
        Field::new(
            "origin",
            Kind::Text(200),
            phrase("Documento di origine", "Document it comes from", "Ursprungsdokument"),
        )
        .detail(),
        Field::new(
            "notice",
            Kind::Number(30),
            phrase("Nota di rettifica", "Rectification notice", "Berichtigungsmitteilung"),
        )
        .detail()
        .link(Link::Records(NOTICES)),
        Field::new(
            "roll_entry",
            Kind::Number(30),
            phrase("Avviso di addebito", "Debit notice", "Belastungsbescheid"),
        )
        .detail()
        .link(Link::Records(super::roll::ROLL)),
        Field::new("scheme", Kind::Code(SCHEMES), labels::SCHEME).detail().filter(),
    ],
    key: &["id"],
    order: Order::descending("competence_from"),
    spans: &[("competence_from", "competence_to")],
};

/// The kind of what the institute owes the company.
const CREDIT: &str = "credito";
/// The kind of what another public body owes it and has certified (art. 13-bis DL 52/2012, DM 13/3/2013): the DURC sets it against what is
/// owed.
const CERTIFIED: &str = "credito_certificato";
/// What the company is owed: the amounts are below zero.
const CREDITS: &[&str] = &[CREDIT, CERTIFIED];

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
            "Zivilstrafen auf Nachmeldung",
        ),
    ),
    Code::new(
        "nota_rettifica",
        phrase("Nota di rettifica attiva", "Rectification notice", "Berichtigungsmitteilung"),
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
    Code::new(CREDIT, phrase("Credito disponibile", "Credit available", "Verfügbares Guthaben")),
    Code::new(
        CERTIFIED,
        phrase(
            "Credito certificato verso la PA",
            "Certified credit towards a public body",
            "Bescheinigte Forderung an die öffentliche Verwaltung",
        ),
    ),
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
        phrase("Avviso bonario", "Friendly reminder", "Gütliche Zahlungsaufforderung"),
        Tone::Orange,
    ),
    Code::toned(
        "avviso_addebito",
        phrase("Avviso di addebito", "Debit notice", "Belastungsbescheid"),
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
        "compensazione",
        phrase("In compensazione", "Being set off", "In Verrechnung"),
        Tone::Blue,
    ),
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
