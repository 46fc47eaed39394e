//! Sessions as stored.

use minicbor::{Decode, Encode};
use shared::calendar::Instant;
use shared::ids::{CompanyId, PersonId, SessionId};

use crate::store::{Index, Table};

/// A session. The key of its row is the SHA-256 of the secret in the cookie.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Session {
    /// Names it without giving access to it.
    #[cbor(n(0), with = "crate::codec")]
    pub id: SessionId,
    /// Whose it is.
    #[cbor(n(1), with = "crate::codec")]
    pub person: PersonId,
    /// When it began.
    #[cbor(n(2), with = "crate::codec")]
    pub since: Instant,
    /// Its last call, as far as it was written down; [`super::Live`] knows later ones.
    #[cbor(n(3), with = "crate::codec")]
    pub last_seen: Instant,
    /// Browser and system in a few words.
    #[n(4)]
    pub label: String,
    /// The company chosen among those the person may act for.
    #[cbor(n(5), with = "crate::codec", has_nil)]
    pub working_for: Option<CompanyId>,
}

/// SHA-256 of a session's secret.
pub type Hash = [u8; 32];

/// Where a session's row is.
#[derive(Clone, Copy, Debug, Encode, Decode)]
pub(super) struct Row {
    #[cbor(n(0), with = "minicbor::bytes")]
    pub hash: Hash,
}

pub(super) const SESSIONS: Table<Hash, Session> = Table::new("sessions");
pub(super) const BY_PERSON: Table<(PersonId, SessionId), Row> = Table::new("sessions.by_person");
/// Devices on which a person has signed in before, by their labels.
pub(super) const KNOWN_DEVICES: Index<(PersonId, String)> = Index::new("sessions.known_devices");
