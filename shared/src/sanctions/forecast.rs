//! What it would cost to pay on another day.

use serde::{Deserialize, Serialize};

use super::assessment::{Rules, price};
use super::case::decide;
use super::{Case, Error, Facts, Form, Parameters, Payment};
use crate::calendar::Day;
use crate::interest;
use crate::money::Euro;

/// The sanction, were everything paid on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Point {
    /// The day.
    pub day: Day,
    /// The case it would be.
    pub case: Case,
    /// What it would cost.
    pub amount: Euro,
}

/// The sanction for each day from `first` to `last`, both included, were everything paid on it, in the form that the facts say (at
/// once where they say none). Nothing is calculated before it is asked for.
pub fn forecast(
    parameters: &Parameters,
    rates: &interest::Parameters,
    facts: &Facts,
    first: Day,
    last: Day,
) -> impl Iterator<Item = Result<Point, Error>> {
    let form = facts.payment.map_or(Form::Whole, |payment| payment.form);
    let days = first.epoch_days()..=last.epoch_days();
    days.map(Day::from_epoch_days).map(move |day| {
        let paid = Facts { until: day, payment: Some(Payment { day, form }), ..*facts };
        let rules = Rules::on(parameters, &paid)?;
        let decision = decide(&rules, &paid);
        let amount = price(&rules, decision, rates, &paid)?.amount;
        Ok(Point { day, case: decision.case, amount })
    })
}
