//! The rates that interest is reckoned by.

use serde::{Deserialize, Serialize};

use crate::money::Rate;
use crate::parameters::{Missing, Parameter, Series, Step};
use crate::{calendar::Day, interest::Held};

/// The values as shipped, to be read as [`Parameters`].
pub const SHIPPED: &str = include_str!("../../parameters/interest.json");

/// Rates a year, by the day they came into force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    /// The main refinancing rate of the ECB (TUR): what sanctions and instalments add their points to.
    pub tur: Series<Rate>,
    /// The legal rate (art. 1284 c.c.): it stays until the next decree.
    pub legal: Series<Rate>,
}

impl Parameters {
    /// The TUR of a day.
    ///
    /// # Errors
    /// [`Missing`] where none is known.
    pub fn tur_on(&self, day: Day) -> Result<&Step<Rate>, Missing> {
        self.tur.on(Parameter::Tur, day)
    }

    /// The TUR of a day and how long it holds.
    pub(crate) fn tur_held(&self, day: Day) -> Result<Held, Missing> {
        held(&self.tur, Parameter::Tur, day)
    }

    /// The legal rate of a day and how long it holds.
    pub(crate) fn legal_held(&self, day: Day) -> Result<Held, Missing> {
        held(&self.legal, Parameter::LegalInterest, day)
    }
}

fn held(series: &Series<Rate>, parameter: Parameter, day: Day) -> Result<Held, Missing> {
    let (step, last) = series.holding(parameter, day)?;
    Ok(Held { rate: step.value, last, confidence: step.confidence })
}
