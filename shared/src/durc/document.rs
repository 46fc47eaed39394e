//! The document: how long it holds, who may use it again, when its holder is warned.

use serde::{Deserialize, Serialize};

use super::DurcParameters;
use crate::calendar::Day;
use crate::parameters::Missing;

/// A regular DURC that was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its protocol, such as `INPS_12345678`.
    pub protocol: String,
    /// The day it was issued.
    pub issued: Day,
}

/// How far a document is from its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Not issued yet.
    NotYet,
    /// Valid.
    Valid,
    /// Valid, and the first warning is due.
    EarlyWarning,
    /// Valid, and the second warning is due.
    LateWarning,
    /// No longer valid.
    Expired,
}

/// The days of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Validity {
    /// The first day.
    pub issued: Day,
    /// The day of the first warning.
    pub early: Day,
    /// The day of the second warning.
    pub late: Day,
    /// The last day.
    pub expires: Day,
}

impl Validity {
    /// Where it stands on a day.
    pub fn stage(&self, day: Day) -> Stage {
        if day < self.issued {
            Stage::NotYet
        } else if day > self.expires {
            Stage::Expired
        } else if day >= self.late {
            Stage::LateWarning
        } else if day >= self.early {
            Stage::EarlyWarning
        } else {
            Stage::Valid
        }
    }

    /// Whether it may be used on a day.
    pub fn holds(&self, day: Day) -> bool {
        (self.issued..=self.expires).contains(&day)
    }

    /// Days left after a day; negative once expired.
    pub fn days_left(&self, day: Day) -> i64 {
        self.expires.days_since(day)
    }
}

/// The days of a document issued on a day: it is valid for 120 days (art. 7 DM 30/1/2015); the holder is warned 30 and 15 days before.
///
/// # Errors
/// The value that is [`Missing`] for that day.
pub fn validity(parameters: &DurcParameters, issued: Day) -> Result<Validity, Missing> {
    let terms = parameters.on(issued)?;
    let expires = issued.plus_days(terms.validity_days.into());
    let before = |days: u16| expires.plus_days(-i64::from(days));
    Ok(Validity {
        issued,
        early: before(terms.warnings.early_days),
        late: before(terms.warnings.late_days),
        expires,
    })
}

/// The document that whoever asks on a day is given again, instead of a new check: the one valid longest.
///
/// # Errors
/// The value that is [`Missing`] for the day one of them was issued.
pub fn reusable<'a>(
    parameters: &DurcParameters,
    documents: &'a [Document],
    day: Day,
) -> Result<Option<(&'a Document, Validity)>, Missing> {
    let mut best: Option<(&Document, Validity)> = None;
    for document in documents {
        let validity = validity(parameters, document.issued)?;
        let longer = best.is_none_or(|(_, other)| validity.expires > other.expires);
        if validity.holds(day) && longer {
            best = Some((document, validity));
        }
    }
    Ok(best)
}
