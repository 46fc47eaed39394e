//! The number of an employer's contribution position.

use core::fmt::{Display, Formatter, Result as FmtResult};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::ascii::{digit, number};
use super::{Ascii, FiscalError};
use crate::parsed;

/// The matricola: prefix of the office that opened it (2), number (6) and two check digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(inline, extend("pattern" = "^[0-9]{10}$"))
)]
pub struct Matricola(#[cfg_attr(feature = "openapi", schemars(with = "String"))] Ascii<10>);

impl Matricola {
    /// Reads `7012345662`, also as printed: `70 123456 62`, `70/123456/62`.
    ///
    /// A number that starts with `Z`, as registers mark a cancelled position, is refused.
    ///
    /// # Errors
    /// The [`FiscalError`] that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, FiscalError> {
        let code = Ascii::<10>::number(text, &['/', '-', '.'])?;
        let [stem @ .., tens, units] = *code.bytes();
        if check(&stem) == (digit(tens), digit(units)) {
            Ok(Self(code))
        } else {
            Err(FiscalError::CheckDigit)
        }
    }

    /// The matricola of a number that an office gives out.
    ///
    /// # Errors
    /// [`FiscalError::Length`] when the prefix is over 99 or the number over 999 999,
    /// [`FiscalError::AllZeros`] when both are zero.
    pub fn compose(office_prefix: u8, number: u32) -> Result<Self, FiscalError> {
        if office_prefix > 99 || number > 999_999 {
            return Err(FiscalError::Length);
        }
        let stem = u64::from(office_prefix) * 1_000_000 + u64::from(number);
        if stem == 0 {
            return Err(FiscalError::AllZeros);
        }
        let (tens, units) = check(Ascii::<8>::from_number(stem).bytes());
        Ok(Self(Ascii::from_number(stem * 100 + u64::from(tens * 10 + units))))
    }

    /// The first two digits of the code of the office that opened the position.
    pub fn office_prefix(&self) -> u8 {
        let [tens, units, ..] = *self.0.bytes();
        (tens - b'0') * 10 + (units - b'0')
    }

    /// The number within the office, up to 999 999.
    pub fn number(&self) -> u32 {
        let [_, _, middle @ .., _, _] = self.0.bytes();
        number(middle)
    }

    /// The ten digits.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// As people read it aloud: `70 123456 62`.
    pub fn spaced(&self) -> String {
        let text = self.as_str();
        let (prefix, rest) = text.split_at_checked(2).unwrap_or((text, ""));
        let (middle, check) = rest.split_at_checked(6).unwrap_or((rest, ""));
        [prefix, middle, check].join(" ")
    }
}

/// The two check digits: the sums of the odd and of the even places, modulo ten.
fn check(stem: &[u8; 8]) -> (u32, u32) {
    let [a, b, c, d, e, f, g, h] = stem.map(digit);
    ((a + c + e + g) % 10, (b + d + f + h) % 10)
}

impl Display for Matricola {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        formatter.write_str(self.as_str())
    }
}

impl Serialize for Matricola {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Matricola {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed::deserialize(deserializer, "a matricola of ten digits", Self::parse)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn valid_numbers_are_read_in_every_printed_form() {
        for text in ["7012345662", "4912345631", "5100000152", "8100000182"] {
            assert_eq!(Matricola::parse(text).unwrap().as_str(), text);
        }
        let printed = ["70/123456/62", " 70 123456 62 ", "70-123456-62", "70.123456.62"];
        for text in printed {
            assert_eq!(Matricola::parse(text).unwrap().to_string(), "7012345662", "{text}");
        }
    }

    #[test]
    fn slips_are_refused_with_their_reason() {
        for (text, reason) in [
            ("7012345626", FiscalError::CheckDigit),
            ("7012345663", FiscalError::CheckDigit),
            ("0712345662", FiscalError::CheckDigit),
            ("0000000000", FiscalError::AllZeros),
            ("Z012345662", FiscalError::Characters),
            ("701234566", FiscalError::Length),
            ("70123456620", FiscalError::Length),
            ("", FiscalError::Empty),
        ] {
            assert_eq!(Matricola::parse(text), Err(reason), "{text}");
        }
    }

    #[test]
    fn its_parts() {
        let matricola = Matricola::parse("7012345662").unwrap();
        assert_eq!((matricola.office_prefix(), matricola.number()), (70, 123_456));
        assert_eq!(matricola.spaced(), "70 123456 62");
    }

    #[test]
    fn only_numbers_an_office_can_give_are_composed() {
        assert_eq!(Matricola::compose(51, 1).unwrap().as_str(), "5100000152");
        assert_eq!(Matricola::compose(100, 1), Err(FiscalError::Length));
        assert_eq!(Matricola::compose(1, 1_000_000), Err(FiscalError::Length));
        assert_eq!(Matricola::compose(0, 0), Err(FiscalError::AllZeros));
    }

    proptest! {
        #[test]
        fn what_is_composed_is_valid(prefix in 0u8..=99, number in 1u32..=999_999) {
            let matricola = Matricola::compose(prefix, number).unwrap();
            prop_assert_eq!(Matricola::parse(matricola.as_str()), Ok(matricola));
            prop_assert_eq!(Matricola::parse(&matricola.spaced()), Ok(matricola));
            prop_assert_eq!((matricola.office_prefix(), matricola.number()), (prefix, number));
            let wire = serde_json::to_string(&matricola).unwrap();
            prop_assert_eq!(serde_json::from_str::<Matricola>(&wire).unwrap(), matricola);
        }
    }
}
