//! A UniEmens file checked before it is sent (B07): what intake would say of it, the virtual DM, the notice and the evidence to be
//! expected, and what is different from the month before. The file stays where it is; only what is known is asked for.

mod calls;
mod forecast;
mod reading;
mod report;

pub use calls::{
    About, Known, KnownCompany, KnownMonth, KnownPosition, KnownReturn, MAX_ASKED, Totals,
};
pub use reading::{Reading, read};
pub use report::{Absent, Before, Checked, Forecast, GroupChange, People, Report};

#[cfg(test)]
mod tests;
