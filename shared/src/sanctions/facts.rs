//! What happened, as far as the sanction depends on it.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::money::Euro;

/// A contribution that was not paid when due, and what happened since. Days that did not come are absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// What was due; not below zero.
    pub contribution: Euro,
    /// The last day it could be paid on time.
    pub due: Day,
    /// The day up to which the delay is counted: of payment, or for which the sanction is calculated. Before `due` there is no delay.
    pub until: Day,
    /// What was done wrong.
    pub breach: Breach,
    /// How and when it was paid; absent while it is not.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub payment: Option<Payment>,
    /// When the institute asked for it. What was done before that day was done of one's own accord.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub requested: Option<Day>,
    /// When an assessment, by the office or an inspection, was notified; it asks as well.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub notified: Option<Day>,
    /// When an evasion was reported to the institute.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reported: Option<Day>,
    /// A rule of its own that applies.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub relief: Option<Relief>,
}

impl Facts {
    /// The day the institute first asked for the contribution in any way.
    pub fn demanded(&self) -> Option<Day> {
        self.requested.into_iter().chain(self.notified).min()
    }
}

/// What was done wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Breach {
    /// Declared, and not paid or paid late.
    Omission,
    /// Workers or wages hidden on purpose.
    Evasion,
}

/// How everything was paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// The day: of the last payment, or of the first instalment.
    pub day: Day,
    /// At once or not.
    pub form: Form,
}

/// Whether everything was paid at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// In one payment.
    Whole,
    /// In several payments that together are the whole.
    Parts,
    /// By a plan of instalments, the first of which is paid.
    Instalments,
}

/// A rule that takes the place of the ordinary sanction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Relief {
    /// Whether it was due was uncertain: courts or offices contradicted each other (c. 10).
    Uncertainty,
    /// The company is in an insolvency procedure.
    Insolvency,
    /// A letter of compliance pointed to it.
    Compliance {
        /// When the letter was received.
        received: Day,
    },
}

/// One of the days of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DayOf {
    /// The day the contribution was due.
    Due,
    /// The day up to which the delay is counted.
    Until,
    /// A given day.
    On(Day),
}

impl DayOf {
    /// That day, of a delay from the one day to the other.
    pub const fn of(self, due: Day, until: Day) -> Day {
        match self {
            Self::Due => due,
            Self::Until => until,
            Self::On(day) => day,
        }
    }
}

/// Which rate a delay bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RateAt {
    /// The rate of one day for the whole delay.
    One(DayOf),
    /// For each day the rate in force on it.
    EachDay,
}

/// What practice decides where the law does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Which rate.
    pub rate: RateAt,
    /// The day whose regime holds.
    pub regime: DayOf,
}

impl Policy {
    /// The day whose rate holds for the whole of such a delay; where each day has its own, the last.
    pub const fn rate_day(self, due: Day, until: Day) -> Day {
        match self.rate {
            RateAt::One(day) => day.of(due, until),
            RateAt::EachDay => until,
        }
    }
}
