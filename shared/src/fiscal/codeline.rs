//! The 17-digit code with which artisans and merchants pay (Circ. INPS 123/1998, annex 2).

use core::fmt::{Display, Formatter, Result as FmtResult};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::ascii::{digit, number};
use super::{Ascii, FiscalError};
use crate::offices::OfficeCode;
use crate::parsed;

/// The code of one instalment of one insured person: position (8), year (2), progressive (1),
/// subject (2), instalment (1) and three control digits over the amount and the office too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(inline, extend("pattern" = "^[0-9]{17}$"))
)]
pub struct AutonomousCode(#[cfg_attr(feature = "openapi", schemars(with = "String"))] Ascii<17>);

/// What a code is computed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instalment {
    /// The number of the position, up to eight digits.
    pub position: u32,
    /// The office of the position.
    pub office: OfficeCode,
    /// The year of competence, four digits.
    pub year: u16,
    /// Who is insured: 10 the owner, 11 and on the collaborators.
    pub subject: u8,
    /// 1 to 4 a fixed instalment, 0 a recalculated amount, 6 the part in percent of the income.
    pub number: u8,
    /// The amount in whole euro; it does not count for the part in percent.
    pub whole_euro: u64,
}

/// The progressive digit, the same in every code.
const PROGRESSIVE: u64 = 1;

impl AutonomousCode {
    /// Reads seventeen digits. Whether the control digits are right depends on the amount too, see
    /// [`belongs_to`](Self::belongs_to).
    ///
    /// # Errors
    /// The [`FiscalError`] that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, FiscalError> {
        Ascii::number(text, &[]).map(Self)
    }

    /// The code of an instalment.
    ///
    /// # Errors
    /// [`FiscalError::Length`] when a part has more digits than the code gives it.
    pub fn compose(instalment: &Instalment) -> Result<Self, FiscalError> {
        let Instalment { position, office, year, subject, number, whole_euro } = *instalment;
        let amount = if number == 6 { 0 } else { whole_euro };
        let fits = position <= 99_999_999
            && year <= 9999
            && subject <= 99
            && number <= 9
            && amount <= 9_999_999_999;
        if !fits {
            return Err(FiscalError::Length);
        }
        let stem = [
            (u64::from(position), 100_000_000),
            (u64::from(year % 100), 100),
            (PROGRESSIVE, 10),
            (u64::from(subject), 100),
            (u64::from(number), 10),
        ]
        .into_iter()
        .fold(0, |stem, (part, size)| stem * size + part);
        let head = amount * 100_000_000 + u64::from(year) * 10_000 + u64::from(office.number());
        let control = control(head, stem);
        let check = check(head, stem, control);
        Ok(Self(Ascii::from_number(stem * 1000 + control * 10 + check)))
    }

    /// Whether its control digits are those of an office, a year and an amount.
    pub fn belongs_to(&self, office: OfficeCode, year: u16, whole_euro: u64) -> bool {
        let instalment = Instalment {
            position: self.position(),
            office,
            year,
            subject: self.subject(),
            number: self.instalment(),
            whole_euro,
        };
        Self::compose(&instalment) == Ok(*self)
    }

    /// The number of the position.
    pub fn position(&self) -> u32 {
        let [a, b, c, d, e, f, g, h, ..] = *self.0.bytes();
        number(&[a, b, c, d, e, f, g, h])
    }

    /// The last two digits of the year of competence.
    pub fn year_of_century(&self) -> u8 {
        let [_, _, _, _, _, _, _, _, tens, units, ..] = *self.0.bytes();
        (tens - b'0') * 10 + (units - b'0')
    }

    /// Who is insured: 10 the owner, 11 and on the collaborators.
    pub fn subject(&self) -> u8 {
        let [.., tens, units, _, _, _, _] = *self.0.bytes();
        (tens - b'0') * 10 + (units - b'0')
    }

    /// The instalment: 1 to 4, 0 recalculated, 6 in percent of the income.
    pub fn instalment(&self) -> u8 {
        let [.., instalment, _, _, _] = *self.0.bytes();
        instalment - b'0'
    }

    /// The seventeen digits.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// The two control digits: the 32 digits (`head` 18, `stem` 14) in groups of eight, each divided by
