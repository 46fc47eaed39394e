//! The institute's offices, as data.

use core::fmt::{Display, Formatter, Result as FmtResult};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::fiscal::{Ascii, FiscalError, Matricola};
use crate::parsed;

/// The code of an office, four digits: `7010`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(inline, extend("pattern" = "^[0-9]{4}$"))
)]
pub struct OfficeCode(#[cfg_attr(feature = "openapi", schemars(with = "String"))] Ascii<4>);

impl OfficeCode {
    /// The code that four digits write, whether or not [`ALL`] knows it.
    ///
    /// # Errors
    /// The [`FiscalError`] that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, FiscalError> {
        Ascii::digits(text, &[]).map(Self)
    }

    /// The code of a number up to 9999.
    pub const fn from_number(number: u16) -> Option<Self> {
        if number > 9999 { None } else { Some(Self(Ascii::from_number(number as u64))) }
    }

    /// The four digits.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The code as a number, for keys and tables.
    pub fn number(self) -> u16 {
        self.0.bytes().iter().fold(0, |number, digit| number * 10 + u16::from(digit - b'0'))
    }
}

impl Display for OfficeCode {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        formatter.write_str(self.as_str())
    }
}

impl Serialize for OfficeCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for OfficeCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed::deserialize(deserializer, "an office code of four digits", Self::parse)
    }
}

/// An office of the institute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Office {
    /// Its code.
    pub code: OfficeCode,
    /// Its name, the municipality first.
    pub name: &'static str,
    /// Whether contributions can be paid to it by F24; agencies, whose codes end in 90 and above,
    /// usually take none.
    pub takes_contributions: bool,
}

const fn office(number: u64, name: &'static str) -> Office {
    Office { code: OfficeCode(Ascii::from_number(number)), name, takes_contributions: true }
}

const fn agency(number: u64, name: &'static str) -> Office {
    Office { code: OfficeCode(Ascii::from_number(number)), name, takes_contributions: false }
}

/// The office of a code, if it is known.
pub fn by_code(code: OfficeCode) -> Option<&'static Office> {
    ALL.binary_search_by_key(&code, |office| office.code).ok().and_then(|at| ALL.get(at))
}

/// The office where a position was opened: the prefix of its matricola and `00`. A register that
/// names the competent office is to be believed before this.
pub fn office_of(matricola: &Matricola) -> OfficeCode {
    OfficeCode(Ascii::from_number(u64::from(matricola.office_prefix()) * 100))
}

