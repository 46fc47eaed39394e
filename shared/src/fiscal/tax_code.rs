//! A tax code of either kind.

use core::fmt::{Display, Formatter, Result as FmtResult};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{CompanyTaxCode, FiscalError, PersonTaxCode};
use crate::parsed;

/// A tax code: sixteen characters of a person, or eleven digits.
///
/// Eleven digits are a company's, and for a while also those of a person not yet registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(inline, with = "String", extend("pattern" = "^([0-9]{11}|[A-Z0-9]{16})$"))
)]
pub enum TaxCode {
    /// Sixteen characters.
    Person(PersonTaxCode),
    /// Eleven digits.
    Company(CompanyTaxCode),
}

impl TaxCode {
    /// Reads a tax code of either length.
    ///
    /// # Errors
    /// The [`FiscalError`] that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, FiscalError> {
        match text.chars().filter(|character| !character.is_whitespace()).count() {
            0 => Err(FiscalError::Empty),
            11 => CompanyTaxCode::parse(text).map(Self::Company),
            16 => PersonTaxCode::parse(text).map(Self::Person),
            _ => Err(FiscalError::Length),
        }
    }

    /// Its characters.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Person(code) => code.as_str(),
            Self::Company(code) => code.as_str(),
        }
    }
}

impl From<PersonTaxCode> for TaxCode {
    fn from(code: PersonTaxCode) -> Self {
        Self::Person(code)
    }
}

impl From<CompanyTaxCode> for TaxCode {
    fn from(code: CompanyTaxCode) -> Self {
        Self::Company(code)
    }
}

impl Display for TaxCode {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        formatter.write_str(self.as_str())
    }
}

impl Serialize for TaxCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for TaxCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed::deserialize(deserializer, "a tax code", Self::parse)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_tells_the_kind() {
        assert!(matches!(TaxCode::parse("12345678903"), Ok(TaxCode::Company(_))));
        assert!(matches!(TaxCode::parse("rss mra 85t10 a562s"), Ok(TaxCode::Person(_))));
        assert_eq!(TaxCode::parse("1234567890"), Err(FiscalError::Length));
        assert_eq!(TaxCode::parse(" "), Err(FiscalError::Empty));
        assert_eq!(TaxCode::parse("RSSMRA80A01H501X"), Err(FiscalError::CheckDigit));
    }

    #[test]
    fn the_wire_holds_the_characters() {
        for text in ["12345678903", "RSSMRA85T10A562S"] {
            let code = TaxCode::parse(text).unwrap();
            let wire = serde_json::to_string(&code).unwrap();
            assert_eq!(wire, format!("\"{text}\""));
            assert_eq!(serde_json::from_str::<TaxCode>(&wire).unwrap(), code);
        }
        let refused = serde_json::from_str::<TaxCode>("\"12345678901\"").unwrap_err().to_string();
        assert!(refused.contains("check digit") && !refused.contains("12345678901"), "{refused}");
    }
}
