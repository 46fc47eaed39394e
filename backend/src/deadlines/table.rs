//! Calendar feeds as stored: never the secret, only its hash.

use minicbor::{Decode, Encode};
use shared::calendar::Instant;
use shared::ids::PersonId;

use crate::store::Table;

/// SHA-256 of a secret.
pub(super) type Hash = [u8; 32];

/// A calendar feed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Feed {
    /// Whose deadlines it tells.
    #[cbor(n(0), with = "crate::codec")]
    pub person: PersonId,
    /// Since when.
    #[cbor(n(1), with = "crate::codec")]
    pub since: Instant,
}

/// A person's feed, by its hash.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Own {
    /// Hash of its secret.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub hash: Hash,
}

/// By the hash of the secret.
pub(super) const FEEDS: Table<Hash, Feed> = Table::new("deadlines.feeds");
/// One feed a person.
pub(super) const BY_PERSON: Table<PersonId, Own> = Table::new("deadlines.feeds.by_person");
