//! The register as stored.

use minicbor::{Decode, Encode};
use shared::calendar::Instant;

use crate::store::Table;

/// What the register says of a document (art. 53 DPR 445/2000). Nothing of it is ever changed; a line that is annulled stays readable.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Row {
    #[cbor(n(0), with = "crate::codec")]
    pub at: Instant,
    /// Who sent it, or to whom it was sent.
    #[n(1)]
    pub party: String,
    /// The subject line.
    #[n(2)]
    pub subject: String,
    /// How many files came with it.
    #[n(3)]
    pub attachments: u8,
    /// SHA-256 of text and files.
    #[cbor(n(4), with = "minicbor::bytes")]
    pub digest: [u8; 32],
    /// What it belongs to.
    #[n(5)]
    pub about: String,
}

/// Office, direction (1 in, 2 out) and year.
pub(super) type Place = (u16, u8, u16);

/// By office, direction, year and number.
pub(super) const REGISTER: Table<(u16, u8, u16, u64), Row> = Table::new("register");
/// The last number of each office, direction and year.
pub(super) const LAST: Table<Place, u64> = Table::new("register.last");
