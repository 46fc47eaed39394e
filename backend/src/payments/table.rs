//! F24 forms as stored. Amounts in cents, days in days since 1970.

use std::cmp::Reverse;

use minicbor::{Decode, Encode};
use shared::calendar::Day;
use shared::ids::{CompanyId, PaymentId};

use crate::store::Table;

/// A form's INPS section.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Form {
    #[n(0)]
    pub payer: String,
    #[n(1)]
    pub rows: Vec<Row>,
    #[n(2)]
    pub file: String,
    #[cbor(n(3), with = "minicbor::bytes")]
    pub import: [u8; 16],
}

/// A row. Months by [`shared::calendar::Month::index`].
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Row {
    #[n(0)]
    pub office: String,
    #[n(1)]
    pub causale: String,
    #[n(2)]
    pub code: String,
    #[n(3)]
    pub from: Option<i32>,
    #[n(4)]
    pub to: Option<i32>,
    #[n(5)]
    pub debit: i64,
    #[n(6)]
    pub credit: i64,
}

/// By company, the latest first.
pub(super) const FORMS: Table<(CompanyId, Reverse<Day>, Reverse<PaymentId>), Form> =
    Table::new("payments");
/// The day of a company's form, by which it is found.
pub(super) const DAY_OF: Table<(CompanyId, PaymentId), i64> = Table::new("payments.day_of");
