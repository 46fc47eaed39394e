//! What a key does in a grid: pure, so that every key is tested.

/// A cell. Row 0 is the heading, the rows of the list begin at 1; column 0 is the one of the check marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// From the heading.
    pub row: usize,
    /// From the check marks.
    pub column: usize,
}

/// The keys held down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Control, or the command key.
    pub control: bool,
    /// Shift.
    pub shift: bool,
    /// Alt, or option.
    pub alt: bool,
}

/// How large the grid is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Rows without the heading.
    pub rows: usize,
    /// Columns with the one of the check marks.
    pub columns: usize,
    /// Rows in sight.
    pub page: usize,
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Goes to a cell; with `extend` what lies between is selected.
    Go { to: At, extend: bool },
    /// Selects the row, or takes it out.
    Toggle,
    /// Selects all that match.
    All,
    /// Selects none.
    None,
    /// Opens the row.
    Open,
    /// Sorts by the column; with `add` after the others.
    Sort { add: bool },
    /// Makes the column wider (or narrower) by so many steps.
    Widen(i32),
}

/// What a key does at a cell; nothing if it is not the grid's.
pub fn act(key: &str, held: Held, at: At, extent: Extent) -> Option<Act> {
    let head = at.row == 0;
    if held.alt {
        return match key {
            "ArrowLeft" if head => Some(Act::Widen(-1)),
            "ArrowRight" if head => Some(Act::Widen(1)),
            _ => None,
        };
    }
    match key {
        " " | "x" if held.control => None,
        " " if head && at.column > 0 => Some(Act::Sort { add: held.shift }),
        " " if head => Some(Act::All),
        " " | "x" => Some(Act::Toggle),
        "Enter" if head && at.column > 0 => Some(Act::Sort { add: held.shift }),
        "Enter" if head => Some(Act::All),
        "Enter" | "o" if !held.control => Some(Act::Open),
        "a" | "A" if held.control => Some(Act::All),
        "Escape" => Some(Act::None),
        _ => go(key, held, at, extent),
    }
}

fn go(key: &str, held: Held, at: At, extent: Extent) -> Option<Act> {
    let Extent { rows, columns, page } = extent;
    let last = columns.saturating_sub(1);
    let down = |by: usize| (at.row + by).min(rows);
    // Only an arrow leads up to the heading.
    let up = |by: usize| at.row.saturating_sub(by).max(1.min(rows));
    let (row, column) = match (key, held.control) {
        ("ArrowDown" | "j", false) => (down(1), at.column),
        ("ArrowUp", false) if held.shift => (up(1), at.column),
        ("ArrowUp" | "k", false) => (at.row.saturating_sub(1), at.column),
        ("ArrowLeft", false) => (at.row, at.column.saturating_sub(1)),
        ("ArrowRight", false) => (at.row, (at.column + 1).min(last)),
        ("PageDown", _) => (down(page.max(1)), at.column),
        ("PageUp", _) => (up(page.max(1)), at.column),
        ("Home", false) => (at.row, 0),
        ("End", false) => (at.row, last),
        ("Home", true) => (1.min(rows), 0),
        ("End", true) => (rows, last),
        ("ArrowUp", true) => (1.min(rows), at.column),
        ("ArrowDown", true) => (rows, at.column),
        _ => return None,
    };
    let vertical = row != at.row || matches!(key, "ArrowDown" | "ArrowUp" | "PageDown" | "PageUp");
    Some(Act::Go { to: At { row, column }, extend: held.shift && vertical && at.row > 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXTENT: Extent = Extent { rows: 100, columns: 15, page: 20 };

    fn go(key: &str, held: Held, row: usize, column: usize) -> Option<(usize, usize, bool)> {
        match act(key, held, At { row, column }, EXTENT)? {
            Act::Go { to, extend } => Some((to.row, to.column, extend)),
            _ => None,
        }
    }

    #[test]
    fn arrows_pages_and_ends_stay_inside() {
        let (none, control) = (Held::default(), Held { control: true, ..Held::default() });
        for (key, held, from, to) in [
            ("ArrowDown", none, (100, 3), (100, 3)),
            ("ArrowUp", none, (1, 3), (0, 3)),
            ("ArrowUp", none, (0, 3), (0, 3)),
            ("ArrowRight", none, (5, 14), (5, 14)),
            ("ArrowLeft", none, (5, 0), (5, 0)),
            ("PageDown", none, (90, 2), (100, 2)),
            ("PageUp", none, (10, 2), (1, 2)),
            ("Home", none, (10, 9), (10, 0)),
            ("End", none, (10, 9), (10, 14)),
            ("Home", control, (10, 9), (1, 0)),
            ("End", control, (10, 9), (100, 14)),
            ("j", none, (10, 9), (11, 9)),
            ("k", none, (10, 9), (9, 9)),
        ] {
            assert_eq!(go(key, held, from.0, from.1), Some((to.0, to.1, false)), "{key}");
        }
        assert_eq!(act("q", none, At::default(), EXTENT), None);
        let empty = Extent { rows: 0, columns: 2, page: 1 };
        assert_eq!(
            act("ArrowDown", none, At::default(), empty),
            Some(Act::Go { to: At::default(), extend: false })
        );
    }

    #[test]
    fn shift_selects_what_lies_between() {
        let shift = Held { shift: true, ..Held::default() };
        assert_eq!(go("ArrowDown", shift, 5, 2), Some((6, 2, true)));
        assert_eq!(go("ArrowUp", shift, 1, 2), Some((1, 2, true)));
        assert_eq!(go("PageDown", shift, 5, 2), Some((25, 2, true)));
        assert_eq!(go("ArrowRight", shift, 5, 2), Some((5, 3, false)));
    }

    #[test]
    fn space_and_enter_depend_on_the_row() {
        let at = |row, column| At { row, column };
        let held = Held::default();
        let shift = Held { shift: true, ..held };
        let control = Held { control: true, ..held };
        assert_eq!(act(" ", held, at(3, 4), EXTENT), Some(Act::Toggle));
        assert_eq!(act(" ", held, at(0, 0), EXTENT), Some(Act::All));
        assert_eq!(act("Enter", shift, at(0, 4), EXTENT), Some(Act::Sort { add: true }));
        assert_eq!(act("Enter", held, at(7, 4), EXTENT), Some(Act::Open));
        assert_eq!(act("a", control, at(7, 4), EXTENT), Some(Act::All));
        assert_eq!(act("k", control, at(7, 4), EXTENT), None);
        assert_eq!(
            act("ArrowRight", Held { alt: true, ..held }, at(0, 4), EXTENT),
            Some(Act::Widen(1))
        );
    }
}
