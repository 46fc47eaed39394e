//! Where a value falls on a picture.

/// Ends of a scale, in tenths of a power of ten.
const STEPS: [i64; 10] = [10, 15, 20, 25, 30, 40, 50, 60, 80, 100];
/// Beyond it nothing is drawn in scale: a hundred thousand times the national budget, in cents.
const MOST: i64 = 1_000_000_000_000_000;

/// The round number at or over `greatest` that a scale ends at: one of [`STEPS`] times a power of ten.
pub fn nice_top(greatest: i64) -> i64 {
    let greatest = greatest.clamp(1, MOST);
    let mut power = 1;
    while power <= greatest / 10 {
        power *= 10;
    }
    STEPS
        .into_iter()
        .map(|step| step * power / 10)
        .find(|top| *top >= greatest)
        .unwrap_or(10 * power)
}

#[cfg(test)]
mod tests {
    use super::{MOST, nice_top};

    #[test]
    fn the_top_is_round_and_over_everything() {
        for (greatest, top) in [
            (-5, 1),
            (0, 1),
            (1, 1),
            (1_318, 1_500),
            (99, 100),
            (100, 100),
            (1_402_150, 1_500_000),
            (i64::MAX, MOST),
        ] {
            assert_eq!(nice_top(greatest), top, "{greatest}");
        }
    }
}
