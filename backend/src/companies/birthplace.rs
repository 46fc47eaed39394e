//! What the place is called that a tax code names: `birthplaces.txt` has a line for each Belfiore code, of municipalities (those that are no
//! more too) and of foreign states, by the national archive of municipalities and states.

use std::sync::LazyLock;

/// The lines, in the order of their codes.
static PLACES: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    include_str!("birthplaces.txt").lines().filter_map(|line| line.split_once(' ')).collect()
});

/// The name of a Belfiore code, a municipality with its province; none for a code that is not known.
pub fn birthplace(belfiore: &str) -> Option<&'static str> {
    let place = PLACES.binary_search_by_key(&belfiore, |(code, _)| *code).ok()?;
    PLACES.get(place).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_called_by_its_municipality_or_state() {
        for (code, name) in [
            ("A562", "San Giuliano Terme (PI)"),
            ("H501", "Roma (RM)"),
            ("F205", "Milano (MI)"),
            ("Z129", "Romania"),
        ] {
            assert_eq!(birthplace(code), Some(name));
        }
        for unknown in ["", "Z999", "H50", "h501"] {
            assert_eq!(birthplace(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn each_code_has_one_line_in_its_order() {
        assert!(PLACES.is_sorted_by(|(one, _), (next, _)| one < next));
        assert!(PLACES.iter().all(|(code, name)| code.len() == 4 && name.chars().count() <= 80));
    }
}
