//! Comparison DM10 – O1/M (M24): wages declared monthly against wages declared for each worker.

use crate::auth::Resource;
use crate::sections::common::labels;
use crate::sections::{Code, Field, FieldRole, Kind, Order, Section, Source, Tone, Words, phrase};

/// What became of a difference.
const STATES: &[Code] = &[
    Code::toned("congruente", phrase("Congruente", "Consistent", "Übereinstimmend"), Tone::Green),
    Code::toned(
        "da_verificare",
        phrase("Da verificare", "To be checked", "Zu prüfen"),
        Tone::Orange,
    ),
    Code::toned("addebitata", phrase("Addebitata", "Charged", "Angelastet"), Tone::Red),
    Code::new("chiarita", phrase("Chiarita", "Explained", "Geklärt")),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "confronto-dm10-o1m",
    number: 24,
    row: "M24",
    resource: Resource::Contributions,
    source: Source::Feed,
    words: Words {
        title: phrase("Confronto DM10 – O1/M", "Comparison DM10 – O1/M", "Vergleich DM10 – O1/M"),
        short: phrase(
            "Retribuzioni a confronto, anno per anno",
            "Wages compared, year by year",
            "Löhne im Vergleich, Jahr für Jahr",
        ),
        help: phrase(
            "Le retribuzioni di un anno, contate due volte: la somma dei DM mensili e la somma dei dati dei singoli lavoratori (un tempo il \
             modello O1/M, oggi l'UniEmens individuale). Se non coincidono di solito manca un lavoratore o un mese. Una differenza non \
             spiegata può diventare un addebito (Msg 23688/2006).",
            "The wages of a year, counted twice: the sum of the monthly DMs and the sum of the single workers' data (once form O1/M, now the \
             individual UniEmens). Where they do not meet, a worker or a month is mostly missing. A difference left unexplained may become a \
             charge (Msg 23688/2006).",
            "Die Löhne eines Jahres, zweimal gezählt: die Summe der monatlichen DM und die Summe der Daten der einzelnen Arbeitnehmer \
             (früher Vordruck O1/M, heute das individuelle UniEmens). Stimmen sie nicht überein, fehlt meist ein Arbeitnehmer oder ein \
             Monat. Eine ungeklärte Differenz kann zu einer Anlastung führen (Mitteilung 23688/2006).",
        ),
        source: phrase(
            "Confronto annuale fatto dall'Istituto sulle denunce.",
            "The institute's yearly comparison of the returns.",
            "Jährlicher Vergleich der Meldungen durch das Institut.",
        ),
        empty: phrase(
            "Nessun anno confrontato finora.",
            "No year has been compared so far.",
            "Bisher wurde kein Jahr verglichen.",
        ),
    },
    fields: &[
        Field::new("year", Kind::Year, phrase("Anno", "Year", "Jahr"))
            .required()
            .role(FieldRole::Title)
            .filter(),
        labels::matricola().required(),
        labels::state(STATES),
        Field::new(
            "dm_wages",
            Kind::Euro,
            phrase("Retribuzioni DM10", "Wages, DM10", "Löhne laut DM10"),
        )
        .required(),
        Field::new(
            "individual_wages",
            Kind::Euro,
            phrase("Retribuzioni O1/M", "Wages, O1/M", "Löhne laut O1/M"),
        )
        .required(),
        Field::new("difference", Kind::Euro, labels::DIFFERENCE)
            .required()
            .role(FieldRole::Amount)
            .filter(),
        Field::new(
            "dm_workers",
            Kind::Count,
            phrase("Lavoratori DM10", "Workers, DM10", "Arbeitnehmer laut DM10"),
        ),
        Field::new(
            "individual_workers",
            Kind::Count,
            phrase("Lavoratori O1/M", "Workers, O1/M", "Arbeitnehmer laut O1/M"),
        ),
        Field::new("compared", Kind::Day, phrase("Confrontato il", "Compared on", "Verglichen am"))
            .role(FieldRole::Date),
        Field::new("note", Kind::Text(300), labels::NOTE).detail(),
    ],
    key: &["year", "matricola"],
    order: Order::descending("year"),
    spans: &[],
};
