//! Protocol numbers by what is remembered of them, in the register of an office.

use std::collections::BTreeSet;

use shared::calendar::Day;
use shared::offices::OfficeCode;
use shared::register::{Direction, ProtocolNumber};

use super::fit::SERIES;
use crate::fault::Result;
use crate::register::service as register;
use crate::search::text::SHORTEST_INFIX;
use crate::store::ReadTx;

/// Most numbers of a series that are looked at, the latest first.
const MOST: usize = 40;
/// Years back that are looked at.
const YEARS: u16 = 10;

/// What a code says of a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub office: Option<OfficeCode>,
    direction: Option<Direction>,
    year: Option<u16>,
    /// Digits of it; its first ones where the year is said.
    digits: String,
}

/// Each way in which a folded code may be meant for a number.
pub(super) fn read(code: &str) -> Vec<Said> {
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((office, rest)) = code.split_once(['e', 'u']) {
        let direction = match code.as_bytes().get(office.len()) {
            Some(b'e') => Direction::In,
            _ => Direction::Out,
        };
        let known = OfficeCode::parse(office).ok();
        let fits = (office.is_empty() || known.is_some()) && is_digits(rest);
        let said = dated(rest).filter(|_| fits);
        return said
            .map(|said| Said { office: known, direction: Some(direction), ..said })
            .into_iter()
            .collect();
    }
    if !is_digits(code) {
        return Vec::new();
    }
    let plain = (code.len() <= SERIES).then(|| Said { digits: code.to_owned(), ..Said::default() });
    // The year alone says nothing of a number.
    let dated = dated(code).filter(|said| !said.digits.is_empty());
    plain.into_iter().chain(dated).collect()
}

/// A year, and the digits after it.
fn dated(text: &str) -> Option<Said> {
    let (year, digits) = text.split_at_checked(4)?;
    let year = year.parse().ok().filter(|year| (2000..3000).contains(year))?;
    let digits = digits.to_owned();
    (digits.len() <= SERIES).then(|| Said { year: Some(year), digits, ..Said::default() })
}

impl Said {
    /// The whole number, if it is said.
    pub(super) fn whole(&self) -> Option<ProtocolNumber> {
        let number = (self.digits.len() == SERIES).then(|| self.digits.parse().ok())??;
        Some(ProtocolNumber {
            office: self.office?,
            direction: self.direction?,
            year: self.year?,
            number,
        })
    }

    /// The numbers of an office that are meant, the latest of each series.
    pub(super) fn of(
        &self,
        tx: &dyn ReadTx,
        office: OfficeCode,
        today: Day,
    ) -> Result<Vec<ProtocolNumber>> {
        if self.office.is_some_and(|said| said != office) {
            return Ok(Vec::new());
        }
        let this = u16::try_from(today.year()).unwrap_or_default();
        let years = match self.year {
            Some(year) => year..=year,
            None => this.saturating_sub(YEARS)..=this,
        };
        let directions = [Direction::In, Direction::Out];
        let mut found = Vec::new();
        for year in years.rev() {
            for direction in directions {
                if self.direction.is_some_and(|said| said != direction) {
                    continue;
                }
                let Some(last) = register::last(tx, office, direction, year)? else { continue };
                let numbers = self.numbers(last).into_iter();
                found.extend(numbers.map(|number| ProtocolNumber {
                    office,
                    direction,
                    year,
                    number,
                }));
            }
        }
        Ok(found)
    }

    /// The numbers up to the last one that are meant, the latest first.
    fn numbers(&self, last: u64) -> Vec<u64> {
        let length = self.digits.len();
        let value: u64 = self.digits.parse().unwrap_or_default();
        let part = self.year.is_some() || length >= SHORTEST_INFIX;
        let Some(free) = SERIES.checked_sub(length).filter(|_| part) else {
            return (1..=last).contains(&value).then_some(value).into_iter().collect();
        };
        let places = if self.year.is_some() { 0 } else { free };
        let ten = |digits: usize| 10_u64.pow(u32::try_from(digits).unwrap_or_default());
        let mut found = BTreeSet::new();
        // So many digits stand before, and the others behind.
        for before in 0..=places {
            let behind = ten(free - before);
            for head in 0..ten(before) {
                let first = (head * ten(length) + value) * behind;
                if first > last {
                    break;
                }
                let end = (first + behind - 1).min(last);
                found.extend((first.max(1)..=end).rev().take(MOST));
            }
        }
        found.into_iter().rev().take(MOST).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::fit::number_fits;
    use super::*;

    #[test]
    fn codes_say_what_they_say() {
        let office = OfficeCode::parse("7010").unwrap();
        let whole = ProtocolNumber { office, direction: Direction::In, year: 2026, number: 42 };
        assert_eq!(read("7010e20260000042").first().and_then(Said::whole), Some(whole));
        assert_eq!(read("7010e2026004").first().and_then(Said::whole), None);
        assert_eq!(read("42").len(), 1);
        assert_eq!(read("202642").len(), 2);
        assert_eq!(read("20260000042").len(), 1);
        for none in ["durc", "9999999999", "x7010e2026", "2026e", "70e2026", "e20"] {
            assert_eq!(read(none), [], "{none}");
        }
    }

    #[test]
    fn the_numbers_that_are_meant_are_those_that_fit() {
        let last = 3_000;
        for digits in ["42", "1234", "0012", "00030", "0000042", "2026", "234"] {
            let said = Said { digits: digits.to_owned(), ..Said::default() };
            let fits =
                |number: &u64| number_fits(&format!("7010e2026{number:07}"), digits).is_some();
            let expected: Vec<u64> = (1..=last).rev().filter(fits).take(MOST).collect();
            assert_eq!(said.numbers(last), expected, "{digits}");
        }
        let dated = Said { year: Some(2026), digits: "00029".to_owned(), ..Said::default() };
        assert_eq!(dated.numbers(last).first(), Some(&2_999));
        assert_eq!(dated.numbers(9), [0_u64; 0]);
    }
}
