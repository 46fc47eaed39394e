//! The rates of apprentices, wage-integration funds apart.

use super::{Confidence, Expected};
use crate::money::Rate;

/// The kind of an apprenticeship (D.Lgs 81/2015).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Apprenticeship {
    /// Towards a qualification or diploma, art. 43: the first level.
    FirstLevel,
    /// Towards a trade, art. 44.
    Professional,
}

/// The apprentice's part: 5.84 %.
const EMPLOYEE: u32 = 584;

/// The rate of an apprentice after so many whole months served, in a firm of a size (art. 1 c. 773
/// L. 296/2006; art. 32 D.Lgs 150/2015).
pub fn apprentice_rate(kind: Apprenticeship, size: u32, months_served: u32) -> Expected {
    let small = size < 10;
    let total = match (kind, small, months_served) {
        (Apprenticeship::Professional, true, 0..12) => 895,
        (Apprenticeship::Professional, true, 12..24) => 1045,
        (Apprenticeship::Professional, ..) => 1745,
        (Apprenticeship::FirstLevel, true, 0..12) => 734,
        (Apprenticeship::FirstLevel, true, 12..24) => 884,
        (Apprenticeship::FirstLevel, ..) => 1084,
    };
    Expected {
        total: Rate::from_hundredths(total),
        employee: Rate::from_hundredths(EMPLOYEE),
        confidence: Confidence::Sourced,
    }
}
