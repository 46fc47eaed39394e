//! The plan itself.

use core::error::Error;
use core::fmt::{Display, Formatter, Result as FmtResult};

use serde::{Deserialize, Serialize};

use super::{Authority, Parameters, RulesName};
use crate::calendar::Day;
use crate::interest;
use crate::money::{Euro, Rate, half_up};
use crate::parameters::{Confidence, Missing};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Application {
    /// Contributions and accessories together.
    pub debt: Euro,
    /// How many instalments.
    pub instalments: u16,
    /// Who is to grant them.
    pub granted_by: Authority,
    /// When it was sent: the rate and the rules of this day hold for the whole plan.
    pub sent: Day,
    /// When the first instalment is due; the others follow month by month.
    pub first_due: Day,
    /// Whether another plan is running.
    pub another_running: bool,
}

/// A plan with constant instalments (French amortisation): the interest of each month is rounded to the cent, and the last instalment
/// closes what is left. The institute's own formula is not published, so this one is [`Confidence::Reconstructed`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Plan {
    /// What is owed.
    pub debt: Euro,
    /// The rate a year, fixed for the plan.
    pub rate: Rate,
    /// Every instalment but the last.
    pub instalment: Euro,
    /// All interest.
    pub interest: Euro,
    /// The instalments in order; at least one.
    pub instalments: Vec<Instalment>,
    /// The rules it was granted under.
    pub rules: RulesName,
    /// The law or circular of those.
    pub source: String,
    /// How well its figures are known.
    pub confidence: Confidence,
}

/// One instalment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Instalment {
    /// From 1.
    pub number: u16,
    /// When it is due.
    pub due: Day,
    /// What is to be paid: capital and interest.
    pub amount: Euro,
    /// What it takes from the debt.
    pub capital: Euro,
    /// What the month cost.
    pub interest: Euro,
    /// The debt that is left after it.
    pub residual: Euro,
}

/// Why there is no such plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PlanError {
    /// There is no debt.
    NoDebt,
    /// No instalment is asked for.
    NoInstalments,
    /// More instalments than may be granted for the debt.
    TooMany {
        /// The most.
        most: u16,
    },
    /// Under the rules of the day this authority grants no plans.
    NotGranted,
    /// Another plan is running, and the rules of the day allow one only.
    AnotherRunning,
    /// The debt is too small for so many instalments: one would pay nothing off.
    TooSmall,
    /// The first instalment would be due before the application.
    Backwards,
    /// A value that the plan needs is not known for a day.
    Missing(Missing),
}

impl Display for PlanError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        formatter.write_str(match self {
            Self::NoDebt => "no debt",
            Self::NoInstalments => "no instalments",
            Self::TooMany { most } => return write!(formatter, "more than {most} instalments"),
            Self::NotGranted => "this authority grants no plans",
            Self::AnotherRunning => "another plan is running",
            Self::TooSmall => "the debt is too small for so many instalments",
            Self::Backwards => "the first instalment is due before the application",
            Self::Missing(Missing { parameter, day }) => {
                return write!(formatter, "no {parameter:?} known for {day}");
            }
        })
    }
}

impl Error for PlanError {}

impl From<Missing> for PlanError {
    fn from(missing: Missing) -> Self {
        Self::Missing(missing)
    }
}

/// The plan for an application (art. 2 cc. 11 and 11-bis DL 338/1989).
///
/// # Errors
/// The [`PlanError`] that says why there is none.
pub fn plan(
    parameters: &Parameters,
    rates: &interest::Parameters,
    application: &Application,
) -> Result<Plan, PlanError> {
    let &Application { debt, instalments: count, sent, first_due, .. } = application;
    if debt <= Euro::ZERO {
        return Err(PlanError::NoDebt);
    }
    if count == 0 {
        return Err(PlanError::NoInstalments);
    }
    if first_due < sent {
        return Err(PlanError::Backwards);
    }
    let (name, rules) = parameters.rules_on(sent)?;
    let most = rules.most(debt, application.granted_by).ok_or(PlanError::NotGranted)?;
    if count > most {
        return Err(PlanError::TooMany { most });
    }
    if application.another_running && !rules.second_plan {
        return Err(PlanError::AnotherRunning);
    }
    let (rate, _) = parameters.rate_on(rates, sent)?;
    let instalment = constant(debt, rate, count);
    let instalments = amortise(debt, rate, count, instalment, first_due)?;
    Ok(Plan {
        debt,
        rate,
        instalment,
        interest: instalments.iter().map(|row| row.interest).sum(),
        instalments,
        rules: name,
        source: rules.source.clone(),
        confidence: Confidence::Reconstructed,
    })
}

/// Twelve months of millionths: what a yearly rate is divided by for a month.
const MONTHLY: i128 = 12_000_000;

/// `debt × i / (1 − (1 + i)^−count)` with `i` a twelfth of the rate, rounded to the cent: the debt over what one euro a month is worth
/// today, which is reckoned to eighteen decimals.
fn constant(debt: Euro, rate: Rate, count: u16) -> Euro {
    const ONE: i128 = 1_000_000_000_000_000_000;
    let (mut worth, mut sum) = (ONE, 0);
    for _ in 0..count {
        worth = worth * MONTHLY / (MONTHLY + i128::from(rate.millionths()));
        sum += worth;
    }
    Euro::from_cents(half_up(i128::from(debt.cents()) * ONE, sum))
}

/// The instalments one by one.
fn amortise(
    debt: Euro,
    rate: Rate,
    count: u16,
    instalment: Euro,
    first_due: Day,
) -> Result<Vec<Instalment>, PlanError> {
    let mut residual = debt;
    let mut rows = Vec::with_capacity(count.into());
    for number in 1..=count {
        let month = i128::from(residual.cents()) * i128::from(rate.millionths());
        let interest = Euro::from_cents(half_up(month, MONTHLY));
        let is_last = number == count;
        let capital = if is_last { residual } else { instalment - interest };
        if capital <= Euro::ZERO || (capital >= residual && !is_last) {
            return Err(PlanError::TooSmall);
        }
        residual -= capital;
        rows.push(Instalment {
            number,
            due: first_due.plus_months(i32::from(number) - 1),
            amount: capital + interest,
            capital,
            interest,
            residual,
        });
    }
    Ok(rows)
}
