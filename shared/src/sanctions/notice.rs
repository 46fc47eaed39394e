//! The sanction printed on a rectification notice (Mod. DMRA).

use serde::{Deserialize, Serialize};

use super::{Assessment, Breach, DayOf, Error, Facts, Parameters, Payment, Policy, RateAt, assess};
use crate::calendar::{Day, Month, f24_due, next_working_day};
use crate::interest;
use crate::money::Euro;
use crate::parameters::{Missing, Parameter};

/// What a rectification notice is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NoteFacts {
    /// The contributions that are missing; not below zero.
    pub difference: Euro,
    /// The month they are for.
    pub competence: Month,
    /// When the notice was made out.
    pub emitted: Day,
    /// When it was notified; absent while it was not.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub notified: Option<Day>,
    /// How and when it was paid; absent while it was not.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub payment: Option<Payment>,
}

/// A rectification notice with its sums.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Note {
    /// When the contributions were due.
    pub due: Day,
    /// The day to which the sanction is calculated: 30 days from the emission, or the next working day.
    pub pay_by: Day,
    /// The sanction, to the pay-by day at the rate of the emission.
    pub sanction: Assessment,
    /// Contributions and full sanction, as printed.
    pub total: Euro,
    /// Contributions and what is to be paid of the sanction.
    pub payable: Euro,
}

/// A rectification notice, under the regime of the day that `regime` names ([`DayOf::Due`] as a rule).
///
/// The full sanction is printed when the notice is made out, so its rate is that of the emission; it is halved when everything, or the
/// first instalment, is paid within 30 days of the notification (Msg INPS 970/2025).
///
/// # Errors
/// Those of [`assess`].
pub fn note(
    parameters: &Parameters,
    rates: &interest::Parameters,
    facts: &NoteFacts,
    regime: DayOf,
) -> Result<Note, Error> {
    let due = f24_due(facts.competence);
    let pay_by = pay_by(parameters, facts.emitted)?;
    let late = Facts {
        contribution: facts.difference,
        due,
        until: pay_by,
        breach: Breach::Omission,
        payment: facts.payment,
        // The institute found it out: nothing that follows is of one's own accord.
        requested: Some(facts.emitted),
        notified: facts.notified,
        reported: None,
        relief: None,
    };
    let policy = Policy { rate: RateAt::One(DayOf::On(facts.emitted)), regime };
    let sanction = assess(parameters, rates, &late, policy)?;
    let total = facts.difference + sanction.full;
    let payable = facts.difference + sanction.amount;
    Ok(Note { due, pay_by, sanction, total, payable })
}

/// The pay-by day of a notice made out on a day.
fn pay_by(parameters: &Parameters, emitted: Day) -> Result<Day, Missing> {
    let days = parameters.notice_days.on(Parameter::NoticeTerm, emitted)?.value;
    Ok(next_working_day(emitted.plus_days(days.into()), None))
}
