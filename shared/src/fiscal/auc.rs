//! The identifiers of the institute's unified registry of contributors (AUC).

use core::fmt::{Display, Formatter, Result as FmtResult};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::ascii::digit;
use super::{Ascii, FiscalError};
use crate::parsed;

/// A number of the registry: number (10) and two check digits, which for a position stand the other way round than for a subject. A number
/// whose two check digits are the same is therefore right as either.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(inline, extend("pattern" = "^[0-9]{12}$"))
)]
pub struct Auc<const POSITION: bool>(
    #[cfg_attr(feature = "openapi", schemars(with = "String"))] Ascii<12>,
);

/// The number of a subject: a company, or a person who is one.
pub type AucSubject = Auc<false>;
/// The number of one of a subject's positions.
pub type AucPosition = Auc<true>;

impl<const POSITION: bool> Auc<POSITION> {
    /// Reads `000123456751`.
    ///
    /// # Errors
    /// The [`FiscalError`] that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, FiscalError> {
        let code = Ascii::<12>::number(text, &[])?;
        let [stem @ .., tens, units] = *code.bytes();
        if Self::check(&stem) == (digit(tens), digit(units)) {
            Ok(Self(code))
        } else {
            Err(FiscalError::CheckDigit)
        }
    }

    /// The number with its check digits.
    ///
    /// # Errors
    /// [`FiscalError::Length`] when it has more than ten digits, [`FiscalError::AllZeros`] when it is zero.
    pub fn compose(number: u64) -> Result<Self, FiscalError> {
        match number {
            0 => Err(FiscalError::AllZeros),
            1..=9_999_999_999 => {
                let (tens, units) = Self::check(Ascii::<10>::from_number(number).bytes());
                Ok(Self(Ascii::from_number(number * 100 + u64::from(tens * 10 + units))))
            }
            _ => Err(FiscalError::Length),
        }
    }

    /// The number without its check digits.
    pub fn number(&self) -> u64 {
        let [stem @ .., _, _] = *self.0.bytes();
        stem.iter().fold(0, |number, byte| number * 10 + u64::from(digit(*byte)))
    }

    /// The twelve digits.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The two check digits: the sums of the odd and of the even places weighed by three and two and by two and three, each with the last
    /// digit once more and completed to ten.
    fn check(stem: &[u8; 10]) -> (u32, u32) {
        let [a, b, c, d, e, f, g, h, i, j] = stem.map(digit);
        let (odd, even) = (a + c + e + g + i, b + d + f + h + j);
        let completed = |sum: u32| (10 - (sum + j) % 10) % 10;
        let (first, second) = (completed(3 * odd + 2 * even), completed(2 * odd + 3 * even));
        if POSITION { (second, first) } else { (first, second) }
    }
}

impl<const POSITION: bool> Display for Auc<POSITION> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        formatter.write_str(self.as_str())
    }
}

impl<const POSITION: bool> Serialize for Auc<POSITION> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de, const POSITION: bool> Deserialize<'de> for Auc<POSITION> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed::deserialize(deserializer, "a number of the registry, of twelve digits", Self::parse)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_check_digits_stand_one_way_for_a_subject_and_the_other_for_a_position() {
        assert_eq!(AucSubject::compose(1_234_567).unwrap().as_str(), "000123456751");
        assert_eq!(AucPosition::compose(1_234_567).unwrap().as_str(), "000123456715");
        let subject = AucSubject::parse(" 0001234567 51 ").unwrap();
        assert_eq!((subject.number(), subject.to_string().as_str()), (1_234_567, "000123456751"));
        assert_eq!(AucPosition::parse("000123456751"), Err(FiscalError::CheckDigit));
        assert_eq!(AucSubject::parse("000123456715"), Err(FiscalError::CheckDigit));
    }

    #[test]
    fn slips_are_refused_with_their_reason() {
        for (text, reason) in [
            ("000123456752", FiscalError::CheckDigit),
            ("000124356751", FiscalError::CheckDigit),
            ("000000000000", FiscalError::AllZeros),
            ("00012345675A", FiscalError::Characters),
            ("00123456751", FiscalError::Length),
            ("", FiscalError::Empty),
        ] {
            assert_eq!(AucSubject::parse(text), Err(reason), "{text}");
        }
        assert_eq!(AucSubject::compose(0), Err(FiscalError::AllZeros));
        assert_eq!(AucPosition::compose(10_000_000_000), Err(FiscalError::Length));
    }

    proptest! {
        #[test]
        fn what_is_composed_is_valid(number in 1u64..=9_999_999_999) {
            let subject = AucSubject::compose(number).unwrap();
            let position = AucPosition::compose(number).unwrap();
            prop_assert_eq!(AucSubject::parse(subject.as_str()), Ok(subject));
            prop_assert_eq!(AucPosition::parse(position.as_str()), Ok(position));
            prop_assert_eq!((subject.number(), position.number()), (number, number));
            let wire = serde_json::to_string(&subject).unwrap();
            prop_assert_eq!(serde_json::from_str::<AucSubject>(&wire).unwrap(), subject);
            // One wrong digit is always noticed.
            let digits = subject.as_str().as_bytes();
            for place in 0..digits.len() {
                let mut slip = digits.to_vec();
                slip[place] = b'0' + (slip[place] - b'0' + 1) % 10;
                let slip = String::from_utf8(slip).unwrap();
                prop_assert_ne!(AucSubject::parse(&slip).map(|_| ()), Ok(()), "{}", slip);
            }
        }
    }
}
