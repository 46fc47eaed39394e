//! A row of an F24, ready to be paid.

use serde::{Deserialize, Serialize};

use crate::calendar::Month;
use crate::money::Euro;
use crate::offices::OfficeCode;

/// An INPS row of an F24 that has not been paid yet; [`PaymentRow`](crate::payments::PaymentRow) is one that was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct F24Row {
    /// Office (`codice sede`).
    pub office: OfficeCode,
    /// What it pays (`causale contributo`).
    pub causale: String,
    /// Matricola or other code.
    pub code: String,
    /// First month it is for.
    pub from: Month,
    /// Last month, where the causale has one.
    pub to: Option<Month>,
    /// To pay.
    pub debit: Euro,
    /// To set off.
    pub credit: Euro,
}

impl F24Row {
    /// A row of a causale for one month that pays (above zero) or sets off (below zero) an amount.
    pub fn of_month(
        office: OfficeCode,
        causale: &str,
        code: &str,
        month: Month,
        amount: Euro,
    ) -> Self {
        Self {
            office,
            causale: causale.to_owned(),
            code: code.to_owned(),
            from: month,
            to: None,
            debit: amount.max(Euro::ZERO),
            credit: (-amount).max(Euro::ZERO),
        }
    }
}
