//! What the archive of checks does not hold: monthly checks, warnings sent, links. Never the secret of a link, only its hash.

use std::cmp::Reverse;

use minicbor::{Decode, Encode};
use shared::calendar::{Day, Instant, Month};
use shared::ids::{CompanyId, LinkId};

use crate::store::Table;

/// SHA-256 of a secret.
pub(super) type Hash = [u8; 32];

/// A monthly check of the internal DURC.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Monthly {
    /// The day a gap was notified.
    #[cbor(n(0), with = "crate::codec", has_nil)]
    pub notified: Option<Day>,
    /// The day it was cured.
    #[cbor(n(1), with = "crate::codec", has_nil)]
    pub cured: Option<Day>,
}

/// A link to verify a document.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Link {
    /// Protocol of the document.
    #[n(0)]
    pub protocol: String,
    #[cbor(n(1), with = "crate::codec")]
    pub made: Instant,
    #[cbor(n(2), with = "crate::codec")]
    pub until: Day,
    #[cbor(n(3), with = "crate::codec", has_nil)]
    pub revoked: Option<Instant>,
}

impl Link {
    /// Whether it leads to the document on a day.
    pub(super) fn opens(&self, today: Day) -> bool {
        self.revoked.is_none() && today <= self.until
    }
}

/// Which link a secret belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Opens {
    #[cbor(n(0), with = "crate::codec")]
    pub company: CompanyId,
    #[cbor(n(1), with = "crate::codec")]
    pub link: LinkId,
}

/// The number of the next document.
pub(super) const NEXT: Table<(), u64> = Table::new("durc.next");
/// How many warnings were sent of a document, the early one and the late one; a late one counts for both. By company and protocol.
pub(super) const WARNED: Table<(CompanyId, String), u8> = Table::new("durc.warned");
/// The day on which documents were looked at for warnings.
pub(super) const LOOKED: Table<(), i64> = Table::new("durc.looked");
/// The day on which companies were looked at for the internal DURC.
pub(super) const CHECKED: Table<(), i64> = Table::new("durc.checked");
/// By company and month.
pub(super) const MONTHLY: Table<(CompanyId, Month), Monthly> = Table::new("durc.monthly");
/// By company, the latest first.
pub(super) const LINKS: Table<(CompanyId, Reverse<LinkId>), Link> = Table::new("durc.links");
/// By the hash of the secret.
pub(super) const BY_SECRET: Table<Hash, Opens> = Table::new("durc.links.by_secret");
