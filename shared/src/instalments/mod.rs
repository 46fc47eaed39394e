//! Paying over time: plans of instalments granted by the institute in its administrative phase, what becomes of them, and the deferral of
//! a month's contributions for collective holidays.

mod attribution;
mod deferral;
mod life;
mod parameters;
mod plan;

pub use attribution::{Attribution, HeldPlan, PaidPlan, attribute};
pub use deferral::{Deferral, deferral};
pub use life::{Closing, Life, LifeError, Paid, Standing, State, life};
pub use parameters::{Authority, Limit, Parameters, Rules, RulesName, RulesOf, SHIPPED};
pub use plan::{Application, Instalment, Plan, PlanError, plan};

#[cfg(test)]
mod tests;
