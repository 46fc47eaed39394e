//! The internal DURC: the monthly check on which contribution benefits depend (art. 1 c. 1175 L. 296/2006).

use serde::{Deserialize, Serialize};

use super::{DurcParameters, Light, Outcome, PastCheck};
use crate::calendar::{Day, Month};
use crate::parameters::{Missing, Parameter};

/// The check of one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MonthlyCheck {
    /// The month.
    pub month: Month,
    /// The day a gap was notified; absent if the check was green.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub notified: Option<Day>,
    /// The day it was cured.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cured: Option<Day>,
}

/// The light of a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum InternalDurc {
    /// No check covers it yet.
    Unchecked,
    /// A document of the DURC on line was valid in it: light blue, for the outcome is that of the document (Msg INPS 3184/2016).
    Blue {
        /// Its protocol.
        protocol: String,
        /// The last day it is valid.
        expires: Day,
    },
    /// Covered by the check of a month.
    Green {
        /// Of which month the check is.
        by: Month,
        /// The last month that it covers.
        until: Month,
    },
    /// Notified, and the time to cure runs.
    Yellow {
        /// The last day to cure.
        cure_by: Day,
    },
    /// Not cured in time: the month's benefit is lost for good, whatever is paid later.
    Red {
        /// The first day on which it was lost.
        lost: Day,
    },
    /// Red and locked: the DURC on line was not cured, and its negative outcome was notified.
    Locked {
        /// Its protocol.
        protocol: String,
        /// The first day after the time to cure.
        since: Day,
    },
}

impl InternalDurc {
    /// Its colour, where there is one.
    pub const fn light(&self) -> Option<Light> {
        match self {
            InternalDurc::Unchecked => None,
            InternalDurc::Blue { .. } | InternalDurc::Green { .. } => Some(Light::Green),
            InternalDurc::Yellow { .. } => Some(Light::Yellow),
            InternalDurc::Red { .. } | InternalDurc::Locked { .. } => Some(Light::Red),
        }
    }
}

/// The light of a month as it stands on a day, by its own checks and those of the DURC on line. Green covers the month checked and those that
/// follow; a gap cured in time is green too. A month lost stays lost, and whoever has a document is not asked again while it is valid.
///
/// # Errors
/// The terms that are [`Missing`], as before the internal DURC began.
pub fn internal(
    parameters: &DurcParameters,
    checks: &[MonthlyCheck],
    on_line: &[PastCheck],
    month: Month,
    day: Day,
) -> Result<InternalDurc, Missing> {
    let mut own = InternalDurc::Unchecked;
    let mut green: Option<(Month, Month)> = None;
    for check in checks.iter().filter(|check| check.month <= month) {
        let begun = check.notified.unwrap_or_else(|| check.month.last_day());
        let terms = parameters.internal.on(Parameter::InternalDurc, begun)?.value;
        let until = check.month.plus(terms.following_months.into());
        let light = of_check(check, terms.cure_days, until, day);
        if let InternalDurc::Green { .. } = light
            && until >= month
            && green.is_none_or(|(by, _)| by < check.month)
        {
            green = Some((check.month, until));
        }
        if check.month == month {
            own = worse(own, light);
        }
    }
    let negative = on_line.iter().find_map(|one| locked(parameters, one, month, day));
    let document = on_line.iter().filter_map(|one| document(one, month.last_day().min(day)));
    let longest = document.max_by_key(|(expires, _)| *expires);
    Ok(match (negative, own, longest, green) {
        (Some(locked), ..) => locked,
        (None, own @ InternalDurc::Red { .. }, ..) | (None, own, None, None) => own,
        (None, _, Some((expires, protocol)), _) => InternalDurc::Blue { protocol, expires },
        (None, _, None, Some((by, until))) => InternalDurc::Green { by, until },
    })
}

/// What the negative outcome of a check of the DURC on line does to the month in which its time to cure ended.
fn locked(
    parameters: &DurcParameters,
    past: &PastCheck,
    month: Month,
    day: Day,
) -> Option<InternalDurc> {
    let cure_days = parameters.on(past.checked).ok()?.cure_days;
    let ended = past.invited.map(|sent| sent.plus_days(i64::from(cure_days) + 1));
    let since = ended.unwrap_or(past.checked);
    let negative = past.outcome == Outcome::Irregular && since <= day && Month::of(since) == month;
    negative.then(|| InternalDurc::Locked { protocol: past.protocol.clone(), since })
}

/// The last day and the protocol of the document of a check, where it is valid on a day.
fn document(past: &PastCheck, day: Day) -> Option<(Day, String)> {
    let (issued, expires) = past.issued.zip(past.expires)?;
    (issued..=expires).contains(&day).then(|| (expires, past.protocol.clone()))
}

fn of_check(check: &MonthlyCheck, cure_days: u16, until: Month, day: Day) -> InternalDurc {
    let green = InternalDurc::Green { by: check.month, until };
    let Some(notified) = check.notified else { return green };
    let cure_by = notified.plus_days(cure_days.into());
    match check.cured {
        Some(cured) if cured <= cure_by && cured <= day => green,
        _ if day < notified => InternalDurc::Unchecked,
        _ if day <= cure_by => InternalDurc::Yellow { cure_by },
        _ => InternalDurc::Red { lost: cure_by.plus_days(1) },
    }
}

fn worse(one: InternalDurc, other: InternalDurc) -> InternalDurc {
    let rank = |light: &InternalDurc| match light {
        InternalDurc::Unchecked => 0,
        InternalDurc::Blue { .. } | InternalDurc::Green { .. } => 1,
        InternalDurc::Yellow { .. } => 2,
        InternalDurc::Red { .. } | InternalDurc::Locked { .. } => 3,
    };
    if rank(&other) > rank(&one) { other } else { one }
}
