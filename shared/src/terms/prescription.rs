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

/// Until when a claim of a day stands (art. 3 c. 9 L. 335/1995 for contributions, art. 2946 c.c. for refunds): an interruption lets the
/// whole term begin anew; a worker's report within the term makes it ten years. Suspensions by laws of emergency are not counted.
///
/// # Errors
/// [`Missing`] for a day before the term is known.
pub fn prescription(
    parameters: &Parameters,
    claim: Claim,
    since: Day,
    interruptions: &[Day],
) -> Result<Prescription, Missing> {
    let (ordinary, reported) = match claim {
        Claim::Contributions { reported } => (&parameters.contributions_years, reported),
        Claim::Refund => (&parameters.refund_years, None),
    };
    let ordinary = ordinary.on(Parameter::Prescription, since)?;
    let longer = parameters.reported_years.on(Parameter::Prescription, since);
    let (mut from, mut term, mut lengthened) = (since, ordinary, false);
    let mut too_late = Vec::new();
    for (day, is_report) in in_order(reported, interruptions) {
        if day < since {
            continue;
        }
        let stands = day <= last_day(from, term);
        match (is_report, stands) {
            (true, true) => (term, lengthened) = (longer?, true),
            (true, false) => {}
            (false, true) => from = day,
            (false, false) => too_late.push(day),
        }
    }
    Ok(Prescription {
        from,
        years: term.value,
        last: last_day(from, term),
        too_late,
        lengthened,
        source: term.source.clone(),
        confidence: term.confidence,
    })
}

/// The last day of a term of years (art. 2963 c.c.).
fn last_day(from: Day, years: &Step<u16>) -> Day {
    from.plus_months(i32::from(years.value).saturating_mul(12))
}

/// What happens to a claim, by day, a report before an interruption of the same day.
fn in_order(reported: Option<Day>, interruptions: &[Day]) -> Vec<(Day, bool)> {
    let interruptions = interruptions.iter().map(|day| (*day, false));
    let mut events: Vec<_> =
        reported.map(|day| (day, true)).into_iter().chain(interruptions).collect();
    events.sort_unstable_by_key(|(day, is_report)| (*day, !is_report));
    events
}