/// Every known office in the order of the codes, from the Revenue Agency's table of F24 offices.
pub const ALL: &[Office] = &[
    office(100, "Agrigento"),
    office(101, "Sciacca"),
    office(200, "Alessandria"),
    office(300, "Ancona"),
    agency(391, "Jesi"),
    office(400, "Aosta"),
    office(500, "Arezzo"),
    office(600, "Ascoli Piceno"),
    agency(690, "Fermo"),
    office(700, "Asti"),
    office(800, "Avellino"),
    office(900, "Bari"),
    office(901, "Andria"),
    office(1000, "Belluno"),
    office(1100, "Benevento"),
    office(1200, "Bergamo"),
    office(1300, "Bologna"),
    office(1301, "Imola"),
    office(1400, "Bolzano"),
    office(1500, "Brescia"),
    office(1600, "Brindisi"),
    office(1700, "Cagliari"),
    office(1701, "Iglesias"),
    office(1800, "Caltanissetta"),
    office(1900, "Campobasso"),
    office(2000, "Caserta"),
    office(2001, "Aversa"),
    office(2100, "Catania"),
    agency(2190, "Caltagirone"),
    office(2200, "Catanzaro"),
    office(2201, "Lamezia Terme"),
    office(2202, "Vibo Valentia"),
    office(2203, "Crotone"),
    office(2300, "Chieti"),
    office(2400, "Como"),
    office(2401, "Lecco"),
    office(2500, "Cosenza"),
    office(2501, "Rossano"),
    office(2600, "Cremona"),
    office(2700, "Cuneo"),
    agency(2791, "Alba"),
    office(2800, "Enna"),
    office(2900, "Ferrara"),
    office(3000, "Firenze"),
    office(3001, "Prato"),
    agency(3090, "Empoli"),
    office(3100, "Foggia"),
    office(3200, "Forlì"),
    office(3201, "Rimini"),
    agency(3290, "Cesena"),
    office(3300, "Frosinone"),
    office(3301, "Cassino"),
    office(3400, "Genova"),
    office(3500, "Gorizia"),
    office(3600, "Grosseto"),
    office(3700, "Imperia"),
    office(3800, "L'Aquila"),
    office(3801, "Sulmona"),
    office(3802, "Avezzano"),
    office(3900, "La Spezia"),
    office(4000, "Latina"),
    office(4100, "Lecce"),
    office(4101, "Casarano"),
    office(4200, "Livorno"),
    office(4300, "Lucca"),
    office(4400, "Macerata"),
    office(4500, "Mantova"),
    office(4600, "Massa Carrara"),
    office(4700, "Matera"),
    office(4800, "Messina"),
    agency(4894, "Milazzo"),
    office(4900, "Milano"),
    office(4901, "Monza"),
    office(4902, "Milano Nord"),
    office(4903, "Milano Missori"),
    office(4904, "Milano Fiori"),
    office(4905, "Milano Corvetto"),
    office(4908, "Legnano"),
    office(4909, "Seregno"),
    office(4927, "Lodi"),
    office(4955, "Sesto San Giovanni"),
    agency(4995, "Desio"),
    office(5000, "Modena"),
    office(5100, "Napoli"),
    office(5101, "Castellammare"),
    office(5102, "Nola"),
    office(5103, "Napoli Arzano"),
    office(5104, "Napoli Soccavo"),
    office(5105, "Napoli Vomero"),
    office(5106, "Pozzuoli"),
    office(5200, "Novara"),
    agency(5290, "Verbano-Cusio-Ossola"),
    office(5300, "Nuoro"),
    office(5400, "Padova"),
    office(5500, "Palermo"),
    office(5600, "Parma"),
    office(5700, "Pavia"),
    office(5800, "Perugia"),
    office(5900, "Pesaro"),
    office(6000, "Pescara"),
    office(6100, "Piacenza"),
    office(6200, "Pisa"),
    office(6300, "Pistoia"),
    office(6400, "Potenza"),
    office(6500, "Ragusa"),
    office(6600, "Ravenna"),
    office(6700, "Reggio Calabria"),
    office(6800, "Reggio Emilia"),
    office(6900, "Rieti"),
    office(7000, "Roma"),
    office(7001, "Roma Eur"),
    office(7002, "Roma Monteverde"),
    office(7003, "Roma Ostia"),
    office(7004, "Roma Montesacro"),
    office(7005, "Roma Centro"),
    office(7006, "Civitavecchia"),
    office(7009, "Roma Casilino Prenestino"),
    office(7010, "Roma Tuscolano"),
    office(7012, "Roma Aurelio"),
    office(7013, "Roma Tiburtino"),
    office(7014, "Roma Flaminio"),
    office(7015, "Pomezia"),
    office(7100, "Rovigo"),
    office(7200, "Salerno"),
    office(7201, "Nocera Inferiore"),
    office(7202, "Battipaglia"),
    office(7300, "Sassari"),
    office(7400, "Savona"),
    office(7500, "Siena"),
    office(7600, "Siracusa"),
    office(7601, "Noto"),
    office(7700, "Sondrio"),
    office(7800, "Taranto"),
    office(7900, "Teramo"),
    office(8000, "Terni"),
    office(8100, "Torino"),
    office(8101, "Moncalieri"),
    office(8102, "Ivrea"),
    office(8103, "Torino Nord e Sud"),
    office(8105, "Pinerolo"),
    office(8106, "Collegno"),
    office(8110, "Torino Lingotto"),
    office(8200, "Trapani"),
    office(8300, "Trento"),
    office(8400, "Treviso"),
    agency(8490, "Conegliano"),
    office(8500, "Trieste"),
    office(8600, "Udine"),
    office(8700, "Varese"),
    agency(8790, "Busto Arsizio"),
    office(8800, "Venezia"),
    office(8801, "San Donà di Piave"),
    office(8900, "Vercelli"),
    office(8901, "Biella"),
    office(9000, "Verona"),
    office(9100, "Vicenza"),
    office(9200, "Viterbo"),
    office(9300, "Pordenone"),
    office(9400, "Isernia"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> OfficeCode {
        OfficeCode::parse(text).unwrap()
    }

    #[test]
    fn the_table_is_in_order_and_each_office_is_found() {
        assert!(ALL.windows(2).all(|pair| matches!(pair, [a, b] if a.code < b.code)));
        for office in ALL {
            assert_eq!(by_code(office.code), Some(office));
            assert_eq!(OfficeCode::parse(office.code.as_str()), Ok(office.code));
            assert_eq!(OfficeCode::from_number(office.code.number()), Some(office.code));
            assert!(!office.name.is_empty());
        }
        assert_eq!(by_code(code("9999")), None);
    }

    #[test]
    fn offices_that_are_easily_mistaken() {
        for (number, name) in [
            ("8000", "Terni"),
            ("8100", "Torino"),
            ("7010", "Roma Tuscolano"),
            ("0100", "Agrigento"),
        ] {
            assert_eq!(by_code(code(number)).unwrap().name, name);
        }
        assert!(!by_code(code("0391")).unwrap().takes_contributions);
        assert!(by_code(code("4900")).unwrap().takes_contributions);
    }

    #[test]
    fn only_four_digits_are_a_code() {
        assert_eq!(code(" 7010 ").to_string(), "7010");
        assert_eq!(OfficeCode::parse("701"), Err(FiscalError::Length));
        assert_eq!(OfficeCode::parse("70100"), Err(FiscalError::Length));
        assert_eq!(OfficeCode::parse("70A0"), Err(FiscalError::Characters));
        assert_eq!(OfficeCode::from_number(10_000), None);
        assert_eq!(serde_json::to_string(&code("0100")).unwrap(), "\"0100\"");
        assert!(serde_json::from_str::<OfficeCode>("\"1\"").is_err());
    }

    #[test]
    fn a_matricola_names_the_office_that_opened_it() {
        for (matricola, office) in
            [("7012345662", "7000"), ("4912345631", "4900"), ("8100000182", "8100")]
        {
            assert_eq!(office_of(&Matricola::parse(matricola).unwrap()), code(office));
        }
    }
}
