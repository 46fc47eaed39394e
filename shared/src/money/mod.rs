//! Money and rates, in whole numbers: the same cent on the phone, the server and the printed page.

mod amount_error;
mod euro;
mod rate;

pub use amount_error::AmountError;
pub use euro::Euro;
pub use rate::Rate;

/// Division rounded half-up: a remainder of half or more goes away from zero, as contributions are
/// rounded to the cent. Saturates at the ends of `i64`.
///
/// This is the one rounding of the product. A `denominator` below one counts as one.
pub fn half_up(numerator: i128, denominator: i128) -> i64 {
    let denominator = denominator.max(1);
    let magnitude = numerator.saturating_abs();
    let remainder = magnitude % denominator;
    let rounded = magnitude / denominator + i128::from(remainder >= denominator - remainder);
    let signed = if numerator < 0 { -rounded } else { rounded };
    i64::try_from(signed).unwrap_or(if signed < 0 { i64::MIN } else { i64::MAX })
}

#[cfg(test)]
mod tests {
    use super::half_up;

    #[test]
    fn half_goes_away_from_zero() {
        for (numerator, denominator, expected) in [
            (5, 10, 1),
            (-5, 10, -1),
            (4, 10, 0),
            (-4, 10, 0),
            (1, 3, 0),
            (2, 3, 1),
            (15, 10, 2),
            (7, 1, 7),
            (7, 0, 7),
            (i128::MAX, 1, i64::MAX),
            (i128::MIN, 1, i64::MIN),
        ] {
            assert_eq!(half_up(numerator, denominator), expected, "{numerator}/{denominator}");
        }
    }
}
