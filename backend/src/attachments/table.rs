//! Uploads and attachments as stored: one record from the moment an upload begins. The content is a file beside the store.

use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use shared::calendar::Instant;
use shared::ids::{AttachmentId, CompanyId, PersonId, RequestId};

use crate::files::Hash;
use crate::store::{Index, Table};

/// An upload, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Row {
    /// Who uploads it.
    #[cbor(n(0), with = "crate::codec")]
    pub person: PersonId,
    /// Its name, cleaned; its extension says what it is.
    #[n(1)]
    pub name: String,
    /// Bytes announced.
    #[n(2)]
    pub size: u64,
    /// SHA-256 announced.
    #[n(3)]
    pub announced: Option<ByteArray<32>>,
    /// When it was begun.
    #[cbor(n(4), with = "crate::codec")]
    pub opened: Instant,
    /// What it is, once it is finished.
    #[n(5)]
    pub done: Option<Done>,
    /// The name of the [`shared::attachments::Refusal`], once it is refused.
    #[n(6)]
    pub refused: Option<String>,
    /// What it goes with, once it was claimed.
    #[n(7)]
    pub owner: Option<Claim>,
}

/// A finished upload.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Done {
    /// Its SHA-256, by which its file is found.
    #[n(0)]
    pub sha256: ByteArray<32>,
    /// When it was finished.
    #[cbor(n(1), with = "crate::codec")]
    pub at: Instant,
}

/// What an attachment goes with.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Claim {
    /// About which company.
    #[cbor(n(0), with = "crate::codec")]
    pub company: CompanyId,
    /// Which conversation.
    #[cbor(n(1), with = "crate::codec")]
    pub request: RequestId,
    /// Which line of it.
    #[n(2)]
    pub line: u32,
    /// Whether only the office reads that line.
    #[n(3)]
    pub internal: bool,
}

/// By attachment.
pub(super) const ATTACHMENTS: Table<AttachmentId, Row> = Table::new("attachments");
/// Person and attachment, of those that nothing has claimed.
pub(super) const UNCLAIMED: Index<(PersonId, AttachmentId)> = Index::new("attachments.unclaimed");
/// Company, conversation, line, attachment.
pub(super) const BY_OWNER: Index<(CompanyId, RequestId, u32, AttachmentId)> =
    Index::new("attachments.by_owner");
/// The file's hash and attachment.
pub(super) const BY_HASH: Index<(Hash, AttachmentId)> = Index::new("attachments.by_hash");
