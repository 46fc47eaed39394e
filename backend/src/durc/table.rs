//! The DURC as stored: documents, invitations, checks, links. Never the secret of a link, only its hash.

use std::cmp::Reverse;

use minicbor::{Decode, Encode};
use shared::calendar::{Day, Instant, Month};
use shared::ids::{CompanyId, LinkId};

use crate::store::{Index, Table};

/// SHA-256 of a secret.
pub(super) type Hash = [u8; 32];

/// A document that was issued.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Document {
    #[n(0)]
    pub protocol: String,
    #[cbor(n(1), with = "crate::codec")]
    pub issued: Day,
    #[cbor(n(2), with = "crate::codec")]
    pub expires: Day,
    /// How many of its warnings were sent, the early one and the late one; a late one counts for both.
    #[n(3)]
    pub warned: u8,
}

/// An invitation to regularise that has not been settled.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Case {
    /// The day of the query that found the gap.
    #[cbor(n(0), with = "crate::codec")]
    pub checked: Day,
    #[cbor(n(1), with = "crate::codec")]
    pub sent: Day,
}

/// A check that somebody asked for.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Past {
    /// The outcome, see `outcome_number`.
    #[n(0)]
    pub outcome: u8,
    /// What was open, in cents.
    #[n(1)]
    pub open: i64,
    /// Number of the document that it issued.
    #[n(2)]
    pub document: Option<u64>,
}

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
    /// Number of the document.
    #[n(0)]
    pub document: u64,
    #[cbor(n(1), with = "crate::codec")]
    pub made: Instant,
    #[cbor(n(2), with = "crate::codec")]
    pub until: Day,
    #[cbor(n(3), with = "crate::codec", has_nil)]
    pub revoked: Option<Instant>,
}

/// Which link a secret belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Opens {
    #[cbor(n(0), with = "crate::codec")]
    pub company: CompanyId,
    #[cbor(n(1), with = "crate::codec")]
    pub link: LinkId,
}

/// By company, the number issued last first.
pub(super) const DOCUMENTS: Table<(CompanyId, Reverse<u64>), Document> =
    Table::new("durc.documents");
/// By the last day they are valid.
pub(super) const EXPIRING: Index<(Day, CompanyId, u64)> = Index::new("durc.documents.expiring");
/// The number of the next document.
pub(super) const NEXT: Table<(), u64> = Table::new("durc.documents.next");
/// One a company.
pub(super) const CASES: Table<CompanyId, Case> = Table::new("durc.cases");
/// By company, the latest millisecond first.
pub(super) const CHECKS: Table<(CompanyId, Reverse<i64>), Past> = Table::new("durc.checks");
/// By company and month.
pub(super) const MONTHLY: Table<(CompanyId, Month), Monthly> = Table::new("durc.monthly");
/// By company, the latest first.
pub(super) const LINKS: Table<(CompanyId, Reverse<LinkId>), Link> = Table::new("durc.links");
/// By the hash of the secret.
pub(super) const BY_SECRET: Table<Hash, Opens> = Table::new("durc.links.by_secret");
