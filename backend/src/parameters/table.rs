//! Changes of the parameters as stored.

use minicbor::{Decode, Encode};
use shared::calendar::Instant;
use shared::ids::PersonId;

use crate::store::Table;

/// A change of one subject.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Change {
    /// Of what, by its name.
    #[n(0)]
    pub subject: String,
    /// The JSON from then on; none where it went back to what the program came with.
    #[n(1)]
    pub json: Option<String>,
    /// What changed, and why.
    #[n(2)]
    pub note: String,
    /// Who.
    #[cbor(n(3), with = "crate::codec")]
    pub person: PersonId,
    /// When.
    #[cbor(n(4), with = "crate::codec")]
    pub at: Instant,
    /// What tells this and all changes before it from any other such series.
    #[n(5)]
    pub mark: Option<u64>,
}

/// By number, from 1.
pub(super) const CHANGES: Table<u64, Change> = Table::new("parameters.changes");

/// What tells a change and all before it from any other such series, without its text: it is looked at for each request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Mark {
    /// When the change was made.
    #[cbor(n(0), with = "crate::codec")]
    pub at: Instant,
    /// [`Change::mark`].
    #[n(1)]
    pub mark: Option<u64>,
}

/// By the number of the change; none of those that were made before there were marks.
pub(super) const MARKS: Table<u64, Mark> = Table::new("parameters.marks");
