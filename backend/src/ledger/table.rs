//! What is due and what was paid, account by account.

use minicbor::{Decode, Encode};
use shared::calendar::Month;
use shared::ids::{CompanyId, PaymentId};

use crate::store::Table;

/// What an account owes for a month. Amounts in cents.
#[derive(Clone, Debug, Default, Encode, Decode)]
pub(super) struct Entry {
    /// Due by the declaration in force.
    #[n(0)]
    pub due: i64,
    /// Sum of what was paid.
    #[n(1)]
    pub paid: i64,
    /// The declaration in force; none if money came without a return.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub declaration: Option<[u8; 16]>,
    /// State of its virtual DM, [`shared::declarations::DmState`] by number.
    #[n(3)]
    pub state: Option<u8>,
    /// Individual declarations in it.
    #[n(4)]
    pub workers: u32,
}

/// One F24 row that pays an account. Amount in cents.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Paid {
    /// Debit less credit.
    #[n(0)]
    pub amount: i64,
    /// When, in days since 1970.
    #[n(1)]
    pub day: i64,
}

pub(super) const ENTRIES: Table<(CompanyId, Month, String), Entry> = Table::new("ledger.entries");
pub(super) const PAID: Table<(CompanyId, Month, String, PaymentId, u8), Paid> =
    Table::new("ledger.paid");
