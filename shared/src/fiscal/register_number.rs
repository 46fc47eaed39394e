//! The number of a subject or a position in the institute's registry of contributors (AUC).

use core::fmt::{Display, Formatter, Result as FmtResult};

use super::ascii::digit;
use super::{Ascii, FiscalError};

/// What the registry numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Registered {
    /// A company.
    Subject,
    /// A position of it: the same check digits the other way round.
    Position,
}

/// Ten digits and two check digits, which tell a subject from a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegisterNumber {
    code: Ascii<12>,
    of: Registered,
}

impl RegisterNumber {
    /// Reads `000123456751`. Where both check digits are the same, the number is taken for that of a subject.
    ///
    /// # Errors
    /// The [`FiscalError`] that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, FiscalError> {
        let code = Ascii::<12>::number(text, &[])?;
        let [stem @ .., tens, units] = *code.bytes();
        let (found, (one, other)) = ((digit(tens), digit(units)), check(&stem));
        let of = if found == (one, other) {
            Registered::Subject
        } else if found == (other, one) {
            Registered::Position
        } else {
            return Err(FiscalError::CheckDigit);
        };
        Ok(Self { code, of })
    }

    /// What it is a number of.
    pub const fn of(&self) -> Registered {
        self.of
    }

    /// The number without its check digits.
    pub fn number(&self) -> u64 {
        let [stem @ .., _, _] = self.code.bytes();
        stem.iter().fold(0, |number, byte| number * 10 + u64::from(digit(*byte)))
    }
}

impl Display for RegisterNumber {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        formatter.write_str(self.code.as_str())
    }
}

/// The two check digits of a subject: weighted sums of the odd and of the even places, and the last place once more.
fn check(stem: &[u8; 10]) -> (u32, u32) {
    let every_other =
        |from: usize| stem.iter().skip(from).step_by(2).map(|byte| digit(*byte)).sum::<u32>();
    let (odd, even) = (every_other(0), every_other(1));
    let last = stem.last().map_or(0, |byte| digit(*byte));
    let up_to_ten = |sum: u32| (10 - sum % 10) % 10;
    (up_to_ten(3 * odd + 2 * even + last), up_to_ten(2 * odd + 3 * even + last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_tell_subjects_from_positions() {
        for (text, of) in
            [("000123456751", Registered::Subject), ("000123456715", Registered::Position)]
        {
            let read = RegisterNumber::parse(text).unwrap();
            assert_eq!((read.of(), read.number()), (of, 1_234_567), "{text}");
            assert_eq!(read.to_string(), text);
        }
    }

    #[test]
    fn slips_of_the_pen_are_refused() {
        for (text, reason) in [
            ("", FiscalError::Empty),
            ("00012345675", FiscalError::Length),
            ("0001234567511", FiscalError::Length),
            ("00012345675x", FiscalError::Characters),
            ("000000000000", FiscalError::AllZeros),
            ("000123456752", FiscalError::CheckDigit),
            ("000123456851", FiscalError::CheckDigit),
        ] {
            assert_eq!(RegisterNumber::parse(text), Err(reason), "{text}");
        }
    }
}
