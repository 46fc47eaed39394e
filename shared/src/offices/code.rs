//! The code of an office.

use core::fmt::{Display, Formatter, Result as FmtResult};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::fiscal::{Ascii, FiscalError};
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
    /// The code that four digits write, whether or not [`ALL`](super::ALL) knows it.
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

    /// The code of a number known to be one, for data.
    pub(super) const fn of(number: u16) -> Self {
        Self(Ascii::from_number(number as u64))
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
