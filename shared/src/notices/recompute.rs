//! From what was declared and what is due to the notice.

use core::error::Error;
use core::fmt::{Display, Formatter, Result as FmtResult};

use serde::{Deserialize, Serialize};

use super::{
    Cause, DifferenceLine, F24Row, GroupFigures, Notice, NoticeParameters, Sanction, Side,
};
use crate::calendar::{Day, Month, Weekday, f24_due};
use crate::fiscal::Matricola;
use crate::money::{Euro, Rate, half_up};
use crate::offices::OfficeCode;
use crate::parameters::{Missing, Parameter};

/// What a notice is made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Recalculation {
    /// Position.
    pub matricola: Matricola,
    /// Office that F24 rows name.
    pub office: OfficeCode,
    /// Month of competence.
    pub month: Month,
    /// Every group of workers, those that agree included.
    pub groups: Vec<GroupFigures>,
    /// The day of issue.
    pub issued: Day,
    /// The day of notification.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub notified: Option<Day>,
    /// What of it was paid already, or of its credit used.
    #[serde(default)]
    pub paid: Euro,
    /// Yearly rate of civil sanctions in force at the calculation: one for the whole delay.
    pub rate: Rate,
    /// The most that the sanction may come to, as a part of the difference (art. 116 c. 8 L. 388/2000); absent where no cap is known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cap: Option<Rate>,
}

/// Why no notice can be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NoticeError {
    /// A value is not known for a day.
    Missing(Missing),
    /// An amount of this group is below zero.
    Negative(String),
    /// Issued before the contribution could be late.
    BeforeDue {
        /// The last day to pay it.
        due: Day,
    },
    /// Notified before it was issued.
    NotifiedBeforeIssued,
}

impl Display for NoticeError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        match self {
            Self::Missing(missing) => {
                write!(formatter, "no {:?} known for {}", missing.parameter, missing.day)
            }
            Self::Negative(group) => write!(formatter, "{group}: an amount below zero"),
            Self::BeforeDue { due } => write!(formatter, "issued before {due}, the day to pay"),
            Self::NotifiedBeforeIssued => formatter.write_str("notified before it was issued"),
        }
    }
}

impl Error for NoticeError {}

impl From<Missing> for NoticeError {
    fn from(missing: Missing) -> Self {
        Self::Missing(missing)
    }
}

/// The last day to pay a notice issued on a day: 30 days later, on the Monday after where that is a Saturday or a Sunday.
///
/// # Errors
/// The term that is [`Missing`] for the day.
pub fn pay_by(parameters: &NoticeParameters, issued: Day) -> Result<Day, Missing> {
    let term = parameters.pay_by_days.on(Parameter::NoticePayBy, issued)?.value;
    let day = issued.plus_days(term.into());
    Ok(match day.weekday() {
        Weekday::Sat => day.plus_days(2),
        Weekday::Sun => day.plus_days(1),
        _ => day,
    })
}

/// The notice that follows from a recalculation; none where the difference is within the threshold (Msg INPS 1507/2025).
///
/// # Errors
/// The [`NoticeError`] that says what cannot be right or is not known.
pub fn recompute(
    parameters: &NoticeParameters,
    input: &Recalculation,
) -> Result<Option<Notice>, NoticeError> {
    let due = f24_due(input.month);
    check(input, due)?;
    let lines: Vec<DifferenceLine> = input.groups.iter().filter_map(difference).collect();
    let difference: Euro = lines.iter().map(|line| line.delta).sum();
    if parameters.is_small(difference, input.issued)? {
        return Ok(None);
    }
    let side = if difference.is_negative() { Side::InFavour } else { Side::ToPay };
    let mut notice = Notice {
        matricola: input.matricola,
        month: input.month,
        issued: input.issued,
        notified: input.notified,
        side,
        provisional: lines.iter().any(|line| line.cause == Cause::Pending),
        lines,
        difference,
        pay_by: None,
        sanction: None,
        halved_until: None,
        paid: input.paid,
        row: row(input, "DMRP", difference),
    };
    if side == Side::ToPay {
        let pay_by = pay_by(parameters, input.issued)?;
        let sanction = sanction(difference, input, due, pay_by);
        notice.pay_by = Some(pay_by);
        notice.halved_until = halved_until(parameters, input.notified)?;
        notice.row = row(input, "DMRA", difference + sanction.amount);
        notice.sanction = Some(sanction);
    }
    Ok(Some(notice))
}

fn check(input: &Recalculation, due: Day) -> Result<(), NoticeError> {
    let negative = |group: &&GroupFigures| group.declared.is_negative() || group.due.is_negative();
    if let Some(group) = input.groups.iter().find(negative) {
        return Err(NoticeError::Negative(group.group.clone()));
    }
    if input.issued <= due {
        return Err(NoticeError::BeforeDue { due });
    }
    if input.notified.is_some_and(|notified| notified < input.issued) {
        return Err(NoticeError::NotifiedBeforeIssued);
    }
    Ok(())
}

fn difference(group: &GroupFigures) -> Option<DifferenceLine> {
    let delta = group.due - group.declared;
    (!delta.is_zero()).then(|| DifferenceLine {
        group: group.group.clone(),
        workers: group.workers,
        declared: group.declared,
        recalculated: group.due,
        delta,
        cause: group.cause,
    })
}

/// Actual days over 365 at one rate for the whole delay, as the notices issued do, and never more than the cap.
fn sanction(difference: Euro, input: &Recalculation, due: Day, pay_by: Day) -> Sanction {
    let rate = input.rate;
    let days = u32::try_from(pay_by.days_since(due)).unwrap_or(0);
    let numerator = i128::from(difference.cents())
        .saturating_mul(rate.millionths().into())
        .saturating_mul(days.into());
    let accrued = Euro::from_cents(half_up(numerator, 365 * 1_000_000));
    let amount = input.cap.map_or(accrued, |cap| accrued.min(difference.times(cap)));
    Sanction { due, days, rate, accrued, amount }
}

/// The last day on which half the sanction is enough (art. 116 c. 8 L. 388/2000, Msg INPS 970/2025).
fn halved_until(
    parameters: &NoticeParameters,
    notified: Option<Day>,
) -> Result<Option<Day>, Missing> {
    let Some(notified) = notified else { return Ok(None) };
    let term = parameters.halving.on(Parameter::NoticeHalving, notified)?.value;
    Ok(term.map(|term| notified.plus_days(term.days.into())))
}

fn row(input: &Recalculation, causale: &str, amount: Euro) -> F24Row {
    F24Row::of_month(input.office, causale, input.matricola.as_str(), input.month, amount)
}