/// 99, quotients and remainders summed modulo 99.
fn control(head: u64, stem: u64) -> u64 {
    let all = u128::from(head) * 100_000_000_000_000 + u128::from(stem);
    let groups = [0, 8, 16, 24].map(|places| all / 10_u128.pow(places) % 100_000_000);
    let sum: u128 = groups.iter().map(|group| group / 99 + group % 99).sum();
    u64::try_from(sum % 99).unwrap_or_default()
}

/// The check digit: the 34 digits weighed from the right by 2, 3, 4 and on, modulo eleven.
fn check(head: u64, stem: u64, control: u64) -> u64 {
    let head = Ascii::<18>::from_number(head);
    let tail = Ascii::<16>::from_number(stem * 100 + control);
    let from_the_right = tail.bytes().iter().rev().chain(head.bytes().iter().rev());
    let sum: u32 = from_the_right.zip(2..).map(|(byte, weight)| digit(*byte) * weight).sum();
    match sum % 11 {
        0 | 1 => 0,
        rest => u64::from(11 - rest),
    }
}

impl Display for AutonomousCode {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        formatter.write_str(self.as_str())
    }
}

impl Serialize for AutonomousCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for AutonomousCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed::deserialize(deserializer, "a code of seventeen digits", Self::parse)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn instalment(year: u16, number: u8, whole_euro: u64) -> Instalment {
        let office = OfficeCode::parse("7009").unwrap();
        Instalment { position: 99_999_999, office, year, subject: 10, number, whole_euro }
    }

    #[test]
    fn published_codes_are_reproduced() {
        for (year, number, euro, expected) in [
            (2025, 4, 725, "99999999251104330"),
            (2026, 1, 735, "99999999261101755"),
            (2026, 2, 735, "99999999261102760"),
            (2026, 3, 735, "99999999261103774"),
            (2026, 4, 735, "99999999261104789"),
            (2025, 0, 100, "99999999251100220"),
        ] {
            let code = AutonomousCode::compose(&instalment(year, number, euro)).unwrap();
            assert_eq!(code.as_str(), expected);
            let office = OfficeCode::parse("7009").unwrap();
            assert!(code.belongs_to(office, year, euro));
            assert!(!code.belongs_to(office, year, euro + 1));
        }
    }

    #[test]
    fn its_parts() {
        let code = AutonomousCode::parse("99999999251104330").unwrap();
        assert_eq!((code.position(), code.year_of_century()), (99_999_999, 25));
        assert_eq!((code.subject(), code.instalment()), (10, 4));
        assert_eq!(AutonomousCode::parse("9999999925110433"), Err(FiscalError::Length));
        assert_eq!(AutonomousCode::parse("00000000000000000"), Err(FiscalError::AllZeros));
    }

    #[test]
    fn the_part_in_percent_leaves_the_amount_out() {
        let of = |euro| AutonomousCode::compose(&instalment(2026, 6, euro));
        assert_eq!(of(0), of(u64::MAX));
    }

    #[test]
    fn parts_that_do_not_fit_are_refused() {
        for wrong in [
            Instalment { position: 100_000_000, ..instalment(2026, 1, 1) },
            Instalment { year: 10_000, ..instalment(2026, 1, 1) },
            Instalment { subject: 100, ..instalment(2026, 1, 1) },
            instalment(2026, 10, 1),
            instalment(2026, 1, 10_000_000_000),
        ] {
            assert_eq!(AutonomousCode::compose(&wrong), Err(FiscalError::Length));
        }
    }

    proptest! {
        #[test]
        fn what_is_composed_tells_its_parts(
            position in 0u32..=99_999_999, office in 0u16..=9999, year in 1990u16..=2099,
            subject in 10u8..=99, number in 0u8..=9, whole_euro in 0u64..=9_999_999_999,
        ) {
            let office = OfficeCode::from_number(office).unwrap();
            let parts = Instalment { position, office, year, subject, number, whole_euro };
            let code = AutonomousCode::compose(&parts).unwrap();
            prop_assert_eq!(AutonomousCode::parse(code.as_str()), Ok(code));
            prop_assert_eq!(code.position(), position);
            prop_assert_eq!(u16::from(code.year_of_century()), year % 100);
            prop_assert_eq!((code.subject(), code.instalment()), (subject, number));
            prop_assert!(code.belongs_to(office, year, whole_euro));
        }
    }
}
