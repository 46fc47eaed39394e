//! The order of rows: by one column, then by another among those that are equal.

use super::fold::fold;

/// The key of a row that has nothing in this column: it comes last, whichever way the column is sorted.
pub const ABSENT: i64 = i64::MIN;

/// One step of a sorting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SortBy {
    /// The column, by its number.
    pub column: usize,
    /// The largest first.
    pub descending: bool,
}

/// What a press on a heading makes of a sorting: ascending, then descending, then none. With `add` the other columns stay.
pub fn pressed(sorting: &[SortBy], column: usize, add: bool) -> Vec<SortBy> {
    let before = sorting.iter().find(|step| step.column == column).map(|step| step.descending);
    let next = match before {
        None => Some(SortBy { column, descending: false }),
        Some(false) => Some(SortBy { column, descending: true }),
        Some(true) => None,
    };
    if !add {
        return next.into_iter().collect();
    }
    let changed = |step: &SortBy| if step.column == column { next } else { Some(*step) };
    let kept: Vec<SortBy> = sorting.iter().filter_map(changed).collect();
    match before {
        Some(_) => kept,
        None => kept.into_iter().chain(next).collect(),
    }
}

/// All rows in order; each key is a column's and whether it runs downwards. Rows that are equal stay as they were.
pub fn order(rows: usize, keys: &[(&[i64], bool)]) -> Vec<u32> {
    let at = |keys: &[i64], row: u32| keys.get(row as usize).copied().unwrap_or(ABSENT);
    let own = |key: i64, descending: bool| match (key, descending) {
        (ABSENT, _) => i64::MAX,
        (key, true) => !key,
        (key, false) => key,
    };
    if let [(keys, descending)] = keys {
        // The usual case, without a comparison that looks anything up.
        let mut pairs: Vec<(i64, u32)> =
            (0..rows as u32).map(|row| (own(at(keys, row), *descending), row)).collect();
        // Built for size, the library sorts by heap where rows that are equal need not stay: a tenth of a press on a heading.
        pairs.sort();
        return pairs.into_iter().map(|(_, row)| row).collect();
    }
    let mut order: Vec<u32> = (0..rows as u32).collect();
    order.sort_by(|one, other| {
        let each = keys.iter().map(|(keys, descending)| {
            own(at(keys, *one), *descending).cmp(&own(at(keys, *other), *descending))
        });
        each.into_iter().find(|found| found.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
    });
    order
}

/// Texts as keys: their places in the alphabet, accents and case aside; an empty one is absent.
pub fn ranks<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<i64> {
    let folded: Vec<String> = texts.map(fold).collect();
    // Eight letters decide nearly always; only where they are equal the rest is looked at.
    let head = |text: &str| {
        let mut bytes = [0; 8];
        bytes.iter_mut().zip(text.bytes()).for_each(|(to, from)| *to = from);
        u64::from_be_bytes(bytes)
    };
    let mut sorted: Vec<(u64, &str, usize)> =
        folded.iter().enumerate().map(|(row, text)| (head(text), text.as_str(), row)).collect();
    sorted.sort_unstable();
    let mut ranks = vec![ABSENT; folded.len()];
    let (mut rank, mut before) = (0, "");
    for (_, text, row) in sorted {
        if text != before {
            (rank, before) = (rank + 1, text);
        }
        if let (Some(place), false) = (ranks.get_mut(row), text.is_empty()) {
            *place = rank;
        }
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_absent_comes_last_both_ways() {
        let keys = [3, ABSENT, 1, 3];
        assert_eq!(order(4, &[(&keys, false)]), [2, 0, 3, 1]);
        assert_eq!(order(4, &[(&keys, true)]), [0, 3, 2, 1]);
        assert_eq!(order(3, &[]), [0, 1, 2]);
    }

    #[test]
    fn equal_rows_are_told_apart_by_the_next_column() {
        let (first, second) = ([1, 1, 0, 1], [5, 9, 7, ABSENT]);
        assert_eq!(order(4, &[(&first, false), (&second, true)]), [2, 1, 0, 3]);
    }

    #[test]
    fn texts_are_ordered_as_people_read_them() {
        let names = ["Zeta", "èlite", "", "Élite", "Alfa Romeo", "alfa"];
        assert_eq!(ranks(names.into_iter()), [4, 3, ABSENT, 3, 2, 1]);
        assert_eq!(order(6, &[(&ranks(names.into_iter()), false)]), [5, 4, 1, 3, 0, 2]);
    }

    #[test]
    fn a_heading_turns_up_down_and_off() {
        let by = |column, descending| SortBy { column, descending };
        let one = pressed(&[], 2, false);
        assert_eq!(one, [by(2, false)]);
        assert_eq!(pressed(&one, 2, false), [by(2, true)]);
        assert_eq!(pressed(&[by(2, true)], 2, false), []);
        assert_eq!(pressed(&one, 4, false), [by(4, false)]);
        assert_eq!(pressed(&one, 4, true), [by(2, false), by(4, false)]);
        assert_eq!(pressed(&[by(2, false), by(4, true)], 2, true), [by(2, true), by(4, true)]);
        assert_eq!(pressed(&[by(2, true), by(4, true)], 2, true), [by(4, true)]);
    }
}
