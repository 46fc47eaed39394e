//! Who the company is: its registry data and their histories.

pub mod branches;
pub mod brief;
pub mod chamber;
pub mod detail;
pub mod histories;
pub mod insolvency;
pub mod interruptions;
pub mod periods;
pub mod positions;
pub mod states;
pub mod workforce;
