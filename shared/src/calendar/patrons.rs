//! Patron saints' days, as data: when an office's own municipality does not work. A line of `shared/calendar/patrons.txt` is a day, the code of
//! an office and what that is called. A day is month and date, `05-Tu` for the first Tuesday of a month, or `E+050` for days after Easter. The file
//! is read while the program is built; one that cannot be read ends the build.
//!
//! Local custom rather than law (for Rome DPR 792/1985, for Bolzano provincial law 36/1992): correct the file where a municipality decides
//! otherwise; an administrator does it for one installation. Days that always are Sundays or national holidays are left out, and so are
//! municipalities whose day is not well known.

use super::fixed::{after_line, number};
use super::{Day, Weekday, easter};
use crate::offices::OfficeCode;

/// When a municipality keeps its patron saint's day.
#[derive(Clone, Copy)]
enum Kept {
    /// On a month and a date.
    On(u8, u8),
    /// On the first Tuesday of a month.
    FirstTuesday(u8),
    /// So many days after Easter.
    AfterEaster(u8),
}

/// The day of an office.
#[derive(Clone, Copy)]
struct Patron {
    office: u16,
    kept: Kept,
}

static PATRONS: [Patron; LINES] = read(FILE);

const FILE: &[u8] = include_bytes!("../../calendar/patrons.txt");
const LINES: usize = lines(FILE).0;

const _: () = assert!(lines(FILE).1.is_empty(), "a line of patrons.txt cannot be read");

/// How many lines can be read, and what follows them.
const fn lines(mut text: &[u8]) -> (usize, &[u8]) {
    let mut count = 0;
    while let Some((_, rest)) = line(text) {
        count += 1;
        text = rest;
    }
    (count, text)
}

const fn read<const N: usize>(mut text: &[u8]) -> [Patron; N] {
    let mut all = [Patron { office: 0, kept: Kept::AfterEaster(0) }; N];
    let mut slots = all.as_mut_slice();
    while let (Some((slot, more)), Some((patron, rest))) = (slots.split_first_mut(), line(text)) {
        *slot = patron;
        slots = more;
        text = rest;
    }
    all
}

/// The patron saint's day of the first line, and the lines that follow.
const fn line(text: &[u8]) -> Option<(Patron, &[u8])> {
    let [a, b, c, d, e, b' ', f, g, h, i, b' ', said @ ..] = text else { return None };
    let kept = match (&[*a, *b, *c], &[*d, *e]) {
        ([b'E', b'+', c], [d, e]) => match number(&[*c, *d, *e]) {
            Some(days @ 0..=255) => Kept::AfterEaster(days as u8),
            _ => return None,
        },
        ([a, b, b'-'], [b'T', b'u']) => match number(&[*a, *b]) {
            Some(month @ 1..=12) => Kept::FirstTuesday(month as u8),
            _ => return None,
        },
        ([a, b, b'-'], date) => match (number(&[*a, *b]), number(date)) {
            (Some(month @ 1..=12), Some(date @ 1..=31)) => Kept::On(month as u8, date as u8),
            _ => return None,
        },
        _ => return None,
    };
    match number(&[*f, *g, *h, *i]) {
        Some(office) => Some((Patron { office: office as u16, kept }, after_line(said))),
        None => None,
    }
}

/// Whether the municipality of an office keeps its patron saint's day on a day.
pub(super) fn is_patron_day(day: Day, office: OfficeCode) -> bool {
    let number = office.number();
    PATRONS.iter().any(|patron| patron.office == number && falls_on(patron.kept, day))
}

fn falls_on(kept: Kept, day: Day) -> bool {
    match kept {
        Kept::On(month, date) => (u32::from(month), u32::from(date)) == (day.month(), day.day()),
        Kept::FirstTuesday(month) => {
            day.month() == u32::from(month) && day.day() <= 7 && day.weekday() == Weekday::Tue
        }
        Kept::AfterEaster(days) => day.days_since(easter(day.year())) == i64::from(days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offices;

    #[test]
    fn every_line_is_a_known_office_by_its_name_and_keeps_one_day() {
        let text = std::str::from_utf8(FILE).unwrap();
        assert_eq!(text.lines().count(), PATRONS.len());
        for (line, patron) in text.lines().zip(&PATRONS) {
            let known = OfficeCode::from_number(patron.office).and_then(offices::by_code);
            let known = known.unwrap_or_else(|| panic!("{line}"));
            assert_eq!(line.get(6..), Some(format!("{} {}", known.code, known.name).as_str()));
        }
        let mut codes: Vec<u16> = PATRONS.iter().map(|patron| patron.office).collect();
        codes.sort_unstable();
        assert!(codes.windows(2).all(|pair| pair[0] != pair[1]), "{codes:?}");
    }

    #[test]
    fn every_fixed_day_exists() {
        for Patron { office, kept } in &PATRONS {
            if let Kept::On(month, day) = kept {
                let day = Day::new(2025, u32::from(*month), u32::from(*day));
                assert!(day.is_some(), "{office}");
            }
        }
    }

    #[test]
    fn days_that_move_move() {
        let keeps = |office: &str, day: &str| {
            is_patron_day(Day::parse(day).unwrap(), OfficeCode::parse(office).unwrap())
        };
        assert!(keeps("1400", "2026-05-25") && keeps("1400", "2027-05-17"), "Whit Monday");
        assert!(keeps("0700", "2026-05-05") && keeps("0700", "2027-05-04"), "a first Tuesday");
        assert!(!keeps("0700", "2026-05-12") && !keeps("1400", "2026-05-26"));
        assert!(keeps("7010", "2026-06-29") && !keeps("7010", "2026-06-30"));
    }
}
