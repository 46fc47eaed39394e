//! What was declared and paid (M23–M25, M30, M34).

pub mod comparison;
pub mod declarations;
pub mod funds;
pub mod payments;
pub mod principal;
pub mod situation;
