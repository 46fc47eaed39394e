//! The tax code of a person: sixteen characters that tell name, birth and birthplace.

mod name;

use core::fmt::{Display, Formatter, Result as FmtResult};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::ascii::{digit, number};
use super::{Ascii, FiscalError};
use crate::calendar::Day;
use crate::parsed;

/// The tax code of a person: surname (3), name (3), year, month and day of birth (5), Belfiore code
/// of the birthplace (4), check letter. Digits changed to letters to part two people with the same
/// code (omocodia) are understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(inline, extend("pattern" = "^[A-Z0-9]{16}$"))
)]
pub struct PersonTaxCode(#[cfg_attr(feature = "openapi", schemars(with = "String"))] Ascii<16>);

/// The letters of January to December.
const MONTHS: &[u8; 12] = b"ABCDEHLMPRST";
/// The letters that stand for 0 to 9 under omocodia.
const OMOCODES: &[u8; 10] = b"LMNPQRSTUV";
/// What a character counts in an odd place, by its digit or its letter.
const ODD: [u32; 26] =
    [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

impl PersonTaxCode {
    /// Reads `RSSMRA85T10A562S`, in whatever case and with blanks anywhere.
    ///
    /// # Errors
    /// The [`FiscalError`] that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, FiscalError> {
        let code = Self(Ascii::alphanumerics(text, &[])?);
        let plain = code.plain().ok_or(FiscalError::Characters)?;
        let [stem @ .., last] = *code.0.bytes();
        if check(&stem) != last {
            return Err(FiscalError::CheckDigit);
        }
        let birth = Birth::of(&plain).ok_or(FiscalError::Characters)?;
        if [2000, 1900].into_iter().all(|century| birth.day_in(century).is_none()) {
            return Err(FiscalError::BirthDate);
        }
        Ok(code)
    }

    /// The code, free of omocodia, of a person born in the municipality or foreign state that
    /// `belfiore` names (a letter and three digits).
    ///
    /// # Errors
    /// [`FiscalError::Characters`] when a name has no letter or `belfiore` is none.
    pub fn compose(
        surname: &str,
        name: &str,
        birth: Day,
        woman: bool,
        belfiore: &str,
    ) -> Result<Self, FiscalError> {
        let surname = name::surname(surname).ok_or(FiscalError::Characters)?;
        let name = name::given_name(name).ok_or(FiscalError::Characters)?;
        let month = birth.month().checked_sub(1).and_then(|at| MONTHS.get(at as usize));
        let month = char::from(*month.ok_or(FiscalError::BirthDate)?);
        let year = birth.year() % 100;
        let day = birth.day() + if woman { 40 } else { 0 };
        let stem = format!("{surname}{name}{year:02}{month}{day:02}{}", belfiore.trim());
        let stem = Ascii::<15>::alphanumerics(&stem, &[])?;
        let check = char::from(check(stem.bytes()));
        Self::parse(&format!("{}{check}", stem.as_str()))
    }

    /// The day of birth, in the latest century that puts it no later than `reference`.
    pub fn birth_date(&self, reference: Day) -> Option<Day> {
        let birth = Birth::of(&self.plain()?)?;
        let century = reference.year() / 100 * 100;
        [century, century - 100, century - 200]
            .into_iter()
            .filter_map(|century| birth.day_in(century))
            .find(|day| *day <= reference)
    }

    /// Whether it is a woman's.
    pub fn is_woman(&self) -> bool {
        self.plain().and_then(|plain| Birth::of(&plain)).is_some_and(|birth| birth.woman)
    }

    /// The Belfiore code of the birthplace, `H501`; foreign states start with `Z`.
    pub fn belfiore(&self) -> String {
        let plain = self.plain().unwrap_or(*self.0.bytes());
        let [.., letter, a, b, c, _] = plain;
        [letter, a, b, c].map(char::from).iter().collect()
    }

    /// Whether digits were changed to letters, to part it from another person's.
    pub fn is_omocode(&self) -> bool {
        self.plain().is_some_and(|plain| plain != *self.0.bytes())
    }

    /// The sixteen characters.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The characters with omocodia undone, when each is of the kind its place wants.
    fn plain(&self) -> Option<[u8; 16]> {
        let mut plain = *self.0.bytes();
        for (at, byte) in plain.iter_mut().enumerate() {
            let wants_digit = matches!(at, 6 | 7 | 9 | 10 | 12..=14);
            if wants_digit && !byte.is_ascii_digit() {
                let value = OMOCODES.iter().position(|omocode| omocode == byte)?;
                *byte = b'0' + u8::try_from(value).ok()?;
            } else if !wants_digit && !byte.is_ascii_uppercase() {
                return None;
            }
        }
        Some(plain)
    }
}

/// What a code tells about the birth: the century is missing.
struct Birth {
    year: i32,
    month: u32,
    day: u32,
    woman: bool,
}

impl Birth {
    fn of(plain: &[u8; 16]) -> Option<Self> {
        let [_, _, _, _, _, _, y1, y2, month, d1, d2, ..] = *plain;
        let day = number(&[d1, d2]);
        let woman = day > 40;
        Some(Self {
            year: i32::try_from(number(&[y1, y2])).ok()?,
            month: u32::try_from(MONTHS.iter().position(|letter| *letter == month)?).ok()? + 1,
            day: if woman { day - 40 } else { day },
            woman,
        })
    }

    fn day_in(&self, century: i32) -> Option<Day> {
        Day::new(century + self.year, self.month, self.day)
    }
}

/// The check letter of the first fifteen characters.
fn check(stem: &[u8; 15]) -> u8 {
    let value = |byte: u8| if byte.is_ascii_digit() { digit(byte) } else { u32::from(byte - b'A') };
    let odd = |byte: u8| ODD.get(value(byte) as usize).copied().unwrap_or_default();
    let weigh = |(at, byte): (usize, &u8)| if at % 2 == 0 { odd(*byte) } else { value(*byte) };
    let sum: u32 = stem.iter().enumerate().map(weigh).sum();
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZ".get(sum as usize % 26).copied().unwrap_or(b'A')
}

impl Display for PersonTaxCode {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        formatter.write_str(self.as_str())
    }
}

impl Serialize for PersonTaxCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for PersonTaxCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed::deserialize(deserializer, "a tax code of sixteen characters", Self::parse)
    }
}

#[cfg(test)]
mod tests;
