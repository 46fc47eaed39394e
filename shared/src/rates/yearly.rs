//! The figures the institute publishes at the start of each year.

use crate::money::Euro;

/// Floors and ceilings of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Yearly {
    /// The year.
    pub year: i32,
    /// The lowest wage of a day that contributions are paid on.
    pub daily_minimum: Euro,
    /// The yearly ceiling of the insured since 1996 (art. 2 c. 18 L. 335/1995).
    pub ceiling: Euro,
    /// Above this yearly wage the employee pays 1 % more (art. 3-ter DL 384/1992).
    pub first_band: Euro,
    /// The same for a month.
    pub first_band_month: Euro,
    /// The yearly income of the gestione separata that credits a full year.
    pub separate_minimum: Euro,
}

/// Circ. INPS 21/2024, 26/2025, 6/2026; for the gestione separata 24/2024, 27/2025, 8/2026.
const YEARS: [Yearly; 3] = [
    of(2024, 5687, 119_650, [55_008, 4_584], 18_415),
    of(2025, 5732, 120_607, [55_448, 4_621], 18_555),
    of(2026, 5813, 122_295, [56_224, 4_685], 18_808),
];

const fn of(year: i32, minimum: i64, ceiling: i64, band: [i64; 2], separate: i64) -> Yearly {
    Yearly {
        year,
        daily_minimum: Euro::from_cents(minimum),
        ceiling: Euro::from_whole(ceiling),
        first_band: Euro::from_whole(band[0]),
        first_band_month: Euro::from_whole(band[1]),
        separate_minimum: Euro::from_whole(separate),
    }
}

/// The figures of a year, when they are known.
pub fn yearly(year: i32) -> Option<&'static Yearly> {
    YEARS.iter().find(|figures| figures.year == year)
}
