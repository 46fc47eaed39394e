//! Short texts of a fixed number of ASCII letters and digits, without a heap.

use core::fmt::{Debug, Formatter, Result as FmtResult};

use super::FiscalError;

/// `N` characters, each an upper-case ASCII letter or a digit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Ascii<const N: usize>([u8; N]);

impl<const N: usize> Ascii<N> {
    /// What a person typed or a file holds, in upper case, without blanks and `separators`.
    pub fn alphanumerics(text: &str, separators: &[char]) -> Result<Self, FiscalError> {
        let mut bytes = [b'0'; N];
        let mut length = 0;
        for character in text.chars().filter(|c| !c.is_whitespace() && !separators.contains(c)) {
            let upper = u8::try_from(character.to_ascii_uppercase());
            let byte = upper.ok().filter(u8::is_ascii_alphanumeric);
            let byte = byte.ok_or(FiscalError::Characters)?;
            if let Some(slot) = bytes.get_mut(length) {
                *slot = byte;
            }
            length += 1;
        }
        match length {
            0 => Err(FiscalError::Empty),
            _ if length == N => Ok(Self(bytes)),
            _ => Err(FiscalError::Length),
        }
    }

    /// The same, of digits alone.
    pub fn digits(text: &str, separators: &[char]) -> Result<Self, FiscalError> {
        let clean = Self::alphanumerics(text, separators)?;
        if clean.0.iter().all(u8::is_ascii_digit) {
            Ok(clean)
        } else {
            Err(FiscalError::Characters)
        }
    }

    /// The same, of digits that are not all zero.
    pub fn number(text: &str, separators: &[char]) -> Result<Self, FiscalError> {
        let clean = Self::digits(text, separators)?;
        if clean.0.iter().all(|byte| *byte == b'0') {
            Err(FiscalError::AllZeros)
        } else {
            Ok(clean)
        }
    }

    /// The last `N` decimal digits of a number.
    pub const fn from_number(number: u64) -> Self {
        let mut bytes = [b'0'; N];
        let mut rest = number;
        let mut place = N;
        while place > 0 {
            place -= 1;
            bytes[place] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        Self(bytes)
    }

    /// Its characters.
    pub const fn bytes(&self) -> &[u8; N] {
        &self.0
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        // Every constructor admits ASCII alone, so the default never shows.
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl<const N: usize> Debug for Ascii<N> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        Debug::fmt(self.as_str(), formatter)
    }
}

/// The value of a digit character.
pub(super) const fn digit(byte: u8) -> u32 {
    byte.wrapping_sub(b'0') as u32
}

/// The number that digit characters write.
pub(super) fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| number * 10 + digit(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_separators_fall_away() {
        let text =
            |raw| Ascii::<4>::alphanumerics(raw, &['/']).map(|ascii| ascii.as_str().to_owned());
        assert_eq!(text(" a/b\u{a0}1 2\t"), Ok("AB12".to_owned()));
        assert_eq!(text(""), Err(FiscalError::Empty));
        assert_eq!(text(" / "), Err(FiscalError::Empty));
        assert_eq!(text("abc"), Err(FiscalError::Length));
        assert_eq!(text("abcde"), Err(FiscalError::Length));
        assert_eq!(text("ab.c"), Err(FiscalError::Characters));
        assert_eq!(text("abcè"), Err(FiscalError::Characters));
        assert_eq!(text("abcſ"), Err(FiscalError::Characters));
    }

    #[test]
    fn numbers_keep_their_last_digits() {
        assert_eq!(Ascii::<4>::from_number(42).as_str(), "0042");
        assert_eq!(Ascii::<4>::from_number(1_234_567).as_str(), "4567");
    }
}
