//! Holidays on the same date every year, as data: a line of `shared/calendar/holidays.txt` is month and day, the first year, and what it is by
//! which law. The file is read while the program is built, so that every calendar has it at no cost; one that cannot be read ends the build.

/// A holiday on the same date every year, since a first year.
#[derive(Clone, Copy)]
pub(super) struct Fixed {
    pub month: u32,
    pub day: u32,
    pub since: i32,
}

/// The national holidays of art. 2 L. 260/1949 as amended, Sundays and Easter apart.
pub(super) const FIXED: [Fixed; LINES] = read(FILE);

const FILE: &[u8] = include_bytes!("../../calendar/holidays.txt");
const LINES: usize = lines(FILE).0;

const _: () = assert!(lines(FILE).1.is_empty(), "a line of holidays.txt cannot be read");

/// How many lines can be read, and what follows them.
const fn lines(mut text: &[u8]) -> (usize, &[u8]) {
    let mut count = 0;
    while let Some((_, rest)) = line(text) {
        count += 1;
        text = rest;
    }
    (count, text)
}

const fn read<const N: usize>(mut text: &[u8]) -> [Fixed; N] {
    let mut all = [Fixed { month: 0, day: 0, since: 0 }; N];
    let mut slots = all.as_mut_slice();
    while let (Some((slot, more)), Some((fixed, rest))) = (slots.split_first_mut(), line(text)) {
        *slot = fixed;
        slots = more;
        text = rest;
    }
    all
}

/// The holiday of the first line, and the lines that follow.
const fn line(text: &[u8]) -> Option<(Fixed, &[u8])> {
    let [a, b, b'-', c, d, b' ', e, f, g, h, b' ', said @ ..] = text else { return None };
    let (month, day) = (number(&[*a, *b]), number(&[*c, *d]));
    let since = number(&[*e, *f, *g, *h]);
    match (month, day, since) {
        (Some(month @ 1..=12), Some(day @ 1..=31), Some(since)) => {
            Some((Fixed { month, day, since: since.cast_signed() }, after_line(said)))
        }
        _ => None,
    }
}

/// The number that digits write.
pub(super) const fn number(mut digits: &[u8]) -> Option<u32> {
    let mut number = 0;
    while let [digit @ b'0'..=b'9', rest @ ..] = digits {
        number = number * 10 + (*digit - b'0') as u32;
        digits = rest;
    }
    if digits.is_empty() { Some(number) } else { None }
}

/// What follows the first line.
pub(super) const fn after_line(mut text: &[u8]) -> &[u8] {
    while let [first, rest @ ..] = text {
        text = rest;
        if *first == b'\n' {
            break;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{FILE, FIXED};
    use crate::calendar::Day;

    #[test]
    fn every_line_is_a_day_in_order_and_names_its_law() {
        let text = std::str::from_utf8(FILE).unwrap();
        assert_eq!(text.lines().count(), FIXED.len());
        for (line, fixed) in text.lines().zip(FIXED) {
            let day = Day::new(fixed.since, fixed.month, fixed.day).unwrap();
            assert_eq!(line.get(..5), day.to_string().get(5..), "{line}");
            assert!(["L.", "DPR"].iter().any(|law| line.contains(law)), "{line}");
        }
        assert!(FIXED.is_sorted_by_key(|fixed| (fixed.month, fixed.day)));
    }
}
