//! From when a credit may be set off in the F24.
//!
//! Which causali stand on the credit side is decided where F24 rows are taken in. Credits of past periods that were regularised are not
//! set off there: they are refunded, or set off by the institute (art. 1241 c.c.).

use serde::{Deserialize, Serialize};

use super::Parameters;
use crate::calendar::Day;
use crate::money::Euro;
use crate::parameters::{Confidence, Missing, Parameter};

/// The credits of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Credits {
    /// Those set off in the year so far and the one to be set off, together.
    pub of_year: Euro,
    /// When the credit arose.
    pub arose: Day,
    /// When the return that shows it was sent; absent while it was not.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub filed: Option<Day>,
}

/// Whether and how a credit may be set off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct SetOff {
    /// From when; absent as long as the return that it waits for is not sent.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<Day>,
    /// Whether the return needs the visto di conformità.
    pub visa: bool,
    /// Whether the F24 has to go through the channels of the tax agency: with a set-off, always.
    pub telematic: bool,
    /// The law or message that decides.
    pub source: String,
    /// How well it is known.
    pub confidence: Confidence,
}

/// From when a credit may be set off (art. 17 D.Lgs 241/1997): above the threshold of a year from the tenth day after the return that
/// shows it, and with a visto; below it at once, unless every credit waits for its return.
///
/// # Errors
/// [`Missing`] for a day before the rules are known.
pub fn set_off(parameters: &Parameters, credits: &Credits) -> Result<SetOff, Missing> {
    let on = credits.arose;
    let threshold = parameters.setoff_threshold.on(Parameter::SetOff, on)?;
    let wait = parameters.setoff_wait.on(Parameter::SetOff, on)?;
    let after_return = parameters.setoff_after_return.on(Parameter::SetOff, on)?;
    let large = credits.of_year > threshold.value;
    let (from, source, confidence) = if large {
        let from = credits.filed.map(|filed| filed.plus_days(wait.value.into()));
        (from, &threshold.source, threshold.confidence.max(wait.confidence))
    } else if after_return.value {
        (credits.filed, &after_return.source, after_return.confidence)
    } else {
        (Some(on), &after_return.source, after_return.confidence)
    };
    let from = from.map(|from| from.max(on));
    Ok(SetOff { from, visa: large, telematic: true, source: source.clone(), confidence })
}
