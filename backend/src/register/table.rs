//! The register as stored.

use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use shared::calendar::Instant;
use shared::ids::PersonId;

use crate::store::{Index, Table};

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
    /// SHA-256 of each file, so that one can be recognised. Nothing is stored where there is none: days that are closed keep their digest.
    #[n(6)]
    pub files: Option<Vec<ByteArray<32>>>,
    /// What each file is called, in the same order; likewise.
    #[n(7)]
    pub names: Option<Vec<String>>,
    /// Where it stood while the system was down; likewise.
    #[n(8)]
    pub by_hand: Option<ByHand>,
}

/// A line of the emergency register (art. 63 DPR 445/2000).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct ByHand {
    #[n(0)]
    pub number: u64,
    #[cbor(n(1), with = "crate::codec")]
    pub at: Instant,
    #[n(2)]
    pub cause: String,
}

/// That a line was annulled (art. 54 DPR 445/2000).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Annulment {
    #[cbor(n(0), with = "crate::codec")]
    pub at: Instant,
    #[cbor(n(1), with = "crate::codec")]
    pub by: PersonId,
    #[n(2)]
    pub reason: String,
}

/// The end of a day.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Closing {
    #[cbor(n(0), with = "crate::codec")]
    pub at: Instant,
    /// Of all that happened on the day, after the digest of the day closed before.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub digest: [u8; 32],
}

/// Office, direction (1 in, 2 out), year and number.
pub(super) type Place = (u16, u8, u16, u64);

pub(super) const REGISTER: Table<Place, Row> = Table::new("register");
/// By office, direction, year and day: the last number that was given until its end. Only days on which one was given are there.
pub(super) const DAYS: Table<(u16, u8, u16, i64), u64> = Table::new("register.days");
pub(super) const ANNULLED: Table<Place, Annulment> = Table::new("register.annulled");
/// Office and day of an annulment, then direction, year and number of the line.
pub(super) const ANNULLED_ON: Index<(u16, i64, (u8, u16, u64))> =
    Index::new("register.annulled_on");
/// By office, year and number by hand: the number that was given to what was entered.
pub(super) const BY_HAND: Table<(u16, u16, u64), u64> = Table::new("register.by_hand");
/// By office and day.
pub(super) const CLOSED: Table<(u16, i64), Closing> = Table::new("register.closed");
/// Up to which day an office's register is closed.
pub(super) const CLOSED_TO: Table<u16, i64> = Table::new("register.closed_to");
/// Up to which closed day an office's register was handed over.
pub(super) const HANDED_TO: Table<u16, i64> = Table::new("register.handed_to");
