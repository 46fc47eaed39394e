//! Where a value falls on a picture.

/// The round number at or over `greatest` that a scale ends at: 1, 2, 2.5 or 5 times a power of ten.
pub fn nice_top(greatest: f64) -> f64 {
    if !greatest.is_finite() || greatest <= 0.0 {
        return 1.0;
    }
    let power = 10f64.powf(greatest.log10().floor());
    let steps = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0];
    steps.into_iter().map(|step| step * power).find(|top| *top >= greatest).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::nice_top;

    #[test]
    fn the_top_is_round_and_over_everything() {
        for (greatest, top) in [
            (0.0, 1.0),
            (1.0, 1.0),
            (1_318.0, 1_500.0),
            (99.0, 100.0),
            (14_021.5, 15_000.0),
            (f64::NAN, 1.0),
        ] {
            assert_eq!(nice_top(greatest), top, "{greatest}");
        }
    }
}
