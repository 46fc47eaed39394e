//! The internal DURC: the monthly check on which contribution benefits depend (art. 1 c. 1175 L. 296/2006).

use serde::{Deserialize, Serialize};

use super::{DurcParameters, Light};
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum InternalDurc {
    /// No check covers it yet.
    Unchecked,
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
}

impl InternalDurc {
    /// Its colour, where there is one.
    pub const fn light(self) -> Option<Light> {
        match self {
            InternalDurc::Unchecked => None,
            InternalDurc::Green { .. } => Some(Light::Green),
            InternalDurc::Yellow { .. } => Some(Light::Yellow),
            InternalDurc::Red { .. } => Some(Light::Red),
        }
    }
}

/// The light of a month as it stands on a day. Green covers the month checked and those that follow; a gap cured in time is green too.
///
/// # Errors
/// The terms that are [`Missing`], as before the internal DURC began.
pub fn internal(
    parameters: &DurcParameters,
    checks: &[MonthlyCheck],
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
    Ok(match (own, green) {
        // A month once lost stays lost.
        (InternalDurc::Red { .. }, _) | (_, None) => own,
        (_, Some((by, until))) => InternalDurc::Green { by, until },
    })
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
    let rank = |light: InternalDurc| match light {
        InternalDurc::Unchecked => 0,
        InternalDurc::Green { .. } => 1,
        InternalDurc::Yellow { .. } => 2,
        InternalDurc::Red { .. } => 3,
    };
    if rank(other) > rank(one) { other } else { one }
}
