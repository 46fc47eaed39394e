//! Rectification notices (M22): the institute's own calculation where it differs from what was declared (Mod. DMRA, Msg INPS 666/2024).
//! Each difference with its cause, the sanction to the cent, what is enough for whoever pays soon, the F24 row.

mod calls;
mod f24;
mod grouping;
mod notice;
mod parameters;
mod recompute;
mod record;
mod returned;
mod row;

pub use calls::{Basis, Count, Counted, Detail, Export, List, Show};
pub use f24::F24Row;
pub use grouping::{CLOCK_DAYS, CauseGroup, MOST_NAMED, OfCompany, clocks, group_by_cause};
pub use notice::{
    ArithmeticLine, Cause, DifferenceLine, GroupFigures, Notice, Payable, Sanction, Side, half,
};
pub use parameters::{ContributionTolerance, HalvingTerm, NoticeParameters, SHIPPED};
pub use recompute::{NoticeError, Recalculation, pay_by, recompute};
pub use record::{Recorded, Stage};
pub use returned::{GroupLine, Recalculated, Supposed, explaining};
pub use row::{NoticeRow, Place, Sort, Which, in_order};

#[cfg(test)]
mod tests;
