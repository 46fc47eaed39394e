//! Comparison DM10 – O1/M (M24): wages declared monthly against wages declared for each worker.

use crate::auth::Resource;
use crate::money::Euro;
use crate::sections::common::labels;
use crate::sections::{
    Cells, Code, Field, FieldRole, Kind, Order, Section, Source, Tone, Words, phrase,
};

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

/// What a year is counted by, twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Wages, in cents.
    Wages,
    /// Workers.
    Workers,
}

impl Measure {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Wages, Self::Workers];

    /// What a record says of it: by the DM10 and by the individual data; nothing unless both are told.
    pub fn of(self, cells: &Cells) -> Option<(i64, i64)> {
        let said = |name: &str| {
            let (place, _) = SECTION.field(name)?;
            let text = cells.get(place)?.as_deref()?;
            match self {
                Self::Wages => Euro::parse(text).ok().map(Euro::cents),
                Self::Workers => text.parse().ok(),
            }
        };
        match self {
            Self::Wages => Some((said("dm_wages")?, said("individual_wages")?)),
            Self::Workers => Some((said("dm_workers")?, said("individual_workers")?)),
        }
    }

    /// Whether the two counts of a record are not the same.
    pub fn differs(self, cells: &Cells) -> bool {
        self.of(cells).is_some_and(|(dm, individual)| dm != individual)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_differs_where_its_two_counts_do() {
        let record = |wages: &str, workers: Option<&str>| -> Cells {
            let said = |name: &str| match name {
                "dm_wages" => Some("1000.50".to_owned()),
                "individual_wages" => Some(wages.to_owned()),
                "dm_workers" => Some("12".to_owned()),
                "individual_workers" => workers.map(str::to_owned),
                _ => None,
            };
            SECTION.fields.iter().map(|field| said(field.name)).collect()
        };
        let differs = |cells: Cells| Measure::ALL.map(|measure| measure.differs(&cells));
        assert_eq!(differs(record("1000.50", Some("12"))), [false, false]);
        assert_eq!(differs(record("900.50", Some("12"))), [true, false]);
        assert_eq!(differs(record("1000.50", Some("13"))), [false, true]);
        // What only one of them says is no difference.
        assert_eq!(differs(record("1000.50", None)), [false, false]);
        let cells = record("900.50", Some("11"));
        assert_eq!(Measure::Wages.of(&cells), Some((1_000_50, 900_50)));
        assert_eq!(Measure::Workers.of(&cells), Some((12, 11)));
    }
}
