//! Civil sanctions on contributions paid late or hidden (art. 116 L. 388/2000, as amended by art. 30 DL 19/2024 from 1/9/2024): which
//! case the facts make, why, and what it costs.

mod assessment;
mod case;
mod facts;
mod forecast;
mod parameters;

pub use assessment::{Assessment, DefaultInterest, Terms, assess, omission_cap, omission_rate};
pub use case::{Case, Reason};
pub use facts::{Breach, DayOf, Facts, Form, Payment, Policy, RateAt, Relief};
pub use forecast::{Point, forecast};
pub use parameters::{
    Basis, Insolvency, Measure, Parameters, Regime, SHIPPED, Spontaneous, WithinDays,
};

pub use crate::interest::Error;

#[cfg(test)]
mod tests;
