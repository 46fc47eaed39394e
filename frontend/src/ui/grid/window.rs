//! Which rows exist in the page: those in sight and a few around them.

use std::ops::Range;

/// Most rows that exist at once, however high the screen.
pub const MOST: usize = 56;
/// Rows kept above and below those in sight, so that a flick of the wheel finds them drawn.
const AROUND: usize = 2;
/// Rows that are drawn first.
const BEGINNING: usize = 8;
/// The first row moves in steps of so many, so that not every pixel of a scroll draws anything.
const STEP: usize = 2;

/// The rows that exist, for a list scrolled by `scrolled` px whose sight is `room` px high.
pub fn window(scrolled: f64, room: f64, row: f64, rows: usize) -> Range<usize> {
    if row <= 0.0 || rows == 0 {
        return 0..0;
    }
    // A bounce at the ends scrolls below nothing.
    let top = (scrolled.max(0.0) / row) as usize;
    let in_sight = (room.max(0.0) / row).ceil() as usize + 1;
    let around = AROUND.min(MOST.saturating_sub(in_sight + STEP) / 2);
    let count = (in_sight + 2 * around + STEP).min(MOST).min(rows);
    let first = top.saturating_sub(around) / STEP * STEP;
    let first = first.min(rows - count);
    first..first + count
}

/// The rows that are drawn first: where the eye begins in a list that is at its top. The others follow with the first measuring.
pub fn beginning(scrolled: f64, room: f64, row: f64, rows: usize) -> Range<usize> {
    if scrolled > 0.0 || row <= 0.0 {
        return window(scrolled, room, row, rows);
    }
    0..((room.max(0.0) / row).ceil() as usize).min(BEGINNING).min(rows)
}

/// How far to scroll so that a row is in sight between what covers the top and the bottom; none if it is.
pub fn reveal(position: usize, scrolled: f64, room: f64, row: f64) -> Option<f64> {
    let (top, bottom) = (position as f64 * row, (position + 1) as f64 * row);
    if top < scrolled {
        return Some(top);
    }
    (bottom > scrolled + room).then(|| (bottom - room).min(top))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_sight_exists_wherever_one_scrolls() {
        for (room, row) in [(700.0, 44.0), (700.0, 32.0), (1500.0, 32.0), (100.0, 44.0)] {
            for scrolled in (0..440_000).step_by(37).map(f64::from) {
                let window = window(scrolled, room, row, 10_000);
                assert!(window.len() <= MOST, "{window:?}");
                let first = (scrolled / row) as usize;
                let last = (((scrolled + room) / row) as usize).min(9_999);
                assert!(
                    window.contains(&first.min(9_999)) && window.contains(&last),
                    "{scrolled} {window:?}"
                );
            }
        }
        assert_eq!(window(-80.0, 700.0, 44.0, 3), 0..3);
        assert_eq!(window(1e9, 700.0, 44.0, 100).end, 100);
        assert_eq!(window(0.0, 700.0, 44.0, 0), 0..0);
        assert_eq!(beginning(0.0, 700.0, 44.0, 10_000), 0..BEGINNING);
        assert_eq!(
            (beginning(0.0, 700.0, 44.0, 3), beginning(0.0, 100.0, 44.0, 100)),
            (0..3, 0..3)
        );
        assert_eq!(beginning(4_400.0, 700.0, 44.0, 1_000), window(4_400.0, 700.0, 44.0, 1_000));
    }

    #[test]
    fn scrolling_a_little_draws_nothing() {
        let one = window(4_400.0, 700.0, 44.0, 1_000);
        assert_eq!(one, window(4_430.0, 700.0, 44.0, 1_000));
    }

    #[test]
    fn a_row_out_of_sight_is_brought_to_the_nearer_edge() {
        assert_eq!(reveal(5, 0.0, 440.0, 44.0), None);
        assert_eq!(reveal(10, 0.0, 440.0, 44.0), Some(44.0));
        assert_eq!(reveal(1, 440.0, 440.0, 44.0), Some(44.0));
        assert_eq!(reveal(3, 0.0, 20.0, 44.0), Some(132.0));
    }
}
