//! The figures that the institute publishes at the start of each year.

mod employees;
mod self_employed;
mod separate;

pub use employees::EmployeeYear;
pub use self_employed::{Reductions, SelfEmployedYear, TradeRate};
pub use separate::{Collaborators, Professionals, SeparateParts, SeparateYear};

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::parameters::{Missing, Parameter, Series, Step};
use crate::rates::Part;

/// The figures as they are shipped.
pub const SHIPPED: &str = include_str!("../../../parameters/yearly.json");

/// The figures of every year that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(try_from = "Unchecked")]
pub struct Yearly {
    employees: Series<EmployeeYear>,
    separate: Series<SeparateYear>,
    self_employed: Series<SelfEmployedYear>,
    laws: Vec<String>,
}

/// Figures that nobody has looked through yet.
#[derive(Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Unchecked {
    employees: Series<EmployeeYear>,
    separate: Series<SeparateYear>,
    self_employed: Series<SelfEmployedYear>,
    // Figures that an administrator put in force before these were known lack them.
    #[serde(default)]
    laws: Vec<String>,
}

impl TryFrom<Unchecked> for Yearly {
    type Error = &'static str;

    fn try_from(unchecked: Unchecked) -> Result<Self, Self::Error> {
        let Unchecked { employees, separate, self_employed, laws } = unchecked;
        if !employees.steps().iter().all(|step| step.value.is_sound()) {
            return Err("employees: minimum, bands and ceiling are not in order");
        }
        if !separate.steps().iter().all(|step| step.value.is_sound()) {
            return Err("separate: minimum and ceiling are not in order, or a rate is above 100 %");
        }
        if !self_employed.steps().iter().all(|step| step.value.is_sound()) {
            return Err("self-employed: minimum, bands, ceilings or days are not in order");
        }
        Ok(Self { employees, separate, self_employed, laws })
    }
}

impl Yearly {
    /// The same, where it does not say how long a reduction lasts with what another says last.
    ///
    /// # Errors
    /// Those of the other.
    pub fn or_months_of<E>(mut self, other: impl FnOnce() -> Result<Self, E>) -> Result<Self, E> {
        let lasts = |year: &SelfEmployedYear| year.reductions.new_months;
        let mut steps = self.self_employed.steps().iter();
        if steps.any(|step| lasts(&step.value).is_none()) {
            let other = other()?;
            let mut known = other.self_employed.steps().iter().rev();
            let known = known.find_map(|step| lasts(&step.value));
            for year in self.self_employed.values_mut() {
                year.reductions.new_months = lasts(year).or(known);
            }
        }
        Ok(self)
    }

    /// The law of a part of what somebody owes on an income of their own, when it is known: they stand in the order of [`Part`].
    pub fn law(&self, part: Part) -> Option<&str> {
        self.laws.get(part as usize).map(String::as_str)
    }

    /// The figures of employees of a year; none change within it.
    ///
    /// # Errors
    /// [`Missing`] where the year is not known.
    pub fn employees_in(&self, year: i32) -> Result<&Step<EmployeeYear>, Missing> {
        self.employees.on(Parameter::EmployeeYear, first_day(year))
    }

    /// The figures of the gestione separata of a year.
    ///
    /// # Errors
    /// [`Missing`] where the year is not known.
    pub fn separate_in(&self, year: i32) -> Result<&Step<SeparateYear>, Missing> {
        self.separate.on(Parameter::SeparateYear, first_day(year))
    }

    /// The figures of artisans and merchants of a year.
    ///
    /// # Errors
    /// [`Missing`] where the year is not known.
    pub fn self_employed_in(&self, year: i32) -> Result<&Step<SelfEmployedYear>, Missing> {
        self.self_employed.on(Parameter::SelfEmployedYear, first_day(year))
    }
}

/// The first day of a year, or of the nearest that calendars have.
fn first_day(year: i32) -> Day {
    Day::new(year.clamp(1, 9999), 1, 1).unwrap_or(Day::LAST)
}

#[cfg(test)]
mod tests;
