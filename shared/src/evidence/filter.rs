//! Which evidence to show: the filters of Evidenze 2.0 (Msg INPS 1028/2021).

use serde::{Deserialize, Serialize};

use super::{Evidence, Kind};
use crate::calendar::Month;
use crate::companies::PositionState;
use crate::durc::Gestione;
use crate::offices::OfficeCode;

/// A filter; what is absent admits everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// Only this gestione.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub gestione: Option<Gestione>,
    /// Only the company of this tax code.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub tax_code: Option<String>,
    /// Only this position.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub code: Option<String>,
    /// Only about this year.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub year: Option<i32>,
    /// Only about this month.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub month: Option<Month>,
    /// Only this kind.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub kind: Option<Kind>,
    /// Only what this office is competent for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub office: Option<OfficeCode>,
    /// Only companies in this state.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub state: Option<PositionState>,
}

/// Whose evidence it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder<'a> {
    /// Tax code.
    pub tax_code: &'a str,
    /// The state of the company: that of the position, where evidence is about one.
    pub state: PositionState,
    /// The office competent for what is about no position.
    pub office: Option<OfficeCode>,
}

impl Filter {
    /// Whether a piece of somebody's evidence is to be shown.
    pub fn admits(&self, evidence: &Evidence, holder: &Holder<'_>) -> bool {
        let within = |from: Option<Month>, to: Option<Month>| match (evidence.months, from, to) {
            (_, None, _) | (_, _, None) => false,
            (None, ..) => false,
            (Some((first, last)), Some(from), Some(to)) => first <= to && from <= last,
        };
        let of_year = |year| within(Month::new(year, 1), Month::new(year, 12));
        is(self.gestione, evidence.gestione)
            && is(self.tax_code.as_deref(), Some(holder.tax_code))
            && is(self.code.as_deref(), evidence.code.as_deref())
            && self.year.is_none_or(of_year)
            && self.month.is_none_or(|month| within(Some(month), Some(month)))
            && is(self.kind, Some(evidence.kind))
            && is(self.office, evidence.office.or(holder.office))
            && is(self.state, Some(holder.state))
    }
}

/// Whether a value is the one wanted, if any is.
fn is<T: Copy + PartialEq>(wanted: Option<T>, value: Option<T>) -> bool {
    wanted.is_none() || wanted == value
}
