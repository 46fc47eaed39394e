//! Rectification notices (M22): the institute's own calculation where it differs from what was declared (Mod. DMRA, Msg INPS 666/2024).
//! Each difference with its cause, the sanction to the cent, what is enough for whoever pays soon, the F24 row.

mod f24;
mod grouping;
mod notice;
mod parameters;
mod recompute;

pub use f24::F24Row;
pub use grouping::{CauseGroup, group_by_cause};
pub use notice::{
    ArithmeticLine, Cause, DifferenceLine, GroupFigures, Notice, Payable, Sanction, Side, half,
};
pub use parameters::{ContributionTolerance, HalvingTerm, NoticeParameters, SHIPPED};
pub use recompute::{NoticeError, Recalculation, pay_by, recompute};

#[cfg(test)]
mod tests;
