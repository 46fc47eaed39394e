//! The yearly figures of employees.

use serde::{Deserialize, Serialize};

use crate::money::Euro;

/// Floors and ceilings of employees' wages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EmployeeYear {
    /// The lowest monthly pension of the FPLD (trattamento minimo).
    pub minimum_pension: Euro,
    /// The lowest wage of a day that contributions are paid on: 9.5 % of it (art. 7 DL 463/1983; art. 1 DL 338/1989).
    pub daily_minimum: Euro,
    /// The yearly ceiling of who is insured since 1996 (art. 2 c. 18 L. 335/1995).
    pub ceiling: Euro,
    /// Above this yearly wage the employee pays 1 % more (art. 3-ter DL 384/1992).
    pub first_band: Euro,
    /// The same for a month.
    pub first_band_month: Euro,
    /// The lowest conventional daily wage, when published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conventional_daily: Option<Euro>,
    /// The yearly wage that credits 52 weeks, when published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credited_year: Option<Euro>,
}

impl EmployeeYear {
    /// Whether the amounts are in the order that they have by law.
    pub(super) fn is_sound(&self) -> bool {
        Euro::ZERO < self.daily_minimum
            && self.daily_minimum < self.minimum_pension
            && self.minimum_pension < self.first_band_month
            && self.first_band_month < self.first_band
            && self.first_band < self.ceiling
    }
}
