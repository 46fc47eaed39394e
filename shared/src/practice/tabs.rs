//! The tabs of the grid that are always there.

use super::{Column, Condition, Test};

/// A tab's name in addresses, and its one condition.
pub type Tab = (&'static str, Option<(Column, Test, &'static str)>);

/// The tabs, in their order.
pub const TABS: [Tab; 7] = [
    ("", None),
    ("da-guardare", Some((Column::Attention, Test::AtLeast, "1"))),
    ("da-pagare", Some((Column::Missing, Test::AtLeast, "1"))),
    ("denunce", Some((Column::NotBalanced, Test::AtLeast, "1"))),
    ("novita", Some((Column::Changes, Test::AtLeast, "1"))),
    ("scadenze", Some((Column::Deadline, Test::Within, "7"))),
    ("deleghe", Some((Column::Delegation, Test::Within, "30"))),
];

/// The filter of the tab with this name; none if there is no such tab.
pub fn tab_filter(name: &str) -> Vec<Condition> {
    let tab = TABS.iter().find(|(each, _)| *each == name);
    let condition = |(column, test, value): (Column, Test, &str)| Condition {
        column,
        test,
        values: vec![value.to_owned()],
    };
    tab.and_then(|(_, own)| *own).map(condition).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tab_has_a_filter_that_makes_sense() {
        for (name, own) in TABS {
            let filter = tab_filter(name);
            assert_eq!(filter.len(), usize::from(own.is_some()), "{name}");
            assert!(filter.iter().all(Condition::is_sound), "{name}");
        }
        assert_eq!(tab_filter("nowhere"), []);
    }
}
