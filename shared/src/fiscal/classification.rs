//! How the institute and the statisticians classify an employer: CSC, CA and ATECO.

use core::fmt::{Display, Formatter, Result as FmtResult};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::ascii::{digit, number};
use super::{Ascii, FiscalError};
use crate::parsed;

/// The codice statistico contributivo: sector (1), class (2) and category (2), art. 49 L. 88/1989.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(inline, extend("pattern" = "^[0-9]{5}$"))
)]
pub struct Csc(#[cfg_attr(feature = "openapi", schemars(with = "String"))] Ascii<5>);

impl Csc {
    /// Reads `70502`, also as printed: `7.05.02`.
    ///
    /// # Errors
    /// The [`FiscalError`] that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, FiscalError> {
        Ascii::number(text, &['.']).map(Self)
    }

    /// The five digits.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The digit of the sector.
    pub fn sector(&self) -> u32 {
        let [sector, ..] = *self.0.bytes();
        digit(sector)
    }

    /// The two digits of the class, without the sector.
    pub fn class(&self) -> u32 {
        let [_, tens, units, ..] = *self.0.bytes();
        number(&[tens, units])
    }

    /// The two digits of the category.
    pub fn category(&self) -> u32 {
        let [.., tens, units] = *self.0.bytes();
        number(&[tens, units])
    }

    /// As printed: `7.05.02`.
    pub fn dotted(&self) -> String {
        format!("{}.{:02}.{:02}", self.sector(), self.class(), self.category())
    }
}

/// A codice di autorizzazione: a digit and a letter that switch a contribution on or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(inline, extend("pattern" = "^[0-9][A-Z]$"))
)]
pub struct Ca(#[cfg_attr(feature = "openapi", schemars(with = "String"))] Ascii<2>);

impl Ca {
    /// Reads `0J`.
    ///
    /// # Errors
    /// The [`FiscalError`] that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, FiscalError> {
        let code = Ascii::alphanumerics(text, &[])?;
        match code.bytes() {
            [b'0'..=b'9', b'A'..=b'Z'] => Ok(Self(code)),
            _ => Err(FiscalError::Characters),
        }
    }

    /// Reads the codes of a position as registers keep them, one after the other: `0J7N`, `0J 7N`.
    ///
    /// # Errors
    /// The [`FiscalError`] of the first that is none.
    pub fn parse_all(text: &str) -> Result<Vec<Self>, FiscalError> {
        let characters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
        characters.chunks(2).map(|pair| Self::parse(&pair.iter().collect::<String>())).collect()
    }

    /// The digit and the letter.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// An ATECO code of economic activity, six digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(inline, extend("pattern" = "^[0-9]{6}$"))
)]
pub struct Ateco(#[cfg_attr(feature = "openapi", schemars(with = "String"))] Ascii<6>);

impl Ateco {
    /// Reads `561011`, also as printed: `56.10.11`.
    ///
    /// # Errors
    /// The [`FiscalError`] that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, FiscalError> {
        Ascii::number(text, &['.']).map(Self)
    }

    /// The six digits.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// As printed: `56.10.11`.
    pub fn dotted(&self) -> String {
        let [a, b, c, d, e, f] = self.0.bytes().map(char::from);
        [a, b, '.', c, d, '.', e, f].iter().collect()
    }
}

impl Display for Csc {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        formatter.write_str(self.as_str())
    }
}

impl Display for Ca {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        formatter.write_str(self.as_str())
    }
}

impl Display for Ateco {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        formatter.write_str(self.as_str())
    }
}

impl Serialize for Csc {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for Ca {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for Ateco {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Csc {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed::deserialize(deserializer, "a CSC of five digits", Self::parse)
    }
}

impl<'de> Deserialize<'de> for Ca {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed::deserialize(deserializer, "a CA of a digit and a letter", Self::parse)
    }
}

impl<'de> Deserialize<'de> for Ateco {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed::deserialize(deserializer, "an ATECO code of six digits", Self::parse)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_csc_has_sector_class_and_category() {
        let csc = Csc::parse("7.05.02").unwrap();
        assert_eq!((csc.as_str(), csc.sector(), csc.class(), csc.category()), ("70502", 7, 5, 2));
        assert_eq!(Csc::parse("70502").unwrap().dotted(), "7.05.02");
        assert_eq!(Csc::parse("0000"), Err(FiscalError::Length));
        assert_eq!(Csc::parse("00000"), Err(FiscalError::AllZeros));
        assert_eq!(Csc::parse("7050A"), Err(FiscalError::Characters));
    }

    #[test]
    fn a_ca_is_a_digit_and_a_letter() {
        assert_eq!(Ca::parse("0j").unwrap().as_str(), "0J");
        for text in ["J0", "00", "JJ"] {
            assert_eq!(Ca::parse(text), Err(FiscalError::Characters), "{text}");
        }
        assert_eq!(Ca::parse("0"), Err(FiscalError::Length));
        assert_eq!(Ca::parse(""), Err(FiscalError::Empty));
    }

    #[test]
    fn registers_chain_authorisations() {
        let codes =
            |text| Ca::parse_all(text).map(|all| all.iter().map(ToString::to_string).collect());
        assert_eq!(codes("0J7N"), Ok(vec!["0J".to_owned(), "7N".to_owned()]));
        assert_eq!(codes(" 5b 2H "), Ok(vec!["5B".to_owned(), "2H".to_owned()]));
        assert_eq!(codes(""), Ok(Vec::<String>::new()));
        assert_eq!(codes("0J7"), Err(FiscalError::Length));
        assert_eq!(codes("0JN7"), Err(FiscalError::Characters));
    }

    #[test]
    fn an_ateco_is_printed_in_pairs() {
        assert_eq!(Ateco::parse("56.10.11").unwrap().as_str(), "561011");
        assert_eq!(Ateco::parse("561011").unwrap().dotted(), "56.10.11");
        assert_eq!(Ateco::parse("5610"), Err(FiscalError::Length));
        assert_eq!(serde_json::from_str::<Ateco>("\"561011\"").unwrap().to_string(), "561011");
    }
}
