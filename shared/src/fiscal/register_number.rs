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

/// Ten digits and two check digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegisterNumber(Ascii<12>);

impl RegisterNumber {
    /// Reads `000123456751`, the number of a subject, or `000123456715`, that of a position.
    ///
    /// # Errors
    /// The [`FiscalError`] that says what is wrong.
    pub fn parse(text: &str, of: Registered) -> Result<Self, FiscalError> {
        let code = Ascii::<12>::number(text, &[])?;
        let [stem @ .., tens, units] = *code.bytes();
        if (digit(tens), digit(units)) == check(&stem, of) {
            Ok(Self(code))
        } else {
            Err(FiscalError::CheckDigit)
        }
    }

    /// The number of what the registry gave this one, without check digits.
    ///
    /// # Errors
    /// [`FiscalError::Length`] above ten digits, [`FiscalError::AllZeros`] for none.
    pub fn compose(number: u64, of: Registered) -> Result<Self, FiscalError> {
        if number > 9_999_999_999 {
            return Err(FiscalError::Length);
        }
        if number == 0 {
            return Err(FiscalError::AllZeros);
        }
        let (tens, units) = check(Ascii::<10>::from_number(number).bytes(), of);
        Ok(Self(Ascii::from_number(number * 100 + u64::from(tens * 10 + units))))
    }
}

impl Display for RegisterNumber {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        formatter.write_str(self.0.as_str())
    }
}

/// The two check digits: weighted sums of the odd and of the even places, and the last place once more; of a position the other way round.
fn check(stem: &[u8; 10], of: Registered) -> (u32, u32) {
    let every_other =
        |from: usize| stem.iter().skip(from).step_by(2).map(|byte| digit(*byte)).sum::<u32>();
    let (odd, even) = (every_other(0), every_other(1));
    let last = stem.last().map_or(0, |byte| digit(*byte));
    let up_to_ten = |sum: u32| (10 - sum % 10) % 10;
    let (one, other) = (up_to_ten(3 * odd + 2 * even + last), up_to_ten(2 * odd + 3 * even + last));
    match of {
        Registered::Subject => (one, other),
        Registered::Position => (other, one),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_tell_subjects_from_positions() {
        // The last is by hand: odd places 0+2+0+0+9 = 11, even ones 0+0+0+0+5 = 5; 33+10+5 = 48 and 22+15+5 = 42.
        for (number, subject, position) in [
            (1_234_567, "000123456751", "000123456715"),
            (20_000_095, "002000009528", "002000009582"),
        ] {
            for (of, text, other) in [
                (Registered::Subject, subject, position),
                (Registered::Position, position, subject),
            ] {
                let read = RegisterNumber::parse(text, of).unwrap();
                assert_eq!(RegisterNumber::compose(number, of), Ok(read), "{text}");
                assert_eq!(read.to_string(), text);
                assert_eq!(RegisterNumber::parse(other, of), Err(FiscalError::CheckDigit));
            }
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
            assert_eq!(RegisterNumber::parse(text, Registered::Subject), Err(reason), "{text}");
        }
        let compose = |number| RegisterNumber::compose(number, Registered::Subject);
        assert_eq!(compose(0), Err(FiscalError::AllZeros));
        assert_eq!(compose(10_000_000_000), Err(FiscalError::Length));
    }
}
