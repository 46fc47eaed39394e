//! The tax code of a company, and the temporary one of a person: eleven digits.

use core::fmt::{Display, Formatter, Result as FmtResult};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::ascii::digit;
use super::{Ascii, FiscalError};
use crate::parsed;

/// A tax code or VAT number of eleven digits: number (7), office (3) and check digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(inline, extend("pattern" = "^[0-9]{11}$"))
)]
pub struct CompanyTaxCode(#[cfg_attr(feature = "openapi", schemars(with = "String"))] Ascii<11>);

impl CompanyTaxCode {
    /// Reads `12345678903`.
    ///
    /// # Errors
    /// The [`FiscalError`] that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, FiscalError> {
        let code = Ascii::<11>::number(text, &[])?;
        let [stem @ .., last] = *code.bytes();
        if check(&stem) == digit(last) { Ok(Self(code)) } else { Err(FiscalError::CheckDigit) }
    }

    /// The code of a number that a tax office gives out.
    ///
    /// # Errors
    /// [`FiscalError::Length`] when the number is over 9 999 999 or the office over 999,
    /// [`FiscalError::AllZeros`] when both are zero.
    pub fn compose(number: u32, office: u16) -> Result<Self, FiscalError> {
        if number > 9_999_999 || office > 999 {
            return Err(FiscalError::Length);
        }
        let stem = u64::from(number) * 1000 + u64::from(office);
        if stem == 0 {
            return Err(FiscalError::AllZeros);
        }
        let last = check(Ascii::<10>::from_number(stem).bytes());
        Ok(Self(Ascii::from_number(stem * 10 + u64::from(last))))
    }

    /// The eleven digits.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// The check digit: every second digit doubled (less nine when over nine), the sum completed to ten.
fn check(stem: &[u8; 10]) -> u32 {
    let doubled = |value: u32| if value > 4 { value * 2 - 9 } else { value * 2 };
    let (pairs, _) = stem.as_chunks::<2>();
    let sum: u32 = pairs.iter().map(|[odd, even]| digit(*odd) + doubled(digit(*even))).sum();
    (10 - sum % 10) % 10
}

impl Display for CompanyTaxCode {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        formatter.write_str(self.as_str())
    }
}

impl Serialize for CompanyTaxCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CompanyTaxCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed::deserialize(deserializer, "a tax code of eleven digits", Self::parse)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn codes_are_checked() {
        for text in ["12345678903", "01234567897", " 123 456 789 03 "] {
            assert!(CompanyTaxCode::parse(text).is_ok(), "{text}");
        }
        for (text, reason) in [
            ("12345678901", FiscalError::CheckDigit),
            ("21345678903", FiscalError::CheckDigit),
            ("00000000000", FiscalError::AllZeros),
            ("1234567890", FiscalError::Length),
            ("IT12345678903", FiscalError::Length),
            ("1234567890A", FiscalError::Characters),
            ("", FiscalError::Empty),
        ] {
            assert_eq!(CompanyTaxCode::parse(text), Err(reason), "{text}");
        }
    }

    #[test]
    fn only_numbers_an_office_can_give_are_composed() {
        assert_eq!(CompanyTaxCode::compose(1_234_567, 890).unwrap().as_str(), "12345678903");
        assert_eq!(CompanyTaxCode::compose(10_000_000, 0), Err(FiscalError::Length));
        assert_eq!(CompanyTaxCode::compose(1, 1000), Err(FiscalError::Length));
        assert_eq!(CompanyTaxCode::compose(0, 0), Err(FiscalError::AllZeros));
    }

    proptest! {
        #[test]
        fn what_is_composed_is_valid(number in 0u32..=9_999_999, office in 1u16..=999) {
            let code = CompanyTaxCode::compose(number, office).unwrap();
            prop_assert_eq!(CompanyTaxCode::parse(code.as_str()), Ok(code));
        }

        #[test]
        fn a_wrong_digit_is_noticed(number in 0u32..=9_999_999, office in 1u16..=999, at in 0usize..11, by in 1u8..10) {
            let code = CompanyTaxCode::compose(number, office).unwrap();
            let mut bytes = code.as_str().as_bytes().to_vec();
            bytes[at] = b'0' + (bytes[at] - b'0' + by) % 10;
            prop_assert!(CompanyTaxCode::parse(core::str::from_utf8(&bytes).unwrap()).is_err());
        }
    }
}
