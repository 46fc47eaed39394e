//! Until when a claim stands.

use serde::{Deserialize, Serialize};

use super::Parameters;
use crate::calendar::Day;
use crate::parameters::{Confidence, Missing, Parameter, Step};

/// What is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// The institute claims contributions, from the day they were due.
    Contributions {
        /// When the worker, or who survives them, reported the omission; absent if nobody did.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        reported: Option<Day>,
    },
    /// A company claims back what it paid unduly, from the day it paid.
    Refund,
}

/// A time in which a term of years does not run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Suspension {
    /// The first day that does not count.
    pub first: Day,
    /// The last day that does not count.
    pub last: Day,
    /// The law.
    pub source: String,
    /// How well it is known.
    pub confidence: Confidence,
}

/// A suspension and what it added to the term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Suspended {
    /// The suspension.
    pub suspension: Suspension,
    /// By how many days the last day moved.
    pub days: u32,
}

/// Until when a claim stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Prescription {
    /// From when the term runs: the claim's first day, or the last interruption that counted.
    pub from: Day,
    /// How many years.
    pub years: u16,
    /// The last day to claim, as counted.
    pub last: Day,
    /// The suspensions that moved it, by day.
    pub suspended: Vec<Suspended>,
    /// Interruptions that came when the claim was time-barred already, by day: a contribution cannot come back to life.
    pub too_late: Vec<Day>,
    /// Whether a report of the worker lengthened the term.
    pub lengthened: bool,
    /// The law.
    pub source: String,
    /// How well it is known.
    pub confidence: Confidence,
}

impl Prescription {
    /// Whether the claim is time-barred on a day.
    pub fn is_barred(&self, on: Day) -> bool {
        on > self.last
    }
}

/// The suspensions of the term of contributions by laws of emergency.
pub fn suspensions(parameters: &Parameters) -> Vec<Suspension> {
    let held = parameters.suspensions.steps().iter().filter(|step| step.value);
    let suspension = |step: &Step<bool>| Suspension {
        first: step.from,
        last: step.until.unwrap_or(Day::LAST),
        source: step.source.clone(),
        confidence: step.confidence,
    };
    held.map(suspension).collect()
}

/// Until when a claim of a day stands (art. 3 c. 9 L. 335/1995 for contributions, art. 2946 c.c. for refunds): an interruption lets the
/// whole term begin anew; a worker's report within the term makes it ten years; days of a suspension do not count, and no day counts twice.
///
/// # Errors
/// [`Missing`] for a day before the term is known.
pub fn prescription(
    parameters: &Parameters,
    claim: Claim,
    since: Day,
    interruptions: &[Day],
    suspensions: &[Suspension],
) -> Result<Prescription, Missing> {
    let (ordinary, reported) = match claim {
        Claim::Contributions { reported } => (&parameters.contributions_years, reported),
        Claim::Refund => (&parameters.refund_years, None),
    };
    let ordinary = ordinary.on(Parameter::Prescription, since)?;
    let longer = parameters.reported_years.on(Parameter::Prescription, since);
    let mut suspensions: Vec<&Suspension> = suspensions.iter().collect();
    suspensions.sort_unstable_by_key(|one| (one.first, one.last));
    let (mut from, mut term, mut lengthened) = (since, ordinary, false);
    let mut too_late = Vec::new();
    for (day, is_report) in in_order(reported, interruptions) {
        if day < since {
            continue;
        }
        let stands = day <= last_day(from, term, &suspensions).0;
        match (is_report, stands) {
            (true, true) => (term, lengthened) = (longer?, true),
            (true, false) => {}
            (false, true) => from = day,
            (false, false) => too_late.push(day),
        }
    }
    let (last, suspended) = last_day(from, term, &suspensions);
    let confidence = suspended.iter().map(|one| one.suspension.confidence);
    Ok(Prescription {
        from,
        years: term.value,
        last,
        too_late,
        lengthened,
        source: term.source.clone(),
        confidence: confidence.fold(term.confidence, Confidence::max),
        suspended,
    })
}

/// The last day of a term of years (art. 2963 c.c.), moved by the days of each suspension that fall into it, and what moved it. A term
/// that would begin within a suspension begins at its end (art. 37 c. 2 DL 18/2020).
fn last_day(from: Day, years: &Step<u16>, suspensions: &[&Suspension]) -> (Day, Vec<Suspended>) {
    let of_years = |start: Day| start.plus_months(i32::from(years.value).saturating_mul(12));
    let (mut last, mut counted, mut suspended) = (of_years(from), from, Vec::new());
    for suspension in suspensions {
        let before = last;
        if suspension.first <= counted && counted == from && suspension.last > from {
            last = of_years(suspension.last);
        } else if suspension.first <= last && suspension.last > counted {
            let first = suspension.first.max(counted.plus_days(1));
            last = last.plus_days(suspension.last.days_since(first) + 1);
        }
        counted = counted.max(suspension.last);
        let days = u32::try_from(last.days_since(before)).unwrap_or_default();
        if days > 0 {
            suspended.push(Suspended { suspension: (*suspension).clone(), days });
        }
    }
    (last, suspended)
}

/// What happens to a claim, by day, a report before an interruption of the same day.
fn in_order(reported: Option<Day>, interruptions: &[Day]) -> Vec<(Day, bool)> {
    let interruptions = interruptions.iter().map(|day| (*day, false));
    let mut events: Vec<_> =
        reported.map(|day| (day, true)).into_iter().chain(interruptions).collect();
    events.sort_unstable_by_key(|(day, is_report)| (*day, !is_report));
    events
}
