//! The log and its head.

use minicbor::{Decode, Encode};
use shared::calendar::Instant;
use shared::ids::{CompanyId, PersonId};

use crate::store::Table;

/// What an entry's hash covers beside the hash before it. The order and the indices are part of the chain: they never change.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Content {
    #[n(0)]
    pub number: u64,
    #[cbor(n(1), with = "crate::codec")]
    pub at: Instant,
    #[cbor(n(2), with = "crate::codec", has_nil)]
    pub person: Option<PersonId>,
    #[n(3)]
    pub action: String,
    #[cbor(n(4), with = "crate::codec", has_nil)]
    pub company: Option<CompanyId>,
    #[n(5)]
    pub subject: Option<String>,
    #[n(6)]
    pub detail: Option<String>,
}

#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Row {
    #[n(0)]
    pub content: Content,
    /// SHA-256 over the hash before it and the content.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub hash: [u8; 32],
}

#[derive(Clone, Copy, Debug, Default, Encode, Decode)]
pub(super) struct Head {
    #[n(0)]
    pub number: u64,
    #[cbor(n(1), with = "minicbor::bytes")]
    pub hash: [u8; 32],
}

pub(super) const LOG: Table<u64, Row> = Table::new("audit");
pub(super) const HEAD: Table<(), Head> = Table::new("audit.head");
