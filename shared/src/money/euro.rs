//! An amount of money.

use core::iter::Sum;
use core::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use serde::{Deserialize, Serialize};

use super::{AmountError, Rate, half_up};

/// An amount in euro, held in whole cents; on the wire the integer number of cents.
///
/// Arithmetic saturates: nothing a file or a person writes can overflow it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Euro(i64);

impl Euro {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The amount of so many cents.
    pub const fn from_cents(cents: i64) -> Self {
        Self(cents)
    }

    /// The amount of so many whole euro.
    pub const fn from_whole(euro: i64) -> Self {
        Self(euro.saturating_mul(100))
    }

    /// The amount in cents.
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// The amount rounded half-up to whole euro, as UniEmens totals are written.
    pub fn whole(self) -> i64 {
        half_up(i128::from(self.0), 100)
    }

    /// The amount without its sign.
    pub const fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// Whether it is nothing.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether it is below zero.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// `rate` of this amount, rounded half-up to the cent.
    pub fn times(self, rate: Rate) -> Self {
        Self(half_up(i128::from(self.0) * i128::from(rate.millionths()), 1_000_000))
    }

    /// Reads an amount as people and files write it: `1.234,56`, `1234,56`, `1,234.56`, `1234.56`,
    /// `1234`, `-5,00`, with or without `€`.
    ///
    /// # Errors
    /// The [`AmountError`] that says what is wrong; `1.234` alone is refused as ambiguous.
    pub fn parse(text: &str) -> Result<Self, AmountError> {
        let text = text.trim();
        let (negative, unsigned) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, text),
        };
        let number = unsigned.strip_prefix('€').or(unsigned.strip_suffix('€')).unwrap_or(unsigned);
        let cents = parse_cents(number.trim())?;
        Ok(Self(if negative { -cents } else { cents }))
    }
}

/// The cents of an unsigned number with at most two decimals.
fn parse_cents(number: &str) -> Result<i64, AmountError> {
    if number.is_empty() {
        return Err(AmountError::Empty);
    }
    let is_part = |byte: u8| byte.is_ascii_digit() || byte == b'.' || byte == b',';
    if !number.bytes().all(is_part) {
        return Err(AmountError::Characters);
    }
    let (whole, decimals) = split_decimals(number)?;
    if whole.is_empty() {
        return Err(AmountError::Characters);
    }
    check_groups(whole)?;
    let cents = match decimals.len() {
        0 => 0,
        1 => digits(decimals)?.saturating_mul(10),
        2 => digits(decimals)?,
        _ => return Err(AmountError::Decimals),
    };
    let euro = digits(whole)?;
    euro.checked_mul(100).and_then(|whole| whole.checked_add(cents)).ok_or(AmountError::TooLarge)
}

/// Parts the whole number, grouping included, from its decimals (none is the empty text).
fn split_decimals(number: &str) -> Result<(&str, &str), AmountError> {
    let Some((whole, tail)) = number.rfind(['.', ',']).map(|at| number.split_at(at)) else {
        return Ok((number, ""));
    };
    let (separator, decimals) = tail.split_at(1);
    if whole.contains(separator) {
        // The same sign twice groups thousands: there are no decimals.
        return Ok((number, ""));
    }
    let only_separator = !whole.contains(['.', ',']);
    let could_be_a_group = matches!(whole.len(), 1..=3) && !whole.starts_with('0');
    if only_separator && decimals.len() == 3 && could_be_a_group {
        return Err(AmountError::Ambiguous);
    }
    if decimals.is_empty() {
        return Err(AmountError::Decimals);
    }
    Ok((whole, decimals))
}

/// Checks that the thousands of a whole number, if parted, are parted by one sign and by three.
fn check_groups(whole: &str) -> Result<(), AmountError> {
    let Some(separator) = whole.chars().find(|c| !c.is_ascii_digit()) else {
        return Ok(());
    };
    let mut groups = whole.split(separator);
    let first = groups.next().unwrap_or_default();
    let of_three = |group: &str| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit());
    let grouped = matches!(first.len(), 1..=3) && groups.all(of_three);
    if grouped { Ok(()) } else { Err(AmountError::Grouping) }
}

/// The number that the digits of a text make, whatever parts them.
fn digits(text: &str) -> Result<i64, AmountError> {
    text.bytes()
        .filter(u8::is_ascii_digit)
        .try_fold(0_i64, |number, byte| number.checked_mul(10)?.checked_add(i64::from(byte - b'0')))
        .ok_or(AmountError::TooLarge)
}

impl Add for Euro {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Euro {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Euro {
    type Output = Self;

    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl AddAssign for Euro {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Euro {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Sum for Euro {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests;
