//! A percentage of an amount.

use core::ops::{Add, Sub};

use serde::{Deserialize, Serialize};

use super::AmountError;
use crate::parsed::digits;

/// A rate in millionths: 38.67 % is 386 700; on the wire that integer.
///
/// Four decimals of a percent are exact, which the employee's thirds of a contribution need.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Rate(u32);

impl Rate {
    /// No rate at all.
    pub const ZERO: Self = Self(0);
    /// All of it.
    pub const WHOLE: Self = Self(1_000_000);

    /// The rate of so many millionths.
    pub const fn from_millionths(millionths: u32) -> Self {
        Self(millionths)
    }

    /// The rate of so many hundredths of a percent: 3867 is 38.67 %.
    pub const fn from_hundredths(hundredths: u32) -> Self {
        Self(hundredths.saturating_mul(100))
    }

    /// The rate in millionths.
    pub const fn millionths(self) -> u32 {
        self.0
    }

    /// Reads a percentage: `38,67`, `38.67`, `9,3567 %`, `24`, with at most four decimals.
    ///
    /// # Errors
    /// The [`AmountError`] that says what is wrong.
    pub fn from_percent_str(text: &str) -> Result<Self, AmountError> {
        let text = text.trim();
        let number = text.strip_suffix('%').unwrap_or(text).trim_end();
        if number.is_empty() {
            return Err(AmountError::Empty);
        }
        let (whole, decimals) = match number.split_once(['.', ',']) {
            Some((_, decimals)) if decimals.is_empty() || decimals.len() > 4 => {
                return Err(AmountError::Decimals);
            }
            Some(parts) => parts,
            None => (number, "0"),
        };
        let fraction = digits(decimals).ok_or(AmountError::Characters)?;
        let places = u32::try_from(decimals.len()).map_err(|_| AmountError::Decimals)?;
        if whole.is_empty() || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(AmountError::Characters);
        }
        digits(whole)
            .and_then(|percent| percent.checked_mul(10_000))
            .and_then(|rate| rate.checked_add(fraction * 10_u32.pow(4 - places)))
            .map(Self)
            .ok_or(AmountError::TooLarge)
    }
}

impl Add for Rate {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Rate {
    type Output = Self;

    /// What is left, never below zero.
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{AmountError, Rate};
    use crate::{format, lang::Lang};

    #[test]
    fn percentages_are_read_with_comma_or_dot() {
        for (text, millionths) in [
            ("38,67", 386_700),
            ("38.67", 386_700),
            ("24", 240_000),
            (" 9,3567 % ", 93_567),
            ("35,03%", 350_300),
            ("0,5", 5_000),
            ("429496,7295", u32::MAX),
        ] {
            assert_eq!(Rate::from_percent_str(text), Ok(Rate(millionths)), "{text}");
        }
        assert_eq!(Rate::from_hundredths(3867), Rate(386_700));
    }

    #[test]
    fn what_is_not_a_percentage_is_refused_with_its_reason() {
        for (text, reason) in [
            ("", AmountError::Empty),
            ("%", AmountError::Empty),
            ("-1", AmountError::Characters),
            ("1,2,3", AmountError::Characters),
            (",5", AmountError::Characters),
            ("x", AmountError::Characters),
            ("12,", AmountError::Decimals),
            ("1,23456", AmountError::Decimals),
            ("429496,7296", AmountError::TooLarge),
            ("99999999999", AmountError::TooLarge),
        ] {
            assert_eq!(Rate::from_percent_str(text), Err(reason), "{text}");
        }
    }

    #[test]
    fn rates_saturate() {
        let most = Rate::from_millionths(u32::MAX);
        assert_eq!(most + Rate::from_hundredths(1), most);
        assert_eq!(Rate::ZERO - most, Rate::ZERO);
    }

    proptest! {
        #[test]
        fn what_is_shown_can_be_typed_back(millionths in 0u32..=9_999_999, lang in 0usize..3) {
            let rate = Rate::from_millionths(millionths);
            prop_assert_eq!(Rate::from_percent_str(&format::percent(rate, Lang::ALL[lang])), Ok(rate));
        }
    }
}
