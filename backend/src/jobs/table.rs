//! The queue as stored.

use minicbor::{Decode, Encode};
use shared::calendar::Instant;

use crate::store::{Index, Table};

#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Row {
    #[n(0)]
    pub kind: String,
    #[cbor(n(1), with = "minicbor::bytes")]
    pub payload: Vec<u8>,
    /// When it is to be done; while it is leased, when the lease ends.
    #[cbor(n(2), with = "crate::codec")]
    pub due: Instant,
    #[n(3)]
    pub attempts: u32,
    /// Why the last attempt failed; no personal data.
    #[n(4)]
    pub last_error: Option<String>,
    /// When it was promised.
    #[cbor(n(5), with = "crate::codec")]
    pub since: Instant,
}

pub(super) const JOBS: Table<u64, Row> = Table::new("jobs");
/// Millisecond when due, then number.
pub(super) const DUE: Index<(i64, u64)> = Index::new("jobs.due");
pub(super) const DEAD: Table<u64, Row> = Table::new("jobs.dead");
/// The number of the next job.
pub(super) const NEXT: Table<(), u64> = Table::new("jobs.next");
/// Names of events that had their job, and the millisecond when.
pub(super) const DEDUPE: Table<String, i64> = Table::new("jobs.dedupe");
